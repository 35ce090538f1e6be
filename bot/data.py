"""What is asked of the data before anything is done with it, whether a file or on a server."""

import asyncio
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from bot.configuration import Places
from bot.writing import trouble_writing
from storage import bots, migration, vault
from storage.engines import open_engine
from storage.failures import (
    BUSY,
    CONNECTION_LOST,
    DISK_FAILING,
    DISK_FULL,
    FILE_GONE,
    FILE_REPLACED,
    LOCKED,
    MISSING,
    NOT_LET_IN,
    NOT_OPENABLE,
    READ_ONLY,
    DatabaseUnavailableError,
    KeysUnavailableError,
    reason_of,
)
from storage.keys import Keys
from storage.keys_file import why_unusable
from storage.vault import Misfit

#: What reading the data may raise where it is not as it should be, or not there.
UNREADABLE: Final = (
    OSError,
    sqlite3.Error,
    SQLAlchemyError,
    DatabaseUnavailableError,
    migration.ForeignDatabaseError,
)
_CANNOT_WRITE: Final = (
    "which cannot be written; is its disk read-only, and may this user write the file and its"
    " folder?"
)
_OF_OTHERS: Final = (
    "which another program has written; name one of its own, a new file or an empty database"
)
_PERHAPS_FULL: Final = frozenset({DISK_FAILING, NOT_OPENABLE, READ_ONLY})
_HELD: Final = "which another program holds; end it, or wait until it is done"
#: What is said of a file, by the reason for which it cannot be used.
_OF_FILE: Final[Mapping[str | None, str]] = {
    DISK_FULL: "whose disk is full; make room there",
    DISK_FAILING: "whose disk fails, or has no room; look at the disk",
    READ_ONLY: _CANNOT_WRITE,
    NOT_OPENABLE: _CANNOT_WRITE,
    BUSY: _HELD,
    LOCKED: _HELD,
    FILE_GONE: "which is not in its place any more; bring it back",
    FILE_REPLACED: "in whose place there is another file by now; start doorstep run anew",
    None: "which is not a database of Doorstep, or is damaged; name the right one, or restore a"
    " backup",
}
#: What is said of a database on a server.
_ON_SERVER: Final[Mapping[str | None, str]] = {
    CONNECTION_LOST: "but no server answers there; does it run, and are host and port right?",
    NOT_LET_IN: "which lets nobody in by that name and password; look at both",
    MISSING: "but the server has no database of that name; make it, as with createdb",
    DISK_FULL: "but the disk of the server is full; make room there",
    DISK_FAILING: "but the disk of the server fails; look at the log there",
    READ_ONLY: "which can only be read; is it the copy of another server?",
    BUSY: "but the server has no room for one more connection; look at who else uses it",
    None: "which cannot be used; look at the log there",
}


def revision_of(places: Places) -> str | None:
    """Return the revision of the data, or None where there is none; raises UNREADABLE."""
    if places.is_on_server:
        return asyncio.run(migration.revision_on(places.database))
    return migration.revision_of(places.database_file)


@dataclass(frozen=True, slots=True)
class BotsInUse:
    """Bots that are not known, though people or messages wait for them; organisations."""

    gone: tuple[str, ...]
    organisations: frozenset[str]


async def bots_in_use(url: str, known: Collection[str]) -> BotsInUse:
    """Return which bots and organisations the data speak of; raises UNREADABLE."""
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            left = await bots.left_behind(connection.execute, known)
            names = await bots.organisations_known(connection.execute)
            return BotsInUse(tuple(each.bot for each in left), names)
    finally:
        await engine.dispose()


def misfit(places: Places, keys: Keys) -> Misfit | None:
    """Say why keys and data do not belong together; raises UNREADABLE and TornError."""
    if places.is_on_server:
        return asyncio.run(vault.misfit_on(places.database, keys))
    return vault.misfit(places.database_file, keys)


def cannot_be_used(places: Places, error: BaseException | None = None) -> str:
    """Say in one line that the data cannot be used, why, and what to do."""
    subject = f"DOORSTEP_DATABASE names {places.database_name}"
    if isinstance(error, KeysUnavailableError):
        return f"DOORSTEP_KEYS names {places.keys}: {why_unusable(error)}"
    reason = None if error is None else reason_of(error)
    if places.is_on_server and reason == LOCKED:
        return another_runs(places)
    if isinstance(error, migration.ForeignDatabaseError):
        return f"{subject}, {_OF_OTHERS}"
    if not places.is_on_server and places.database_file.is_dir():
        return f"{subject}, which is a folder; name a file in it"
    if not places.is_on_server and reason in _PERHAPS_FULL:
        # SQLite does not always tell one from the other; the disk itself does.
        reason = reason_of(trouble_writing(places.database_file.parent)) or reason
    known = _ON_SERVER if places.is_on_server else _OF_FILE
    said = known.get(reason, known[None])
    return f"{subject}, {said}"


def another_runs(places: Places) -> str:
    """Say that another service runs on the same data."""
    return f"another doorstep runs on {places.database_name}; end it first"


def nothing_of_them(places: Places) -> str:
    """Say that there are keys of people, and nothing where their data should be."""
    return (
        f"DOORSTEP_DATABASE names {places.database_name}, which holds nothing, though there are"
        f" keys of people in {places.keys}; name the database that they belong to (is its disk"
        " there?), or bring their data with doorstep move or restore; to begin anew, put that file"
        " away"
    )


def only_copy(places: Places) -> str:
    """Say that the copy of the keys holds what the keys do not, and may be all that is left."""
    return (
        f"DOORSTEP_KEYS_COPY names {places.keys_copy}, which holds what {places.keys} does not, and"
        " is left as it is; bring those keys back (see docs/operating.md), or put that file away"
    )


def moved_away(places: Places) -> str | None:
    """Say that the scheme was moved elsewhere and lives on there; None where it was not."""
    if not places.moved_file.exists():
        return None
    return (
        f"{places.database_name} was moved to a server, and the scheme lives on there: set"
        f" DOORSTEP_DATABASE to what {places.moved_file} names (docs/operating.md says how to go"
        " back)"
    )
