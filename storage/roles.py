"""Roles that owners appoint people to, and the invitations by which they are taken up."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from storage.database import Transaction
from storage.model import Person, Role
from storage.people import EVERYBODY, person_in
from storage.tables import invitations, organisations, people, roles

#: What roles are known under between transactions: they seldom change, and are often asked for.
KNOWN = "roles"


@dataclass(frozen=True, slots=True)
class Invitation:
    """An appointment that waits to be taken up, by one person and once."""

    token: str
    role: Role
    organisation_id: int | None
    made_by: int
    expires_at: datetime
    used_by: int | None = None


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


async def held_by(transaction: Transaction, person_id: int) -> dict[Role, int | None]:
    """Return the roles that a person holds now, each with its organisation's number if any."""
    known = transaction.recall(KNOWN)
    if not isinstance(known, dict):
        known = await _of_everybody(transaction)
        transaction.know(KNOWN, known)
    held: dict[Role, int | None] = known.get(person_id, {})
    return held


async def _of_everybody(transaction: Transaction) -> dict[int, dict[Role, int | None]]:
    result = await transaction.connection.execute(
        select(roles.c.person_id, roles.c.role, roles.c.organisation_id).where(
            roles.c.ended_at.is_(None)
        )
    )
    found: dict[int, dict[Role, int | None]] = {}
    for row in result:
        found.setdefault(row.person_id, {})[Role(row.role)] = row.organisation_id
    return found


async def invite(transaction: Transaction, invitation: Invitation, now: datetime) -> None:
    """Keep an invitation until it is taken up or expires."""
    await transaction.connection.execute(
        insert(invitations).values(
            token=invitation.token,
            role=invitation.role,
            organisation_id=invitation.organisation_id,
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
    return True


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
