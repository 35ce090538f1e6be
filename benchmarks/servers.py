"""Servers that bots keep their state on, begun and ended here, each in a folder of its own."""

import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

import asyncpg  # type: ignore[import-untyped] # it has no types
import pytest
from sqlalchemy import make_url

from tests.postgresql import Server, find_programs

#: In seconds: what a server may take to answer.
PATIENCE: Final = 30.0
#: As a careful administrator sets it on a small machine: every commit is on disk.
DURABLE: Final[Mapping[str, str]] = {
    "fsync": "on",
    "synchronous_commit": "on",
    "max_connections": "50",
    "shared_buffers": "256MB",
    "max_wal_size": "4GB",
}


class MissingServerError(Exception):
    """A program is not on this machine; the message says how to get it."""


@contextmanager
def postgresql(folder: Path) -> Iterator[Server]:
    """Run a server, on the data that a folder holds already, where it holds some."""
    server = Server(folder, DURABLE)
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()


def has_postgresql() -> bool:
    """Say whether PostgreSQL is on this machine."""
    try:
        find_programs()
    except pytest.UsageError:
        return False
    return True


@contextmanager
def redis() -> Iterator[str]:
    """Run a Redis as it comes, and return its URL; raises MissingServerError."""
    program = shutil.which("redis-server")
    if program is None:
        raise MissingServerError(
            "redis-server is not on this machine; install it, as with apt-get install redis-server"
        )
    with tempfile.TemporaryDirectory(prefix="doorstep-redis-") as folder:
        path = Path(folder) / "socket"
        asked = [program, "--port", "0", "--unixsocket", str(path), "--dir", folder]
        process = subprocess.Popen(asked, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
        try:
            _until_answers(path, process)
            yield f"unix://{path}"
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def _until_answers(path: Path, process: "subprocess.Popen[bytes]") -> None:
    latest = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < latest:
        with (
            suppress(FileNotFoundError, ConnectionRefusedError),
            closing(socket.socket(socket.AF_UNIX)) as line,
        ):
            line.connect(str(path))
            return
        time.sleep(0.02)
    raise MissingServerError("redis-server was begun and does not answer")


async def execute(url: str, *statements: str) -> None:
    """Run statements on a PostgreSQL server, outside of any transaction."""
    connection = await connect(url)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def connect(url: str) -> Any:
    """Connect to a database on a PostgreSQL server, by SQLAlchemy's URL."""
    at = make_url(url)
    return await asyncpg.connect(host=at.query["host"], user=at.username, database=at.database)
