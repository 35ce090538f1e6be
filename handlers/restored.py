"""What a restored state is made ready with before the service goes on from it.

Between the backup and now people went on, and nobody knows how. So nothing is said that may have
been said already, nobody is blamed for what they may have done, and for a while nobody is reminded
of anything: whoever looks after the scheme can set right first what they know better.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.afterwards.reciprocity import ASK_TO_OFFER
from handlers.asking.reviewing_consent import REVIEW, UNANSWERED
from handlers.call_outs import timetable
from handlers.deadlines import CONFIRM, LEASE, NUDGE, TAKEN_AS_CONFIRMED
from handlers.dialogue import DRAFT, FORGOTTEN_AFTER
from handlers.forgetting.doing_it import (
    FAREWELL,
    FORGOTTEN,
    FORMER_TRANSIT,
    NEW_TRANSIT,
    plan_nothing_more,
)
from handlers.forgetting.winding_up import wind_up
from handlers.house import Turn
from handlers.safekeeping import RESTORED, in_minutes
from handlers.safety.safeguarding import WORRY
from handlers.safety.whereabouts import zone_of_scheme
from handlers.waiting.quiet_hours import QuietHours
from handlers.weekly import weekly
from storage import (
    after_backup,
    call_outs,
    conversations,
    due_work,
    erasing,
    fates,
    neighbourhoods,
    people,
    repeats,
    tasks,
)
from storage.call_outs import OPEN, CallOut, Standing
from storage.forgetting import LATER
from storage.retention import TIDY

#: So much waking time passes before anybody is reminded of anything.
LEFT_IN_PEACE: Final = timedelta(hours=2)
#: So far apart is then done what is overdue.
APART: Final = timedelta(seconds=10)
#: What waits for nobody: private text whose time is over, keys of the forgotten, and worries.
AT_ONCE: Final = frozenset({TIDY, FORGOTTEN, NEW_TRANSIT, FORMER_TRANSIT, FAREWELL, LATER, WORRY})

#: Does what is kind about overdue work; returns whether it is still to be done, later.
_Late = Callable[[Turn, int], Awaitable[bool]]


async def forget_again(turn: Turn) -> int:
    """Empty the rows of everybody whose key is gone, and return how many people that are."""
    everybody = await erasing.people_gone(turn.transaction)
    for person_id in everybody:
        person = await people.get(turn.transaction, person_id)
        # Those who counted on them were told when they were forgotten: nobody is told again.
        await wind_up(turn, person)
        await plan_nothing_more(turn, person)
        await erasing.erase_person(turn.transaction, person_id, turn.now)
    helped = await erasing.helped_people_gone(turn.transaction)
    for helped_id in helped:
        await due_work.drop(turn.transaction, helped_id, REVIEW, UNANSWERED)
        await erasing.erase_helped_person(turn.transaction, helped_id, turn.now)
    if everybody or helped:
        await due_work.plan(turn.transaction, FORGOTTEN, 0, turn.now)
    return len(everybody) + len(helped)


async def make_ready(turn: Turn, at: datetime) -> None:
    """Make a state from a moment `at` ready to go on from, and have the owners told of it.

    Before, what was unsent and unread has been closed, and whoever was forgotten is again.
    """
    await after_backup.end_leases(turn.transaction)
    for call_out in await call_outs.going_on(turn.transaction):
        await _calm(turn, call_out)
    await _do_late_work_kindly(turn)
    await due_work.plan(turn.transaction, RESTORED, in_minutes(at), turn.now)


async def _do_late_work_kindly(turn: Turn) -> None:
    first = await _left_in_peace_until(turn)
    later = []
    for work in await after_backup.due_until(turn.transaction, first):
        if work.kind in AT_ONCE:
            continue
        is_late = work.due_at <= turn.now or work.kind == LEASE
        kindly = _KINDLY.get(work.kind) if is_late else None
        if kindly is None or await kindly(turn, work.subject):
            later.append(work)
        else:
            await due_work.finish(turn.transaction, work)
    await after_backup.put_off(turn.transaction, later, first, APART)


async def _left_in_peace_until(turn: Turn) -> datetime:
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    zone = ZoneInfo(zone_of_scheme(turn.house, everywhere))
    quiet = QuietHours(turn.house.quiet_from, turn.house.quiet_until, zone)
    return quiet.after(turn.now, LEFT_IN_PEACE)


async def _calm(turn: Turn, call_out: CallOut) -> None:
    """Call nobody again by a call-out, and thank nobody again for one that is over by now."""
    await call_outs.all_are_called(turn.transaction, call_out)
    is_over = call_out.ends_at + timetable.OVER_AFTER <= turn.now
    if is_over and call_out.standing in OPEN:
        await call_outs.finish(turn.transaction, call_out)
    elif is_over and call_out.standing is Standing.WAITING:
        await call_outs.refuse(turn.transaction, call_out, None, turn.now)
    if is_over:
        await fates.stop(turn.transaction, call_out.id, turn.now)
        await timetable.nothing_more(turn, call_out)


async def _nothing_more(turn: Turn, subject: int) -> bool:
    """It was done in the time that is lost; twice would be too much."""
    return False


async def _reminded_perhaps(turn: Turn, task_id: int) -> bool:
    """Remind a helper (again) only where the time to get in touch is not over soon."""
    by = await due_work.planned_at(turn.transaction, LEASE, task_id)
    return by is not None and by > await _left_in_peace_until(turn)


async def _in_touch_perhaps(turn: Turn, task_id: int) -> bool:
    """Take it that a helper got in touch in time: nobody loses a request for what was lost."""
    task = await tasks.get(turn.transaction, task_id)
    if task.helper_id is not None:
        await tasks.note_contact(turn.transaction, task, task.helper_id, turn.now)
    return False


async def _draft(turn: Turn, person_id: int) -> bool:
    """Recall nobody again, and forget without a word what was left half-finished long ago."""
    person = await people.with_number(turn.transaction, person_id)
    stored = None if person is None else await conversations.load(turn.transaction, person)
    if person is None or stored is None:
        return False
    over_at = stored.updated_at + FORGOTTEN_AFTER
    if over_at <= turn.now:
        await conversations.forget(turn.transaction, person)
        return False
    await due_work.plan(turn.transaction, DRAFT, person_id, over_at)
    return over_at <= await _left_in_peace_until(turn)


async def _confirmed_later(turn: Turn, task_id: int) -> bool:
    """Ask no resident a second time whether it is done; what nobody disputes is taken as done."""
    task = await tasks.get(turn.transaction, task_id)
    taken_at = turn.now if task.closed_at is None else task.closed_at + TAKEN_AS_CONFIRMED
    if taken_at <= turn.now:
        return True
    await due_work.plan(turn.transaction, CONFIRM, task_id, taken_at)
    return taken_at <= await _left_in_peace_until(turn)


async def _missed_weeks(turn: Turn, repeat_id: int) -> bool:
    """Go on with weekly help at its next time; the weeks between are over, and nobody is told."""
    repeat = await repeats.get(turn.transaction, repeat_id)
    while (await weekly.next_window(turn, repeat)).start <= turn.now:
        await weekly.plan(turn, repeat, await weekly.week_after(turn, repeat))
        repeat = await repeats.get(turn.transaction, repeat_id)
    return True


_KINDLY: Final[Mapping[str, _Late]] = {
    NUDGE: _reminded_perhaps,
    LEASE: _in_touch_perhaps,
    DRAFT: _draft,
    CONFIRM: _confirmed_later,
    ASK_TO_OFFER: _nothing_more,
    weekly.WEEKLY: _missed_weeks,
    timetable.CALL: _nothing_more,
    timetable.AGREE: _nothing_more,
    timetable.REMIND: _nothing_more,
    timetable.ASK_AGAIN: _nothing_more,
    timetable.STAND_DOWN: _nothing_more,
}
