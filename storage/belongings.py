"""What belongs to a neighbourhood, and goes along when another organisation gets it."""

from dataclasses import dataclass

from sqlalchemy import func, select

from storage import tasks
from storage.database import Transaction
from storage.model import Task
from storage.tables import repeats, volunteer_neighbourhoods
from storage.tables import tasks as task_rows


@dataclass(frozen=True, slots=True)
class Belongings:
    """The requests of a neighbourhood that are not finished, and how much else there is."""

    requests: tuple[Task, ...]
    weekly: int
    volunteers: int


async def of_neighbourhood(transaction: Transaction, neighbourhood_id: int) -> Belongings:
    """Return what belongs to a neighbourhood; the first open place stands for a request."""
    result = await transaction.connection.execute(
        select(func.min(task_rows.c.id))
        .where(
            task_rows.c.neighbourhood_id == neighbourhood_id,
            task_rows.c.status.in_(tasks.UNFINISHED),
        )
        .group_by(task_rows.c.request)
    )
    requests = [await tasks.get(transaction, number) for number in sorted(result.scalars())]
    weekly = await transaction.connection.scalar(
        select(func.count()).where(
            repeats.c.neighbourhood_id == neighbourhood_id, repeats.c.ended_at.is_(None)
        )
    )
    volunteers = await transaction.connection.scalar(
        select(func.count()).where(volunteer_neighbourhoods.c.neighbourhood_id == neighbourhood_id)
    )
    return Belongings(tuple(requests), weekly, volunteers)
