"""Who asks on the phone: somebody known from before, or somebody new."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from pydantic import JsonValue

from handlers.asking.help_request import NAME_LIMIT, PHONE_LIMIT
from handlers.helping.private_parts import name_of
from handlers.question import (
    Again,
    Answered,
    Heard,
    NotYet,
    Option,
    Picked,
    Question,
    StaleAnswerError,
    Words,
)
from handlers.questions import Choice, Choose, Write, YesNo
from handlers.texts import Line, Personal, PublicName, T, folded
from storage.model import Person
from storage.private import PrivateText

#: How many people are offered as buttons; the others can be named.
MOST_OFFERED: Final = 8
NEW: Final = "new"
KEEP: Final = "keep"
#: What a telephone number has at least, and how many of its last digits tell two people apart.
FEWEST_DIGITS, LAST_DIGITS = 5, 3


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who has asked on the phone before; `area` is where they live, where it is known."""

    person: Person
    area: str | None
    phone: PrivateText = field(repr=False)

    @property
    def name(self) -> PrivateText:
        """How they want to be called."""
        return name_of(self.person)

    @property
    def digits(self) -> str:
        """Their number without what people write between its digits."""
        return digits_of(self.phone.reveal())


def digits_of(phone: str) -> str:
    """Return the digits of a telephone number."""
    return "".join(each for each in phone if each.isdecimal())


class WhoAsks(Question[Caller | None]):
    """Somebody known from before, by a button or a typed name; None is somebody new."""

    def __init__(self, key: str, callers: Sequence[Caller]) -> None:
        self.key = key
        self._callers = callers

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        if isinstance(partial, str):
            return (Personal("ask-caller-which", name=PrivateText(partial)),)
        return (T("ask-caller"),)

    def options(self, partial: JsonValue) -> Sequence[Option]:
        fitting = self._callers if partial is None else self._named(str(partial))
        offered = [Option(str(each.person.id), _label(each)) for each in fitting[:MOST_OFFERED]]
        return [*offered, Option(NEW, T("button-somebody-new"))]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if isinstance(heard, Picked):
            return Answered(heard.option)
        if not isinstance(heard, Words) or not folded(heard.text):
            return Again(T("problem-choose"))
        fitting = self._named(heard.text)
        if not fitting or len(heard.text) > NAME_LIMIT:
            return Again(T("problem-caller-unknown"))
        return Answered(str(fitting[0].person.id)) if len(fitting) == 1 else NotYet(heard.text)

    def _named(self, name: str) -> list[Caller]:
        return [each for each in self._callers if folded(each.name.reveal()) == folded(name)]

    def restore(self, stored: JsonValue) -> Caller | None:
        if stored == NEW:
            return None
        for each in self._callers:
            if stored == str(each.person.id):
                return each
        raise StaleAnswerError(T("problem-choice-gone"))


def _label(caller: Caller) -> Personal:
    last = caller.name.with_words(caller.digits[-LAST_DIGITS:])
    if caller.area is None:
        return Personal("caller-known", name=caller.name, number=last)
    return Personal("caller-known-of", name=caller.name, area=PublicName(caller.area), number=last)


class TelephoneNumber(Write):
    """A telephone number; one that is known already can be kept."""

    def __init__(self, key: str, *, says: Sequence[Line], known: PrivateText | None = None) -> None:
        super().__init__(key, limit=PHONE_LIMIT, one_line=True, says=says)
        self._known = known
        # Digits are an answer here, not the number of a button.
        self.numbered = False

    def options(self, partial: JsonValue) -> Sequence[Option]:
        if self._known is None:
            return ()
        return [Option(KEEP, Personal("caller-same-number", number=self._known))]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if heard == Picked(KEEP):
            return Answered(KEEP)
        made = super().hear(heard, partial)
        if isinstance(made, Answered) and len(digits_of(str(made.stored))) < FEWEST_DIGITS:
            return Again(T("problem-telephone-number"))
        return made

    def restore(self, stored: JsonValue) -> PrivateText:
        if stored != KEEP:
            return super().restore(stored)
        if self._known is None:
            raise StaleAnswerError(T("problem-answer-gone"))
        return self._known


@dataclass(frozen=True, slots=True)
class Introduced:
    """Who asks: `recorded` where they are known, and what they said of themself just now."""

    recorded: Caller | None
    language: str
    keeps_health: bool
    name: PrivateText = field(repr=False)
    phone: PrivateText = field(repr=False)


async def who_asks(
    callers: Sequence[Caller], languages: Sequence[str], language: str
) -> Introduced | None:
    """Ask who it is; None where somebody new does not agree to what is kept."""
    known = await WhoAsks("caller", callers)
    if known is not None:
        says = (Personal("ask-caller-same-number", person=known.name),)
        phone = await TelephoneNumber("caller-same-number", says=says, known=known.phone)
        keeps_health = known.person.keeps_health
        if keeps_health is None:
            keeps_health = await _health(known.name)
        return Introduced(known, known.person.language, keeps_health, known.name, phone)
    name = await Write("caller-name", limit=NAME_LIMIT, one_line=True)
    says = (Personal("ask-caller-phone", person=name),)
    phone = await TelephoneNumber("caller-phone", says=says)
    if len(languages) > 1:
        choices = [Choice(each, each, T(f"language-{each}")) for each in languages]
        says = (Personal("ask-caller-language", person=name),)
        language = await Choose("caller-language", choices, says=says)
    agrees = await YesNo(
        "caller-agrees",
        says=(Personal("ask-caller-agrees", person=name), T("read-to-caller")),
        yes=T("button-caller-agrees"),
        no=T("button-caller-does-not"),
    )
    if not agrees:
        return None
    return Introduced(None, language, await _health(name), name, phone)


async def _health(name: PrivateText) -> bool:
    return await YesNo("caller-health", says=(Personal("ask-caller-health", person=name),))
