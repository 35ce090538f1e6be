"""What happens while nobody takes a request: it is carried further, step by step.

Its card is raised, then it is offered in the neighbourhoods beside, then volunteers are asked
directly, a few at a time, and at last a coordinator hears, with all that was tried. A step that is
not possible is left out. The resident is told of each step that was done, once.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Final

from handlers import posting
from handlers.announcing import group_wanted, request_to_complete
from handlers.asking.closing import close
from handlers.asking.whom import to_resident
from handlers.cards import moment_of, window_of
from handlers.deadlines import (
    EVERY_DAY,
    GIVEN_UP_AFTER,
    UNCLAIMED,
    carrying,
    is_carried,
    is_still_news,
)
from handlers.helping.helping import to_choose
from handlers.helping.task_buttons import page_button
from handlers.helping.unreached import ring_instead
from handlers.house import Turn
from handlers.looking_after import Word, coordinators_for, look_tomorrow, to_coordinators
from handlers.messages import Message
from handlers.texts import Line, Listed, Paragraph, PublicName, T
from handlers.timed_work import TimedWork
from handlers.waiting.carrying import SOONEST, Schedule
from handlers.waiting.direct_asks import asked, is_anybody_left
from storage import asks, due_work, people, reach, tasks
from storage.model import Level, Reach, Status, Task
from storage.outbox import Purpose

#: Does a step; returns no messages where it is not possible at this moment.
_Step = Callable[[Turn, Task], Awaitable[Sequence[Message]]]
#: Says whether a step would be possible at this moment.
_IsPossible = Callable[[Turn, Task], Awaitable[bool]]


async def _unclaimed(turn: Turn, task_id: int) -> list[Message]:
    """Nobody has taken a request: carry it further, or remind those who look after the scheme."""
    task = await tasks.get(turn.transaction, task_id)
    if task.status not in (Status.OPEN, Status.WITH_COORDINATOR):
        return []
    if turn.now >= task.window_end + GIVEN_UP_AFTER and await _is_wholly_free(turn, task):
        return await _given_up(turn, task)
    if not is_carried(task) or task.reach is Reach.COORDINATOR:
        return await _reminded(turn, task)
    steps = await carrying(turn, task)
    if turn.now >= _coordinator_at(task, steps):
        steps_done = await tried(turn, task)
        await reach.advance(turn.transaction, task, Reach.COORDINATOR)
        return await _reminded(turn, task, steps_done)
    return await _carried(turn, task, steps)


async def _is_wholly_free(turn: Turn, task: Task) -> bool:
    """Say whether nobody has any place of a request."""
    places = await tasks.unfinished_places(turn.transaction, task)
    return all(each.helper_id is None for each in places)


async def _given_up(turn: Turn, task: Task) -> list[Message]:
    """Close a request whose time was over long ago, so that its private parts are forgotten too."""
    closed = await close(turn, task)
    if closed is None:
        return []
    reference = PublicName(task.reference)
    resident = T("given-up-to-resident", reference=reference)
    return [
        *closed,
        await to_resident(turn, task, (resident,), purpose=Purpose.NEWS),
        *await to_coordinators(turn, task, (T("given-up-to-owners", reference=reference),)),
    ]


async def _carried(turn: Turn, task: Task, steps: Schedule) -> list[Message]:
    """Do the first step that is due and possible, if there is one, and plan the next look."""
    due = [step for step in _ahead(task) if step in _STEPS and steps.at(step) <= turn.now]
    for step in [Reach.ASKING] if task.reach is Reach.ASKING else due:
        messages = await _STEPS[step](turn, task)
        if messages:
            is_first = await reach.advance(turn.transaction, task, step)
            task = await tasks.get(turn.transaction, task.id)
            # What is late by now follows soon.
            at = max(_next(task, steps, turn.now, also_late=True), turn.now + SOONEST)
            await due_work.plan(turn.transaction, UNCLAIMED, task.id, at)
            return [*messages, *(await _told(turn, task) if is_first else [])]
    at = _next(task, steps, turn.now)
    await due_work.plan(turn.transaction, UNCLAIMED, task.id, at)
    return []


def _coordinator_at(task: Task, steps: Schedule) -> datetime:
    """Return when a coordinator hears, whatever was not tried by then."""
    return min(task.window_end, steps.at(Reach.COORDINATOR))


def _ahead(task: Task) -> list[Reach]:
    """Return the steps that a task has not come to yet."""
    return list(reach.ORDER[reach.ORDER.index(task.reach) + 1 :])


def _next(task: Task, steps: Schedule, now: datetime, *, also_late: bool = False) -> datetime:
    """Return when to look at an open task again: at its next step, or for more volunteers."""
    moments = [steps.at(step) for step in _ahead(task)]
    if steps.at(Reach.ASKING) <= now:
        moments.append(steps.next_batch(now))
    return min(each for each in moments if also_late or each > now)


# --- The steps -----------------------------------------------------------------------------------


async def _raised(turn: Turn, task: Task) -> Sequence[Message]:
    return await posting.cards_anew(turn, task, await posting.groups_at_home(turn, task))


async def _offered_beside(turn: Turn, task: Task) -> Sequence[Message]:
    return await posting.cards_anew(turn, task, await posting.groups_beside(turn, task))


async def _can_be_raised(turn: Turn, task: Task) -> bool:
    return any(each.reachable for each in await posting.groups_at_home(turn, task))


async def _can_be_offered_beside(turn: Turn, task: Task) -> bool:
    return any(each.reachable for each in await posting.groups_beside(turn, task))


async def _has_coordinator(turn: Turn, task: Task) -> bool:
    return bool(await coordinators_for(turn, task))


_STEPS: Final[Mapping[Reach, _Step]] = {
    Reach.RAISED: _raised,
    Reach.ADJACENT: _offered_beside,
    Reach.ASKING: asked,
}
_IS_POSSIBLE: Final[Mapping[Reach, _IsPossible]] = {
    Reach.RAISED: _can_be_raised,
    Reach.ADJACENT: _can_be_offered_beside,
    Reach.ASKING: is_anybody_left,
    Reach.COORDINATOR: _has_coordinator,
}


# --- What the resident hears ---------------------------------------------------------------------


async def _told(turn: Turn, task: Task) -> list[Message]:
    """Return word to a resident of the step that was just done, and of the next.

    Of a request that takes several helpers, the first place that is free speaks for all. Whoever
    is out of reach would hear of steps that are over by then.
    """
    resident = await people.get(turn.transaction, task.resident_id)
    if not resident.reachable:
        return []
    places = await tasks.of_request(turn.transaction, task)
    if any(each.status is Status.OPEN and each.slot < task.slot for each in places):
        return []
    areas = Listed(tuple(PublicName(each.name) for each in await posting.areas_beside(turn, task)))
    reference = PublicName(task.reference)
    done = {
        Reach.RAISED: T("carried-raised", reference=reference),
        Reach.ADJACENT: T("carried-adjacent", reference=reference, areas=areas),
        Reach.ASKING: T("carried-asking", reference=reference),
    }
    lines = (done[task.reach], await _what_next(turn, task))
    return [await to_resident(turn, task, lines, purpose=Purpose.NEWS)]


async def standing(turn: Turn, task: Task) -> list[Line]:
    """Return how an open request stands that nobody has taken, and what happens next."""
    if task.reach is Reach.COORDINATOR and not await coordinators_for(turn, task):
        return [T("waiting-nobody")]
    lines: list[Line] = [T(f"waiting-{task.reach.value}")]
    if task.reach is not Reach.COORDINATOR:
        lines.append(await _what_next(turn, task))
    return [*lines, T("waiting-word")]


async def _what_next(turn: Turn, task: Task) -> T:
    """Return what is done next if nobody takes a request, and when; what is possible as of now."""
    steps = await carrying(turn, task)
    home = await posting.home_of(turn, task)
    last = _coordinator_at(task, steps)
    # What is late by now waits until the task is looked at next.
    look_at = await due_work.planned_at(turn.transaction, UNCLAIMED, task.id)
    for step in _ahead(task):
        at = last if step is Reach.COORDINATOR else steps.at(step)
        at = max(at, look_at or turn.now + SOONEST)
        is_in_time = step is Reach.COORDINATOR or at < last
        if is_in_time and await _IS_POSSIBLE[step](turn, task):
            return T(f"next-{step.value}", by=moment_of(at, home))
    return T("next-nothing")


# --- A coordinator -------------------------------------------------------------------------------


async def tried(turn: Turn, task: Task) -> Line:
    """Return what was tried for a request, for whoever looks for a way now."""
    steps: list[Line] = [T("tried")]
    if task.reach is not Reach.POSTED and await posting.groups_at_home(turn, task):
        steps.append(T("tried-raised"))
    if task.reach in posting.REACHING_OUT and await posting.groups_beside(turn, task):
        areas = tuple(PublicName(each.name) for each in await posting.areas_beside(turn, task))
        steps.append(T("tried-adjacent", areas=Listed(areas)))
    number, refusals = await asks.counted(turn.transaction, task.id)
    steps.append(T("tried-asking", number=number, refusals=refusals))
    return Paragraph(steps)


async def _reminded(turn: Turn, task: Task, also: Line | None = None) -> list[Message]:
    """Tell the resident every day, and those who look after it once: then it is in their queue."""
    await due_work.plan(turn.transaction, UNCLAIMED, task.id, turn.now + EVERY_DAY)
    await look_tomorrow(turn)
    is_new = also is not None or task.level is Level.ASSIGNED
    to_others = await _what_others_can_do(turn, task, also) if is_new else []
    if not is_still_news(turn, task):
        return to_others
    # Whoever has not written to the service yet cannot be written to.
    is_known = await _has_coordinator(turn, task)
    told = "unclaimed-to-resident" if is_known else "unclaimed-and-nobody-told"
    if is_known and task.status is Status.WITH_COORDINATOR:
        told = "uncompleted-to-resident"
    said = T(told, reference=PublicName(task.reference))
    resident = await people.get(turn.transaction, task.resident_id)
    if resident.rung and also is None:
        # They are rung with news, and not every day because there is none.
        return to_others
    if not (resident.reachable or resident.rung) and is_known:
        # Word of every day would be out of date by the time that it arrives.
        return [*to_others, *await ring_instead(turn, task, resident)]
    return [*to_others, await to_resident(turn, task, (said,), purpose=Purpose.NEWS)]


async def _what_others_can_do(turn: Turn, task: Task, also: Line | None) -> list[Message]:
    """Return word to those who look after it, with every button that helps a request on."""
    if task.status is Status.WITH_COORDINATOR:
        page = ((page_button(task),),)
        return await request_to_complete(turn, task, () if also is None else (also,), page)
    word = await what_others_can_do(turn, task)
    lines = word.lines if also is None else (*word.lines, also)
    return await to_coordinators(turn, task, lines, word.buttons)


async def what_others_can_do(turn: Turn, task: Task) -> Word:
    """Return what is to be done for a request that nobody has and nothing lacks, with buttons."""
    word = await _what_to_do(turn, task)
    return Word(word.lines, (*word.buttons, (page_button(task),)))


async def _what_to_do(turn: Turn, task: Task) -> Word:
    if task.level is Level.ASSIGNED:
        return await to_choose(turn, task)
    if not await posting.is_shown(turn, task):
        return await group_wanted(turn, task)
    reference, kind = PublicName(task.reference), T(f"kind-{task.kind.value}")
    window = window_of(task, await posting.home_of(turn, task))
    return Word((T("unclaimed-to-owners", reference=reference, kind=kind, window=window),))


TIMED: Final[TimedWork] = {UNCLAIMED: _unclaimed}
