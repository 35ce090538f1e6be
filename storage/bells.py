"""Who is woken after a commit: whoever sends for a bot, and other processes."""

import asyncio
from collections.abc import Iterable
from typing import Protocol


class Tell(Protocol):
    """Told which bots have something to send, and whether timed work was planned."""

    def __call__(self, bots: Iterable[str], *, has_due_work: bool) -> None: ...


class Bells:
    """An event for each bot, on which whoever sends for it waits."""

    def __init__(self) -> None:
        self._events: dict[str, asyncio.Event] = {}

    def of(self, bot: str) -> asyncio.Event:
        """Return the event of a bot."""
        return self._events.setdefault(bot, asyncio.Event())

    def ring_all(self) -> None:
        """Wake everybody who waits."""
        self.ring(list(self._events))

    def ring(self, bots: Iterable[str]) -> None:
        """Wake whoever waits for news of some bots."""
        for bot in bots:
            self.of(bot).set()
