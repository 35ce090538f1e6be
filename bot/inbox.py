"""The inbox: keeps the updates of a messaging app, then has them dealt with.

They come by polling or by a webhook (`polling.py`, `webhook.py`). An update is committed before the
app is told that it arrived. Events of one person are dealt with in their order, different people
side by side, so that many share a commit.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Final

from bot.fetching import Fetcher
from bot.lines import Heard, Lines
from bot.log import failure
from bot.messengers import Messenger, RawUpdate
from bot.parts import Means
from handlers.events import Event, FileSent, GroupUpgraded, PhotoSent, person_of
from storage import ahead, lines
from storage import inbox as kept
from storage.database import DatabaseClosedError, Transact, Transaction, Work

_LOG = logging.getLogger(__name__)

#: How many events are dealt with side by side; as many as share a commit.
AT_ONCE: Final = 64
#: How often an event is tried before it is put aside.
MOST_ATTEMPTS: Final = 2
#: How long to wait for what another process has of the same person, in seconds.
SHORTEST_PAUSE: Final = 0.02
LONGEST_PAUSE: Final = 1.0
#: Beyond this an update's number cannot be kept; no app counts so far.
LARGEST_NUMBER: Final = 2**63 - 1


@dataclass(frozen=True, slots=True)
class _Read:
    """An update as it came, and what it means; without an event nobody understands it."""

    update: RawUpdate
    event: Event | None = field(repr=False)


def with_possible_numbers(batch: Sequence[RawUpdate]) -> list[RawUpdate]:
    """Return the updates that can be kept under their numbers."""
    usable = [update for update in batch if abs(update.number) <= LARGEST_NUMBER]
    if len(usable) < len(batch):
        _LOG.error("updates with impossible numbers", extra={"count": len(batch) - len(usable)})
    return usable


class Inbox:
    """Keeps what one messenger brings, and has it dealt with; its tasks run in the crew.

    `receiver` is the number of this process where several receive.
    """

    def __init__(self, messenger: Messenger, means: Means, receiver: int | None = None) -> None:
        self._messenger = messenger
        self._receiver = receiver
        self._transact = means.transact
        self._clock = clock = means.clock
        self._handlers = handlers = means.handlers
        self._house = means.house
        self._crew = means.crew
        self._at_step = means.onlookers.at_step
        self._observer = means.onlookers.observer
        self._fetcher = Fetcher(messenger, clock, means.random)
        self._lines = Lines(messenger.abilities, clock, handlers.is_urgent)
        self._places = asyncio.Semaphore(AT_ONCE)
        self._being_kept = 0

    @property
    def waiting(self) -> int:
        """How many updates are in memory and not dealt with, nor waiting for the clock."""
        return self._lines.busy + self._being_kept - self._fetcher.resting

    @property
    def has_room(self) -> bool:
        """Say whether more may be taken."""
        return self._lines.has_room

    async def have_room(self) -> None:
        """Return once more may be taken."""
        await self._lines.have_room()

    async def resume(self) -> None:
        """Have everything dealt with that was kept before, and that no other process has."""
        for arrived in await self._transact(self._left_over):
            raw = RawUpdate(arrived.number, arrived.body.reveal())
            await self._lines.have_room()
            read = self._read(raw)
            if read.event is None:
                await self._put_aside(raw.number)
            else:
                self._queue(raw.number, read.event)

    def set_back(self, by: timedelta) -> None:
        """Go on as before with a clock that was set back."""
        self._lines.set_back(by)

    def end(self) -> None:
        """Let nothing more be dealt with: what is left is, after the next start."""
        self._lines.end()

    async def _left_over(self, transaction: Transaction) -> Sequence[kept.Arrived]:
        if self._receiver is None:
            return await kept.waiting(transaction, self._messenger.name)
        return await lines.adopt(transaction, self._messenger.name, self._receiver)

    async def take(self, batch: Sequence[RawUpdate], transact: Transact | None = None) -> None:
        """Keep updates with possible numbers, and have them dealt with once they are committed.

        With a `transact` of its own, raises what that raises; otherwise waits for the database.
        """
        self._being_kept += len(batch)
        try:
            await self._keep(self._taken(batch), transact or self._transact)
        finally:
            self._being_kept -= len(batch)

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

    async def _keep(self, batch: Sequence[_Read], transact: Transact) -> None:
        now, name = self._clock.now(), self._messenger.name
        pairs = [(read.update.number, read.update.body) for read in batch]
        # Repeated within one batch, only the first copy counts.
        read_as = {read.update.number: read.event for read in reversed(batch)}

        whose = {number: _order_key(event) for number, event in read_as.items() if event}

        async def keep(transaction: Transaction) -> tuple[list[int], dict[str, int]]:
            in_lines = None if self._receiver is None else kept.Lines(whose, self._receiver)
            fresh = await kept.keep(transaction, name, pairs, now, in_lines)
            for number in fresh:
                if read_as[number] is None:
                    await kept.quarantine(transaction, name, number)
            return fresh, await self._first_of_others(transaction, set(whose.values()))

        fresh, first = await transact(keep)
        self._observer.fetched(len(fresh), now)
        self._at_step("updates kept")
        for number in fresh:
            event = read_as[number]
            if event is None:
                self._observer.put_aside()
            else:
                is_behind = first.get(whose[number], number) < number
                self._queue(number, event, is_behind=is_behind)

    async def _first_of_others(
        self, transaction: Transaction, whose: Collection[str]
    ) -> dict[str, int]:
        if self._receiver is None:
            return {}
        name = self._messenger.name
        return await lines.first_of_others(transaction, name, self._receiver, whose)

    def _queue(self, number: int, event: Event, *, is_behind: bool = False) -> None:
        key = _order_key(event)
        if self._lines.add(key, Heard(number, self._clock.now(), event, is_behind)):
            self._crew.start(self._work_through(key))

    async def _until_first(self, key: str) -> None:
        """Wait while another process has something earlier of the same line."""
        pause = SHORTEST_PAUSE
        while (number := self._lines.first_behind(key)) is not None:
            first = await self._transact(
                lambda transaction: self._first_of_others(transaction, (key,))
            )
            if first.get(key, number) >= number:
                self._lines.is_first(key, number)
            else:
                await self._clock.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)

    async def _put_aside(self, number: int) -> None:
        await self._transact(
            lambda transaction: kept.quarantine(transaction, self._messenger.name, number)
        )
        self._observer.put_aside()

    async def _work_through(self, key: str) -> None:
        try:
            while (heard := await self._next(key)) is not None:
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

    async def _next(self, key: str) -> Heard | None:
        await self._until_first(key)
        return await self._lines.next(key)

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
                await self._transact(self._hearing(heard))
            except DatabaseClosedError:
                raise
            except Exception as error:  # noqa: BLE001 - one event that fails stops nobody else
                if await self._failed(heard, error):
                    return
            else:
                took = (self._clock.now() - heard.at).total_seconds()
                # The clock may have been set back meanwhile.
                self._observer.handled(max(took, 0.0))
                self._at_step("event handled")
                return

    def _hearing(self, heard: Heard) -> Work[None]:
        work, person = partial(self._hear, heard), person_of(heard.event)
        return work if person is None else ahead.of_somebody(person, work)

    async def _hear(self, heard: Heard, transaction: Transaction) -> None:
        kept.mark_done(transaction, self._messenger.name, heard.number)
        await self._handlers.receive(transaction, heard.event, self._clock.now(), self._house)

    async def _failed(self, heard: Heard, error: Exception) -> bool:
        """Count a failure; says whether this was the last attempt."""

        async def count(transaction: Transaction) -> int | None:
            return await kept.count_attempt(transaction, self._messenger.name, heard.number)

        attempts = await self._transact(count)
        if attempts is None:
            # It was dealt with, and the word of it was lost on its way from the database.
            return True
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
