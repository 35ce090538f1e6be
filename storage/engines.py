"""The connections to a database, set up for safety: SQLite in a file, or PostgreSQL."""

from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, create_engine, event, make_url
from sqlalchemy.pool import ConnectionPoolEntry

from storage import one_hop
from storage.connections import AsyncEngine
from storage.discretion import tell_no_values
from storage.failures import (
    CONNECTION_LOST,
    FILE_GONE,
    FILE_REPLACED,
    DatabaseUnavailableError,
    named,
)

POSTGRESQL: Final = "postgresql"
#: What may go on at the same moment on a server is decided by turns (storage/turns.py); within its
#: turn a transaction sees one moment, and fails where somebody changed the same row.
ISOLATION: Final = "REPEATABLE READ"
#: How long a server may take to let somebody in, and to answer, in seconds.
_CONNECT_PATIENCE: Final = 10
_ANSWER_PATIENCE: Final = 120
#: After how many milliseconds the server lets go of somebody who hangs in a transaction.
_HANGS: Final = 7000
#: After how many seconds without a word the server ends the connection of a seat's holder.
IDLE: Final = 6.0
#: More than there are different statements.
_STATEMENTS: Final = 1000
#: Under which name a connection knows its file.
_FILE: Final = "file"
#: The number of the lock of whatever runs on a database: "doorstep" in bytes.
_PLACE: Final = int.from_bytes(b"doorstep")


def is_postgresql(url: str) -> bool:
    """Say whether a URL is that of a PostgreSQL server, rather than a SQLite file."""
    return make_url(url).get_backend_name() == POSTGRESQL


#: How the place on a server is taken: by one service, or by several that share it.
_ALONE: Final = "pg_advisory_lock"
_SHARED: Final = "pg_advisory_lock_shared"


def open_engine(
    url: str,
    busy_timeout: int = 5000,
    *,
    alone: bool = False,
    shares: bool = False,
    ends_when_idle: bool = False,
    checks_references: bool = True,
) -> AsyncEngine:
    """Prepare the connections to a database; no value of a statement ever stands in an error.

    `busy_timeout` is how many milliseconds a writer waits while somebody else holds a lock. A
    server lets in one that is `alone`, or several where each `shares`; for a file that is not seen
    to here. With `ends_when_idle` it ends connections that say nothing for `IDLE` seconds.
    `checks_references` is off only while tables of SQLite are made anew, which references would
    forbid.
    """
    parsed = make_url(url)
    if is_postgresql(url):
        idle = {"idle_session_timeout": f"{IDLE:.0f}s"} if ends_when_idle else {}
        place = _ALONE if alone else _SHARED if shares else None
        return _postgresql(parsed, busy_timeout, place, idle)
    return _sqlite(parsed, busy_timeout, checks_references=checks_references)


def _postgresql(
    url: URL, busy_timeout: int, place: str | None, more: dict[str, str]
) -> AsyncEngine:
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=1,
        max_overflow=1,
        isolation_level=ISOLATION,
        connect_args={
            "async_creator_fn": _enter,
            "timeout": _CONNECT_PATIENCE,
            "command_timeout": _ANSWER_PATIENCE,
            "prepared_statement_cache_size": _STATEMENTS,
            "server_settings": {
                "application_name": "doorstep",
                "synchronous_commit": "on",
                "lock_timeout": str(busy_timeout),
                "jit": "off",
                "timezone": "UTC",
                # Whoever hangs in the middle of something gives way to the others.
                "idle_in_transaction_session_timeout": str(_HANGS),
                # Whoever is gone holds no lock for longer than this.
                "tcp_keepalives_idle": "4",
                "tcp_keepalives_interval": "2",
                "tcp_keepalives_count": "2",
                **more,
            },
        },
    )
    event.listen(engine, "handle_error", tell_no_values)
    if place is not None:
        event.listen(engine, "connect", partial(_take, place))
    return AsyncEngine(engine)


async def _enter(**how: Any) -> Any:
    # Imported only here: whoever keeps a file needs none of it.
    import asyncpg  # type: ignore[import-untyped] # noqa: PLC0415 - it has no types

    try:
        return await asyncpg.connect(**how)
    except asyncpg.PostgresError as error:
        raise named(error) from None
    except OSError:
        raise DatabaseUnavailableError(CONNECTION_LOST) from None


def _take(place: str, connection: Any, _record: object) -> None:
    """Take the lock of the place on a server, for as long as the connection lasts.

    Somebody who is about to end is waited for, as long as for any lock.
    """
    try:
        cursor = connection.cursor()
        cursor.execute(f"SELECT {place}({_PLACE})")
        cursor.close()
        connection.commit()
    except Exception as error:  # noqa: BLE001 - nobody else closes what is refused here
        connection.close()
        raise named(error) from None


def _sqlite(url: URL, busy_timeout: int, *, checks_references: bool) -> AsyncEngine:
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=1,
        max_overflow=1,
        connect_args={
            "async_creator_fn": lambda *_, **__: one_hop.connect(url.database or ":memory:")
        },
    )

    def set_up(connection: Any, record: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout={busy_timeout}",
            "journal_mode=WAL",
            "synchronous=FULL",
            f"foreign_keys={'ON' if checks_references else 'OFF'}",
            "secure_delete=ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()
        path = Path(url.database or "")
        if path.is_file():
            record.info[_FILE] = path, _identity(path)

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", _begin_immediately)
    return AsyncEngine(engine)


def _begin_immediately(connection: Connection) -> None:
    if _FILE in connection.info:
        _refuse_to_write_nowhere(*connection.info[_FILE])
    # A writer that starts as a reader can be refused half-way; one that starts as a writer waits.
    driver = connection.connection.driver_connection
    if not (isinstance(driver, one_hop.OneHopConnection) and driver.begin_at_once()):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another one of the same name."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _refuse_to_write_nowhere(path: Path, opened: tuple[int, int]) -> None:
    """Raise DatabaseUnavailableError where the file that was opened is not in its place any more.

    SQLite would go on writing to it, and all of that would be gone with the end of the process.
    """
    try:
        is_there = _identity(path) == opened
    except OSError:
        raise DatabaseUnavailableError(FILE_GONE) from None
    if not is_there:
        raise DatabaseUnavailableError(FILE_REPLACED)
