"""A volunteer leaves: what they had taken is open again, and whoever waits for it is told."""

from handlers.asking.whom import to_resident
from handlers.helping.helping import closed_details
from handlers.helping.private_parts import name_of
from handlers.helping.reopening import reopened
from handlers.helping.task_buttons import cost_buttons_on_the_way
from handlers.helping.unreached import ring_instead
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.texts import Personal, PublicName, T
from handlers.weekly.weekly_ending import helper_left
from storage import people, tasks, volunteers
from storage.model import Task


async def left(turn: PersonalTurn) -> list[Message]:
    """Forget what somebody offered, and return what is said to everybody who counted on them."""
    messages: list[Message] = [Say(turn.person, (T("left"),))]
    for task in await tasks.held_by(turn.transaction, turn.person.id):
        if await tasks.release(turn.transaction, task, turn.person.id):
            messages += await _opened_again(turn, task)
    messages += await helper_left(turn, turn.person)
    await volunteers.forget(turn.transaction, turn.person.id)
    return messages


def _costs(turn: PersonalTurn, was: Task) -> list[Message]:
    """Let whoever was on the way hand in what they paid."""
    buttons = cost_buttons_on_the_way(was)
    thanks = T("hand-back-thanks", reference=PublicName(was.reference))
    return [Say(turn.person, (thanks,), buttons)] if buttons else []


async def _opened_again(turn: PersonalTurn, was: Task) -> list[Message]:
    task = await tasks.get(turn.transaction, was.id)
    resident = await people.get(turn.transaction, task.resident_id)
    reference = PublicName(task.reference)
    told = Personal("handed-back", name=name_of(turn.person), reference=reference)
    return [
        closed_details(turn.person, was, T("details-closed-handed-back", reference=reference)),
        *_costs(turn, was),
        await to_resident(turn, task, (told,)),
        *await ring_instead(turn, task, resident),
        *await reopened(turn, task),
    ]
