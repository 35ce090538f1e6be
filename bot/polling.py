"""Polling: the messaging app is asked for updates; asking for later ones confirms those before."""

import asyncio
import contextlib
import logging
import os
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from bot.backoff import Backoff
from bot.clock import Clock
from bot.inbox import Inbox, with_possible_numbers
from bot.log import anatomy, kind_of
from bot.messengers import (
    ContestedError,
    Messenger,
    MessengerError,
    RetryAfterError,
    TokenRefusedError,
)
from bot.observing import Observer

_LOG = logging.getLogger(__name__)

#: How long to wait where another program asks too, in seconds: at once, both would only go on.
BESIDE_ANOTHER: Final = 5.0
#: How often it is said again that there is one.
SAID_EVERY: Final = timedelta(hours=1)


class Polling:
    """Fetches updates for an inbox.

    `contested` is a file that is touched whenever another program turns out to do so too.
    """

    #: Of what was fetched, the inbox itself knows how much is not dealt with.
    at_work = 0

    def __init__(
        self,
        messenger: Messenger,
        inbox: Inbox,
        clock: Clock,
        random: Random,
        observer: Observer,
        contested: Path,
    ) -> None:
        self._messenger = messenger
        self._inbox = inbox
        self._clock = clock
        self._observer = observer
        self._backoff = Backoff(clock, random)
        self._contested = contested
        self._said_at: datetime | None = None

    @property
    def rests(self) -> bool:
        """Whether nothing is asked for before some time has passed, because that failed."""
        return self._backoff.is_pausing

    async def open(self) -> None:
        """Have the app keep updates until they are asked for; raises MessengerError."""
        await self._messenger.set_webhook(None)

    async def close(self) -> None:
        """Leave nothing open."""

    async def run(self) -> None:
        """Deal with what was kept before, then receive for ever; raises TokenRefusedError."""
        await self._inbox.resume()
        # Without a number at first: after a long silence an app may count anew, and what it
        # repeats is known by its number.
        after: int | None = None
        try:
            while True:
                await self._inbox.have_room()
                after = await self._receive(after)
        except asyncio.CancelledError:
            self._observer.stands_by()
            raise

    async def _receive(self, after: int | None) -> int | None:
        """Take one batch and return what to confirm with the next request."""
        try:
            batch = await self._messenger.receive(after)
        except TokenRefusedError:
            raise
        except ContestedError:
            await self._make_way()
            return after
        except MessengerError as error:
            if not self._backoff.failures:
                _LOG.warning("updates cannot be fetched; trying again", extra=anatomy(error))
            wait = error.seconds if isinstance(error, RetryAfterError) else 0
            await self._backoff.pause(at_least=wait)
            return after
        usable = with_possible_numbers(batch)
        if batch and not usable:
            await self._backoff.pause()
            return after
        if self._backoff.failures:
            _LOG.info("updates are fetched again", extra={"count": self._backoff.failures})
        self._backoff.succeeded()
        if not usable:
            self._observer.fetched(0, self._clock.now())
            # Everything is confirmed: asking without a number keeps up with an app that counts
            # anew.
            return None
        await self._inbox.take(usable)
        return max(update.number for update in usable)

    async def _make_way(self) -> None:
        """Take away a webhook that somebody has set meanwhile, or say that somebody asks too."""
        try:
            if (await self._messenger.delivery()).url is None:
                self._note_another()
            else:
                _LOG.warning("somebody set a webhook; updates are asked for, so it is taken away")
                await self._messenger.set_webhook(None)
        except TokenRefusedError:
            raise
        except MessengerError as error:
            _LOG.warning("the app does not say who gets the updates", extra=kind_of(error))
        await self._clock.sleep(BESIDE_ANOTHER)

    def _note_another(self) -> None:
        """Say that another program asks for the same updates, which then go to either."""
        now = self._clock.now()
        if self._said_at is None or now - self._said_at >= SAID_EVERY:
            _LOG.warning("another program asks for updates with the same token; end one of the two")
            self._said_at = now
        # For the doctor; where nothing can be written, that is what it will say.
        with contextlib.suppress(OSError):
            self._contested.touch(mode=0o600)
            os.utime(self._contested, (now.timestamp(), now.timestamp()))
