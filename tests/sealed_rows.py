"""What is sealed in a database, as whoever takes it finds it there, and what keys open of it."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Table

from storage.keys import Keys
from storage.keys_file import KeyGoneError
from storage.resealing import private_columns
from storage.sealed import Sealed, Value
from storage.tables import Moment, metadata
from tests.databases import rows_of

#: What is nobody's own: where groups are, whether keys and data belong together.
NOBODYS: Final = {"chats.address", "vault.probe"}


def sealed_in(
    file: Path, tables: Collection[Table] = metadata.sorted_tables
) -> Iterator[tuple[str, Sealed, tuple[Value, ...]]]:
    """Yield all that is sealed in a database: its column, itself, and what it is bound to."""
    for table in tables:
        moments = {each.name for each in table.columns if isinstance(each.type, Moment)}
        for row in rows_of(file, table.name):
            for column, bound_to in private_columns(table):
                if row[column.name] is not None:
                    bound = tuple(_read(row[name], name in moments) for name in bound_to)
                    yield f"{table.name}.{column.name}", Sealed(row[column.name]), bound


def _read(value: Any, is_moment: bool) -> Value:
    if is_moment and value is not None:
        # A file holds it as text, and neither database says that it is UTC.
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        value = moment.replace(tzinfo=UTC)
    kept: Value = value
    return kept


def opened_in(file: Path, keys: Keys) -> dict[str, list[bytes]]:
    """Return all that some keys open of a database, by its column."""
    found: dict[str, list[bytes]] = {}
    for column, sealed, bound in sealed_in(file):
        try:
            found.setdefault(column, []).append(keys.open_bytes(sealed, column, *bound))
        except KeyGoneError:
            continue
    return {column: words for column, words in found.items() if words}
