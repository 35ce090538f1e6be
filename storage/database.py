"""The database: one writer, many events in one commit, and no transaction opened anywhere else."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Generic, Protocol, TypeVar

from sqlalchemy.exc import DBAPIError

from storage import one_hop
from storage.bells import Bells, Tell
from storage.connections import AsyncConnection, AsyncEngine
from storage.engines import POSTGRESQL
from storage.failures import CONNECTION_LOST, DatabaseUnavailableError, is_conflict, named
from storage.keys import Keys
from storage.one_journey import NOTHING_FOUND, OneJourney
from storage.private import PrivateText
from storage.sealed import Sealed, Value
from storage.settling import MARK, was_committed
from storage.statements import Statements
from storage.turns import ASK, CHANGES, HAS_CHANGED, NOTE_CHANGE, NotItsTurnError, Turn
from storage.vault import KeysDoNotFitError, prove

T = TypeVar("T")

#: How many pieces of work share one commit at most; beyond this a commit costs nothing to speak of.
GROUP: Final = 64
#: How often work is done again at once where other transactions were in the way.
CONFLICTS: Final = 5


class DatabaseClosedError(Exception):
    """The database was closed, or not open yet.

    Work that had not begun was not done; work that was being written is done whole or not at all,
    as after a crash.
    """


@dataclass(slots=True)
class Transaction:
    """What one event may read and change; all of it is committed, or none."""

    connection: Statements
    keys: Keys
    #: The bots that have something to be sent, so that those who send wake after the commit.
    outgoing: set[str] = field(default_factory=set)
    #: Set by whoever adds timed work, so that the scheduler looks again after the commit.
    has_due_work: bool = False
    #: Set by whoever deletes for good: after the commit the log of the database is emptied too.
    leaves_traces: bool = False
    #: What seldom changes and was read before, by name; whoever changes it calls `forget_known`.
    known: dict[str, object] = field(default_factory=dict)
    _may_know: bool = True

    def recall(self, name: str) -> object | None:
        """Return what was read under a name before and has not changed since, or None."""
        return self.known.get(name) if self._may_know else None

    def know(self, name: str, value: object) -> None:
        """Keep something that was read for later transactions."""
        if self._may_know:
            self.known[name] = value

    def in_turn(self) -> None:
        """Go on only while no other process decides anything; raises NotItsTurnError."""
        if self.connection.turn is Turn.BESIDE:
            raise NotItsTurnError(Turn.IN_TURN)

    def alone(self) -> None:
        """Go on only while no other process does anything; raises NotItsTurnError."""
        if self.connection.turn is not Turn.ALONE:
            raise NotItsTurnError(Turn.ALONE)

    def destroy(self, keys: Iterable[str], now: datetime) -> None:
        """Destroy keys for good, while nobody can be sealing anything with them."""
        self.alone()
        self.keys.destroy(keys, now)

    @property
    def changes_known(self) -> bool:
        """Whether something was changed that others know by heart."""
        return not self._may_know

    def forget_known(self) -> None:
        """Have everything that seldom changes read anew: now, and after the commit."""
        self.alone()
        self.known.clear()
        # What is read from now on is not committed yet, and may never be.
        self._may_know = False

    def seal(self, key: str, text: PrivateText | None, column: str, *row: Value) -> Sealed | None:
        """Encrypt private text with a person's key, and those of whoever else wrote part of it.

        `column` is written `table.column`; `row` holds what that column is bound to.
        """
        if text is None:
            return None
        return self.keys.seal({key, *text.owners}, text.reveal(), column, *row)

    def open(self, sealed: Sealed | None, column: str, *row: Value) -> PrivateText | None:
        """Decrypt what `seal` made; None where somebody whose words it holds was forgotten.

        Raises KeyGoneError where the keys and the data do not belong together.
        """
        if sealed is None or self.keys.is_destroyed(sealed.keys):
            return None
        return PrivateText(self.keys.open(sealed, column, *row), frozenset(sealed.keys))

    def seal_bytes(self, key: str, plain: bytes, column: str, *row: Value) -> Sealed:
        """Encrypt bytes, such as a picture, with a person's key."""
        return self.keys.seal_bytes(key, plain, column, *row)

    def open_bytes(self, sealed: Sealed, column: str, *row: Value) -> bytes | None:
        """Decrypt what `seal_bytes` made, as `open` does."""
        if self.keys.is_destroyed(sealed.keys):
            return None
        return self.keys.open_bytes(sealed, column, *row)


#: What stands in the place of a result where work has to be done again in its turn.
_TAKEN_BACK: Final = object()
Work = Callable[[Transaction], Awaitable[T]]
#: Told that a group of so many pieces of work begins; what it returns is called at its commit.
AtGroup = Callable[[int], Callable[[], None]]


def take_no_note(size: int) -> Callable[[], None]:
    """Let a group of work begin and end unnoticed."""
    return _nothing


def _nothing() -> None:
    """Take no note of a commit."""


class Transact(Protocol):
    """The only way to the database: runs work in a transaction and returns after the commit."""

    async def __call__(self, work: Work[T]) -> T: ...


@dataclass(frozen=True, slots=True)
class Foreseen(Generic[T]):
    """Work of which it is known what it asks for first; a group of it asks at once, by `read`.

    That is given what each of them is `about`.
    """

    work: Work[T]
    about: str
    read: Callable[[Transaction, Sequence[str]], Awaitable[None]]

    def __call__(self, transaction: Transaction) -> Awaitable[T]:
        """Do the work."""
        return self.work(transaction)


@dataclass(slots=True)
class _Queued(Generic[T]):
    work: Work[T]
    done: asyncio.Future[T]
    turn: Turn

    def fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)


@dataclass(slots=True)
class _Attempt:
    """How a group of work fared; `is_of_one` says that one of them may have failed by itself."""

    transaction: Transaction | None = None
    results: list[Any] = field(default_factory=list)
    error: Exception | None = None
    is_of_one: bool = False
    is_conflict: bool = False
    is_lost: bool = False

    def fail(self, error: Exception) -> None:
        self.error = named(error)
        self.is_conflict = is_conflict(error)
        is_named = isinstance(self.error, DatabaseUnavailableError)
        self.is_lost = is_named and str(self.error) == CONNECTION_LOST
        self.is_of_one &= not self.is_lost


@dataclass
class Database:
    """An open database. Where it `shares` a server with other processes, it minds their turns."""

    engine: AsyncEngine
    keys: Keys
    outgoing: Bells = field(default_factory=Bells)
    due_work: asyncio.Event = field(default_factory=asyncio.Event)
    at_group: AtGroup = take_no_note
    shares: bool = False
    #: Told what other processes are to hear of, after each commit.
    tell: Tell | None = None
    #: Set by whoever listens to the engine, so that it hears of prepared statements too.
    is_watched: bool = False

    def __post_init__(self) -> None:
        self._queue: asyncio.Queue[_Queued[Any] | None] = asyncio.Queue()
        self._writer: asyncio.Task[None] | None = None
        # Right as long as nobody else writes; where others do, they note how often it has changed.
        self._known: dict[str, object] = {}
        self._known_changes = 0
        self._in_turn: list[_Queued[Any]] = []
        self._has_traces = True
        self._ending = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How much work has been handed over and not begun."""
        return self._queue.qsize()

    def look_again(self) -> None:
        """Have everybody look who waits for news: some may have been lost on its way."""
        self.outgoing.ring_all()
        self.due_work.set()

    async def transact(self, work: Work[T]) -> T:
        """Run work in a transaction and return its result once that is committed.

        Work that waits at the same time shares a commit; it must touch nothing but the
        transaction, because it is run again by itself when a neighbour in the group fails.
        Raises what the work raised, DatabaseUnavailableError or DatabaseClosedError.
        """
        if self._writer is None or self._writer.done():
            raise DatabaseClosedError
        if asyncio.current_task() is self._writer:
            raise RuntimeError("work that runs in a transaction cannot wait for another one")
        turn = Turn.BESIDE if self.shares else Turn.ALONE
        queued = _Queued(work, asyncio.get_running_loop().create_future(), turn)
        self._queue.put_nowait(queued)
        result: T = await queued.done
        return result

    async def _write(self, connection: AsyncConnection) -> None:
        group: list[_Queued[Any]] = []
        try:
            while (first := await self._queue.get()) is not None:
                group = [first]
                while len(group) < GROUP and (queued := self._take()) is not None:
                    group.append(queued)
                await self._commit(connection, group)
                while self._in_turn:
                    group, self._in_turn = self._in_turn, []
                    await self._commit(connection, group)
                if self._has_traces:
                    await self._empty_log(connection)
        finally:
            # Only where this task is being ended; otherwise every one has its answer.
            _refuse([*group, *self._in_turn])
            self._refuse_waiting()
            await connection.close()

    async def _empty_log(self, connection: AsyncConnection) -> None:
        """Bring all of SQLite's log into the file, and empty it: older pages stand there too."""
        if is_on_server(connection):
            # Its log is its own; docs/operating.md says what stays in it, sealed, and for how long.
            self._has_traces = False
            return
        driver = (await connection.get_raw_connection()).driver_connection
        # Outside of a transaction, which SQLAlchemy would begin.
        if isinstance(driver, one_hop.OneHopConnection):
            self._has_traces = not await driver.empty_log()

    def _take(self) -> _Queued[Any] | None:
        return None if self._queue.empty() else self._queue.get_nowait()

    def _refuse_waiting(self) -> None:
        while not self._queue.empty():
            _refuse([self._queue.get_nowait()])

    async def _commit(self, connection: AsyncConnection, group: list[_Queued[Any]]) -> None:
        committed = self.at_group(len(group))
        attempt = await self._attempt(connection, group)
        for _ in range(CONFLICTS):
            if not attempt.is_conflict:
                break
            attempt = await self._attempt(connection, group)
        if attempt.error is None:
            assert attempt.transaction is not None  # noqa: S101 - it was committed
            committed()
            self._wake(attempt.transaction)
            for queued, result in zip(group, attempt.results, strict=True):
                if result is _TAKEN_BACK:
                    self._in_turn.append(queued)
                elif not queued.done.done():
                    queued.done.set_result(result)
        elif attempt.is_of_one and len(group) > 1:
            # One of them failed; alone, its error is its own.
            for queued in group:
                await self._commit(connection, [queued])
        else:
            for queued in group:
                queued.fail(attempt.error)

    async def _attempt(self, connection: AsyncConnection, group: list[_Queued[Any]]) -> _Attempt:
        turn = max(queued.turn for queued in group)
        attempt = _Attempt()
        mark = None
        try:
            async with self._begun(connection, turn) as server:
                statements = Statements(connection, turn, server, is_watched=self.is_watched)
                transaction = Transaction(statements, self.keys, known=self._known)
                attempt.is_of_one = True
                # Whoever changes keys does so before what they sealed: no later than this counts.
                self.keys.refresh()
                await _read_ahead(transaction, [queued.work for queued in group])
                made = [await self._piece(transaction, queued) for queued in group]
                statements.begin_piece()
                await statements.write()
                if transaction.changes_known and server is not None:
                    await connection.execute(NOTE_CHANGE)
                if statements.has_written and server is not None:
                    mark = (await server.run(MARK, {})).scalar()
                attempt.is_of_one, attempt.results = False, made
                attempt.transaction = transaction
        except Exception as error:  # noqa: BLE001 - handed to whoever asked for the work
            attempt.fail(error)
            if attempt.is_lost and mark is not None:
                # The commit was on its way: to do the work again might be to do it twice.
                done = await was_committed(connection, mark, self._ending)
                if done:
                    attempt.error = None
                elif done is None:
                    attempt.error = DatabaseClosedError()
        return attempt

    @asynccontextmanager
    async def _begun(
        self, connection: AsyncConnection, turn: Turn
    ) -> AsyncIterator[OneJourney | None]:
        """Begin a transaction, and commit it at the end; yields the server where it is on one.

        There it waits until those are done beside whom it may not run; a file sees to that itself.
        """
        if not is_on_server(connection):
            async with connection.begin():
                yield None
            return
        server = await OneJourney.on(connection)
        has_changed = HAS_CHANGED.format(self._known_changes)
        async with server.transaction(ASK[turn], has_changed) as said:
            if self.shares and said != NOTHING_FOUND:
                self._known.clear()
                self._known_changes = (await connection.execute(CHANGES)).scalar_one()
            yield server

    async def _piece(self, transaction: Transaction, queued: _Queued[Any]) -> Any:
        """Run one piece of work; one that needs another turn leaves nothing behind."""
        transaction.connection.begin_piece()
        try:
            return await queued.work(transaction)
        except NotItsTurnError as error:
            queued.turn = error.needed
            await transaction.connection.take_back_piece()
            return _TAKEN_BACK

    def _wake(self, transaction: Transaction) -> None:
        self.outgoing.ring(transaction.outgoing)
        if self.tell is not None:
            self.tell(transaction.outgoing, has_due_work=transaction.has_due_work)
        if transaction.has_due_work:
            self.due_work.set()
        self._has_traces |= transaction.leaves_traces

    async def start(self) -> None:
        """Begin to take work.

        Raises DatabaseUnavailableError where the file cannot be opened, and KeysDoNotFitError.
        """
        try:
            connection = await self.engine.open()
        except DBAPIError as error:
            raise named(error) from None
        try:
            async with self._begun(connection, Turn.ALONE):
                await prove(connection, self.keys)
        except (DBAPIError, ConnectionError, TimeoutError, KeysDoNotFitError) as error:
            await connection.close()
            await self.engine.dispose()
            raise named(error) from None
        self._writer = asyncio.create_task(self._write(connection), name="database writer")

    async def stop(self) -> None:
        """End after what is being written now; what waits fails with DatabaseClosedError."""
        writer, self._writer = self._writer, None
        self._ending.set()
        self._refuse_waiting()
        try:
            if writer is not None:
                self._queue.put_nowait(None)
                await writer
        finally:
            await self.engine.dispose()
            self.keys.close()


def is_on_server(connection: AsyncConnection) -> bool:
    """Say whether a connection leads to PostgreSQL."""
    return connection.dialect.name == POSTGRESQL


async def _read_ahead(transaction: Transaction, group: Iterable[Work[Any]]) -> None:
    foreseen = [work for work in group if isinstance(work, Foreseen)]
    for read in dict.fromkeys(work.read for work in foreseen):
        about = [work.about for work in foreseen if work.read is read]
        if len(about) > 1:
            await read(transaction, about)


def _refuse(group: Iterable[_Queued[Any] | None]) -> None:
    for queued in group:
        if queued is not None:
            queued.fail(DatabaseClosedError())
