"""Requests that wait: without a helper, lacking something, or with a helper who is not heard of."""

from datetime import timedelta
from typing import Final

from handlers.actions import About
from handlers.announcing import lacking_to
from handlers.deadlines import AFTER_WINDOW, NUDGE
from handlers.helping.lease import late_word
from handlers.helping.task_buttons import page_button
from handlers.helping.unreached import helper_lost_lines
from handlers.house import PersonalTurn
from handlers.looking_after import Word
from handlers.messages import Say
from handlers.queue.from_tables import source
from handlers.queue.item import Sort
from handlers.waiting.waterfall import tried, what_others_can_do
from storage import people, queue_sorts, tasks
from storage.model import Level, Reach, Status

#: So long before its time is over a request that nobody has taken stands in the queue.
NEAR: Final = timedelta(hours=2)

_Shown = tuple[About | None, Say]


async def _without_helper(turn: PersonalTurn, number: int) -> _Shown:
    """Show a request that nobody has as those who look after it hear of it, with what was tried."""
    task = await tasks.get(turn.transaction, number)
    if task.status is Status.WITH_COORDINATOR:
        page = ((page_button(task),),)
        return task, await lacking_to(turn, task, turn.person, buttons=page)
    word = await what_others_can_do(turn, task)
    if task.level is not Level.ASSIGNED and task.reach is Reach.COORDINATOR:
        word = Word((*word.lines, await tried(turn, task)), word.buttons)
    return task, word.to(turn.person)


async def _late(turn: PersonalTurn, number: int) -> _Shown:
    task = await tasks.get(turn.transaction, number)
    return task, (await late_word(turn, task)).to(turn.person)


async def _helper_lost(turn: PersonalTurn, number: int) -> _Shown:
    task = await tasks.get(turn.transaction, number)
    assert task.helper_id is not None  # noqa: S101 - its helper is out of reach
    helper = await people.get(turn.transaction, task.helper_id)
    lines = await helper_lost_lines(turn, task, helper)
    return task, Word(lines, ((page_button(task),),)).to(turn.person)


SOURCES: Final = (
    source(Sort.UNCLAIMED, _without_helper, lambda _turn: queue_sorts.unclaimed(NEAR)),
    source(Sort.COMPLETE, _without_helper, lambda _turn: queue_sorts.uncompleted),
    source(Sort.HAND_OVER, _without_helper, lambda _turn: queue_sorts.handed_over),
    source(Sort.CHOOSE, _without_helper, lambda _turn: queue_sorts.unchosen),
    source(Sort.LATE, _late, lambda _turn: queue_sorts.late(NUDGE, AFTER_WINDOW)),
    source(Sort.UNREACHED, _helper_lost, lambda _turn: queue_sorts.unreached_helpers),
)
