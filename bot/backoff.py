"""Waiting for what passes by itself, each time a little longer."""

import logging
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from bot.clock import Clock
from bot.log import kind_of, word
from bot.observing import Observer
from storage.database import Transact, Work
from storage.failures import REASONS, DatabaseUnavailableError

_LOG = logging.getLogger(__name__)

T = TypeVar("T")


def growing(attempt: int, random: Random, shortest: float = 0.5, longest: float = 60) -> float:
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
    longest: float = 60
    failures: int = 0

    async def pause(self, at_least: float = 0) -> None:
        """Wait after one more failure, `at_least` so many seconds."""
        self.failures += 1
        seconds = growing(self.failures, self.random, self.shortest, self.longest)
        await self.clock.sleep(max(seconds, at_least))

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

    async def __call__(self, work: Work[T]) -> T:
        """Run work in a transaction; raises what the work raises, never that it is unavailable."""
        backoff = Backoff(self.clock, self.random, shortest=0.1, longest=10)
        while True:
            try:
                return await self.transact(work)
            except DatabaseUnavailableError as error:
                reason = word(str(error), REASONS)
                about = {**kind_of(error), "reason": reason}
                _LOG.warning("the database cannot be written; trying again", extra=about)
                self.observer.unavailable(reason)
                await backoff.pause()
