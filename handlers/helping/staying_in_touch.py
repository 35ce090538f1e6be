"""A helper says that they are in touch with the resident, and may say when they come."""

from typing import Final

from handlers import current
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.standing import not_yours
from handlers.helping.private_parts import name_of
from handlers.helping.task_buttons import towards_helper
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.outcomes import Outcome, Went
from handlers.permissions import allowed
from handlers.tapping import TaskTaps, of_claim
from handlers.texts import Personal, PublicName, T
from storage import people, tasks
from storage.model import Task
from storage.outbox import Purpose


async def contact(turn: PersonalTurn, task: Task) -> Outcome:
    """Note that a helper is in touch, tell the resident, and ask when they come."""
    if not allowed(await actor_of(turn), Action.CONFIRM_CONTACT, task):
        return await not_yours(turn, task)
    messages: list[Message] = []
    is_news = await tasks.note_contact(turn.transaction, task, turn.person.id, turn.now)
    if is_news:
        resident = await people.get(turn.transaction, task.resident_id)
        reference = PublicName(task.reference)
        said = Personal("in-touch", name=name_of(turn.person), reference=reference)
        messages.append(Say(resident, (said,), (towards_helper(task),), purpose=Purpose.NEWS))
    asked = await current.begin(turn, "contact", f"{task.token}:{task.claim_number}")
    return Went(T("contact-noted") if is_news else None, [*asked, *messages])


TASK_TAPS: Final[TaskTaps] = {"contact": of_claim(contact)}
