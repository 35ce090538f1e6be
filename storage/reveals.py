"""Who was shown which stage of a request, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import case, func, select

from storage.database import Transaction
from storage.dialects import insert as upsert
from storage.model import Stage, Task
from storage.tables import reveals, tasks
from storage.tasks import UNFINISHED

#: What neither side of a request is told: that somebody has a worry about it.
UNTOLD: Final = frozenset({Stage.WORRY})


@dataclass(frozen=True, slots=True)
class Reveal:
    """That somebody was shown a stage of a request."""

    person_id: int
    claim_number: int
    stage: Stage
    at: datetime


async def of_task(transaction: Transaction, task: Task) -> list[Reveal]:
    """Return who was shown what of a task, in the order in which it happened."""
    result = await transaction.connection.execute(
        select(reveals.c.person_id, reveals.c.claim_number, reveals.c.stage, reveals.c.at)
        .where(reveals.c.task_id == task.id)
        .order_by(reveals.c.at, reveals.c.id)
    )
    return [Reveal(row.person_id, row.claim_number, Stage(row.stage), row.at) for row in result]


async def was_shown(transaction: Transaction, places: Sequence[Task]) -> bool:
    """Say whether anything of a request was shown to anybody who may be told of."""
    result = await transaction.connection.execute(
        select(reveals.c.id)
        .where(
            reveals.c.task_id.in_([each.id for each in places]),
            reveals.c.stage.not_in(UNTOLD),
        )
        .limit(1)
    )
    return result.first() is not None


async def closed_and_shown(transaction: Transaction, resident_id: int, most: int) -> list[int]:
    """Return somebody's finished requests of which anything was shown, the newest first.

    Each is named by the last of its tasks.
    """
    newest = func.max(tasks.c.id)
    was_shown = (
        select(reveals.c.id)
        .where(reveals.c.task_id == tasks.c.id, reveals.c.stage.not_in(UNTOLD))
        .exists()
    )
    result = await transaction.connection.execute(
        select(newest)
        .where(tasks.c.resident_id == resident_id, was_shown)
        .group_by(tasks.c.request)
        .having(func.sum(case((tasks.c.status.in_(UNFINISHED), 1), else_=0)) == 0)
        .order_by(newest.desc())
        .limit(most)
    )
    return list(result.scalars())


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


async def last_claimed_by(transaction: Transaction, task: Task, person_id: int) -> datetime | None:
    """Return when somebody was given a task for the last time, or None."""
    found: datetime | None = await transaction.connection.scalar(
        select(func.max(reveals.c.at)).where(
            reveals.c.task_id == task.id,
            reveals.c.person_id == person_id,
            reveals.c.stage == Stage.CLAIMED,
        )
    )
    return found
