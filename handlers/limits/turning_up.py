"""Somebody had taken a request and did not turn up: too often, and a coordinator talks to them."""

from handlers.helping.private_parts import name_of
from handlers.house import Turn
from handlers.limits import lifting
from handlers.messages import Message, Say
from handlers.texts import Personal, T
from storage import limits, people
from storage.limits import Reached, Why
from storage.model import Task
from storage.outbox import Purpose


async def missed(turn: Turn, was: Task, why: Why) -> list[Message]:
    """Note that the helper of a task did not turn up, and return what follows where it is too much.

    `was` is the task as it stood while they held it.
    """
    if was.helper_id is None:
        return []
    if not await limits.note_no_show(turn.transaction, was, why, turn.now):
        return []
    times = await limits.missed_lately(turn.transaction, was.helper_id, turn.now)
    if times < turn.house.no_shows_at_most:
        return []
    helper = await people.get(turn.transaction, was.helper_id)
    name = name_of(helper)
    line = Personal("limit-no-shows-to-coordinators", name=name, number=times)
    lines = (line, T("limit-no-shows-settle"))
    word = await lifting.word_of(turn, helper, Reached.NO_SHOWS, lines)
    if word is None:
        return []
    told = T("limit-no-shows", number=times)
    return [Say(helper, (told, T("limit-no-shows-stays")), purpose=Purpose.NEWS), *word]
