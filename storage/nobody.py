"""Nobody: who stands in the place of people that were forgotten, so that what others did stays.

It is a row without an account, a name or a chat that anything could be sent to. There is one for
all of them; more only where two of them would otherwise be taken for each other: for the same
thing twice, or for one helper where the numbers of a month count two.
"""

from datetime import datetime

from sqlalchemy import insert, select

from storage.database import Transaction
from storage.tables import chats, people


async def everyone(transaction: Transaction) -> list[int]:
    """Return the numbers of those who stand for people that were forgotten, the first one first."""
    result = await transaction.connection.execute(
        select(people.c.id).where(people.c.account_hash.is_(None)).order_by(people.c.id)
    )
    return list(result.scalars())


async def is_nobody(transaction: Transaction, person_id: int) -> bool:
    """Say whether a number stands for somebody who was forgotten."""
    return person_id in await everyone(transaction)


async def make(transaction: Transaction, now: datetime) -> int:
    """Make one more of them and return its number."""
    transaction.forget_known()
    execute = transaction.connection.execute
    chat = await execute(
        insert(chats).values(is_private=True, reachable=False).returning(chats.c.id)
    )
    made = await execute(
        insert(people)
        .values(
            chat_id=chat.scalar_one(),
            key=transaction.keys.make(),
            language="en",
            language_chosen=False,
            created_at=now,
        )
        .returning(people.c.id)
    )
    number: int = made.scalar_one()
    return number
