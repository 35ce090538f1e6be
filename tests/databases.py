"""Where the databases of the tests are: files, or on a server that runs for all of the tests.

`pytest --database postgresql` chooses the server. A database is known by the file that it would be.
"""

import os
from hashlib import sha256
from pathlib import Path
from typing import Final

from tests.postgresql import ADDRESS, MADE, Office, address

#: What the databases are, by the word that chooses it.
SQLITE: Final = "sqlite"
POSTGRESQL: Final = "postgresql"


class _OnServer:
    """The databases that a test has on the server; they go with its end."""

    def __init__(self) -> None:
        self._office: Office | None = None
        self._names: set[str] = set()

    def url_of(self, folder: str, path: Path) -> str:
        name = f"test_{sha256(str(path).encode()).hexdigest()[:16]}"
        if name not in self._names:
            self._names.add(name)
            self._opened(folder).do(f"CREATE DATABASE {name} TEMPLATE {MADE}")
        return address(folder, name)

    def _opened(self, folder: str) -> Office:
        if self._office is None:
            self._office = Office(folder)
            self._office.open()
        return self._office

    def drop_all(self) -> None:
        while self._names and self._office is not None:
            self._office.do(f"DROP DATABASE IF EXISTS {self._names.pop()} WITH (FORCE)")

    def close(self) -> None:
        office, self._office = self._office, None
        if office is not None:
            office.close()


on_server: Final = _OnServer()


def is_on_server() -> bool:
    """Say whether the tests run on PostgreSQL."""
    return ADDRESS in os.environ


def url_of(path: Path) -> str:
    """Return the URL of a database; on a server it is there from now on, empty and up to date."""
    folder = os.environ.get(ADDRESS)
    return f"sqlite+aiosqlite:///{path}" if folder is None else on_server.url_of(folder, path)
