"""What is not kept any longer goes: by the clock, a few rows of each kind at a time."""

from datetime import timedelta
from typing import Final

from handlers.cards import DEFAULT_ZONE
from handlers.deadlines import FORGET
from handlers.helping import unreached
from handlers.helping.shown_details import taken_from_both_sides, taken_from_readers
from handlers.house import Turn
from handlers.keeping.staying import SILENT
from handlers.messages import Message
from handlers.timed_work import TimedWork
from handlers.waiting.quiet_hours import QuietHours
from storage import card_lines, due_work, holds, tasks
from storage.retention import TIDY, TIDY_EVERY, periods, sweep_all
from storage.retention.requests import REQUEST
from storage.retention.rules import Keys, sweep


async def _tidy(turn: Turn, _subject: int) -> list[Message]:
    """Drop some of all that is over, and the rest of it right afterwards."""
    held = await holds.held(turn.transaction, turn.now)
    swept = await sweep_all(turn.transaction, turn.now, turn.house.kept, held)
    again_at = turn.now if swept.is_more else turn.now + TIDY_EVERY
    await due_work.plan(turn.transaction, TIDY, 0, again_at)
    await _emptied(turn, swept.of(REQUEST))
    await taken_from_both_sides(turn)
    # By itself, so that nothing is kept too long because of it; and not at night.
    quiet = QuietHours(turn.house.quiet_from, turn.house.quiet_until, DEFAULT_ZONE)
    awake = quiet.after(turn.now, timedelta(0))
    await due_work.plan_unless_planned(turn.transaction, SILENT, 0, awake)
    return []


async def _forget(turn: Turn, task_id: int) -> list[Message]:
    """Empty requests whose time is over: this one, unless what was set since keeps it longer."""
    task = await tasks.get(turn.transaction, task_id)
    if task.closed_at is None or not task.is_finished:
        return []
    kept = turn.house.keeps(periods.REQUESTS)
    if task.closed_at + kept > turn.now:
        await due_work.plan(turn.transaction, FORGET, task_id, task.closed_at + kept)
        return []
    held = await holds.held(turn.transaction, turn.now)
    await _emptied(turn, await sweep(turn.transaction, REQUEST, turn.now, turn.now - kept, held))
    return []


async def _emptied(turn: Turn, keys: Keys) -> None:
    """Let nobody read what was told of requests that are empty now, nor the line of their card."""
    for (task_id,) in keys:
        task = await tasks.get(turn.transaction, task_id)
        await unreached.close(turn, task)
        await taken_from_readers(turn, task)
        places = await tasks.of_request(turn.transaction, task)
        over = turn.now - turn.house.keeps(periods.REQUESTS)
        if all(each.closed_at is not None and each.closed_at <= over for each in places):
            await card_lines.forget(turn.transaction, task)


TIMED: Final[TimedWork] = {TIDY: _tidy, FORGET: _forget}
