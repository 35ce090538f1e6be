"""Links into the private chat: from a card in a group straight to its task."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from handlers.house import PersonalTurn, Turn
from handlers.messages import number_carried
from storage import entry, start_links, tasks
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


@dataclass(frozen=True, slots=True)
class PosterWord:
    """What the word in the link of a poster says: where it hangs, and what nobody can guess."""

    neighbourhood_id: int | None
    code: str = ""


def poster_word(turn: Turn, purpose: str, neighbourhood_id: int) -> str:
    """Return the word in the link of a poster.

    Its end lets people in where they are invited; anywhere else it leads there without it, too.
    """
    code = entry.poster_codes(turn.transaction, neighbourhood_id)[0]
    return f"{purpose}-{neighbourhood_id}-{code}"


def read_poster_word(word: str) -> PosterWord:
    """Return what a word says that begins as those of posters do."""
    number, _, code = word.partition("-")[2].partition("-")
    return PosterWord(number_carried(number), code)


def lets_in(turn: Turn, poster: PosterWord) -> bool:
    """Say whether the word of a poster was made here, and not made up."""
    number = poster.neighbourhood_id
    return number is not None and poster.code in entry.poster_codes(turn.transaction, number)


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
