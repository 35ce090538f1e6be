"""What waits for a human, read from the state of the tables: how much of it, and page by page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true, tuple_

from storage.database import Transaction
from storage.tables import people, tasks, volunteer_neighbourhoods


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody who looks after something sees; an owner sees `everything`.

    `numbers` are neighbourhoods, `organisations` those whose requests without a neighbourhood are
    seen too (None is the scheme's own).
    """

    numbers: frozenset[int] = frozenset()
    organisations: frozenset[int | None] = frozenset()
    everything: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Where something stands in the order of what waits: its moment of urgency, and its number."""

    at: datetime
    number: int


def sees_task(sight: Sight) -> ColumnElement[bool]:
    """Return the condition under which a row of `tasks` is seen."""
    if sight.everything:
        return true()
    unplaced = and_(
        tasks.c.neighbourhood_id.is_(None), _is_of(tasks.c.organisation_id, sight.organisations)
    )
    return or_(tasks.c.neighbourhood_id.in_(sorted(sight.numbers)), unplaced)


def sees_person(sight: Sight, person: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition under which somebody is seen: by where they live and where they help.

    Somebody of no neighbourhood is the scheme's own.
    """
    if sight.everything:
        return true()
    theirs = volunteer_neighbourhoods
    helps = select(theirs.c.person_id).where(theirs.c.person_id == person)
    lives = select(people.c.id).where(people.c.id == person)
    numbers = sorted(sight.numbers)
    seen: list[ColumnElement[bool]] = [
        helps.where(theirs.c.neighbourhood_id.in_(numbers)).exists(),
        lives.where(people.c.neighbourhood_id.in_(numbers)).exists(),
    ]
    if None in sight.organisations:
        unplaced = lives.where(people.c.neighbourhood_id.is_(None)).exists()
        seen.append(and_(unplaced, ~helps.exists()))
    return or_(*seen)


def sees_place(sight: Sight, neighbourhood: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition under which what belongs to a neighbourhood is seen."""
    return true() if sight.everything else neighbourhood.in_(sorted(sight.numbers))


def _is_of(column: ColumnElement[Any], organisations: Iterable[int | None]) -> ColumnElement[bool]:
    known = sorted(each for each in organisations if each is not None)
    conditions = [column.in_(known)] if known else []
    if None in organisations:
        conditions.append(column.is_(None))
    return or_(*conditions) if conditions else false()


async def counted(transaction: Transaction, waiting: Select[Any]) -> int:
    """Return how many rows wait: `waiting` selects a moment and a number."""
    found: int = await transaction.connection.scalar(
        select(func.count()).select_from(waiting.subquery("waiting"))
    )
    return found


async def page(
    transaction: Transaction, waiting: Select[Any], most: int, after: Mark | None
) -> list[Mark]:
    """Return the next of what waits, most urgent first.

    `waiting` selects a moment and a number, which are its order.
    """
    at, number = waiting.selected_columns
    if after is not None:
        waiting = waiting.where(tuple_(at, number) > tuple_(after.at, after.number))
    result = await transaction.connection.execute(waiting.order_by(at, number).limit(most))
    return [Mark(*row) for row in result]
