"""Volunteers: what they offer, and for whom."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from storage.database import Transaction
from storage.model import Kind, Volunteer
from storage.tables import volunteer_kinds, volunteer_neighbourhoods, volunteers


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
    result = await execute(select(volunteers).where(volunteers.c.person_id == person_id))
    row = result.one_or_none()
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
    )


async def save(transaction: Transaction, person_id: int, offer: Offer, now: datetime) -> None:
    """Keep what a person offers, in the place of what they offered before."""
    execute = transaction.connection.execute
    values = {
        "times": sorted(offer.times),
        "languages": sorted(offer.languages),
        "has_car": offer.has_car,
        "tasks_at_once": offer.tasks_at_once,
        "asked_at_most": offer.asked_at_most,
    }
    await execute(
        insert(volunteers)
        .values(person_id=person_id, created_at=now, **values)
        .on_conflict_do_update(index_elements=[volunteers.c.person_id], set_=values)
    )
    for table in (volunteer_kinds, volunteer_neighbourhoods):
        await execute(delete(table).where(table.c.person_id == person_id))
    for kind in sorted(offer.kinds):
        await add_kind(transaction, person_id, kind, now)
    for neighbourhood_id in sorted(offer.neighbourhoods):
        await execute(
            insert(volunteer_neighbourhoods).values(
                person_id=person_id, neighbourhood_id=neighbourhood_id
            )
        )


async def add_kind(transaction: Transaction, person_id: int, kind: Kind, now: datetime) -> None:
    """Note that a volunteer has read a kind's guidance and takes such tasks from now on."""
    await transaction.connection.execute(
        insert(volunteer_kinds)
        .values(person_id=person_id, kind=kind, guidance_read_at=now)
        .on_conflict_do_nothing(
            index_elements=[volunteer_kinds.c.person_id, volunteer_kinds.c.kind]
        )
    )
