"""Bringing a database up to date, with a copy kept of an older one."""

import contextlib
import re
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, make_url, text

from storage.engines import is_postgresql, open_engine
from storage.tables import metadata, set_conditions_for_server

if TYPE_CHECKING:
    from alembic.config import Config

    from storage.connections import AsyncConnection

SCRIPTS = Path(__file__).parent / "migrations"
#: The table in which the revision stands.
_VERSION: Final = "alembic_version"
#: How the moment stands in the name of a copy, in UTC.
_MADE = "%Y%m%dT%H%M%S"


class NewerDatabaseError(Exception):
    """The database was written by a newer Doorstep than this one."""


class ForeignDatabaseError(Exception):
    """Another program wrote the database; nothing was changed."""


class BrokenReferenceError(Exception):
    """A migration would leave rows that refer to nothing; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What was done: revisions are None for an empty database; `copy` is where the old one is."""

    before: str | None
    after: str
    copy: Path | None


def _configuration(connection: Connection, keys: Path | None = None) -> "Config":
    # Loaded only where there is something to migrate: it takes as long as all of SQLAlchemy.
    from alembic.config import Config  # noqa: PLC0415 - see above

    configuration = Config()
    configuration.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    configuration.attributes["connection"] = connection
    # Opened only by a migration that finds something to seal.
    configuration.attributes["keys"] = keys
    return configuration


def _revisions() -> list[str]:
    """Return every revision there is, the oldest first: each file is named after its own."""
    return sorted(path.name.partition("_")[0] for path in (SCRIPTS / "versions").glob("*.py"))


def newest_revision() -> str:
    """Return the revision that this version of Doorstep works with."""
    revisions = _revisions()
    if not revisions:
        raise RuntimeError("the package lacks its migrations; install Doorstep again")
    return revisions[-1]


def revision_of(path: Path) -> str | None:
    """Return the revision of a SQLite file, or None where it is empty or missing."""
    if not path.exists():
        return None
    with contextlib.closing(sqlite3.connect(path)) as file:
        return revision_in(file)


def revision_in(file: sqlite3.Connection) -> str | None:
    """Return the revision of an open SQLite file, or None where it is empty.

    Raises ForeignDatabaseError.
    """
    tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
    if _VERSION not in tables:
        if tables:
            raise ForeignDatabaseError
        return None
    found = file.execute("SELECT version_num FROM alembic_version").fetchone()
    return found[0] if found else None


def _keep_copy(path: Path, revision: str, now: datetime) -> Path:
    copy = path.with_name(f"{path.stem}-{revision}-{now.astimezone(UTC):{_MADE}}{path.suffix}")
    _make_closed(copy)
    source, target = sqlite3.connect(path), sqlite3.connect(copy)
    try:
        with source, target:
            source.backup(target)
    except sqlite3.Error:
        # It would take the room that is missing, and be taken for a whole one.
        copy.unlink()
        raise
    finally:
        source.close()
        target.close()
    return copy


def drop_old_copies(path: Path, made_before: datetime) -> None:
    """Delete the copies of older databases beside a SQLite file that were made before a moment."""
    name = re.compile(rf"{re.escape(path.stem)}-\w+-(\d{{8}}T\d{{6}}){re.escape(path.suffix)}")
    for each in path.parent.iterdir():
        found = name.fullmatch(each.name)
        if found and datetime.strptime(f"{found[1]}+0000", f"{_MADE}%z") < made_before:
            for ending in ("", "-wal", "-shm"):
                each.with_name(each.name + ending).unlink(missing_ok=True)


def _make_closed(path: Path) -> None:
    # Closed to others before anything is written into it.
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600)


async def migrate(url: str, now: datetime, keys: Path, revision: str | None = None) -> Migrated:
    """Bring the database to a revision, the newest by default; an older file is copied first.

    `keys` is the file of its keys, for what an older one kept readable. On a server all of it is
    one transaction, and one that is empty is made as it is now, in one go.
    Raises NewerDatabaseError where the database knows a revision that this version does not.
    """
    goal = revision or newest_revision()
    if is_postgresql(url):
        return await _migrate_server(url, goal, keys)
    path = Path(make_url(url).database or "")
    before = revision_of(path)
    _refuse_newer(before)
    if before == goal:
        return Migrated(before, goal, None)
    copy = _keep_copy(path, before, now) if before is not None else None
    _make_closed(path)
    engine = open_engine(url, checks_references=False)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_run, goal, keys)
            await connection.run_sync(_check_references)
    finally:
        await engine.dispose()
    return Migrated(before, goal, copy)


async def _migrate_server(url: str, goal: str, keys: Path) -> Migrated:
    before = await revision_on(url)
    _refuse_newer(before)
    if before == goal:
        return Migrated(before, goal, None)
    # Nobody else uses it meanwhile.
    engine = open_engine(url, alone=True)
    try:
        async with engine.begin() as connection:
            # Another process that starts too may have been faster.
            before = await _revision_on(connection)
            if before == goal:
                return Migrated(before, goal, None)
            if before is None:
                await connection.run_sync(make_whole)
            else:
                await connection.run_sync(_run, goal, keys)
    finally:
        await engine.dispose()
    return Migrated(before, goal, None)


async def revision_on(url: str) -> str | None:
    """Return the revision of a database on a server, or None where it is empty.

    Raises ForeignDatabaseError.
    """
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            return await _revision_on(connection)
    finally:
        await engine.dispose()


async def _revision_on(connection: "AsyncConnection") -> str | None:
    tables = await connection.run_sync(tables_in)
    if _VERSION not in tables:
        if tables:
            raise ForeignDatabaseError
        return None
    return str(await connection.scalar(text("SELECT version_num FROM alembic_version")))


def tables_in(connection: Connection) -> set[str]:
    """Return the names of all tables and views of a database."""
    found = inspect(connection)
    return {*found.get_table_names(), *found.get_view_names()}


def is_known(revision: str) -> bool:
    """Say whether this version knows a revision; if not, a newer one wrote it."""
    return revision in _revisions()


def _refuse_newer(before: str | None) -> None:
    if before is not None and not is_known(before):
        raise NewerDatabaseError


def make_whole(connection: Connection) -> None:
    """Make every table on a server as it is in this version, and note that revision."""
    from alembic import command  # noqa: PLC0415 - see `_configuration`

    set_conditions_for_server()
    metadata.create_all(connection)
    command.stamp(_configuration(connection), "head")


def _run(connection: Connection, goal: str, keys: Path) -> None:
    from alembic import command  # noqa: PLC0415 - see `_configuration`

    if goal == "base":
        command.downgrade(_configuration(connection, keys), goal)
    else:
        command.upgrade(_configuration(connection, keys), goal)


def _check_references(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise BrokenReferenceError
