"""What coordinators change of a request: completed, given to somebody, closed, opened again.

Whether a change may happen stands in the statement that makes it; its row count tells.
"""

from datetime import datetime

from sqlalchemy import case, select

from storage.database import Transaction
from storage.model import ClosedAs, Detail, Kind, Level, Status, Task
from storage.tables import tasks
from storage.tasks import HELD, NOBODYS, UNFINISHED, change, claimed_by, get, has_room


async def give_kind(transaction: Transaction, task: Task, kind: Kind, level: Level) -> bool:
    """Give a waiting request its kind; False where it does not wait for one."""
    return await change(
        transaction,
        tasks.c.request == task.request,
        tasks.c.status == Status.WITH_COORDINATOR,
        tasks.c.kind == Kind.SOMETHING_ELSE,
        kind=kind,
        level=level,
    )


async def give_neighbourhood(transaction: Transaction, task: Task, neighbourhood_id: int) -> bool:
    """Give a waiting request its neighbourhood; False where it does not wait for one."""
    return await change(
        transaction,
        tasks.c.request == task.request,
        tasks.c.status == Status.WITH_COORDINATOR,
        tasks.c.neighbourhood_id.is_(None),
        neighbourhood_id=neighbourhood_id,
    )


async def settle_card(
    transaction: Transaction, task: Task, named: frozenset[int], left_out: frozenset[Detail]
) -> None:
    """Note what the card of a request names and leaves out, which nobody has seen so far."""
    await change(
        transaction,
        tasks.c.request == task.request,
        tasks.c.status.in_(UNFINISHED),
        named=sorted(named),
        left_out=sorted(left_out),
    )


async def open_up(transaction: Transaction, task: Task) -> bool:
    """Let volunteers see a request that has all it needs; False where it lacks something."""
    return await change(
        transaction,
        tasks.c.request == task.request,
        tasks.c.status == Status.WITH_COORDINATOR,
        tasks.c.kind != Kind.SOMETHING_ELSE,
        tasks.c.neighbourhood_id.is_not(None),
        status=Status.OPEN,
    )


async def raise_level(transaction: Transaction, task: Task) -> bool:
    """Leave a request to a coordinator's choice, now or once it is handed back; False if it was."""
    return await change(
        transaction,
        tasks.c.request == task.request,
        tasks.c.status.in_(UNFINISHED),
        tasks.c.level != Level.ASSIGNED,
        level=Level.ASSIGNED,
    )


async def with_reference(transaction: Transaction, reference: str) -> Task | None:
    """Return the task of a reference, or None where there is none."""
    number = await transaction.connection.scalar(
        select(tasks.c.id).where(tasks.c.reference == reference)
    )
    return None if number is None else await get(transaction, number)


async def give_to(
    transaction: Transaction, task: Task, person_id: int, now: datetime, at_once: int
) -> bool:
    """Give a task to a volunteer in the place of whoever holds it, if anybody.

    False where it stands otherwise than the caller knew, or where they hold too many.
    """
    holder = tasks.c.helper_id
    return await change(
        transaction,
        tasks.c.id == task.id,
        tasks.c.claim_number == task.claim_number,
        tasks.c.status.in_((Status.OPEN, *HELD)),
        holder.is_(None) if task.helper_id is None else holder == task.helper_id,
        *has_room(person_id, at_once),
        **claimed_by(person_id, now),
    )


async def close_as_done(
    transaction: Transaction, task: Task, closed_by: int, now: datetime
) -> bool:
    """Close all of a request that is not finished as fulfilled; False where nothing is open."""
    return await change(
        transaction,
        tasks.c.request == task.request,
        tasks.c.status.in_(UNFINISHED),
        status=Status.DONE,
        closed_at=now,
        confirmed_at=now,
        closed_as=ClosedAs.FULFILLED,
        closed_by=closed_by,
    )


async def reopen(transaction: Transaction, task: Task, closed_after: datetime) -> bool:
    """Open a finished task again; where it was closed with others of its request, those too.

    False where it was closed at that moment or before, where its words are forgotten, or where it
    was not as the caller knew it. What lacks its kind or its neighbourhood waits for a coordinator.
    """
    lacks = (tasks.c.kind == Kind.SOMETHING_ELSE) | tasks.c.neighbourhood_id.is_(None)
    together = task.status is Status.WITHDRAWN or task.closed_as is not None
    return await change(
        transaction,
        tasks.c.request == task.request if together else tasks.c.id == task.id,
        tasks.c.status == task.status,
        tasks.c.closed_at == task.closed_at,
        tasks.c.closed_at > closed_after,
        tasks.c.first_name.is_not(None),
        status=case((lacks, Status.WITH_COORDINATOR), else_=Status.OPEN),
        closed_at=None,
        closed_as=None,
        closed_by=None,
        confirmed_at=None,
        **NOBODYS,
    )


async def closed_by(transaction: Transaction, task: Task) -> int | None:
    """Return the number of the coordinator who closed a task, or None where none did."""
    number: int | None = await transaction.connection.scalar(
        select(tasks.c.closed_by).where(tasks.c.id == task.id)
    )
    return number
