"""Whether the keys and the data belong together, asked before anything is done with either."""

import contextlib
import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.keys import Keys
from storage.keys_file import KeyGoneError
from storage.sealed import Sealed
from storage.tables import vault

_PROBE: Final = "vault.probe"
_ONLY_ROW: Final = 1


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
