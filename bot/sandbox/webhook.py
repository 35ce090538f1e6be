"""The webhook of the sandbox's bot: updates are sent over HTTP, as Telegram sends them.

How it goes stands in the source of the Bot API server (tdlib/telegram-bot-api, `WebhookActor`).
What comes of one chat, and the presses of one person, stand in a row each. Of a row the first alone
is under way; different rows go side by side, over at most `max_connections`. What is not answered
with 2xx is sent again at once, then after 2, 4, 8 seconds and so on, up to one or two minutes, or
when `Retry-After` says; whatever would be sent after its time is dropped. 410 for 23 hours ends it.
"""

import asyncio
import random
import re
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from http import HTTPStatus
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from bot.clock import Clock
from bot.sandbox.refusals import bad_request
from bot.sandbox.schema import Json
from bot.sandbox.updates import UpdateQueue, Waiting
from bot.waking import wait

PORTS: Final = frozenset({443, 80, 88, 8443})
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
USUAL_CONNECTIONS: Final = 40
MOST_CONNECTIONS: Final = 100
#: Seconds for an answer, for the longest pauses, and for the longest that is asked for.
PATIENCE: Final = 60
LONGEST_PAUSE: Final = (60, 120)
LONGEST_ASKED: Final = 3600
#: For how long everything has to be answered with 410 until nothing is sent any more, in seconds.
GONE_FOR: Final = 23 * 3600
#: How often it is looked whether a silence is over, in seconds.
_SILENCE_PAUSE: Final = 1.0
_REMEMBERED: Final = 10_000
_SECRET: Final = re.compile(r"[A-Za-z0-9_-]*")
_LONGEST_SECRET: Final = 256


@dataclass(frozen=True, slots=True)
class Tried:
    """An update that was sent; `status` is 0 where no answer came."""

    number: int
    status: int
    moment: datetime


@dataclass(frozen=True, slots=True)
class _Target:
    """Where updates are sent, and what is under way there."""

    url: str
    secret: str
    connections: int
    calls: set[asyncio.Task[None]] = field(default_factory=set)


@dataclass(slots=True)
class _Parcel:
    """An update to be sent, not before a moment in Unix seconds."""

    update: Waiting
    not_before: float
    pause: float = 1
    has_failed: bool = False


@dataclass(slots=True)
class _Row:
    parcels: deque[_Parcel] = field(default_factory=deque)
    is_under_way: bool = False


class Webhook:
    """Sends what waits in the queue to the address that was set, if one was."""

    def __init__(
        self, clock: Clock, queue: UpdateQueue, rng: random.Random, silent_for: Callable[[], float]
    ) -> None:
        self._clock = clock
        self._queue = queue
        self._rng = rng
        self._silent_for = silent_for
        self._target: _Target | None = None
        self._sending: asyncio.Task[None] | None = None
        self._rows: dict[Hashable, _Row] = {}
        self._news = asyncio.Event()
        self._gone_since: float | None = None
        self._last_error: tuple[int, str] | None = None
        #: What was sent lately, in order.
        self.tried: deque[Tried] = deque(maxlen=_REMEMBERED)

    @property
    def is_set(self) -> bool:
        return self._target is not None

    def set(self, params: Json) -> None:
        """`setWebhook`; raises Refusal."""
        url = params.get("url") or ""
        secret = params.get("secret_token") or ""
        if url:
            _check(url, secret)
        self.remove()
        if params.get("drop_pending_updates"):
            self._queue.forget_all()
        if "allowed_updates" in params:
            self._queue.allow(params["allowed_updates"])
        if url:
            asked = params.get("max_connections") or USUAL_CONNECTIONS
            self._target = _Target(url, secret, min(max(asked, 1), MOST_CONNECTIONS))
            self._queue.end_poll("setWebhook request")
            self._queue.on_arrival = self._news.set
            self._sending = asyncio.create_task(self._send(self._target), name="webhook")

    def remove(self) -> None:
        """Send nothing more; what was not answered with a yes waits again."""
        self._target, self._last_error, self._gone_since = None, None, None
        if self._sending is not None:
            self._sending.cancel()
            self._sending = None
        parcels = [parcel for row in self._rows.values() for parcel in row.parcels]
        self._rows.clear()
        self._queue.take_back([parcel.update for parcel in parcels])

    async def close(self) -> None:
        """End what is under way."""
        sending = self._sending
        self.remove()
        if sending is not None:
            await asyncio.gather(sending, return_exceptions=True)

    def info(self) -> Json:
        """`getWebhookInfo`."""
        info: Json = {
            "url": "" if self._target is None else self._target.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._queue),
        }
        if self._target is not None:
            info["max_connections"] = self._target.connections
        if self._last_error is not None:
            info["last_error_date"], info["last_error_message"] = self._last_error
        if self._queue.allowed_kinds is not None:
            info["allowed_updates"] = self._queue.allowed_kinds
        return info

    async def _send(self, target: _Target) -> None:
        # The machine's time bounds nothing here: how long is waited goes by the clock.
        async with aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            timeout=aiohttp.ClientTimeout(total=None),
            cookie_jar=aiohttp.DummyCookieJar(),
        ) as session:
            try:
                while True:
                    self._news.clear()
                    self._load(target)
                    next_at = self._start_calls(target, session)
                    until = None if next_at is None else datetime.fromtimestamp(next_at, UTC)
                    await wait(self._news, until, self._clock)
            finally:
                calls = list(target.calls)
                for call in calls:
                    call.cancel()
                await asyncio.gather(*calls, return_exceptions=True)

    def _load(self, target: _Target) -> None:
        """Take so many updates from the queue that all connections have enough to do."""
        loaded = sum(len(row.parcels) for row in self._rows.values())
        for update in self._queue.hand_out(2 * target.connections - loaded):
            row = self._rows.setdefault(update.row, _Row())
            row.parcels.append(_Parcel(update, self._now()))

    def _start_calls(self, target: _Target, session: aiohttp.ClientSession) -> float | None:
        """Send what may be sent now; returns when more may be, where that is known."""
        now = self._now()
        if self._silent_for():
            return now + _SILENCE_PAUSE
        ready = [row for row in self._rows.values() if not row.is_under_way]
        ready.sort(key=lambda row: (row.parcels[0].not_before, row.parcels[0].update.number))
        for row in ready:
            if len(target.calls) >= target.connections:
                return None
            if row.parcels[0].not_before > now:
                return row.parcels[0].not_before
            row.is_under_way = True
            call = asyncio.create_task(self._call(target, session, row))
            target.calls.add(call)
            call.add_done_callback(partial(self._ended, target))
        return None

    def _ended(self, target: _Target, call: asyncio.Task[None]) -> None:
        target.calls.discard(call)
        self._news.set()

    async def _call(self, target: _Target, session: aiohttp.ClientSession, row: _Row) -> None:
        parcel = row.parcels[0]
        status, asked, words = await self._answer(target, session, parcel)
        if self._rows.get(parcel.update.row) is not row:
            # It was taken back meanwhile.
            return
        row.is_under_way = False
        self.tried.append(Tried(parcel.update.number, status, self._clock.now()))
        if 200 <= status < 300:
            self._gone_since = None
            if not self._queue.delivers_again():
                self._drop(row)
            return
        self._last_error = (int(self._now()), words)
        if status == HTTPStatus.GONE and self._is_gone():
            self.remove()
            return
        if status != HTTPStatus.GONE:
            self._gone_since = None
        self._put_off(row, asked)

    async def _answer(
        self, target: _Target, session: aiohttp.ClientSession, parcel: _Parcel
    ) -> tuple[int, int, str]:
        """Send once; returns the status, the seconds of `Retry-After`, and Telegram's words."""
        asking = asyncio.ensure_future(_ask(target, session, parcel.update.body))
        late = asyncio.ensure_future(self._clock.sleep(PATIENCE))
        try:
            await asyncio.wait({asking, late}, return_when=asyncio.FIRST_COMPLETED)
            return asking.result() if asking.done() else (0, 0, "Read timeout expired")
        finally:
            asking.cancel()
            late.cancel()
            await asyncio.gather(asking, late, return_exceptions=True)

    def _is_gone(self) -> bool:
        now = self._now()
        if self._gone_since is None:
            self._gone_since = now
        return now > self._gone_since + GONE_FOR

    def _put_off(self, row: _Row, asked: int) -> None:
        parcel = row.parcels[0]
        pause: float = min(asked, LONGEST_ASKED)
        if not asked and parcel.has_failed:
            longest = self._rng.randint(*LONGEST_PAUSE)
            pause = parcel.pause = min(longest, parcel.pause * 2)
        parcel.has_failed = True
        parcel.not_before = self._now() + pause
        if parcel.not_before > parcel.update.until:
            self._drop(row)

    def _drop(self, row: _Row) -> None:
        parcel = row.parcels.popleft()
        self._queue.settle()
        if not row.parcels:
            del self._rows[parcel.update.row]

    def _now(self) -> float:
        return self._clock.now().timestamp()


async def _ask(
    target: _Target, session: aiohttp.ClientSession, body: bytes
) -> tuple[int, int, str]:
    headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate"}
    if target.secret:
        headers[SECRET_HEADER] = target.secret
    try:
        async with session.post(
            target.url, data=body, headers=headers, allow_redirects=False
        ) as answer:
            await answer.read()
    except aiohttp.ClientConnectorError:
        return 0, 0, "Connection refused"
    except (aiohttp.ClientError, OSError):
        return 0, 0, "Webhook connection closed"
    asked = answer.headers.get("Retry-After", "")
    words = f"Wrong response from the webhook: {answer.status} {answer.reason}"
    return answer.status, int(asked) if asked.isascii() and asked.isdigit() else 0, words


def _check(url: str, secret: str) -> None:
    """Refuse what Telegram refuses, but for plain HTTP on this machine; raises Refusal."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host:
        raise bad_request("invalid webhook URL specified")
    if not (parts.scheme == "http" and host in {"127.0.0.1", "localhost"}):
        if parts.scheme != "https":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if (port or 443) not in PORTS:
            words = "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
            raise bad_request(words)
    if len(secret) > _LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
