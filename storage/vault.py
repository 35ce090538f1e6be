"""Whether the keys and the data belong together, asked before anything is done with either."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import islice
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, func, insert, inspect, literal_column, select

from storage.connections import AsyncConnection
from storage.engines import open_engine
from storage.keys import Keys
from storage.keys_file import KeyGoneError
from storage.sealed import KEY_NAME_BYTES, NONCE_BYTES, Sealed
from storage.tables import Encrypted, metadata, vault

_PROBE: Final = "vault.probe"
_ONLY_ROW: Final = 1
#: Whose rows name a key each, and what is sealed with a key that is renewed often.
_OWNED: Final = ("people", "helped_people")
#: The condition leads to the few of millions that hold anything yet, by an index.
_IN_TRANSIT: Final = (
    ("inbox", "body", "status = 'new'"),
    ("outbox", "payload", "finished_at IS NULL"),
)
#: How many keys are looked for at a time.
_PART: Final = 10_000
#: As much of a sealed value as names the keys of a hundred people.
_HEAD_BYTES: Final = 2 + 100 * KEY_NAME_BYTES


class KeysDoNotFitError(Exception):
    """The keys are not those that the data was sealed with; nothing was changed."""


def fit(database: Path, keys: Keys) -> bool:
    """Say whether keys open what they once sealed in a SQLite file; so where nothing was yet."""
    with contextlib.closing(sqlite3.connect(database)) as file:
        tables = "SELECT 1 FROM sqlite_master WHERE name = 'vault'"
        if file.execute(tables).fetchone() is None:
            return True
        row = file.execute("SELECT probe FROM vault").fetchone()
    return row is None or _opens(Sealed(row[0]), keys)


class Misfit(Enum):
    """Why keys and data do not belong together."""

    #: The keys are those of other data.
    OTHER_KEYS = auto()
    #: The keys are a copy from before the data was last written.
    OLDER_KEYS = auto()
    #: The data is a copy from before somebody was forgotten.
    OLDER_DATA = auto()


def misfit(database: Path, keys: Keys) -> Misfit | None:
    """Say why keys and a SQLite file do not belong together; None where they do."""
    if not database.exists():
        return None
    if not fit(database, keys):
        return Misfit.OTHER_KEYS
    with contextlib.closing(sqlite3.connect(database)) as file:
        owners = (name for table in _OWNED for (name,) in _column(file, table, "key"))
        return _judged(keys, owners, _names(file, _IN_TRANSIT))


async def misfit_on(url: str, keys: Keys) -> Misfit | None:
    """Say why keys and a database on a server do not belong together; None where they do."""
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_misfit_on, keys)
    finally:
        await engine.dispose()


def _misfit_on(connection: Connection, keys: Keys) -> Misfit | None:
    if not inspect(connection).has_table(vault.name):
        return None
    probe = connection.execute(select(vault.c.probe)).scalar_one_or_none()
    if probe is not None and not _opens(probe, keys):
        return Misfit.OTHER_KEYS
    # A part at a time: there may be a million of them.
    in_parts = connection.execution_options(yield_per=_PART)
    owners = (
        name
        for table in _OWNED
        for name in in_parts.execute(select(metadata.tables[table].c.key)).scalars()
    )
    return _judged(keys, owners, _names_on(in_parts))


def _names_on(connection: Connection) -> Iterator[str]:
    for name, column, waits in _IN_TRANSIT:
        sealed = metadata.tables[name].c[column]
        head = func.substr(sealed, 1, _HEAD_BYTES + NONCE_BYTES, type_=sealed.type)
        asked = select(head).where(sealed.is_not(None), literal_column(waits))
        for each in connection.execute(asked).scalars():
            yield from each.keys


def _judged(keys: Keys, owners: Iterator[str], in_transit: Iterator[str]) -> Misfit | None:
    has_destroyed = False
    for some in _parts(owners):
        if keys.lost(some):
            return Misfit.OLDER_KEYS
        # Where somebody is forgotten their row goes first, and only then their key.
        has_destroyed |= keys.is_destroyed(some)
    if any(map(keys.lost, _parts(in_transit))):
        return Misfit.OLDER_KEYS
    return Misfit.OLDER_DATA if has_destroyed else None


def _parts(names: Iterator[str]) -> Iterator[set[str]]:
    while some := set(islice(names, _PART)):
        yield some


def is_readable(database: Path, keys: Keys) -> bool:
    """Say whether there are keys for all that is sealed in a SQLite file; it is read as a whole."""
    columns = [
        (table.name, column.name, f"{column.name} IS NOT NULL")
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Encrypted)
    ]
    with contextlib.closing(sqlite3.connect(database)) as file:
        return not any(map(keys.lost, _parts(_names(file, columns))))


def _names(file: sqlite3.Connection, columns: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    for table, column, where in columns:
        head = f"substr({column}, 1, {_HEAD_BYTES + NONCE_BYTES})"
        for (found,) in _column(file, table, head, where):
            if found is not None:
                yield from Sealed(found).keys


def _column(
    file: sqlite3.Connection, table: str, column: str, where: str = "true"
) -> Iterable[tuple[Any]]:
    if file.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is None:
        return ()
    return file.execute(f"SELECT {column} FROM {table} WHERE {where}")  # noqa: S608 - words of ours


def _opens(probe: Sealed, keys: Keys) -> bool:
    try:
        keys.open(probe, _PROBE, _ONLY_ROW)
    except KeyGoneError:
        return False
    return True


async def prove(connection: AsyncConnection, keys: Keys) -> None:
    """Raise KeysDoNotFitError unless the keys open what they once sealed in this database."""
    probe = (await connection.execute(select(vault.c.probe))).scalar_one_or_none()
    if probe is None:
        sealed = keys.seal(keys.house, "these keys", _PROBE, _ONLY_ROW)
        await connection.execute(insert(vault).values(id=_ONLY_ROW, probe=sealed))
    elif not _opens(probe, keys):
        raise KeysDoNotFitError
