"""Rows of any table, each private column of which holds a word that stands nowhere else."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Column, Table, event, select
from sqlalchemy.engine import Engine
from sqlalchemy.sql.dml import UpdateBase

from storage.database import Transaction
from storage.keys_file import KeyGoneError
from storage.tables import Encrypted, metadata
from tests.endurance.marked import marks_in

#: What keeps no state of help: what comes in, what goes out, what somebody is being asked, and
#: where a card hangs that everybody in its group can see.
PASSING: Final = frozenset(
    {"inbox", "outbox", "conversations", "shown_buttons", "card_posts", "overviews"}
)

Key = tuple[Any, ...]
Row = Mapping[str, Any]
Dump = dict[str, dict[Key, Row]]


async def dump(transaction: Transaction, names: Iterable[str]) -> Dump:
    """Return all rows of some tables, by their primary keys."""
    found: Dump = {}
    for name in names:
        table = metadata.tables[name]
        keys = [column.name for column in table.primary_key.columns]
        rows = (await transaction.connection.execute(select(table))).mappings()
        found[name] = {tuple(row[key] for key in keys): dict(row) for row in rows}
    return found


def private_columns(table: Table) -> list[tuple[Column[Any], tuple[str, ...]]]:
    """Return the columns of a table that hold what somebody typed, and what they are bound to."""
    kinds = [(each, each.type) for each in table.columns]
    return [(each, kind.bound_to) for each, kind in kinds if isinstance(kind, Encrypted)]


def words_in(transaction: Transaction, table: str, row: Row) -> set[str]:
    """Return the marked words that a row holds."""
    texts = []
    for column, bound_to in private_columns(metadata.tables[table]):
        try:
            place = [row[name] for name in bound_to]
            opened = transaction.open(row[column.name], f"{table}.{column.name}", *place)
        except (KeyGoneError, UnicodeDecodeError):
            # A picture is no text.
            continue
        texts.append("" if opened is None else opened.reveal())
    return marks_in(texts)


def pointed_at(table: str, row: Row) -> list[tuple[str, int]]:
    """Return what a row points at: tables and numbers of their rows."""
    return [
        (foreign.column.table.name, row[column.name])
        for column in metadata.tables[table].columns
        for foreign in column.foreign_keys
        if row[column.name] is not None
    ]


class Changes:
    """Notes which tables are written to."""

    def __init__(self, engine: Engine) -> None:
        self.tables: set[str] = set()
        event.listen(engine, "before_execute", self._executed)

    def _executed(self, _connection: object, statement: object, *_: object) -> None:
        if isinstance(statement, UpdateBase) and isinstance(statement.table, Table):
            self.tables.add(statement.table.name)
