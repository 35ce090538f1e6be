"""The kinds of columns and indexes that the tables share."""

from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    DateTime,
    Dialect,
    Index,
    LargeBinary,
    MetaData,
    String,
    TypeDecorator,
    literal_column,
    text,
)

from storage.model import FIRST_BOT
from storage.sealed import Sealed

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def bot_column() -> Column[Any]:
    """Return a column that holds which bot something goes by, as a word that the owner chose."""
    return Column("bot", String(16), nullable=False, server_default=FIRST_BOT)


#: Where an index keeps the condition that it has on PostgreSQL.
_ON_SERVER: Final = "where on a server"


def partial_index(
    name: str,
    *columns: str | ColumnElement[Any],
    where: str,
    on_server: str | None = None,
    unique: bool = False,
) -> Index:
    """Return an index of those rows only of which a condition holds, written as SQL.

    Only a query that has the condition written out as well is answered from it: see `is_literally`.
    `on_server` is the condition as PostgreSQL writes it, where that differs.
    """
    info = {_ON_SERVER: where if on_server is None else on_server}
    return Index(name, *columns, unique=unique, sqlite_where=text(where), info=info)


def is_literally(column: ColumnElement[str], *words: str) -> ColumnElement[bool]:
    """Return the condition that a column holds one of some words of ours, written out in it.

    SQLite does not use a partial index where they are values that are handed in.
    """
    written: list[ColumnElement[str]] = [literal_column(f"'{word}'") for word in words]
    # As the indexes have it: for SQLite, a list of one is another condition than an equals sign.
    return column.in_(written) if len(written) > 1 else column == written[0]


def set_conditions_for_server() -> None:
    """Give the indexes their conditions on PostgreSQL, before any of them is made there.

    To name that database in an index loads all that speaks to it, which files need nothing of.
    """
    for table in metadata.tables.values():
        for index in table.indexes:
            if _ON_SERVER in index.info:
                condition = text(index.info[_ON_SERVER])
                index.dialect_options["postgresql"]["where"] = condition


class Encrypted(TypeDecorator[Sealed]):
    """Bytes that only the key of their person opens; takes `Sealed` and refuses plain text.

    `bound_to` names columns of the same row that never change: what is sealed opens beside the same
    values of these only.
    """

    impl = LargeBinary
    cache_ok = True

    def __init__(self, *bound_to: str) -> None:
        super().__init__()
        self.bound_to = bound_to

    def process_bind_param(self, value: Sealed | None, dialect: Dialect) -> bytes | None:
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError("an encrypted column takes sealed text only")
        return value.blob

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Sealed | None:
        return None if value is None else Sealed(value)


class Moment(TypeDecorator[datetime]):
    """A point in time: aware in Python, kept in UTC; a naive one is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)
