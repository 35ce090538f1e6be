"""Worries: what somebody told the safeguarding leads, or what words of danger called them to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, insert, or_, select, update

from storage.database import Transaction
from storage.model import Person, Stage, Task
from storage.private import PrivateText
from storage.tables import reveals, tasks, worries

WORDS = "worries.words"


@dataclass(frozen=True, slots=True)
class Worry:
    """A worry as it stands; its words are read with `words_of`.

    `is_danger` says that words of danger called the lead rather than the person. `updated_at` is
    when its newest words were typed.
    """

    id: int
    person_id: int
    task_id: int | None
    is_danger: bool
    created_at: datetime
    updated_at: datetime
    acknowledged_by: int | None
    settled_at: datetime | None


_WORRY = select(
    worries.c.id,
    worries.c.person_id,
    worries.c.task_id,
    worries.c.is_danger,
    worries.c.created_at,
    worries.c.updated_at,
    worries.c.acknowledged_by,
    worries.c.settled_at,
)


def _worry(row: Row[Any]) -> Worry:
    return Worry(
        id=row.id,
        person_id=row.person_id,
        task_id=row.task_id,
        is_danger=row.is_danger,
        created_at=row.created_at,
        updated_at=row.updated_at,
        acknowledged_by=row.acknowledged_by,
        settled_at=row.settled_at,
    )


async def add(
    transaction: Transaction,
    person: Person,
    now: datetime,
    *,
    task_id: int | None = None,
    words: PrivateText | None = None,
    is_danger: bool = False,
) -> Worry:
    """Keep a worry of somebody, about a task where it is about one."""
    result = await transaction.connection.execute(
        insert(worries)
        .values(
            person_id=person.id,
            task_id=task_id,
            is_danger=is_danger,
            words=None
            if words is None
            else transaction.seal(person.key, words, WORDS, person.id, now),
            created_at=now,
            updated_at=now,
        )
        .returning(*_WORRY.selected_columns)
    )
    return _worry(result.one())


async def find(transaction: Transaction, worry_id: int) -> Worry | None:
    """Return a worry by its number, or None."""
    result = await transaction.connection.execute(_WORRY.where(worries.c.id == worry_id))
    row = result.one_or_none()
    return None if row is None else _worry(row)


async def latest_danger(transaction: Transaction, person_id: int, since: datetime) -> Worry | None:
    """Return the newest call for somebody in danger since a moment that is not settled, or None."""
    result = await transaction.connection.execute(
        _WORRY.where(
            worries.c.person_id == person_id,
            worries.c.is_danger,
            worries.c.created_at > since,
            worries.c.settled_at.is_(None),
        )
        .order_by(worries.c.id.desc())
        .limit(1)
    )
    row = result.one_or_none()
    return None if row is None else _worry(row)


async def words_of(transaction: Transaction, worry: Worry) -> PrivateText | None:
    """Return what was typed, for somebody who may read it; None where nothing is kept."""
    result = await transaction.connection.execute(
        select(worries.c.words).where(worries.c.id == worry.id)
    )
    return transaction.open(result.scalar_one(), WORDS, worry.person_id, worry.created_at)


async def replace_words(
    transaction: Transaction, person: Person, worry: Worry, words: PrivateText, now: datetime
) -> None:
    """Keep newer words of the same person in the place of those before."""
    sealed = transaction.seal(person.key, words, WORDS, worry.person_id, worry.created_at)
    await transaction.connection.execute(
        update(worries).where(worries.c.id == worry.id).values(words=sealed, updated_at=now)
    )


async def acknowledge(transaction: Transaction, worry: Worry, lead_id: int, now: datetime) -> bool:
    """Note who looks after a worry; False where somebody already does, or did."""
    result = await transaction.connection.execute(
        update(worries)
        .where(worries.c.id == worry.id, worries.c.acknowledged_by.is_(None))
        .values(acknowledged_by=lead_id, acknowledged_at=now)
    )
    return result.rowcount > 0


async def settle(transaction: Transaction, worry: Worry, now: datetime) -> bool:
    """Note that a worry that somebody looks after is settled; False where it is not so."""
    result = await transaction.connection.execute(
        update(worries)
        .where(
            worries.c.id == worry.id,
            worries.c.acknowledged_by.is_not(None),
            worries.c.settled_at.is_(None),
        )
        .values(settled_at=now)
    )
    return result.rowcount > 0


async def let_go(transaction: Transaction, lead_id: int) -> list[int]:
    """Have somebody look after no worry any more; returns those that are not settled."""
    result = await transaction.connection.execute(
        update(worries)
        .where(worries.c.acknowledged_by == lead_id, worries.c.settled_at.is_(None))
        .values(acknowledged_by=None, acknowledged_at=None)
        .returning(worries.c.id)
    )
    return sorted(result.scalars())


async def of_person(transaction: Transaction, person_id: int) -> list[int]:
    """Return the numbers of what somebody told the leads, or called them by."""
    result = await transaction.connection.execute(
        select(worries.c.id).where(worries.c.person_id == person_id).order_by(worries.c.id)
    )
    return list(result.scalars())


async def parties_to(transaction: Transaction, task: Task) -> set[int]:
    """Return everybody on either side of a request: its resident and all who were ever shown it."""
    is_slot = or_(tasks.c.id == task.id, tasks.c.request == task.request)
    return await _on_either_side(transaction, is_slot)


async def met_lately(transaction: Transaction, person_id: int, since: datetime) -> set[int]:
    """Return everybody on either side of somebody's requests and tasks not closed before then."""
    is_theirs = or_(tasks.c.resident_id == person_id, tasks.c.helper_id == person_id)
    is_late = or_(tasks.c.closed_at.is_(None), tasks.c.closed_at > since)
    return await _on_either_side(transaction, and_(is_theirs, is_late))


async def _on_either_side(transaction: Transaction, is_one: ColumnElement[bool]) -> set[int]:
    execute = transaction.connection.execute
    sides = await execute(select(tasks.c.resident_id, tasks.c.helper_id).where(is_one))
    those = select(tasks.c.id).where(is_one)
    shown = await execute(
        # Whoever was shown where somebody is to keep them safe is on no side.
        select(reveals.c.person_id)
        .where(reveals.c.task_id.in_(those), reveals.c.stage.in_((Stage.CLAIMED, Stage.SET_OFF)))
        .distinct()
    )
    found = {number for side in sides for number in (side.resident_id, side.helper_id)}
    return {*shown.scalars(), *(number for number in found if number is not None)}
