"""The first sentence that somebody writes: understood, and always confirmed before it counts."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from handlers import dialogue
from handlers.asking.ask_for_help import ASK
from handlers.asking.asking_details import filled_in
from handlers.asking.help_request import WORDS_LIMIT
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message
from handlers.question import Words
from handlers.questions import Choice, Choose
from handlers.safety.whereabouts import zone_of_person
from handlers.texts import Line, T
from handlers.understanding.first_sentence import FirstSentence, Wish, understand_first_sentence
from handlers.volunteering.offer_help import OFFER
from storage.model import Kind
from storage.private import PrivateText


class Way(StrEnum):
    """Where to go from a sentence, besides a kind of help."""

    ASK = "ask"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Known:
    """The sentence, and what was understood of it."""

    found: FirstSentence | None
    sentence: PrivateText = field(repr=False)


async def heard(turn: PersonalTurn, words: Words) -> list[Message] | None:
    """Begin what somebody's first sentence asks for; None where that is not plain."""
    found = await _understood(turn, words.text)
    if found is None or len(words.text) > WORDS_LIMIT:
        return None
    if found.wish is Wish.TO_HELP:
        return await dialogue.begin(turn, OFFER, before=(T("first-to-help"),))
    if found.wish is not Wish.HELP:
        return await dialogue.begin(turn, FIRST, words.text)
    (kind,) = found.kinds
    before: list[Line] = [T("first-sad")] if found.is_sad else []
    if turn.person.agreed_at is None:
        before.append(T("first-help", kind=T(f"kind-{kind.value}")))
    return await dialogue.begin(turn, ASK, answers=filled_in(found, words.text), before=before)


async def _understood(turn: PersonalTurn, text: str) -> FirstSentence | None:
    zone = await zone_of_person(turn)
    return understand_first_sentence(text, turn.person.language, turn.now, zone)


async def choose(known: Known) -> Kind | Way:
    """Ask what a sentence left open."""
    found = known.found
    if found is None or found.wish is Wish.EITHER:
        ways: list[Choice[Kind | Way]] = [
            Choice(Way.ASK.value, Way.ASK, T("button-want-help")),
            Choice(Way.OFFER.value, Way.OFFER, T("button-want-to-help")),
        ]
        way: Kind | Way = await Choose("first-choice", ways, says=(T("ask-first-either"),))
        return way
    says: list[Line] = [T("first-sad")] if found.is_sad else []
    says.append(T("ask-first-company" if found.wish is Wish.COMPANY else "ask-first-kind"))
    kinds: list[Choice[Kind | Way]] = [
        Choice(kind.value, kind, T(f"kind-{kind.value}")) for kind in found.kinds
    ]
    kinds.append(Choice(Way.ASK.value, Way.ASK, T("button-other-kind")))
    kind: Kind | Way = await Choose("first-choice", kinds, says=says)
    return kind


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Understand the sentence, which is the subject, once more."""
    return Known(await _understood(turn, subject), PrivateText(subject))


async def act(turn: PersonalTurn, known: Known, chosen: Kind | Way) -> list[Message]:
    """Begin what was chosen; what was written is kept as the words of a request."""
    if chosen is Way.OFFER:
        return await dialogue.begin(turn, OFFER)
    answers = {"words": known.sentence.reveal()}
    if isinstance(chosen, Kind):
        answers["kind"] = chosen.value
    return await dialogue.begin(turn, ASK, answers=answers)


FIRST: Final = Conversation("first-words", know, choose, act)
