"""Time, handed in: nothing else in the service asks the machine what time it is."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

#: How often it is looked whether somebody has set the clock, in seconds.
LOOK: Final = 1.0
#: By so many seconds it may be set without anybody's taking note.
SLACK: Final = 1.0


class Clock(Protocol):
    """Tells the time and waits; tests bring one whose hands they move.

    Somebody may set it, and a machine that slept finds it ahead: it jumps then.
    """

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return once that many seconds have passed, wherever the clock jumps meanwhile."""
        ...

    async def sleep_until(self, moment: datetime) -> None:
        """Return once the clock shows a moment or a later one, soon after it has jumped there."""
        ...

    async def jump(self) -> timedelta:
        """Return by how much the clock has jumped, once it has; negative where it was set back."""
        ...


class SystemClock:
    """The machine's own clock."""

    def __init__(self) -> None:
        self._apart = _apart()

    def now(self) -> datetime:
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def sleep_until(self, moment: datetime) -> None:
        # Nobody tells when somebody sets the clock.
        while (left := (moment - self.now()).total_seconds()) > 0:  # noqa: ASYNC110 - see above
            await asyncio.sleep(min(left, LOOK))

    async def jump(self) -> timedelta:
        while True:
            before, self._apart = self._apart, _apart()
            if abs(self._apart - before) > SLACK:
                return timedelta(seconds=self._apart - before)
            await asyncio.sleep(LOOK)


def _apart() -> float:
    """Return how far the clock is from one that nobody can set, in seconds."""
    return time.time() - time.monotonic()
