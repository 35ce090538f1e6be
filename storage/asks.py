"""Who was asked directly for which task, and what they said."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, delete, func, insert, literal, or_, select, update

from storage.database import Transaction
from storage.model import Task
from storage.tables import asks, volunteers

NO: Final = "no"
#: Somebody took the task, or it was closed, before they answered.
OVER: Final = "over"
#: How long somebody is left alone after they were asked, by what they chose.
PAUSES: Final = {"as-needed": timedelta(0), "daily": timedelta(days=1), "weekly": timedelta(days=7)}


@dataclass(frozen=True, slots=True)
class Now:
    """A moment where the volunteers live: itself, the day and the time on the wall there.

    Nobody is asked from `quiet_from` until `quiet_until` on the clock there.
    """

    moment: datetime
    day: date
    clock: time
    quiet_from: time
    quiet_until: time


def may_be_asked(now: Now) -> ColumnElement[bool]:
    """Return the condition on a volunteer under which they may be asked at a moment."""
    last, chosen = volunteers.c.last_asked_at, volunteers.c.asked_at_most
    not_too_often = or_(
        *(
            and_(chosen == each, or_(last.is_(None), last <= now.moment - pause))
            for each, pause in PAUSES.items()
        )
    )
    # They pause up to and on that day.
    is_there = or_(volunteers.c.paused_until.is_(None), volunteers.c.paused_until < now.day)
    return and_(not_too_often, is_there, _is_awake(now))


def _is_awake(now: Now) -> ColumnElement[bool]:
    clock, start, end = (
        literal(each.strftime("%H:%M:%S")) for each in (now.clock, now.quiet_from, now.quiet_until)
    )
    if now.quiet_from <= now.quiet_until:
        return or_(clock < start, clock >= end)
    return and_(clock < start, clock >= end)


async def ask(transaction: Transaction, task: Task, person_id: int, now: Now) -> bool:
    """Note that a volunteer is asked; False, and nothing noted, where they may not be just now."""
    asked_before = select(asks.c.id).where(asks.c.task_id == task.id, asks.c.person_id == person_id)
    result = await transaction.connection.execute(
        update(volunteers)
        .where(volunteers.c.person_id == person_id, may_be_asked(now), ~asked_before.exists())
        .values(last_asked_at=now.moment)
    )
    if not result.rowcount:
        return False
    await transaction.connection.execute(
        insert(asks).values(task_id=task.id, person_id=person_id, asked_at=now.moment)
    )
    return True


async def decline(transaction: Transaction, task: Task, person_id: int) -> bool:
    """Note a no; False where they were not asked, or said so before."""
    result = await transaction.connection.execute(
        update(asks)
        .where(asks.c.task_id == task.id, asks.c.person_id == person_id, asks.c.answer.is_(None))
        .values(answer=NO)
    )
    return result.rowcount > 0


async def was_asked(transaction: Transaction, task: Task, person_id: int) -> bool:
    """Say whether somebody was asked for a task."""
    result = await transaction.connection.execute(
        select(asks.c.id).where(asks.c.task_id == task.id, asks.c.person_id == person_id)
    )
    return result.scalar_one_or_none() is not None


async def thinking(transaction: Transaction, task_id: int) -> list[int]:
    """Return the numbers of those who were asked for a task and have not answered yet."""
    result = await transaction.connection.execute(
        select(asks.c.person_id)
        .where(asks.c.task_id == task_id, asks.c.answer.is_(None))
        .order_by(asks.c.id)
    )
    return list(result.scalars())


async def is_anybody_thinking(transaction: Transaction, task_id: int) -> bool:
    """Say whether somebody who was asked for a task has not answered yet."""
    return bool(await thinking(transaction, task_id))


async def close(transaction: Transaction, task_id: int) -> list[int]:
    """End what nobody answered for a task; returns the numbers of those who were asked."""
    result = await transaction.connection.execute(
        update(asks)
        .where(asks.c.task_id == task_id, asks.c.answer.is_(None))
        .values(answer=OVER)
        .returning(asks.c.person_id)
    )
    return sorted(result.scalars())


async def forget(transaction: Transaction, task_id: int) -> None:
    """Forget who was asked for a task: they can neither take it up any more nor be left out."""
    await transaction.connection.execute(delete(asks).where(asks.c.task_id == task_id))


async def counted(transaction: Transaction, task_id: int) -> tuple[int, int]:
    """Return how many were asked for a task, and how many of them said no."""
    result = await transaction.connection.execute(
        select(func.count(), func.count().filter(asks.c.answer == NO)).where(
            asks.c.task_id == task_id
        )
    )
    row = result.one()
    return row[0], row[1]
