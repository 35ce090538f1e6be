"""What can be wrong with a database for a while, named without anything that a driver quotes."""

import errno
import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError

CONNECTION_LOST: Final = "lost"
DISK_FULL: Final = "disk full"
DISK_FAILING: Final = "disk failing"
READ_ONLY: Final = "read-only"
NOT_OPENABLE: Final = "not openable"
BUSY: Final = "busy"
NOT_LET_IN: Final = "not let in"
MISSING: Final = "missing"
LOCKED: Final = "locked"
#: The file of SQLite is not there any more, or another one stands in its place.
FILE_GONE: Final = "file gone"
FILE_REPLACED: Final = "file replaced"

#: What passes by itself or once somebody has made room; anything else is a mistake of ours.
_OF_SQLITE: Final = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_CANTOPEN: NOT_OPENABLE,
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_IOERR: DISK_FAILING,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_NOMEM: "no memory",
    sqlite3.SQLITE_READONLY: READ_ONLY,
}
#: By the beginning of the code that PostgreSQL gives (its manual, appendix A); the longest counts.
_OF_POSTGRESQL: Final = {
    "08": CONNECTION_LOST,
    "25P03": CONNECTION_LOST,  # it hung, and others went on
    "25006": READ_ONLY,  # a stand-by
    "28": NOT_LET_IN,  # the role or its password is not accepted
    "3D": MISSING,  # there is no such database
    "40001": BUSY,  # another transaction was in the way
    "40P01": BUSY,
    "53": "no memory",
    "53100": DISK_FULL,
    "53300": BUSY,  # too many connections
    "55P03": LOCKED,
    "57P": CONNECTION_LOST,  # it was shut down, or is starting
    "58030": DISK_FAILING,
}
#: Another transaction was in the way: the same work is done again at once.
_CONFLICTS: Final = frozenset({"40001", "40P01"})
#: What the machine says of a file that cannot be written: no room, or not allowed.
_OF_MACHINE: Final = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: DISK_FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EIO: DISK_FAILING,
}
#: Stands before a reason where it is the file of the keys that cannot be used.
_KEYS: Final = "keys: "
_OF_DATABASE: Final = frozenset(
    {*_OF_SQLITE.values(), FILE_GONE, FILE_REPLACED, *_OF_POSTGRESQL.values()}
)
#: Every reason for which the data may be unavailable.
REASONS: Final = _OF_DATABASE | {_KEYS + reason for reason in _OF_SQLITE.values()}


class DatabaseUnavailableError(Exception):
    """The data could not be used (locked, full or gone); the same work may be tried again.

    Its text is one of `REASONS`.
    """


class KeysUnavailableError(DatabaseUnavailableError):
    """The file of the keys could not be used: its disk may be another one than that of the data."""

    def __init__(self, reason: str) -> None:
        super().__init__(_KEYS + reason)
        self.reason = reason


def named(error: Exception) -> Exception:
    """Name the failures that pass by themselves, without anything that SQLAlchemy quotes."""
    if isinstance(error, ConnectionError | TimeoutError):
        # A driver hands on as it is what befalls it on the way to a server.
        return DatabaseUnavailableError(CONNECTION_LOST)
    reason = _reason(error)
    if reason is not None and isinstance(error, sqlite3.Error):
        # The database is spoken to through SQLAlchemy, which wraps its errors; the keys are not.
        return KeysUnavailableError(reason)
    return error if reason is None else DatabaseUnavailableError(reason)


def reason_of(error: BaseException | None) -> str | None:
    """Return for what reason a file or a server cannot be used, None where it is another mistake.

    It is one of `REASONS` without what stands before it where it is about the keys.
    """
    match error:
        case KeysUnavailableError():
            return error.reason
        case DatabaseUnavailableError():
            return str(error)
        case OSError() if error.errno in _OF_MACHINE:
            return _OF_MACHINE[error.errno]
        case ConnectionError() | TimeoutError():
            return CONNECTION_LOST
        case OSError():
            return NOT_OPENABLE
        case Exception():
            return _reason(error)
    return None


def is_conflict(error: Exception) -> bool:
    """Say whether another transaction was in the way and this one may go through the next time."""
    return _sqlstate(error) in _CONFLICTS


def _reason(error: Exception) -> str | None:
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
    if code is not None:
        # The lower byte is the kind of failure, the rest its circumstances.
        return _OF_SQLITE.get(code & 0xFF)
    state = _sqlstate(error)
    for length in (5, 3, 2):
        if state is not None and state[:length] in _OF_POSTGRESQL:
            return _OF_POSTGRESQL[state[:length]]
    is_lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return CONNECTION_LOST if is_lost else None


def _sqlstate(error: Exception) -> str | None:
    # As asyncpg raises it, or inside of what SQLAlchemy makes of it.
    found = getattr(error, "sqlstate", None) or getattr(
        getattr(error, "orig", None), "sqlstate", None
    )
    return found if isinstance(found, str) else None
