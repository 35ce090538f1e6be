"""A connection of aiosqlite that crosses to its thread for what waits, and for nothing else.

SQLAlchemy asks an asynchronous cursor to open, execute, fetch and close in four separate calls, and
with aiosqlite each is a journey to the connection's thread and back. The journeys, and not the
disk, are what a transaction costs. Here a statement outside of a transaction makes one of them,
since it may wait until somebody else is done with the file. A statement inside of one makes none:
it takes tens of microseconds, less than the journey. Nor does the beginning of one, where nobody
else is at it. The commit, which waits for the disk, is left to aiosqlite and its thread.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Self

import aiosqlite

from storage.connections import AsyncConnection


class OneHopCursor:
    """The part of aiosqlite's cursor that SQLAlchemy uses, with the rows fetched at once."""

    def __init__(self, connection: "OneHopConnection") -> None:
        self._connection = connection
        self.arraysize = 1
        self.description: Sequence[Sequence[Any]] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._rows: list[Any] = []

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> Self:
        await self._run_where_it_belongs(sql, parameters, many=False)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> Self:
        await self._run_where_it_belongs(sql, parameters, many=True)
        return self

    async def _run_where_it_belongs(self, sql: str, parameters: Any, *, many: bool) -> None:
        if self._connection.sqlite.in_transaction:
            self._run(sql, parameters, many=many)
            return
        # A function without a telling `repr`: aiosqlite writes that into its debugging log.
        await self._connection.in_thread(lambda: self._run(sql, parameters, many=many))

    def _run(self, sql: str, parameters: Any, *, many: bool) -> None:
        connection = self._connection.sqlite
        cursor = (
            connection.executemany(sql, parameters) if many else connection.execute(sql, parameters)
        )
        self.description = cursor.description
        self.lastrowid = cursor.lastrowid
        self._rows = cursor.fetchall() if cursor.description else []
        self.rowcount = cursor.rowcount
        cursor.close()

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        self._rows = []


class OneHopConnection(aiosqlite.Connection):
    """An aiosqlite connection whose cursors are `OneHopCursor`s."""

    _ending: asyncio.Future[Any] | None = None
    _changes_before = -1

    def stop(self) -> asyncio.Future[Any] | None:
        """Ask the thread to end; nobody awaits that where opening failed, so it is remembered."""
        self._ending = super().stop()
        return self._ending

    async def ended(self) -> None:
        """Return once the thread that was asked to end has done so."""
        if self._ending is not None:
            await self._ending

    @property
    def sqlite(self) -> sqlite3.Connection:
        """The connection of the standard library."""
        return self._conn

    def begin_at_once(self) -> bool:
        """Begin a transaction that will write; False where somebody else does so just now."""
        before = self.sqlite.total_changes
        try:
            with self._without_patience():
                self.sqlite.execute("BEGIN IMMEDIATE")
        except sqlite3.Error:
            return False
        self._changes_before = before
        return True

    async def commit(self) -> None:
        """Commit what was written; where that is nothing, there is no disk to be waited for."""
        if self.sqlite.total_changes == self._changes_before:
            self.sqlite.commit()
        else:
            await super().commit()

    @contextmanager
    def _without_patience(self) -> Iterator[None]:
        """Have whatever would wait for somebody else fail at once."""
        (patience,) = self.sqlite.execute("PRAGMA busy_timeout").fetchone()
        self.sqlite.execute("PRAGMA busy_timeout=0")
        try:
            yield
        finally:
            self.sqlite.execute(f"PRAGMA busy_timeout={patience}")

    async def in_thread(self, function: Callable[[], None]) -> None:
        """Run a function in the connection's thread."""
        execute: Callable[..., Awaitable[Any]] = self._execute
        await execute(function)

    async def empty_log(self) -> bool:
        """Empty the write-ahead log; False where somebody else reads it just now."""
        done: list[bool] = []

        def empty() -> None:
            # Whoever reads is not waited for: there is another time.
            with self._without_patience():
                busy, *_ = self.sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            done.append(not busy)

        await self.in_thread(empty)
        return done == [True]

    def cursor(self) -> OneHopCursor:  # type: ignore[override] # SQLAlchemy enters it itself
        return OneHopCursor(self)


def sqlite_of(connection: AsyncConnection) -> sqlite3.Connection | None:
    """Return what SQLAlchemy's connection to a file stands on; None on a server."""
    if connection.dialect.name != "sqlite":
        return None
    driver = connection.sync_connection.connection.driver_connection
    return driver.sqlite if isinstance(driver, OneHopConnection) else None


async def connect(path: str) -> OneHopConnection:
    """Open a connection to a database file."""
    # Transactions are begun by name (BEGIN IMMEDIATE), never by the driver behind our back. Its
    # thread and the loop's use the connection in turn: whoever waits for the one is in the other.
    connection = OneHopConnection(
        lambda: sqlite3.connect(path, isolation_level=None, check_same_thread=False),
        iter_chunk_size=64,
    )
    # As SQLAlchemy does for its own: the process may end without waiting for this thread.
    connection._thread.daemon = True  # noqa: SLF001 - no public way
    try:
        await connection
    except BaseException:
        await connection.ended()
        raise
    return connection
