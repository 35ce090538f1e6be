"""Homes that are left in peace: somebody died there, and nothing unasked is sent there any more.

`outbox.add` asks here for every message there is, so that no part of the service can forget to.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, select, union, update

from storage import fates
from storage.database import Transaction
from storage.fates import Fate
from storage.model import Person
from storage.tables import outbox, people

#: What the chats are known under between transactions: every message asks for them.
KNOWN = "chats left in peace"


async def chats_in_peace(transaction: Transaction) -> frozenset[int]:
    """Return the chats to which nothing is sent but answers."""
    known = transaction.recall(KNOWN)
    if isinstance(known, frozenset):
        return known
    result = await transaction.connection.execute(
        union(
            select(people.c.chat_id).where(people.c.bereaved_at.is_not(None)),
            # Nobody has no account: what is for somebody who was forgotten goes nowhere.
            select(people.c.chat_id).where(people.c.account_hash.is_(None)),
        )
    )
    found = frozenset(result.scalars())
    transaction.know(KNOWN, found)
    return found


async def leave_in_peace(transaction: Transaction, person: Person, now: datetime) -> None:
    """Send nothing unasked to somebody's home from now on, nor what waits to be sent there."""
    transaction.forget_known()
    await transaction.connection.execute(
        update(people).where(people.c.id == person.id).values(bereaved_at=now)
    )
    is_to_them = (outbox.c.chat_id == person.chat_id) & _is_waiting()
    await fates.give_up(transaction, is_to_them, Fate.UNREACHABLE, now)


async def drop_about(
    transaction: Transaction, chat_id: int, references: Collection[str], now: datetime
) -> None:
    """Drop what waits to be sent to a chat and speaks of one of some requests."""
    result = await transaction.connection.execute(
        select(outbox.c.id, outbox.c.payload, outbox.c.created_at).where(
            outbox.c.chat_id == chat_id, _is_waiting()
        )
    )
    speaking = [
        row.id
        for row in result
        if (text := transaction.open(row.payload, "outbox.payload", row.created_at)) is not None
        and any(reference in text.reveal() for reference in references)
    ]
    await fates.give_up(transaction, outbox.c.id.in_(speaking), Fate.UNREACHABLE, now)


def _is_waiting() -> ColumnElement[bool]:
    # What is just leaving cannot be called back; but it is not tried again.
    return outbox.c.status.in_(("pending", "retry", "waiting", "sending"))


async def listen_again(transaction: Transaction, person: Person) -> None:
    """Write to somebody's home again, because they came back and asked or offered something."""
    if person.chat_id not in await chats_in_peace(transaction):
        return
    transaction.forget_known()
    await transaction.connection.execute(
        update(people).where(people.c.id == person.id).values(bereaved_at=None)
    )
