"""Words for the door: each of the two gets one, and each asks the other for theirs.

A word names a thing. Everybody reads it in their own language, and where the two speak different
ones the other's follows in brackets: so each can say it as they would at home, and knows it when
the other says it.
"""

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from handlers.house import Turn
from handlers.kinds import KINDS
from handlers.texts import DEFAULT_LANGUAGE, Line, Personal
from storage import tasks
from storage.model import Person, Secrets, Task
from storage.private import PrivateText

FOLDER: Final = Path(__file__).parent / "words_at_the_door"


@cache
def words_in(language: str) -> dict[str, str]:
    """Return the word for every thing in a language, by the names of the things."""
    path = FOLDER / f"{language}.toml"
    words: dict[str, str] = tomllib.loads(path.read_text(encoding="utf-8"))
    return words


async def renew(turn: Turn, task: Task, resident: Person) -> None:
    """Give each side of a claim a new word."""
    things = turn.house.random.sample(sorted(words_in(DEFAULT_LANGUAGE)), 2)
    mine, theirs = (PrivateText(thing) for thing in things)
    words = Secrets(resident_word=mine, helper_word=theirs)
    await tasks.add_secrets(turn.transaction, task, resident, words)


def for_resident(task: Task, secrets: Secrets, resident: Person, helper: Person) -> list[Line]:
    """Return what a resident asks for and says when their helper comes or rings.

    Whoever asked for somebody else is asked to pass the words on.
    """
    if secrets.resident_word is None or secrets.helper_word is None:
        return []
    yours = _read_by(resident, helper, secrets.resident_word)
    theirs = _read_by(resident, helper, secrets.helper_word)
    if KINDS[task.kind].at_the_door:
        return [Personal("words-at-the-door", theirs=theirs, yours=yours)]
    return [Personal("words-on-the-phone", theirs=theirs, yours=yours)]


def for_helper(secrets: Secrets, resident: Person, helper: Person) -> list[Line]:
    """Return what a helper says and asks for when they are at the door or ring."""
    if secrets.resident_word is None or secrets.helper_word is None:
        return []
    yours = _read_by(helper, resident, secrets.helper_word)
    theirs = _read_by(helper, resident, secrets.resident_word)
    return [Personal("words-of-the-helper", theirs=theirs, yours=yours)]


def _read_by(reader: Person, other: Person, thing: PrivateText) -> PrivateText:
    """Return a word as somebody reads it who has to say it to, or hear it from, the other."""
    own, foreign = (_word(thing, language) for language in (reader.language, other.language))
    return PrivateText(own if own == foreign else f"{own} ({foreign})")


def _word(thing: PrivateText, language: str) -> str:
    # A thing that a later release dropped from the list is still one word that both can read.
    return words_in(language).get(thing.reveal(), thing.reveal())
