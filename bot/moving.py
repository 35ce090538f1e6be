"""What `doorstep move` does: a scheme goes from its file to the server that the settings name."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from bot.clock import SystemClock
from bot.configuration import Places
from bot.data import UNREADABLE, cannot_be_used, revision_of
from bot.running import alone, keys_to_oneself, refuse_misfit, settings_of
from bot.terminal import CannotGoOnError, counted, say
from storage import migration, moving, snapshot
from storage.durable import written_whole
from storage.failures import DatabaseUnavailableError
from storage.moving import (
    AtStep,
    Carried,
    Content,
    NotTakenError,
    NotTheSameError,
    OccupiedError,
    nothing,
)
from storage.retention.periods import OLD_COPIES

_UNCHANGED: Final = "nothing was changed"


def move(file: Path) -> None:
    """Carry the scheme in a file to the server of DOORSTEP_DATABASE; raises CannotGoOnError."""
    goal = settings_of(Places)
    if not goal.is_on_server:
        raise CannotGoOnError(
            f"DOORSTEP_DATABASE names {goal.database_name}, a file; set it to the server to which"
            " the scheme is to go, like postgresql+asyncpg://name:password@host/doorstep"
        )
    source = goal.model_copy(update={"database": f"sqlite+aiosqlite:///{file}"})
    if not file.is_file():
        raise CannotGoOnError(f"{file} is not there; name the file of the scheme that is to go")
    with alone(source), alone(goal), keys_to_oneself(goal):
        _tell(carry_out(source, goal), source, goal)


def carry_out(source: Places, goal: Places, at_step: AtStep = nothing) -> Carried:
    """Carry a scheme where nothing else runs; raises CannotGoOnError with nothing changed."""
    _refuse_unready(source)
    with _refusals(source, goal):
        done = asyncio.run(moving.carry(source.database_file, goal.database, at_step))
    _mark(source, goal)
    at_step("marked")
    return done


def _refuse_unready(source: Places) -> None:
    """Raise CannotGoOnError unless a file is whole, of this version, and its keys are there."""
    file = source.database_file
    try:
        revision = revision_of(source)
        if revision == migration.newest_revision():
            with snapshot.opened(file) as opened:
                snapshot.check_whole(opened)
    except (*UNREADABLE, snapshot.DamagedDatabaseError) as error:
        raise CannotGoOnError(f"{cannot_be_used(source, error)}; {_UNCHANGED}") from None
    if revision is None:
        raise CannotGoOnError(f"{file} is not a database of Doorstep; {_UNCHANGED}")
    if not migration.is_known(revision):
        raise CannotGoOnError(
            f"{file} was written by a newer Doorstep; install that one; {_UNCHANGED}"
        )
    if revision != migration.newest_revision():
        raise CannotGoOnError(
            f"{file} was written by an older Doorstep; bring it up to date first, with"
            f" DOORSTEP_DATABASE=sqlite:///{file} doorstep migrate"
        )
    if not source.keys.exists():
        raise CannotGoOnError(
            f"DOORSTEP_KEYS names {source.keys}, which is missing; bring back the file of the keys"
        )
    refuse_misfit(source)


@contextlib.contextmanager
def _refusals(source: Places, goal: Places) -> Iterator[None]:
    """Say in one line why a scheme cannot be carried."""
    try:
        yield
    except OccupiedError:
        said = (
            f"DOORSTEP_DATABASE names {goal.database_name}, which is not empty; name an empty one,"
            " made as with createdb"
        )
    except NotTakenError as error:
        said = (
            f"{goal.database_name} does not take what stands in {error} of {source.database_file}"
        )
    except NotTheSameError as error:
        said = f"not all of {error} arrived as it was; look at the log of the server, and try again"
    except sqlite3.Error as error:
        said = cannot_be_used(source, error)
    except (OSError, SQLAlchemyError, DatabaseUnavailableError) as error:
        said = cannot_be_used(goal, error)
    else:
        return
    raise CannotGoOnError(f"{said}; {_UNCHANGED}")


def _mark(source: Places, goal: Places) -> None:
    """Keep the service from being run on a file that has moved."""
    moment = SystemClock().now()
    words = f"Moved to {goal.database_name} on {moment:%Y-%m-%d at %H:%M} UTC.\n"
    try:
        with written_whole(source.moved_file) as mark:
            mark.write(words.encode())
    except OSError:
        raise CannotGoOnError(
            f"all was carried to {goal.database_name}, but {source.database_file} cannot be marked"
            " as moved: its folder cannot be written; put it away yourself, so that nobody runs it"
        ) from None


def _tell(done: Carried, source: Places, goal: Places) -> None:
    tables: Mapping[str, Content] = done.tables
    rows = sum(content.rows for content in tables.values())
    how = "was there already" if done.was_there else "was carried"
    say(
        f"all {how}: {counted(tables['people'].rows, 'person', 'people')},"
        f" {counted(tables['neighbourhoods'].rows, 'neighbourhood', 'neighbourhoods')},"
        f" {counted(tables['tasks'].rows, 'request', 'requests')};"
        f" {counted(rows, 'row', 'rows')} of {len(tables)} tables, counted and compared"
    )
    say(f"start the service: it runs on {goal.database_name}, with the same keys, {source.keys}")
    say("backups are made on the server from now on (docs/operating.md, On PostgreSQL)")
    say(
        f"{source.database_file} is as it was, and marked so that nobody runs it by mistake; delete"
        f" it once all is well, within {OLD_COPIES.default.days} days: who is forgotten from now on"
        " is still in it"
    )
