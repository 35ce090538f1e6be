"""What the register of kept things is made of, and how what is over is dropped: a few at a time."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    Delete,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    or_,
    select,
    update,
)

from storage.database import Transaction
from storage.dialects import JsonList
from storage.retention.periods import Period

#: How many rows of a kind are dropped in one transaction: few enough to hold up nobody.
BATCH: Final = 200
#: The primary keys of rows.
Keys = list[tuple[Any, ...]]
#: What has to be done in the database before some rows are dropped.
Before = Callable[[Transaction, Keys, datetime], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is kept: `columns` of a table, or its rows as a whole where none is named.

    `what`, `why` and `since` are said in docs/kept.md; `since` is what `period` counts from.
    """

    table: Table
    what: str
    why: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stays(Entry):
    """What is kept until something is done about it: `until` says what."""

    until: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere(Entry):
    """What goes after a period, by other means than a sweep: `by` says where in the code."""

    since: str
    period: Period
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Entry):
    """What is swept once `period` is over since `moment`: rows are deleted, columns emptied.

    Only rows of which `where` holds are; none where one of `parties` is held for safeguarding.
    `noted` is a column that then says when it was done.
    """

    since: str
    period: Period
    moment: ColumnElement[Any]
    where: tuple[ColumnElement[bool], ...] = ()
    parties: tuple[ColumnElement[Any], ...] = ()
    noted: str | None = None
    before: Before | None = None


async def sweep(
    transaction: Transaction,
    rule: Rule,
    now: datetime,
    ended_before: object,
    held: Collection[int] = (),
) -> Keys:
    """Drop some of what a rule says is over, the oldest first, and return the keys of its rows.

    That is what counts from `ended_before` or earlier; `held` are the people held for safeguarding.
    As many as `BATCH` says that there may be more.
    """
    keys = list(rule.table.primary_key.columns)
    result = await transaction.connection.execute(
        select(*keys)
        .where(rule.moment <= ended_before, *rule.where, *_free(rule, held))
        .order_by(rule.moment)
        .limit(BATCH)
    )
    found = [tuple(row) for row in result]
    if not found:
        return found
    if rule.before is not None:
        await rule.before(transaction, found, now)
    # Row by row: to find several of a key of two columns, SQLite looks through the whole table.
    names = [f"key_{key.name}" for key in keys]
    this = and_(*(key == bindparam(name) for key, name in zip(keys, names, strict=True)))
    change: Update | Delete = (
        update(rule.table).where(this).values(_emptied(rule, now))
        if rule.columns
        else delete(rule.table).where(this)
    )
    rows = [dict(zip(names, each, strict=True)) for each in found]
    await transaction.connection.execute(change, rows)
    return found


def _free(rule: Rule, held: Collection[int]) -> list[ColumnElement[bool]]:
    if not held:
        return []
    numbers = sorted(held)
    return [or_(party.is_(None), party.not_in(numbers)) for party in rule.parties]


def _emptied(rule: Rule, now: datetime) -> dict[str, object]:
    values = {name: _nothing(rule.table.c[name]) for name in rule.columns}
    return values if rule.noted is None else {**values, rule.noted: now}


def _nothing(column: Column[Any]) -> object:
    return [] if isinstance(column.type, JsonList) and not column.nullable else None
