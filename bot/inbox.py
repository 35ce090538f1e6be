"""The inbox: takes updates from a messaging app, keeps them, then has them dealt with.

An update is committed before the app is told that it arrived, which is what asking for later ones
does. Events of one person are dealt with in their order, different people side by side, so that
many share a commit.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from random import Random
from typing import Final

from bot.backoff import Backoff, PatientDatabase
from bot.clock import Clock
from bot.crew import Crew
from bot.fetching import Fetcher
from bot.handling import Handlers
from bot.lines import Heard, Lines
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
#: How often an event is tried before it is put aside.
MOST_ATTEMPTS: Final = 2
#: Beyond this an update's number cannot be kept; no app counts so far.
LARGEST_NUMBER: Final = 2**63 - 1


@dataclass(frozen=True, slots=True)
class _Read:
    """An update as it came, and what it means; without an event nobody understands it."""

    update: RawUpdate
    event: Event | None = field(repr=False)


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
        self._lines = Lines(messenger.abilities, clock, handlers.is_urgent)
        self._places = asyncio.Semaphore(AT_ONCE)
        self._being_kept = 0

    @property
    def waiting(self) -> int:
        """How many updates are in memory and not dealt with, nor waiting for the clock."""
        return self._lines.busy + self._being_kept - self._fetcher.resting

    async def run(self) -> None:
        """Deal with what was kept before, then receive for ever; raises TokenRefusedError."""
        try:
            for arrived in await self._transact(self._left_over):
                raw = RawUpdate(arrived.number, arrived.body.reveal())
                await self._lines.have_room()
                await self._queue(self._read(raw))
            # Without a number at first: after a long silence an app may count anew, and what it
            # repeats is known by its number.
            after: int | None = None
            while True:
                await self._lines.have_room()
                after = await self._receive(after)
        finally:
            self._lines.end()

    async def _left_over(self, transaction: Transaction) -> Sequence[kept.Arrived]:
        return await kept.waiting(transaction, self._messenger.name)

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
            await self._keep(self._taken(usable))
        finally:
            self._being_kept = 0
        return max(update.number for update in usable)

    def _taken(self, batch: Sequence[RawUpdate]) -> list[_Read]:
        """Return what of a batch is kept: not what nobody is to hear, nor what is too much."""
        taken: list[_Read] = []
        of_each: Counter[str] = Counter()
        for update in sorted(batch, key=lambda update: update.number):
            read = self._read(update)
            if read.event is not None:
                if not self._handlers.concerns_us(read.event):
                    continue
                key = _order_key(read.event)
                if self._lines.refuses(key, read.event, of_each[key]):
                    self._refuse(key, read.event)
                    continue
                of_each[key] += 1
            taken.append(read)
        return taken

    def _read(self, update: RawUpdate) -> _Read:
        try:
            return _Read(update, self._messenger.understand(update))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others go on
            failure(_LOG, "an update is not understood, put aside", error, update=update.number)
            return _Read(update, None)

    def _refuse(self, key: str, event: Event) -> None:
        """Leave out what is too much of somebody, who hears so once."""
        if self._lines.note_refused(key):
            _LOG.warning("somebody sends more than can be heard; what comes beyond is left out")
            self._crew.start(self._say_too_much(event))

    async def _say_too_much(self, event: Event) -> None:
        now, house = self._clock.now(), self._house
        try:
            await self._transact(
                lambda transaction: self._handlers.too_much(transaction, event, now, house)
            )
        except DatabaseClosedError:
            pass
        except Exception as error:  # noqa: BLE001 - they are slowed down all the same
            failure(_LOG, "the person could not be told of it", error)

    async def _keep(self, batch: Sequence[_Read]) -> None:
        now = self._clock.now()
        pairs = [(read.update.number, read.update.body) for read in batch]

        async def keep(transaction: Transaction) -> list[int]:
            return await kept.keep(transaction, self._messenger.name, pairs, now)

        fresh = set(await self._transact(keep))
        self._observer.fetched(len(fresh), now)
        self._at_step("updates kept")
        for read in batch:
            # Repeated within one batch, only its first copy is fresh.
            if read.update.number in fresh:
                fresh.discard(read.update.number)
                await self._queue(read)

    async def _queue(self, read: _Read) -> None:
        number = read.update.number
        if read.event is None:
            await self._put_aside(number)
            return
        key = _order_key(read.event)
        if self._lines.add(key, Heard(number, self._clock.now(), read.event)):
            self._crew.start(self._work_through(key))

    async def _put_aside(self, number: int) -> None:
        await self._transact(
            lambda transaction: kept.quarantine(transaction, self._messenger.name, number)
        )
        self._observer.put_aside()

    async def _work_through(self, key: str) -> None:
        try:
            while (heard := await self._lines.next(key)) is not None:
                try:
                    # Outside of the places, which are for what takes no time.
                    heard = await self._with_its_content(heard)
                    async with self._places:
                        await self._deal_with(heard)
                finally:
                    self._lines.done()
        finally:
            refused = self._lines.leave(key)
        if refused:
            _LOG.warning("events of one person were left out", extra={"count": refused})

    async def _with_its_content(self, heard: Heard) -> Heard:
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

    async def _deal_with(self, heard: Heard) -> None:
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

    async def _hear(self, heard: Heard, transaction: Transaction) -> None:
        kept.mark_done(transaction, self._messenger.name, heard.number)
        await self._handlers.receive(transaction, heard.event, self._clock.now(), self._house)

    async def _failed(self, heard: Heard, error: Exception) -> bool:
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

    async def _apologise(self, heard: Heard, transaction: Transaction) -> None:
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
