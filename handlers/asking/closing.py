"""A request is closed because it is not needed any more: its helper and its group hear of it."""

from collections.abc import Sequence

from handlers import posting
from handlers.deadlines import plan_for_closed_task
from handlers.helping.helping import closed_for_helper
from handlers.house import Turn
from handlers.messages import Message
from handlers.texts import PublicName, T
from storage import tasks
from storage.model import ClosedAs, Task


async def close(
    turn: Turn, task: Task, closed_as: ClosedAs | None = None, closed_by: int | None = None
) -> list[Message] | None:
    """Close all that is open of a request and return what others hear; None where nothing is.

    `closed_as` and `closed_by` are why a coordinator closes it, and who.
    """
    places = await tasks.unfinished_places(turn.transaction, task)
    if not await tasks.withdraw(turn.transaction, task, turn.now, closed_as, closed_by):
        return None
    return await told_of_closing(turn, places, closed_as)


async def told_of_closing(
    turn: Turn, places: Sequence[Task], closed_as: ClosedAs | None
) -> list[Message]:
    """Return what helpers and groups hear of tasks that were just closed, given as they were."""
    why = ClosedAs.NOT_NEEDED if closed_as is None else closed_as
    messages: list[Message] = []
    for was in places:
        now_closed = await tasks.get(turn.transaction, was.id)
        await plan_for_closed_task(turn, now_closed)
        said = T(f"details-closed-{why}", reference=PublicName(was.reference))
        messages += await closed_for_helper(turn, was, said)
        messages += await posting.cards_to_change(turn, now_closed)
    return messages
