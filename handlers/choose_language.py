"""Somebody chooses the language that the service speaks with them."""

from typing import Final

from babel import Locale

from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.questions import Choice, Choose
from handlers.texts import PublicName, T, folded
from storage import people


async def choose_language(languages: tuple[str, ...]) -> str:
    """Ask for a language, each named in itself, for whoever reads no other."""
    choices = [Choice(each, each, _own_name(each)) for each in languages]
    language: str = await Choose("language", choices)
    return language


def _own_name(language: str) -> PublicName:
    name = str(Locale.parse(language).get_display_name(language) or language)
    return PublicName(name[:1].upper() + name[1:])


def offered(turn: PersonalTurn) -> list[Message]:
    """Offer every language beside a conversation that goes on, for whoever cannot read it."""
    buttons = [(Press(_own_name(each), f"language:{each}"),) for each in turn.house.texts.languages]
    return [Say(turn.person, (T("ask-language"),), buttons)]


def named(turn: PersonalTurn, words: str) -> str | None:
    """Return the language that typed words name, by its own name or its short one, or None."""
    for language in turn.house.texts.languages:
        if folded(words) in (language, folded(_own_name(language).name)):
            return language
    return None


async def know(turn: PersonalTurn, subject: str) -> tuple[str, ...]:
    """Return the languages that there are."""
    return tuple(turn.house.texts.languages)


async def act(turn: PersonalTurn, known: tuple[str, ...], language: str) -> list[Message]:
    """Note the language, and answer in it."""
    return (await spoken_from_now(turn, language))[1]


async def spoken_from_now(turn: PersonalTurn, language: str) -> tuple[PersonalTurn, list[Message]]:
    """Note a language; returns the turn as it goes on in it, and the answer."""
    await people.set_language(turn.transaction, turn.person, language)
    person = await people.get(turn.transaction, turn.person.id)
    return turn.as_person(person), [Say(person, (T("language-set"),))]


LANGUAGE: Final = Conversation("language", know, choose_language, act)
