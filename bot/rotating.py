"""What `doorstep keys rotate` does, while the service runs or while it does not."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from sqlalchemy import Table

from storage.database import Database, Transaction
from storage.keys_file import Use
from storage.resealing import (
    LOOKED_UP,
    WITH_KEYS,
    After,
    find_anew,
    give_new_keys,
    private_tables,
    reseal_some,
)

#: What belongs to no person; finding accounts is a matter of its own.
_USES: Final = (Use.HOUSE, Use.TRANSIT, Use.BACKUP)


def rotate_master(database: Database) -> None:
    """Wrap every key with a new master key; from then on the former one opens nothing."""
    database.keys.file.rotate_master()


async def rotate_everything(database: Database) -> None:
    """Give everybody a new key and seal everything anew; the former keys open nothing then.

    Ended half-way, it goes on where it was when it is begun again. Backups that were made before
    cannot be read afterwards.
    """
    file = database.keys.file
    file.rotate_master()
    for use in _USES:
        file.renew(use)
    file.begin_new_lookup()
    for table in WITH_KEYS:
        await _all_of(database, table, give_new_keys, 0)
    for table in LOOKED_UP:
        await _all_of(database, table, find_anew, 0)
    replaced = file.replaced()
    for table in private_tables():

        async def reseal(
            transaction: Transaction, table: Table, after: After | None
        ) -> After | None:
            return await reseal_some(transaction, table, replaced, after)

        await _all_of(database, table, reseal, None)
    file.end_new_lookup()
    file.drop_replaced()


async def _all_of(
    database: Database,
    table: Table,
    some: Callable[[Transaction, Table, Any], Awaitable[Any]],
    first: object,
) -> None:
    after = first

    async def next_ones(transaction: Transaction) -> object:
        return await some(transaction, table, after)

    while (last := await database.transact(next_ones)) is not None:
        after = last
