"""Asking for somebody else: whom, what one is to them, whether they agree and how they said so."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from pydantic import JsonValue

from handlers.asking.about_health import health_of
from handlers.asking.help_request import NAME_LIMIT, AskedFor, Known, NoLonger
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
from handlers.questions import Choice, Choose, Write
from handlers.texts import Day, Line, Personal, T, folded
from storage.helped_people import Consent, HelpedPerson
from storage.model import ConsentHow, Relation
from storage.private import PrivateText

#: How long somebody's word is good that they agree; shorter where another had to give it for them.
GOOD_FOR: Final = timedelta(days=90)
GOOD_FOR_SOMEBODY_ELSES_WORD: Final = timedelta(days=30)
#: How many people are offered as buttons; the others can be named.
MOST_OFFERED: Final = 8


def consent(how: ConsentHow, now: datetime) -> Consent:
    """Return that somebody agreed just now; `now` in the time zone of the place."""
    days = GOOD_FOR_SOMEBODY_ELSES_WORD if how is ConsentHow.BY_SOMEBODY_ELSE else GOOD_FOR
    return Consent(how, now, now.date() + days)


class Whom(StrEnum):
    """Whom a request may be for, besides those whom somebody asked for before."""

    ME = "me"
    SOMEBODY_ELSE = "somebody-else"


class ForWhom(Question[Whom | HelpedPerson]):
    """For themself, for somebody they asked for before, or for somebody new."""

    def __init__(
        self,
        key: str,
        helped: Sequence[HelpedPerson],
        *,
        says: Sequence[Line],
        full: Collection[int | None] = (),
    ) -> None:
        self.key = key
        self._helped = [each for each in helped if each.ended_at is None]
        self._says = says
        self._full = full

    def lines(self, partial: JsonValue) -> Sequence[Line]:
        return self._says

    def options(self, partial: JsonValue) -> Sequence[Option]:
        known = [
            Option(str(each.id), Personal("whom-known", person=each.first_name))
            for each in self._helped[:MOST_OFFERED]
        ]
        return [
            Option(Whom.ME.value, T("whom-me")),
            *known,
            Option(Whom.SOMEBODY_ELSE.value, T("whom-somebody-else")),
        ]

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if isinstance(heard, Picked):
            return self._unless_full(heard.option)
        named = folded(heard.text) if isinstance(heard, Words) else ""
        for each in self._helped:
            if named and named == folded(each.first_name.reveal()):
                return self._unless_full(str(each.id))
        return Again(T("problem-choose"))

    def _unless_full(self, option: str) -> Answered | Again:
        """Take somebody new for whom to ask, unless as much as may be is open for them."""
        is_full = option in {Whom.ME.value if each is None else str(each) for each in self._full}
        return Again(T("problem-requests-open")) if is_full else Answered(option)

    def restore(self, stored: JsonValue) -> Whom | HelpedPerson:
        if stored in tuple(Whom):
            return Whom(str(stored))
        for each in self._helped:
            if stored == str(each.id):
                return each
        raise StaleAnswerError(T("problem-choice-gone"))


class FirstName(Write):
    """The first name of somebody new, by which they can be told from those known already."""

    def __init__(self, key: str, known: Sequence[HelpedPerson]) -> None:
        super().__init__(key, limit=NAME_LIMIT, one_line=True)
        self._taken = {folded(each.first_name.reveal()) for each in known if not each.ended_at}

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        made = super().hear(heard, partial)
        if isinstance(made, Answered) and folded(str(made.stored)) in self._taken:
            return Again(T("problem-name-taken"))
        return made


class TheyAgree(Choose[bool]):
    """Whether somebody knows and agrees; "not yet" is kindly asked about again, and kept waiting.

    Whoever agreed before may also not want it any more: that is the answer False.
    """

    def __init__(self, key: str, *, says: Sequence[Line], agreed_before: bool = False) -> None:
        choices = [
            Choice("yes", value=True, label=T("button-they-agree")),
            Choice("not-yet", value=False, label=T("button-not-asked-yet")),
        ]
        if agreed_before:
            choices.append(Choice("no", value=False, label=T("button-they-do-not")))
        super().__init__(key, choices, says=says)

    def hear(self, heard: Heard, partial: JsonValue) -> Answered | NotYet | Again:
        if heard == Picked("not-yet"):
            return Again(T("consent-first"))
        return super().hear(heard, partial)


async def still_agrees(person: HelpedPerson) -> bool:
    """Ask whether somebody still agrees who did before."""
    since = Day(person.consent_at.date())
    says = (Personal("ask-they-still-agree", person=person.first_name, day=since),)
    return await TheyAgree("they-agree", says=says, agreed_before=True)


async def how_they_agreed(person: PrivateText) -> ConsentHow:
    """Ask how somebody said that they agree."""
    choices = [Choice(each.value, each, T(f"agreed-{each.value}")) for each in ConsentHow]
    says = (Personal("ask-consent-how", person=person),)
    how: ConsentHow = await Choose("consent-how", choices, says=says)
    return how


async def for_whom(known: Known) -> AskedFor | NoLonger | None:
    """Ask whom a request is for; None where it is for whoever asks.

    Somebody known is asked only if they asked for somebody else before, or mean to now.
    """
    if known.for_another and not known.helped:
        return await for_somebody_new(known)
    if known.has_agreed and not known.helped:
        return None
    says = (T("ask-for-whom-known" if known.helped else "ask-for-whom-new"),)
    chosen = await ForWhom("for-whom", known.helped, says=says, full=known.full)
    if isinstance(chosen, HelpedPerson):
        return await _for_somebody_known(known, chosen)
    return None if chosen is Whom.ME else await for_somebody_new(known)


async def for_somebody_new(known: Known) -> AskedFor:
    """Ask about somebody for whom nobody has asked before."""
    relation = await Choose("relation", _relations(known), says=_relation_words(known))
    name = await FirstName("helped-name", known.helped)
    await TheyAgree("they-agree", says=(Personal("ask-they-agree", person=name),))
    how = await how_they_agreed(name)
    return await health_of(AskedFor(first_name=name, relation=relation, agreed=how))


def _relations(known: Known) -> list[Choice[Relation]]:
    may_be = [each for each in Relation if each is not Relation.COLLEAGUE or known.is_colleague]
    return [Choice(each.value, each, T(f"relation-{each.value}")) for each in may_be]


def _relation_words(known: Known) -> list[Line]:
    asked: list[Line] = [T("ask-relation")]
    return asked if known.is_colleague else [*asked, T("colleagues-are-invited")]


async def _for_somebody_known(known: Known, person: HelpedPerson) -> AskedFor | NoLonger:
    whom = AskedFor(
        first_name=person.first_name,
        relation=person.relation,
        recorded=person,
        keeps_health=person.keeps_health,
    )
    if known.now.astimezone(known.zone_of(whom)).date() < person.review_on:
        return await health_of(whom)
    if not await still_agrees(person):
        return NoLonger(person=person)
    agreed = await how_they_agreed(person.first_name)
    return await health_of(whom.model_copy(update={"agreed": agreed}))
