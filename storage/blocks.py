"""Who is blocked: they can neither ask nor help while it stands, and are told so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update

from storage.database import Transaction
from storage.dialects import insert
from storage.model import WhyBlocked
from storage.tables import blocks

#: What those blocked are known under between transactions: every act of a person asks.
KNOWN = "blocked"

_STANDING = select(blocks.c.person_id, blocks.c.reason, blocks.c.blocked_by, blocks.c.at).where(
    blocks.c.ended_at.is_(None)
)


async def is_blocked(transaction: Transaction, person_id: int) -> bool:
    """Say whether somebody is blocked at this moment."""
    known = transaction.recall(KNOWN)
    if not isinstance(known, frozenset):
        result = await transaction.connection.execute(
            select(blocks.c.person_id).where(blocks.c.ended_at.is_(None))
        )
        known = frozenset(result.scalars())
        transaction.know(KNOWN, known)
    return person_id in known


async def block(
    transaction: Transaction, person_id: int, reason: WhyBlocked, blocked_by: int, now: datetime
) -> bool:
    """Block somebody; False where they are blocked already."""
    transaction.forget_known()
    result = await transaction.connection.execute(
        insert(blocks)
        .values(person_id=person_id, reason=reason, blocked_by=blocked_by, at=now)
        .on_conflict_do_nothing(
            index_elements=[blocks.c.person_id], index_where=blocks.c.ended_at.is_(None)
        )
    )
    return result.rowcount > 0


async def unblock(transaction: Transaction, person_id: int, ended_by: int, now: datetime) -> bool:
    """Let somebody ask and help again; False where they are not blocked."""
    transaction.forget_known()
    result = await transaction.connection.execute(
        update(blocks)
        .where(blocks.c.person_id == person_id, blocks.c.ended_at.is_(None))
        .values(ended_by=ended_by, ended_at=now)
    )
    return result.rowcount > 0


def not_blocked(person: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition under which somebody may be asked and given anything."""
    standing = select(blocks.c.id).where(blocks.c.person_id == person, blocks.c.ended_at.is_(None))
    return ~standing.exists()


@dataclass(frozen=True, slots=True)
class Block:
    """That somebody is blocked: why, by whom and since when."""

    person_id: int
    reason: WhyBlocked
    blocked_by: int
    at: datetime


def _block(row: Row[Any]) -> Block:
    return Block(row.person_id, WhyBlocked(row.reason), row.blocked_by, row.at)


async def standing(transaction: Transaction) -> list[Block]:
    """Return every block that stands, the newest first."""
    result = await transaction.connection.execute(
        _STANDING.order_by(blocks.c.at.desc(), blocks.c.id.desc())
    )
    return [Block(row.person_id, WhyBlocked(row.reason), row.blocked_by, row.at) for row in result]


async def of_person(transaction: Transaction, person_id: int) -> Block | None:
    """Return the block of somebody, or None where none stands."""
    result = await transaction.connection.execute(_STANDING.where(blocks.c.person_id == person_id))
    row = result.one_or_none()
    return None if row is None else _block(row)
