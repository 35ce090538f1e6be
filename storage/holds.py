"""Whose things are kept though they asked to be forgotten: until a worry is settled, for safety.

A safeguarding lead says so for a worry, and may say so again. A worry that nobody has settled
counts by itself, for a while after its last word.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select

from storage import tasks, worries
from storage.database import Transaction
from storage.dialects import insert
from storage.tables import holds
from storage.tables import worries as worry_rows
from storage.worries import Worry

#: For how long a lead has things kept at a time, and an unsettled worry after its last word.
LASTS: Final = timedelta(days=30)
#: How long before a worry somebody may have met whom it is about, where it names no request.
MET_WITHIN: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Hold:
    """What is kept for one worry: until when, of how many people, and who had it kept."""

    worry_id: int
    until: datetime
    number: int
    set_by: int


async def sides_of(transaction: Transaction, worry: Worry) -> set[int]:
    """Return everybody on either side of a worry, whoever told it included."""
    if worry.task_id is None:
        since = worry.created_at - MET_WITHIN
        met = await worries.met_lately(transaction, worry.person_id, since)
        return {worry.person_id, *met}
    task = await tasks.get(transaction, worry.task_id)
    return {worry.person_id, *await worries.parties_to(transaction, task)}


async def set_for(
    transaction: Transaction,
    worry_id: int,
    people: Collection[int],
    set_by: int,
    now: datetime,
) -> datetime:
    """Have what belongs to some people kept from now on, and return until when."""
    until = now + LASTS
    for number in sorted(people):
        values = {"set_by": set_by, "at": now, "until": until}
        await transaction.connection.execute(
            insert(holds)
            .values(worry_id=worry_id, person_id=number, **values)
            .on_conflict_do_update(
                index_elements=[holds.c.worry_id, holds.c.person_id], set_=values
            )
        )
    return until


async def people_in(transaction: Transaction, worry_id: int) -> list[int]:
    """Return those whose things are kept for a worry."""
    result = await transaction.connection.execute(
        select(holds.c.person_id).where(holds.c.worry_id == worry_id).order_by(holds.c.person_id)
    )
    return list(result.scalars())


async def end(transaction: Transaction, worry_id: int) -> bool:
    """Have nothing kept for a worry any more; False where nothing was."""
    result = await transaction.connection.execute(delete(holds).where(holds.c.worry_id == worry_id))
    return result.rowcount > 0


async def find(transaction: Transaction, worry_id: int, now: datetime) -> Hold | None:
    """Return what is kept for a worry at a moment, or None."""
    return next(
        (each for each in await standing(transaction, now) if each.worry_id == worry_id), None
    )


async def standing(transaction: Transaction, now: datetime) -> list[Hold]:
    """Return what leads have kept at a moment, what ends first first."""
    result = await transaction.connection.execute(
        select(holds.c.worry_id, func.max(holds.c.until), func.count(), func.max(holds.c.set_by))
        .where(holds.c.until > now)
        .group_by(holds.c.worry_id)
        .order_by(func.max(holds.c.until), holds.c.worry_id)
    )
    return [Hold(*row) for row in result]


async def unsettled(transaction: Transaction, now: datetime) -> list[Worry]:
    """Return the worries that count by themselves at a moment: nobody has settled them."""
    result = await transaction.connection.execute(
        select(worry_rows.c.id)
        .where(worry_rows.c.settled_at.is_(None), worry_rows.c.updated_at > now - LASTS)
        .order_by(worry_rows.c.id)
    )
    found = [await worries.find(transaction, number) for number in result.scalars().all()]
    return [each for each in found if each is not None]


async def held(transaction: Transaction, now: datetime) -> dict[int, datetime]:
    """Return everybody whose things are kept at a moment, and until when."""
    found: dict[int, datetime] = {}

    def keep(people: Collection[int], until: datetime) -> None:
        for number in people:
            found[number] = max(until, found.get(number, until))

    set_ones = await transaction.connection.execute(
        select(holds.c.person_id, holds.c.until).where(holds.c.until > now)
    )
    for number, until in set_ones.all():
        keep((number,), until)
    for worry in await unsettled(transaction, now):
        keep(await sides_of(transaction, worry), worry.updated_at + LASTS)
    return found


async def held_until(transaction: Transaction, person_id: int, now: datetime) -> datetime | None:
    """Return until when somebody's things are kept, or None where they are not."""
    return (await held(transaction, now)).get(person_id)


async def is_held(transaction: Transaction, person_id: int, now: datetime) -> bool:
    """Say whether somebody's things are kept at a moment, though they asked to be forgotten."""
    return await held_until(transaction, person_id, now) is not None
