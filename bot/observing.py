"""What the service tells whoever watches over it: numbers, and words out of this source."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.handling import AtStep, nothing
from storage.outbox import Purpose


class Outcome(StrEnum):
    """What became of a message that was tried."""

    SENT = "sent"
    RETRY = "retry"
    WAITING = "waiting"
    UNKNOWN = "unknown"
    DEAD = "dead"


class Observer:
    """Hears what the service does, and by itself takes no note of it.

    Each method is called in the loop once the matter is settled, and neither waits nor raises.
    """

    def of(self, bot: str) -> "Observer":
        """Return who hears what one bot does."""
        return self

    def fetched(self, count: int, at: datetime) -> None:
        """Updates were fetched, perhaps none, and those among them are new and kept."""

    def stands_by(self) -> None:
        """Updates are fetched here no more, by another process perhaps."""

    def handled(self, seconds: float) -> None:
        """An update was dealt with, so long after it was kept."""

    def failed(self) -> None:
        """Dealing with an update failed once."""

    def put_aside(self) -> None:
        """An update was put aside for good."""

    def tried(self, purpose: Purpose, outcome: Outcome) -> None:
        """A message was tried, or given up untried."""

    def asked_to_wait(self, seconds: float) -> None:
        """The messaging app asked to wait."""

    def timed(self, kind: str, *, is_done: bool) -> None:
        """A piece of timed work was done, or failed."""

    def unavailable(self, reason: str) -> None:
        """The database could not be used; `reason` is SQLite's name for it."""


@dataclass(frozen=True, slots=True)
class Onlookers:
    """Who hears of what the service does: of each step, and of each thing that can be counted."""

    at_step: AtStep = nothing
    observer: Observer = field(default_factory=Observer)
