"""When a request is looked at again: whatever is not finished has a next deadline."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers import posting
from handlers.cards import DEFAULT_ZONE
from handlers.helping.contact_times import contact_by, nudge_at
from handlers.helping.shown_details import taken_from_readers
from handlers.house import Turn
from handlers.waiting.carrying import Schedule, schedule
from handlers.waiting.quiet_hours import QuietHours
from storage import card_lines, due_work, reach, relay
from storage.model import Level, Reach, Repeat, Status, Task
from storage.retention.periods import REQUESTS

#: Timed work: a request that nobody has claimed, or that a coordinator has not completed.
UNCLAIMED: Final = "unclaimed"
#: Timed work: a claim whose helper should have said by now that it is done.
UNFINISHED: Final = "unfinished"
#: Timed work: a claim whose helper is reminded to get in touch, and one whose time for it is over.
NUDGE: Final = "nudge"
LEASE: Final = "lease"
#: How long before help is wanted a coordinator hears of one who was not picked yet.
BEFORE_WINDOW: Final = timedelta(hours=2)
#: How long a new request is left to the group at least.
FIRST_LOOK: Final = timedelta(minutes=30)
#: Timed work: a request that was closed, whose private parts are due to be forgotten.
FORGET: Final = "forget-request"
#: Timed work: words that nobody decided about in time.
PROPOSAL: Final = "proposal"
#: Timed work: a request that its helper says is done, and one whose resident says that it is not,
#: before and after the owners have heard of it.
CONFIRM: Final = "confirm"
DISPUTE_ASKED: Final = "dispute-asked"
DISPUTED: Final = "disputed"
#: All that may be planned for a request which is done and not confirmed.
UNCONFIRMED: Final = (CONFIRM, DISPUTE_ASKED, DISPUTED)
#: When a resident who has not said whether it is done is reminded, and when it is taken as done.
REMINDED_TO_CONFIRM: Final = timedelta(days=1)
TAKEN_AS_CONFIRMED: Final = timedelta(days=2)
#: How long a resident may leave open what was not done, before the owners hear of it.
UNANSWERED_DISPUTE: Final = timedelta(minutes=30)
AFTER_WINDOW: Final = timedelta(hours=2)
#: How long after the time was over residents and helpers are reminded; the owners always are.
REMINDED_FOR: Final = timedelta(days=3)
#: How long after its time was over a request that nobody took is closed.
GIVEN_UP_AFTER: Final = timedelta(days=14)
EVERY_DAY: Final = timedelta(hours=24)


async def plan_for_open_task(turn: Turn, task: Task) -> None:
    """Look again at a request that nobody has claimed: carry it further, or tell a coordinator."""
    is_new = task.created_at == turn.now and not task.claim_number
    if not is_new:
        await relay.close(turn.transaction, task.id, turn.now)
        planned = (UNFINISHED, NUDGE, LEASE, *UNCONFIRMED, FORGET)
        await due_work.drop(turn.transaction, task.id, *planned)
    look_at = first_look(task, turn.now)
    if is_carried(task):
        if not is_new:
            await reach.begin(turn.transaction, task, turn.now)
        steps = await carrying(turn, replace(task, opened_at=turn.now))
        # What was handed back is raised at once, by whoever opens it again.
        look_at = steps.at(Reach.ADJACENT if task.claim_number else Reach.RAISED)
        # Once its time is over there is nothing to wait for.
        look_at = min(look_at, max(task.window_end, turn.now))
    await due_work.plan(turn.transaction, UNCLAIMED, task.id, look_at)


def is_carried(task: Task) -> bool:
    """Say whether an unclaimed task is carried from step to step until somebody takes it.

    One whose helper a coordinator picks is not, nor one that lacks something.
    """
    return task.status is Status.OPEN and task.level is not Level.ASSIGNED


async def carrying(turn: Turn, task: Task) -> Schedule:
    """Return when an open task is carried one step further."""
    quiet = await quiet_hours_of(turn, task)
    opened_at = task.opened_at or task.created_at
    return schedule(opened_at, task.window_start, task.window_end, quiet)


async def plan_for_claim(turn: Turn, task: Task) -> None:
    """Open a claim again whose helper does not get in touch; ask about it once its time is over."""
    await due_work.drop(turn.transaction, task.id, UNCLAIMED)
    by = await contact_wanted_by(turn, task)
    nudge = nudge_at(turn.now, by, await zone_of(turn, task))
    await due_work.plan(turn.transaction, NUDGE, task.id, nudge)
    await due_work.plan(turn.transaction, LEASE, task.id, by)
    over_at = max(task.window_end + AFTER_WINDOW, turn.now + AFTER_WINDOW)
    due_at = await when_awake(turn, task, over_at)
    await due_work.plan(turn.transaction, UNFINISHED, task.id, due_at)


async def plan_for_closed_task(turn: Turn, task: Task) -> None:
    """Look at a finished task to forget its private parts, and until it is confirmed if done."""
    await relay.close(turn.transaction, task.id, turn.now)
    await due_work.drop(turn.transaction, task.id, UNCLAIMED, UNFINISHED, NUDGE, LEASE)
    await due_work.plan(turn.transaction, FORGET, task.id, turn.now + turn.house.keeps(REQUESTS))
    await taken_from_readers(turn, task)
    line = await card_lines.waiting(turn.transaction, task)
    if line is not None:
        # Nobody need read it any more.
        await due_work.plan(turn.transaction, PROPOSAL, line.id, turn.now)
    if task.status is Status.DONE:
        due_at = await when_awake(turn, task, turn.now + REMINDED_TO_CONFIRM)
        await due_work.plan(turn.transaction, CONFIRM, task.id, due_at)


async def contact_wanted_by(turn: Turn, task: Task) -> datetime:
    """Return by when the helper of a task should be in touch, in the time of its neighbourhood."""
    claimed_at = task.claimed_at or turn.now
    return contact_by(claimed_at, task.window_start, await zone_of(turn, task))


async def quiet_hours_of(turn: Turn, about: Task | Repeat) -> QuietHours:
    """Return the hours in which nobody is asked anything about a task or weekly help."""
    zone = await zone_of(turn, about)
    return QuietHours(turn.house.quiet_from, turn.house.quiet_until, zone)


async def when_awake(turn: Turn, about: Task | Repeat, moment: datetime) -> datetime:
    """Return a moment, or the first one after it in which nobody is left alone."""
    return (await quiet_hours_of(turn, about)).after(moment, timedelta(0))


async def zone_of(turn: Turn, task: Task | Repeat) -> ZoneInfo:
    """Return the time zone in which a task or weekly help is spoken of."""
    home = await posting.home_of(turn, task)
    return ZoneInfo(home.time_zone) if home else DEFAULT_ZONE


def first_look(task: Task, now: datetime) -> datetime:
    """Return when a request that is open now should be looked at if nobody claims it."""
    if task.status is Status.WITH_COORDINATOR:
        return now + EVERY_DAY
    return max(task.window_start - BEFORE_WINDOW, now + FIRST_LOOK)


def is_still_news(turn: Turn, task: Task) -> bool:
    """Say whether a resident or helper may be written to again; later the owners alone are."""
    return turn.now <= task.window_end + REMINDED_FOR
