"""Whom a task can be given to by a coordinator: volunteers who may take it and have room for it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Subquery, case, func, literal, null, or_, select, union_all

from storage.blocks import not_blocked
from storage.checks import checked_on
from storage.database import Transaction
from storage.model import Need, Task
from storage.tables import (
    Moment,
    chats,
    interests,
    people,
    tasks,
    volunteer_kinds,
    volunteer_neighbourhoods,
    volunteers,
)
from storage.tasks import HELD

#: How many are looked at.
MOST: Final = 100
#: How far somebody helps: in the neighbourhood of a task, beside it, or elsewhere.
HERE, BESIDE, ELSEWHERE = range(3)


@dataclass(frozen=True, slots=True)
class Able:
    """Somebody who may be given a task: what they hold by now, and what only a program compares.

    `said_so` is whether they said that they could do it, `is_near` whether they help in its own
    neighbourhood.
    """

    person_id: int
    times: frozenset[str]
    languages: frozenset[str]
    holds: int
    at_once: int
    said_so: bool
    is_near: bool


async def able(
    transaction: Transaction,
    task: Task,
    nearby: Collection[int],
    day: date,
    *,
    needs_check: bool,
) -> list[Able]:
    """Return those who may be given a task: first who said they could, then by distance and load.

    They offer its kind in its neighbourhood or in one of `nearby`, or have said that they could;
    they have a car where one is needed, have room, are there on the day, are checked on it where it
    takes that, and have no part in the request yet.
    """
    person = volunteers.c.person_id
    near = _near(task, nearby)
    held = (
        select(func.count())
        .select_from(tasks)
        .where(tasks.c.helper_id == person, tasks.c.status.in_(HELD))
        .scalar_subquery()
    )
    part = select(tasks.c.id).where(
        tasks.c.request == task.request, tasks.c.helper_id == person, tasks.c.status.in_(HELD)
    )
    conditions = [
        volunteer_kinds.c.kind == task.kind,
        person != task.resident_id,
        chats.c.reachable,
        people.c.bereaved_at.is_(None),
        not_blocked(person),
        or_(volunteers.c.paused_until.is_(None), volunteers.c.paused_until < day),
        held < volunteers.c.tasks_at_once,
        ~part.exists(),
    ]
    if Need.CAR in task.needs:
        conditions.append(volunteers.c.has_car)
    if needs_check:
        conditions += checked_on(person, day)
    result = await transaction.connection.execute(
        select(
            person,
            volunteers.c.times,
            volunteers.c.languages,
            volunteers.c.tasks_at_once,
            held.label("holds"),
            near.c.said_at,
            near.c.distance,
        )
        .join(near, near.c.person_id == person)
        .join(people, people.c.id == person)
        .join(chats, chats.c.id == people.c.chat_id)
        .join(volunteer_kinds, volunteer_kinds.c.person_id == person)
        .where(*conditions)
        .order_by(near.c.said_at.nulls_last(), near.c.distance, held, person)
        .limit(MOST)
    )
    return [
        Able(
            person_id=row.person_id,
            times=frozenset(row.times),
            languages=frozenset(row.languages),
            holds=row.holds,
            at_once=row.tasks_at_once,
            said_so=row.said_at is not None,
            is_near=row.distance == HERE,
        )
        for row in result
    ]


def _near(task: Task, nearby: Collection[int]) -> Subquery:
    """Return who helps near a task or said that they could do it: how far, and since when."""
    place = volunteer_neighbourhoods.c.neighbourhood_id
    some = union_all(
        select(
            volunteer_neighbourhoods.c.person_id,
            case((place == task.neighbourhood_id, HERE), else_=BESIDE).label("distance"),
            null().label("said_at"),
        ).where(place.in_([task.neighbourhood_id, *nearby])),
        select(interests.c.person_id, literal(ELSEWHERE), interests.c.at).where(
            interests.c.task_id == task.id
        ),
    ).subquery("near")
    return (
        select(
            some.c.person_id,
            func.min(some.c.distance).label("distance"),
            func.max(some.c.said_at, type_=Moment).label("said_at"),
        )
        .group_by(some.c.person_id)
        .subquery("near")
    )
