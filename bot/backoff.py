"""Waiting for what passes by itself, each time a little longer, and never for long.

However long something was away, it is used again within seconds of its return.
"""

import logging
from dataclasses import dataclass, field
from random import Random
from typing import Final, TypeVar

from bot.clock import Clock
from bot.log import kind_of, word
from bot.observing import Observer
from storage.database import Transact, Work
from storage.failures import REASONS, DatabaseUnavailableError

_LOG = logging.getLogger(__name__)

T = TypeVar("T")

#: The longest pause, in seconds: so much later than it could be is somebody answered at most.
LONGEST: Final = 5.0


def growing(attempt: int, random: Random, shortest: float = 0.5, longest: float = LONGEST) -> float:
    """Return how many seconds to wait after a number of failures, at least 1 of them.

    Half of it is chance, so that those who failed together do not come back together.
    """
    whole: float = min(shortest * 2 ** min(attempt - 1, 20), longest)
    return whole * (0.5 + random.random() / 2)


@dataclass
class Backoff:
    """Growing pauses between failures of one thing."""

    clock: Clock
    random: Random
    shortest: float = 0.5
    longest: float = LONGEST
    failures: int = 0
    is_pausing: bool = False

    async def pause(self, at_least: float = 0) -> None:
        """Wait after one more failure, `at_least` so many seconds."""
        self.failures += 1
        seconds = growing(self.failures, self.random, self.shortest, self.longest)
        self.is_pausing = True
        try:
            await self.clock.sleep(max(seconds, at_least))
        finally:
            self.is_pausing = False

    def succeeded(self) -> None:
        """Begin with short pauses again."""
        self.failures = 0


@dataclass
class PatientDatabase:
    """Transactions that are tried until the database can be written."""

    transact: Transact
    clock: Clock
    random: Random
    observer: Observer = field(default_factory=Observer)
    _failures: int = 0

    async def __call__(self, work: Work[T]) -> T:
        """Run work in a transaction; raises what the work raises, never that it is unavailable."""
        backoff = Backoff(self.clock, self.random, shortest=0.1)
        while True:
            try:
                result = await self.transact(work)
            except DatabaseUnavailableError as error:
                self._note_failure(error)
                await backoff.pause()
            else:
                self._note_success()
                return result

    def _note_failure(self, error: DatabaseUnavailableError) -> None:
        reason = word(str(error), REASONS)
        self.observer.unavailable(reason)
        # However much waits for it, and however often it is tried: one line.
        if not self._failures:
            about = {**kind_of(error), "reason": reason}
            _LOG.warning("the database cannot be written; trying again", extra=about)
        self._failures += 1

    def _note_success(self) -> None:
        if self._failures:
            _LOG.info("the database can be written again", extra={"count": self._failures})
        self._failures = 0
