"""Nobody: who stands in the place of people that were forgotten, so that what others did stays.

It is a row without an account, a name or a chat that anything could be sent to. There is one for
all of them; more only where two of them would otherwise be taken for each other: for the same
thing twice, or for one helper where the numbers of a month count two.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Index,
    UniqueConstraint,
    insert,
    select,
    update,
)

from storage.database import Transaction
from storage.prepared import Prepared
from storage.tables import chats, people

#: Written once, because every card needs it.
_EVERYONE = Prepared(
    select(people.c.id).where(people.c.account_hash.is_(None)).order_by(people.c.id)
)


async def everyone(transaction: Transaction) -> list[int]:
    """Return the numbers of those who stand for people that were forgotten, the first one first."""
    result = await transaction.connection.execute(_EVERYONE)
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


async def replace(
    transaction: Transaction, column: Column[Any], number: int, *which: ColumnElement[bool]
) -> None:
    """Name somebody else in some rows, but for those of which a unique key allows one only."""
    new = update(column.table).where(*which, *(~each for each in _taken(column, number)))
    await transaction.connection.execute(new.values({column.name: number}))


def _taken(column: Column[Any], number: int) -> list[ColumnElement[bool]]:
    """Return the conditions that a row of a number has all else that a unique key is made of."""
    table = column.table
    keys = [each for each in table.constraints if isinstance(each, UniqueConstraint)]
    indexes = [each for each in table.indexes if each.unique]
    found: list[ColumnElement[bool]] = []
    for columns, only in [
        *((set(key.columns), None) for key in (table.primary_key, *keys)),
        *((set(index.columns), _condition(index)) for index in indexes),
    ]:
        if column in columns:
            other = table.alias("other")
            same = [other.c[each.name] == each for each in columns - {column}]
            rows = select(other.c[column.name]).where(other.c[column.name] == number, *same)
            found.append((rows if only is None else rows.where(only)).exists())
    return found


def _condition(index: Index) -> ColumnElement[bool] | None:
    # Its words name the columns alone: inside of what is looked up they are those of that row.
    condition: ColumnElement[bool] | None = index.dialect_options["sqlite"]["where"]
    return condition
