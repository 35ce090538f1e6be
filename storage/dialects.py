"""What SQLite and PostgreSQL say differently, and nowhere else: the same meaning on both.

Everything that is built here is compiled for the database on which it runs.
"""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    JSON,
    Boolean,
    ColumnElement,
    Dialect,
    FromClause,
    Integer,
    LargeBinary,
    String,
    TypeDecorator,
    bindparam,
    column,
    literal,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite.dml import OnConflictDoNothing, OnConflictDoUpdate
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType, TypeEngine

#: SQLAlchemy has one for each database; this one is compiled for PostgreSQL just the same.
insert: Final = sqlite.insert


class JsonList(TypeDecorator[Any]):
    """A list that can be compared on both: PostgreSQL's plain JSON cannot."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return super().load_dialect_impl(dialect)
        # Loaded by whoever is on a server: whoever keeps a file needs none of it.
        from sqlalchemy.dialects.postgresql import JSONB  # noqa: PLC0415 - see above

        return dialect.type_descriptor(JSONB())


class _Numbers(JsonList):
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return super().load_dialect_impl(dialect)
        from sqlalchemy.dialects.postgresql import ARRAY  # noqa: PLC0415 - as above

        return dialect.type_descriptor(ARRAY(Integer))


class _Holds(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True


class _Among(FunctionElement[Any]):
    # As a boolean it would be compared with 1, and no index be used for it.
    type = NullType()
    inherit_cache = True


class _Month(FunctionElement[str]):
    type = String()
    inherit_cache = True


class _HoursBegun(FunctionElement[int]):
    type = Integer()
    inherit_cache = True


class _EachOf(FunctionElement[Any]):
    inherit_cache = True


def among(whole: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """Return the condition that a number is one of a list, which is given as one value by name."""
    return _Among(whole, bindparam(name, type_=_Numbers))


def holds_bytes(sealed: ColumnElement[Any], part: bytes) -> ColumnElement[bool]:
    """Return the condition that some bytes stand anywhere in a column of bytes."""
    return _Holds(sealed, literal(part, LargeBinary))


def month_of(moment: ColumnElement[datetime]) -> ColumnElement[str]:
    """Return the month of a moment in UTC, as in `2026-03`."""
    return _Month(moment)


def hours_begun(start: ColumnElement[datetime], end: ColumnElement[datetime]) -> ColumnElement[int]:
    """Return the hours from one moment to a later one, of which the last has only begun.

    What is over a whole hour by less than half a second begins no other.
    """
    return _HoursBegun(start, end)


def each_of(values: ColumnElement[Any]) -> FromClause:
    """Return the strings of a column of JSON lists as rows of one column, `value`."""
    return _EachOf(values).table_valued(column("value", String))


@compiles(OnConflictDoNothing, "postgresql")
@compiles(OnConflictDoUpdate, "postgresql")
def _on_conflict_on_postgresql(
    element: OnConflictDoNothing | OnConflictDoUpdate, compiler: SQLCompiler, **more: Any
) -> str:
    # Only PostgreSQL can name a constraint in the place of columns; nobody here does.
    element.constraint_target = None  # type: ignore[union-attr] # of PostgreSQL's own class
    visit = getattr(compiler, f"visit_{element.__visit_name__}")
    return str(visit(element, **more))


@compiles(_Holds, "sqlite")
def _holds_on_sqlite(element: _Holds, compiler: SQLCompiler, **more: Any) -> str:
    return f"instr({compiler.process(element.clauses, **more)}) > 0"


@compiles(_Holds, "postgresql")
def _holds_on_postgresql(element: _Holds, compiler: SQLCompiler, **more: Any) -> str:
    sealed, part = (compiler.process(each, **more) for each in element.clauses)
    return f"position({part} in {sealed}) > 0"


@compiles(_Among, "sqlite")
def _among_on_sqlite(element: _Among, compiler: SQLCompiler, **more: Any) -> str:
    whole, numbers = (compiler.process(each, **more) for each in element.clauses)
    return f"({whole} IN (SELECT value FROM json_each({numbers})))"  # noqa: S608 - of the compiler


@compiles(_Among, "postgresql")
def _among_on_postgresql(element: _Among, compiler: SQLCompiler, **more: Any) -> str:
    whole, numbers = (compiler.process(each, **more) for each in element.clauses)
    return f"({whole} = ANY({numbers}))"


@compiles(_Month, "sqlite")
def _month_on_sqlite(element: _Month, compiler: SQLCompiler, **more: Any) -> str:
    return f"strftime('%Y-%m', {compiler.process(element.clauses, **more)})"


@compiles(_Month, "postgresql")
def _month_on_postgresql(element: _Month, compiler: SQLCompiler, **more: Any) -> str:
    return f"to_char({compiler.process(element.clauses, **more)}, 'YYYY-MM')"


@compiles(_HoursBegun, "sqlite")
def _hours_on_sqlite(element: _HoursBegun, compiler: SQLCompiler, **more: Any) -> str:
    start, end = (compiler.process(each, **more) for each in element.clauses)
    # Days are no whole numbers in a computer: a whole hour may come out a little longer.
    seconds = f"((julianday({end}) - julianday({start})) * 86400)"
    return f"(CAST(({seconds} - 0.5) / 3600 AS INTEGER) + 1)"


@compiles(_HoursBegun, "postgresql")
def _hours_on_postgresql(element: _HoursBegun, compiler: SQLCompiler, **more: Any) -> str:
    start, end = (compiler.process(each, **more) for each in element.clauses)
    return f"(CAST(trunc((extract(epoch from {end} - {start}) - 0.5) / 3600) AS INTEGER) + 1)"


@compiles(_EachOf, "sqlite")
def _each_on_sqlite(element: _EachOf, compiler: SQLCompiler, **more: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **more)})"


@compiles(_EachOf, "postgresql")
def _each_on_postgresql(element: _EachOf, compiler: SQLCompiler, **more: Any) -> str:
    return f"jsonb_array_elements_text({compiler.process(element.clauses, **more)})"
