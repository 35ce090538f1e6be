"""People who were blocked when they asked to be forgotten: known by a keyed hash and nothing else.

Whoever comes back is blocked as before. Nothing here says who it is until they do.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from storage import blocks
from storage.blocks import Block
from storage.database import Transaction
from storage.dialects import insert
from storage.model import WhyBlocked
from storage.tables import kept_out


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Somebody who was forgotten and stays blocked: why, and since when."""

    id: int
    reason: WhyBlocked
    at: datetime


async def keep(transaction: Transaction, account: str, block: Block) -> None:
    """Go on with the block of somebody who is forgotten."""
    newest, _ = transaction.keys.fingerprints(account)
    await transaction.connection.execute(
        insert(kept_out)
        .values(account_hash=newest, reason=block.reason, blocked_by=block.blocked_by, at=block.at)
        .on_conflict_do_nothing(index_elements=[kept_out.c.account_hash])
    )


async def know_again(transaction: Transaction, account: str, person_id: int) -> None:
    """Block somebody who has just come back, where they were when they were forgotten."""
    result = await transaction.connection.execute(
        delete(kept_out)
        .where(kept_out.c.account_hash.in_(transaction.keys.fingerprints(account)))
        .returning(kept_out.c.reason, kept_out.c.blocked_by, kept_out.c.at)
    )
    for reason, blocked_by, at in result.all():
        await blocks.block(transaction, person_id, WhyBlocked(reason), blocked_by, at)


async def all_of_them(transaction: Transaction) -> list[KeptOut]:
    """Return everybody who was forgotten and stays blocked, the newest block first."""
    result = await transaction.connection.execute(
        select(kept_out.c.id, kept_out.c.reason, kept_out.c.at).order_by(
            kept_out.c.at.desc(), kept_out.c.id.desc()
        )
    )
    return [KeptOut(row.id, WhyBlocked(row.reason), row.at) for row in result]


async def let_in(transaction: Transaction, number: int) -> bool:
    """End the block of somebody who was forgotten; False where it was ended, or they came back."""
    result = await transaction.connection.execute(delete(kept_out).where(kept_out.c.id == number))
    return result.rowcount > 0
