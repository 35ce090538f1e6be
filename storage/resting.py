"""What rests until a moment, where the clock that told it was set back.

Timed work for people keeps its moment: it is one of the day, whatever the clock showed meanwhile.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Column, Table, bindparam, func, select, update

from storage import outbox_states
from storage.database import Transaction
from storage.tables import chats, due_work, inbox
from storage.tables import outbox as outbox_rows

#: Where moments stand that only count from one a few seconds or minutes before.
_RESTING: Final[tuple[tuple[Table, Column[datetime]], ...]] = (
    (chats, chats.c.quiet_until),
    (due_work, due_work.c.leased_until),
)


async def until_earlier(transaction: Transaction, by: timedelta, now: datetime) -> None:
    """Let everything rest for as long as it was meant to, by a clock that was set back.

    Where it has jumped ahead (`by` is negative), what rests is free sooner, and nothing is changed.
    """
    if by < timedelta():
        return
    await outbox_states.bring_forward(transaction, now)
    for table, column in _RESTING:
        found = await transaction.connection.execute(select(table.c.id, column).where(column > now))
        moved = [{"which": row[0], "until": max(row[1] - by, now)} for row in found]
        if moved:
            await transaction.connection.execute(
                update(table)
                .where(table.c.id == bindparam("which"))
                .values({column: bindparam("until", type_=column.type)}),
                moved,
            )
    transaction.has_due_work = True


async def ahead(transaction: Transaction, now: datetime) -> timedelta:
    """Return by how much what was noted last is ahead of the clock: it was set back since."""
    noted = [
        await transaction.connection.scalar(select(func.max(column)))
        for column in (inbox.c.received_at, outbox_rows.c.finished_at)
    ]
    return max((moment - now for moment in noted if moment is not None), default=timedelta())
