"""A connection to PostgreSQL on which a statement is one journey to the server and back.

SQLAlchemy takes each of them through a greenlet, and asks of it what is known already; that takes
longer than the server needs. What every step needs is handed to asyncpg itself here, and so is what
begins and ends a transaction. Everything else goes through SQLAlchemy within the same transaction.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any, Final

from sqlalchemy.exc import DBAPIError, IntegrityError

from storage.connections import AsyncConnection
from storage.discretion import clean
from storage.engines import ISOLATION
from storage.prepared import NUMBER, Compiled, Found, Prepared, Values

#: Under which name a connection knows what it has prepared.
_PREPARED: Final = "prepared"
#: What the codes begin with of a value that a constraint refuses (PostgreSQL's manual, appendix A),
#: and the code of a statement that was prepared before a table was altered.
_REFUSED: Final = "23"
_OUTDATED: Final = "0A000"
#: What the server says where a command found no row.
NOTHING_FOUND: Final = "SELECT 0"


class OneJourney:
    """What a transaction asks of a server, one journey for each call.

    Raises SQLAlchemy's DBAPIError, without statement and values.
    """

    def __init__(self, connection: AsyncConnection) -> None:
        # Imported only here: whoever keeps a file needs none of it.
        import asyncpg  # type: ignore[import-untyped] # noqa: PLC0415 - it has no types

        inner = connection.sync_connection
        self._errors = (asyncpg.PostgresError, asyncpg.InterfaceError)
        self._connection = connection
        self._driver: Any = inner.connection.driver_connection
        self._prepared: dict[str, Any] = inner.info.setdefault(_PREPARED, {})
        # SQLAlchemy begins and ends nothing: that is done here.
        adapted: Any = inner.connection.dbapi_connection
        adapted.autocommit = True

    @classmethod
    async def on(cls, connection: AsyncConnection) -> "OneJourney":
        """Use a connection, which is made anew where it was lost."""
        if connection.sync_connection.invalidated:
            await connection.get_raw_connection()
        return cls(connection)

    @asynccontextmanager
    async def transaction(self, *first: str) -> AsyncIterator[str]:
        """Begin a transaction with some commands, and commit it where nothing fails in it.

        Yields what the server says of the last of the commands.
        """
        try:
            yield await self.do(f"BEGIN ISOLATION LEVEL {ISOLATION}", *first)
            await self.do("COMMIT")
        except BaseException:
            await self._roll_back()
            raise
        finally:
            # In its eyes one has begun; nothing of this reaches the server.
            self._connection.sync_connection.rollback()

    async def _roll_back(self) -> None:
        """Undo everything; a connection on which that fails is made anew."""
        try:
            await self.do("ROLLBACK")
        except Exception:  # noqa: BLE001 - what went wrong before is what everybody hears of
            with suppress(Exception):
                await self._connection.invalidate()

    async def do(self, *commands: str) -> str:
        """Carry out commands without values; returns what the server says of the last one."""
        said: str = await self._safely(self._driver.execute(";".join(commands)))
        return said

    async def run(self, statement: Prepared, values: Values) -> Found:
        """Run a statement."""
        compiled = statement.compiled(self._connection.dialect, values)
        prepared = await self._in_driver(compiled)
        rows = await self._safely(prepared.fetch(*compiled.bound(values)))
        # Such as "UPDATE 3"; what is no number of rows is what nobody asks of it.
        number = prepared.get_statusmsg().rpartition(" ")[2]
        return compiled.found(rows, int(number) if number.isdecimal() else -1)

    async def run_each(self, statement: Prepared, rows: Sequence[Values]) -> Found:
        """Run a statement with the values of each row; what it changed is not counted."""
        compiled = statement.compiled(self._connection.dialect, rows[0])
        return compiled.found(await self._each(compiled, rows), -1)

    async def find_for_each(
        self, query: Prepared, rows: Sequence[Values]
    ) -> list[Callable[[], Found]]:
        """Run a query with the values of each row; returns what it finds for each of them."""
        numbered = [{**values, NUMBER: number} for number, values in enumerate(rows)]
        compiled = query.numbered.compiled(self._connection.dialect, numbered[0])
        of_each: list[list[Any]] = [[] for _ in rows]
        for row in await self._each(compiled, numbered):
            of_each[row[len(row) - 1]].append(row)
        return [partial(compiled.found, found, len(found)) for found in of_each]

    async def _each(self, compiled: Compiled, rows: Sequence[Values]) -> list[Any]:
        prepared = await self._in_driver(compiled)
        bound = [compiled.bound(each) for each in rows]
        if not compiled.returns_rows:
            await self._safely(prepared.executemany(bound))
            return []
        found: list[Any] = await self._safely(prepared.fetchmany(bound))
        return found

    async def _in_driver(self, compiled: Compiled) -> Any:
        prepared = self._prepared.get(compiled.sql)
        if prepared is None:
            prepared = await self._safely(self._driver.prepare(compiled.sql))
            self._prepared[compiled.sql] = prepared
        return prepared

    async def _safely(self, asked: Awaitable[Any]) -> Any:
        try:
            return await asked
        except self._errors as error:
            raise await self._wrapped(error) from None

    async def _wrapped(self, error: Exception) -> DBAPIError:
        """Return an error of the driver as SQLAlchemy raises it; a lost connection is made anew."""
        is_lost = self._driver.is_closed()
        if is_lost:
            await self._connection.invalidate()
        state = getattr(error, "sqlstate", None) or ""
        if state == _OUTDATED:
            self._prepared.clear()
        clean(error)
        kind = IntegrityError if state.startswith(_REFUSED) else DBAPIError
        return kind(None, None, error, hide_parameters=True, connection_invalidated=is_lost)
