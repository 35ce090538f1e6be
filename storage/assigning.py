"""Whom a task can be given to by a coordinator: volunteers who may take it and have room for it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import case, func, or_, select

from storage.blocks import not_blocked
from storage.checks import checked_on
from storage.database import Transaction
from storage.model import Need, Task
from storage.tables import (
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
    place = volunteer_neighbourhoods.c.neighbourhood_id
    near = (
        select(
            volunteer_neighbourhoods.c.person_id,
            func.min(case((place == task.neighbourhood_id, 0), else_=1)).label("distance"),
        )
        .where(place.in_([task.neighbourhood_id, *nearby]))
        .group_by(volunteer_neighbourhoods.c.person_id)
        .subquery("near")
    )
    said = interests.c.person_id.is_not(None)
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
        or_(near.c.distance.is_not(None), said),
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
            said.label("said_so"),
            near.c.distance,
        )
        .join(people, people.c.id == person)
        .join(chats, chats.c.id == people.c.chat_id)
        .join(volunteer_kinds, volunteer_kinds.c.person_id == person)
        .outerjoin(near, near.c.person_id == person)
        .outerjoin(interests, (interests.c.person_id == person) & (interests.c.task_id == task.id))
        .where(*conditions)
        .order_by(interests.c.at.nulls_last(), near.c.distance.nulls_last(), held, person)
        .limit(MOST)
    )
    return [
        Able(
            person_id=row.person_id,
            times=frozenset(row.times),
            languages=frozenset(row.languages),
            holds=row.holds,
            at_once=row.tasks_at_once,
            said_so=bool(row.said_so),
            is_near=row.distance == 0,
        )
        for row in result
    ]
