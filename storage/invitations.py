"""Invitations to a role: somebody agrees, then whoever made it says that it is the right person."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, insert, select, update

from storage import roles
from storage.database import Transaction
from storage.model import Role
from storage.roles import Appointed
from storage.tables import invitations

#: How long whoever made an invitation may take to say whether it was the right person.
ANSWERED_WITHIN: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation, good for one person and once.

    `used_by` is who agreed; they hold nothing until it was answered that they are `right`.
    """

    token: str
    role: Role
    organisation_id: int | None
    made_by: int
    expires_at: datetime
    #: What a coordinator is to look after; nothing named stands for all of the organisation's.
    neighbourhoods: frozenset[int] = field(default_factory=frozenset)
    used_by: int | None = None
    used_at: datetime | None = None
    answered_at: datetime | None = None
    #: None also where nobody answered in time.
    was_right: bool | None = None

    @property
    def appointed(self) -> Appointed:
        """What the role would be held for."""
        return Appointed(self.organisation_id, self.neighbourhoods)


async def make(transaction: Transaction, invitation: Invitation, now: datetime) -> None:
    """Keep an invitation until somebody agrees or it expires."""
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


async def find(transaction: Transaction, token: str) -> Invitation | None:
    """Return an invitation, also one that was used or is too old; None where it was never made."""
    result = await transaction.connection.execute(
        select(invitations).where(invitations.c.token == token)
    )
    row = result.one_or_none()
    return None if row is None else _invitation(row)


async def waiting(transaction: Transaction) -> list[Invitation]:
    """Return the invitations that somebody agreed to and nobody has answered, oldest first."""
    result = await transaction.connection.execute(
        select(invitations).where(*_WAITS).order_by(invitations.c.used_at)
    )
    return [_invitation(row) for row in result]


_WAITS: Final[tuple[ColumnElement[bool], ...]] = (
    invitations.c.used_by.is_not(None),
    invitations.c.answered_at.is_(None),
)


def _invitation(row: Row[Any]) -> Invitation:
    return Invitation(
        token=row.token,
        role=Role(row.role),
        organisation_id=row.organisation_id,
        made_by=row.made_by,
        expires_at=row.expires_at,
        neighbourhoods=frozenset(row.areas),
        used_by=row.used_by,
        used_at=row.used_at,
        answered_at=row.answered_at,
        was_right=row.was_right,
    )


async def use(
    transaction: Transaction, invitation: Invitation, person_id: int, now: datetime
) -> bool:
    """Note who agreed; False where somebody else was first, or it has expired."""
    result = await transaction.connection.execute(
        update(invitations)
        .where(
            invitations.c.token == invitation.token,
            invitations.c.used_by.is_(None),
            invitations.c.expires_at > now,
        )
        .values(used_by=person_id, used_at=now)
    )
    return result.rowcount > 0


async def confirm(
    transaction: Transaction, invitation: Invitation, confirmed_by: int, now: datetime
) -> bool:
    """Appoint whoever agreed; False where it was answered before, or too late."""
    result = await transaction.connection.execute(
        update(invitations)
        .where(
            invitations.c.token == invitation.token,
            invitations.c.used_at > now - ANSWERED_WITHIN,
            *_WAITS,
        )
        .values(answered_at=now, was_right=True)
        .returning(invitations.c.used_by)
    )
    used_by = result.scalar_one_or_none()
    if used_by is None:
        return False
    await roles.appoint(
        transaction, used_by, invitation.role, invitation.appointed, confirmed_by, now
    )
    return True


async def refuse(transaction: Transaction, invitation: Invitation, now: datetime) -> bool:
    """Note that it was the wrong person; False where it was answered before."""
    return await _close(transaction, invitation, now, was_right=False)


async def lapse(transaction: Transaction, invitation: Invitation, now: datetime) -> bool:
    """Note that nobody answered in time; False where somebody did."""
    return await _close(transaction, invitation, now, was_right=None)


async def _close(
    transaction: Transaction, invitation: Invitation, now: datetime, *, was_right: bool | None
) -> bool:
    result = await transaction.connection.execute(
        update(invitations)
        .where(invitations.c.token == invitation.token, *_WAITS)
        .values(answered_at=now, was_right=was_right)
    )
    return result.rowcount > 0
