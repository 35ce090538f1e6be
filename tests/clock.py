"""A clock whose hands the tests move."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta
from itertools import count

#: A Monday morning in spring, away from any change of the clocks.
BEGINNING = datetime(2026, 4, 13, 9, 0, tzinfo=UTC)


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
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        until = self._now + timedelta(seconds=seconds)
        heapq.heappush(self._sleepers, (until, next(self._order), waking))
        await waking

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
