"""Fetching what somebody sent, and making a clean picture of it, before anybody hears of it."""

import asyncio
import logging
from random import Random
from typing import Final

from bot.backoff import Backoff
from bot.clock import Clock
from bot.log import anatomy
from bot.messengers import (
    FileTooLargeError,
    Messenger,
    MessengerError,
    RetryAfterError,
    TokenRefusedError,
)
from bot.pictures import clean
from handlers.events import Picture, PictureProblem

_LOG = logging.getLogger(__name__)

#: How often a file is asked for, while whoever sent it waits for an answer.
MOST_TRIES: Final = 4
#: Who is asked to wait longer than this, in seconds, asks the person to send it again.
LONGEST_WAIT: Final = 30.0
#: How many files are fetched side by side; each is in memory whole.
AT_ONCE: Final = 4


class Fetcher:
    """Fetches pictures from one messenger."""

    def __init__(self, messenger: Messenger, clock: Clock, random: Random) -> None:
        self._messenger = messenger
        self._clock = clock
        self._random = random
        self._places = asyncio.Semaphore(AT_ONCE)
        self._cleaning = asyncio.Lock()
        self._resting = 0

    @property
    def resting(self) -> int:
        """How many wait for the clock before they try again."""
        return self._resting

    async def picture(self, file: str) -> Picture | PictureProblem:
        """Return the picture in a file, by the app's name of it; raises TokenRefusedError."""
        backoff = Backoff(self._clock, self._random)
        while True:
            try:
                async with self._places:
                    content = await self._messenger.fetch(file)
                async with self._cleaning:
                    return await clean(content)
            except TokenRefusedError:
                raise
            except FileTooLargeError:
                return PictureProblem.TOO_LARGE
            except MessengerError as error:
                _LOG.warning("a photo cannot be fetched", extra=anatomy(error))
                wait = error.seconds if isinstance(error, RetryAfterError) else 0
            if backoff.failures + 1 >= MOST_TRIES or wait > LONGEST_WAIT:
                return PictureProblem.NOT_FETCHED
            await self._rest(backoff, wait)

    async def _rest(self, backoff: Backoff, seconds: float) -> None:
        self._resting += 1
        try:
            await backoff.pause(at_least=seconds)
        finally:
            self._resting -= 1
