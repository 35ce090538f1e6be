"""Something that was asked for long ago, with what became of it, without anybody being told."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage import reveals, task_changes, tasks
from storage.database import Transaction
from storage.model import (
    ClosedAs,
    Kind,
    Level,
    Need,
    NewTask,
    Person,
    Secrets,
    Stage,
    Status,
    Task,
)


@dataclass(frozen=True)
class Past:
    """What was asked for when and where, who took it after how long, and how it stands now.

    `closed_as` is why a coordinator closed it, where one did.
    """

    kind: Kind
    area: int | None
    at: datetime
    taken_after: timedelta | None = None
    status: Status = Status.OPEN
    closed_as: ClosedAs | None = None
    needs: frozenset[Need] = frozenset()
    language_wanted: str | None = None


async def happen(
    transaction: Transaction, past: Past, resident: Person, helper: Person, reference: str
) -> None:
    """Let something have happened; a helper takes part where it was taken."""
    task = await tasks.add(transaction, resident, _new(past, resident, reference))
    if past.taken_after is not None:
        taken_at = past.at + past.taken_after
        assert await tasks.claim(transaction, task, helper.id, taken_at, at_once=1000)
        task = await tasks.get(transaction, task.id)
        await reveals.record(transaction, task, helper.id, Stage.CLAIMED, taken_at)
    await _end(transaction, past, task, helper)


async def _end(transaction: Transaction, past: Past, task: Task, helper: Person) -> None:
    match past.status:
        case Status.OPEN if task.helper_id is not None:
            assert await tasks.release(transaction, task, helper.id)
        case Status.DONE if past.closed_as is None:
            assert await tasks.finish(transaction, task, helper.id, past.at)
        case Status.DONE:
            assert await task_changes.close_as_done(transaction, task, helper.id, past.at)
        case Status.WITHDRAWN:
            by = None if past.closed_as is None else helper.id
            assert await tasks.withdraw(transaction, task, past.at, past.closed_as, by)
        case status:
            assert task.status is status


def _new(past: Past, resident: Person, reference: str) -> NewTask:
    return NewTask(
        reference=reference,
        token=reference.lower(),
        resident_id=resident.id,
        neighbourhood_id=past.area,
        status=Status.OPEN,
        kind=past.kind,
        level=Level.OPEN,
        size=None,
        needs=past.needs,
        language_wanted=past.language_wanted,
        who_pays=None,
        ceiling=None,
        window_start=past.at,
        window_end=past.at,
        created_at=past.at,
        secrets=Secrets(first_name=resident.first_name),
    )
