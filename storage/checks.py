"""What coordinators have seen of volunteers: identity, background check, references."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, insert, not_, or_, select, update

from storage.database import Transaction
from storage.model import Check, Checked
from storage.tables import checks

#: What makes somebody checked; references are noted beside it.
NEEDED = (Checked.IDENTITY, Checked.BACKGROUND)


async def record(
    transaction: Transaction,
    person_id: int,
    recorded_by: int,
    now: datetime,
    what: Checked,
    *,
    issued_on: date | None = None,
    expires_on: date | None = None,
) -> None:
    """Record what a coordinator has seen, in the place of an earlier one of the same kind.

    Without `expires_on` it does not run out.
    """
    await end(transaction, person_id, recorded_by, now, what)
    await transaction.connection.execute(
        insert(checks).values(
            person_id=person_id,
            recorded_by=recorded_by,
            recorded_at=now,
            what=what,
            issued_on=issued_on,
            expires_on=expires_on,
        )
    )


async def record_check(
    transaction: Transaction, person_id: int, recorded_by: int, now: datetime, expires_on: date
) -> None:
    """Record that a coordinator has seen somebody's identity, and a check good until a day."""
    await record(transaction, person_id, recorded_by, now, Checked.IDENTITY)
    await record(
        transaction, person_id, recorded_by, now, Checked.BACKGROUND, expires_on=expires_on
    )


async def end(
    transaction: Transaction, person_id: int, ended_by: int, now: datetime, what: Checked
) -> bool:
    """Take back what was recorded of somebody; False where nothing of that kind stands."""
    result = await transaction.connection.execute(
        update(checks)
        .where(checks.c.person_id == person_id, checks.c.what == what, checks.c.ended_at.is_(None))
        .values(ended_at=now, ended_by=ended_by)
    )
    return result.rowcount > 0


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
    result = await transaction.connection.execute(
        select(checks.c.what, checks.c.expires_on).where(
            checks.c.person_id == person_id,
            checks.c.what.in_(NEEDED),
            checks.c.ended_at.is_(None),
            or_(checks.c.expires_on.is_(None), checks.c.expires_on >= today),
        )
    )
    last_days = {row.what: row.expires_on for row in result}
    if len(last_days) < len(NEEDED):
        return None
    return Check(person_id, min(day or date.max for day in last_days.values()))
