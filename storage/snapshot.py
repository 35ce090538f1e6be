"""The whole of a SQLite file as it is at one moment, read while others write to it."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

from storage.migration import revision_in


class DamagedDatabaseError(Exception):
    """The database is not whole."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a SQLite file that is there, and see the same moment of it all the time."""
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    with contextlib.closing(sqlite3.connect(address, uri=True, isolation_level=None)) as file:
        file.execute("PRAGMA busy_timeout=5000")
        # Readers hold up no writer, and see nothing of what is written after they began.
        file.execute("BEGIN")
        yield file


def of_database(path: Path, at_step: Callable[[str], None]) -> tuple[str | None, bytes]:
    """Return the revision of a database, and the bytes of its file; it is looked over for damage.

    In memory, twice its size for a moment: a scheme's file is small, and nothing readable touches a
    disk. Raises DamagedDatabaseError and sqlite3.Error.
    """
    with opened(path) as file:
        revision = revision_in(file)
        check_whole(file)
        at_step("database looked over")
        return revision, file.serialize()


def of_keys(path: Path) -> bytes:
    """Return the bytes of a file of keys; raises sqlite3.Error."""
    with opened(path) as file:
        file.execute("SELECT 1 FROM sqlite_master").fetchone()
        return file.serialize()


def check_whole(file: sqlite3.Connection) -> None:
    """Raise DamagedDatabaseError unless a file is whole."""
    try:
        (found,) = file.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise DamagedDatabaseError from None
    if found != "ok":
        raise DamagedDatabaseError
