"""What lay open when a backup was made: nobody knows what became of it since."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update

from storage.database import Transaction
from storage.due_work import DueWork
from storage.fates import Fate
from storage.outbox import KEPT
from storage.tables import call_out_recipients as recipients
from storage.tables import due_work, inbox, metadata, outbox
from storage.tables import tasks as task_rows
from storage.tasks import UNFINISHED


async def close_unsent(transaction: Transaction, at: datetime) -> int:
    """Never send what had not been sent by a moment; returns how many messages that are.

    Answers to taps are too late by now. The others were sent since then, or not: nobody knows.
    """
    execute = transaction.connection.execute
    unsent = outbox.c.status.in_(KEPT)
    dead = await execute(
        update(outbox)
        .where(unsent, outbox.c.chat_id.is_(None))
        .values(status="dead", payload=None, finished_at=at)
    )
    unknown = await execute(
        update(outbox).where(unsent).values(status="unknown", payload=None, finished_at=at)
    )
    # Those not called yet may have been since.
    await execute(
        update(recipients)
        .where(recipients.c.fate.in_((Fate.DUE, Fate.QUEUED)))
        .values(fate=Fate.UNKNOWN)
    )
    return dead.rowcount + unknown.rowcount


async def close_unread(transaction: Transaction) -> int:
    """Let nobody read what had arrived and was not dealt with; returns how many updates that are.

    They were dealt with after the backup was made, and answered. What came of that is lost, like
    all that came later; to deal with them again would answer them twice.
    """
    closed = await transaction.connection.execute(
        update(inbox).where(inbox.c.status == "new").values(status="done", body=None)
    )
    return closed.rowcount


async def due_until(transaction: Transaction, moment: datetime) -> list[DueWork]:
    """Return timed work that is due until a moment, the oldest first."""
    result = await transaction.connection.execute(
        select(due_work.c.id, due_work.c.kind, due_work.c.subject, due_work.c.due_at)
        .where(due_work.c.due_at < moment)
        .order_by(due_work.c.due_at, due_work.c.id)
    )
    return [DueWork(*row) for row in result]


async def put_off(
    transaction: Transaction, works: list[DueWork], first: datetime, apart: timedelta
) -> None:
    """Have timed work done from a moment on, one piece after the other."""
    if works:
        await transaction.connection.execute(
            update(due_work)
            .where(due_work.c.id == bindparam("which"))
            .values(due_at=bindparam("moment"), leased_until=None, attempts=0),
            [
                {"which": work.id, "moment": first + place * apart}
                for place, work in enumerate(works)
            ],
        )


async def end_leases(transaction: Transaction) -> None:
    """Let timed work be taken that another process had taken."""
    await transaction.connection.execute(update(due_work).values(leased_until=None))


async def counted(transaction: Transaction) -> dict[str, int]:
    """Return how many rows each table holds, and how many requests are not finished."""
    numbers: dict[str, int] = {}
    for table in metadata.sorted_tables:
        numbers[table.name] = await _count(transaction, select(func.count()).select_from(table))
    unfinished = select(func.count()).where(task_rows.c.status.in_(UNFINISHED))
    return {**numbers, "unfinished": await _count(transaction, unfinished)}


async def _count(transaction: Transaction, statement: Any) -> int:
    number: int = (await transaction.connection.execute(statement)).scalar_one()
    return number
