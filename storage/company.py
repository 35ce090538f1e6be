"""The other processes on the same server: who of them holds which seat, and news between them.

A seat is an advisory lock, which lasts as long as the connection that took it. So somebody else can
have it as soon as a process is gone. That connection is this process's own for nothing else, and it
is used every second: the server ends it where it hears nothing for a while, so that whoever hangs
holds nothing either. Whoever could not be sure of the connection lately acts as if it were lost,
before anybody else can have the seat.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from storage.database import Database
from storage.engines import IDLE, open_engine
from storage.failures import CONNECTION_LOST, DatabaseUnavailableError, reason_of

if TYPE_CHECKING:
    from storage.connections import AsyncConnection

#: How often the connection is used, how long an answer may take, and how often a seat is tried for,
#: in seconds of the machine's own time: all of it is about processes, and not about people.
EVERY: Final = 1.0
PATIENCE: Final = 2.0
#: For so long after it was last used nobody else can have a seat, by some seconds less than the
#: server waits.
SURE: Final = IDLE - 2.0
#: In how many rounds somebody looks without any news, for what was lost.
ROUNDS: Final = 2
_CHANNEL: Final = "doorstep"
#: What may be said: that timed work was planned, or the word of a bot that has something to send.
_DUE_WORK: Final = "*"


class Company:
    """The seats of this process, and the news to it and from it."""

    def __init__(self, url: str, database: Database) -> None:
        self._engine = open_engine(url, ends_when_idle=True)
        self._database = database
        self._connection: AsyncConnection | None = None
        self._driver: Any = None
        self._one_at_a_time = asyncio.Lock()
        self._seats: set[str] = set()
        self._used_at = 0.0
        self._lost = asyncio.Event()
        self._news: set[str] = set()
        self._has_news = asyncio.Event()
        database.tell = self._tell

    async def open(self) -> None:
        """Connect; raises DatabaseUnavailableError."""
        await self._connect()

    async def run(self) -> None:
        """Keep the connection, take it up again where it is lost, and pass on news."""
        async with asyncio.TaskGroup() as loops:
            loops.create_task(self._stay())
            loops.create_task(self._pass_on())

    async def close(self) -> None:
        """Give up every seat."""
        await self._drop()
        await self._engine.dispose()

    def holds(self, seat: str) -> bool:
        """Say whether nobody else can have a seat at this moment."""
        return seat in self._seats and self._now() < self._used_at + SURE

    async def take(self, seat: str) -> None:
        """Return once this process has a seat."""
        # No event tells that somebody else is gone.
        while not await self._tries(seat):  # noqa: ASYNC110 - see above
            await asyncio.sleep(EVERY)

    async def keep_holding(self, seat: str) -> None:
        """Take a seat again each time that it was lost."""
        while True:
            await self.take(seat)
            await self._loses(seat)

    async def while_holding(self, seat: str, work: Callable[[], Awaitable[None]]) -> None:
        """Run something for as long as a seat is held, and again each time that it is taken.

        Returns when the work does, and raises what it raises; the seat is given up then, since
        somebody else may fare better.
        """
        while True:
            await self.take(seat)
            working = asyncio.ensure_future(work())
            losing = asyncio.create_task(self._loses(seat))
            try:
                await asyncio.wait({working, losing}, return_when=asyncio.FIRST_COMPLETED)
                if working.done():
                    await self._give_up(seat)
                    return working.result()
            finally:
                working.cancel()
                losing.cancel()
                await asyncio.gather(working, losing, return_exceptions=True)

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    async def _loses(self, seat: str) -> None:
        while self.holds(seat):
            self._lost.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._lost.wait(), EVERY / 4)

    async def _tries(self, seat: str) -> bool:
        if self.holds(seat):
            return True
        if await self._ask("SELECT pg_try_advisory_lock($1)", lock_of(seat)) is not True:
            return False
        self._seats.add(seat)
        return True

    async def _give_up(self, seat: str) -> None:
        self._seats.discard(seat)
        await self._ask("SELECT pg_advisory_unlock($1)", lock_of(seat))

    async def _ask(self, statement: str, *values: object) -> Any:
        """Run a statement; None where there is no connection, which is dropped then."""
        async with self._one_at_a_time:
            if self._driver is None:
                return None
            begun = self._now()
            try:
                found = await self._driver.fetchval(statement, *values, timeout=PATIENCE)
            except Exception:  # noqa: BLE001 - whatever it is, nothing can be held by this any more
                await self._drop()
                return None
            # By the beginning of it: the server has heard of it later than that.
            self._used_at = begun
            return found

    async def _stay(self) -> None:
        rounds = 0
        while True:
            if self._driver is None:
                with contextlib.suppress(DatabaseUnavailableError):
                    await self._connect()
            else:
                await self._ask("SELECT 1")
            rounds += 1
            if rounds % ROUNDS == 0:
                self._database.look_again()
            await asyncio.sleep(EVERY)

    async def _connect(self) -> None:
        try:
            self._connection = await self._engine.open()
            driver: Any = (await self._connection.get_raw_connection()).driver_connection
            begun = self._now()
            await driver.add_listener(_CHANNEL, self._heard)
        except Exception as error:  # noqa: BLE001 - whatever it is, there is no connection yet
            await self._drop()
            raise DatabaseUnavailableError(reason_of(error) or CONNECTION_LOST) from None
        self._driver, self._used_at = driver, begun

    async def _drop(self) -> None:
        connection, self._connection, self._driver = self._connection, None, None
        self._seats.clear()
        self._lost.set()
        if connection is not None:
            # It may hang: it is broken off, not ended politely.
            with contextlib.suppress(Exception):
                await asyncio.wait_for(connection.invalidate(), PATIENCE)
                await connection.close()

    # --- News ------------------------------------------------------------------------------------

    def _tell(self, bots: Iterable[str], *, has_due_work: bool) -> None:
        self._news.update(bots)
        if has_due_work:
            self._news.add(_DUE_WORK)
        if self._news:
            self._has_news.set()

    async def _pass_on(self) -> None:
        while True:
            await self._has_news.wait()
            self._has_news.clear()
            news, self._news = self._news, set()
            # Where it is lost, whoever it was for looks by itself soon.
            for each in news:
                await self._ask("SELECT pg_notify($1, $2)", _CHANNEL, each)

    def _heard(self, _connection: object, _process: int, _channel: str, said: str) -> None:
        if said == _DUE_WORK:
            self._database.due_work.set()
        else:
            self._database.outgoing.ring([said])


def lock_of(seat: str) -> int:
    """Return the number of the advisory lock of a seat."""
    return int.from_bytes(sha256(f"doorstep {seat}".encode()).digest()[:8], signed=True)
