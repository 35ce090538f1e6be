"""The database: one writer, many events in one commit, and no transaction opened anywhere else."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from sqlalchemy import event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage import one_hop
from storage.keys import Keys, Sealed
from storage.private import PrivateText

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

T = TypeVar("T")

#: How many pieces of work share one commit at most; beyond this a commit costs nothing to speak of.
GROUP: Final = 64


class DatabaseUnavailableError(Exception):
    """The database could not be written (locked, full or gone); the same work may be tried again."""


class DatabaseClosedError(Exception):
    """The database was closed before this work began."""


@dataclass(slots=True)
class Transaction:
    """What one event may read and change; all of it is committed, or none."""

    connection: AsyncConnection
    keys: Keys
    #: Set by whoever adds something to be sent, so that the outbox wakes after the commit.
    has_outgoing: bool = False
    #: Set by whoever adds timed work, so that the scheduler looks again after the commit.
    has_due_work: bool = False

    def seal(self, key: str, text: PrivateText | None, column: str) -> Sealed | None:
        """Encrypt private text with a person's key for one column (`table.column`)."""
        return None if text is None else self.keys.seal(key, text.reveal(), column)

    def open(self, sealed: Sealed | None, column: str) -> PrivateText | None:
        """Decrypt what `seal` made; raises KeyGoneError where its key was destroyed."""
        return None if sealed is None else PrivateText(self.keys.open(sealed, column))


Work = Callable[[Transaction], Awaitable[T]]


class Transact(Protocol):
    """The only way to the database: runs work in a transaction and returns after the commit."""

    async def __call__(self, work: Work[T]) -> T: ...


@dataclass(slots=True)
class _Queued(Generic[T]):
    work: Work[T]
    done: asyncio.Future[T]


@dataclass
class Database:
    """An open database. `url` is SQLAlchemy's, such as `sqlite+aiosqlite:///doorstep.sqlite`."""

    engine: AsyncEngine
    keys: Keys
    outgoing: asyncio.Event = field(default_factory=asyncio.Event)
    due_work: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._queue: asyncio.Queue[_Queued[Any]] = asyncio.Queue()
        self._writer: asyncio.Task[None] | None = None

    @property
    def waiting(self) -> int:
        """How much work has been handed over and not begun."""
        return self._queue.qsize()

    async def transact(self, work: Work[T]) -> T:
        """Run work in a transaction and return its result once that is committed.

        Work that waits at the same time shares a commit; it must touch nothing but the
        transaction, because it is run again by itself when a neighbour in the group fails.
        Raises what the work raised, or DatabaseUnavailableError.
        """
        if self._writer is None:
            raise DatabaseClosedError
        queued = _Queued(work, asyncio.get_running_loop().create_future())
        self._queue.put_nowait(queued)
        result: T = await queued.done
        return result

    async def _write(self) -> None:
        async with self.engine.connect() as connection:
            while True:
                group = [await self._queue.get()]
                while len(group) < GROUP and not self._queue.empty():
                    group.append(self._queue.get_nowait())
                try:
                    if not await self._commit_together(connection, group):
                        for queued in group:
                            await self._commit_alone(connection, queued)
                finally:
                    # Only where this task is being ended; otherwise every one has its answer.
                    for queued in group:
                        if not queued.done.done():
                            queued.done.set_exception(DatabaseClosedError())

    async def _commit_together(
        self, connection: AsyncConnection, group: list[_Queued[Any]]
    ) -> bool:
        if len(group) == 1:
            return False
        transaction = Transaction(connection, self.keys)
        try:
            async with _begun(connection):
                results = [await queued.work(transaction) for queued in group]
        except Exception:  # noqa: BLE001 - each is run again alone, where its error is its own
            return False
        self._wake(transaction)
        for queued, result in zip(group, results, strict=True):
            if not queued.done.done():
                queued.done.set_result(result)
        return True

    async def _commit_alone(self, connection: AsyncConnection, queued: _Queued[Any]) -> None:
        transaction = Transaction(connection, self.keys)
        try:
            async with _begun(connection):
                result = await queued.work(transaction)
        except Exception as error:  # noqa: BLE001 - handed to whoever asked for this work
            if not queued.done.done():
                queued.done.set_exception(_named(error))
            return
        self._wake(transaction)
        if not queued.done.done():
            queued.done.set_result(result)

    def _wake(self, transaction: Transaction) -> None:
        if transaction.has_outgoing:
            self.outgoing.set()
        if transaction.has_due_work:
            self.due_work.set()

    async def start(self) -> None:
        """Begin to take work."""
        self._writer = asyncio.create_task(self._write(), name="database writer")

    async def stop(self) -> None:
        """Finish nothing more: work that has not begun fails with DatabaseClosedError."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
        while not self._queue.empty():
            queued = self._queue.get_nowait()
            if not queued.done.done():
                queued.done.set_exception(DatabaseClosedError())
        await self.engine.dispose()
        self.keys.close()


@asynccontextmanager
async def _begun(connection: AsyncConnection) -> "AsyncIterator[None]":
    async with connection.begin():
        yield


def _named(error: Exception) -> Exception:
    """Name the failures that pass by themselves, and drop what SQLAlchemy quotes of the values."""
    if isinstance(error, OperationalError):
        return DatabaseUnavailableError(type(error.orig).__name__)
    return error


def open_engine(url: str) -> AsyncEngine:
    """Prepare the connections to a database; no value of a statement ever stands in an error."""
    parsed = make_url(url)
    engine = create_async_engine(
        parsed,
        hide_parameters=True,
        pool_size=1,
        max_overflow=1,
        async_creator=lambda: one_hop.connect(parsed.database or ":memory:"),
    )
    event.listen(engine.sync_engine, "connect", _set_up_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_immediately)
    return engine


def _set_up_sqlite(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "busy_timeout=5000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediately(connection: Any) -> None:
    # A writer that starts as a reader can be refused half-way; one that starts as a writer waits.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
