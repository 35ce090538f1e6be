"""A PostgreSQL server for a run of the tests: started by itself, in a folder of its own."""

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import asyncpg  # type: ignore[import-untyped] # it has no types
import pytest

from storage.migration import migrate
from tests.clock import BEGINNING

#: Where a run with several workers tells them of the server.
ADDRESS: Final = "TEST_POSTGRESQL"
ROLE: Final = "doorstep"
#: A database that was just made, to be copied.
MADE: Final = "made"
#: Nobody minds what of this is lost.
CARELESS: Final[Mapping[str, str]] = {
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "autovacuum": "off",
}
_PATIENCE: Final = 30.0


def _program(name: str) -> str:
    """Return where a program of the server is; the newest where there are several."""
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    found = shutil.which(name) or next(map(str, newest), None)
    if found is None:
        raise pytest.UsageError(
            f"PostgreSQL is not on this machine ({name} was not found); install it, as with"
            " apt-get install postgresql"
        )
    return found


def _user() -> dict[str, Any]:
    """Return as whom the server runs: it refuses to be root."""
    if os.geteuid() != 0:
        return {}
    names = {each.pw_name: each for each in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


class Server:
    """A server that runs; `folder` holds its data and the socket at which it is reached."""

    def __init__(self, folder: Path, settings: Mapping[str, str] = CARELESS) -> None:
        self.folder = folder
        self._settings = settings
        self._user = _user()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """The process of the server."""
        assert self._process is not None
        return self._process

    def make(self) -> None:
        """Make the folder of its data."""
        if self._user:
            os.chown(self.folder, self._user["user"], self._user["group"])
        asked = [_program("initdb"), "-D", str(self.folder / "data"), "-U", ROLE]
        subprocess.run(  # noqa: S603 - our own words
            [*asked, "-A", "trust", "-N", "-E", "UTF8", "--locale=C"],
            check=True,
            capture_output=True,
            cwd="/",
            **self._user,
        )

    def start(self) -> None:
        """Start it and wait until it answers."""
        settings = [f"{name}={value}" for name, value in self._settings.items()]
        asked = [_program("postgres"), "-D", str(self.folder / "data"), "-k", str(self.folder)]
        asked += ["-c", "listen_addresses=", *(each for one in settings for each in ("-c", one))]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - our own words
                asked, stdout=log, stderr=log, cwd="/", **self._user
            )
        latest = time.monotonic() + _PATIENCE
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > latest:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.05)

    def _answers(self) -> bool:
        asked = [_program("pg_isready"), "-q", "-h", str(self.folder)]
        return subprocess.run(asked, check=False).returncode == 0  # noqa: S603 - our own words

    def stop(self) -> None:
        """End it, by its own process."""
        if self._process is not None:
            self._process.send_signal(2)
            self._process.wait(_PATIENCE)
            self._process = None

    def address(self, name: str) -> str:
        """Return the URL of a database on it."""
        return address(str(self.folder), name)


def address(folder: str, name: str) -> str:
    """Return the URL of a database on a server that is reached in a folder."""
    return f"postgresql+asyncpg://{ROLE}@/{name}?host={folder}"


@contextmanager
def running() -> Iterator[Server]:
    """Run a server with a database on it that was just made."""
    folder = Path(tempfile.mkdtemp(prefix="doorstep-postgresql-"))
    server = Server(folder)
    try:
        server.make()
        server.start()
        office = Office(str(folder))
        office.open()
        office.do(f"CREATE DATABASE {MADE}")
        office.close()
        asyncio.run(migrate(server.address(MADE), BEGINNING, folder / "keys"))
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Office:
    """Makes databases and drops them, from wherever a test is: in a loop or outside of one."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def open(self) -> None:
        """Connect to the server."""
        self._thread.start()
        self._connection: Any = self._wait(
            asyncpg.connect(host=self.folder, user=ROLE, database="postgres")
        )

    def close(self) -> None:
        """End the connection."""
        self._wait(self._connection.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    def do(self, statement: str) -> None:
        """Run a statement outside of any transaction."""
        self._wait(self._connection.execute(statement))
