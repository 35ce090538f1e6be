"""The running service: one messenger, one database, and the parts that work between them."""

import asyncio
import contextlib
import logging
import os
from collections.abc import Collection
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Final, Self

from bot.backoff import Backoff, PatientDatabase
from bot.clock import Clock
from bot.configuration import Configuration
from bot.crew import Crew
from bot.handling import Handlers, real_handlers
from bot.log import kind_of
from bot.messengers import Messenger, MessengerError, RetryAfterError, TokenRefusedError
from bot.observing import Onlookers
from bot.parts import Means, Part, Role
from bot.receiving import Receiving
from bot.sending import Sending
from bot.timekeeping import Timekeeping
from handlers.house import House
from handlers.texts import Texts
from storage import due_work, resting
from storage.company import Company
from storage.database import Database, Transaction
from storage.failures import DatabaseUnavailableError

_LOG = logging.getLogger(__name__)

#: How long what is under way may take to end, in seconds of the machine's own time.
PATIENCE: Final = 5.0
#: How often the service shows that it is alive, in seconds.
HEARTBEAT: Final = 60
#: Clocks of several machines may differ by so much.
SET_BACK: Final = timedelta(seconds=5)
#: What a service does by itself.
ALL_ROLES: Final = frozenset(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands with a service: whether it has begun, whether its loops run, its sign of life.

    `waiting` are the updates in memory and not dealt with, `leaving` the messages under way.
    """

    has_begun: bool
    is_running: bool
    alive_at: datetime
    waiting: int = 0
    leaving: int = 0


@dataclass
class Service:
    """Runs while it is entered. The messenger, the database and the clock are its own until then.

    `random` makes tokens and references, and spreads pauses. `onlookers` hear of every step after
    which a crash may come, and of whatever can be counted. In the `company` of other processes it
    may do only part of what there is to do: what its `roles` are.
    """

    configuration: Configuration
    messenger: Messenger
    database: Database
    clock: Clock
    random: Random
    _: KW_ONLY
    texts: Texts = field(default_factory=Texts)
    handlers: Handlers = field(default_factory=real_handlers)
    onlookers: Onlookers = field(default_factory=Onlookers)
    roles: Collection[Role] = ALL_ROLES
    company: Company | None = None

    def __post_init__(self) -> None:
        self._has_begun = False
        self._alive_at = self.clock.now()
        self._crew = Crew()
        #: The parts, once it is entered.
        self.receiving: list[Receiving] = []
        self.sending: list[Sending] = []
        self.timekeeping: list[Timekeeping] = []

    async def __aenter__(self) -> Self:
        await self.database.start()
        self._make_parts()
        try:
            if self.company is not None:
                await self.company.open()
            await self._go_on()
            await self._connect()
        except BaseException:
            await self._close()
            raise
        self._loops = asyncio.create_task(self._run_loops(), name="service")
        self._has_begun = True
        _LOG.info("the service is running")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Receive nothing more, let what is under way end, and close; raises why a loop failed."""
        self._loops.cancel()
        (failed,) = await asyncio.gather(self._loops, return_exceptions=True)
        await self._close_parts()
        await self._crew.end(PATIENCE)
        await self._close()
        _LOG.info("the service has ended")
        if isinstance(failed, Exception) and error is None:
            raise failed

    async def run(self) -> None:
        """Run until cancelled.

        Raises TokenRefusedError, CannotGoOnError where updates cannot come to the address that was
        set, or whatever a loop failed with.
        """
        async with self:
            # The loops end only by failing.
            await asyncio.wait([self._loops])

    @property
    def standing(self) -> Standing:
        """How it stands with the service at this moment."""
        if not self._has_begun:
            return Standing(has_begun=False, is_running=False, alive_at=self._alive_at)
        return Standing(
            has_begun=True,
            is_running=not self._loops.done(),
            alive_at=self._alive_at,
            waiting=sum(each.inbox.waiting for each in self.receiving),
            leaving=sum(each.leaving for each in self.sending),
        )

    async def is_idle(self) -> bool:
        """Say whether nothing is to be done before the clock moves or somebody does something.

        Raises what a loop failed with.
        """
        if self._loops.done():
            await self._loops
        if self._at_work():
            return False
        return not await self.database.transact(self._has_due) and not self._at_work()

    def _at_work(self) -> int:
        return sum(part.at_work for part in self._parts)

    async def _has_due(self, transaction: Transaction) -> bool:
        return any([await part.has_due(transaction) for part in self._parts])

    async def _connect(self) -> None:
        backoff = Backoff(self.clock, self.random)
        while True:
            try:
                await self.messenger.start()
                for part in self._parts:
                    await part.open()
            except TokenRefusedError:
                raise
            except MessengerError as error:
                if not backoff.failures:
                    _LOG.warning(
                        "the messaging app cannot be reached; trying again", extra=kind_of(error)
                    )
                wait = error.seconds if isinstance(error, RetryAfterError) else 0
                await backoff.pause(at_least=wait)
            else:
                return

    def _make_parts(self) -> None:
        house = House(
            texts=self.texts,
            owners=self.configuration.owners,
            private_chat_link=self.messenger.private_chat_link,
            random=self.random,
        )
        observer = self.onlookers.observer
        means = Means(
            self.configuration,
            self.database,
            PatientDatabase(self.database.transact, self.clock, self.random, observer),
            self.clock,
            self.random,
            self.handlers,
            house,
            self._crew,
            self.onlookers,
            self.company,
        )
        if Role.RECEIVE in self.roles:
            self.receiving.append(Receiving(self.messenger, means))
        if Role.SEND in self.roles:
            self.sending.append(Sending(self.messenger, means))
        if Role.TIME in self.roles:
            self.timekeeping.append(Timekeeping(means))

    @property
    def _parts(self) -> list[Part]:
        return [*self.receiving, *self.sending, *self.timekeeping]

    async def _run_loops(self) -> None:
        try:
            async with asyncio.TaskGroup() as loops:
                for part in self._parts:
                    loops.create_task(part.run(), name=type(part).__name__.lower())
                if self.company is not None:
                    loops.create_task(self.company.run(), name="company")
                loops.create_task(self._show_life(), name="heartbeat")
                loops.create_task(self._mind_the_clock(), name="clock")
                loops.create_task(self._crew.watch(), name="crew")
        except ExceptionGroup as group:
            raise _why(group) from None

    async def _mind_the_clock(self) -> None:
        """Go on as before where somebody sets the clock."""
        while True:
            by = await self.clock.jump()
            seconds = round(abs(by).total_seconds())
            if by > timedelta():
                _LOG.warning("the clock has jumped ahead", extra={"seconds": seconds})
            else:
                _LOG.warning("the clock was set back", extra={"seconds": seconds})
            for part in self._parts:
                await part.set_back(-by)

    async def _go_on(self) -> None:
        """Go on where another process ended, also where the clock was set back since."""
        now, transact = self.clock.now(), self.database.transact
        by = await transact(lambda transaction: resting.ahead(transaction, now))
        if by > SET_BACK:
            seconds = round(by.total_seconds())
            _LOG.warning("the clock was set back since the last run", extra={"seconds": seconds})
            await transact(lambda transaction: resting.until_earlier(transaction, by, now))

    async def _show_life(self) -> None:
        path = self.configuration.alive_file
        while True:
            # A database that hangs is not alive, though the rest of the service may be.
            # Where nothing can be written, no sign is right: it is what others look at.
            with contextlib.suppress(DatabaseUnavailableError, OSError):
                await self.database.transact(_look)
                self._alive_at = self.clock.now()
                _touch(path, self._alive_at.timestamp())
            await self.clock.sleep(HEARTBEAT)

    async def _close_parts(self) -> None:
        for part in self._parts:
            await part.close()

    async def _close(self) -> None:
        try:
            await self._close_parts()
            await self.messenger.stop()
        finally:
            if self.company is not None:
                await self.company.close()
            await self.database.stop()


def _why(group: ExceptionGroup[Exception]) -> Exception:
    """Return one of what failed, which is enough: the others were ended because of it."""
    refused, _ = group.split(TokenRefusedError)
    first = (refused or group).exceptions[0]
    return _why(first) if isinstance(first, ExceptionGroup) else first


async def _look(transaction: Transaction) -> None:
    await due_work.next_at(transaction)


def _touch(path: Path, moment: float) -> None:
    path.touch(mode=0o600)
    os.utime(path, (moment, moment))
