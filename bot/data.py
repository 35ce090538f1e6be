"""What is asked of the data before anything is done with it, whether a file or on a server."""

import asyncio
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from bot.configuration import Places
from storage import bots, migration, vault
from storage.engines import open_engine
from storage.failures import (
    CONNECTION_LOST,
    LOCKED,
    MISSING,
    NOT_LET_IN,
    DatabaseUnavailableError,
    named,
)
from storage.keys import Keys
from storage.vault import Misfit

#: What reading the data may raise where it is not as it should be, or not there.
UNREADABLE: Final = (OSError, sqlite3.Error, SQLAlchemyError, DatabaseUnavailableError)
_ON_SERVER: Final = {
    CONNECTION_LOST: "but no server answers there; does it run, and are host and port right?",
    NOT_LET_IN: "which lets nobody in by that name and password; look at both",
    MISSING: "but the server has no database of that name; make it, as with createdb",
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


def cannot_be_used(places: Places, error: Exception | None = None) -> str:
    """Say in one line that the data cannot be used, and what to do."""
    subject = f"DOORSTEP_DATABASE names {places.database_name}"
    if not places.is_on_server:
        return (
            f"{subject}, which cannot be used; is it a database of Doorstep, whole, may this"
            " user write there, and has the disk room?"
        )
    reason = "" if error is None else str(named(error))
    if reason == LOCKED:
        return another_runs(places)
    return f"{subject}, {_ON_SERVER.get(reason, 'which cannot be used; look at the log there')}"


def another_runs(places: Places) -> str:
    """Say that another service runs on the same data."""
    return f"another doorstep runs on {places.database_name}; end it first"


def moved_away(places: Places) -> str | None:
    """Say that the scheme was moved elsewhere and lives on there; None where it was not."""
    if not places.moved_file.exists():
        return None
    return (
        f"{places.database_name} was moved to a server, and the scheme lives on there: set"
        f" DOORSTEP_DATABASE to what {places.moved_file} names (docs/operating.md says how to go"
        " back)"
    )
