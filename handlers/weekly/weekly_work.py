"""Every week anew: a request is made from weekly help, well ahead, and given to its volunteer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from handlers.announcing import announced
from handlers.deadlines import plan_for_open_task
from handlers.free_reference import free_reference
from handlers.helping.helping import given
from handlers.helping.private_parts import name_of
from handlers.helping.unreached import ring_instead
from handlers.house import Turn
from handlers.looking_after import to_coordinators
from handlers.messages import Message, Say
from handlers.texts import Line, Personal, PublicName, T, Window
from handlers.timed_work import TimedWork
from handlers.weekly import weekly
from storage import blocks, people, repeats, tasks
from storage.model import NewTask, Person, Repeat, RepeatStatus, Status, Task
from storage.outbox import Purpose

#: A pair's weekly help is always its volunteer's, however much else they hold.
NO_LIMIT: Final = 1_000_000


async def _arrange(turn: Turn, repeat_id: int) -> list[Message]:
    """Arrange the next week, and plan to look at the one after it."""
    repeat = await repeats.get(turn.transaction, repeat_id)
    if repeat.status is RepeatStatus.ENDED:
        return []
    window = await weekly.next_window(turn, repeat)
    await weekly.plan(turn, repeat, await weekly.week_after(turn, repeat))
    if window.start <= turn.now:
        # Nobody could have looked in time: the service did not run.
        return await _to_coordinators(turn, repeat, T("weekly-missed-to-owners", window=window))
    if repeat.status is RepeatStatus.CHOOSING:
        waits = T("weekly-choosing-to-owners", window=window)
        return await _to_coordinators(turn, repeat, waits)
    if await blocks.is_blocked(turn.transaction, repeat.resident_id):
        waits = T("weekly-blocked-to-owners", window=window)
        return await _to_coordinators(turn, repeat, waits)
    earlier = await weekly.unfinished(turn, repeat)
    if earlier is not None:
        return await _left_out(turn, repeat, window, earlier)
    return await _made(turn, repeat, window)


async def _to_coordinators(turn: Turn, repeat: Repeat, what: T) -> list[Message]:
    """Tell those who look after a place of weekly help whose next week was not arranged."""
    name = await weekly.helped_name(turn, repeat)
    whose = Personal("weekly-whose", name=name, kind=T(f"kind-{repeat.kind.value}"))
    return await to_coordinators(turn, repeat, (whose, what))


async def _left_out(turn: Turn, repeat: Repeat, window: Window, earlier: Task) -> list[Message]:
    """Leave out a week while an earlier one is not finished, so that nothing piles up."""
    reference = PublicName(earlier.reference)
    resident = await people.get(turn.transaction, repeat.resident_id)
    told = T("weekly-left-out", window=window, reference=reference)
    to_others = T("weekly-left-out-to-owners", window=window, reference=reference)
    return [
        Say(resident, (told,), purpose=Purpose.NEWS),
        *await _to_coordinators(turn, repeat, to_others),
    ]


async def _made(turn: Turn, repeat: Repeat, window: Window) -> list[Message]:
    resident = await people.get(turn.transaction, repeat.resident_id)
    new = replace(await _new_task(turn, repeat, window), by_phone=resident.rung)
    task = await tasks.add(turn.transaction, resident, new)
    helper = await _helper(turn, repeat, window)
    if helper is not None and await tasks.claim(
        turn.transaction, task, helper.id, turn.now, NO_LIMIT
    ):
        name = await weekly.helped_name(turn, repeat)
        words: dict[int, Line] = {
            helper.id: Personal("weekly-yours-again", name=name),
            resident.id: Personal("weekly-comes-again", name=name_of(helper), window=window),
        }
        return _beginning_with(words, await given(turn, helper, task))
    await plan_for_open_task(turn, task)
    told = await _told_of_card(turn, repeat, window, PublicName(task.reference))
    return [*told, *await ring_instead(turn, task, resident), *await announced(turn, task)]


async def _new_task(turn: Turn, repeat: Repeat, window: Window) -> NewTask:
    return NewTask(
        reference=await free_reference(turn),
        token=turn.house.token(),
        resident_id=repeat.resident_id,
        neighbourhood_id=repeat.neighbourhood_id,
        status=Status.OPEN,
        kind=repeat.kind,
        level=repeat.level,
        size=repeat.size,
        needs=repeat.needs,
        language_wanted=repeat.language_wanted,
        who_pays=repeat.who_pays,
        ceiling=repeat.ceiling,
        named=repeat.named,
        left_out=repeat.left_out,
        window_start=window.start,
        window_end=window.end,
        created_at=turn.now,
        secrets=await repeats.secrets_of(turn.transaction, repeat),
        helped_id=repeat.helped_id,
        repeat_id=repeat.id,
    )


async def _helper(turn: Turn, repeat: Repeat, window: Window) -> Person | None:
    """Return the volunteer of a pair if they come this week."""
    day = window.start.date()
    is_away = repeat.helper_away_until is not None and day <= repeat.helper_away_until
    if repeat.helper_id is None or is_away:
        return None
    return await weekly.can_come(turn, repeat.helper_id, repeat, day)


def _beginning_with(words: Mapping[int, Line], messages: Sequence[Message]) -> list[Message]:
    """Let what each side hears begin with the reason for it: neither did anything just now."""
    left = dict(words)
    return [
        replace(each, lines=(left.pop(each.to.id), *each.lines), purpose=Purpose.NEWS)
        if isinstance(each, Say) and each.to.id in left
        else each
        for each in messages
    ]


async def _told_of_card(
    turn: Turn, repeat: Repeat, window: Window, reference: PublicName
) -> list[Message]:
    """Tell a resident that this week is open to their neighbours, and why."""
    resident = await people.get(turn.transaction, repeat.resident_id)
    lines: list[Line] = [T("weekly-card", window=window, reference=reference)]
    missing = repeat.helper_id or repeat.wished_id
    if missing is not None:
        name = await weekly.person_name(turn, missing)
        why = "weekly-no-answer-yet" if repeat.helper_id is None else "weekly-not-this-time"
        lines.insert(0, Personal(why, name=name))
    buttons = await weekly.buttons_for(turn, resident, repeat)
    return [Say(resident, lines, buttons, purpose=Purpose.NEWS)]


TIMED: Final[TimedWork] = {weekly.WEEKLY: _arrange}
