"""People who have not been seen for long, or never agreed to anything: the next of them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, exists, or_, select, update

from storage.database import Transaction
from storage.model import RepeatStatus
from storage.tables import helped_people, people, repeats, roles, tasks, volunteers
from storage.tasks import UNFINISHED

#: How many are dealt with at a time: each takes a good deal of work.
BATCH: Final = 20


def _idle() -> list[ColumnElement[bool]]:
    """Return the conditions under which nothing goes on with somebody, who is not nobody."""
    asks_or_helps = exists().where(
        or_(tasks.c.resident_id == people.c.id, tasks.c.helper_id == people.c.id),
        tasks.c.status.in_(UNFINISHED),
    )
    has_weekly = exists().where(
        or_(repeats.c.resident_id == people.c.id, repeats.c.helper_id == people.c.id),
        repeats.c.status != RepeatStatus.ENDED,
    )
    has_role = exists().where(roles.c.person_id == people.c.id, roles.c.ended_at.is_(None))
    is_somebody = people.c.account_hash.is_not(None)
    return [is_somebody, ~asks_or_helps, ~has_weekly, ~has_role]


async def _numbers(transaction: Transaction, statement: Select[Any]) -> list[int]:
    return list((await transaction.connection.execute(statement.limit(BATCH))).scalars())


async def begin_to_count(transaction: Transaction, now: datetime) -> None:
    """Note of those of whom nobody knows when they were seen that they are there now."""
    unknown = select(people.c.id).where(people.c.seen_at.is_(None)).limit(10 * BATCH)
    await transaction.connection.execute(
        update(people).where(people.c.id.in_(unknown)).values(seen_at=now)
    )


async def never_agreed(
    transaction: Transaction, since: datetime, left_out: Collection[int]
) -> list[int]:
    """Return some who first wrote at a moment or before, agreed to nothing and do nothing here."""
    offers = exists().where(volunteers.c.person_id == people.c.id)
    asked = exists().where(tasks.c.resident_id == people.c.id)
    return await _numbers(
        transaction,
        select(people.c.id)
        .where(
            people.c.agreed_at.is_(None),
            people.c.created_at <= since,
            people.c.seen_at <= since,
            people.c.id.not_in(left_out),
            ~offers,
            ~asked,
            *_idle(),
        )
        .order_by(people.c.created_at),
    )


async def silent(
    transaction: Transaction,
    volunteers_since: datetime,
    residents_since: datetime,
    left_out: Collection[int],
) -> list[int]:
    """Return some who were last seen then or before, and were not asked whether they stay."""
    offers = exists().where(volunteers.c.person_id == people.c.id)
    return await _numbers(
        transaction,
        select(people.c.id)
        .where(
            people.c.seen_at <= max(volunteers_since, residents_since),
            or_(
                offers & (people.c.seen_at <= volunteers_since),
                ~offers & (people.c.seen_at <= residents_since),
            ),
            people.c.asked_to_stay_at.is_(None),
            people.c.agreed_at.is_not(None),
            people.c.id.not_in(left_out),
            *_idle(),
        )
        .order_by(people.c.seen_at),
    )


async def note_asked(transaction: Transaction, person_id: int, now: datetime) -> None:
    """Note that somebody is asked whether they stay."""
    await transaction.connection.execute(
        update(people).where(people.c.id == person_id).values(asked_to_stay_at=now)
    )


async def unanswered(
    transaction: Transaction, asked_before: datetime, left_out: Collection[int]
) -> list[int]:
    """Return some who were asked then or before whether they stay, and have not been seen since."""
    return await _numbers(
        transaction,
        select(people.c.id)
        .where(
            people.c.asked_to_stay_at <= asked_before,
            people.c.asked_to_stay_at.is_not(None),
            people.c.id.not_in(left_out),
            *_idle(),
        )
        .order_by(people.c.asked_to_stay_at),
    )


async def not_asked_for(transaction: Transaction, ended_before: datetime) -> list[int]:
    """Return some whom nobody has asked for since then, of whose requests nothing is left."""
    has_open = exists().where(
        tasks.c.helped_id == helped_people.c.id,
        or_(tasks.c.status.in_(UNFINISHED), tasks.c.first_name.is_not(None)),
    )
    return await _numbers(
        transaction,
        select(helped_people.c.id)
        .where(
            helped_people.c.ended_at.is_not(None),
            helped_people.c.ended_at <= ended_before,
            ~has_open,
        )
        .order_by(helped_people.c.ended_at),
    )
