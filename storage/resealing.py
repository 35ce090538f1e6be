"""Sealing anew what was sealed with a key that another one replaces, a few rows at a time.

Each text is exchanged only where it still is as it was read, so that the service can go on writing
meanwhile, in this process or beside it.
"""

from collections.abc import Collection, Sequence
from typing import Any, Final

from sqlalchemy import Column, Row, Table, select, tuple_, update

from storage import chats as chat_rows
from storage import people as people_rows
from storage.database import Transaction
from storage.sealed import Sealed
from storage.tables import Encrypted, chats, helped_people, metadata, people

#: How many rows are looked at in one transaction: enough to be quick, few enough to hold up nobody.
BATCH: Final = 500
#: The first row of a table, and those after a primary key.
After = tuple[Any, ...]


def private_columns(table: Table) -> list[tuple[Column[Any], tuple[str, ...]]]:
    """Return the columns of a table that are sealed, each with what it is bound to."""
    kinds = [(column, column.type) for column in table.columns]
    return [(column, kind.bound_to) for column, kind in kinds if isinstance(kind, Encrypted)]


def private_tables() -> list[Table]:
    """Return the tables in which anything is sealed."""
    return [table for table in metadata.sorted_tables if private_columns(table)]


async def reseal_some(
    transaction: Transaction,
    *,
    table: Table,
    replaced: Collection[str],
    after: After | None,
) -> After | None:
    """Seal anew what some rows hold under replaced keys; returns the last row, None at the end."""
    keys = list(table.primary_key.columns)
    statement = select(table).order_by(*keys).limit(BATCH)
    if after is not None:
        statement = statement.where(tuple_(*keys) > tuple_(*after))
    rows = (await transaction.connection.execute(statement)).all()
    for row in rows:
        await reseal(transaction, table, row, replaced)
    return tuple(getattr(rows[-1], key.name) for key in keys) if len(rows) == BATCH else None


async def reseal(
    transaction: Transaction, table: Table, row: Row[Any], replaced: Collection[str]
) -> None:
    """Seal anew what a row, with all of its columns, holds under replaced keys."""
    for column, bound_to in private_columns(table):
        await _reseal(transaction, row, column, bound_to, replaced)


async def _reseal(
    transaction: Transaction,
    row: Row[Any],
    column: Column[Any],
    bound_to: Sequence[str],
    replaced: Collection[str],
) -> None:
    sealed = getattr(row, column.name)
    if not isinstance(sealed, Sealed) or not sealed.opens_with(replaced):
        return
    if transaction.keys.is_destroyed(sealed.keys):
        return
    table = column.table
    place = (f"{table.name}.{column.name}", *(getattr(row, name) for name in bound_to))
    plain = transaction.keys.open_bytes(sealed, *place)
    anew = transaction.keys.seal_bytes(sealed.keys, plain, *place)
    is_row = [key == getattr(row, key.name) for key in table.primary_key.columns]
    await transaction.connection.execute(
        update(table).where(*is_row, column == sealed).values({column.name: anew})
    )


async def give_new_keys(transaction: Transaction, *, table: Table, after: int) -> int | None:
    """Give some people, or people helped, a new key each; returns the last one, None at the end.

    What they have said so far stays sealed with the former ones until it is sealed anew.
    """
    result = await transaction.connection.execute(
        select(table.c.id, table.c.key).where(table.c.id > after).order_by(table.c.id).limit(BATCH)
    )
    rows = result.all()
    newer = transaction.keys.file.replace([row.key for row in rows])
    for row in rows:
        if row.key in newer:
            await transaction.connection.execute(
                update(table)
                .where(table.c.id == row.id, table.c.key == row.key)
                .values(key=newer[row.key])
            )
    return rows[-1].id if len(rows) == BATCH else None


async def find_anew(transaction: Transaction, *, table: Table, after: int) -> int | None:
    """Have some accounts or addresses found by the newest lookup key; None at the end."""
    name, column = _LOOKED_UP[table]
    found_by = table.c[f"{name}_hash"]
    result = await transaction.connection.execute(
        select(table.c.id, table.c[name], found_by)
        .where(table.c.id > after, found_by.is_not(None))
        .order_by(table.c.id)
        .limit(BATCH)
    )
    rows = result.all()
    for number, sealed, before in rows:
        plain = transaction.open(sealed, column, before)
        if plain is None:
            continue
        newest, _ = transaction.keys.fingerprints(plain.reveal())
        anew = transaction.keys.seal(sealed.keys, plain.reveal(), column, newest)
        await transaction.connection.execute(
            update(table)
            .where(table.c.id == number, found_by == before)
            .values({name: anew, found_by.name: newest})
        )
    return rows[-1].id if len(rows) == BATCH else None


_LOOKED_UP: Final = {
    people: ("account", people_rows.ACCOUNT),
    chats: ("address", chat_rows.ADDRESS),
}
#: Whose rows name a key of somebody's own, and which are looked up by a fingerprint.
WITH_KEYS: Final = (people, helped_people)
LOOKED_UP: Final = tuple(_LOOKED_UP)
