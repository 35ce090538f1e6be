"""Who said that they could do a task whose helper a coordinator picks."""

from datetime import datetime

from sqlalchemy import delete, select

from storage.database import Transaction
from storage.dialects import insert as upsert
from storage.model import Task
from storage.tables import interests


async def note(transaction: Transaction, task: Task, person_id: int, now: datetime) -> bool:
    """Note that a volunteer could do an assigned task; False where they had said so before."""
    result = await transaction.connection.execute(
        upsert(interests)
        .values(task_id=task.id, person_id=person_id, at=now)
        .on_conflict_do_nothing(index_elements=[interests.c.task_id, interests.c.person_id])
    )
    return result.rowcount > 0


async def of(transaction: Transaction, task: Task) -> list[int]:
    """Return the numbers of the volunteers who said that they could do a task, the first first."""
    result = await transaction.connection.execute(
        select(interests.c.person_id)
        .where(interests.c.task_id == task.id)
        .order_by(interests.c.at, interests.c.person_id)
    )
    return list(result.scalars())


async def forget(transaction: Transaction, task_id: int) -> None:
    """Forget who said that they could do a task."""
    await transaction.connection.execute(delete(interests).where(interests.c.task_id == task_id))


async def has(transaction: Transaction, task: Task, person_id: int) -> bool:
    """Say whether a volunteer said that they could do a task."""
    result = await transaction.connection.execute(
        select(interests.c.person_id).where(
            interests.c.task_id == task.id, interests.c.person_id == person_id
        )
    )
    return result.scalar_one_or_none() is not None
