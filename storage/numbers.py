"""How much was asked for and done in a stretch of time, counted without a name.

What is counted are the tasks that were asked for in it, as they stand now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true

from storage.call_out_recipients import Answer
from storage.call_outs import Standing
from storage.checks import checked_on
from storage.database import Transaction
from storage.dialects import hours_begun
from storage.fates import Fate
from storage.model import ClosedAs, Kind, Stage, Status
from storage.queue import Sight, sees_place, sees_task
from storage.tables import (
    call_out_places,
    call_out_recipients,
    call_outs,
    reveals,
    tasks,
    volunteer_neighbourhoods,
    volunteers,
)

#: With these a call-out came to somebody, or may have.
_CALLED: Final = (Fate.SENT, Fate.UNKNOWN, Fate.JOINED)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What somebody sees, and from when until before when, by the clock of those places."""

    start: datetime
    end: datetime
    sight: Sight


@dataclass(frozen=True, slots=True)
class Asked:
    """How many tasks of a kind were asked for in a place, and how they stand.

    `organisation_id` is whose they are where they have no neighbourhood yet, or were handed over.
    """

    kind: Kind
    neighbourhood_id: int | None
    organisation_id: int | None
    status: Status
    closed_as: ClosedAs | None
    number: int


@dataclass(frozen=True, slots=True)
class Waited:
    """How many tasks of a kind somebody first took within so many hours, the last one begun."""

    kind: Kind
    neighbourhood_id: int | None
    organisation_id: int | None
    hours: int
    number: int


@dataclass(frozen=True, slots=True)
class Volunteering:
    """How many volunteers there are, are new, are checked, and took something."""

    there: int
    new: int
    checked: int
    active: int


@dataclass(frozen=True, slots=True)
class Called:
    """How many people were called by how many call-outs, and what came of it."""

    call_outs: int
    wanted: int
    with_place: int
    on_reserve: int
    others: int


async def asked(transaction: Transaction, stretches: Sequence[Stretch]) -> list[Asked]:
    """Return how many tasks were asked for, by kind, place and how they stand."""
    groups = (
        tasks.c.kind,
        tasks.c.neighbourhood_id,
        tasks.c.organisation_id,
        tasks.c.status,
        tasks.c.closed_as,
    )
    result = await transaction.connection.execute(
        select(*groups, func.count()).where(_asked_in(stretches)).group_by(*groups)
    )
    return [
        Asked(
            Kind(kind),
            place,
            organisation,
            Status(status),
            None if closed_as is None else ClosedAs(closed_as),
            number,
        )
        for kind, place, organisation, status, closed_as, number in result
    ]


async def waited(transaction: Transaction, stretches: Sequence[Stretch]) -> list[Waited]:
    """Return how long tasks waited until somebody first took them, by kind and place.

    Weekly help that its volunteer had from the beginning has not waited.
    """
    first = (
        select(func.min(reveals.c.at))
        .where(reveals.c.task_id == tasks.c.id, reveals.c.stage == Stage.CLAIMED)
        .scalar_subquery()
    )
    each = (
        select(
            tasks.c.kind,
            tasks.c.neighbourhood_id,
            tasks.c.organisation_id,
            tasks.c.created_at,
            first.label("taken_at"),
        )
        .where(_asked_in(stretches))
        .subquery("each")
    )
    hours = hours_begun(each.c.created_at, each.c.taken_at)
    groups = (each.c.kind, each.c.neighbourhood_id, each.c.organisation_id, hours)
    result = await transaction.connection.execute(
        select(*groups, func.count()).where(each.c.taken_at > each.c.created_at).group_by(*groups)
    )
    return [Waited(Kind(row[0]), *row[1:]) for row in result]


def _asked_in(stretches: Sequence[Stretch]) -> ColumnElement[bool]:
    return _within(tasks.c.created_at, stretches, sees_task)


def _within(
    at: ColumnElement[datetime],
    stretches: Sequence[Stretch],
    sees: Any,
) -> ColumnElement[bool]:
    """Return the condition that something is seen and lies in the stretch of its place."""
    # One range around all of them, so that an index finds it.
    start, end = min(each.start for each in stretches), max(each.end for each in stretches)
    theirs = [and_(at >= each.start, at < each.end, sees(each.sight)) for each in stretches]
    return and_(at >= start, at < end, or_(*theirs))


async def volunteering(
    transaction: Transaction, stretches: Sequence[Stretch], today: date
) -> Volunteering:
    """Return how many help in what is seen, are new, are checked today, and took something."""
    person = volunteers.c.person_id
    is_new = _within(volunteers.c.created_at, stretches, _helps_in)
    is_checked = and_(*checked_on(person, today))
    result = await transaction.connection.execute(
        select(func.count(), func.count(case((is_new, 1))), func.count(case((is_checked, 1))))
        .select_from(volunteers)
        .where(or_(*(_helps_in(each.sight) for each in stretches)))
    )
    there, new, checked = result.one()
    active = await transaction.connection.scalar(_active(stretches))
    return Volunteering(there, new, checked, active)


def _active(stretches: Sequence[Stretch]) -> Select[Any]:
    return (
        select(func.count(reveals.c.person_id.distinct()))
        .select_from(tasks)
        .join(reveals, reveals.c.task_id == tasks.c.id)
        .where(_asked_in(stretches), reveals.c.stage == Stage.CLAIMED)
    )


def _helps_in(sight: Sight) -> ColumnElement[bool]:
    if sight.everything:
        return true()
    theirs = volunteer_neighbourhoods
    return volunteers.c.person_id.in_(
        select(theirs.c.person_id).where(sees_place(sight, theirs.c.neighbourhood_id))
    )


async def called(transaction: Transaction, stretches: Sequence[Stretch]) -> Called:
    """Return what came of the call-outs that were sent."""
    counts = (func.count(call_outs.c.id.distinct()), func.sum(call_out_places.c.wanted))
    result = await transaction.connection.execute(_sent(counts, call_out_places, stretches))
    number, wanted = result.one()
    answer, has_place = call_out_recipients.c.answer, call_out_recipients.c.has_place
    is_others = and_(answer.is_distinct_from(Answer.YES), ~has_place)
    people = (
        func.count(case((has_place, 1))),
        func.count(case((and_(answer == Answer.YES, ~has_place), 1))),
        func.count(case((is_others, 1))),
    )
    came = or_(call_out_recipients.c.fate.in_(_CALLED), answer.is_not(None))
    statement = _sent(people, call_out_recipients, stretches).where(came)
    with_place, on_reserve, others = (await transaction.connection.execute(statement)).one()
    return Called(number, wanted or 0, with_place, on_reserve, others)


def _sent(
    columns: Sequence[ColumnElement[Any]], rows: Any, stretches: Sequence[Stretch]
) -> Select[Any]:
    """Select from rows of the call-outs that were sent, in the places that are seen."""
    return (
        select(*columns)
        .select_from(call_outs)
        .join(rows, rows.c.call_out_id == call_outs.c.id)
        .where(
            call_outs.c.status.not_in((Standing.WAITING, Standing.REFUSED)),
            _within(
                call_outs.c.created_at,
                stretches,
                lambda sight: sees_place(sight, rows.c.neighbourhood_id),
            ),
        )
    )
