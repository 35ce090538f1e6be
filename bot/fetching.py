"""Fetching what somebody sent: a clean picture or plain text is made of it before it is heard."""

import asyncio
import logging
from random import Random
from typing import Final

from bot.backoff import Backoff
from bot.clock import Clock
from bot.log import anatomy
from bot.messengers import (
    LARGEST_FILE,
    FileTooLargeError,
    Messenger,
    MessengerError,
    RetryAfterError,
    TokenRefusedError,
)
from bot.pictures import clean
from bot.text_files import LARGEST_TEXT, read_text
from handlers.events import FileProblem, Picture, PictureProblem, TextFile

_LOG = logging.getLogger(__name__)

#: How often a file is asked for, while whoever sent it waits for an answer.
MOST_TRIES: Final = 4
#: Who is asked to wait longer than this, in seconds, asks the person to send it again.
LONGEST_WAIT: Final = 30.0
#: How many files are fetched side by side; each is in memory whole.
AT_ONCE: Final = 4


class Fetcher:
    """Fetches pictures and files from one messenger; every method raises TokenRefusedError."""

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
        """Return the picture in a file, by the app's name of it."""
        try:
            content = await self._content(file, LARGEST_FILE)
        except FileTooLargeError:
            return PictureProblem.TOO_LARGE
        if content is None:
            return PictureProblem.NOT_FETCHED
        async with self._cleaning:
            return await clean(content)

    async def text(self, file: str, size: int | None) -> TextFile | FileProblem:
        """Return the text of a file, by the app's name of it; `size` is what the app says of it."""
        if size is not None and size > LARGEST_TEXT:
            return FileProblem.TOO_LARGE
        try:
            content = await self._content(file, LARGEST_TEXT)
        except FileTooLargeError:
            return FileProblem.TOO_LARGE
        return FileProblem.NOT_FETCHED if content is None else read_text(content)

    async def _content(self, file: str, most: int) -> bytes | None:
        """Return what a file holds, or None after some tries; raises FileTooLargeError too."""
        backoff = Backoff(self._clock, self._random)
        while True:
            try:
                async with self._places:
                    return await self._messenger.fetch(file, most)
            except (TokenRefusedError, FileTooLargeError):
                raise
            except MessengerError as error:
                _LOG.warning("a file cannot be fetched", extra=anatomy(error))
                wait = error.seconds if isinstance(error, RetryAfterError) else 0
            if backoff.failures + 1 >= MOST_TRIES or wait > LONGEST_WAIT:
                return None
            await self._rest(backoff, wait)

    async def _rest(self, backoff: Backoff, seconds: float) -> None:
        self._resting += 1
        try:
            await backoff.pause(at_least=seconds)
        finally:
            self._resting -= 1
