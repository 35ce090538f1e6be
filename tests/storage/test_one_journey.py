"""What goes straight to PostgreSQL: its errors, and a connection that goes on after them."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.failures import DatabaseUnavailableError
from storage.keys import Keys
from storage.prepared import Prepared
from storage.statements import ChangedMeanwhileError
from storage.tables import organisations
from tests.clock import BEGINNING
from tests.databases import is_on_server, url_of

pytestmark = pytest.mark.skipif(not is_on_server(), reason="about a server: --database postgresql")

_ADD = Prepared(insert(organisations))
_ALL = Prepared(select(organisations))
_RENAME = Prepared(
    update(organisations)
    .where(organisations.c.name_folded == bindparam("whose"))
    .values(name=bindparam("name")),
    is_exact=True,
)


async def _add(transaction: Transaction, name: str) -> None:
    values = {"name": name, "name_folded": name.lower(), "created_at": BEGINNING}
    await transaction.connection.execute(_ADD, values)


async def _names(transaction: Transaction) -> list[str]:
    return [row.name for row in await transaction.connection.execute(_ALL)]


async def test_of_what_fails_nothing_is_kept_and_the_next_goes_through(database: Database) -> None:
    async def twice(transaction: Transaction) -> None:
        await _add(transaction, "Kettle")
        await _add(transaction, "Kettle")

    with pytest.raises(IntegrityError) as raised:
        await database.transact(twice)
    assert "ettle" not in repr((raised.value, raised.value.orig, raised.value.__context__))
    await database.transact(lambda each: _add(each, "Well"))
    assert await database.transact(_names) == ["Well"]


async def test_a_connection_that_is_lost_is_made_anew(database: Database, file: Path) -> None:
    await database.transact(lambda each: _add(each, "Well"))
    other = open_engine(url_of(file))

    async def is_ended(transaction: Transaction) -> None:
        await _add(transaction, "Gone")
        own = await transaction.connection.scalar(text("SELECT pg_backend_pid()"))
        async with other.begin() as connection:
            await connection.execute(text(f"SELECT pg_terminate_backend({own}, 5000)"))
        await _names(transaction)

    with pytest.raises(DatabaseUnavailableError, match="lost"):
        await database.transact(is_ended)
    assert await database.transact(_names) == ["Well"]
    await other.dispose()


async def test_a_table_that_was_altered_is_read_as_it_is_now(
    database: Database, file: Path
) -> None:
    await database.transact(lambda each: _add(each, "Well"))
    assert await database.transact(_names) == ["Well"]
    other = open_engine(url_of(file))
    async with other.begin() as connection:
        await connection.execute(text("ALTER TABLE organisations ALTER name TYPE varchar(300)"))
        await connection.execute(text("ALTER TABLE organisations ALTER id TYPE bigint"))
    await other.dispose()
    with pytest.raises(DBAPIError):
        await database.transact(_names)
    assert await database.transact(_names) == ["Well"]


@pytest.mark.parametrize("missing", ["first", "last"])
async def test_each_that_waits_to_be_written_is_counted(database: Database, missing: str) -> None:
    await database.transact(lambda each: _add(each, "Well"))
    names = ("other", "well") if missing == "first" else ("well", "other")

    async def rename(transaction: Transaction) -> None:
        for name in names:
            values = {"whose": name, "name": "New"}
            transaction.connection.later(_RENAME, values)

    with pytest.raises(ChangedMeanwhileError):
        await database.transact(rename)
    assert await database.transact(_names) == ["Well"]


async def test_whoever_is_ended_in_the_middle_leaves_nothing(file: Path) -> None:
    keys = file.with_name("doorstep.keys")
    ended = Database(open_engine(url_of(file)), Keys(keys))
    await ended.start()
    has_begun = asyncio.Event()

    async def hangs(transaction: Transaction) -> None:
        await _add(transaction, "Gone")
        has_begun.set()
        await asyncio.Event().wait()

    work = asyncio.create_task(ended.transact(hangs))
    await has_begun.wait()
    writer = next(each for each in asyncio.all_tasks() if each.get_name() == "database writer")
    writer.cancel()
    await asyncio.gather(work, writer, return_exceptions=True)
    next_one = Database(open_engine(url_of(file), busy_timeout=1000), Keys(keys))
    await next_one.start()
    assert await next_one.transact(_names) == []
    await next_one.stop()
    with pytest.raises(asyncio.CancelledError):
        await ended.stop()
