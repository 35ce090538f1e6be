"""Whose each row is, and which changes and words somebody may never cause or see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from storage.database import Transaction
from storage.model import Role, Stage
from storage.roles import CARING
from tests.endurance.permissions.rows import Dump, Key, Row, pointed_at, words_in
from tests.endurance.permissions.world import Somebody

#: What belongs to somebody makes theirs whatever points at it.
OWNING: Final = frozenset(
    {
        *("people", "tasks", "repeats", "helped_people", "volunteers", "call_outs", "worries"),
        *("organisations", "neighbourhoods"),
    }
)
#: What others have decided about somebody is never theirs to change.
OF_OTHERS: Final = frozenset(
    {
        *("roles", "role_neighbourhoods", "checks", "blocks", "settings", "invitations"),
        *("holds", "kept_out"),
    }
)
#: Rows that everybody may point at.
PUBLIC: Final = frozenset({"neighbourhoods", "organisations", "groups", "chats"})
#: What is there for everybody: a new row has to belong to something of one's own.
OF_THE_SCHEME: Final = frozenset(
    {"organisations", "neighbourhoods", "postcodes", "adjacent_neighbourhoods", "groups"}
)
#: Timed work about groups and about the scheme as a whole.
PUBLIC_WORK: Final = frozenset({"overview", "approvals-wait", "queue"})
#: What somebody who decides is noted in; nobody decides about what is their own.
DECIDING: Final = frozenset(
    {"decided_by", "reviewed_by", "agreed_by", "acknowledged_by", "settled_by", "recorded_by"}
)


@dataclass
class Belongings:
    """What is somebody's: rows, by table and key, and the words that they may be shown."""

    person: Somebody
    rows: set[tuple[str, Key]] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    #: Those on the other side of what is theirs.
    connected: set[int] = field(default_factory=set)
    #: Those whom they look after.
    cared_for: set[int] = field(default_factory=set)
    #: Whether they are a lead, or look after something.
    holds_something: bool = False
    #: Whether they read worries.
    is_lead: bool = False
    #: The partner organisation that they act for.
    partner: int | None = None

    def owns(self, table: str, number: int) -> bool:
        """Say whether a row is theirs."""
        return (table, (number,)) in self.rows


def belongings(transaction: Transaction, base: Dump, person: Somebody) -> Belongings:
    """Return what is somebody's, by the roles that they hold and by what points at them."""
    theirs = Belongings(person)
    theirs.rows |= {("people", (person.id,)), ("chats", (person.chat_id,))}
    for held in _held(base, person):
        theirs.holds_something = True
        if held["role"] == Role.LEAD:
            theirs.is_lead = True
            theirs.rows |= {("worries", key) for key in base["worries"]}
        else:
            _look_after(base, held, theirs)
    while more := set(_pointing(base, theirs)):
        theirs.rows |= more
    for table, key in theirs.rows:
        row = base[table][key]
        theirs.words |= words_in(transaction, table, row)
        if table == "tasks":
            theirs.references.add(row["reference"])
        sides = pointed_at(table, row) if table in ("tasks", "repeats", "worries") else []
        if table == "worries" and row["task_id"] is not None:
            # It says of which request it is, and who is on either side.
            task = base["tasks"][(row["task_id"],)]
            theirs.references.add(task["reference"])
            sides += pointed_at("tasks", task)
        theirs.connected |= {number for pointed, number in sides if pointed == "people"}
        if table == "people" and key != (person.id,):
            theirs.cared_for.add(row["id"])
    # Whoever tells a worry is told who will read it.
    leads = {row["person_id"] for row in base["roles"].values() if _is_held(row, Role.LEAD)}
    for number in theirs.connected | leads:
        theirs.words |= words_in(transaction, "people", base["people"][(number,)])
    return theirs


def _held(base: Dump, person: Somebody) -> Iterator[Row]:
    for row in base["roles"].values():
        if row["person_id"] == person.id and _is_held(row, Role.LEAD, *CARING):
            yield row


def _is_held(row: Row, *roles: Role) -> bool:
    return row["ended_at"] is None and row["role"] in roles


def _look_after(base: Dump, held: Row, theirs: Belongings) -> None:
    """Add what a role puts into somebody's hands."""
    partner = held["organisation_id"]
    areas = {
        row["neighbourhood_id"]
        for row in base["role_neighbourhoods"].values()
        if row["role_id"] == held["id"]
    }
    if held["role"] == Role.CONTACT:
        theirs.partner = partner
    if partner is not None and not areas:
        theirs.rows.add(("organisations", (partner,)))
    theirs.rows |= {("neighbourhoods", (area,)) for area in areas}
    # What has no neighbourhood is in the hands of all of its organisation.
    theirs.rows |= {
        ("tasks", key)
        for key, row in base["tasks"].items()
        if row["neighbourhood_id"] is None and row["organisation_id"] == partner
    }


def _pointing(base: Dump, theirs: Belongings) -> Iterator[tuple[str, Key]]:
    for table, rows in base.items():
        if table in OF_OTHERS:
            continue
        for key, row in rows.items():
            if (table, key) not in theirs.rows and _points_at_theirs(table, row, theirs):
                yield table, key


def _points_at_theirs(table: str, row: Row, theirs: Belongings) -> bool:
    if table == "due_work":
        return any((name, (row["subject"],)) in theirs.rows for name in OWNING)
    return any(
        name in OWNING and theirs.owns(name, number) for name, number in pointed_at(table, row)
    )


def wrongs(base: Dump, after: Dump, theirs: Belongings) -> Iterator[str]:
    """Yield every change of a row that somebody may not cause."""
    has_left = "people" in after and _has_left(after["people"], theirs)
    for table, rows in after.items():
        for key in base[table].keys() | rows.keys():
            before, now = base[table].get(key), rows.get(key)
            if has_left and _goes_with_them(base, after, table, before, now, theirs):
                continue
            if (
                table == "reveals"
                and before is None
                and now
                and _is_shown(base, after, now, theirs)
            ):
                continue
            if before != now and not _is_right(base, table, key, before, now, theirs):
                changed = sorted(
                    name
                    for name in (now or before or {})
                    if (before or {}).get(name) != (now or {}).get(name)
                )
                what = "added" if before is None else "dropped" if now is None else "changed"
                of = "" if table != "due_work" else f" ({(now or before or {})['kind']})"
                yield f"{table} {key}{of} {what}: {', '.join(changed)}"


def _is_right(
    base: Dump, table: str, key: Key, before: Row | None, now: Row | None, theirs: Belongings
) -> bool:
    if _decides_alone(before, now, theirs):
        return False
    if table in OF_OTHERS:
        return _is_right_of_others(table, before, now, theirs)
    if table == "wrong_links":
        # What each chat tried is counted for itself.
        return key == (theirs.person.chat_id,)
    if before is not None:
        return (table, key) in theirs.rows
    assert now is not None
    if table in OF_THE_SCHEME:
        return _points_at_theirs(table, now, theirs) or _points_at_new(base, table, now)
    if table == "due_work":
        # Whoever looks after something may come to hear of what anybody does.
        subject = now["subject"]
        hears = any(row["person_id"] == subject for row in base["roles"].values())
        is_public = hears or now["kind"] in PUBLIC_WORK
        return is_public or not _is_of_somebody_else(base, subject, theirs)
    if table in ("start_links", "interests"):
        # Whoever sees a card may open it, and say that they could do it; a coordinator chooses.
        return bool(now["person_id"] == theirs.person.id)
    if table == "people" or now.get("by_phone"):
        # Whoever looks after something takes requests by phone, wherever people ring from.
        return any(name in OF_THE_SCHEME for name, _ in theirs.rows)
    return not any(
        (number,) in base[name] and not _may_point_at(name, number, theirs)
        for name, number in pointed_at(table, now)
    )


def _has_left(people: Mapping[Key, Row], theirs: Belongings) -> bool:
    """Say whether somebody had themself forgotten."""
    now = people.get((theirs.person.id,))
    return now is None or now["account"] is None


def _goes_with_them(
    base: Dump, after: Dump, table: str, before: Row | None, now: Row | None, theirs: Belongings
) -> bool:
    """Say whether a row comes or goes since somebody had themself forgotten.

    What they held goes; a block goes on without a name; and a row that names nobody stays for them.
    """
    me = theirs.person.id
    if before is None and now is not None:
        is_nobody = table == "people" and now["account"] is None
        return is_nobody or (table == "kept_out" and _is_blocked(base, me))
    if before is None or now is not None:
        return False
    if table == "role_neighbourhoods":
        return bool(base["roles"][(before["role_id"],)]["person_id"] == me)
    if table == "blocks":
        is_kept_out = len(after.get("kept_out", {})) > len(base["kept_out"])
        return before["person_id"] == me and (is_kept_out or before["ended_at"] is not None)
    return table in ("roles", "checks") and before["person_id"] == me


def _is_blocked(base: Dump, person_id: int) -> bool:
    return any(
        row["person_id"] == person_id and row["ended_at"] is None for row in base["blocks"].values()
    )


def _is_shown(base: Dump, after: Dump, reveal: Row, theirs: Belongings) -> bool:
    """Say whether a request of somebody's own, or in their hands, is shown to who looks after it.

    So it is where it is new or still lacks something; and to a lead, where it worries somebody.
    """
    number = reveal["task_id"]
    if reveal["stage"] in (Stage.WORRY, Stage.DANGER):
        told = after.get("worries", base["worries"]).values()
        is_told = any(row["task_id"] == number for row in told)
        return is_told and _is_lead(base, reveal["person_id"])
    if reveal["stage"] != Stage.READ:
        return False
    task = base["tasks"].get((number,)) or after["tasks"][(number,)]
    is_new = (number,) not in base["tasks"]
    if not (is_new and task["resident_id"] == theirs.person.id) and not theirs.owns(
        "tasks", number
    ):
        return False
    return any(
        held["person_id"] == reveal["person_id"] and _is_in_hands(base, held, task)
        for held in base["roles"].values()
    )


def _is_lead(base: Dump, person_id: int) -> bool:
    return any(
        row["person_id"] == person_id and _is_held(row, Role.LEAD) for row in base["roles"].values()
    )


def _is_in_hands(base: Dump, held: Row, task: Row) -> bool:
    area = task["neighbourhood_id"]
    of = task if area is None else base["neighbourhoods"][(area,)]
    if not _is_held(held, *CARING) or held["organisation_id"] != of["organisation_id"]:
        return False
    rows = base["role_neighbourhoods"].values()
    areas = {row["neighbourhood_id"] for row in rows if row["role_id"] == held["id"]}
    return area is None or not areas or area in areas


def _points_at_new(base: Dump, table: str, row: Row) -> bool:
    return any(
        name == "neighbourhoods" and (number,) not in base[name]
        for name, number in pointed_at(table, row)
    )


def _may_point_at(table: str, number: int, theirs: Belongings) -> bool:
    if table in PUBLIC or theirs.owns(table, number):
        return True
    return table == "people" and number in theirs.connected


def _is_of_somebody_else(base: Dump, subject: int, theirs: Belongings) -> bool:
    """Say whether a number is that of a row which is not theirs; no two rows have the same."""
    return any(
        (subject,) in rows and (table, (subject,)) not in theirs.rows
        for table, rows in base.items()
        if table not in PUBLIC and rows and len(next(iter(rows))) == 1
    )


def _decides_alone(before: Row | None, now: Row | None, theirs: Belongings) -> bool:
    return (
        any(
            value == theirs.person.id and (before or {}).get(name) != value
            for name, value in (now or {}).items()
            if name in DECIDING
        )
        and not theirs.holds_something
    )


def _is_right_of_others(
    table: str, before: Row | None, now: Row | None, theirs: Belongings
) -> bool:
    me = theirs.person.id
    if table == "roles" and before is not None and now is not None:
        # Everybody may end what they hold; a contact also what others hold of their organisation.
        is_end = {**before, "ended_at": None} == {**now, "ended_at": None}
        is_partners = theirs.partner is not None and before["organisation_id"] == theirs.partner
        return is_end and (before["person_id"] == me or is_partners)
    if table == "invitations" and before is None:
        return now is not None and now["made_by"] == me and theirs.partner is not None
    if table == "invitations" and now is not None:
        # Whoever has a link may agree, which gives them nothing yet.
        agreed = {"used_by": None, "used_at": None}
        is_agreed = {**before, **agreed} == {**now, **agreed}  # type: ignore[dict-item] # a row
        return now["used_by"] == me and is_agreed
    if table == "holds":
        return theirs.is_lead
    if table in ("checks", "blocks"):
        return (now or before or {})["person_id"] in theirs.cared_for
    return False
