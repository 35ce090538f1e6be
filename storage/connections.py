"""SQLAlchemy's engine and connections for whoever awaits, and nothing of its object mapper.

SQLAlchemy's own `sqlalchemy.ext.asyncio` does the same and more, and loads the mapper with it: a
sixteenth of the memory of a service at rest, of which nothing is used here. The names are the same.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, CursorResult, Dialect, Engine, Executable
from sqlalchemy.pool import PoolProxiedConnection
from sqlalchemy.util import greenlet_spawn

P = ParamSpec("P")
T = TypeVar("T")


class AsyncConnection:
    """A connection whose driver is awaited; results are read whole before they are returned.

    Everything raises what SQLAlchemy's connection raises.
    """

    def __init__(self, sync_connection: Connection) -> None:
        self.sync_connection = sync_connection

    @property
    def dialect(self) -> Dialect:
        """How the database wants to be spoken to."""
        return self.sync_connection.dialect

    async def execute(
        self, statement: Executable, parameters: Any = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run a statement."""
        return await greenlet_spawn(self.sync_connection.execute, statement, parameters)

    async def exec_driver_sql(
        self, statement: str, parameters: Any = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run a statement as the driver takes it."""
        return await greenlet_spawn(self.sync_connection.exec_driver_sql, statement, parameters)

    async def scalar(self, statement: Executable, parameters: Any = None) -> Any:
        """Run a statement and return the first value of its first row, or None."""
        return (await self.execute(statement, parameters)).scalar()

    async def run_sync(
        self, function: Callable[Concatenate[Connection, P], T], *given: P.args, **named: P.kwargs
    ) -> T:
        """Run a function that does not await, with SQLAlchemy's own connection."""
        return await greenlet_spawn(partial(function, self.sync_connection, *given, **named))

    async def get_raw_connection(self) -> PoolProxiedConnection:
        """Return what holds the connection of the driver."""
        return await greenlet_spawn(getattr, self.sync_connection, "connection")

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[None]:
        """Begin a transaction, which is committed at the end, or rolled back where that fails."""
        transaction = await greenlet_spawn(self.sync_connection.begin)
        transaction.__enter__()
        try:
            yield
        except BaseException as error:
            await greenlet_spawn(transaction.__exit__, type(error), error, error.__traceback__)
            raise
        await greenlet_spawn(transaction.__exit__, None, None, None)

    async def invalidate(self) -> None:
        """Break off the connection of the driver."""
        await greenlet_spawn(self.sync_connection.invalidate)

    async def close(self) -> None:
        """Give the connection back, without what was not committed."""
        await greenlet_spawn(self.sync_connection.close)


class AsyncEngine:
    """The connections of one of SQLAlchemy's engines whose driver is awaited."""

    def __init__(self, sync_engine: Engine) -> None:
        self.sync_engine = sync_engine

    async def open(self) -> AsyncConnection:
        """Return a connection, which is to be closed."""
        return AsyncConnection(await greenlet_spawn(self.sync_engine.connect))

    @asynccontextmanager
    async def connect(self) -> AsyncIterator[AsyncConnection]:
        """Have a connection for a while."""
        connection = await self.open()
        try:
            yield connection
        finally:
            await _to_its_end(connection)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """Have a connection for the time of one transaction."""
        async with self.connect() as connection, connection.begin():
            yield connection

    async def dispose(self) -> None:
        """Close the connections that nobody has."""
        await greenlet_spawn(self.sync_engine.dispose)


async def _to_its_end(connection: AsyncConnection) -> None:
    """Close a connection, also where whoever does so is cancelled meanwhile."""
    closing = asyncio.create_task(connection.close())
    try:
        await asyncio.shield(closing)
    except asyncio.CancelledError:
        await asyncio.wait([closing])
        raise
