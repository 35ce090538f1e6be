"""A coordinator opens a finished request again, as long as its words are kept."""

from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.afterwards.confirming import opened_to_others, told_of_reopening
from handlers.announcing import announced
from handlers.asking.whom import to_resident
from handlers.cards import references_of
from handlers.deadlines import FORGET, plan_for_open_task
from handlers.helping.task_buttons import cost_buttons, page_button
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Press, Say
from handlers.outcomes import Outcome, Refused, Went
from handlers.permissions import allowed
from handlers.scheme.request_page import is_kept
from handlers.tapping import TaskTaps
from handlers.texts import PublicName, T
from storage import blocks, due_work, helped_people, people, silence, task_changes, tasks
from storage.model import Status, Task
from storage.outbox import Purpose
from storage.retention.periods import REQUESTS


async def _asked(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    """Ask whether a request shall really be opened again."""
    refused = await _refused(turn, task)
    if refused is not None:
        return refused
    sure = Press(T("button-reopen-yes"), f"reopened:{task.token}")
    no = Press(T("button-reopen-no"), f"page:{task.token}")
    asked = T("reopen-sure", reference=PublicName(task.reference))
    return Went(None, [Say(turn.person, (asked,), ((sure,), (no,)))])


async def _refused(turn: PersonalTurn, task: Task) -> Refused | None:
    """Return why a request cannot be opened again, or None where it can."""
    if not allowed(await actor_of(turn), Action.REOPEN_REQUEST, task):
        return Refused(T("not-allowed"))
    reference = PublicName(task.reference)
    if not task.is_finished:
        return Refused(T("reopen-open", reference=reference))
    if not is_kept(turn, task):
        return Refused(T("reopen-too-late", reference=reference))
    return await _stays_closed(turn, task, reference)


async def _stays_closed(turn: Turn, task: Task, reference: PublicName) -> Refused | None:
    """Return why nobody may come to a home any more, or to somebody blocked; None where they may.

    Whoever died, or does not agree any more, is not told of it either.
    """
    resident = await people.get(turn.transaction, task.resident_id)
    helped = (
        None
        if task.helped_id is None
        else await helped_people.get(turn.transaction, task.helped_id)
    )
    is_in_peace = resident.chat_id in await silence.chats_in_peace(turn.transaction)
    if is_in_peace or (helped is not None and helped.ended_at is not None):
        return Refused(T("reopen-in-peace", reference=reference))
    if await blocks.is_blocked(turn.transaction, resident.id):
        return Refused(T("reopen-blocked", reference=reference))
    return None


async def _reopened(turn: PersonalTurn, task: Task, _detail: str) -> Outcome:
    """Open a request again, unless somebody was faster or its words are gone by now."""
    refused = await _refused(turn, task)
    if refused is not None:
        return refused
    before = await tasks.of_request(turn.transaction, task)
    kept_since = turn.now - turn.house.keeps(REQUESTS)
    if not await task_changes.reopen(turn.transaction, task, kept_since):
        return Refused(T("reopen-too-late", reference=PublicName(task.reference)))
    now_open = [
        (was, now)
        for was in before
        if was.is_finished and not (now := await tasks.get(turn.transaction, was.id)).is_finished
    ]
    references = references_of([now for _, now in now_open])
    lines, buttons = await told_of_reopening(
        turn, task, (T("reopened-by-coordinator", reference=references),)
    )
    messages: list[Message] = [
        Say(turn.person, (T("reopen-noted", reference=references),), ((page_button(task),),)),
        await to_resident(turn, task, lines, buttons, purpose=Purpose.NEWS),
    ]
    for was, now in now_open:
        messages += await _others_hear(turn, was, now)
    return Went(None, messages)


async def _others_hear(turn: Turn, was: Task, now: Task) -> list[Message]:
    """Return what whoever helped and those who may help now hear."""
    messages: list[Message] = []
    if was.helper_id is not None and was.status is Status.DONE:
        helper = await people.get(turn.transaction, was.helper_id)
        told = T("wrong-something-else-to-helper", reference=PublicName(was.reference))
        messages.append(Say(helper, (told,), cost_buttons(was), purpose=Purpose.NEWS))
    if now.status is Status.WITH_COORDINATOR:
        await due_work.drop(turn.transaction, now.id, FORGET)
        await plan_for_open_task(turn, now)
        return [*messages, *await announced(turn, now)]
    return [*messages, *await opened_to_others(turn, now)]


TASK_TAPS: Final[TaskTaps] = {"reopen": _asked, "reopened": _reopened}
