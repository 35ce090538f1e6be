"""The doctor: looks at everything the service needs and says in words what to mend."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import Final

from bot.alive import NobodyAnswersError, Say, unwell
from bot.clock import SystemClock
from bot.configuration import Configuration, ConfigurationError, load
from bot.data import (
    UNREADABLE,
    bots_in_use,
    cannot_be_used,
    misfit,
    moved_away,
    nothing_of_them,
    only_copy,
    revision_of,
)
from bot.findings import UnwiseError, WrongError
from bot.messengers import Delivery, MessengerError, TokenRefusedError
from bot.terminal import not_allowed
from bot.tokens import BotToken
from bot.ways_in import how_updates_come
from bot.writing import trouble_writing
from storage import backups
from storage.failures import DISK_FULL, reason_of
from storage.keys import Keys
from storage.keys_copy import KeysCopy
from storage.keys_file import KeysError, why_unusable
from storage.migration import is_known, newest_revision
from storage.model import FIRST_BOT
from storage.vault import Misfit

#: A backup is made every night; one that is older than that was left out.
OVERDUE: Final = timedelta(days=2)

#: Looks at one thing and says how it is; raises WrongError and UnwiseError.
Check = Callable[[Configuration], str]

#: The machine's clock may be off by so much; nothing depends on its being right to the second.
FAR_OFF: Final = timedelta(minutes=1)
ZERO: Final = timedelta()
#: For so long a service remembers that another program asked for the same updates.
CONTESTED_LATELY: Final = timedelta(minutes=10)
_NEWER: Final = "it was written by a newer Doorstep; install that one"

_MISFITS: Final = {
    Misfit.OTHER_KEYS: "{keys} belongs to another database; bring back the right file",
    Misfit.OLDER_KEYS: "{keys} is older than {data}; bring back newer keys",
    Misfit.OLDER_DATA: "{data} is older than {keys}; bring back the newer one (docs/operating.md)",
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
        ("clock", _clock),
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
        except PermissionError as error:
            say(f"mend  {name}: {not_allowed(error)}")
            is_well = False
    return is_well


def _database(configuration: Configuration) -> str:
    return _server(configuration) if configuration.is_on_server else _file(configuration)


def _server(configuration: Configuration) -> str:
    try:
        revision = revision_of(configuration)
    except UNREADABLE as error:
        raise WrongError(cannot_be_used(configuration, error)) from error
    if revision is None:
        _refuse_without_data(configuration)
        return "the server answers; it is empty yet, doorstep run makes the tables"
    if revision == newest_revision():
        return "the server answers, and it is up to date"
    if not is_known(revision):
        raise WrongError(_NEWER)
    return "the server answers; older, doorstep run brings it up to date"


def _file(configuration: Configuration) -> str:
    path = configuration.database_file
    trouble = trouble_writing(_nearest(path.parent))
    if not path.exists():
        if trouble is not None:
            raise WrongError(cannot_be_used(configuration, trouble))
        _refuse_without_data(configuration)
        return "not there yet; doorstep run makes it"
    if (said := moved_away(configuration)) is not None:
        raise WrongError(said)
    try:
        revision = revision_of(configuration)
        _look_over(path)
    except UNREADABLE as error:
        raise WrongError(cannot_be_used(configuration, trouble or error)) from error
    if trouble is not None:
        raise WrongError(cannot_be_used(configuration, trouble))
    if revision is not None and not is_known(revision):
        raise WrongError(_NEWER)
    if revision == newest_revision():
        return "whole, writable and up to date"
    return "whole and writable; older, doorstep run brings it up to date"


def _refuse_without_data(configuration: Configuration) -> None:
    """Raise WrongError where nothing is there of people whose keys there are."""
    if not configuration.keys.exists():
        return
    # What is wrong with the keys themselves is said where they are looked at.
    with contextlib.suppress(KeysError), contextlib.closing(Keys(configuration.keys)) as keys:
        if keys.file.hold_people():
            raise WrongError(nothing_of_them(configuration))


def _look_over(path: Path) -> None:
    """Raise WrongError where a file is damaged, and sqlite3.Error where it cannot be used."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as file:
        (found,) = file.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise WrongError("it is damaged; bring back a copy")
        file.execute("BEGIN IMMEDIATE")
        file.execute("ROLLBACK")


def _nearest(folder: Path) -> Path:
    """Return a folder, or the nearest above it that is there."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


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
    if (trouble := trouble_writing(path.parent)) is not None:
        raise WrongError(f"{path}: {why_unusable(trouble)}")
    return "they open"


def _backups(configuration: Configuration) -> str:
    if configuration.is_on_server:
        raise UnwiseError("on a server these are up to whoever runs it: see docs/operating.md")
    folder = configuration.backups
    if folder is None:
        raise UnwiseError("none are made; set DOORSTEP_BACKUPS to a folder, best on another disk")
    if (trouble := trouble_writing(folder)) is not None:
        is_full = reason_of(trouble) == DISK_FULL
        raise WrongError(
            f"DOORSTEP_BACKUPS names {folder}, whose disk is full; make room there"
            if is_full
            else f"DOORSTEP_BACKUPS names {folder}, which cannot be written; make the folder, and"
            " let this user write there"
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
        if KeysCopy(configuration.keys, copy).holds_more():
            raise WrongError(only_copy(configuration))
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
    match _heard(bot, configuration):
        case TokenRefusedError():
            setting = "TELEGRAM_TOKEN" if bot.name == FIRST_BOT else "MORE_TOKENS"
            raise WrongError(
                f"Telegram does not know it; copy it from @BotFather into DOORSTEP_{setting}"
            )
        case MessengerError():
            raise WrongError(
                "Telegram cannot be reached; look at the network and at DOORSTEP_TELEGRAM_API"
            )
    return "Telegram knows it"


def _updates(bot: BotToken, configuration: Configuration) -> str:
    said, now = _heard(bot, configuration), SystemClock().now()
    if isinstance(said, MessengerError):
        raise UnwiseError("Telegram does not say how it hands them over")
    with contextlib.suppress(FileNotFoundError):
        age = now.timestamp() - configuration.contested_file(bot.name).stat().st_mtime
        if abs(age) < CONTESTED_LATELY.total_seconds():
            raise WrongError(
                "another program asks for them with the same token; end it, or have @BotFather"
                " make a new token"
            )
    return how_updates_come(configuration.webhook_of(bot), said, now)


def _clock(configuration: Configuration) -> str:
    said, now = _heard(configuration.bots[0], configuration), SystemClock().now()
    if isinstance(said, MessengerError) or said.at is None:
        raise UnwiseError("there is nobody to compare it with")
    off = now - said.at
    if abs(off) > FAR_OFF:
        raise WrongError(
            f"it is {round(abs(off).total_seconds())} seconds {'ahead' if off > ZERO else 'behind'}"
            " of Telegram's; set it, and let the machine keep it (as with timedatectl set-ntp true)"
        )
    return "as Telegram's"


@cache
def _heard(bot: BotToken, configuration: Configuration) -> Delivery | MessengerError:
    """Return what Telegram says, or how it fails; it is asked once."""
    try:
        return asyncio.run(_say_hello(bot, configuration))
    except MessengerError as error:
        return error


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
