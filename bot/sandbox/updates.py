"""The updates that wait for the bot, as the Bot API keeps them."""

import asyncio
import json
import math
from collections import deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.clock import Clock
from bot.sandbox.refusals import Refusal
from bot.sandbox.schema import Json

#: How long an unfetched press of a button is kept (tdlib/telegram-bot-api).
PRESS_KEPT = timedelta(seconds=150)
#: How long every other update is kept.
UPDATE_KEPT = timedelta(hours=24)
#: Kinds that are sent only to a bot that names them in `allowed_updates`.
UNLESS_NAMED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

LIMIT = 100
TIMEOUT = 50


@dataclass(slots=True, frozen=True)
class Waiting:
    """An update that waits, as JSON text, until a moment in Unix seconds.

    A webhook sends those of one `row` one after the other.
    """

    number: int
    kind: str
    body: bytes
    until: float
    row: Hashable


class UpdateQueue:
    """Updates in order; numbers rise by one; `delivers_again` may let a confirmed one come back."""

    def __init__(self, clock: Clock, delivers_again: Callable[[], bool]) -> None:
        self._clock = clock
        self.delivers_again = delivers_again
        self._waiting: deque[Waiting] = deque()
        self._again: list[Waiting] = []
        self._soonest_end = math.inf
        self._next = 810_000_001
        self._allowed: frozenset[str] | None = None
        self._handed_out = 0
        self._arrival = asyncio.Event()
        #: Called whenever something arrives.
        self.on_arrival: Callable[[], None] = self._arrival.set
        self._poll: asyncio.Future[None] | None = None

    def __len__(self) -> int:
        self._expire()
        return len(self._waiting) + len(self._again) + self._handed_out

    @property
    def allowed_kinds(self) -> list[str] | None:
        """The kinds that the bot named, or None where it takes the usual ones."""
        return sorted(self._allowed) if self._allowed else None

    def put(self, kind: str, payload: Json) -> int | None:
        """Add an update and return its number, or None where the bot does not want this kind."""
        if not (kind in self._allowed if self._allowed else kind not in UNLESS_NAMED):
            return None
        return self.inject({kind: payload})

    def inject(self, update: Json) -> int:
        """Add an update as it is, known to the Bot API or not, with a number unless it has one."""
        number = update.get("update_id")
        if type(number) is not int:
            number = self._next
            update = {"update_id": number, **update}
        self._next = max(self._next, number + 1)
        kind = next((name for name in update if name != "update_id"), "")
        kept = PRESS_KEPT if kind == "callback_query" else UPDATE_KEPT
        until = self._clock.now().timestamp() + kept.total_seconds()
        row = _row_of(kind, update.get(kind)) or ("alone", number)
        self._waiting.append(Waiting(number, kind, json.dumps(update).encode(), until, row))
        self._soonest_end = min(self._soonest_end, until)
        self._arrival.set()
        self.on_arrival()
        return number

    def forget_all(self) -> None:
        """Drop whatever waits."""
        self._waiting.clear()
        self._again.clear()

    def allow(self, kinds: Iterable[str]) -> None:
        """Put only these kinds into the stream from now on; none named are the usual ones."""
        self._allowed = frozenset(kinds) or None

    def hand_out(self, most: int) -> list[Waiting]:
        """Return up to so many updates, the first ones, to be sent; each is settled or taken back.

        They count as waiting until then.
        """
        self._expire()
        taken = self._again[: max(most, 0)]
        del self._again[: len(taken)]
        while len(taken) < most and self._waiting:
            taken.append(self._waiting.popleft())
        self._handed_out += len(taken)
        return taken

    def settle(self) -> None:
        """Forget an update that was handed out."""
        self._handed_out -= 1

    def take_back(self, updates: Iterable[Waiting]) -> None:
        """Let updates that were handed out wait again, at their places."""
        back = sorted(updates, key=lambda update: update.number)
        self._handed_out -= len(back)
        self._waiting.extendleft(reversed(back))
        self._soonest_end = min((one.until for one in self._waiting), default=math.inf)

    async def poll(self, params: Json) -> list[bytes]:
        """Answer one `getUpdates`; a second one ends the first with 409, as the real API does."""
        limit = min(max(params.get("limit") or LIMIT, 1), LIMIT)
        timeout = min(max(params.get("timeout") or 0, 0), TIMEOUT)
        if "allowed_updates" in params:
            self.allow(params["allowed_updates"])
        self.end_poll("other getUpdates request; make sure that only one bot instance is running")
        self._confirm(params.get("offset") or 0)
        if timeout and not self._waiting and not self._again:
            await self._wait(timeout)
        return self._batch(limit)

    def close(self) -> None:
        """Let a `getUpdates` that still waits come back empty-handed."""
        self._arrival.set()

    def end_poll(self, by: str) -> None:
        """Refuse a `getUpdates` that still waits, because of something else."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(Refusal(409, f"Conflict: terminated by {by}"))

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        self._arrival.clear()
        arrival = asyncio.ensure_future(self._arrival.wait())
        late = asyncio.ensure_future(self._clock.sleep(seconds))
        try:
            await asyncio.wait({poll, arrival, late}, return_when=asyncio.FIRST_COMPLETED)
            if poll.done():
                poll.result()
        finally:
            poll.cancel()
            arrival.cancel()
            late.cancel()

    def _confirm(self, offset: int) -> None:
        self._expire()
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
            return
        while self._waiting and self._waiting[0].number < offset:
            confirmed = self._waiting.popleft()
            if self.delivers_again():
                self._again.append(confirmed)

    def _expire(self) -> None:
        now = self._clock.now().timestamp()
        if now >= self._soonest_end:
            self._waiting = deque(one for one in self._waiting if one.until > now)
            self._soonest_end = min((one.until for one in self._waiting), default=math.inf)

    def _batch(self, limit: int) -> list[bytes]:
        again, self._again = self._again[:limit], self._again[limit:]
        fresh = [one.body for one, _ in zip(self._waiting, range(limit - len(again)), strict=False)]
        return [one.body for one in again] + fresh


def _row_of(kind: str, payload: object) -> Hashable | None:
    """Return what an update is in one row with: its chat, or its person where it is a press."""
    if not isinstance(payload, dict):
        return None
    who = payload.get("from" if kind == "callback_query" else "chat")
    number = who.get("id") if isinstance(who, dict) else None
    if not isinstance(number, int):
        return None
    is_word = kind.removeprefix("edited_") in {"message", "channel_post"}
    return ("message" if is_word else kind, number)
