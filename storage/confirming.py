"""What becomes of a task that its helper says is done: confirmed, or opened again."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from storage import tasks as all_tasks
from storage.database import Transaction
from storage.model import Status, Task
from storage.tables import tasks


async def _change(transaction: Transaction, task: Task, **values: Any) -> bool:
    """Change a task that waits to be confirmed, for the claim that the caller knew of."""
    result = await transaction.connection.execute(
        update(tasks)
        .where(
            tasks.c.id == task.id,
            tasks.c.status == Status.DONE,
            tasks.c.confirmed_at.is_(None),
            tasks.c.claim_number == task.claim_number,
        )
        .values(**values)
    )
    return result.rowcount > 0


async def confirm(transaction: Transaction, task: Task, now: datetime) -> bool:
    """Note that a task is done in the eyes of its resident; False where it does not wait for it."""
    return await _change(transaction, task, confirmed_at=now)


async def reopen(transaction: Transaction, task: Task) -> bool:
    """Open a task again that was not done after all; False where it does not wait for that."""
    return await _change(
        transaction,
        task,
        status=Status.OPEN,
        closed_at=None,
        **all_tasks.NOBODYS,
    )


async def unconfirmed_of(transaction: Transaction, resident_id: int) -> list[Task]:
    """Return what a resident has not confirmed yet, the oldest first."""
    result = await transaction.connection.execute(
        select(tasks.c.id)
        .where(
            tasks.c.resident_id == resident_id,
            tasks.c.status == Status.DONE,
            tasks.c.confirmed_at.is_(None),
        )
        .order_by(tasks.c.id)
    )
    return [await all_tasks.get(transaction, number) for number in result.scalars()]
