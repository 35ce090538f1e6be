"""Requests that go from one organisation to another, once their resident has agreed.

An organisation is a number; None stands for the scheme's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    case,
    false,
    or_,
    select,
    update,
)

from storage.database import Transaction
from storage.dialects import insert
from storage.model import Kind, Reach, Status, Task
from storage.tables import expenses, hand_overs, tasks
from storage.tasks import HELD, NOBODYS, UNFINISHED


@dataclass(frozen=True, slots=True)
class HandOver:
    """A request that is to go, or went, from one organisation to another.

    `agreed` is what its resident said, and None where they were not asked or did not answer;
    `answered_at` is when the question was over.
    """

    id: int
    request: str
    from_id: int | None
    to_id: int | None
    neighbourhood_id: int | None
    asked_by: int
    asked_at: datetime
    agreed: bool | None
    answered_by: int | None
    answered_at: datetime | None
    moved_at: datetime | None

    @property
    def is_open(self) -> bool:
        """Whether its resident is still being asked."""
        return self.answered_at is None


def _hand_over(row: Row[Any]) -> HandOver:
    return HandOver(
        id=row.id,
        request=row.request,
        from_id=row.from_id,
        to_id=row.to_id,
        neighbourhood_id=row.neighbourhood_id,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        agreed=row.agreed,
        answered_by=row.answered_by,
        answered_at=row.answered_at,
        moved_at=row.moved_at,
    )


async def _some(transaction: Transaction, *conditions: ColumnElement[bool]) -> list[HandOver]:
    result = await transaction.connection.execute(
        select(hand_overs).where(*conditions).order_by(hand_overs.c.id)
    )
    return [_hand_over(row) for row in result]


async def ask(
    transaction: Transaction,
    task: Task,
    from_id: int | None,
    to_id: int | None,
    asked_by: int,
    now: datetime,
) -> HandOver | None:
    """Note that a resident is asked; None where they are being asked about this request already."""
    result = await transaction.connection.execute(
        insert(hand_overs)
        .values(
            request=task.request,
            from_id=from_id,
            to_id=to_id,
            neighbourhood_id=task.neighbourhood_id,
            asked_by=asked_by,
            asked_at=now,
        )
        .on_conflict_do_nothing(
            index_elements=[hand_overs.c.request], index_where=hand_overs.c.answered_at.is_(None)
        )
        .returning(hand_overs)
    )
    row = result.one_or_none()
    return None if row is None else _hand_over(row)


async def find(transaction: Transaction, number: int) -> HandOver | None:
    """Return a hand-over, also one that is over; None where there never was one of that number."""
    found = await _some(transaction, hand_overs.c.id == number)
    return found[0] if found else None


async def asked_about(transaction: Transaction, request: str) -> HandOver | None:
    """Return the hand-over about which the resident of a request is being asked, or None."""
    found = await _some(
        transaction, hand_overs.c.request == request, hand_overs.c.answered_at.is_(None)
    )
    return found[0] if found else None


async def moves_of(transaction: Transaction, request: str) -> list[HandOver]:
    """Return how a request went from one organisation to another, the first first."""
    return await _some(
        transaction, hand_overs.c.request == request, hand_overs.c.moved_at.is_not(None)
    )


async def answer(
    transaction: Transaction,
    hand_over: HandOver,
    now: datetime,
    *,
    agreed: bool | None,
    by: int | None = None,
) -> bool:
    """Note what a resident said, or that the question is over; False where it was over before."""
    result = await transaction.connection.execute(
        update(hand_overs)
        .where(hand_overs.c.id == hand_over.id, hand_overs.c.answered_at.is_(None))
        .values(agreed=agreed, answered_by=by, answered_at=now)
    )
    return result.rowcount > 0


async def move(
    transaction: Transaction, hand_over: HandOver, places: Sequence[Task], now: datetime
) -> bool:
    """Give the places of a request that are not finished to another organisation.

    False, and nothing is changed, where none is left, a helper is on the way, or somebody has taken
    one of them since the resident was asked.
    """
    other = tasks.alias("other")
    on_its_way = (
        select(other.c.id)
        .where(
            other.c.request == hand_over.request,
            or_(
                other.c.status == Status.ON_THE_WAY,
                and_(other.c.status == Status.CLAIMED, other.c.claimed_at > hand_over.asked_at),
            ),
        )
        .exists()
    )
    result = await transaction.connection.execute(
        update(tasks)
        .where(tasks.c.request == hand_over.request, tasks.c.status.in_(UNFINISHED), ~on_its_way)
        .values(
            organisation_id=hand_over.to_id,
            neighbourhood_id=None,
            status=Status.WITH_COORDINATOR,
            reach=Reach.POSTED,
            **NOBODYS,
        )
    )
    if not result.rowcount:
        return False
    await _keep_costs_here(transaction, places)
    await transaction.connection.execute(
        update(hand_overs).where(hand_overs.c.id == hand_over.id).values(moved_at=now)
    )
    return True


async def _keep_costs_here(transaction: Transaction, places: Sequence[Task]) -> None:
    """Leave what helpers have paid by now with those who looked after them when they did."""
    for place in places:
        await transaction.connection.execute(
            update(expenses)
            .where(expenses.c.task_id == place.id, expenses.c.neighbourhood_id.is_(None))
            .values(neighbourhood_id=place.neighbourhood_id)
        )


async def give_back(
    transaction: Transaction,
    came: HandOver,
    places: Sequence[Task],
    neighbourhood_id: int | None,
    by: int,
    now: datetime,
) -> bool:
    """Give a request back to those from whom it came; False where a helper has it.

    It is open again in the neighbourhood where it was, if that is still theirs and nothing else of
    it is missing.
    """
    held = tasks.alias("held")
    is_held = (
        select(held.c.id).where(held.c.request == came.request, held.c.status.in_(HELD)).exists()
    )
    is_whole = false() if neighbourhood_id is None else tasks.c.kind != Kind.SOMETHING_ELSE
    result = await transaction.connection.execute(
        update(tasks)
        .where(
            tasks.c.request == came.request,
            tasks.c.status.in_((Status.WITH_COORDINATOR, Status.OPEN)),
            ~is_held,
        )
        .values(
            organisation_id=came.from_id,
            neighbourhood_id=neighbourhood_id,
            status=case((is_whole, Status.OPEN), else_=Status.WITH_COORDINATOR),
            reach=Reach.POSTED,
        )
    )
    if not result.rowcount:
        return False
    await _keep_costs_here(transaction, places)
    await transaction.connection.execute(
        insert(hand_overs).values(
            request=came.request,
            from_id=came.to_id,
            to_id=came.from_id,
            neighbourhood_id=places[0].neighbourhood_id,
            asked_by=by,
            asked_at=now,
            answered_by=by,
            answered_at=now,
            moved_at=now,
        )
    )
    return True


async def as_it_was(transaction: Transaction, task: Task, moment: datetime) -> Task:
    """Return a task as those look after it with whom it was at a moment."""
    for each in await moves_of(transaction, task.request):
        if each.moved_at is not None and each.moved_at > moment:
            return replace(
                task, organisation_id=each.from_id, neighbourhood_id=each.neighbourhood_id
            )
    return task


async def some_sent(
    transaction: Transaction, request: str, organisations: Sequence[int | None]
) -> HandOver | None:
    """Return the last time that one of some organisations handed a request over, or None."""
    found = [each for each in await moves_of(transaction, request) if each.from_id in organisations]
    return found[-1] if found else None
