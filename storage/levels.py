"""A stricter level for everything of one kind of help that is not at its end."""

from collections.abc import Iterable

from sqlalchemy import update

from storage.database import Transaction
from storage.model import Kind, Level, Task
from storage.tables import repeats, tasks
from storage.tasks import UNFINISHED, get


async def tighten(
    transaction: Transaction, kind: Kind, level: Level, looser: Iterable[Level]
) -> list[Task]:
    """Give requests and weekly help of a kind a level in the place of looser ones.

    Returns the tasks that were changed.
    """
    looser = list(looser)
    await transaction.connection.execute(
        update(repeats)
        .where(repeats.c.ended_at.is_(None), repeats.c.kind == kind, repeats.c.level.in_(looser))
        .values(level=level)
    )
    result = await transaction.connection.execute(
        update(tasks)
        .where(tasks.c.status.in_(UNFINISHED), tasks.c.kind == kind, tasks.c.level.in_(looser))
        .values(level=level)
        .returning(tasks.c.id)
    )
    return [await get(transaction, number) for number in sorted(result.scalars())]
