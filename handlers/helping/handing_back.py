"""A helper cannot do it after all: the task is open again, and the next one may get a note."""

from typing import Final

from handlers import current
from handlers.actors import actor_of
from handlers.asking.standing import not_yours
from handlers.asking.whom import to_resident
from handlers.conversations import GIVING_WAY
from handlers.helping.helping import closed_details
from handlers.helping.private_parts import name_of
from handlers.helping.reopening import reopened
from handlers.helping.task_buttons import cost_buttons_on_the_way
from handlers.helping.unreached import ring_instead
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.outcomes import Outcome, Went
from handlers.permissions import Action, allowed
from handlers.tapping import TaskTaps, of_claim
from handlers.texts import Personal, PublicName, T
from storage import people, tasks
from storage.model import Task


async def hand_back(turn: PersonalTurn, task: Task) -> Outcome:
    """Open a task again that its helper cannot do after all, and ask for a note to the next one."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.HAND_BACK, task) or not await tasks.release(
        turn.transaction, task, turn.person.id
    ):
        return await not_yours(turn, task)
    was = task
    task = await tasks.get(turn.transaction, task.id)
    resident = await people.get(turn.transaction, task.resident_id)
    reference = PublicName(task.reference)
    told = Personal("handed-back", name=name_of(turn.person), reference=reference)
    return Went(
        T("hand-back-noted"),
        [
            closed_details(turn.person, was, T("details-closed-handed-back", reference=reference)),
            Say(
                turn.person,
                (T("hand-back-thanks", reference=reference),),
                cost_buttons_on_the_way(was),
            ),
            await to_resident(turn, task, (told,)),
            *await ring_instead(turn, task, resident),
            *await reopened(turn, task),
            *await _asked_for_note(turn, was),
        ],
    )


async def _asked_for_note(turn: PersonalTurn, was: Task) -> list[Message]:
    """Ask for a note, unless something else waits for an answer; that is not to be lost."""
    if turn.asked is not None and turn.asked.name not in GIVING_WAY:
        return []
    return await current.begin(turn, "hand-back-note", f"{was.token}:{was.claim_number}")


TASK_TAPS: Final[TaskTaps] = {"back": of_claim(hand_back)}
