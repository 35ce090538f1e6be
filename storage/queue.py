"""What waits for a human, read from the state of the tables: how much of it, and page by page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, Select, and_, false, func, or_, select, true

from storage.database import Transaction
from storage.tables import expenses, people, tasks, volunteer_neighbourhoods


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody who looks after something sees; an owner sees `everything`.

    `numbers` are neighbourhoods, `organisations` those whose requests without a neighbourhood are
    seen too (None is the scheme's own).
    """

    numbers: frozenset[int] = frozenset()
    organisations: frozenset[int | None] = frozenset()
    everything: bool = False
    #: Whose own things are left out of what is to be decided about: nobody decides for themself.
    party: int | None = None


#: What an owner sees, and what is planned for everybody at once.
EVERYTHING: Final = Sight(everything=True)


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


def is_no_party(sight: Sight) -> ColumnElement[bool]:
    """Return the condition under which whoever looks has no part in a row of `tasks`."""
    if sight.party is None:
        return true()
    return and_(tasks.c.resident_id != sight.party, tasks.c.helper_id.is_distinct_from(sight.party))


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


def sees_expense(sight: Sight) -> ColumnElement[bool]:
    """Return the condition under which a row of `expenses` is seen, joined with its task.

    What was paid before a request was handed over stays with those who looked after it then.
    """
    place = expenses.c.neighbourhood_id
    return or_(and_(place.is_(None), sees_task(sight)), sees_place(sight, place))


def _is_of(column: ColumnElement[Any], organisations: Iterable[int | None]) -> ColumnElement[bool]:
    known = sorted(each for each in organisations if each is not None)
    conditions = [column.in_(known)] if known else []
    if None in organisations:
        conditions.append(column.is_(None))
    return or_(*conditions) if conditions else false()


#: Selects a moment of urgency and a number, of all that waits of one sort and that somebody sees.
Waiting = Callable[[Sight, datetime], Select[Any]]


async def counted(transaction: Transaction, waiting: Waiting, sight: Sight, now: datetime) -> int:
    """Return how many things of a sort wait."""
    found: int = await transaction.connection.scalar(
        select(func.count()).select_from(waiting(sight, now).subquery("waiting"))
    )
    return found


async def page(
    transaction: Transaction,
    waiting: Waiting,
    sight: Sight,
    now: datetime,
    most: int,
    after: Mark | None,
) -> list[Mark]:
    """Return the next things of a sort that wait, most urgent first.

    Where it is a day that makes something urgent, its mark is the beginning of that day.
    """
    statement = waiting(sight, now)
    at, number = statement.selected_columns
    if after is not None:
        moment = after.at.date() if isinstance(at.type, Date) else after.at
        statement = statement.where(or_(at > moment, and_(at == moment, number > after.number)))
    result = await transaction.connection.execute(statement.order_by(at, number).limit(most))
    return [Mark(_moment(row[0]), row[1]) for row in result]


def _moment(at: date) -> datetime:
    return at if isinstance(at, datetime) else datetime.combine(at, time(), UTC)
