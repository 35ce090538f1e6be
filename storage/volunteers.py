"""Volunteers: what they offer, and for whom."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, bindparam, case, delete, func, select, update

from storage.asks import Now, may_be_asked
from storage.blocks import not_blocked
from storage.checks import checked_on
from storage.database import Transaction
from storage.dialects import insert
from storage.limits import NoShows, turns_up
from storage.model import Kind, Need, Task, Volunteer
from storage.prepared import Prepared
from storage.queue import Sight
from storage.queue_sorts import offers
from storage.tables import (
    asks,
    chats,
    interests,
    people,
    reveals,
    tasks,
    volunteer_kinds,
    volunteer_neighbourhoods,
    volunteers,
)
from storage.tasks import HELD

#: Written once, because every request asks who its author is.
_FIND = Prepared(select(volunteers).where(volunteers.c.person_id == bindparam("person")))
#: So many candidates are read at a time.
PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody offers: `times` are parts of the week, such as `saturday-morning`."""

    kinds: frozenset[Kind]
    neighbourhoods: frozenset[int]
    times: frozenset[str] = field(default_factory=frozenset)
    languages: frozenset[str] = field(default_factory=frozenset)
    has_car: bool = False
    tasks_at_once: int = 1
    asked_at_most: str = "weekly"


async def find(transaction: Transaction, person_id: int) -> Volunteer | None:
    """Return what a person offers, or None where they have not offered anything."""
    execute = transaction.connection.execute
    row = (await execute(_FIND, {"person": person_id})).one_or_none()
    if row is None:
        return None
    kinds = await execute(
        select(volunteer_kinds.c.kind).where(volunteer_kinds.c.person_id == person_id)
    )
    table = volunteer_neighbourhoods
    neighbourhoods = await execute(
        select(table.c.neighbourhood_id).where(table.c.person_id == person_id)
    )
    return Volunteer(
        person_id=person_id,
        kinds=frozenset(Kind(kind) for kind in kinds.scalars()),
        neighbourhoods=frozenset(neighbourhoods.scalars()),
        tasks_at_once=row.tasks_at_once,
        times=frozenset(row.times),
        languages=frozenset(row.languages),
        has_car=row.has_car,
        asked_at_most=row.asked_at_most,
        paused_until=row.paused_until,
        last_asked_at=row.last_asked_at,
        offered_at=row.offered_at,
        reviewed_at=row.reviewed_at,
    )


async def save(transaction: Transaction, person_id: int, offer: Offer, now: datetime) -> None:
    """Keep what a person offers, in the place of what they offered before.

    Where that is more than before, a coordinator has yet to look at it.
    """
    execute = transaction.connection.execute
    before = await find(transaction, person_id)
    values = {
        "times": sorted(offer.times),
        "languages": sorted(offer.languages),
        "has_car": offer.has_car,
        "tasks_at_once": offer.tasks_at_once,
        "asked_at_most": offer.asked_at_most,
    }
    await execute(
        insert(volunteers)
        .values(person_id=person_id, created_at=now, offered_at=now, **values)
        .on_conflict_do_update(index_elements=[volunteers.c.person_id], set_=values)
    )
    if before and not (
        offer.kinds <= before.kinds and offer.neighbourhoods <= before.neighbourhoods
    ):
        await have_reviewed(transaction, person_id, now)
    for table in (volunteer_kinds, volunteer_neighbourhoods):
        await execute(delete(table).where(table.c.person_id == person_id))
    await _add_kinds(transaction, person_id, offer.kinds, now)
    for neighbourhood_id in sorted(offer.neighbourhoods):
        await execute(
            insert(volunteer_neighbourhoods).values(
                person_id=person_id, neighbourhood_id=neighbourhood_id
            )
        )


async def pause(transaction: Transaction, person_id: int, until: date | None) -> bool:
    """Leave a volunteer in peace up to and on a day, or ask again; False where they are none."""
    result = await transaction.connection.execute(
        update(volunteers).where(volunteers.c.person_id == person_id).values(paused_until=until)
    )
    return result.rowcount > 0


async def forget(transaction: Transaction, person_id: int) -> bool:
    """Forget all that somebody offered, and what they said they could do; False if nothing."""
    execute = transaction.connection.execute
    await execute(delete(interests).where(interests.c.person_id == person_id))
    for table in (volunteer_kinds, volunteer_neighbourhoods):
        await execute(delete(table).where(table.c.person_id == person_id))
    result = await execute(delete(volunteers).where(volunteers.c.person_id == person_id))
    return result.rowcount > 0


async def add_kind(transaction: Transaction, person_id: int, kind: Kind, now: datetime) -> None:
    """Note that a volunteer has read a kind's guidance and takes such tasks from now on."""
    if await _add_kinds(transaction, person_id, (kind,), now):
        await have_reviewed(transaction, person_id, now)


async def _add_kinds(
    transaction: Transaction, person_id: int, kinds: Collection[Kind], now: datetime
) -> bool:
    """Note kinds that a volunteer takes; False where they took all of them before."""
    is_more = False
    for kind in sorted(kinds):
        result = await transaction.connection.execute(
            insert(volunteer_kinds)
            .values(person_id=person_id, kind=kind, guidance_read_at=now)
            .on_conflict_do_nothing(
                index_elements=[volunteer_kinds.c.person_id, volunteer_kinds.c.kind]
            )
        )
        is_more |= result.rowcount > 0
    return is_more


async def have_reviewed(transaction: Transaction, person_id: int, now: datetime) -> bool:
    """Let a coordinator look at what somebody offers; False where they offer nothing."""
    result = await transaction.connection.execute(
        update(volunteers)
        .where(volunteers.c.person_id == person_id)
        .values(offered_at=now, reviewed_at=None, reviewed_by=None)
    )
    return result.rowcount > 0


async def note_reviewed(
    transaction: Transaction,
    person_id: int,
    coordinator_id: int,
    now: datetime,
    *,
    offered_at: datetime | None = None,
) -> bool:
    """Note that a coordinator looked at an offer; False where somebody had, or there is none.

    With `offered_at`, also where they have offered more since then.
    """
    conditions = [volunteers.c.person_id == person_id, volunteers.c.reviewed_at.is_(None)]
    if offered_at is not None:
        conditions.append(volunteers.c.offered_at <= offered_at)
    result = await transaction.connection.execute(
        update(volunteers).where(*conditions).values(reviewed_at=now, reviewed_by=coordinator_id)
    )
    return result.rowcount > 0


async def note_all_reviewed(
    transaction: Transaction,
    sight: Sight,
    kinds_with_check: Collection[Kind],
    coordinator_id: int,
    now: datetime,
    *,
    until: datetime,
) -> int:
    """Note that a coordinator looked at all offers that take no check and were made by then.

    Returns how many there were.
    """
    waiting = offers(kinds_with_check, need_check=False)(sight, now)
    result = await transaction.connection.execute(
        update(volunteers)
        .where(
            volunteers.c.person_id.in_(waiting.with_only_columns(volunteers.c.person_id)),
            volunteers.c.person_id != coordinator_id,
            volunteers.c.offered_at <= until,
        )
        .values(reviewed_at=now, reviewed_by=coordinator_id)
    )
    return result.rowcount


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who could be asked for a task, with what only a program can compare."""

    person_id: int
    times: frozenset[str]
    languages: frozenset[str]


async def candidates(
    transaction: Transaction,
    task: Task,
    nearby: Collection[int],
    *,
    check_on: date | None,
    at_home: Collection[int] = (),
    now: Now | None = None,
    after: int = 0,
    no_shows: NoShows | None = None,
) -> list[Candidate]:
    """Return the next PAGE of those who could be asked for a task, after the first `after`.

    They offer its kind in its neighbourhood or in one of `nearby`, have a car where one is needed,
    have room, were never asked for it nor held it, and can be written to. With `check_on`, their
    check is still good on that day. With `now`, they may be asked at that moment. With `no_shows`,
    they were not missed too often. Those asked least recently come first, then those of the
    neighbourhood itself and of those `at_home` beside it.
    """
    near = _near({task.neighbourhood_id, *at_home}, nearby)
    statement = (
        select(volunteers.c.person_id, volunteers.c.times, volunteers.c.languages)
        .join(near, near.c.person_id == volunteers.c.person_id)
        .join(people, people.c.id == volunteers.c.person_id)
        .join(chats, chats.c.id == people.c.chat_id)
        .join(volunteer_kinds, volunteer_kinds.c.person_id == volunteers.c.person_id)
        .where(
            volunteer_kinds.c.kind == task.kind,
            volunteers.c.person_id != task.resident_id,
            volunteers.c.asked_at_most != "never",
            chats.c.reachable,
            people.c.bereaved_at.is_(None),
            not_blocked(volunteers.c.person_id),
            *_conditions(task, check_on, now),
            *(() if no_shows is None else (turns_up(volunteers.c.person_id, no_shows),)),
        )
        .order_by(volunteers.c.last_asked_at.nulls_first(), near.c.distance, volunteers.c.person_id)
        .limit(PAGE)
        .offset(after)
    )
    result = await transaction.connection.execute(statement)
    return [
        Candidate(row.person_id, frozenset(row.times), frozenset(row.languages)) for row in result
    ]


def _near(at_home: Collection[int | None], nearby: Collection[int]) -> Any:
    """Return who offers help near: 0 for those at home, 1 for those beside."""
    place = volunteer_neighbourhoods.c.neighbourhood_id
    distance = func.min(case((place.in_(at_home), 0), else_=1))
    return (
        select(volunteer_neighbourhoods.c.person_id, distance.label("distance"))
        .where(place.in_([*at_home, *nearby]))
        .group_by(volunteer_neighbourhoods.c.person_id)
        .subquery("near")
    )


def _conditions(task: Task, check_on: date | None, now: Now | None) -> list[ColumnElement[bool]]:
    person = volunteers.c.person_id
    held = (
        select(func.count())
        .select_from(tasks)
        .where(tasks.c.helper_id == person, tasks.c.status.in_(HELD))
        .scalar_subquery()
    )
    conditions = [
        held < volunteers.c.tasks_at_once,
        ~_of_the_request(task, select(asks.c.id), asks.c.task_id, asks.c.person_id).exists(),
        # Whoever was shown it had taken it, and has handed it back or holds another place of it.
        ~_of_the_request(
            task, select(reveals.c.id), reveals.c.task_id, reveals.c.person_id
        ).exists(),
    ]
    if Need.CAR in task.needs:
        conditions.append(volunteers.c.has_car)
    if check_on is not None:
        conditions += checked_on(person, check_on)
    if now is not None:
        conditions.append(may_be_asked(now))
    return conditions


def _of_the_request(
    task: Task, rows: Select[Any], task_id: ColumnElement[int], person_id: ColumnElement[int]
) -> Select[Any]:
    """Narrow rows about a task and a person to those of a request, whichever of its places."""
    places = select(tasks.c.id).where(tasks.c.request == task.request)
    return rows.where(task_id.in_(places), person_id == volunteers.c.person_id)
