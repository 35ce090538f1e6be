"""The outbox: sends what is due, the most urgent first, one at a time to each chat, at a pace.

That a message is about to leave is committed before it does, so that after a crash it is known of
which messages nobody knows whether they left.
"""

import asyncio
import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.carrier import Carrier
from bot.mandate import Mandate
from bot.messengers import FateUnknownError, Messenger
from bot.observing import Outcome
from bot.outcomes import Outcomes
from bot.pacing import Pacing, Width
from bot.parts import Means
from bot.reach import Reach
from bot.waking import wait
from handlers.payload import CHANGES
from storage import departures, outbox_states
from storage.database import Transaction
from storage.departures import Due
from storage.fates import Fate
from storage.outbox import Purpose
from storage.seats import SeatLostError

_LOG = logging.getLogger(__name__)

#: How many messages are under way at once, and how many of them may be such as go to many people.
AT_ONCE: Final = 30
BULK_AT_ONCE: Final = 25
#: What takes longer than this hangs, and holds up none of those that come after it.
HANGS_AFTER: Final = timedelta(seconds=1)
#: So many more are looked at than may be repeated: answers to taps and changes go in between.
LOOKED_AT: Final = 8


@dataclass(frozen=True, slots=True)
class _Taken:
    """Messages that are noted as leaving, and when to look again where there are none.

    `given_up` are those that nobody would miss.

    `at` is when they were chosen. Their pace is counted from then: the commit that notes them takes
    much the same for each, and would slow all of them down.
    """

    messages: list[Due]
    look_again_at: datetime | None
    at: datetime
    given_up: Sequence[Due] = ()


@dataclass(frozen=True, slots=True)
class _Leaving:
    """A message that is under way, and since when."""

    due: Due
    since: datetime


@dataclass(slots=True)
class _Room:
    """How many messages may leave over all, of those to many people, and of those like answers."""

    over_all: int
    bulk: int
    repeated: int
    #: Whether there was no room for one like an answer.
    has_queue: bool = False

    def takes(self, due: Due) -> bool:
        """Take a message in where there is room; an answer to a tap needs none."""
        if due.chat_id is None:
            return True
        is_bulk, is_repeated = due.purpose is Purpose.BULK, _would_be_repeated(due)
        if is_repeated and (self.over_all <= 0 or self.repeated <= 0):
            self.has_queue = True
            return False
        if self.over_all <= 0 or (is_bulk and self.bulk <= 0):
            return False
        self.over_all -= 1
        self.bulk -= is_bulk
        self.repeated -= is_repeated
        return True


class Outbox:
    """Sends for one messenger until cancelled; its tasks run in the crew."""

    def __init__(
        self,
        messenger: Messenger,
        means: Means,
        pacing: Pacing,
        outcomes: Outcomes,
        mandate: Mandate,
    ) -> None:
        self._carrier = Carrier(messenger, means)
        self._bot = messenger.name
        self._news = means.database.outgoing.of(self._bot)
        self._transact = means.transact
        self._clock = clock = means.clock
        self._pacing = pacing
        self._outcomes = outcomes
        self._mandate = mandate
        self._crew = means.crew
        self._at_step = means.onlookers.at_step
        self._observer = means.onlookers.observer
        self._under_way: dict[int, _Leaving] = {}
        self._width = Width(messenger.abilities, AT_ONCE, clock)
        self._reach = Reach(messenger, clock)
        self._is_back = False
        self._is_over = False
        self._is_looking = True

    @property
    def at_work(self) -> int:
        """How many messages are under way; at least 1 while it looks for some."""
        return len(self._under_way) + self._is_looking

    @property
    def under_way(self) -> int:
        """How many messages are leaving now."""
        return len(self._under_way)

    async def run(self) -> None:
        """Deal with what an earlier process left, then send until somebody else does."""
        await self._recover()
        while True:
            self._news.clear()
            if self._reach.is_away:
                await self._ask()
                continue
            self._is_looking = True
            if self._is_back:
                await self._bring_forward()
            # Seen through also where all ends meanwhile: what is noted as leaving does leave.
            taken = await asyncio.shield(self._crew.start(self._take()))
            self._is_looking = False
            if self._is_over:
                return
            if not taken.messages:
                await wait(self._news, taken.look_again_at, self._clock)

    @property
    def rests(self) -> bool:
        """Whether nothing is sent, however much is due, until the app answers again."""
        return self._reach.is_away

    async def _ask(self) -> None:
        await self._reach.rest()
        self._is_looking = True
        await self._reach.ask()
        self._is_looking = False

    async def _bring_forward(self) -> None:
        """Try everything at once that was put off because the app did not answer."""
        self._is_back = False
        now = self._clock.now()
        await self._transact(
            lambda transaction: outbox_states.bring_forward(transaction, now, self._bot)
        )

    async def _recover(self) -> None:
        """Go on at the pace of the earlier process; what was leaving when it ended is unclear."""
        now = self._clock.now()

        async def left(transaction: Transaction) -> list[Due]:
            ids = await departures.left_sending(transaction, self._bot)
            return [await departures.get(transaction, row_id, now) for row_id in ids]

        async def lately(transaction: Transaction) -> list[departures.Lately]:
            since = now - self._pacing.memory
            return await departures.sent_between(transaction, self._bot, since, now)

        for sent in await self._transact(lately):
            self._pacing.recall(sent.chat_id, sent.at, is_private=sent.is_private)
        unclear = await self._transact(left)
        if unclear:
            _LOG.warning("messages may or may not have left", extra={"count": len(unclear)})
        for due in unclear:
            if due.chat_id is not None:
                self._pacing.recall(due.chat_id, now, is_private=due.is_private)
            await self._outcomes.failed(due, FateUnknownError("the service ended meanwhile"))

    async def _take(self) -> _Taken:
        """Note what leaves now and start to send it."""
        most = self._reach.most
        free = (AT_ONCE if most is None else most) - len(self._under_way)
        if free <= 0:
            return _Taken([], None, self._clock.now())
        begun = self._clock.now()
        try:
            taken = await self._transact(lambda transaction: self._choose(transaction, free))
        except SeatLostError:
            self._is_over = True
            return _Taken([], None, begun)
        for due in taken.given_up:
            self._observer.tried(due.purpose, Outcome.DEAD)
        for due in taken.messages:
            self._under_way[due.id] = _Leaving(due, taken.at)
            if due.chat_id is not None:
                is_bulk = due.purpose is Purpose.BULK
                self._pacing.spent(
                    due.chat_id, taken.at, is_private=due.is_private, is_bulk=is_bulk
                )
            self._crew.start(self._deliver(due, begun))
        return taken

    async def _choose(self, transaction: Transaction, most: int) -> _Taken:
        await self._mandate.insist(transaction)
        now = self._clock.now()
        under_way = [each.due for each in self._under_way.values()]
        busy = {due.chat_id for due in under_way if due.chat_id is not None}
        room = self._room(most)
        with_bulk = room.bulk > 0
        looked_at = min(most, max(room.repeated, 0) + room.bulk + LOOKED_AT)
        found = await departures.due(
            transaction, self._bot, now, busy, looked_at, with_bulk=with_bulk
        )
        leaving: list[Due] = []
        given_up: list[Due] = []
        # What is buried or put off makes place for others at once.
        looks_again = False
        lacks_room = False
        for due in found:
            if _is_pointless(due):
                fate = Fate.STOPPED if due.is_expired else Fate.UNREACHABLE
                await outbox_states.mark_dead(transaction, due.id, now, fate)
                given_up.append(due)
                looks_again = True
            elif (until := self._put_off_until(due)) > now:
                await _put_off(transaction, due, until)
                looks_again = True
            elif room.takes(due):
                leaving.append(due)
            else:
                lacks_room = True
        self._width.note_queue(is_there=room.has_queue)
        if leaving:
            await departures.start_sending(transaction, [due.id for due in leaving])
            return _Taken(leaving, None, now, given_up)
        if looks_again:
            return _Taken([], now, now, given_up)
        if lacks_room:
            # Answers to taps need no room, and must not wait until there is some.
            answer_at = await departures.next_tap_answer_at(transaction, self._bot)
            return _Taken([], _first(self._when_room(room, now), answer_at), now)
        next_at = await self._when_next(transaction, busy, now, with_bulk=with_bulk)
        return _Taken([], next_at, now)

    async def _when_next(
        self, transaction: Transaction, busy: Collection[int], now: datetime, *, with_bulk: bool
    ) -> datetime | None:
        """Return when something that is not due yet may leave; None where there is nothing."""
        due_at = await departures.next_due_at(transaction, self._bot, busy, with_bulk=with_bulk)
        bulk_at = self._pacing.when_bulk()
        # Where it was left out because of those under way, it is looked for at the end of one.
        return _first(bulk_at, due_at) if bulk_at > now else due_at

    def _room(self, most: int) -> _Room:
        bulk = sum(each.due.purpose is Purpose.BULK for each in self._under_way.values())
        bulk_room = self._pacing.bulk_room(min(self._width.most, BULK_AT_ONCE) - bulk)
        repeated = self._width.most_repeated - len(self._under_way_lately())
        return _Room(self._pacing.room(most), bulk_room, repeated)

    def _under_way_lately(self) -> list[datetime]:
        """Return since when messages are under way that would be repeated, but for what hangs."""
        now = self._clock.now()
        return [
            each.since
            for each in self._under_way.values()
            if _would_be_repeated(each.due) and now - each.since < HANGS_AFTER
        ]

    def _when_room(self, room: _Room, now: datetime) -> datetime:
        if room.over_all <= 0:
            return self._pacing.when_any()
        # News comes with the end of each; what hangs ends for now when it counts as that.
        hangs_at = min(self._under_way_lately(), default=now) + HANGS_AFTER
        return _first(hangs_at, self._width.widens_at)

    def _put_off_until(self, due: Due) -> datetime:
        if due.chat_id is None:
            return self._pacing.tap_answers_held_until()
        return self._pacing.when(due.chat_id, is_private=due.is_private)

    async def _deliver(self, due: Due, begun: datetime) -> None:
        try:
            self._at_step("sending noted")
            if not self._mandate.lasts:
                # Whoever sends by now judges what may have left.
                return
            try:
                message = await self._carrier.carry(due)
            except Exception as error:  # noqa: BLE001 - judged, and logged where it is a surprise
                self._is_back |= self._reach.failed(error)
                if self._mandate.lasts:
                    await self._outcomes.failed(due, error)
                return
            self._is_back |= self._reach.answered()
            self._at_step("sent, not noted")
            await self._outcomes.sent(due, message)
            self._at_step("sent and noted")
            if message is not None:
                await self._carrier.pin(due, message)
        finally:
            if due.action == "send":
                self._width.note(self._clock.now() - begun)
            del self._under_way[due.id]
            self._news.set()


def _would_be_repeated(due: Due) -> bool:
    """Whether people would see it twice, should the process be killed while it leaves."""
    return due.action == "send" and due.purpose is not Purpose.BULK


def _first(moment: datetime, other: datetime | None) -> datetime:
    return moment if other is None else min(moment, other)


def _is_pointless(due: Due) -> bool:
    """Whether nobody would miss it: too late, its person forgotten, or nothing to change."""
    if due.is_expired or (due.payload is None and due.action not in ("delete", "take_back")):
        return True
    return due.action in CHANGES and due.message is None


async def _put_off(transaction: Transaction, due: Due, until: datetime) -> None:
    if due.chat_id is None:
        await outbox_states.mark_for_retry(transaction, due.id, until)
    else:
        await outbox_states.postpone(transaction, due.chat_id, due.bot, until)
