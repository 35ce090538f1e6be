"""Who was shown which stage of a request, and when."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert

from storage.database import Transaction
from storage.model import Stage, Task
from storage.tables import reveals


async def record(
    transaction: Transaction, task: Task, person_id: int, stage: Stage, now: datetime
) -> bool:
    """Log that a helper was shown a stage of a request; False where they had seen it before."""
    result = await transaction.connection.execute(
        upsert(reveals)
        .values(
            task_id=task.id,
            person_id=person_id,
            claim_number=task.claim_number,
            stage=stage,
            at=now,
        )
        .on_conflict_do_nothing(
            index_elements=[
                reveals.c.task_id,
                reveals.c.person_id,
                reveals.c.claim_number,
                reveals.c.stage,
            ]
        )
    )
    return result.rowcount > 0


async def has_held(transaction: Transaction, task: Task, person_id: int, claim_number: int) -> bool:
    """Say whether somebody was shown a task when it was claimed for that time."""
    result = await transaction.connection.execute(
        select(reveals.c.id).where(
            reveals.c.task_id == task.id,
            reveals.c.person_id == person_id,
            reveals.c.claim_number == claim_number,
            reveals.c.stage == Stage.CLAIMED,
        )
    )
    return result.scalar_one_or_none() is not None


async def was_helper(transaction: Transaction, task: Task, person_id: int) -> bool:
    """Say whether somebody holds a task, or held it before."""
    result = await transaction.connection.execute(
        select(reveals.c.id)
        .where(
            reveals.c.task_id == task.id,
            reveals.c.person_id == person_id,
            reveals.c.stage == Stage.CLAIMED,
        )
        .limit(1)
    )
    return result.scalar_one_or_none() is not None
