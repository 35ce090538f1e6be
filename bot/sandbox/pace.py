"""How fast a bot may send: the limits of the real API, and the waits that it asks for.

About 30 messages a second over all, one a second in a private chat, 20 a minute in a group (public
Bots FAQ); about 20 edits a minute in a group (as users report). The exact limits are not published.
Here a private chat takes three at once and then one a second, for the real one forgives a short
burst; a group takes 20 messages and 20 edits in any minute; all chats together 30 calls in any
second. Each limit is a little wider than it says, for the road to here is not always equally long.
"""

import math
from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.sandbox.world import Chat

OVERALL = 30
PRIVATE_BURST = 3
GROUP_MINUTE = 20
_OVERALL_SECONDS = 0.9
_GROUP_SECONDS = 58.0
_PRIVATE_SLACK = 0.5
#: So many waits are kept before those that are over are dropped.
_WAITS_KEPT = 1000


@dataclass(slots=True)
class _Window:
    """At most `limit` moments within `seconds`."""

    limit: int
    seconds: float
    moments: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        while self.moments and self.moments[0] <= now - self.seconds:
            self.moments.popleft()
        if len(self.moments) < self.limit:
            return 0
        return self.moments[0] + self.seconds - now

    def spend(self, now: float) -> None:
        self.moments.append(now)


@dataclass(slots=True)
class _Bucket:
    """A burst, refilled by one a second."""

    full: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        self.level = min(self.full, self.level + now - self.at)
        self.at = now
        return max(0.0, 1 - self.level)

    def spend(self, now: float) -> None:
        self.at = now
        self.level -= 1


class Pace:
    """Remembers what was sent, and for what a bot was asked to wait."""

    def __init__(self, clock: Clock, *, is_enforced: bool) -> None:
        self._clock = clock
        self._is_enforced = is_enforced
        self._overall = _Window(OVERALL, _OVERALL_SECONDS)
        self._chats: dict[Hashable, _Window | _Bucket] = {}
        self._held: dict[Hashable, float] = {}

    def hold(self, scope: Hashable, seconds: int) -> None:
        """Ask to wait with everything of a scope for whole seconds."""
        now = self._clock.now().timestamp()
        if len(self._held) > _WAITS_KEPT:
            self._held = {one: until for one, until in self._held.items() if until > now}
        self._held[scope] = now + seconds

    def held(self, scope: Hashable) -> int:
        """Return for how many more whole seconds a scope has to wait; 0 where it need not."""
        until = self._held.get(scope)
        if until is None:
            return 0
        left = until - self._clock.now().timestamp()
        if left <= 0:
            del self._held[scope]
            return 0
        return math.ceil(left)

    def spend(self, chat: Chat, *, is_edit: bool) -> int:
        """Count a message or edit; return 0, or the whole seconds to wait where it is too many."""
        if not self._is_enforced:
            return 0
        now = self._clock.now().timestamp()
        own = self._limit_of(chat, now, is_edit=is_edit)
        wait = max(self._overall.wait(now), own.wait(now) if own else 0)
        if wait > 0:
            return math.ceil(wait)
        self._overall.spend(now)
        if own:
            own.spend(now)
        return 0

    def _limit_of(self, chat: Chat, now: float, *, is_edit: bool) -> _Window | _Bucket | None:
        if chat.is_private and is_edit:
            return None
        key = (chat.id, is_edit)
        if key not in self._chats:
            self._chats[key] = (
                _Bucket(PRIVATE_BURST + _PRIVATE_SLACK, PRIVATE_BURST + _PRIVATE_SLACK, now)
                if chat.is_private
                else _Window(GROUP_MINUTE, _GROUP_SECONDS)
            )
        return self._chats[key]
