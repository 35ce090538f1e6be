"""How it stands with the service, looked at from inside: which part is unwell, if any."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.alive import FRESH, Part
from bot.clock import Clock
from bot.service import Standing
from storage import backlog
from storage.backlog import Backlog
from storage.database import DatabaseClosedError, Transact
from storage.failures import DatabaseUnavailableError

#: How long the database may take to answer, in seconds of the machine's own time.
PATIENCE: Final = 2.0


@dataclass(frozen=True, slots=True)
class Condition:
    """How it stands; `backlog` is None where the database does not answer in time."""

    unwell: frozenset[Part]
    standing: Standing
    backlog: Backlog | None


class Health:
    """Examines one service. `patience` is how long the database may take, in seconds."""

    def __init__(
        self,
        standing: Callable[[], Standing],
        transact: Transact,
        clock: Clock,
        patience: float = PATIENCE,
    ) -> None:
        self._standing = standing
        self._transact = transact
        self._clock = clock
        self._patience = patience
        self._looking: asyncio.Task[Backlog] | None = None

    async def examine(self) -> Condition:
        """Return how it stands, within little more than the patience."""
        found = await self._look()
        standing = self._standing()
        wells = {
            Part.START: standing.has_begun,
            Part.LOOPS: standing.is_running or not standing.has_begun,
            Part.HEARTBEAT: self._clock.now() - standing.alive_at <= FRESH,
            Part.DATABASE: found is not None,
        }
        unwell = frozenset(part for part, is_well in wells.items() if not is_well)
        return Condition(unwell, standing, found)

    async def _look(self) -> Backlog | None:
        # One look at a time, however many ask: a database that hangs is not asked more and more.
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._transact(backlog.look), name="look")
        looking = self._looking
        await asyncio.wait([looking], timeout=self._patience)
        if not looking.done() or looking.cancelled():
            return None
        try:
            return looking.result()
        except (DatabaseUnavailableError, DatabaseClosedError):
            return None

    async def end(self) -> None:
        """Wait for no answer any more."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
