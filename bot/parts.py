"""What a service is made of: parts that run side by side, or each in a process of its own."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING, Protocol

from bot.backoff import PatientDatabase
from bot.clock import Clock
from bot.configuration import Configuration
from bot.crew import Crew
from bot.handling import Handlers
from bot.observing import Onlookers
from handlers.house import House
from storage.company import Company
from storage.database import Database, Transaction

if TYPE_CHECKING:
    from bot.door import Door


class Role(StrEnum):
    """What a process may do of all that a service does."""

    #: Takes the updates of a bot, and has them dealt with.
    RECEIVE = "receive"
    #: Sends the messages of a bot.
    SEND = "send"
    #: Does timed work, and looks after backups and keys.
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Means:
    """What every part works with.

    `transact` waits for the database, where `database.transact` says that it is away. House, crew
    and onlookers are those of one bot where a part is.
    """

    configuration: Configuration
    database: Database
    transact: PatientDatabase
    clock: Clock
    random: Random
    handlers: Handlers
    house: House
    crew: Crew
    onlookers: Onlookers
    #: The other processes; None where this one does everything by itself.
    company: Company | None = None
    #: Where updates come in, unless they are asked for.
    door: "Door | None" = None


class Part(Protocol):
    """One part of a service, made anew for each time that it runs."""

    @property
    def at_work(self) -> int:
        """How much it does, or looks for, at this moment."""
        ...

    async def open(self) -> None:
        """Get ready to run; may be called again where it failed.

        Raises MessengerError, and CannotGoOnError where it never will be ready.
        """
        ...

    async def run(self) -> None:
        """Work until cancelled; ends by itself by failing only."""
        ...

    async def close(self) -> None:
        """Let nothing more come in; may be called more than once."""
        ...

    async def set_back(self, by: timedelta) -> None:
        """Go on as before with a clock that was set back, or ahead where `by` is negative."""
        ...

    async def has_due(self, transaction: Transaction) -> bool:
        """Say whether something stored waits for this part, and for no later moment."""
        ...
