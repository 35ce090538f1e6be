"""Pictures that people sent: photos passed on to a neighbour, receipts. Each has its last day."""

from datetime import datetime

from sqlalchemy import insert, select, update

from storage.database import Transaction
from storage.tables import pictures

CONTENT = "pictures.content"


async def keep(
    transaction: Transaction, key: str, content: bytes, now: datetime, kept_until: datetime
) -> int:
    """Keep a picture, sealed with the key of whoever sent it, and return its number."""
    number: int = await transaction.connection.scalar(
        insert(pictures)
        .values(
            content=transaction.seal_bytes(key, content, CONTENT, now),
            created_at=now,
            kept_until=kept_until,
        )
        .returning(pictures.c.id)
    )
    return number


async def content(transaction: Transaction, number: int) -> bytes | None:
    """Return a picture; None where it was dropped, or its owner is forgotten."""
    result = await transaction.connection.execute(
        select(pictures.c.content, pictures.c.created_at).where(pictures.c.id == number)
    )
    row = result.one_or_none()
    return None if row is None else transaction.open_bytes(row.content, CONTENT, row.created_at)


async def keep_longer(transaction: Transaction, number: int, until: datetime) -> None:
    """Keep a picture until a moment at least."""
    await transaction.connection.execute(
        update(pictures)
        .where(pictures.c.id == number, pictures.c.kept_until < until)
        .values(kept_until=until)
    )
