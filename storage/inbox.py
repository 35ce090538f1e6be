"""The inbox: every update, kept before the messaging app is told that it arrived."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, delete, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert

from storage.database import Transaction
from storage.keys import HOUSE
from storage.private import PrivateText
from storage.tables import inbox

BODY = "inbox.body"


#: Written once, because every update needs it.
_CLOSE = (
    update(inbox)
    .where(
        inbox.c.messenger == bindparam("which_messenger"),
        inbox.c.number == bindparam("which_number"),
        inbox.c.status == "new",
    )
    .values(status=bindparam("now_is"), body=None)
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update that waits to be dealt with; `body` is JSON as the messaging app sent it."""

    number: int
    attempts: int
    body: PrivateText = field(repr=False)


async def keep(
    transaction: Transaction, messenger: str, updates: Sequence[tuple[int, str]], now: datetime
) -> list[int]:
    """Keep updates and return the numbers of those that were not known yet."""
    if not updates:
        return []
    numbers = [number for number, _ in updates]
    known = set(
        (
            await transaction.connection.execute(
                select(inbox.c.number).where(
                    inbox.c.messenger == messenger, inbox.c.number.in_(numbers)
                )
            )
        ).scalars()
    )
    # Within one batch, too, an app may repeat itself.
    fresh = {number: body for number, body in updates if number not in known}
    if fresh:
        await transaction.connection.execute(
            insert(inbox),
            [
                {
                    "messenger": messenger,
                    "number": number,
                    "status": "new",
                    "body": transaction.keys.seal(HOUSE, body, BODY),
                    "received_at": now,
                }
                for number, body in fresh.items()
            ],
        )
    return sorted(fresh)


async def waiting(transaction: Transaction, messenger: str) -> list[Arrived]:
    """Return every update that was kept and not dealt with, in the order of their numbers."""
    result = await transaction.connection.execute(
        select(inbox.c.number, inbox.c.attempts, inbox.c.body)
        # Written out, as in the index: SQLite would not use that for a value that is handed in.
        .where(inbox.c.messenger == messenger, inbox.c.status == literal_column("'new'"))
        .order_by(inbox.c.number)
    )
    return [
        Arrived(row.number, row.attempts, PrivateText(transaction.keys.open(row.body, BODY)))
        for row in result
    ]


async def mark_done(transaction: Transaction, messenger: str, number: int) -> bool:
    """Note that an update has been dealt with and empty it; False where it already was."""
    return await _close(transaction, messenger, number, "done")


async def quarantine(transaction: Transaction, messenger: str, number: int) -> bool:
    """Put aside an update that nothing here can deal with; its neighbours go on."""
    return await _close(transaction, messenger, number, "quarantined")


async def _close(transaction: Transaction, messenger: str, number: int, status: str) -> bool:
    result = await transaction.connection.execute(
        _CLOSE, {"which_messenger": messenger, "which_number": number, "now_is": status}
    )
    return result.rowcount > 0


async def count_attempt(transaction: Transaction, messenger: str, number: int) -> int:
    """Note that dealing with an update failed and return how often it has."""
    result = await transaction.connection.execute(
        update(inbox)
        .where(inbox.c.messenger == messenger, inbox.c.number == number)
        .values(attempts=inbox.c.attempts + 1)
        .returning(inbox.c.attempts)
    )
    attempts: int = result.scalar_one()
    return attempts


async def tidy(transaction: Transaction, before: datetime) -> None:
    """Drop what was dealt with and had arrived before a moment."""
    await transaction.connection.execute(
        delete(inbox).where(inbox.c.received_at < before, inbox.c.status != "new")
    )
