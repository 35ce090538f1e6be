"""The overview of each group: which message it is, and a digest of what it says."""

from dataclasses import dataclass

from sqlalchemy import select, update

from storage.database import Transaction
from storage.dialects import insert
from storage.tables import groups, overviews


@dataclass(frozen=True, slots=True)
class Overview:
    """An overview as it was last written; `message` is None until its number is known."""

    group_id: int
    message: int | None
    digest: str


async def of_group(transaction: Transaction, group_id: int) -> Overview | None:
    """Return the overview of a group, or None where it has none yet."""
    result = await transaction.connection.execute(
        select(overviews).where(overviews.c.group_id == group_id)
    )
    row = result.one_or_none()
    return None if row is None else Overview(row.group_id, row.message, row.digest)


async def write(transaction: Transaction, group_id: int, digest: str) -> None:
    """Note what the overview of a group says from now on."""
    await transaction.connection.execute(
        insert(overviews)
        .values(group_id=group_id, digest=digest)
        .on_conflict_do_update(index_elements=[overviews.c.group_id], set_={"digest": digest})
    )


async def note_posted(transaction: Transaction, group_id: int, message: int) -> None:
    """Note under which number the overview of a group was sent."""
    await transaction.connection.execute(
        update(overviews).where(overviews.c.group_id == group_id).values(message=message)
    )


async def lose(transaction: Transaction, chat_id: int, message: int) -> int | None:
    """Note that the message of an overview is gone; returns its group's number, None if none's."""
    in_chat = select(groups.c.id).where(groups.c.chat_id == chat_id)
    result = await transaction.connection.execute(
        update(overviews)
        .where(overviews.c.group_id.in_(in_chat), overviews.c.message == message)
        .values(message=None, digest="")
        .returning(overviews.c.group_id)
    )
    return result.scalar_one_or_none()
