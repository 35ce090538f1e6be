"""Doorstep as a process in which things fail with what somebody typed, and the token, in them.

`python -m tests.service.leaking run`: whoever writes «… by NAME and NAME» has those failures
happen; `doctor` fails with the token in its error.
"""

import asyncio
import atexit
import ctypes
import faulthandler
import gc
import logging
import os
import sys
import threading
import traceback
import warnings
from collections.abc import Callable
from datetime import datetime
from typing import Final

import aiohttp
from pydantic import BaseModel
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.command_line import main
from bot.messengers.telegram.messenger import TelegramMessenger
from bot.sandbox.server import TEST_TOKEN as TOKEN
from handlers import reception
from handlers.events import Event, Said
from handlers.house import House
from storage.database import Transaction

LIBC: Final = ctypes.CDLL(None)


class OddError(BaseException):
    """Nothing that anybody catches."""


class Bitter:
    """Fails when it goes."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __del__(self) -> None:
        raise ValueError(self._words)


class Number(BaseModel):
    """Takes no words."""

    number: int


def fails(words: str) -> None:
    refused = aiohttp.InvalidURL(f"http://localhost/bot{TOKEN}/sendMessage?text={words}")
    raise ValueError(words) from refused


async def fails_later(words: str) -> None:
    fails(words)


async def refused_by_the_database(words: str) -> None:
    engine = create_async_engine("sqlite+aiosqlite:///:memory:")
    try:
        async with engine.connect() as connection:
            await connection.execute(text(f"select '{words}' from nowhere"))  # noqa: S608 - it fails
    finally:
        await engine.dispose()


def never_retrieved(words: str) -> None:
    task = asyncio.get_running_loop().create_task(fails_later(words), name=words)
    task.add_done_callback(lambda _: asyncio.get_running_loop().call_soon(gc.collect))


def never_awaited(words: str) -> None:
    fails_later.__name__ = fails_later.__qualname__ = words
    work = fails_later(words)
    del work


def in_a_thread(words: str) -> None:
    thread = threading.Thread(target=fails, args=(words,), name=words)
    thread.start()
    thread.join()


def written(words: str) -> None:
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        assert stream is not None
        stream.write(f"{words}\n")
    for number in (1, 2):
        os.write(number, words.encode())
    try:
        fails(words)
    except ValueError:
        traceback.print_exc()
        faulthandler.dump_traceback()
    # Stays in a buffer of C until the process ends.
    LIBC.puts(words.encode())


def logged_by_a_library(words: str) -> None:
    theirs = logging.getLogger("aiohttp.client")
    theirs.addHandler(logging.StreamHandler())
    theirs.error(words, extra={"subject": words}, stack_info=True)
    theirs.error("no number: %d", words)
    logging.getLogger(words).critical(words)


def logged_by_ourselves(words: str) -> None:
    about = {"subject": words, "kind": words, "error": words, "frames": [words]}
    logging.getLogger("handlers.reception").error("heard %s", words, extra=about)
    logging.getLogger("handlers.reception").error("heard %d", words)


def warned(words: str) -> None:
    warnings.warn(words, stacklevel=1)
    warnings.warn_explicit(words, UserWarning, words, 1)


def told_to_the_loop(words: str) -> None:
    asyncio.get_running_loop().call_exception_handler({"message": words, words: words})
    asyncio.get_running_loop().call_soon(fails, words)


def at_the_very_end(words: str) -> None:
    atexit.register(fails, words)
    atexit.register(lambda: sys.stderr.write(words))
    # As the names of this module are taken away.
    globals()["kept"] = Bitter(words)


def exits(words: str) -> None:
    raise SystemExit(words)


def odd(words: str) -> None:
    raise OddError(words)


def crashes(words: str) -> None:
    ctypes.pythonapi.Py_FatalError(words.encode())


Happening = Callable[[str], object]

#: Those that an event fails with, those that it does not feel, and those that end the service.
FAILING: Final[dict[str, Happening]] = {
    "fails": fails,
    "validation": lambda words: Number.model_validate({"number": words}),
    "database": refused_by_the_database,
}
HARMLESS: Final[dict[str, Happening]] = {
    "task": never_retrieved,
    "coroutine": never_awaited,
    "thread": in_a_thread,
    "writing": written,
    "library": logged_by_a_library,
    "ourselves": logged_by_ourselves,
    "warning": warned,
    "loop": told_to_the_loop,
    "destructor": lambda words: Bitter(words) and None,
    "end": at_the_very_end,
}
DEADLY: Final[dict[str, Happening]] = {
    "exit": exits,
    "odd": odd,
    "crash": crashes,
    "abort": lambda _: os.abort(),
}


async def _receive(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    if isinstance(event, Said):
        words, _, names = event.text.reveal().partition(" by ")
        for name in names.split(" and ") if names else ():
            happening = (FAILING | HARMLESS | DEADLY)[name](f"{words} {TOKEN}")
            if asyncio.iscoroutine(happening):
                await happening
    await _really_receive(transaction, event, now, house)


async def _start(messenger: TelegramMessenger) -> None:
    raise ValueError(TOKEN)


_really_receive = reception.receive

if __name__ == "__main__":
    reception.receive = _receive
    if "doctor" in sys.argv:
        TelegramMessenger.start = _start  # type: ignore[method-assign, assignment] # it is to fail
    sys.exit(main())
