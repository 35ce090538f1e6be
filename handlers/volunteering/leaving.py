"""A volunteer leaves: what they had taken is open again, and whoever waits for it is told."""

from handlers.call_outs import gaps
from handlers.helping.taken_back import opened_again
from handlers.helping.task_buttons import cost_buttons_on_the_way
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Say
from handlers.texts import PublicName, T
from handlers.weekly.weekly_ending import helper_left
from storage import tasks, volunteers
from storage.model import Person, Task
from storage.outbox import Purpose


async def left(turn: PersonalTurn) -> list[Message]:
    """Forget what somebody offered, and return what is said to everybody who counted on them."""
    said = Say(turn.person, (T("left"),))
    return [said, *await forgotten(turn, turn.person, is_wish=True)]


async def forgotten(turn: Turn, helper: Person, *, is_wish: bool) -> list[Message]:
    """Forget what somebody offered, and return what those hear who counted on them.

    `is_wish` where the volunteer wanted it so.
    """
    messages: list[Message] = []
    for task in await tasks.held_by(turn.transaction, helper.id):
        if await tasks.release(turn.transaction, task, helper.id):
            closed = T(
                "details-closed-handed-back" if is_wish else "details-closed-lease",
                reference=PublicName(task.reference),
            )
            messages += _costs(helper, task)
            messages += await opened_again(turn, helper, task, closed, Purpose.ANSWER)
    messages += await helper_left(turn, helper)
    messages += await gaps.without(turn, helper)
    await volunteers.forget(turn.transaction, helper.id)
    return messages


def _costs(helper: Person, was: Task) -> list[Message]:
    """Let whoever was on the way hand in what they paid."""
    buttons = cost_buttons_on_the_way(was)
    thanks = T("hand-back-thanks", reference=PublicName(was.reference))
    return [Say(helper, (thanks,), buttons)] if buttons else []
