"""What can be wrong with a database for a while, named without anything that a driver quotes."""

import sqlite3
from typing import Final

from sqlalchemy.exc import DBAPIError

CONNECTION_LOST: Final = "lost"
NOT_LET_IN: Final = "not let in"
MISSING: Final = "missing"
LOCKED: Final = "locked"
#: The file of SQLite is not there any more, or another one stands in its place.
FILE_GONE: Final = "file gone"
FILE_REPLACED: Final = "file replaced"

#: What passes by itself or once somebody has made room; anything else is a mistake of ours.
_OF_SQLITE: Final = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_CANTOPEN: "not openable",
    sqlite3.SQLITE_FULL: "disk full",
    sqlite3.SQLITE_IOERR: "disk failing",
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_NOMEM: "no memory",
    sqlite3.SQLITE_READONLY: "read-only",
}
#: By the beginning of the code that PostgreSQL gives (its manual, appendix A); the longest counts.
_OF_POSTGRESQL: Final = {
    "08": CONNECTION_LOST,
    "25P03": CONNECTION_LOST,  # it hung, and others went on
    "25006": "read-only",  # a stand-by
    "28": NOT_LET_IN,  # the role or its password is not accepted
    "3D": MISSING,  # there is no such database
    "40001": "busy",  # another transaction was in the way
    "40P01": "busy",
    "53": "no memory",
    "53100": "disk full",
    "53300": "busy",  # too many connections
    "55P03": LOCKED,
    "57P": CONNECTION_LOST,  # it was shut down, or is starting
    "58030": "disk failing",
}
#: Another transaction was in the way: the same work is done again at once.
_CONFLICTS: Final = frozenset({"40001", "40P01"})
#: Every reason for which the database may be unavailable.
REASONS: Final = frozenset(
    {*_OF_SQLITE.values(), FILE_GONE, FILE_REPLACED, *_OF_POSTGRESQL.values()}
)


class DatabaseUnavailableError(Exception):
    """The database could not be used (locked, full or gone); the same work may be tried again.

    Its text is one of `REASONS`.
    """


def named(error: Exception) -> Exception:
    """Name the failures that pass by themselves, without anything that SQLAlchemy quotes."""
    if isinstance(error, ConnectionError | TimeoutError):
        # A driver hands on as it is what befalls it on the way to a server.
        return DatabaseUnavailableError(CONNECTION_LOST)
    reason = _reason(error)
    return error if reason is None else DatabaseUnavailableError(reason)


def is_conflict(error: Exception) -> bool:
    """Say whether another transaction was in the way and this one may go through the next time."""
    return _sqlstate(error) in _CONFLICTS


def _reason(error: Exception) -> str | None:
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
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
