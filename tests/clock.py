"""A clock whose hands the tests move."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta
from itertools import count

#: A Monday morning in spring, away from any change of the clocks.
BEGINNING = datetime(2026, 4, 13, 9, 0, tzinfo=UTC)
#: Whoever finds that there is nothing to do sleeps within so many turns of the loop: a task awaits
#: a task that awaits the clock.
TURNS_TO_SLEEP = 20


async def everybody_sleeps() -> None:
    """Return once those who found just now that there is nothing to do wait for the clock."""
    for _ in range(TURNS_TO_SLEEP):
        await asyncio.sleep(0)


class MovableClock:
    """Stands still until a test moves it; sleepers wake in the order of their time."""

    def __init__(self, start: datetime = BEGINNING) -> None:
        self._now = start
        self._order = count()
        self._sleepers: list[tuple[datetime, int, asyncio.Future[None]]] = []

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        await self._sleep_until(self._now + timedelta(seconds=seconds))

    async def sleep_until(self, moment: datetime) -> None:
        if moment <= self._now:
            await asyncio.sleep(0)
            return
        await self._sleep_until(moment)

    async def _sleep_until(self, moment: datetime) -> None:
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (moment, next(self._order), waking))
        await waking

    async def jump(self) -> timedelta:
        """Wait for ever: moving the hands is how time passes here."""
        await asyncio.Event().wait()
        raise AssertionError

    @property
    def next_waking(self) -> datetime | None:
        """The moment for which the first sleeper waits, if anybody sleeps."""
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)
        return self._sleepers[0][0] if self._sleepers else None

    def move(self, by: timedelta) -> None:
        """Move the hands forward and wake whoever was due."""
        self.move_to(self._now + by)

    def move_to(self, moment: datetime) -> None:
        """Move the hands to a moment (never backwards) and wake whoever was due."""
        self._now = max(self._now, moment)
        while self._sleepers and self._sleepers[0][0] <= self._now:
            _, _, waking = heapq.heappop(self._sleepers)
            if not waking.done():
                waking.set_result(None)


class MachineClock:
    """The clock of one machine, which goes with a true one, and which somebody may set."""

    def __init__(self, true: MovableClock) -> None:
        self._true = true
        self._ahead = timedelta()
        self._jumps: asyncio.Queue[timedelta] = asyncio.Queue()
        self._set = asyncio.Event()

    def now(self) -> datetime:
        return self._true.now() + self._ahead

    async def sleep(self, seconds: float) -> None:
        await self._true.sleep(seconds)

    async def sleep_until(self, moment: datetime) -> None:
        while self.now() < moment:
            is_set = asyncio.ensure_future(self._set.wait())
            passed = asyncio.ensure_future(self._true.sleep_until(moment - self._ahead))
            try:
                await asyncio.wait({is_set, passed}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                is_set.cancel()
                passed.cancel()

    async def jump(self) -> timedelta:
        return await self._jumps.get()

    def set(self, by: timedelta) -> None:
        """Set it ahead or back."""
        self._ahead += by
        self._jumps.put_nowait(by)
        self._set.set()
        self._set = asyncio.Event()
