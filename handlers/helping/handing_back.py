"""A helper cannot do it after all: the task is open again, and the next one may get a note."""

from typing import Final

from handlers import current
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.standing import not_yours
from handlers.conversations import GIVING_WAY
from handlers.helping.shown_details import not_taken_back
from handlers.helping.taken_back import opened_again
from handlers.helping.task_buttons import cost_buttons_on_the_way
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.outcomes import Outcome, Went
from handlers.permissions import allowed
from handlers.tapping import TaskTaps, of_claim
from handlers.texts import PublicName, T
from storage import tasks
from storage.model import Task
from storage.outbox import Purpose


async def hand_back(turn: PersonalTurn, task: Task) -> Outcome:
    """Open a task again that its helper cannot do after all, and ask for a note to the next one."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.HAND_BACK, task) or not await tasks.release(
        turn.transaction, task, turn.person.id
    ):
        return await not_yours(turn, task)
    reference = PublicName(task.reference)
    thanks = (
        T("hand-back-thanks", reference=reference),
        *await not_taken_back(turn, task),
    )
    closed = T("details-closed-handed-back", reference=reference)
    return Went(
        T("hand-back-noted"),
        [
            Say(turn.person, thanks, cost_buttons_on_the_way(task)),
            *await opened_again(turn, turn.person, task, closed, Purpose.ANSWER),
            *await _asked_for_note(turn, task),
        ],
    )


async def _asked_for_note(turn: PersonalTurn, was: Task) -> list[Message]:
    """Ask for a note, unless something else waits for an answer; that is not to be lost."""
    if turn.asked is not None and turn.asked.name not in GIVING_WAY:
        return []
    return await current.begin(turn, "hand-back-note", f"{was.token}:{was.claim_number}")


TASK_TAPS: Final[TaskTaps] = {"back": of_claim(hand_back)}
