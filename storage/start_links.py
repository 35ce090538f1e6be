"""Links that open the private chat and lead straight to a task; each is one person's own."""

from datetime import datetime

from sqlalchemy import delete, select

from storage.database import Transaction
from storage.tables import start_links


async def make(
    transaction: Transaction, token: str, person_id: int, task_id: int, expires_at: datetime
) -> None:
    """Make a link for one person to one task, good until a moment."""
    await transaction.connection.execute(
        start_links.insert().values(
            token=token, person_id=person_id, task_id=task_id, expires_at=expires_at
        )
    )


async def task_for(
    transaction: Transaction, token: str, person_id: int, now: datetime
) -> int | None:
    """Return the task that a link leads this person to; None where it is old or another's."""
    result = await transaction.connection.execute(
        select(start_links.c.task_id).where(
            start_links.c.token == token,
            start_links.c.person_id == person_id,
            start_links.c.expires_at > now,
        )
    )
    found: int | None = result.scalar_one_or_none()
    return found


async def forget(transaction: Transaction, task_id: int) -> None:
    """Let no link lead to a task any more."""
    await transaction.connection.execute(
        delete(start_links).where(start_links.c.task_id == task_id)
    )
