"""A task whose helper cannot do it after all is open for everybody again."""

from handlers import posting
from handlers.announcing import group_to_link
from handlers.deadlines import plan_for_open_task
from handlers.house import Turn
from handlers.messages import Message
from storage import tasks
from storage.model import Task


async def reopened(turn: Turn, task: Task) -> list[Message]:
    """Return what others hear of a task that was just opened again, and plan its next look."""
    await plan_for_open_task(turn, task)
    task = await tasks.get(turn.transaction, task.id)
    # A card in a group that cannot be reached reads so, too, as soon as the group can be.
    messages = await posting.cards_up_again(turn, task)
    if not await posting.is_shown(turn, task):
        messages += await group_to_link(turn, task)
    return messages
