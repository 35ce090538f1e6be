"""What coordinators have seen of volunteers: identity, background check, references."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    func,
    insert,
    literal,
    not_,
    or_,
    select,
    union_all,
    update,
)

from storage.database import Transaction
from storage.model import Check, Checked
from storage.prepared import Prepared
from storage.tables import checks

#: What makes somebody checked; references are noted beside it.
NEEDED = (Checked.IDENTITY, Checked.BACKGROUND)
#: Written once, because every request asks who its author is.
_STANDING = Prepared(
    select(checks.c.what, checks.c.expires_on).where(
        checks.c.person_id == bindparam("person"),
        checks.c.what.in_(NEEDED),
        checks.c.ended_at.is_(None),
        or_(checks.c.expires_on.is_(None), checks.c.expires_on >= bindparam("today")),
    )
)


@dataclass(frozen=True, slots=True)
class Seen:
    """Something that a coordinator has seen: the day on the paper, and its last day.

    Without `expires_on` it does not run out.
    """

    what: Checked
    issued_on: date | None = None
    expires_on: date | None = None


async def record(
    transaction: Transaction,
    person_id: int,
    recorded_by: int,
    now: datetime,
    *seen: Seen,
    changes: int | None = None,
) -> bool:
    """Record what a coordinator has seen, in the place of earlier ones of the same kinds.

    With `changes`, how much of it they knew of, nothing is recorded and False returned where
    something was recorded or taken back since.
    """
    rows = union_all(
        *(
            select(
                literal(person_id),
                literal(recorded_by),
                literal(now, checks.c.recorded_at.type),
                literal(each.what.value),
                literal(each.issued_on, checks.c.issued_on.type),
                literal(each.expires_on, checks.c.expires_on.type),
            )
            for each in seen
        )
    ).subquery()
    wanted = select(rows)
    if changes is not None:
        wanted = wanted.where(_changes(person_id).scalar_subquery() == changes)
    before = await _newest_of(transaction, person_id)
    columns = ("person_id", "recorded_by", "recorded_at", "what", "issued_on", "expires_on")
    result = await transaction.connection.execute(insert(checks).from_select(columns, wanted))
    if not result.rowcount:
        return False
    for each in seen:
        await _end(transaction, person_id, recorded_by, now, each.what, up_to=before)
    return True


def _changes(person_id: int) -> Select[Any]:
    # Each is recorded, and may end: both are counted, and neither is ever undone.
    return select(func.count() + func.count(checks.c.ended_at)).where(
        checks.c.person_id == person_id
    )


async def changes_of(transaction: Transaction, person_id: int) -> int:
    """Return how often something was recorded of somebody or ended; it only ever grows."""
    found: int = await transaction.connection.scalar(_changes(person_id))
    return found


async def _newest_of(transaction: Transaction, person_id: int) -> int:
    found: int = await transaction.connection.scalar(
        select(func.coalesce(func.max(checks.c.id), 0)).where(checks.c.person_id == person_id)
    )
    return found


async def record_check(
    transaction: Transaction, person_id: int, recorded_by: int, now: datetime, expires_on: date
) -> None:
    """Record that a coordinator has seen somebody's identity, and a check good until a day."""
    seen = (Seen(Checked.IDENTITY), Seen(Checked.BACKGROUND, expires_on=expires_on))
    await record(transaction, person_id, recorded_by, now, *seen)


async def end(
    transaction: Transaction, person_id: int, ended_by: int, now: datetime, what: Checked
) -> bool:
    """Take back what was recorded of somebody; False where nothing of that kind stands."""
    return await _end(transaction, person_id, ended_by, now, what)


async def _end(
    transaction: Transaction,
    person_id: int,
    ended_by: int,
    now: datetime,
    what: Checked,
    up_to: int | None = None,
) -> bool:
    conditions = [
        checks.c.person_id == person_id,
        checks.c.what == what,
        checks.c.ended_at.is_(None),
    ]
    if up_to is not None:
        conditions.append(checks.c.id <= up_to)
    result = await transaction.connection.execute(
        update(checks).where(*conditions).values(ended_at=now, ended_by=ended_by)
    )
    return result.rowcount > 0


async def standing_of(transaction: Transaction, person_id: int) -> dict[Checked, Seen]:
    """Return what was seen of somebody and not taken back, whether it has run out or not."""
    result = await transaction.connection.execute(
        select(checks.c.what, checks.c.issued_on, checks.c.expires_on)
        .where(checks.c.person_id == person_id, checks.c.ended_at.is_(None))
        .order_by(checks.c.id)
    )
    return {Checked(row.what): Seen(Checked(row.what), *row[1:]) for row in result}


async def person_of(transaction: Transaction, check_id: int) -> int:
    """Return whose check it is."""
    found: int = await transaction.connection.scalar(
        select(checks.c.person_id).where(checks.c.id == check_id)
    )
    return found


def checked_on(person: ColumnElement[int], day: date) -> list[ColumnElement[bool]]:
    """Return the conditions under which somebody is checked on a day."""
    return [
        select(checks.c.id)
        .where(
            checks.c.person_id == person,
            checks.c.what == what,
            checks.c.ended_at.is_(None),
            or_(checks.c.expires_on.is_(None), checks.c.expires_on >= day),
        )
        .exists()
        for what in NEEDED
    ]


def lacks_check(person: ColumnElement[int], day: date) -> ColumnElement[bool]:
    """Return the condition under which somebody is not checked on a day."""
    return not_(and_(*checked_on(person, day)))


async def check_of(transaction: Transaction, person_id: int, today: date) -> Check | None:
    """Return until when somebody is checked, or None where on a day they are not.

    That is until the first of what it takes runs out.
    """
    values = {"person": person_id, "today": today}
    result = await transaction.connection.execute(_STANDING, values)
    last_days = {row.what: row.expires_on for row in result}
    if len(last_days) < len(NEEDED):
        return None
    return Check(person_id, min(day or date.max for day in last_days.values()))


async def last_day_of(transaction: Transaction, person_id: int) -> date | None:
    """Return the last day on which somebody is checked, or was; None where nothing ends.

    That is the first last day of what it takes and was not taken back. Where something that it
    takes was never seen, nothing ends either.
    """
    seen = await standing_of(transaction, person_id)
    if any(what not in seen for what in NEEDED):
        return None
    days = [seen[what].expires_on for what in NEEDED]
    return min((day for day in days if day is not None), default=None)
