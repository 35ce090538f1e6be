"""Whether a helper keeps what they said: asked in time, and again once the time is over."""

from typing import Final

from handlers import posting
from handlers.deadlines import EVERY_DAY, UNFINISHED, is_still_news
from handlers.house import Turn
from handlers.messages import Message, Say
from handlers.task_buttons import held_buttons
from handlers.texts import Personal, PublicName, T
from handlers.timed_work import TimedWork
from storage import due_work, people, tasks
from storage.model import Status
from storage.outbox import Purpose
from storage.private import PrivateText


async def _unfinished(turn: Turn, task_id: int) -> list[Message]:
    """The time is over and the helper has not said that it is done: ask, and tell the owners."""
    task = await tasks.get(turn.transaction, task_id)
    if task.status not in (Status.CLAIMED, Status.ON_THE_WAY) or task.helper_id is None:
        return []
    await due_work.plan(turn.transaction, UNFINISHED, task.id, turn.now + EVERY_DAY)
    helper = await people.get(turn.transaction, task.helper_id)
    reference = PublicName(task.reference)
    name = helper.first_name or PrivateText("…")
    to_owners = await posting.to_owners(
        turn, (Personal("unfinished-to-owners", reference=reference, name=name),)
    )
    if not is_still_news(turn, task):
        return to_owners
    asked = T("unfinished-to-helper", reference=reference)
    return [Say(helper, (asked,), held_buttons(task), purpose=Purpose.NEWS), *to_owners]


TIMED: Final[TimedWork] = {UNFINISHED: _unfinished}
