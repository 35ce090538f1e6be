"""Statements that are written once, and run without asking each time what they mean.

To build a statement, to find that the same was compiled before and to wrap its rows takes
SQLAlchemy ten times as long as SQLite takes to carry it out. What every step needs is therefore
built when its module is imported, compiled when it first runs, and handed to the driver as it is:
to that of SQLite here, to that of PostgreSQL in `one_journey.py`. What values and rows look like is
said by the types of the columns, as everywhere.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from sqlalchemy import (
    Delete,
    Dialect,
    Insert,
    Integer,
    Select,
    Table,
    Update,
    bindparam,
    literal_column,
)
from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import visitors
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

from storage.turns import needed_for

Values = Mapping[str, Any]
_Convert = Callable[[Any], Any]
#: Under which name a query takes the number that it returns.
NUMBER: Final = "number_of_query"
_Statement = Select[Any] | Insert | Update | Delete


class Found(IteratorResult[Any]):
    """The rows of a prepared statement, and how many rows it changed."""

    def __init__(self, names: SimpleResultMetaData, rows: Iterable[Any], rowcount: int) -> None:
        super().__init__(names, iter(rows))
        self.rowcount: Final = rowcount


class Prepared:
    """A statement whose values come when it runs, by the names of its `bindparam`s.

    An `insert` without values takes the columns that are named then. A list of unknown length is
    one value, by `dialects.among`. One that `is_exact` has to change one row each time where it is
    run later, together with others.
    """

    def __init__(self, statement: _Statement, *, is_exact: bool = False) -> None:
        self.statement: Final[_Statement] = statement
        #: Where it is exact: the same, which returns a row for each that it changes. Made before
        #: anything is asked of the statement: SQLAlchemy would remember what it returned, also in
        #: the copy that returns something else.
        self.counting: Final = _counting(statement) if is_exact else None
        self.is_select: Final = statement.is_select
        self._compiled: dict[tuple[str, tuple[str, ...]], Compiled] = {}
        #: Beside whom it may run.
        self.turn: Final = needed_for(statement)
        #: The names of the tables whose rows could make a difference to it.
        self.concerns: Final = frozenset(each.name for each in _concerned_by(statement))

    @property
    def changes(self) -> str:
        """The name of the table that it changes."""
        assert not isinstance(self.statement, Select)  # noqa: S101 - that changes nothing
        assert isinstance(self.statement.table, Table)  # noqa: S101 - what else is written to
        return self.statement.table.name

    @cached_property
    def numbered(self) -> "Prepared":
        """The same query, which returns a number that is handed in at the end of each row."""
        assert isinstance(self.statement, Select)  # noqa: S101 - what changes rows is no query
        return Prepared(self.statement.add_columns(bindparam(NUMBER, type_=Integer)))

    def run(self, sqlite: sqlite3.Connection, dialect: Dialect, values: Values) -> Found:
        """Run it in the transaction of a connection; raises SQLAlchemy's DBAPIError."""
        compiled = self.compiled(dialect, values)
        try:
            cursor = sqlite.execute(compiled.sql, compiled.bound(values))
            return compiled.found(cursor.fetchall(), cursor.rowcount)
        except sqlite3.Error as error:
            raise _wrapped(error, dialect) from error

    def run_each(
        self, sqlite: sqlite3.Connection, dialect: Dialect, rows: Sequence[Values]
    ) -> Found:
        """Run it with the values of each row, as `run` does with those of one."""
        compiled = self.compiled(dialect, rows[0])
        bound = map(compiled.bound, rows)
        try:
            if compiled.returns_rows:
                found = [row for each in bound for row in sqlite.execute(compiled.sql, each)]
                return compiled.found(found, len(found))
            changed = sqlite.executemany(compiled.sql, bound).rowcount
        except sqlite3.Error as error:
            raise _wrapped(error, dialect) from error
        return compiled.found([], changed)

    def compiled(self, dialect: Dialect, values: Values) -> "Compiled":
        """Return it as the driver of a database takes it, with the values that are named."""
        given = tuple(values)
        found = self._compiled.get((dialect.name, given))
        if found is None:
            found = Compiled(self.statement, dialect, given)
            self._compiled[dialect.name, given] = found
        return found


class Compiled:
    """A statement as a driver takes it, with what turns our values into its own and back."""

    def __init__(self, statement: _Statement, dialect: Dialect, given: Sequence[str]) -> None:
        keys = None if isinstance(statement, Select) else list(given)
        # Otherwise PostgreSQL would return the number of each row that is added.
        compiled = statement.compile(dialect=dialect, column_keys=keys, for_executemany=True)
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - what else compiles a statement
        # Written out as far as it can be: lists that always are the same have their places here.
        whole = compiled.construct_expanded_state(dict.fromkeys(given))
        self.sql: Final = whole.statement
        columns = statement.exported_columns
        self._names: Final = SimpleResultMetaData([str(each) for each in columns.keys()])  # noqa: SIM118 - no dict
        self._from_rows: Final = [
            (place, convert)
            for place, column in enumerate(columns)
            if (convert := _converter(column.type, dialect)) is not None
        ]
        self.returns_rows: Final = bool(columns)
        self._always: Final[list[Any]] = []
        self._given: Final[list[tuple[int, str, _Convert | None]]] = []
        kinds = {name: each.type for name, each in compiled.binds.items()}
        for name, places in whole.parameter_expansion.items():
            kinds |= dict.fromkeys(places, kinds[name])
        for place, name in enumerate(whole.positiontup or ()):
            convert = kinds[name].dialect_impl(dialect).bind_processor(dialect)
            if name in given:
                self._given.append((place, name, convert))
                self._always.append(None)
            else:
                value = whole.parameters[name]
                self._always.append(value if convert is None else convert(value))

    def bound(self, values: Values) -> list[Any]:
        """Return values as the driver takes them, in their order."""
        bound = self._always.copy()
        for place, name, convert in self._given:
            bound[place] = values[name] if convert is None else convert(values[name])
        return bound

    def found(self, rows: list[Any], rowcount: int) -> Found:
        """Return rows of the driver as ours."""
        return Found(self._names, map(self._row, rows) if self._from_rows else rows, rowcount)

    def _row(self, found: Sequence[Any]) -> tuple[Any, ...]:
        row = list(found)
        for place, convert in self._from_rows:
            row[place] = convert(row[place])
        return tuple(row)


def _counting(statement: _Statement) -> Prepared:
    assert isinstance(statement, Update | Delete)  # noqa: S101 - what else changes rows
    return Prepared(statement.returning(literal_column("1")))


def _converter(kind: TypeEngine[Any], dialect: Dialect) -> _Convert | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _concerned_by(statement: _Statement) -> Iterator[Table]:
    """Return what a statement names, and what is bound by references to what it changes."""
    yield from (each for each in visitors.iterate(statement) if isinstance(each, Table))
    if not isinstance(statement, Select):
        changed = statement.table
        assert isinstance(changed, Table)  # noqa: S101 - what else is written to
        yield changed
        yield from (foreign.column.table for foreign in changed.foreign_keys)
        yield from (
            other
            for other in changed.metadata.tables.values()
            if any(foreign.references(changed) for foreign in other.foreign_keys)
        )


def _wrapped(error: sqlite3.Error, dialect: Dialect) -> BaseException:
    """Return an error of the driver as SQLAlchemy raises it, without statement and values."""
    return DBAPIError.instance(
        None, None, error, sqlite3.Error, hide_parameters=True, dialect=dialect
    )
