"""When a request is looked at again: whatever is not finished has a next deadline."""

from datetime import datetime, timedelta
from typing import Final

from handlers.house import Turn
from storage import due_work
from storage.model import Status, Task

#: Timed work: a request that nobody has claimed, or that a coordinator has not completed.
UNCLAIMED: Final = "unclaimed"
#: Timed work: a claim whose helper should have said by now that it is done.
UNFINISHED: Final = "unfinished"
#: How long before help is wanted an unclaimed request is brought to a coordinator.
BEFORE_WINDOW: Final = timedelta(hours=2)
#: How long a new request is left to the group at least.
FIRST_LOOK: Final = timedelta(minutes=30)
#: Timed work: a request that was closed, whose private parts are due to be forgotten.
FORGET: Final = "forget-request"
#: How long the private parts of a closed request are kept.
KEPT_AFTER_CLOSING: Final = timedelta(hours=72)
AFTER_WINDOW: Final = timedelta(hours=2)
#: How long after the time was over residents and helpers are reminded; the owners always are.
REMINDED_FOR: Final = timedelta(days=3)
EVERY_DAY: Final = timedelta(hours=24)


async def plan_for_open_task(turn: Turn, task: Task) -> None:
    """Look again at a request that nobody has claimed before help is wanted."""
    await due_work.drop(turn.transaction, task.id, UNFINISHED)
    await due_work.plan(turn.transaction, UNCLAIMED, task.id, first_look(task, turn.now))


async def plan_for_claim(turn: Turn, task: Task) -> None:
    """Ask about a claim once the time for it is over."""
    await due_work.drop(turn.transaction, task.id, UNCLAIMED)
    due_at = max(task.window_end + AFTER_WINDOW, turn.now + AFTER_WINDOW)
    await due_work.plan(turn.transaction, UNFINISHED, task.id, due_at)


async def plan_for_closed_task(turn: Turn, task: Task) -> None:
    """Look at a finished task once more only, to forget its private parts."""
    await due_work.drop(turn.transaction, task.id, UNCLAIMED, UNFINISHED)
    await due_work.plan(turn.transaction, FORGET, task.id, turn.now + KEPT_AFTER_CLOSING)


def first_look(task: Task, now: datetime) -> datetime:
    """Return when a request that is open now should be looked at if nobody claims it."""
    if task.status is Status.WITH_COORDINATOR:
        return now + EVERY_DAY
    return max(task.window_start - BEFORE_WINDOW, now + FIRST_LOOK)


def is_still_news(turn: Turn, task: Task) -> bool:
    """Say whether a resident or helper may be written to again; later the owners alone are."""
    return turn.now <= task.window_end + REMINDED_FOR
