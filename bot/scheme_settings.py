"""What `doorstep settings export` and `doorstep settings import` do."""

import asyncio
import contextlib
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final, TypeVar

from bot.clock import SystemClock
from bot.configuration import Configuration, ConfigurationError, Places, load
from bot.running import (
    alone,
    open_keys,
    other_keys,
    refuse_unready,
    settings_of,
)
from bot.terminal import CannotGoOnError, say
from handlers.house import House, Turn
from handlers.outgoing import keep
from handlers.scheme_file.bringing import brought_in, differences, taken_out
from handlers.scheme_file.toml import WrongFileError, read, written
from handlers.settled import settled
from handlers.texts import Texts
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.failures import DatabaseUnavailableError
from storage.vault import KeysDoNotFitError

T = TypeVar("T")

#: Some editors mark a file as UTF-8 by three bytes before everything else.
_UTF_8: Final = "utf-8-sig"
#: In bytes: outlines of a whole town fit.
_LARGEST: Final = 50_000_000


class _OnlyLookedError(Exception):
    """Takes back what was done to see what it would change."""

    def __init__(self, changes: list[str]) -> None:
        super().__init__("only looked")
        self.changes = changes


def export(file: Path | None) -> None:
    """Write the settings into a new file, or to the terminal; raises CannotGoOnError."""
    places = settings_of(Places)
    refuse_unready(places)
    text = written(asyncio.run(_in_database(places, taken_out)))
    if file is None:
        sys.stdout.write(text)
        return
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except FileExistsError:
        raise CannotGoOnError(f"{file} is there already; name another file") from None
    except OSError:
        raise CannotGoOnError(f"{file} cannot be written; is its folder there?") from None
    say(f"the settings are in {file}")


def bring_in(file: Path, *, is_sure: bool) -> None:
    """Bring the settings of a file in, or say what that would change; raises CannotGoOnError."""
    places = settings_of(Places)
    refuse_unready(places)
    try:
        if file.stat().st_size > _LARGEST:
            raise CannotGoOnError(f"{file} is too large for settings; is it the right file?")
        wanted = read(file.read_text(encoding=_UTF_8))
    except OSError:
        raise CannotGoOnError(f"{file} cannot be read; is it there?") from None
    except UnicodeDecodeError:
        raise CannotGoOnError(f"{file} is not text in UTF-8; save it so, and try again") from None
    except WrongFileError as error:
        raise CannotGoOnError(f"{file}, {error}; nothing was changed") from None
    house = House(Texts(), _owners(), private_chat_link=str)

    async def change(transaction: Transaction) -> list[str]:
        before = await taken_out(transaction)
        now = SystemClock().now()
        turn = Turn(transaction, now, await settled(transaction, house))
        messages = await brought_in(turn, wanted)
        await keep(Turn(transaction, now, await settled(transaction, house)), messages)
        changes = differences(before, await taken_out(transaction))
        if not is_sure:
            raise _OnlyLookedError(changes)
        return changes

    with alone(places):
        try:
            changes, is_done = asyncio.run(_in_database(places, change)), True
        except _OnlyLookedError as looked:
            changes, is_done = looked.changes, False
        except WrongFileError as error:
            raise CannotGoOnError(f"{file}: {error}; nothing was changed") from None
    _tell(changes, is_done=is_done)


def _tell(changes: list[str], *, is_done: bool) -> None:
    for line in changes:
        say(line)
    if not changes:
        say("nothing is different from what is set already")
    elif is_done:
        say("this is set now; nothing was deleted")
    else:
        say("nothing was changed yet; add --yes to set this")


def _owners() -> frozenset[str]:
    """Return the owners, who hear of what concerns them; nobody where no token is set here."""
    with contextlib.suppress(ConfigurationError):
        return load(Configuration).owners
    return frozenset()


async def _in_database(places: Places, work: Callable[[Transaction], Awaitable[T]]) -> T:
    database = Database(open_engine(places.database), open_keys(places))
    try:
        await database.start()
    except KeysDoNotFitError:
        raise CannotGoOnError(other_keys(places)) from None
    except DatabaseUnavailableError:
        raise CannotGoOnError(
            f"{places.database_name} cannot be used just now; may this user write there?"
        ) from None
    try:
        return await database.transact(work)
    finally:
        await database.stop()
