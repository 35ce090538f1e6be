"""What in some words may point at somebody: told to their author, and to whoever decides."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from handlers import posting
from handlers.helping.private_parts import name_of
from handlers.house import Turn
from handlers.texts import Line, Paragraph, Personal, T
from handlers.understanding.identifiers.finding import find
from handlers.understanding.identifiers.kinds import Caution, Identifier
from storage import helped_people, neighbourhoods, people, tasks
from storage.model import Task
from storage.private import PrivateText

#: What may be a name.
NAMES: Final = frozenset({Identifier.NAME, Identifier.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known around a line: words that are private for certain, and names that are public.

    `caution` is what is told beside what rules and lists know.
    """

    caution: Caution = Caution.NUMBERS_AND_NAMES
    own: tuple[tuple[Identifier, PrivateText], ...] = field(default=(), repr=False)
    public: tuple[str, ...] = ()


async def surroundings(turn: Turn, task: Task) -> Surroundings:
    """Return what is known around a line for the card of a request."""
    secrets = await tasks.secrets_of(turn.transaction, task)
    names = [
        name_of(await people.get(turn.transaction, number))
        for number in (task.resident_id, task.helper_id)
        if number is not None
    ]
    if task.helped_id is not None:
        names.append((await helped_people.get(turn.transaction, task.helped_id)).first_name)
    known: list[tuple[Identifier, PrivateText | None]] = [
        *((Identifier.NAME, name) for name in names),
        (Identifier.NAME, secrets.first_name),
        (Identifier.STREET, secrets.street),
        (Identifier.FLAT, secrets.door),
        (Identifier.PHONE, secrets.phone),
    ]
    card = await posting.card_as_it_is(turn, task)
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return Surroundings(
        caution=turn.house.line_caution,
        own=tuple((kind, words) for kind, words in known if words is not None),
        # That much stands on the card already.
        public=tuple(each.name for each in everywhere if each.name in card.area.name),
    )


def noticed(line: PrivateText, around: Surroundings) -> dict[Identifier, list[str]]:
    """Return the words of a line that may point at somebody, by what they may give away."""
    text = line.reveal()
    own = [(kind, words.reveal()) for kind, words in around.own]
    found: dict[Identifier, list[str]] = {}
    for each in find(text, around.caution, own, around.public):
        found.setdefault(each.kind, []).append(text[each.start : each.end].strip())
    return found


def told(
    line: PrivateText, around: Surroundings, without: AbstractSet[Identifier] = frozenset()
) -> list[Line]:
    """Return what was found in some words, kind by kind; empty where nothing was.

    `without` are kinds of which nothing need be said.
    """
    found = {kind: words for kind, words in noticed(line, around).items() if kind not in without}
    if not found:
        return []
    kinds = [
        Personal(f"found-{kind.value}", value=_listed(line, found[kind]))
        for kind in Identifier
        if kind in found
    ]
    return [T("line-found"), Paragraph(kinds)]


def _listed(line: PrivateText, words: Iterable[str]) -> PrivateText:
    return line.with_words(", ".join(dict.fromkeys(words)))
