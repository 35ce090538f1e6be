"""Whether a helper keeps what they said: reminded in time, and asked once the time is over."""

from typing import Final

from handlers.asking.whom import to_resident
from handlers.deadlines import (
    EVERY_DAY,
    LEASE,
    NUDGE,
    UNFINISHED,
    contact_wanted_by,
    is_still_news,
)
from handlers.helping import unreached
from handlers.helping.private_parts import details_label, name_of
from handlers.helping.reopening import reopened
from handlers.helping.shown_details import closed_details, not_taken_back
from handlers.helping.task_buttons import held_buttons, over_buttons, page_button
from handlers.house import Turn
from handlers.limits.turning_up import missed
from handlers.looking_after import Word, look_tomorrow, to_coordinators
from handlers.messages import Message, Say
from handlers.texts import Personal, PublicName, T, Window
from handlers.timed_work import TimedWork
from storage import due_work, people, tasks
from storage.limits import Why
from storage.model import Status, Task
from storage.outbox import Purpose


async def _nudge(turn: Turn, task_id: int) -> list[Message]:
    """Half of the time to get in touch is over: remind the helper."""
    task = await tasks.get(turn.transaction, task_id)
    if not _is_waited_for(task) or task.helper_id is None:
        return []
    helper = await people.get(turn.transaction, task.helper_id)
    by = await contact_wanted_by(turn, task)
    nudge = T("contact-nudge", reference=PublicName(task.reference), by=Window(by, by))
    # Its buttons go with the details when the task does.
    label = details_label(task)
    return [Say(helper, (nudge,), held_buttons(task), purpose=Purpose.NEWS, label=label)]


async def _over(turn: Turn, task_id: int) -> list[Message]:
    """The time to get in touch is over: the task is open again, and all who wait for it hear so."""
    was = await tasks.get(turn.transaction, task_id)
    if was.helper_id is None or not await tasks.end_lease(turn.transaction, was):
        return []
    task = await tasks.get(turn.transaction, task_id)
    helper = await people.get(turn.transaction, was.helper_id)
    resident = await people.get(turn.transaction, was.resident_id)
    name, reference = name_of(helper), PublicName(was.reference)
    told = Personal("lease-over-to-resident", name=name, reference=reference)
    to_others = Personal("lease-over-to-owners", name=name, reference=reference)
    over = (T("lease-over", reference=reference), *await not_taken_back(turn, was))
    return [
        closed_details(helper, was, T("details-closed-lease", reference=reference)),
        Say(helper, over, purpose=Purpose.NEWS),
        await to_resident(turn, task, (told,), purpose=Purpose.NEWS),
        *await unreached.ring_instead(turn, task, resident),
        *await to_coordinators(turn, task, (to_others,)),
        *await reopened(turn, task),
        *await missed(turn, was, Why.SILENT),
    ]


def _is_waited_for(task: Task) -> bool:
    return task.status is Status.CLAIMED and task.contact_at is None


async def _unfinished(turn: Turn, task_id: int) -> list[Message]:
    """The time is over, and nobody said that it is done: ask, and tell those who look after it."""
    task = await tasks.get(turn.transaction, task_id)
    if task.status not in (Status.CLAIMED, Status.ON_THE_WAY) or task.helper_id is None:
        return []
    await due_work.plan(turn.transaction, UNFINISHED, task.id, turn.now + EVERY_DAY)
    helper = await people.get(turn.transaction, task.helper_id)
    reference = PublicName(task.reference)
    await look_tomorrow(turn)
    # Later it stands in their queue.
    is_first = turn.now < max(task.window_end, task.claimed_at or turn.now) + EVERY_DAY
    word = await late_word(turn, task)
    to_others = await to_coordinators(turn, task, word.lines, word.buttons) if is_first else []
    if not is_still_news(turn, task):
        return to_others
    asked = T("unfinished-to-helper", reference=reference)
    return [Say(helper, (asked,), over_buttons(task), purpose=Purpose.NEWS), *to_others]


async def late_word(turn: Turn, task: Task) -> Word:
    """Return what a helper who holds a task has not said in time, for those who look after it."""
    assert task.helper_id is not None  # noqa: S101 - asked for held tasks only
    helper = await people.get(turn.transaction, task.helper_id)
    name, reference = name_of(helper), PublicName(task.reference)
    if turn.now >= task.window_end or not _is_waited_for(task):
        line = Personal("unfinished-to-owners", name=name, reference=reference)
    else:
        by = await contact_wanted_by(turn, task)
        line = Personal("silent-to-owners", name=name, reference=reference, by=Window(by, by))
    return Word((line,), ((page_button(task),),))


TIMED: Final[TimedWork] = {NUDGE: _nudge, LEASE: _over, UNFINISHED: _unfinished}
