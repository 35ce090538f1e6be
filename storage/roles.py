"""Roles that people hold, and the partner organisations that some are held for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from storage.database import Transaction
from storage.dialects import insert as upsert
from storage.model import Person, Role
from storage.people import EVERYBODY, person_in
from storage.tables import organisations, people, role_neighbourhoods, roles

#: What roles are known under between transactions: they seldom change, and are often asked for.
KNOWN = "roles"

#: Roles that look after neighbourhoods.
CARING = frozenset({Role.COORDINATOR, Role.CONTACT})


@dataclass(frozen=True, slots=True)
class Appointed:
    """What a role is held for: an organisation (None is the scheme's own), and where.

    Without neighbourhoods it is for all that the organisation owns.
    """

    organisation_id: int | None = None
    neighbourhoods: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Held:
    """A role, who holds it and what for; later ones have higher numbers."""

    id: int
    person: Person
    role: Role
    appointed: Appointed


async def holders(transaction: Transaction, role: Role) -> list[Person]:
    """Return everybody who holds a role now, those appointed earlier first."""
    result = await transaction.connection.execute(
        EVERYBODY.join(roles, roles.c.person_id == people.c.id)
        .where(roles.c.role == role, roles.c.ended_at.is_(None))
        .order_by(roles.c.id)
    )
    return [person_in(transaction, row) for row in result]


_HELD = (
    EVERYBODY.add_columns(
        roles.c.id.label("role_id"),
        roles.c.role,
        roles.c.organisation_id.label("for_organisation"),
    )
    .join(roles, roles.c.person_id == people.c.id)
    .where(roles.c.ended_at.is_(None))
    .order_by(roles.c.id)
)


async def all_held(transaction: Transaction) -> list[Held]:
    """Return every role that somebody holds now, those appointed earlier first."""
    rows = (await transaction.connection.execute(_HELD)).all()
    return await _held(transaction, rows)


async def find(transaction: Transaction, person_id: int, role: Role) -> Held | None:
    """Return a role that somebody holds now, or None."""
    result = await transaction.connection.execute(
        _HELD.where(roles.c.person_id == person_id, roles.c.role == role)
    )
    found = await _held(transaction, result.all())
    return found[0] if found else None


async def _held(transaction: Transaction, rows: Sequence[Row[Any]]) -> list[Held]:
    known = await of_everybody(transaction)
    return [
        Held(
            row.role_id,
            person_in(transaction, row),
            Role(row.role),
            known[row.id][Role(row.role)],
        )
        for row in rows
    ]


async def held_by(transaction: Transaction, person_id: int) -> dict[Role, Appointed]:
    """Return the roles that a person holds now, and what each is held for."""
    return (await of_everybody(transaction)).get(person_id, {})


async def of_everybody(transaction: Transaction) -> dict[int, dict[Role, Appointed]]:
    """Return the roles held now, by the number of who holds them, earlier appointed first."""
    known = transaction.recall(KNOWN)
    if not isinstance(known, dict):
        known = await _of_everybody(transaction)
        transaction.know(KNOWN, known)
    return known


async def _of_everybody(transaction: Transaction) -> dict[int, dict[Role, Appointed]]:
    execute = transaction.connection.execute
    places: dict[int, set[int]] = {}
    for row in await execute(select(role_neighbourhoods)):
        places.setdefault(row.role_id, set()).add(row.neighbourhood_id)
    result = await execute(
        select(roles.c.id, roles.c.person_id, roles.c.role, roles.c.organisation_id)
        .where(roles.c.ended_at.is_(None))
        .order_by(roles.c.id)
    )
    found: dict[int, dict[Role, Appointed]] = {}
    for row in result:
        held = Appointed(row.organisation_id, frozenset(places.get(row.id, ())))
        found.setdefault(row.person_id, {})[Role(row.role)] = held
    return found


async def appoint(
    transaction: Transaction,
    person_id: int,
    role: Role,
    appointed: Appointed,
    appointed_by: int,
    now: datetime,
) -> None:
    """Let somebody hold a role from now on; what they hold it for takes the place of before."""
    transaction.forget_known()
    execute = transaction.connection.execute
    held_for = {"organisation_id": appointed.organisation_id, "appointed_by": appointed_by}
    result = await execute(
        upsert(roles)
        .values(person_id=person_id, role=role, created_at=now, **held_for)
        .on_conflict_do_update(
            index_elements=[roles.c.person_id, roles.c.role],
            index_where=roles.c.ended_at.is_(None),
            set_=held_for,
        )
        .returning(roles.c.id)
    )
    role_id = result.scalar_one()
    await execute(delete(role_neighbourhoods).where(role_neighbourhoods.c.role_id == role_id))
    for number in sorted(appointed.neighbourhoods):
        await execute(insert(role_neighbourhoods).values(role_id=role_id, neighbourhood_id=number))


async def end(transaction: Transaction, person_id: int, role: Role, now: datetime) -> bool:
    """End a role; False where the person does not hold it."""
    transaction.forget_known()
    result = await transaction.connection.execute(
        update(roles)
        .where(roles.c.person_id == person_id, roles.c.role == role, roles.c.ended_at.is_(None))
        .values(ended_at=now)
    )
    return result.rowcount > 0


async def make_organisation(transaction: Transaction, name: str, now: datetime) -> int:
    """Return the partner organisation of that name, making it where it is new."""
    await transaction.connection.execute(
        upsert(organisations)
        .values(name=name, name_folded=name.casefold(), created_at=now)
        .on_conflict_do_nothing(index_elements=[organisations.c.name_folded])
    )
    result = await transaction.connection.execute(
        select(organisations.c.id).where(organisations.c.name_folded == name.casefold())
    )
    found: int = result.scalar_one()
    return found


async def organisations_by_name(transaction: Transaction) -> list[tuple[int, str]]:
    """Return every partner organisation's number and name, in the order of the names."""
    result = await transaction.connection.execute(
        select(organisations.c.id, organisations.c.name).order_by(organisations.c.name_folded)
    )
    return [(row.id, row.name) for row in result]
