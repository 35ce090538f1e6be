"""Roles that people are appointed to, and the invitations by which they are taken up."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from storage.database import Transaction
from storage.model import Person, Role
from storage.people import EVERYBODY, person_in
from storage.tables import invitations, organisations, people, role_neighbourhoods, roles

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
class Invitation:
    """An appointment that waits to be taken up, by one person and once."""

    token: str
    role: Role
    organisation_id: int | None
    made_by: int
    expires_at: datetime
    used_by: int | None = None
    #: What a coordinator is to look after; nothing named stands for all of the organisation's.
    neighbourhoods: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Held:
    """A role and who holds it, with the name of their organisation if it is held for one."""

    person: Person
    role: Role
    organisation: str | None


async def holders(transaction: Transaction, role: Role) -> list[Person]:
    """Return everybody who holds a role now, those appointed earlier first."""
    result = await transaction.connection.execute(
        EVERYBODY.join(roles, roles.c.person_id == people.c.id)
        .where(roles.c.role == role, roles.c.ended_at.is_(None))
        .order_by(roles.c.id)
    )
    return [person_in(transaction, row) for row in result]


async def all_held(transaction: Transaction) -> list[Held]:
    """Return every role that somebody holds now, those appointed earlier first."""
    result = await transaction.connection.execute(
        EVERYBODY.add_columns(roles.c.role, organisations.c.name.label("organisation"))
        .join(roles, roles.c.person_id == people.c.id)
        .outerjoin(organisations, organisations.c.id == roles.c.organisation_id)
        .where(roles.c.ended_at.is_(None))
        .order_by(roles.c.id)
    )
    return [Held(person_in(transaction, row), Role(row.role), row.organisation) for row in result]


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


async def invite(transaction: Transaction, invitation: Invitation, now: datetime) -> None:
    """Keep an invitation until it is taken up or expires."""
    await transaction.connection.execute(
        insert(invitations).values(
            token=invitation.token,
            role=invitation.role,
            organisation_id=invitation.organisation_id,
            areas=sorted(invitation.neighbourhoods),
            made_by=invitation.made_by,
            created_at=now,
            expires_at=invitation.expires_at,
        )
    )


async def invitation(transaction: Transaction, token: str) -> Invitation | None:
    """Return an invitation, also one that was used or is too old; None where it was never made."""
    result = await transaction.connection.execute(
        select(invitations).where(invitations.c.token == token)
    )
    row = result.one_or_none()
    if row is None:
        return None
    return Invitation(
        token=row.token,
        role=Role(row.role),
        organisation_id=row.organisation_id,
        made_by=row.made_by,
        expires_at=row.expires_at,
        used_by=row.used_by,
        neighbourhoods=frozenset(row.areas),
    )


async def take_up(
    transaction: Transaction, invitation: Invitation, person_id: int, now: datetime
) -> bool:
    """Appoint whoever followed an invitation; False where somebody else was first."""
    transaction.forget_known()
    result = await transaction.connection.execute(
        update(invitations)
        .where(
            invitations.c.token == invitation.token,
            invitations.c.used_by.is_(None),
            invitations.c.expires_at > now,
        )
        .values(used_by=person_id)
    )
    if not result.rowcount:
        return False
    await transaction.connection.execute(
        upsert(roles)
        .values(
            person_id=person_id,
            role=invitation.role,
            organisation_id=invitation.organisation_id,
            appointed_by=invitation.made_by,
            created_at=now,
        )
        .on_conflict_do_update(
            index_elements=[roles.c.person_id, roles.c.role],
            index_where=roles.c.ended_at.is_(None),
            set_={"organisation_id": invitation.organisation_id},
        )
    )
    await _name_neighbourhoods(transaction, invitation, person_id)
    return True


async def _name_neighbourhoods(
    transaction: Transaction, invitation: Invitation, person_id: int
) -> None:
    """Note what somebody looks after from now on, in the place of what it was before."""
    execute = transaction.connection.execute
    result = await execute(
        select(roles.c.id).where(
            roles.c.person_id == person_id,
            roles.c.role == invitation.role,
            roles.c.ended_at.is_(None),
        )
    )
    role_id = result.scalar_one()
    await execute(delete(role_neighbourhoods).where(role_neighbourhoods.c.role_id == role_id))
    for number in sorted(invitation.neighbourhoods):
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
