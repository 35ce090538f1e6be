"""All that is kept about one person, read out of every table for themself: no word of others."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Column, FromClause, Label, Row, Table, select

from storage.about_people import OF_HELPED, OF_PERSON, Part
from storage.database import Transaction
from storage.not_told import DUTIES
from storage.retention import Kept, length
from storage.retention.rules import Rule
from storage.sealed import Sealed
from storage.tables import Encrypted, neighbourhoods, organisations, tasks

#: A value of a row, as it can be written into a file.
Value = str | int | bool | None | list[Any] | datetime | date
#: What stands in the place of a number: the name of what it means.
_NAMES: Final[Mapping[FromClause, Column[Any]]] = {
    neighbourhoods: neighbourhoods.c.name,
    organisations: organisations.c.name,
    tasks: tasks.c.reference,
}
#: What is read beside the columns of a row is labelled so.
_MOMENT: Final = "moment_"
_NAME: Final = "name_of_"


@dataclass(frozen=True, slots=True)
class Going:
    """When some columns of a row go, or the row itself where none is named.

    `at` is None where it counts from something that has not happened yet.
    """

    columns: tuple[str, ...]
    name: str
    days: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One row: what it says, which private columns are there but not told, and when what goes."""

    values: Mapping[str, Value] = field(repr=False)
    withheld: tuple[str, ...]
    going: tuple[Going, ...]


@dataclass(frozen=True, slots=True)
class HeldPart:
    """The rows of one part, the oldest first."""

    part: Part
    rows: tuple[HeldRow, ...]


@dataclass(frozen=True, slots=True)
class HeldData:
    """All that is kept about one person; `duties` say when they did what for the scheme."""

    parts: tuple[HeldPart, ...]
    duties: Mapping[str, tuple[datetime, ...]]

    def without(self, name: str) -> "HeldData":
        """Return the same but for one part."""
        others = tuple(each for each in self.parts if each.part.name != name)
        return HeldData(others, self.duties)

    def rows(self, name: str) -> tuple[HeldRow, ...]:
        """Return the rows of a part, by its name."""
        return next((each.rows for each in self.parts if each.part.name == name), ())


async def of_person(transaction: Transaction, number: int, key: str, kept: Kept) -> HeldData:
    """Return all that is kept about a person."""
    found: dict[str, tuple[datetime, ...]] = {}
    for column, moment in DUTIES.items():
        at = column.table.c[moment]
        result = await transaction.connection.execute(
            select(at).where(column == number, at.is_not(None)).order_by(at)
        )
        moments = tuple(result.scalars())
        if moments:
            found[f"{column.table.name}.{column.name}"] = moments
    return HeldData(await _parts(transaction, OF_PERSON, number, key, kept), found)


async def of_helped(transaction: Transaction, number: int, key: str, kept: Kept) -> HeldData:
    """Return all that is kept about somebody whom another asks for."""
    return HeldData(await _parts(transaction, OF_HELPED, number, key, kept), {})


async def _parts(
    transaction: Transaction, parts: Collection[Part], number: int, key: str, kept: Kept
) -> tuple[HeldPart, ...]:
    made = []
    for part in parts:
        table = part.column.table
        moments = [rule.moment.label(f"{_MOMENT}{at}") for at, rule in enumerate(part.rules)]
        result = await transaction.connection.execute(
            select(table, *moments, *_names(table))
            .where(*part.of(number))
            .order_by(*table.primary_key.columns)
        )
        rows = tuple(_row(transaction, part, row, key, kept) for row in result)
        made.append(HeldPart(part, rows))
    return tuple(made)


def _names(table: Table) -> list[Label[Any]]:
    """Return what the numbers in a table mean, where that has a name."""
    return [
        select(_NAMES[key.column.table])
        .where(key.column == column)
        .scalar_subquery()
        .label(f"{_NAME}{column.name}")
        for column in table.columns
        for key in column.foreign_keys
        if key.column.table in _NAMES and key.column.table is not table
    ]


def _row(transaction: Transaction, part: Part, row: Row[Any], key: str, kept: Kept) -> HeldRow:
    table = part.column.table
    values: dict[str, Value] = {}
    withheld = [name for name in part.withheld if getattr(row, name) is not None]
    for name in part.shows:
        column, value = table.c[name], getattr(row, name)
        if isinstance(value, Sealed):
            if set(value.keys) <= {key}:
                values[name] = _opened(transaction, column, row)
            else:
                # It holds words of somebody else too.
                withheld.append(name)
        elif column.foreign_keys:
            values[name] = getattr(row, f"{_NAME}{name}", value is not None)
        else:
            values[name] = value
    going = (
        _going(rule, row, getattr(row, f"{_MOMENT}{at}"), kept)
        for at, rule in enumerate(part.rules)
    )
    return HeldRow(values, tuple(withheld), tuple(each for each in going if each is not None))


def _opened(transaction: Transaction, column: Column[Any], row: Row[Any]) -> str | None:
    kind = column.type
    assert isinstance(kind, Encrypted)  # noqa: S101 - nothing else gives sealed values
    place = (getattr(row, name) for name in kind.bound_to)
    text = transaction.open(getattr(row, column.name), f"{column.table.name}.{column.name}", *place)
    return None if text is None else text.reveal()


def _going(rule: Rule, row: Row[Any], moment: datetime | None, kept: Kept) -> Going | None:
    """Return when what a rule is about goes; None where it is gone already."""
    if rule.columns and not any(getattr(row, name) for name in rule.columns):
        return None
    period = length(kept, rule.period)
    at = None if moment is None else moment + period
    return Going(rule.columns, rule.period.name, period.days, at)
