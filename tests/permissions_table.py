"""Writes docs/permissions.md from `handlers/permissions.py` itself: `make permissions`.

Each cell of its tables is what `allowed` says, so that the page cannot say anything else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from handlers.actions import About, Action, Actor, Area, Everywhere, People, Position
from handlers.permissions import allowed
from storage.model import (
    Check,
    Kind,
    Level,
    Neighbourhood,
    Person,
    Repeat,
    RepeatStatus,
    Role,
    Status,
    Task,
    Volunteer,
)
from tests.actions_in_words import GROUPS, HANDED_OVER, REQUEST, SAID, UNPLACED
from tests.clock import BEGINNING

PAGE: Final = Path(__file__).parents[1] / "docs" / "permissions.md"

# Two organisations: of the first are the neighbourhoods 1, where it happens, and 2, of the other 3.
OURS, OTHERS = 1, 2
HERE, BESIDE, ELSEWHERE = 1, 2, 3
RESIDENT, HELPER, HOLDER, WISHED = 11, 12, 13, 14


def _person(number: int) -> Person:
    return Person(
        id=number,
        account=f"telegram:{number}",
        chat_id=number,
        key="k",
        language="en",
        first_name=None,
        agreed_at=BEGINNING,
        health_agreed_at=None,
        neighbourhood_id=HERE,
        reachable=True,
    )


def _actor(number: int = 99) -> Actor:
    return Actor(_person(number), ZoneInfo("Europe/London"))


def _volunteer(number: int) -> Volunteer:
    return Volunteer(number, frozenset(Kind), frozenset({HERE}), tasks_at_once=3)


def _helps(actor: Actor, *, is_checked: bool = False) -> Actor:
    check = Check(actor.person.id, date.max) if is_checked else None
    return replace(actor, volunteer=_volunteer(actor.person.id), check=check)


def _cares(role: Role, organisation: int, *places: int, is_whole: bool = False) -> Actor:
    organisations = frozenset[int | None]({organisation})
    whole = organisations if is_whole else frozenset[int | None]()
    return replace(
        _actor(),
        roles=frozenset({role}),
        area=Area(frozenset(places), organisations, whole),
        contact_of=organisation if role is Role.CONTACT else None,
    )


#: Everybody there is to ask for, by what heads their column. Some are more than one person.
ROLES: Final[Mapping[str, tuple[Actor, ...]]] = {
    "anybody": (_actor(),),
    "whose it is": tuple(replace(_actor(each), took_part=True) for each in (RESIDENT, HOLDER)),
    "helper": (replace(_helps(_actor(HELPER), is_checked=True), was_helper=True, took_part=True),),
    "earlier helper": (
        replace(_helps(_actor(), is_checked=True), was_helper=True, took_part=True),
    ),
    "volunteer": (_helps(_actor()),),
    "checked volunteer": (_helps(_actor(), is_checked=True),),
    "asked": (replace(_helps(_actor(WISHED), is_checked=True), was_asked=True),),
    "colleague": (replace(_actor(), roles=frozenset({Role.COLLEAGUE})),),
    "coordinator": (_cares(Role.COORDINATOR, OURS, HERE),),
    "coordinator beside": (_cares(Role.COORDINATOR, OURS, BESIDE),),
    "contact": (_cares(Role.CONTACT, OURS, HERE, BESIDE, is_whole=True),),
    "other organisation": tuple(
        _cares(each, OTHERS, ELSEWHERE, is_whole=True) for each in (Role.COORDINATOR, Role.CONTACT)
    ),
    "lead": (replace(_actor(), roles=frozenset({Role.LEAD}), reads_worry=True),),
    "owner": (replace(_actor(), is_owner=True),),
}
#: Whatever else somebody is: while they are blocked, and for whom nobody can tell who they are.
BLOCKED, UNNAMED = "blocked", "no name"
COLUMNS: Final = (*ROLES, BLOCKED, UNNAMED)


def everybody_called(column: str) -> tuple[Actor, ...]:
    """Return those whom a column speaks of; without a name there is nobody to be allowed."""
    if column == UNNAMED:
        return ()
    if column == BLOCKED:
        unblocked = [each for actors in ROLES.values() for each in actors if not each.is_owner]
        return tuple(replace(each, is_blocked=True) for each in unblocked)
    return ROLES[column]


# --- What a permission is asked about ------------------------------------------------------------


def _task(status: Status, **other: Any) -> Task:
    is_held = status not in (Status.WITH_COORDINATOR, Status.OPEN)
    task = Task(
        id=1,
        reference="KRT-27",
        token="t",  # noqa: S106 - it opens nothing
        resident_id=RESIDENT,
        neighbourhood_id=HERE,
        status=status,
        kind=Kind.SHOPPING,
        level=Level.OPEN,
        size=None,
        needs=frozenset(),
        language_wanted=None,
        who_pays=None,
        ceiling=None,
        window_start=BEGINNING,
        window_end=BEGINNING + timedelta(hours=2),
        created_at=BEGINNING,
        helper_id=HELPER if is_held else None,
        claim_number=1,
        claimed_at=None,
        set_off_at=None,
        closed_at=None,
    )
    return replace(task, **other)


def _repeat(status: RepeatStatus) -> Repeat:
    return Repeat(
        id=1,
        token="t",  # noqa: S106 - it opens nothing
        resident_id=RESIDENT,
        helped_id=None,
        helper_id=HELPER,
        wished_id=WISHED,
        helper_away_until=None,
        status=status,
        kind=Kind.SHOPPING,
        level=Level.OPEN,
        neighbourhood_id=HERE,
        size=None,
        needs=frozenset(),
        language_wanted=None,
        who_pays=None,
        ceiling=None,
        first_start=BEGINNING,
        first_end=BEGINNING,
        next_start=BEGINNING,
        next_end=BEGINNING,
        paused_until=None,
    )


def _tasks(**other: Any) -> dict[str, About | None]:
    """Return a request in each of its states, by the sign that stands for it in the tables."""
    return {
        "Q": _task(Status.WITH_COORDINATOR, **other),
        "O": _task(Status.OPEN, **other),
        "C": _task(Status.CLAIMED, **other),
        "W": _task(Status.ON_THE_WAY, **other),
        "D": _task(Status.DONE, **other),
        "✓": _task(Status.DONE, confirmed_at=BEGINNING, **other),
        "X": _task(Status.WITHDRAWN, **other),
    }


#: What a permission can be asked about, by name: each state it may be in, by its sign.
ABOUTS: Final[Mapping[str, Mapping[str, About | None]]] = {
    "": {"yes": None},
    REQUEST: _tasks(),
    "a request of a checked kind": _tasks(level=Level.CHECKED),
    "a request of an assigned kind": _tasks(level=Level.ASSIGNED),
    "a request by phone": _tasks(by_phone=True),
    UNPLACED: _tasks(neighbourhood_id=None, organisation_id=OURS),
    HANDED_OVER: _tasks(neighbourhood_id=None, organisation_id=OTHERS),
    "weekly help": {
        "going": _repeat(RepeatStatus.GOING),
        "choosing": _repeat(RepeatStatus.CHOOSING),
        "ended": _repeat(RepeatStatus.ENDED),
    },
    "somebody": {"yes": People(frozenset({HERE}))},
    "a neighbourhood": {
        "yes": Neighbourhood(HERE, "Albion", "Europe/London", organisation_id=OURS)
    },
    "several neighbourhoods": {"yes": Everywhere(frozenset({HERE, BESIDE}))},
    "a role": {
        each.value: Position(each, None if each is Role.LEAD else OURS, HOLDER) for each in Role
    },
}
#: Sorts of request that have a line of their own only where they make a difference.
SORTS: Final = (
    "a request of a checked kind",
    "a request of an assigned kind",
    "a request by phone",
)


#: Whom the columns speak of.
WHO: Final = {
    "anybody": "somebody who has written to the service, and nothing else",
    "whose it is": "who asked for it; of a role, who holds it",
    "helper": "holds the request, or comes every week",
    "earlier helper": "held it, and does not any more",
    "volunteer": "offers this kind of help",
    "checked volunteer": "offers it, and their check is good on the day",
    "asked": "a checked volunteer who was asked directly, or is wished for every week",
    "colleague": "of a partner organisation",
    "coordinator": "of the neighbourhood where it is",
    "coordinator beside": "of another neighbourhood of the same organisation",
    "contact": "of the organisation that owns the neighbourhood",
    "other organisation": "its coordinators and contacts, of all that it owns",
    "lead": "safeguarding lead, who has no part in what the worry is about",
    "owner": "named in the configuration",
    BLOCKED: "any of these but an owner, while they are blocked",
    UNNAMED: "an anonymous administrator of a group, or a channel",
}

# --- The page ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: what somebody may do, and in which states, by column."""

    action: Action
    about: str
    cells: tuple[str, ...]


def rows_of(action: Action) -> list[Row]:
    """Return the lines of an action, one for each thing that it can be about."""
    abouts = SAID[action].abouts
    rows = [Row(action, each, cells_of(action, each)) for each in abouts]
    if REQUEST not in abouts:
        return rows
    plain = cells_of(action, REQUEST)
    sorts = [Row(action, each, cells_of(action, each)) for each in SORTS]
    return [*rows, *(each for each in sorts if each.cells != plain)]


def cells_of(action: Action, about: str) -> tuple[str, ...]:
    """Return in which states everybody may do something, by column."""
    return tuple(_cell(action, about, column) for column in COLUMNS)


def _cell(action: Action, about: str, column: str) -> str:
    states = ABOUTS[about]
    signs = [
        sign
        for sign, object_ in states.items()
        if any(allowed(actor, action, object_) for actor in everybody_called(column))
    ]
    if not signs:
        return "·"
    if len(signs) == len(states):
        return "yes"
    return ("" if about.startswith("a request") else ", ").join(signs)


def page() -> str:
    """Return the whole page."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield from INTRODUCTION
    for title, actions in GROUPS.items():
        yield f"## {title}"
        yield ""
        yield from _table([row for action in actions for row in rows_of(action)])
        yield ""


def _table(rows: Sequence[Row]) -> Iterator[str]:
    lines = [("What", *COLUMNS), *((_said(row), *row.cells) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    head, *rest = [_line(line, widths) for line in lines]
    yield head
    yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    yield from rest


def _said(row: Row) -> str:
    said = f"{SAID[row.action].words} `{row.action}`"
    is_plain = row.about == SAID[row.action].abouts[0] and row.about not in SORTS
    return said if is_plain else f"{said}: {row.about}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"


INTRODUCTION: Final = (
    "# Who may do what",
    "",
    "Written by `make permissions` from `handlers/permissions.py`, where every permission is",
    "asked; a test compares. **What is not listed is denied.** A permission is asked anew at the",
    "moment of every tap and every last answer, whatever button or link somebody holds.",
    "",
    "In the cells, `yes` means in every state, and `·` never. The states of a request:",
    "**Q** waits for a coordinator to complete it, **O** open, **C** claimed, **W** its helper is",
    "on the way, **D** done, **✓** done and its resident has said so, **X** closed without help.",
    "",
    "| Column | Who |",
    "|--------|-----|",
    *(f"| {column} | {who} |" for column, who in WHO.items()),
    "",
    "Who looks after what: a request is in the hands of whoever looks after its neighbourhood; one",
    "without a neighbourhood, of all who look after something of its organisation; one that was",
    "handed over, of the organisation that has it now. All that is done by looking after a request",
    f"is as for `{Action.READ_REQUEST}` below, and a test holds that true.",
    "",
)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
