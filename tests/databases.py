"""Where the databases of the tests are: files, or on a server that runs for all of the tests.

`pytest --database postgresql` chooses the server. A database is known by the file that it would be,
and lasts until its test has ended or its folder is gone.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, Final

from storage.migration import newest_revision
from storage.tables import metadata
from tests.postgresql import ADDRESS, MADE, Office, address

#: What the databases are, by the word that chooses it.
SQLITE: Final = "sqlite"
POSTGRESQL: Final = "postgresql"
_TABLES: Final = tuple(table.name for table in metadata.sorted_tables)
#: Changes where a test makes, drops or alters a table.
_SHAPE: Final = """
    SELECT count(attname) AS columns, max(attrelid::bigint) AS latest
    FROM pg_attribute JOIN pg_class ON attrelid = pg_class.oid
    WHERE relnamespace = to_regnamespace('public')"""
_END_OTHERS: Final = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
_WITH_ROWS: Final = " UNION ALL ".join(
    f"SELECT '{name}' AS name, pg_relation_size('{name}') AS size WHERE EXISTS (SELECT FROM {name})"  # noqa: S608 - a name of ours
    for name in _TABLES
)
_SEQUENCES: Final = """
    SELECT sequencename AS name, last_value AS reached FROM pg_sequences
    WHERE last_value IS NOT NULL"""
#: Of more than these bytes, rows are not taken out one by one.
_MUCH: Final = 1_000_000


class _OnServer:
    """The databases that one process of the tests has on the server.

    To make one takes long: it is emptied when nobody needs it any more, for whoever is next.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._office = Office(folder)
        self._lent: dict[Path, str] = {}
        self._kept = set[Path]()
        self._free: list[str] = []
        self._made = 0
        self._shape: list[Any] = []

    def url_of(self, path: Path) -> str:
        return address(self._folder, self._name_of(path))

    def _name_of(self, path: Path) -> str:
        if path not in self._lent:
            self._take_back([each for each in self._lent if not each.parent.exists()])
            self._lent[path] = self._free.pop() if self._free else self._make()
        return self._lent[path]

    def _make(self) -> str:
        self._made += 1
        name = f"test_{os.getpid()}_{self._made}"
        self._office.do(f"CREATE DATABASE {name} TEMPLATE {MADE}")
        self._shape = self._shape or self._office.ask(_SHAPE, name)
        return name

    def keep(self, path: Path) -> None:
        self._kept.add(path)

    def lent(self) -> frozenset[Path]:
        return frozenset(self._lent)

    def take_back(self, but: frozenset[Path]) -> None:
        self._take_back([each for each in self._lent if each not in but | self._kept])

    def _take_back(self, paths: list[Path]) -> None:
        for path in paths:
            name = self._lent.pop(path)
            if self._office.ask(_SHAPE, name) == self._shape:
                self._empty(name)
                self._free.append(name)
            else:
                self._office.leave(name)
                self._office.do(f"DROP DATABASE {name} WITH (FORCE)")

    def _empty(self, name: str) -> None:
        self._office.ask(_END_OTHERS, name)
        revision = newest_revision()
        changes = [f"UPDATE alembic_version SET version_num = '{revision}'"]  # noqa: S608 - our own
        for table, size in self._office.ask(_WITH_ROWS, name):
            how = "DELETE FROM {}" if size < _MUCH else "TRUNCATE {} CASCADE"
            changes.append(how.format(table))
        for sequence, _ in self._office.ask(_SEQUENCES, name):
            changes.append(f"SELECT setval('{sequence}', 1, false)")
        self._office.do(";".join(changes), name)

    def copy(self, source: Path, target: Path) -> None:
        """Put into a database what stands in another one."""
        names = self._name_of(source), self._name_of(target)
        self._empty(names[1])
        tables = [table for table, _ in self._office.ask(_WITH_ROWS, names[0])]
        self._office.copy(tables, *names)
        for sequence, reached in self._office.ask(_SEQUENCES, names[0]):
            self._office.do(f"SELECT setval('{sequence}', {reached})", names[1])

    def rows_of(self, path: Path, table: str) -> Sequence[Mapping[str, Any]]:
        return self._office.ask(f"SELECT * FROM {table}", self._name_of(path))  # noqa: S608 - a name of ours

    def do(self, path: Path, statements: Iterable[str]) -> None:
        self._office.do(";".join(statements), self._name_of(path))

    def close(self) -> None:
        self._office.close()


@cache
def _on_server() -> _OnServer:
    return _OnServer(os.environ[ADDRESS])


def is_on_server() -> bool:
    """Say whether the tests run on PostgreSQL."""
    return ADDRESS in os.environ


def url_of(path: Path) -> str:
    """Return the URL of a database; on a server it is there from now on, empty and up to date."""
    return _on_server().url_of(path) if is_on_server() else f"sqlite+aiosqlite:///{path}"


def keep(path: Path) -> None:
    """Let a database outlast its test."""
    if is_on_server():
        _on_server().keep(path)


def fill(file: Path, statements: Iterable[str]) -> None:
    """Fill a database on a server with statements, and let it outlast its test; no file is made."""
    if is_on_server():
        _on_server().do(file, statements)
        keep(file)


def copied(file: Path, folder: Path) -> Path:
    """Copy a database into a folder, as it is at this moment; returns where the copy is."""
    copy = folder / file.name
    if is_on_server():
        _on_server().copy(file, copy)
    else:
        # With its log, if it has one.
        for each in file.parent.glob(f"{file.name}*"):
            shutil.copyfile(each, folder / each.name)
    return copy


def rows_of(file: Path, table: str) -> Sequence[Mapping[str, Any]]:
    """Return the rows of a table as the database keeps them, past everything of ours."""
    if is_on_server():
        return _on_server().rows_of(file, table)
    with closing(sqlite3.connect(file)) as opened:
        opened.row_factory = sqlite3.Row
        rows = opened.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a name of ours
        return [dict(row) for row in rows]


def lent() -> frozenset[Path]:
    """Return the databases that there are on the server now."""
    return _on_server().lent() if is_on_server() else frozenset()


def give_back(but: frozenset[Path]) -> None:
    """Give back the databases of a test that has ended, but those that were there before."""
    if is_on_server():
        _on_server().take_back(but)


def leave_server() -> None:
    """End what this process has on the server."""
    if _on_server.cache_info().currsize:
        _on_server().close()
