"""How much waits to be done, and since when: numbers for whoever watches over the service."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select

from storage.database import Transaction
from storage.model import Status
from storage.outbox import DUE, Purpose
from storage.tables import due_work, inbox, is_literally, outbox, tasks

#: Where a request stands that is not at its end.
UNDER_WAY: Final = (Status.WITH_COORDINATOR, Status.OPEN, Status.CLAIMED, Status.ON_THE_WAY)
#: Where a message stands that waits to be sent.
TO_BE_SENT: Final = (*DUE, "waiting")


@dataclass(frozen=True, slots=True)
class Unsent:
    """Messages for one purpose that stand the same, and when the oldest of them was kept."""

    purpose: Purpose
    status: str
    count: int
    oldest_at: datetime


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits: updates, messages, requests and timed work; None where there is none.

    `work_due_at` is when the next piece of timed work is due, or was.
    """

    updates: int
    oldest_update_at: datetime | None
    messages: Sequence[Unsent]
    requests: Mapping[Status, int]
    work_due_at: datetime | None


def _unsent(stands: ColumnElement[bool]) -> Select[Any]:
    return (
        select(outbox.c.purpose, outbox.c.status, func.count(), func.min(outbox.c.created_at))
        .where(stands)
        .group_by(outbox.c.purpose, outbox.c.status)
    )


_UPDATES = select(func.count(), func.min(inbox.c.received_at)).where(
    is_literally(inbox.c.status, "new")
)
#: One for each index.
_MESSAGES = (
    _unsent(is_literally(outbox.c.status, *DUE)),
    _unsent(is_literally(outbox.c.status, "waiting")),
)
_REQUESTS = (
    select(tasks.c.status, func.count())
    .where(tasks.c.status.in_(UNDER_WAY))
    .group_by(tasks.c.status)
)
_WORK = select(due_work.c.due_at).order_by(due_work.c.due_at).limit(1)


async def look(transaction: Transaction) -> Backlog:
    """Count what waits at this moment."""
    execute = transaction.connection.execute
    updates, oldest = (await execute(_UPDATES)).one()
    messages = [
        Unsent(Purpose(purpose), status, count, oldest_at)
        for statement in _MESSAGES
        for purpose, status, count, oldest_at in await execute(statement)
    ]
    requests = {Status(status): count for status, count in await execute(_REQUESTS)}
    work = (await execute(_WORK)).scalar_one_or_none()
    return Backlog(updates, oldest, messages, requests, work)
