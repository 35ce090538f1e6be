"""The webhook: the messaging app sends each update over HTTP, and repeats it until it hears a yes.

It hears one only once the update is committed. Nobody gets as much as a word who does not know the
secret, which is looked at before anything else.

Updates of one person may come in another order than they happened, since the app sends several at a
time. Those that arrive together are kept in the order of their numbers, and later ones wait behind
earlier ones (`lines.py`). What the app could not hand over comes again after a pause, later than
others. That is not waited for: numbers have gaps for good, and everybody would be held up by the
pauses of one. A button of an earlier question is answered with the one that is asked now.
"""

import asyncio
import hashlib
import hmac
import logging
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Final

from aiohttp import web

from bot.clock import Clock
from bot.door import Door, closing
from bot.inbox import Inbox, with_possible_numbers
from bot.log import kind_of, word
from bot.messengers import (
    Messenger,
    MessengerError,
    RawUpdate,
    RefusedError,
    TokenRefusedError,
    UpdateNotUnderstoodError,
    Webhook,
)
from bot.observing import Onlookers
from bot.terminal import CannotGoOnError
from storage.database import Transact
from storage.failures import REASONS, DatabaseUnavailableError

_LOG = logging.getLogger(__name__)

#: How long a body may take to arrive, in seconds of the machine's own time.
PATIENCE: Final = 20.0
#: After how many seconds the app is asked to come again, by what is in the way. A press is kept for
#: two and a half minutes only, so it is never asked to wait for long.
WITHOUT_ROOM: Final = 1
WITHOUT_DATABASE: Final = 5
#: How often the app is asked whether it still sends updates here, in seconds.
LOOK_EVERY: Final = 60


def secret_for(token: str) -> str:
    """Return the secret of the webhook of a bot.

    It is made of the token, which the app knows too and which it does not give away. So every
    process of an installation has the same, also while the keys are being changed.
    """
    return hmac.new(token.encode(), b"doorstep webhook", hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class _Arrived:
    """An update that waits to be kept, and where the status of its answer goes."""

    update: RawUpdate
    answer: "asyncio.Future[web.Response]" = field(repr=False)

    def answered(self, response: web.Response) -> None:
        if not self.answer.done():
            self.answer.set_result(response)


class WebhookServer:
    """Takes the updates of one bot for an inbox, at a door that it may share with others.

    `transact` is one that says so when the database is away, in place of waiting for it. `patience`
    is how long a body may take, in seconds of the machine's own time.
    """

    def __init__(
        self,
        messenger: Messenger,
        inbox: Inbox,
        transact: Transact,
        clock: Clock,
        onlookers: Onlookers,
        webhook: Webhook,
        door: Door,
        *,
        patience: float = PATIENCE,
    ) -> None:
        self._messenger = messenger
        self._inbox = inbox
        self._transact = transact
        self._clock = clock
        self._at_step = onlookers.at_step
        self._observer = onlookers.observer
        self._webhook = webhook
        self._secret = webhook.secret.encode()
        self._door = door
        self._patience = patience
        self._arrived: asyncio.Queue[_Arrived] = asyncio.Queue()
        self._is_taking = False
        self._looked_at = clock.now()
        #: How many updates are on their way from the door to the inbox.
        self.at_work = 0

    async def open(self) -> None:
        """Listen, and have the app send updates; raises CannotGoOnError and MessengerError."""
        await self._door.open(self)
        # The first update may be here before the app's word that it will send any.
        self._is_taking = True
        self._looked_at = self._clock.now()
        try:
            await self._messenger.set_webhook(self._webhook)
        except RefusedError as error:
            reason = error.reason
        except MessengerError:
            self._take_no_more()
            raise
        else:
            return
        raise CannotGoOnError(
            f"Telegram sends no updates to DOORSTEP_WEBHOOK_URL: {reason}; mend the address, or"
            " take the setting away, and updates are asked for"
        )

    async def close(self) -> None:
        """Take nothing more; the app keeps what it could not hand over."""
        self._take_no_more()
        await self._door.close(self)

    async def run(self) -> None:
        """Deal with what was kept before, then take what comes; raises TokenRefusedError."""
        loops: list[asyncio.Task[None]] = []
        try:
            await self._inbox.resume()
            loops += [asyncio.create_task(each) for each in (self._take(), self._look_after())]
            ended, _ = await asyncio.wait(loops, return_when=asyncio.FIRST_COMPLETED)
            for loop in ended:
                loop.result()
        finally:
            for loop in loops:
                loop.cancel()
            await asyncio.gather(*loops, return_exceptions=True)
            self._take_no_more()

    def _take_no_more(self) -> None:
        """Have what was not kept sent again, and what comes from now on."""
        self._is_taking = False
        while not self._arrived.empty():
            self._arrived.get_nowait().answered(_later(WITHOUT_ROOM))

    async def hear(self, request: web.Request) -> web.Response:
        """Answer a request that says the secret: with a yes once its update is committed."""
        if request.method != "POST":
            return closing(HTTPStatus.METHOD_NOT_ALLOWED)
        self.at_work += 1
        try:
            body = await self._body(request)
            return body if isinstance(body, web.Response) else await self._kept(body)
        finally:
            self.at_work -= 1

    def knows(self, request: web.Request) -> bool:
        """Say whether a request says the secret of this bot."""
        said = request.headers.get(self._messenger.secret_header, "")
        return hmac.compare_digest(said.encode(errors="replace"), self._secret)

    async def _body(self, request: web.Request) -> bytes | web.Response:
        try:
            async with asyncio.timeout(self._patience):
                return await request.read()
        except web.HTTPRequestEntityTooLarge:
            _LOG.error("an update is larger than any can be, not taken")
            return closing(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        except TimeoutError:
            return closing(HTTPStatus.REQUEST_TIMEOUT)
        except (OSError, web.RequestPayloadError, ValueError):
            # It broke off on the way, or came otherwise than its head says: it comes again.
            return closing(HTTPStatus.BAD_REQUEST)

    async def _kept(self, body: bytes) -> web.Response:
        try:
            update = self._messenger.unpack(body)
        except UpdateNotUnderstoodError as error:
            # Without a number it cannot be put aside, nor did the app send it so.
            _LOG.error("what came to the webhook is no update", extra=kind_of(error))
            return closing(HTTPStatus.BAD_REQUEST)
        if not self._is_taking:
            return _later(WITHOUT_ROOM)
        arrived = _Arrived(update, asyncio.get_running_loop().create_future())
        self._arrived.put_nowait(arrived)
        return await arrived.answer

    async def _take(self) -> None:
        """Keep what has arrived, as much at once as there is."""
        while True:
            batch = [await self._arrived.get()]
            while not self._arrived.empty():
                batch.append(self._arrived.get_nowait())
            try:
                seconds = await self._try_to_keep([each.update for each in batch])
            except BaseException:
                _answer(batch, WITHOUT_ROOM)
                raise
            _answer(batch, seconds)

    async def _try_to_keep(self, batch: list[RawUpdate]) -> int:
        """Keep updates; returns 0, or after how many seconds they are to be sent again."""
        self._at_step("updates arrived")
        if not self._inbox.has_room:
            return WITHOUT_ROOM
        try:
            # One with a number that cannot be kept is never going to be.
            await self._inbox.take(with_possible_numbers(batch), self._transact)
        except DatabaseUnavailableError as error:
            reason = word(str(error), REASONS)
            _LOG.warning(
                "the database cannot be written; updates are to be sent again",
                extra={**kind_of(error), "reason": reason, "count": len(batch)},
            )
            self._observer.unavailable(reason)
            return WITHOUT_DATABASE
        return 0

    async def _look_after(self) -> None:
        """See to it that the app goes on sending updates here, and say where it cannot."""
        while True:
            await self._clock.sleep(LOOK_EVERY)
            try:
                await self._look()
            except TokenRefusedError:
                raise
            except MessengerError as error:
                _LOG.warning("the app does not say how it sends updates", extra=kind_of(error))

    async def _look(self) -> None:
        said, now = await self._messenger.delivery(), self._clock.now()
        # Its failures stand there by its own clock, which need not be as ours.
        since = self._looked_at if said.at is None else said.at - (now - self._looked_at)
        if said.url != self._webhook.url:
            _LOG.warning("updates are not sent here any more; asking for them again")
            await self._messenger.set_webhook(self._webhook)
        elif said.waiting and said.failed_at is not None and said.failed_at > since:
            about = {"reason": said.failure, "count": said.waiting}
            _LOG.warning("updates do not reach the webhook", extra=about)
        else:
            # Nothing came, and nothing was to come.
            self._observer.fetched(0, now)
        self._looked_at = now


def _answer(batch: list[_Arrived], seconds: int) -> None:
    for each in batch:
        each.answered(_later(seconds) if seconds else web.Response())


def _later(seconds: int) -> web.Response:
    """Return the answer that an update is to be sent again."""
    return web.Response(
        status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": str(seconds)}
    )
