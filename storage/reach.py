"""How far a task that nobody has taken has been carried; it goes forward only, until it reopens."""

from datetime import datetime
from typing import Final

from sqlalchemy import case, update

from storage.database import Transaction
from storage.model import Reach, Status, Task
from storage.tables import tasks

#: From the first to the last.
ORDER: Final = tuple(Reach)


async def advance(transaction: Transaction, task: Task, to: Reach) -> bool:
    """Carry an open task further; False where it is not open any more or has been as far."""
    result = await transaction.connection.execute(
        update(tasks)
        .where(
            tasks.c.id == task.id,
            tasks.c.status == Status.OPEN,
            tasks.c.reach.in_(ORDER[: ORDER.index(to)]),
        )
        .values(reach=to)
    )
    return result.rowcount > 0


async def begin(transaction: Transaction, task: Task, now: datetime) -> None:
    """Let an open task wait for somebody from now on.

    One that had been given to somebody begins where its card has been raised, and keeps the groups
    that it had reached.
    """
    far = ORDER[ORDER.index(Reach.ADJACENT) :]
    again = case((tasks.c.reach.in_(far), Reach.ADJACENT), else_=Reach.RAISED)
    await transaction.connection.execute(
        update(tasks)
        .where(tasks.c.id == task.id, tasks.c.status == Status.OPEN)
        .values(opened_at=now, reach=case((tasks.c.claim_number > 0, again), else_=tasks.c.reach))
    )
