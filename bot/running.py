"""What `doorstep run` and `doorstep migrate` do."""

import asyncio
import contextlib
import fcntl
import gc
import signal
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from random import SystemRandom
from shutil import disk_usage
from time import perf_counter
from typing import TYPE_CHECKING, Final

from bot import log
from bot.clock import Clock, SystemClock
from bot.configuration import Configuration, ConfigurationError, Places, Settings, load
from bot.data import (
    UNREADABLE,
    another_runs,
    cannot_be_used,
    misfit,
    moved_away,
    nothing_of_them,
    only_copy,
    revision_of,
)
from bot.handling import real_handlers
from bot.messengers import TokenRefusedError
from bot.observing import Onlookers
from bot.parts import Role
from bot.safekeeping import BACKUP
from bot.service import ALL_ROLES, Service
from bot.terminal import CannotGoOnError, say
from handlers.commands import described
from handlers.texts import Texts
from storage import migration
from storage.company import Company
from storage.database import Database
from storage.engines import open_engine
from storage.failures import DatabaseUnavailableError
from storage.keys import Keys
from storage.keys_copy import KeysCopy
from storage.keys_file import KeyGoneError, KeysError, why_unusable
from storage.migration import Migrated, NewerDatabaseError
from storage.sealed import TornError
from storage.vault import KeysDoNotFitError, Misfit

if TYPE_CHECKING:
    from bot.watching import Watch

_NOT_KNOWN: Final = "DOORSTEP_TELEGRAM_TOKEN is not known to Telegram; copy it from @BotFather anew"
_NOT_KNOWN_SEVERAL: Final = (
    "none of DOORSTEP_TELEGRAM_TOKEN and DOORSTEP_MORE_TOKENS is known to Telegram; copy them from"
    " @BotFather anew"
)


def run(roles: Collection[str] = ()) -> None:
    """Run the service until SIGINT or SIGTERM; raises CannotGoOnError.

    With `roles` it is one of several processes, and does that part.
    """
    configuration = settings_of(Configuration)
    if roles and not configuration.is_on_server:
        raise CannotGoOnError(
            "--role is for several processes on a server of PostgreSQL, and DOORSTEP_DATABASE names"
            " a file; run doorstep run without it"
        )
    with alone(configuration, shares=bool(roles)):
        _refuse_to_lose_keys(configuration)
        _refuse_to_lose_copy(configuration)
        _bring_up_to_date(configuration)
        refuse_misfit(configuration)
        with log.only_the_log():
            asyncio.run(_serve(configuration, frozenset(map(Role, roles))))


def migrate() -> None:
    """Bring the database up to date and say what was done; raises CannotGoOnError."""
    places = settings_of(Places)
    with alone(places):
        _refuse_to_lose_keys(places)
        if not _bring_up_to_date(places):
            say("the database is up to date already")


def settings_of(kind: type[Settings]) -> Settings:
    """Return the settings; raises CannotGoOnError."""
    try:
        return load(kind)
    except ConfigurationError as error:
        raise CannotGoOnError(str(error)) from None


def spare_the_collector() -> None:
    """Let the garbage collector look from now on, but less often, and never at what is loaded.

    Next to nothing that an event leaves behind is a circle, and to look for one costs every
    fourteenth step.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
    gc.enable()


async def _serve(configuration: Configuration, roles: Collection[Role]) -> None:
    # Imported only where it is needed: it is a good part of what a start costs.
    from bot.messengers.telegram.libraries import telegram_messenger  # noqa: PLC0415

    texts = Texts()
    commands = described(texts)
    first, *more = [
        telegram_messenger(
            token=bot.token.get_secret_value(),
            api=configuration.telegram_api,
            name=bot.name,
            library=configuration.telegram_library,
            commands=commands,
        )
        for bot in configuration.bots
    ]
    shares = bool(roles)
    engine = open_engine(configuration.database, alone=not shares, shares=shares)
    database = Database(engine, open_keys(configuration), shares=shares)
    clock, handlers = SystemClock(), real_handlers()
    watch = _watch(configuration, handlers.kinds | {BACKUP}, clock)
    service = Service(
        configuration,
        first,
        database,
        clock,
        SystemRandom(),
        texts=texts,
        handlers=handlers,
        onlookers=Onlookers() if watch is None else watch.onlookers,
        roles=roles or ALL_ROLES,
        company=Company(configuration.database, database) if shares else None,
        more=more,
    )
    async with contextlib.nullcontext() if watch is None else watch.over(service, database):
        await _until_asked_to_end(service, configuration)


def _watch(configuration: Configuration, kinds: Iterable[str], clock: Clock) -> "Watch | None":
    if configuration.watch is None:
        return None
    from bot.watching import Watch  # noqa: PLC0415 - for those who watch

    folder = configuration.database_file.parent
    return Watch(configuration.watch, kinds, clock, perf_counter, lambda: disk_usage(folder).free)


async def _until_asked_to_end(service: Service, configuration: Configuration) -> None:
    spare_the_collector()
    running = asyncio.create_task(service.run())
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, _end, running)
    try:
        await running
    except asyncio.CancelledError:
        return
    except TokenRefusedError:
        raise CannotGoOnError(
            _NOT_KNOWN_SEVERAL if configuration.more_tokens else _NOT_KNOWN
        ) from None
    except DatabaseUnavailableError as error:
        raise CannotGoOnError(cannot_be_used(configuration, error)) from None
    except KeysDoNotFitError:
        raise CannotGoOnError(other_keys(configuration)) from None


def _end(running: "asyncio.Task[None]") -> None:
    """Have the service end, once: asked twice, it would leave what is under way to its fate."""
    if not running.cancelling():
        running.cancel()


def open_keys(places: Places) -> Keys:
    """Open the file of the keys; raises CannotGoOnError."""
    try:
        return Keys(places.keys)
    except KeysError as error:
        raise CannotGoOnError(f"DOORSTEP_KEYS names {places.keys}: {error}") from None


def _refuse_to_lose_keys(places: Places) -> None:
    # In this order: another process may be making both, the keys first.
    if _revision(places) is not None and not places.keys.exists():
        raise CannotGoOnError(
            f"DOORSTEP_KEYS names {places.keys}, which is missing, but there is a database;"
            " bring back the file of its keys"
        )


def _refuse_to_lose_copy(places: Places) -> None:
    """Raise CannotGoOnError where the copy may be all that is left of the keys of these people.

    Keys that were begun anew, after everything else was lost, would take its place.
    """
    if places.keys_copy is None:
        return
    # One that cannot be read is not written either; the service says so by itself.
    with contextlib.suppress(sqlite3.Error, OSError):
        if KeysCopy(places.keys, places.keys_copy).holds_more():
            raise CannotGoOnError(only_copy(places))


def refuse_unready(places: Places) -> None:
    """Raise CannotGoOnError where there is no database of this version, or no keys."""
    refuse_moved(places)
    revision = _revision(places)
    if revision is not None and not migration.is_known(revision):
        raise CannotGoOnError(_newer(places))
    if revision != migration.newest_revision():
        raise CannotGoOnError(
            f"DOORSTEP_DATABASE names {places.database_name}, which is not there or not up to"
            " date; run doorstep migrate first"
        )
    if not places.keys.exists():
        raise CannotGoOnError(f"DOORSTEP_KEYS names {places.keys}, which is missing")


def _revision(places: Places) -> str | None:
    try:
        return revision_of(places)
    except UNREADABLE as error:
        raise CannotGoOnError(cannot_be_used(places, error)) from None


def _bring_up_to_date(places: Places) -> bool:
    """Bring the database up to date, saying where the copy of an older one is."""
    if _revision(places) is None:
        # Before the database: one without its keys is refused ever after.
        with contextlib.closing(open_keys(places)) as keys:
            # Asked again: another process may have made it meanwhile, and heard somebody.
            if keys.file.hold_people() and _revision(places) is None:
                raise CannotGoOnError(nothing_of_them(places))
    try:
        done = asyncio.run(migration.migrate(places.database, SystemClock().now(), places.keys))
    except NewerDatabaseError:
        raise CannotGoOnError(_newer(places)) from None
    except UNREADABLE as error:
        raise CannotGoOnError(cannot_be_used(places, error)) from None
    except KeyGoneError:
        raise CannotGoOnError(other_keys(places)) from None
    _tell(done)
    return done.before != done.after


def _newer(places: Places) -> str:
    """Say that the data are those of a newer version."""
    return (
        f"{places.database_name} was written by a newer Doorstep; install that one, or bring back a"
        " copy"
    )


def _tell(done: Migrated) -> None:
    if done.before is None:
        say("the database was made")
    elif done.copy is not None:
        say(f"the database was brought up to date; a copy of the older one is {done.copy}")


def refuse_misfit(places: Places) -> None:
    """Raise CannotGoOnError where the keys and the data do not belong together."""
    with contextlib.closing(open_keys(places)) as keys:
        try:
            found = misfit(places, keys)
        except (*UNREADABLE, TornError) as error:
            raise CannotGoOnError(cannot_be_used(places, error)) from None
    match found:
        case Misfit.OTHER_KEYS:
            raise CannotGoOnError(other_keys(places))
        case Misfit.OLDER_KEYS:
            raise CannotGoOnError(
                f"DOORSTEP_KEYS names {places.keys}, which is older than"
                f" {places.database_name}: it lacks keys of what came later; bring back newer"
                " ones (docs/operating.md says what to do where there are none)"
            )
        case Misfit.OLDER_DATA:
            # What forgets them again is there for a file only.
            or_else = (
                "" if places.is_on_server else ", or restore a backup, which forgets them again"
            )
            raise CannotGoOnError(
                f"{places.database_name} is older than its keys: people are in it who were"
                f" forgotten since; bring back the newer one{or_else} (see docs/operating.md)"
            )


def other_keys(places: Places) -> str:
    """Say that the keys are not those of the data."""
    return (
        f"DOORSTEP_KEYS names {places.keys}, which is not the file of keys that"
        f" {places.database_name} was written with; bring back the one that belongs to it"
    )


@contextlib.contextmanager
def alone(places: Places, *, shares: bool = False) -> Iterator[None]:
    """Keep a second service off the same database, which would send everything twice.

    One of several processes `shares` it with the others.
    """
    said, cannot = another_runs(places), partial(cannot_be_used, places)
    with _only_one(places.lock_file, said, cannot, shares=shares):
        refuse_moved(places)
        yield


def refuse_moved(places: Places) -> None:
    """Raise CannotGoOnError where the scheme was moved elsewhere and lives on there."""
    if (said := moved_away(places)) is not None:
        raise CannotGoOnError(said)


@contextlib.contextmanager
def keys_to_oneself(places: Places) -> Iterator[None]:
    """Keep others from changing the keys at the same time; the service may run beside it."""
    said = "the keys are being changed by another doorstep; wait until it is done"
    with _only_one(places.rotation_lock, said, partial(_keys_unusable, places)):
        yield


def _keys_unusable(places: Places, error: OSError) -> str:
    return f"DOORSTEP_KEYS names {places.keys}: {why_unusable(error)}"


@contextlib.contextmanager
def _only_one(
    path: Path, said: str, cannot: Callable[[OSError], str], *, shares: bool = False
) -> Iterator[None]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.open("a")
    except OSError as error:
        raise CannotGoOnError(cannot(error)) from None
    with lock:
        try:
            fcntl.flock(lock, (fcntl.LOCK_SH if shares else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotGoOnError(said) from None
        yield
