"""Somebody who was helped has died: everything about them ends, and their home is left in peace.

Not a single automatic message goes to that household from now on; `storage.silence` sees to that
for whoever wrote to the service themselves. Where somebody else had asked for the one who died,
whoever asked hears nothing by itself either. Volunteers hear it in gentle words and are asked
nothing.
"""

from datetime import timedelta
from typing import Final

from handlers import posting
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.afterwards.reciprocity import ASK_TO_OFFER
from handlers.asking.reviewing_consent import REVIEW, UNANSWERED
from handlers.deadlines import UNCONFIRMED, plan_for_closed_task
from handlers.dialogue import DRAFT, state_of
from handlers.helping.private_parts import name_of
from handlers.helping.shown_details import closed_details
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import to_coordinators
from handlers.messages import Message, Press, Say
from handlers.permissions import allowed
from handlers.phoned import calls
from handlers.tapping import Taps
from handlers.texts import Personal, PublicName, T
from handlers.volunteering.leaving import left
from handlers.weekly.weekly_ending import close, wish_closed
from storage import (
    confirming,
    conversations,
    due_work,
    helped_people,
    outbox_changes,
    people,
    repeats,
    silence,
    tasks,
    volunteers,
)
from storage.model import Person, Repeat, Status, Task
from storage.outbox import Purpose
from storage.private import PrivateText

#: How long after it was closed something may still be said about a request by itself.
LATELY: Final = timedelta(days=30)


async def mourn(
    turn: PersonalTurn, resident: Person, helped_id: int | None, name: PrivateText
) -> list[Message]:
    """End all that was going on for somebody, in silence towards their home.

    That is the resident, or whom they asked for; `name` is what volunteers know them by. Returns
    what volunteers and groups hear of it.
    """
    found = await tasks.lately_for(turn.transaction, resident.id, helped_id, turn.now - LATELY)
    await calls.not_needed(turn, found, T("ring-bereaved"))
    to_be_told: dict[int, str] = {}
    messages: list[Message] = []
    for task in found:
        if task.helper_id is not None and not task.is_finished:
            to_be_told[task.helper_id] = f"task:{task.token}"
        messages += await _closed(turn, task)
    tokens = [task.token for task in found]
    for each in await repeats.of_resident(turn.transaction, resident.id):
        if each.helped_id == helped_id:
            await close(turn, each)
            tokens.append(each.token)
            messages += await wish_closed(turn, each, T("weekly-settled"))
            if (number := each.helper_id or each.wished_id) is not None:
                to_be_told[number] = f"repeat:{each.token}"
    messages += await _left_in_peace(turn, resident, helped_id, found)
    await _forget_what_was_asked(turn, resident, helped_id, tokens)
    told = [
        _told(await people.get(turn.transaction, number), name, about)
        for number, about in to_be_told.items()
        if number != resident.id
    ]
    return [*messages, *told]


async def _closed(turn: Turn, task: Task) -> list[Message]:
    """Close a request without a word to whoever asked; nothing about it is asked any more."""
    await due_work.drop(turn.transaction, task.id, *UNCONFIRMED, ASK_TO_OFFER)
    if task.status is Status.DONE:
        await confirming.confirm(turn.transaction, task, turn.now)
    if task.is_finished:
        return []
    await tasks.withdraw(turn.transaction, task, turn.now)
    closed = await tasks.get(turn.transaction, task.id)
    await plan_for_closed_task(turn, closed)
    messages = await posting.cards_to_change(turn, closed)
    if task.helper_id is not None:
        helper = await people.get(turn.transaction, task.helper_id)
        text = T("bereaved-details-closed", reference=PublicName(task.reference))
        messages.append(closed_details(helper, task, text))
    return messages


async def _left_in_peace(
    turn: PersonalTurn, resident: Person, helped_id: int | None, found: list[Task]
) -> list[Message]:
    """Let nothing reach the household any more, now or later."""
    if helped_id is not None:
        await helped_people.end(turn.transaction, helped_id, turn.now)
        await due_work.drop(turn.transaction, helped_id, REVIEW, UNANSWERED)
        references = {task.reference for task in found}
        await silence.drop_about(turn.transaction, resident.chat_id, references, turn.now)
        return []
    await silence.leave_in_peace(turn.transaction, resident, turn.now)
    if await volunteers.find(turn.transaction, resident.id) is None:
        return []
    # They helped others too, who have to hear that somebody else will come.
    return await left(turn.as_person(resident))


async def _forget_what_was_asked(
    turn: Turn, resident: Person, helped_id: int | None, tokens: list[str]
) -> None:
    """Forget what was begun; of somebody who asks for others too, only what was about the dead."""
    stored = await conversations.load(turn.transaction, resident)
    if stored is None:
        return
    subject = state_of(stored).subject.partition(":")[0]
    if helped_id is None or subject in tokens or subject == str(helped_id):
        await conversations.forget(turn.transaction, resident)
        await due_work.drop(turn.transaction, resident.id, DRAFT)


def _told(helper: Person, name: PrivateText, about: str) -> Message:
    """Tell a volunteer gently, and offer to talk."""
    talk = Press(T("button-talk"), f"talk:{about}")
    lines = (
        Personal("bereaved-told", name=name),
        Personal("bereaved-nothing-to-do", name=name),
        T("bereaved-talk"),
    )
    return Say(helper, lines, ((talk,),), purpose=Purpose.NEWS)


async def _wants_to_talk(turn: PersonalTurn, about: str) -> list[Message] | None:
    """Tell those who look after the place, once, of a volunteer who would like to talk."""
    kind, _, token = about.partition(":")
    found: Task | Repeat | None
    if kind == "repeat":
        found = await repeats.with_token(turn.transaction, token)
    else:
        found = await tasks.with_token(turn.transaction, token)
    if found is None:
        return None
    if not allowed(await actor_of(turn), Action.ASK_TO_TALK, found):
        return [Say(turn.person, (T("not-allowed"),))]
    label = f"talk:{about}:{turn.person.id}"
    to_others: list[Message] = []
    if not await outbox_changes.labelled(turn.transaction, label):
        line = Personal("talk-to-owners", name=name_of(turn.person))
        to_others = await to_coordinators(turn, found, (line,), label=label)
    return [Say(turn.person, (T("talk-noted"),)), *to_others]


TAPS: Final[Taps] = {"talk": _wants_to_talk}
