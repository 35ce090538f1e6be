"""Switches that make the Bot API misbehave as the real one now and then does.

There are four ways to bring a fault about:

- by rate: `mischief.rates`. Rates are between 0 and 1 and are drawn from the random numbers that
  were handed in, so the same seed brings the same mischief;
- by schedule: `mischief.schedule(Spell(fault, ...))`, from a moment on, for so long, for every so
  many'th call, of some methods, to one chat;
- in turn: `mischief.next_calls(method, fault, ...)`, for the very next calls;
- for everything at once: `mischief.be_silent(until)`, with connections that end or hang, and
  `sandbox.refuses_connections()`, as where nobody listens at all.

What people do comes again by the rates `duplicate_updates` and `repeated_presses` alone.
"""

import random
from collections import defaultdict, deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, fields
from datetime import datetime

from bot.clock import Clock


@dataclass(frozen=True, slots=True)
class TooManyRequests:
    """The call is refused with 429; `seconds` is its `retry_after`."""

    seconds: int = 1


@dataclass(frozen=True, slots=True)
class ServerError:
    """The call is refused with a failure of the server."""

    status: int = 502


@dataclass(frozen=True, slots=True)
class DroppedBefore:
    """The connection ends before the call was carried out."""


@dataclass(frozen=True, slots=True)
class DroppedAfter:
    """The connection ends after the call was carried out, before its answer."""


@dataclass(frozen=True, slots=True)
class CutShort:
    """The connection ends in the middle of the answer, after the call was carried out."""


@dataclass(frozen=True, slots=True)
class Delayed:
    """The call is carried out late, by seconds, and answered then."""

    seconds: float = 1.0


@dataclass(frozen=True, slots=True)
class AnsweredLate:
    """The call is carried out at once, and its answer comes late, by seconds."""

    seconds: float = 1.0


@dataclass(frozen=True, slots=True)
class Refused:
    """The call is refused with a code and a description of the test's choice."""

    code: int
    description: str


Fault = (
    TooManyRequests
    | ServerError
    | DroppedBefore
    | DroppedAfter
    | CutShort
    | Delayed
    | AnsweredLate
    | Refused
)
_Chance = tuple[float, Callable[[], Fault]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A fault that hits calls for a while: those of some methods (all of them where none is named).

    It begins at a moment (at once) and ends before another (never). It hits every so many'th of the
    calls that are meant, the first of them included, in one chat or anywhere.
    """

    fault: Fault
    begins: datetime | None = None
    ends: datetime | None = None
    every: int = 1
    methods: Collection[str] = ()
    chat: int | None = None

    def means(self, method: str, chat: int | None, now: datetime) -> bool:
        """Say whether a call is one of those that are counted."""
        if (self.begins is not None and now < self.begins) or self.is_over(now):
            return False
        is_meant = not self.methods or method in self.methods
        return is_meant and (self.chat is None or self.chat == chat)

    def is_over(self, now: datetime) -> bool:
        """Say whether it has ended."""
        return self.ends is not None and now >= self.ends


@dataclass(slots=True)
class Rates:
    """How often each fault comes, from 0 to 1; `longest_wait` and `longest_delay` in seconds."""

    too_many_requests: float = 0.0
    server_error: float = 0.0
    dropped_before: float = 0.0
    dropped_after: float = 0.0
    cut_short: float = 0.0
    delayed: float = 0.0
    duplicate_updates: float = 0.0
    repeated_presses: float = 0.0
    longest_wait: int = 3
    longest_delay: float = 1.0

    def set(self, name: str, value: float) -> None:
        """Turn one switch; raises ValueError for one that is not there or cannot stand so."""
        if name not in {field.name for field in fields(self)}:
            raise ValueError("there is no such switch")
        if name == "longest_wait":
            if not (isinstance(value, int) and value >= 1):
                raise ValueError("the longest wait is a whole number of seconds")
        elif value < 0 or (value > 1 and name != "longest_delay"):
            raise ValueError("a rate is between 0 and 1")
        setattr(self, name, value)


@dataclass(slots=True)
class _Counted:
    spell: Spell
    calls: int = 0

    def hits(self, method: str, chat: int | None, now: datetime) -> bool:
        """Count a call where it is meant, and say whether the fault hits it."""
        if not self.spell.means(method, chat, now):
            return False
        self.calls += 1
        return (self.calls - 1) % self.spell.every == 0


class Mischief:
    """Decides which call goes wrong; `rates` can be changed at any time."""

    def __init__(self, clock: Clock, rng: random.Random) -> None:
        self._clock = clock
        self._rng = rng
        self._planned: dict[tuple[str, int | None], deque[Fault]] = defaultdict(deque)
        self._silent_until: datetime | None = None
        self._spells: list[_Counted] = []
        self.rates = Rates()
        self.hangs_while_silent = False

    def next_calls(self, method: str, *faults: Fault, chat: int | None = None) -> None:
        """Let the next calls of a method, in a chat or anywhere, go wrong one after the other."""
        self._planned[method, chat].extend(faults)

    def schedule(self, *spells: Spell) -> None:
        """Let faults come for a while; of several that mean a call, the one named first."""
        self._spells += [_Counted(spell) for spell in spells]

    def be_silent(self, until: datetime, *, hanging: bool = False) -> None:
        """Refuse every connection until a moment, or let it hang until then."""
        self._silent_until = until
        self.hangs_while_silent = hanging

    def speak(self) -> None:
        """End the silence."""
        self._silent_until = None

    def silent_for(self) -> float:
        """Return for how many more seconds nothing is answered; 0 where calls are answered."""
        if self._silent_until is None:
            return 0
        left = (self._silent_until - self._clock.now()).total_seconds()
        if left <= 0:
            self._silent_until = None
            return 0
        return left

    def fault(self, method: str, chat: int | None) -> Fault | None:
        """Return what goes wrong with a call, if anything does."""
        if self._planned:
            for key in ((method, chat), (method, None)):
                faults = self._planned.get(key)
                if faults:
                    return faults.popleft()
        return self._scheduled(method, chat) or self._drawn()

    def _scheduled(self, method: str, chat: int | None) -> Fault | None:
        if not self._spells:
            return None
        now = self._clock.now()
        self._spells = [each for each in self._spells if not each.spell.is_over(now)]
        hits = [each.spell.fault for each in self._spells if each.hits(method, chat, now)]
        return hits[0] if hits else None

    def _drawn(self) -> Fault | None:
        rates, rng = self.rates, self._rng
        chances: tuple[_Chance, ...] = (
            (rates.too_many_requests, lambda: TooManyRequests(rng.randint(1, rates.longest_wait))),
            (rates.server_error, lambda: ServerError(rng.choice((500, 502, 504)))),
            (rates.dropped_before, DroppedBefore),
            (rates.dropped_after, DroppedAfter),
            (rates.cut_short, CutShort),
            (rates.delayed, lambda: Delayed(rng.uniform(0, rates.longest_delay))),
        )
        draw = rng.random()
        for chance, fault in chances:
            if draw < chance:
                return fault()
            draw -= chance
        return None

    def delivers_again(self) -> bool:
        """Say whether an update that was confirmed comes once more."""
        return self._happens(self.rates.duplicate_updates)

    def presses_again(self) -> bool:
        """Say whether a phone repeats a press, under a new number."""
        return self._happens(self.rates.repeated_presses)

    def _happens(self, rate: float) -> bool:
        return rate > 0 and self._rng.random() < rate
