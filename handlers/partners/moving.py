"""A request leaves an organisation: all that hangs, runs or waits there ends kindly."""

from collections.abc import Sequence
from dataclasses import replace

from handlers import posting
from handlers.card_line.on_card import not_to_be_read
from handlers.helping import unreached
from handlers.helping.helping import closed_for_helper
from handlers.helping.shown_details import taken_from_readers
from handlers.house import Turn
from handlers.messages import Message
from handlers.texts import PublicName, T
from storage import asks, card_posts, interests, start_links
from storage.model import Status, Task


async def before_moving(turn: Turn, places: Sequence[Task]) -> None:
    """Take back what was given to those who look after it, while it is known who they are."""
    for place in places:
        await unreached.close(turn, place)


async def leaves(turn: Turn, was: Task) -> list[Message]:
    """Return what helpers and groups hear of a task that has just moved, given as it was.

    Nothing that was shown to them leads to it any more.
    """
    closed = T("details-closed-handed-over", reference=PublicName(was.reference))
    messages = await closed_for_helper(turn, was, closed)
    await taken_from_readers(turn, was)
    gone = replace(was, status=Status.WITH_COORDINATOR, helper_id=None)
    messages += await posting.cards_to_change(turn, gone)
    await not_to_be_read(turn, was)
    await card_posts.leave_groups(turn.transaction, was.id, turn.now)
    await interests.forget(turn.transaction, was.id)
    await asks.forget(turn.transaction, was.id)
    await start_links.forget(turn.transaction, was.id)
    return messages
