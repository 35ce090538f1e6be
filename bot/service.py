"""The running service: one messenger, one database, and the loops between them."""

import asyncio
import contextlib
import logging
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random
from types import TracebackType
from typing import Final, Self

from bot.backoff import Backoff, PatientDatabase
from bot.clock import Clock
from bot.configuration import Configuration
from bot.crew import Crew
from bot.handling import Handlers, real_handlers
from bot.inbox import Inbox
from bot.log import kind_of
from bot.messengers import (
    Messenger,
    MessengerError,
    RetryAfterError,
    TokenRefusedError,
    Webhook,
)
from bot.observing import Onlookers
from bot.outbox import Outbox
from bot.outcomes import Outcomes
from bot.pacing import Pacing
from bot.polling import Polling
from bot.safekeeping import Safekeeping
from bot.scheduler import Scheduler
from bot.webhook import WebhookServer, secret_for
from handlers.house import House
from handlers.texts import Texts
from storage import departures, due_work
from storage.database import Database, Transaction
from storage.failures import DatabaseUnavailableError
from storage.migration import drop_old_copies
from storage.outbox import Purpose
from storage.retention.periods import OLD_COPIES

_LOG = logging.getLogger(__name__)

#: How long what is under way may take to end, in seconds of the machine's own time.
PATIENCE: Final = 5.0
#: How often the service shows that it is alive, in seconds.
HEARTBEAT: Final = 60
#: How often copies of older databases are looked at, in seconds.
HOUR: Final = 3600


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


class Service:
    """Runs while it is entered. The messenger, the database and the clock are its own until then.

    `random` makes tokens and references, and spreads pauses. `onlookers` hear of every step after
    which a crash may come, and of whatever can be counted.
    """

    def __init__(
        self,
        configuration: Configuration,
        messenger: Messenger,
        database: Database,
        clock: Clock,
        random: Random,
        *,
        texts: Texts | None = None,
        handlers: Handlers | None = None,
        onlookers: Onlookers | None = None,
    ) -> None:
        self._configuration = configuration
        self._messenger = messenger
        self._database = database
        self._clock = clock
        self._random = random
        self._handlers = handlers or real_handlers()
        self._house = House(
            texts=texts or Texts(),
            owners=configuration.owners,
            private_chat_link=messenger.private_chat_link,
            random=random,
        )
        self._onlookers = onlookers or Onlookers()
        self._has_begun = False
        self._alive_at = clock.now()
        self._crew = Crew()

    async def __aenter__(self) -> Self:
        await self._database.start()
        self._make_loops()
        try:
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
        await self._arrivals.close()
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
            waiting=self._inbox.waiting,
            leaving=self._outbox.under_way,
        )

    async def is_idle(self) -> bool:
        """Say whether nothing is to be done before the clock moves or somebody does something.

        Raises what a loop failed with.
        """
        if self._loops.done():
            await self._loops
        if self._at_work():
            return False
        return not await self._database.transact(self._has_due) and not self._at_work()

    def _at_work(self) -> int:
        working = (self._arrivals, self._outbox, self._scheduler, self._safekeeping)
        return self._inbox.waiting + sum(each.at_work for each in working)

    async def _has_due(self, transaction: Transaction) -> bool:
        now = self._clock.now()
        work_at = await due_work.next_at(transaction)
        if work_at is not None and work_at <= now:
            return True
        # Answers to taps come first and need no room; either may have to wait for the clock.
        for first in await departures.due(transaction, now, (), 1):
            if first.chat_id is None:
                return self._pacing.tap_answers_held_until() <= now
            is_bulk = first.purpose is Purpose.BULK
            return (self._pacing.bulk_room(1) if is_bulk else self._pacing.room(1)) > 0
        return False

    async def _connect(self) -> None:
        backoff = Backoff(self._clock, self._random)
        while True:
            try:
                await self._messenger.start()
                await self._arrivals.open()
            except TokenRefusedError:
                raise
            except MessengerError as error:
                _LOG.warning(
                    "the messaging app cannot be reached; trying again", extra=kind_of(error)
                )
                wait = error.seconds if isinstance(error, RetryAfterError) else 0
                await backoff.pause(at_least=wait)
            else:
                return

    def _make_loops(self) -> None:
        observer = self._onlookers.observer
        transact = PatientDatabase(self._database.transact, self._clock, self._random, observer)
        self._pacing = Pacing(self._messenger.abilities, self._clock)
        shared = (self._handlers, self._house)
        self._inbox = Inbox(
            self._messenger,
            transact,
            self._clock,
            self._random,
            *shared,
            self._crew,
            self._onlookers,
        )
        self._arrivals = self._way_in()
        self._outbox = Outbox(
            self._messenger,
            self._database,
            transact,
            self._clock,
            self._pacing,
            Outcomes(transact, self._clock, self._random, self._pacing, *shared, observer),
            self._crew,
            self._onlookers,
        )
        self._safekeeping = Safekeeping(
            self._configuration, transact, self._clock, self._house, self._crew, self._onlookers
        )
        self._scheduler = Scheduler(
            self._database, transact, self._clock, *shared, self._safekeeping, self._onlookers
        )

    def _way_in(self) -> Polling | WebhookServer:
        """Return how updates come in: sent to an address where one is set, else asked for."""
        configuration, onlookers = self._configuration, self._onlookers
        if configuration.webhook_url is None:
            return Polling(
                self._messenger, self._inbox, self._clock, self._random, onlookers.observer
            )
        secret = secret_for(configuration.telegram_token.get_secret_value())
        return WebhookServer(
            self._messenger,
            self._inbox,
            self._database.transact,
            self._clock,
            onlookers,
            Webhook(configuration.webhook_url, secret),
            configuration.webhook_listen,
        )

    async def _run_loops(self) -> None:
        try:
            async with asyncio.TaskGroup() as loops:
                loops.create_task(self._arrivals.run(), name="inbox")
                loops.create_task(self._outbox.run(), name="outbox")
                loops.create_task(self._scheduler.run(), name="scheduler")
                loops.create_task(self._safekeeping.run(), name="safekeeping")
                loops.create_task(self._show_life(), name="heartbeat")
                loops.create_task(self._drop_old_copies(), name="old copies")
                loops.create_task(self._crew.watch(), name="crew")
        except ExceptionGroup as group:
            # One is enough to say why; the others are ended because of it.
            refused, _ = group.split(TokenRefusedError)
            raise (refused or group).exceptions[0] from None

    async def _show_life(self) -> None:
        path = self._configuration.alive_file
        while True:
            # A database that hangs is not alive, though the rest of the service may be.
            with contextlib.suppress(DatabaseUnavailableError):
                await self._database.transact(_look)
                self._alive_at = self._clock.now()
                _touch(path, self._alive_at.timestamp())
            await self._clock.sleep(HEARTBEAT)

    async def _drop_old_copies(self) -> None:
        """Delete copies of older databases once their time is over."""
        while True:
            before = self._clock.now() - OLD_COPIES.default
            # Where the folder cannot be read now, it can be in an hour.
            with contextlib.suppress(OSError):
                drop_old_copies(self._configuration.database_file, before)
            await self._clock.sleep(HOUR)

    async def _close(self) -> None:
        try:
            await self._arrivals.close()
            await self._messenger.stop()
        finally:
            await self._database.stop()


async def _look(transaction: Transaction) -> None:
    await due_work.next_at(transaction)


def _touch(path: Path, moment: float) -> None:
    path.touch(mode=0o600)
    os.utime(path, (moment, moment))
