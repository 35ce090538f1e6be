"""The inbox: takes updates from a messaging app, keeps them, then has them dealt with.

An update is committed before the app is told that it arrived, which is what asking for later ones
does. Events of one person are dealt with in their order, different people side by side, so that
many share a commit.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from random import Random
from typing import Final

from bot.backoff import Backoff, PatientDatabase
from bot.clock import Clock
from bot.crew import Crew
from bot.fetching import Fetcher
from bot.handling import Handlers
from bot.log import anatomy, failure
from bot.messengers import (
    Messenger,
    MessengerError,
    RawUpdate,
    RetryAfterError,
    TokenRefusedError,
)
from bot.observing import Onlookers
from handlers.events import Event, FileSent, GroupUpgraded, PhotoSent, person_of
from handlers.house import House
from storage import inbox as kept
from storage.database import ChangedMeanwhileError, DatabaseClosedError, Transaction

_LOG = logging.getLogger(__name__)

#: How many events are dealt with side by side; as many as share a commit.
AT_ONCE: Final = 64
#: With so many in memory nothing more is asked for until some are done.
MOST_WAITING: Final = 1000
#: How often an event is tried before it is put aside.
MOST_ATTEMPTS: Final = 2
#: Beyond this an update's number cannot be kept; no app counts so far.
LARGEST_NUMBER: Final = 2**63 - 1


@dataclass(frozen=True, slots=True)
class _Heard:
    number: int
    at: datetime
    event: Event = field(repr=False)


class Inbox:
    """Receives for one messenger until cancelled; its tasks run in the crew."""

    def __init__(
        self,
        messenger: Messenger,
        transact: PatientDatabase,
        clock: Clock,
        random: Random,
        handlers: Handlers,
        house: House,
        crew: Crew,
        onlookers: Onlookers,
    ) -> None:
        self._messenger = messenger
        self._transact = transact
        self._clock = clock
        self._handlers = handlers
        self._house = house
        self._crew = crew
        self._at_step = onlookers.at_step
        self._observer = onlookers.observer
        self._fetcher = Fetcher(messenger, clock, random)
        self._backoff = Backoff(clock, random)
        self._queues: dict[str, deque[_Heard]] = {}
        self._places = asyncio.Semaphore(AT_ONCE)
        self._less_waiting = asyncio.Event()
        self._is_ending = False
        self._being_kept = 0
        self._waiting = 0

    @property
    def waiting(self) -> int:
        """How many updates are in memory and not dealt with, nor waiting for the clock."""
        return self._waiting + self._being_kept - self._fetcher.resting

    async def run(self) -> None:
        """Deal with what was kept before, then receive for ever; raises TokenRefusedError."""
        try:
            for arrived in await self._transact(self._left_over):
                raw = RawUpdate(arrived.number, arrived.body.reveal())
                await self._when_there_is_room()
                await self._queue(raw)
            # Without a number at first: after a long silence an app may count anew, and what it
            # repeats is known by its number.
            after: int | None = None
            while True:
                await self._when_there_is_room()
                after = await self._receive(after)
        finally:
            self._is_ending = True

    async def _left_over(self, transaction: Transaction) -> Sequence[kept.Arrived]:
        return await kept.waiting(transaction, self._messenger.name)

    async def _when_there_is_room(self) -> None:
        while self._waiting >= MOST_WAITING:
            self._less_waiting.clear()
            await self._less_waiting.wait()

    async def _receive(self, after: int | None) -> int | None:
        """Take one batch and return what to confirm with the next request."""
        try:
            batch = await self._messenger.receive(after)
        except TokenRefusedError:
            raise
        except MessengerError as error:
            _LOG.warning("updates cannot be fetched; trying again", extra=anatomy(error))
            wait = error.seconds if isinstance(error, RetryAfterError) else 0
            await self._backoff.pause(at_least=wait)
            return after
        usable = [update for update in batch if abs(update.number) <= LARGEST_NUMBER]
        if len(usable) < len(batch):
            _LOG.error("updates with impossible numbers", extra={"count": len(batch) - len(usable)})
            if not usable:
                await self._backoff.pause()
                return after
        self._backoff.succeeded()
        if not usable:
            self._observer.fetched(0, self._clock.now())
            # Everything is confirmed: asking without a number keeps up with an app that counts
            # anew.
            return None
        self._being_kept = len(usable)
        try:
            await self._keep(usable)
        finally:
            self._being_kept = 0
        return max(update.number for update in usable)

    async def _keep(self, batch: Sequence[RawUpdate]) -> None:
        now = self._clock.now()
        pairs = [(update.number, update.body) for update in batch]

        async def keep(transaction: Transaction) -> list[int]:
            return await kept.keep(transaction, self._messenger.name, pairs, now)

        fresh = set(await self._transact(keep))
        self._observer.fetched(len(fresh), now)
        self._at_step("updates kept")
        for update in sorted(batch, key=lambda update: update.number):
            # Repeated within one batch, only its first copy is fresh.
            if update.number in fresh:
                fresh.discard(update.number)
                await self._queue(update)

    async def _queue(self, update: RawUpdate) -> None:
        try:
            event = self._messenger.understand(update)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others go on
            failure(_LOG, "an update is not understood, put aside", error, update=update.number)
            await self._put_aside(update.number)
            return
        self._waiting += 1
        key = _order_key(event)
        heard = _Heard(update.number, self._clock.now(), event)
        if key in self._queues:
            self._queues[key].append(heard)
            return
        self._queues[key] = deque([heard])
        self._crew.start(self._work_through(key))

    async def _put_aside(self, number: int) -> None:
        await self._transact(
            lambda transaction: kept.quarantine(transaction, self._messenger.name, number)
        )
        self._observer.put_aside()

    async def _work_through(self, key: str) -> None:
        queue = self._queues[key]
        try:
            # What is left when the service ends is dealt with after its next start.
            while queue and not self._is_ending:
                # Outside of the places, which are for what takes no time.
                heard = await self._with_its_content(queue[0])
                async with self._places:
                    await self._deal_with(heard)
                queue.popleft()
                self._waiting -= 1
                self._less_waiting.set()
        finally:
            del self._queues[key]

    async def _with_its_content(self, heard: _Heard) -> _Heard:
        """Return what is to be heard, with what a photo or a file holds where it is wanted.

        Nothing is noted of it: after a crash in between it is fetched again.
        """
        event = heard.event
        if not isinstance(event, PhotoSent | FileSent) or not event.place.is_private:
            return heard
        try:
            is_wanted = await self._transact(partial(self._wants, event))
        except DatabaseClosedError:
            raise
        except Exception as error:  # noqa: BLE001 - heard without it, it fails or is answered there
            failure(_LOG, "nobody can say whether a file is wanted", error, update=heard.number)
            return heard
        if not is_wanted:
            return heard
        if isinstance(event, PhotoSent):
            event = replace(event, picture=await self._fetcher.picture(event.file))
        else:
            event = replace(event, content=await self._fetcher.text(event.file, event.size))
        self._at_step("file fetched")
        return replace(heard, event=event)

    async def _wants(self, event: PhotoSent | FileSent, transaction: Transaction) -> bool:
        now = self._clock.now()
        if isinstance(event, PhotoSent):
            return await self._handlers.wants_picture(transaction, event, now, self._house)
        return await self._handlers.wants_file(transaction, event, now, self._house)

    async def _deal_with(self, heard: _Heard) -> None:
        while True:
            try:
                await self._transact(partial(self._hear, heard))
            except DatabaseClosedError:
                raise
            except ChangedMeanwhileError:
                # It was dealt with, and the word of it was lost on its way from the database.
                return
            except Exception as error:  # noqa: BLE001 - one event that fails stops nobody else
                if await self._failed(heard, error):
                    return
            else:
                self._observer.handled((self._clock.now() - heard.at).total_seconds())
                self._at_step("event handled")
                return

    async def _hear(self, heard: _Heard, transaction: Transaction) -> None:
        kept.mark_done(transaction, self._messenger.name, heard.number)
        await self._handlers.receive(transaction, heard.event, self._clock.now(), self._house)

    async def _failed(self, heard: _Heard, error: Exception) -> bool:
        """Count a failure; says whether this was the last attempt."""

        async def count(transaction: Transaction) -> int:
            return await kept.count_attempt(transaction, self._messenger.name, heard.number)

        attempts = await self._transact(count)
        about = {"update": heard.number, "attempts": attempts}
        failure(_LOG, "an event could not be dealt with", error, **about)
        self._observer.failed()
        if attempts < MOST_ATTEMPTS:
            return False
        try:
            await self._transact(partial(self._apologise, heard))
        except DatabaseClosedError:
            raise
        except Exception as second:  # noqa: BLE001 - then without a word, but never in circles
            failure(_LOG, "the person could not be told of it", second, **about)
            await self._put_aside(heard.number)
        else:
            self._observer.put_aside()
        return True

    async def _apologise(self, heard: _Heard, transaction: Transaction) -> None:
        if await kept.quarantine(transaction, self._messenger.name, heard.number):
            await self._handlers.apologise(transaction, heard.event, self._clock.now(), self._house)


def _order_key(event: Event) -> str:
    """Return whose events keep their order: the person's, or else the chat's."""
    person = person_of(event)
    if person is not None:
        return person
    if isinstance(event, GroupUpgraded):
        return event.old
    place = getattr(event, "place", None)
    return "nobody" if place is None else str(place.chat)
