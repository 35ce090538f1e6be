"""Pace: how fast messages may leave, over all and to each chat.

Over all so many may leave in any stretch of time, and the moments of the last ones are kept: one
that left late makes none of the others late. Each chat has a token bucket, reckoned with one
moment: that at which the bucket will be full again. A bucket of `burst` tokens, refilled at `rate`,
lets at most `burst + rate * seconds` pass in any stretch of so many seconds. What goes to many
people has such a bucket too, so that it leaves evenly and an answer soon finds room among them.
"""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor
from statistics import median
from typing import Final

from bot.clock import Clock
from bot.messengers import Abilities

#: When so many chats are remembered, those are forgotten whose bucket is full again.
MANY_CHATS: Final = 2000
#: What goes to many people takes so much of the pace over all, so that what left unevenly evens out
#: again; where something held it up, it catches up with so many at once.
BULK_SHARE: Final = 0.99
BULK_BURST: Final = 4
#: From so many messages is learnt how long one takes.
LATELY: Final = 31
#: Before several answers leave at once, a queue has stood as long as the pace needs for so many.
QUEUED: Final = 30
#: Nothing takes less time than this, in seconds; where the pace is lifted, many go at once.
_LEAST: Final = 0.001
_MICROSECOND: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class _Rate:
    """Time for one more token, and how far ahead of that a full bucket may run."""

    interval: timedelta
    ahead: timedelta

    @classmethod
    def of(cls, rate: float, burst: float) -> "_Rate":
        # Rounded up, so that rounding never makes it faster than said.
        interval = ceil(1_000_000 / rate) * _MICROSECOND
        return cls(interval, max(burst - 1, 0) * interval)


class Pacing:
    """Says when the next message may leave; nothing here sends or waits.

    A fresh start goes on from what was sent shortly before it: each of those is `recall`ed.
    """

    def __init__(self, abilities: Abilities, clock: Clock) -> None:
        self._clock = clock
        self._limit = abilities.overall_limit
        self._stretch = ceil(abilities.overall_seconds * 1_000_000) * _MICROSECOND
        self._lately: deque[datetime] = deque(maxlen=self._limit)
        self._bulk = _Rate.of(BULK_SHARE * self._limit / abilities.overall_seconds, BULK_BURST)
        self._private = _Rate.of(abilities.private_rate, abilities.private_burst)
        self._group = _Rate.of(abilities.group_rate, abilities.group_burst)
        self._beginning = clock.now()
        self._bulk_full = self._beginning
        self._full: dict[int, datetime] = {}
        self._many = MANY_CHATS
        self._all_held_until = self._beginning
        self._held: dict[int | None, datetime] = {}

    @property
    def memory(self) -> timedelta:
        """How far back what was sent still matters at a start."""
        buckets = (rate.ahead + rate.interval for rate in (self._private, self._group))
        return max(self._stretch, *buckets)

    def when_any(self) -> datetime:
        """Return the first moment at which a message may leave to any chat."""
        if len(self._lately) < self._limit:
            return self._all_held_until
        return max(self._lately[0] + self._stretch, self._all_held_until)

    def when_bulk(self) -> datetime:
        """Return the first moment at which a message to many people may leave."""
        return max(self._bulk_full - self._bulk.ahead, self.when_any())

    def room(self, most: int) -> int:
        """Return how many messages may leave now over all, at most `most`."""
        now = self._clock.now()
        if self._all_held_until > now:
            return 0
        while self._lately and self._lately[0] + self._stretch <= now:
            self._lately.popleft()
        return min(most, self._limit - len(self._lately))

    def bulk_room(self, most: int) -> int:
        """Return how many messages to many people may leave now, at most `most`."""
        now = self._clock.now()
        free = now + self._bulk.ahead - max(self._bulk_full, now)
        if most <= 0 or free < timedelta(0):
            return 0
        return self.room(min(most, free // self._bulk.interval + 1))

    def when(self, chat: int, *, is_private: bool) -> datetime:
        """Return the first moment at which a chat's own pace lets a message leave to it.

        That moment may have passed long ago.
        """
        full = self._full.get(chat)
        moment = self._beginning if full is None else full - self._own(is_private).ahead
        return max(moment, self._held.get(chat, moment))

    def spent(self, chat: int, at: datetime, *, is_private: bool, is_bulk: bool = False) -> None:
        """Count a message that left at a moment, not before those that were counted already.

        `is_bulk` where the same goes to many people.
        """
        self._lately.append(at)
        if is_bulk:
            self._bulk_full = max(self._bulk_full, at) + self._bulk.interval
        rate = self._own(is_private)
        self._full[chat] = max(self._full.get(chat, at), at) + rate.interval
        if len(self._full) > self._many:
            now = self._clock.now()
            self._full = {one: full for one, full in self._full.items() if full > now}
            self._many = max(MANY_CHATS, 2 * len(self._full))

    def recall(self, chat: int, at: datetime, *, is_private: bool) -> None:
        """Count a message that an earlier process sent, not before those that were counted already.

        How full its chat's bucket was is not known: it counts as empty by then.
        """
        self._lately.append(at)
        rate = self._own(is_private)
        self._full[chat] = at + rate.ahead + rate.interval

    def _own(self, is_private: bool) -> _Rate:  # noqa: FBT001 - what a chat is
        return self._private if is_private else self._group

    def hold(self, chat: int | None, seconds: float) -> datetime:
        """Note that the app asked to wait, and return until when.

        It does not say whether it means one chat or all: one chat at a time is taken as that chat,
        two at the same time as all, until the longest of the waits is over. None stands for answers
        to taps.
        """
        now = self._clock.now()
        until = now + ceil(seconds * 1_000_000) * _MICROSECOND
        self._held = {one: held for one, held in self._held.items() if held > now}
        self._held[chat] = max(until, self._held.get(chat, until))
        if len(self._held) > 1:
            self._all_held_until = max(self._held.values())
        return self._held[chat]

    def set_back(self, by: timedelta) -> None:
        """Go on as before with a clock that was set back."""
        self._lately = deque((at - by for at in self._lately), maxlen=self._limit)
        self._beginning -= by
        self._bulk_full -= by
        self._all_held_until -= by
        self._full = {chat: full - by for chat, full in self._full.items()}
        self._held = {chat: until - by for chat, until in self._held.items()}

    def tap_answers_held_until(self) -> datetime:
        """Return the moment from which taps may be answered again; they have no other pace."""
        return max(self._all_held_until, self._held.get(None, self._all_held_until))


class Width:
    """How many messages may be under way at once: no more than the pace needs.

    Of each that is under way when the process is killed nobody knows whether it arrived: it comes
    twice perhaps or, one of a call-out, perhaps not at all. So as many as leave while one of them
    takes its time, and at least one: that is one over a fast line.

    Those that would come twice leave one at a time over a slow line too, unless a queue has stood
    for as long as the pace needs for `QUEUED` of them: one at a time could not keep up.
    """

    def __init__(self, abilities: Abilities, widest: int, clock: Clock) -> None:
        self._rate = abilities.overall_limit / abilities.overall_seconds
        self._widest = widest
        self._clock = clock
        # Nothing where the pace is lifted.
        self._patience = timedelta(milliseconds=floor(1000 * QUEUED / self._rate))
        self._queued_since: datetime | None = None
        # One at a time, until half of the last ones have shown that it takes more.
        self._lately: deque[float] = deque([_LEAST] * LATELY, maxlen=LATELY)

    @property
    def most(self) -> int:
        """How many may be under way now."""
        return min(max(ceil(self._rate * median(self._lately)), 1), self._widest)

    @property
    def most_repeated(self) -> int:
        """How many may be under way now that would come twice."""
        return self.most if self._queued() >= self._patience else 1

    @property
    def widens_at(self) -> datetime | None:
        """When more of those may be under way than now, because of a queue; None without one."""
        if self._queued_since is None or self._queued() >= self._patience:
            return None
        return self._queued_since + self._patience

    def _queued(self) -> timedelta:
        now = self._clock.now()
        return now - (self._queued_since or now)

    def note(self, took: timedelta) -> None:
        """Learn how long one took, from the beginning of its commit until its end was committed."""
        self._lately.append(max(took.total_seconds(), _LEAST))

    def note_queue(self, *, is_there: bool) -> None:
        """Learn whether any that would come twice have to wait until there is room for them."""
        now = self._clock.now()
        # The clock may have been set back meanwhile.
        self._queued_since = min(self._queued_since or now, now) if is_there else None
