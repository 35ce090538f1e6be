"""Links into the private chat: from a card in a group straight to its task."""

from datetime import timedelta
from typing import Final

from handlers.house import PersonalTurn
from storage import start_links, tasks
from storage.model import Task

LASTS: Final = timedelta(hours=24)
PREFIX: Final = "t_"
#: What stands before the token of an invitation, which leads anybody who has it.
INVITATION: Final = "i_"

#: What stands before the token of a link by which residents and volunteers come in.
ENTRY: Final = "m_"

#: What stands before the number of a neighbourhood in the link of its posters.
ASK_AT: Final = "ask-"
OFFER_AT: Final = "offer-"


def poster_word(purpose: str, neighbourhood_id: int) -> str:
    """Return the word in the link of a poster; it opens nothing that is not open to everybody."""
    return f"{purpose}-{neighbourhood_id}"


async def link_to(turn: PersonalTurn, task: Task) -> str:
    """Return a word that leads this person, and nobody else, to a task."""
    token = turn.house.token(16)
    await start_links.make(turn.transaction, token, turn.person.id, task.id, turn.now + LASTS)
    return PREFIX + token


async def task_behind(turn: PersonalTurn, word: str) -> Task | None:
    """Return the task that a word leads this person to, or None where it leads nowhere."""
    if not word.startswith(PREFIX):
        return None
    token = word.removeprefix(PREFIX)
    task_id = await start_links.task_for(turn.transaction, token, turn.person.id, turn.now)
    return None if task_id is None else await tasks.get(turn.transaction, task_id)
