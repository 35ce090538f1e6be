"""Timed work, as rows: what has to be looked at, and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import bindparam, delete, func, or_, select, update

from storage.database import Transaction
from storage.dialects import insert
from storage.prepared import Prepared
from storage.tables import Moment, due_work
from storage.turns import beside

#: How long somebody who took a piece of work keeps it from others.
LEASE: Final = timedelta(seconds=8)
LONGEST_PAUSE: Final = timedelta(hours=1)


_NEW = insert(due_work).values(leased_until=None, attempts=0)
_SAME = [due_work.c.kind, due_work.c.subject]
#: Written once, because every conversation and every request needs them.
_PLAN = Prepared(
    beside(
        _NEW.on_conflict_do_update(
            index_elements=_SAME,
            set_={"due_at": _NEW.excluded.due_at, "leased_until": None, "attempts": 0},
        )
    )
)
_PLAN_UNLESS_PLANNED = Prepared(_NEW.on_conflict_do_nothing(index_elements=_SAME))
_DROP = Prepared(
    delete(due_work).where(
        due_work.c.subject == bindparam("subject"), due_work.c.kind == bindparam("kind")
    )
)
_IS_FREE = or_(due_work.c.leased_until.is_(None), due_work.c.leased_until <= bindparam("now"))
_DUE = (
    select(due_work.c.id)
    .where(due_work.c.due_at <= bindparam("now"), _IS_FREE)
    .order_by(due_work.c.due_at)
    .limit(bindparam("most"))
    # What another process is just taking is left to it.
    .with_for_update(skip_locked=True)
)
_LEASE = Prepared(
    beside(
        update(due_work)
        .where(due_work.c.id.in_(_DUE))
        .values(leased_until=bindparam("until", type_=Moment))
        .returning(due_work.c.id, due_work.c.kind, due_work.c.subject, due_work.c.due_at)
    )
)
_NEXT_FREE = Prepared(
    select(due_work.c.due_at)
    .where(due_work.c.leased_until.is_(None))
    .order_by(due_work.c.due_at)
    .limit(1)
)
_NEXT_LEASED = Prepared(
    select(func.min(due_work.c.leased_until)).where(due_work.c.leased_until.is_not(None))
)


@dataclass(frozen=True, slots=True)
class DueWork:
    """A piece of timed work: `subject` is the number of what it is about."""

    id: int
    kind: str
    subject: int
    due_at: datetime


async def plan(transaction: Transaction, kind: str, subject: int, due_at: datetime) -> None:
    """Have work done at a moment; the same kind for the same subject is moved, not doubled."""
    values = {"kind": kind, "subject": subject, "due_at": due_at}
    await transaction.connection.execute(_PLAN, values)
    transaction.has_due_work = True


async def plan_unless_planned(
    transaction: Transaction, kind: str, subject: int, due_at: datetime
) -> None:
    """Have work done at a moment; the same kind for the same subject stays when it was planned."""
    values = {"kind": kind, "subject": subject, "due_at": due_at}
    await transaction.connection.execute(_PLAN_UNLESS_PLANNED, values)
    transaction.has_due_work = True


async def is_planned(transaction: Transaction, kind: str, subject: int) -> bool:
    """Say whether such work is planned for a subject."""
    result = await transaction.connection.execute(
        select(due_work.c.id).where(due_work.c.kind == kind, due_work.c.subject == subject)
    )
    return result.scalar_one_or_none() is not None


async def planned_at(transaction: Transaction, kind: str, subject: int) -> datetime | None:
    """Return when such work is planned for a subject, or None."""
    result = await transaction.connection.execute(
        select(due_work.c.due_at).where(due_work.c.kind == kind, due_work.c.subject == subject)
    )
    return result.scalar_one_or_none()


async def number_of(transaction: Transaction, kind: str) -> int:
    """Return for how many subjects such work is planned."""
    found: int = await transaction.connection.scalar(
        select(func.count()).where(due_work.c.kind == kind)
    )
    return found


async def drop(transaction: Transaction, subject: int, *kinds: str) -> None:
    """Take back planned work of these kinds for a subject."""
    if kinds:
        rows = [{"subject": subject, "kind": kind} for kind in kinds]
        await transaction.connection.execute(_DROP, rows)


async def lease(transaction: Transaction, now: datetime, most: int = 50) -> list[DueWork]:
    """Take what is due and not taken by anybody else; it must be finished within LEASE."""
    values = {"now": now, "until": now + LEASE, "most": most}
    result = await transaction.connection.execute(_LEASE, values)
    return sorted((DueWork(*row) for row in result), key=lambda work: (work.due_at, work.id))


async def finish(transaction: Transaction, work: DueWork) -> bool:
    """Strike out a piece of work; False where it was planned anew or struck out meanwhile."""
    result = await transaction.connection.execute(
        beside(delete(due_work).where(due_work.c.id == work.id, due_work.c.due_at == work.due_at))
    )
    return result.rowcount > 0


async def put_off(transaction: Transaction, work: DueWork, now: datetime) -> None:
    """Try work that failed again later, each time after a longer pause.

    What was planned anew meanwhile keeps its new moment.
    """
    result = await transaction.connection.execute(
        update(due_work)
        .where(due_work.c.id == work.id, due_work.c.due_at == work.due_at)
        .values(attempts=due_work.c.attempts + 1)
        .returning(due_work.c.attempts)
    )
    attempts = result.scalar_one_or_none()
    if attempts is not None:
        pause = min(timedelta(seconds=30) * 2 ** min(attempts, 10), LONGEST_PAUSE)
        await transaction.connection.execute(
            update(due_work).where(due_work.c.id == work.id).values(leased_until=now + pause)
        )


async def next_at(transaction: Transaction) -> datetime | None:
    """Return when the next piece of work wants to be looked at, or None."""
    moments = [
        await transaction.connection.scalar(statement) for statement in (_NEXT_LEASED, _NEXT_FREE)
    ]
    return min((moment for moment in moments if moment is not None), default=None)
