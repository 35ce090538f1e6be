"""Links into the private chat: from a card in a group straight to its task."""

from datetime import timedelta
from typing import Final

from handlers import claiming
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.start import menu, welcome
from handlers.texts import T
from storage import start_links, tasks
from storage.model import Task

LASTS: Final = timedelta(hours=24)
PREFIX: Final = "t_"


async def link_to(turn: PersonalTurn, task: Task) -> str:
    """Return a word that leads this person, and nobody else, to a task."""
    token = turn.house.token(16)
    await start_links.make(turn.transaction, token, turn.person.id, task.id, turn.now + LASTS)
    return PREFIX + token


async def followed(turn: PersonalTurn, word: str) -> list[Message]:
    """Go on where a link leads, or say kindly that it leads nowhere."""
    if not word.startswith(PREFIX):
        return welcome(turn)
    token = word.removeprefix(PREFIX)
    task_id = await start_links.task_for(turn.transaction, token, turn.person.id, turn.now)
    if task_id is None:
        return [Say(turn.person, (T("link-leads-nowhere"),), menu())]
    task = await tasks.get(turn.transaction, task_id)
    return await claiming.claimed_in_private(turn, task)
