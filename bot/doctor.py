"""The doctor: looks at everything the service needs and says in words what to mend."""

import asyncio
import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

from bot.alive import NobodyAnswersError, Say, unwell
from bot.clock import SystemClock
from bot.configuration import Configuration, ConfigurationError, load
from bot.data import UNREADABLE, bots_in_use, cannot_be_used, misfit, moved_away, revision_of
from bot.findings import UnwiseError, WrongError
from bot.messengers import Delivery, MessengerError, TokenRefusedError
from bot.tokens import BotToken
from bot.ways_in import how_updates_come
from storage import backups
from storage.keys import Keys
from storage.keys_copy import KeysCopy
from storage.keys_file import KeysError
from storage.migration import is_known, newest_revision
from storage.migration import revision_of as revision_in_file
from storage.model import FIRST_BOT
from storage.vault import Misfit

#: A backup is made every night; one that is older than that was left out.
OVERDUE: Final = timedelta(days=2)

#: Looks at one thing and says how it is; raises WrongError and UnwiseError.
Check = Callable[[Configuration], str]

_MISFITS: Final = {
    Misfit.OTHER_KEYS: "{keys} belongs to another database; bring back the right file",
    Misfit.OLDER_KEYS: "{keys} is older than {data}; bring back newer keys",
    Misfit.OLDER_DATA: "{data} is older than {keys}; bring back the newer one, or restore a backup",
}


def examine(say: Say) -> bool:
    """Examine everything, saying one line for each thing; returns whether all is well."""
    try:
        configuration = load(Configuration)
    except ConfigurationError as error:
        say(f"mend  configuration: {error}")
        return False
    say("ok    configuration")
    checks: tuple[tuple[str, Check], ...] = (
        ("database", _database),
        ("keys", _keys),
        *_of_each_bot(configuration),
        ("bots", _bots),
        ("watch", _watch),
        ("backups", _backups),
        ("copy of the keys", _keys_copy),
    )
    is_well = True
    for name, check in checks:
        try:
            say(f"ok    {name}: {check(configuration)}")
        except WrongError as wrong:
            say(f"mend  {name}: {wrong}")
            is_well = False
        except UnwiseError as unwise:
            say(f"warn  {name}: {unwise}")
    return is_well


def _database(configuration: Configuration) -> str:
    return _server(configuration) if configuration.is_on_server else _file(configuration)


def _server(configuration: Configuration) -> str:
    try:
        revision = revision_of(configuration)
    except UNREADABLE as error:
        raise WrongError(cannot_be_used(configuration, error)) from error
    if revision is None:
        return "the server answers; it is empty yet, doorstep run makes the tables"
    if revision == newest_revision():
        return "the server answers, and it is up to date"
    if not is_known(revision):
        raise WrongError("it was written by a newer Doorstep; install that one")
    return "the server answers; older, doorstep run brings it up to date"


def _file(configuration: Configuration) -> str:
    path = configuration.database_file
    if not path.exists():
        folder = path.parent
        if not _may_be_made(folder):
            raise WrongError(f"the folder {folder} cannot be written; let this user write there")
        return "not there yet; doorstep run makes it"
    if (said := moved_away(configuration)) is not None:
        raise WrongError(said)
    with _readable(path) as revision:
        pass
    newest = newest_revision()
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as file:
        try:
            (found,) = file.execute("PRAGMA integrity_check(1)").fetchone()
            if found != "ok":
                raise WrongError("it is damaged; bring back a copy")
            file.execute("BEGIN IMMEDIATE")
            file.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise WrongError(
                f"{path} cannot be written; let this user write it and its folder, and see that"
                " the disk has room"
            ) from error
    if revision == newest:
        return "whole, writable and up to date"
    return "whole and writable; older, doorstep run brings it up to date"


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[str | None]:
    try:
        yield revision_in_file(path)
    except sqlite3.Error as error:
        raise WrongError(f"{path} is not a database of Doorstep, or it is damaged") from error


def _may_be_made(folder: Path) -> bool:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return os.access(folder, os.W_OK | os.X_OK)


def _keys(configuration: Configuration) -> str:
    path = configuration.keys
    if not path.exists():
        with contextlib.suppress(*UNREADABLE):
            if revision_of(configuration) is not None:
                raise WrongError(
                    f"{path} is missing, but there is a database; bring back the file of its keys"
                )
        return "not there yet; doorstep run makes them"
    try:
        keys = Keys(path)
    except KeysError as error:
        raise WrongError(f"{path}: {error}") from error
    with contextlib.closing(keys), contextlib.suppress(*UNREADABLE):
        found = misfit(configuration, keys)
        if found is not None:
            raise WrongError(_MISFITS[found].format(keys=path, data=configuration.database_name))
    return "they open"


def _backups(configuration: Configuration) -> str:
    if configuration.is_on_server:
        raise UnwiseError("on a server these are up to whoever runs it: see docs/operating.md")
    folder = configuration.backups
    if folder is None:
        raise UnwiseError("none are made; set DOORSTEP_BACKUPS to a folder, best on another disk")
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise WrongError(
            f"DOORSTEP_BACKUPS names {folder}, which cannot be written; make the folder, and let"
            " this user write there"
        )
    if folder.absolute() == configuration.keys.absolute().parent:
        raise WrongError(
            f"{folder} is where the keys lie too: whoever finds one finds both; keep the backups"
            " elsewhere"
        )
    made = backups.all_in(folder, configuration.database_file.stem)
    if not made:
        raise UnwiseError("there is none yet; doorstep run makes one every night")
    age = timedelta(seconds=SystemClock().now().timestamp() - made[-1].stat().st_mtime)
    if age > OVERDUE:
        raise WrongError(
            f"the newest is {age.days} days old; doorstep run makes one every night, doorstep"
            " backup one now and says what is wrong"
        )
    if folder.stat().st_dev == configuration.database_file.absolute().parent.stat().st_dev:
        raise UnwiseError(
            f"{len(made)}, but on the same disk as the database; another one survives a broken disk"
        )
    return f"{len(made)}, the newest is {made[-1].name}"


def _keys_copy(configuration: Configuration) -> str:
    copy, folder = configuration.keys_copy, configuration.backups
    if copy is None:
        raise UnwiseError(
            "none is kept; without the keys nobody can read a backup, so set DOORSTEP_KEYS_COPY to"
            " a file on another disk than the backups"
        )
    if folder is not None and folder.absolute() == copy.absolute().parent:
        raise WrongError(
            f"{copy} lies beside the backups: whoever finds one finds both; keep it elsewhere"
        )
    if not copy.exists():
        raise UnwiseError(f"{copy} is not there yet; doorstep run writes it")
    if copy.stat().st_mode & 0o077:
        raise WrongError(f"other users of this machine may read {copy}; run chmod 600 on it")
    with contextlib.suppress(sqlite3.Error, OSError):
        if KeysCopy(configuration.keys, copy).is_up_to_date():
            _refuse_same_disk(copy, configuration)
            return "as the keys are"
    raise WrongError(
        f"{copy} is not as the keys are now; doorstep run and doorstep backup write it, look"
        " whether this user may"
    )


def _refuse_same_disk(copy: Path, configuration: Configuration) -> None:
    disk = copy.stat().st_dev
    if configuration.keys.stat().st_dev == disk:
        raise UnwiseError(
            "as the keys are, but on the same disk as the keys; another one survives a broken disk"
        )
    if configuration.backups is not None and configuration.backups.stat().st_dev == disk:
        raise UnwiseError(
            "as the keys are, but on the same disk as the backups; who takes that has both"
        )


def _watch(configuration: Configuration) -> str:
    if configuration.watch is None:
        return "off; DOORSTEP_WATCH turns it on"
    try:
        parts = unwell(configuration.watch)
    except NobodyAnswersError:
        return "nobody answers there yet; doorstep run does"
    if parts:
        raise WrongError(f"the service is unwell: {', '.join(parts)}; look at its log")
    return "the service says that it is well"


def _of_each_bot(configuration: Configuration) -> Iterator[tuple[str, Check]]:
    """Return what is looked at for each bot, the first one without its name."""
    for bot in configuration.bots:
        whose = "" if bot.name == FIRST_BOT else f" of {bot.name}"
        yield f"token{whose}", partial(_token, bot)
        yield f"updates{whose}", partial(_updates, bot)


def _token(bot: BotToken, configuration: Configuration) -> str:
    try:
        asyncio.run(_say_hello(bot, configuration))
    except TokenRefusedError as error:
        setting = "TELEGRAM_TOKEN" if bot.name == FIRST_BOT else "MORE_TOKENS"
        raise WrongError(
            f"Telegram does not know it; copy it from @BotFather into DOORSTEP_{setting}"
        ) from error
    except MessengerError as error:
        raise WrongError(
            "Telegram cannot be reached; look at the network and at DOORSTEP_TELEGRAM_API"
        ) from error
    return "Telegram knows it"


def _updates(bot: BotToken, configuration: Configuration) -> str:
    try:
        said = asyncio.run(_say_hello(bot, configuration))
    except MessengerError as error:
        raise UnwiseError("Telegram does not say how it hands them over") from error
    return how_updates_come(configuration.webhook_of(bot), said, SystemClock().now())


def _bots(configuration: Configuration) -> str:
    """Say how many there are; raises WrongError where people are reached by one that is gone."""
    known = [bot.name for bot in configuration.bots]
    with contextlib.suppress(*UNREADABLE):
        if revision_of(configuration) == newest_revision():
            found = asyncio.run(bots_in_use(configuration.database, known))
            if found.gone:
                raise WrongError(
                    f"people or messages wait for {', '.join(found.gone)}, which is not in"
                    " DOORSTEP_MORE_TOKENS; put it back, or wait until they write to another bot"
                )
            named = {bot.organisation.casefold() for bot in configuration.bots if bot.organisation}
            if named - found.organisations:
                raise UnwiseError(
                    "DOORSTEP_MORE_TOKENS names an organisation that there is not; write it as"
                    " /roles calls it, or make it with /invite"
                )
    return f"{len(known)}: {', '.join(known)}"


async def _say_hello(bot: BotToken, configuration: Configuration) -> Delivery:
    # It is slow to import.
    from bot.messengers.telegram.libraries import telegram_messenger  # noqa: PLC0415

    messenger = telegram_messenger(
        bot.token.get_secret_value(),
        configuration.telegram_api,
        library=configuration.telegram_library,
    )
    try:
        await messenger.start()
        return await messenger.delivery()
    finally:
        await messenger.stop()
