"""Lines: whose events wait for which, so that whoever sends very many slows down themself alone.

Events of one person stand in a line of their own. Each person has a token bucket: beyond it their
line rests, and is gone on with at the pace at which answers can reach them anyway. What rests holds
up nobody. A line takes only so many; what comes beyond that is not taken at all. Words of danger go
first in a resting line, and at once.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.messengers import Abilities
from bot.waking import wait
from handlers.events import Event

#: So many events of one person are heard as fast as they come.
HEARD_AT_ONCE: Final = 30
#: Then, in the time of so many answers, one.
ANSWERS_FOR_EACH: Final = 2
#: So many of them may wait, and fewer where very many are in memory at all.
MOST_OF_ONE: Final = 200
MOST_IN_MEMORY: Final = 20_000
#: With so many people's events in work nothing more is asked for until some are done.
MOST_PEOPLE: Final = 500
#: So many words of danger of one person go ahead of the others at once, and then one in a while.
URGENT_AT_ONCE: Final = 10
URGENT_EVERY: Final = timedelta(seconds=10)
#: When so many people are remembered, those are forgotten whose bucket is full again.
MANY: Final = 2000


@dataclass(frozen=True, slots=True)
class Heard:
    """An event that was kept under a number, and when."""

    number: int
    at: datetime
    event: Event = field(repr=False)
    #: Whether another process had an earlier one of the same line when it was kept.
    is_behind: bool = False


class Buckets:
    """A token bucket for each key, reckoned with one moment: when it will be full again."""

    def __init__(self, most: float, every: timedelta, clock: Clock) -> None:
        self._ahead = max(most - 1, 0) * every
        self._every = every
        self._clock = clock
        self._full: dict[str, datetime] = {}
        self._many = MANY

    def when(self, key: str) -> datetime:
        """Return when there is a token; in the past where there is one now."""
        return self._full.get(key, self._clock.now()) - self._ahead

    def take(self, key: str) -> None:
        """Take a token, also one that is not there yet."""
        now = self._clock.now()
        self._full[key] = max(self._full.get(key, now), now) + self._every
        if len(self._full) > self._many:
            self._full = {key: full for key, full in self._full.items() if full > now}
            self._many = max(MANY, 2 * len(self._full))

    def set_back(self, by: timedelta) -> None:
        """Go on as before with a clock that was set back."""
        self._full = {key: full - by for key, full in self._full.items()}

    def took(self, key: str) -> bool:
        """Take a token where there is one; False where there is none."""
        if self.when(key) > self._clock.now():
            return False
        self.take(key)
        return True


@dataclass(slots=True)
class _Line:
    waiting: deque[Heard] = field(default_factory=deque)
    urgent: deque[Heard] = field(default_factory=deque)
    wakes: asyncio.Event = field(default_factory=asyncio.Event)
    is_resting: bool = False
    #: Whether it has rested: from then on it is looked for words of danger in it.
    is_slow: bool = False
    #: How many that came were not taken, since there was too much.
    refused: int = 0

    def __len__(self) -> int:
        return len(self.waiting) + len(self.urgent)


def _put(part: deque[Heard], heard: Heard) -> None:
    """Put an event behind those with lower numbers: a webhook may bring a later one first."""
    at = len(part)
    while at and part[at - 1].number > heard.number:
        at -= 1
    part.insert(at, heard)


class Lines:
    """Every line there is. `is_urgent` says whether an event goes ahead where a line rests."""

    def __init__(
        self, abilities: Abilities, clock: Clock, is_urgent: Callable[[Event], bool]
    ) -> None:
        self._clock = clock
        self._is_urgent = is_urgent
        every = timedelta(seconds=ANSWERS_FOR_EACH / abilities.private_rate)
        self._buckets = Buckets(max(HEARD_AT_ONCE, abilities.private_burst), every, clock)
        self._urgent = Buckets(URGENT_AT_ONCE, URGENT_EVERY, clock)
        self._lines: dict[str, _Line] = {}
        self._in_memory = 0
        self._resting = 0
        self._in_work = 0
        self._less = asyncio.Event()
        self._is_ending = False

    @property
    def busy(self) -> int:
        """How many events are not dealt with, nor wait for the clock."""
        return self._in_memory - self._resting + self._in_work

    @property
    def has_room(self) -> bool:
        """Say whether more may be asked for; whoever rests takes no room."""
        return self._awake() < MOST_PEOPLE

    async def have_room(self) -> None:
        """Return once more may be asked for."""
        while not self.has_room:
            self._less.clear()
            await self._less.wait()

    def _awake(self) -> int:
        return sum(not line.is_resting for line in self._lines.values())

    def refuses(self, key: str, event: Event, besides: int = 0) -> bool:
        """Say whether an event is one too many of somebody, with as many more of them to come.

        Words of danger never are, unless very many were heard just now.
        """
        line = self._lines.get(key)
        most = MOST_OF_ONE if self._in_memory < MOST_IN_MEMORY else HEARD_AT_ONCE
        if besides + (0 if line is None else len(line)) < most:
            return False
        return self._urgent.when(key) > self._clock.now() or not self._is_urgent(event)

    def note_refused(self, key: str) -> bool:
        """Count an event that was not taken; says whether it was the first of its line."""
        line = self._lines.get(key)
        if line is None:
            return False
        line.refused += 1
        return line.refused == 1

    def add(self, key: str, heard: Heard) -> bool:
        """Put an event into its line; says whether the line is new and to be worked through."""
        line = self._lines.get(key)
        is_new = line is None
        if line is None:
            line = self._lines[key] = _Line()
        self._in_memory += 1
        self._resting += line.is_resting
        if (line.is_slow or len(line) >= MOST_OF_ONE) and self._goes_ahead(key, heard):
            _put(line.urgent, heard)
            line.wakes.set()
        else:
            _put(line.waiting, heard)
        return is_new

    def _goes_ahead(self, key: str, heard: Heard) -> bool:
        return self._is_urgent(heard.event) and self._urgent.took(key)

    def first_behind(self, key: str) -> int | None:
        """Return the number of the first in a line where it is behind one of another process.

        Words of danger never are.
        """
        line = self._lines[key]
        if self._is_ending or line.urgent or not line.waiting or not line.waiting[0].is_behind:
            return None
        return line.waiting[0].number

    def is_first(self, key: str, number: int) -> None:
        """Note that what was behind is not any more."""
        waiting = self._lines[key].waiting
        if waiting and waiting[0].number == number:
            waiting[0] = replace(waiting[0], is_behind=False)

    async def next(self, key: str) -> Heard | None:
        """Return what is to be dealt with next in a line, once it may be.

        None where that is all, or where the service ends; then the line is no more.
        """
        line = self._lines[key]
        while len(line) and not self._is_ending:
            if line.urgent:
                return self._taken(line.urgent)
            at = self._buckets.when(key)
            if at <= self._clock.now():
                self._buckets.take(key)
                return self._taken(line.waiting)
            await self._rest(key, line, at)
        return None

    def _taken(self, part: deque[Heard]) -> Heard:
        self._in_memory -= 1
        self._in_work += 1
        return part.popleft()

    def done(self) -> None:
        """Note that what `next` returned last is dealt with."""
        self._in_work -= 1
        self._less.set()

    def leave(self, key: str) -> int:
        """Give up a line; returns how many of its events were not taken."""
        line = self._lines.pop(key)
        self._in_memory -= len(line)
        self._less.set()
        return line.refused

    async def _rest(self, key: str, line: _Line, until: datetime) -> None:
        """Let a line wait for its next token, or for words of danger."""
        if not line.is_slow:
            line.is_slow = True
            self._put_ahead(key, line)
            return
        line.wakes.clear()
        line.is_resting = True
        self._resting += len(line)
        self._less.set()
        try:
            await wait(line.wakes, until, self._clock)
        finally:
            line.is_resting = False
            self._resting -= len(line)

    def _put_ahead(self, key: str, line: _Line) -> None:
        """Let the words of danger that wait in a line go ahead."""
        waiting: deque[Heard] = deque()
        for heard in line.waiting:
            (line.urgent if self._goes_ahead(key, heard) else waiting).append(heard)
        line.waiting = waiting

    def set_back(self, by: timedelta) -> None:
        """Go on as before with a clock that was set back: nobody rests until it has caught up."""
        self._buckets.set_back(by)
        self._urgent.set_back(by)
        for line in self._lines.values():
            line.wakes.set()

    def end(self) -> None:
        """Let nothing more be dealt with: what is left is, after the next start."""
        self._is_ending = True
        for line in self._lines.values():
            line.wakes.set()
