"""A task whose helper does not keep it: open again, closed for them, and its resident told."""

from handlers.asking.whom import to_resident
from handlers.helping.private_parts import name_of
from handlers.helping.reopening import reopened
from handlers.helping.shown_details import closed_details
from handlers.helping.unreached import ring_instead
from handlers.house import Turn
from handlers.messages import Message
from handlers.texts import Personal, PublicName, T
from storage import people, tasks
from storage.model import Person, Task
from storage.outbox import Purpose


async def opened_again(
    turn: Turn, helper: Person, was: Task, closed: T, purpose: Purpose = Purpose.NEWS
) -> list[Message]:
    """Return what others hear of a task that was just released; `was` is how it stood before.

    `closed` takes the place of what its helper was shown. Nobody is told why.
    """
    task = await tasks.get(turn.transaction, was.id)
    resident = await people.get(turn.transaction, task.resident_id)
    told = Personal("handed-back", name=name_of(helper), reference=PublicName(task.reference))
    return [
        closed_details(helper, was, closed),
        await to_resident(turn, task, (told,), purpose=purpose),
        *await ring_instead(turn, task, resident),
        *await reopened(turn, task),
    ]
