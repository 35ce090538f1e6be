"""Carrying a scheme from a SQLite file to a server of PostgreSQL: whole, or not at all.

All that is written there is one transaction, and the file is only read. Values go from one to the
other by the types of the tables alone.
"""

import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import asyncpg  # type: ignore[import-untyped] # it has no types
from sqlalchemy import (
    Connection,
    NullPool,
    Table,
    create_engine,
    event,
    func,
    select,
    text,
)
from sqlalchemy.exc import DBAPIError

from storage.connections import AsyncConnection
from storage.dialects import JsonList
from storage.engines import open_engine
from storage.failures import DatabaseUnavailableError, named
from storage.migration import make_whole, newest_revision, tables_in
from storage.tables import Encrypted, metadata

AtStep = Callable[[str], None]

#: How many rows are in memory at a time.
_BATCH: Final = 2_000
#: How long one table may take, in seconds; anything else that is asked is answered much sooner.
_PATIENCE: Final = 24 * 3600.0
#: How long somebody who is about to end is waited for, in milliseconds.
_LOCK_PATIENCE: Final = 2_000
_DIGEST_BYTES: Final = 16
_WRAP: Final = 1 << (8 * _DIGEST_BYTES)
#: What the driver raises for a value that the server, or the driver itself, does not take.
_NOT_TAKEN: Final = (asyncpg.PostgresError, asyncpg.InterfaceError, ValueError, ArithmeticError)


class OccupiedError(Exception):
    """Something else is in the database on the server already; nothing was changed."""


class NotTakenError(Exception):
    """The server does not take what a table of the file holds; its text is the table's name."""


class NotTheSameError(Exception):
    """What arrived of a table is not what left; its text is the table's name."""


@dataclass(slots=True)
class Content:
    """How many rows a table holds, and a fingerprint of them all, in whatever order they come."""

    rows: int = 0
    fingerprint: int = 0

    def add(self, row: Sequence[object]) -> None:
        """Count a row in."""
        digest = blake2b(repr(row).encode(errors="surrogatepass"), digest_size=_DIGEST_BYTES)
        self.rows += 1
        # A sum is the same in any order, and a row that is there twice counts twice.
        self.fingerprint = (self.fingerprint + int.from_bytes(digest.digest())) % _WRAP


@dataclass(frozen=True, slots=True)
class Carried:
    """What is on the server now, by table; `was_there` where an earlier move had carried it."""

    tables: Mapping[str, Content]
    was_there: bool = False


def nothing(step: str) -> None:
    """Go on at every step."""


async def carry(source: Path, url: str, at_step: AtStep = nothing) -> Carried:
    """Carry all that a file holds to an empty database on a server, and compare both.

    The file has to be at rest, and of this version. Where the very same was carried before, nothing
    is done. Raises OccupiedError, NotTakenError, NotTheSameError, DatabaseUnavailableError,
    sqlite3.Error and SQLAlchemy's errors; the database on the server is then as it was.
    """
    engine = open_engine(url, _LOCK_PATIENCE, alone=True)
    try:
        async with engine.begin() as server:
            with _reading(source) as file:
                if await server.run_sync(tables_in):
                    return await _found_there(file, server)
                carried = await _carry_all(file, server, at_step)
            # Otherwise the server would guess for a while how it best finds things.
            await server.execute(text("ANALYZE"))
            at_step("all carried")
        at_step("committed")
    except DBAPIError as error:
        raise named(error) from None
    finally:
        await engine.dispose()
    return carried


async def _found_there(file: Connection, server: AsyncConnection) -> Carried:
    """Return what is there, where it is what the file holds; raises OccupiedError."""
    if not await server.run_sync(tables_in) >= {*metadata.tables, "alembic_version"}:
        raise OccupiedError
    if await server.scalar(text("SELECT version_num FROM alembic_version")) != newest_revision():
        raise OccupiedError
    there: dict[str, Content] = {}
    for table in metadata.sorted_tables:
        content = there[table.name] = await _arrived(server, table)
        if content != _held(file, table):
            raise OccupiedError
    return Carried(there, was_there=True)


async def _carry_all(file: Connection, server: AsyncConnection, at_step: AtStep) -> Carried:
    await server.run_sync(make_whole)
    at_step("tables made")
    tables: dict[str, Content] = {}
    # Each after those that it refers to.
    for table in metadata.sorted_tables:
        left = await _carry_rows(file, server, table)
        if left != await _arrived(server, table):
            raise NotTheSameError(table.name)
        await _number_on(file, server, table)
        tables[table.name] = left
        at_step(f"{table.name} carried")
    return Carried(tables)


@contextmanager
def _reading(path: Path) -> Iterator[Connection]:
    """Open a file of SQLite that is only read, as it is at one moment."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, isolation_level=None),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    try:
        with engine.begin() as connection:
            yield connection.execution_options(yield_per=_BATCH)
    finally:
        engine.dispose()


async def _carry_rows(file: Connection, server: AsyncConnection, table: Table) -> Content:
    """Carry the rows of a table and return what left."""
    left = Content()
    driver: Any = (await server.get_raw_connection()).driver_connection
    failure: Exception
    try:
        await driver.copy_records_to_table(
            table.name,
            records=_records(file, server, table, left),
            columns=[column.name for column in table.columns],
            timeout=_PATIENCE,
        )
    except (*_NOT_TAKEN, OSError) as error:
        failure = named(error)
    else:
        return left
    # Raised out here so that the driver's error, which quotes the row, stays behind.
    if isinstance(failure, DatabaseUnavailableError):
        raise failure
    raise NotTakenError(table.name)


async def _records(
    file: Connection, server: AsyncConnection, table: Table, left: Content
) -> AsyncIterator[tuple[object, ...]]:
    """Yield the rows of a table as the driver of the server takes them, counting them in."""
    dialect = server.dialect
    turns = [
        (place, turn)
        for place, column in enumerate(table.columns)
        if (turn := column.type.dialect_impl(dialect).bind_processor(dialect)) is not None
    ]
    plain = _plainly(table)
    for row in file.execute(select(table)):
        left.add(plain(row))
        values = list(row)
        for place, turn in turns:
            values[place] = turn(values[place])
        yield tuple(values)


async def _arrived(server: AsyncConnection, table: Table) -> Content:
    """Return what a table on the server holds."""
    return await server.run_sync(_held, table)


def _held(connection: Connection, table: Table) -> Content:
    """Return what a table holds, read a part at a time."""
    content, plain = Content(), _plainly(table)
    for row in connection.execute(select(table).execution_options(yield_per=_BATCH)):
        content.add(plain(row))
    return content


def _plainly(table: Table) -> Callable[[Sequence[Any]], tuple[object, ...]]:
    """Return what turns a row into values that look the same wherever they are from."""
    turns = [
        (place, _blob if isinstance(column.type, Encrypted) else _json)
        for place, column in enumerate(table.columns)
        if isinstance(column.type, Encrypted | JsonList)
    ]

    def plain(row: Sequence[Any]) -> tuple[object, ...]:
        values = list(row)
        for place, turn in turns:
            values[place] = turn(values[place])
        return tuple(values)

    return plain


def _blob(sealed: Any) -> bytes | None:
    return None if sealed is None else sealed.blob


def _json(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


async def _number_on(file: Connection, server: AsyncConnection, table: Table) -> None:
    """Have the server go on beyond the highest number that the file has ever given out."""
    column = table.autoincrement_column
    if column is None:
        return
    ever = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    found = (
        file.scalar(ever, {"name": table.name}),
        file.scalar(select(func.max(column))),
    )
    highest = max((number for number in found if number is not None), default=0)
    if highest:
        number_on = text("SELECT setval(pg_get_serial_sequence(:name, :column), :highest)")
        about = {"name": table.name, "column": column.name, "highest": highest}
        await server.execute(number_on, about)
