"""Somebody who looks after neighbourhoods calls many people at once: what for, where, how many.

How many it reaches is counted outside of the questions: once all is answered the conversation
begins anew with the same answers, and then knows the number of just these.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto
from typing import Final

from pydantic import BaseModel, ConfigDict, JsonValue

from handlers import dialogue
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.asking_details import KIND_CHOICES
from handlers.call_outs import describing, sending, timetable, watching
from handlers.call_outs.agreeing import ask_to_agree
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed, looks_after
from handlers.questions import (
    Choice,
    Choose,
    ChooseSeveral,
    Confirm,
    PickNumber,
    Write,
    WriteOrSkip,
    YesNo,
)
from handlers.texts import Line, Listed, Paragraph, PublicName, T
from handlers.when_and_where import PickTime
from storage import call_outs, neighbourhoods
from storage.call_outs import Audience, CalledFor, NewCallOut, Standing
from storage.model import Kind, Neighbourhood
from storage.private import PrivateText

#: In characters.
WORDS_LIMIT: Final = 600
PLACE_LIMIT: Final = 120
MOST_WANTED: Final = 999
OFTEN_WANTED: Final = (2, 5, 10, 20, 50, 100)
TOKEN_LENGTH: Final = 12


class Criteria(BaseModel):
    """Whom a call-out is for and when, without a word that anybody typed."""

    model_config = ConfigDict(frozen=True)

    places: tuple[int, ...]
    kinds: tuple[Kind, ...]
    languages: tuple[str, ...]
    checked_only: bool
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Reach:
    """How many a call-out of some criteria reaches, who could agree to it, and when it goes."""

    criteria: Criteria
    numbers: Mapping[int, int]
    could_agree: int
    goes_at: datetime
    #: Whether people are to be left in peace at this hour.
    is_night: bool

    @property
    def everybody(self) -> int:
        """How many it reaches in all."""
        return sum(self.numbers.values())


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: the neighbourhoods in whose name its author may call people.

    `reach` is set once it has been counted for what was answered.
    """

    now: datetime
    areas: tuple[Neighbourhood, ...]
    languages: tuple[str, ...]
    agreement_above: int
    reach: Reach | None = None


class Form(BaseModel):
    """A call-out as its author described it."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    purpose: CalledFor
    words: PrivateText | None = field(repr=False)
    place: PrivateText = field(repr=False)
    starts_at: datetime
    ends_at: datetime
    wanted: dict[int, int]
    kinds: frozenset[Kind]
    languages: frozenset[str]
    checked_only: bool
    takes_strangers: bool

    @property
    def criteria(self) -> Criteria:
        """What decides whom it reaches."""
        return Criteria(
            places=tuple(sorted(self.wanted)),
            kinds=tuple(sorted(self.kinds)),
            languages=tuple(sorted(self.languages)),
            checked_only=self.checked_only,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
        )


class Next(Enum):
    """What is done with a call-out that was described."""

    COUNT = auto()
    SEND = auto()
    LEAVE = auto()


@dataclass(frozen=True, slots=True)
class Composed:
    """A call-out that was described, and what is done with it."""

    form: Form
    next: Next


class HowMany(PickNumber):
    """How many people are wanted in a neighbourhood."""

    def __init__(self, area: Neighbourhood) -> None:
        name = PublicName(area.name)
        super().__init__(
            f"wanted-{area.id}",
            lowest=1,
            highest=MOST_WANTED,
            offers=OFTEN_WANTED,
            says=(T("ask-call-wanted", area=name),),
        )
        self._name = name

    @property
    def title(self) -> T:
        return T("answer-call-wanted", area=self._name)


async def compose(known: Known) -> Composed | None:
    """Ask for all that makes a call-out; None for somebody who may not call anybody."""
    if not known.areas:
        return None
    form = await _form(known)
    reach = known.reach
    if reach is None or reach.criteria != form.criteria:
        return Composed(form, Next.COUNT)
    problem = _problem(known, form, reach)
    if problem is not None:
        shows = (*_preview(known, form, reach), problem)
        await Confirm("call-not-possible", shows=shows, send=T("button-call-leave"))
        return Composed(form, Next.LEAVE)
    shows = (*_preview(known, form, reach), *_what_happens(known, form, reach))
    await Confirm("preview-call-out", shows=shows, send=T("button-call-send"))
    return Composed(form, Next.SEND)


async def _form(known: Known) -> Form:
    purposes = [Choice(each.value, each, describing.purpose_of(each)) for each in CalledFor]
    purpose = await Choose("call-purpose", purposes)
    words = await WriteOrSkip("call-words", limit=WORDS_LIMIT)
    place = await Write("call-place", limit=PLACE_LIMIT, one_line=True)
    areas = await _areas(known)
    when = await PickTime("call-when", now=known.now, zone=describing.zone_of(areas))
    wanted = {area.id: await HowMany(area) for area in areas}
    kinds = [each for each in KIND_CHOICES if each.value is not Kind.SOMETHING_ELSE]
    chosen = await ChooseSeveral("call-kinds", kinds, at_least=0)
    languages = [Choice(each, each, T(f"language-{each}")) for each in known.languages]
    spoken = await ChooseSeveral("call-languages", languages, at_least=0)
    checked_only = await YesNo("call-checked")
    # Whoever is new has not been checked.
    takes_strangers = not checked_only and await YesNo("call-strangers")
    return Form(
        purpose=purpose,
        words=words,
        place=place,
        starts_at=when.start,
        ends_at=when.end,
        wanted=wanted,
        kinds=chosen,
        languages=spoken,
        checked_only=checked_only,
        takes_strangers=takes_strangers,
    )


async def _areas(known: Known) -> Sequence[Neighbourhood]:
    if len(known.areas) == 1:
        return known.areas
    choices = [Choice(str(each.id), each.id, PublicName(each.name)) for each in known.areas]
    chosen = await ChooseSeveral("call-areas", choices)
    return [each for each in known.areas if each.id in chosen]


def answers_of(form: Form) -> dict[str, JsonValue]:
    """Return the answers that make a form, as they are stored."""
    when: list[JsonValue] = [int(form.starts_at.timestamp()), int(form.ends_at.timestamp())]
    yes_or_no: dict[bool, JsonValue] = {True: "yes", False: "no"}
    return {
        "call-purpose": form.purpose.value,
        "call-words": None if form.words is None else form.words.reveal(),
        "call-place": form.place.reveal(),
        "call-when": when,
        "call-areas": [str(number) for number in sorted(form.wanted)],
        **{f"wanted-{number}": wanted for number, wanted in form.wanted.items()},
        "call-kinds": list[JsonValue](sorted(form.kinds)),
        "call-languages": list[JsonValue](sorted(form.languages)),
        "call-checked": yes_or_no[form.checked_only],
        "call-strangers": yes_or_no[form.takes_strangers],
    }


# --- The preview ---------------------------------------------------------------------------------


def _preview(known: Known, form: Form, reach: Reach) -> list[Line]:
    areas = [each for each in known.areas if each.id in form.wanted]
    window = describing.window_of(form.starts_at, form.ends_at, describing.zone_of(areas))
    facts = describing.facts(form.place, window, areas)
    reached = [
        T(
            "call-reaches-area",
            area=PublicName(each.name),
            wanted=form.wanted[each.id],
            number=reach.numbers.get(each.id, 0),
        )
        for each in areas
    ]
    return [
        T("preview-call-out"),
        *describing.called(form.purpose, form.words, facts),
        T("call-whom"),
        Paragraph([*_narrowed(form), *reached, T("call-reaches", number=reach.everybody)]),
    ]


def _narrowed(form: Form) -> list[Line]:
    lines: list[Line] = []
    if form.kinds:
        kinds = tuple(T(f"kind-{each.value}") for each in Kind if each in form.kinds)
        lines.append(T("call-only-kinds", kinds=Listed(kinds)))
    if form.languages:
        spoken = tuple(T(f"language-{each}") for each in sorted(form.languages))
        lines.append(T("call-only-languages", languages=Listed(spoken)))
    if form.checked_only:
        lines.append(T("call-only-checked"))
    if form.takes_strangers:
        lines.append(T("call-also-strangers"))
    return lines


def _problem(known: Known, form: Form, reach: Reach) -> T | None:
    """Return why a call-out cannot be sent, and what to change."""
    if not reach.everybody and not form.takes_strangers:
        return T("call-reaches-nobody")
    if _takes_two(known, reach) and not reach.could_agree:
        return T("call-nobody-agrees", limit=known.agreement_above)
    return None


def _takes_two(known: Known, reach: Reach) -> bool:
    return reach.everybody > known.agreement_above


def _what_happens(known: Known, form: Form, reach: Reach) -> list[Line]:
    areas = [each for each in known.areas if each.id in form.wanted]
    lines: list[Line] = [T("call-no-details")]
    if _takes_two(known, reach):
        lines.append(T("call-takes-two", limit=known.agreement_above))
    elif reach.goes_at > known.now:
        zone = describing.zone_of(areas)
        moment = describing.window_of(reach.goes_at, reach.goes_at, zone)
        lines.append(T("call-goes-at", window=moment))
    elif reach.is_night:
        lines.append(T("call-at-night"))
    return lines


# --- Before and after the questions --------------------------------------------------------------


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Read what the conversation may use; the subject is what it is to count for, if anything."""
    actor = await actor_of(turn)
    areas: tuple[Neighbourhood, ...] = ()
    if allowed(actor, Action.CALL_OUT):
        everywhere = await neighbourhoods.all_of_them(turn.transaction)
        areas = tuple(each for each in everywhere if looks_after(actor, each))
    known = Known(turn.now, areas, tuple(turn.house.texts.languages), turn.house.agreement_above)
    if not subject:
        return known
    return replace(known, reach=await _reach(turn, Criteria.model_validate_json(subject)))


async def _reach(turn: PersonalTurn, criteria: Criteria) -> Reach:
    places = frozenset(criteria.places)
    zone = describing.zone_of(await describing.areas_of(turn, places))
    day = describing.check_on(criteria.ends_at, zone)
    audience = Audience(
        places=places,
        kinds=frozenset(criteria.kinds),
        languages=frozenset(criteria.languages),
        checked_on=day if criteria.checked_only else None,
        today=turn.now.astimezone(zone).date(),
        author=turn.person.id,
    )
    return Reach(
        criteria=criteria,
        numbers=await call_outs.reached(turn.transaction, audience),
        could_agree=len(await watching.who_could_agree(turn, places, turn.person.id)),
        goes_at=timetable.not_at_night(turn, criteria.starts_at, zone),
        is_night=describing.quiet_hours(turn, zone).holds(turn.now),
    )


async def act(turn: PersonalTurn, known: Known, composed: Composed | None) -> list[Message]:
    """Count whom it reaches, send it, or leave it; kindly not where a role has ended."""
    if composed is None or not await watching.may_lead(turn, frozenset(composed.form.wanted)):
        return [Say(turn.person, (T("call-not-yours"),))]
    form = composed.form
    match composed.next:
        case Next.COUNT:
            subject = form.criteria.model_dump_json()
            return await dialogue.begin(turn, CALL_OUT, subject, answers=answers_of(form))
        case Next.LEAVE:
            return [Say(turn.person, (T("call-left"),))]
        case Next.SEND:
            return await _send(turn, known, form)


async def _send(turn: PersonalTurn, known: Known, form: Form) -> list[Message]:
    assert known.reach is not None  # noqa: S101 - it was shown before it could be sent
    takes_two = _takes_two(known, known.reach)
    new = NewCallOut(
        token=turn.house.token(TOKEN_LENGTH),
        author=turn.person,
        standing=Standing.WAITING if takes_two else Standing.SENDING,
        purpose=form.purpose,
        words=form.words,
        place=form.place,
        starts_at=form.starts_at,
        ends_at=form.ends_at,
        wanted=form.wanted,
        kinds=form.kinds,
        languages=form.languages,
        checked_only=form.checked_only,
        takes_strangers=form.takes_strangers,
        reaches=known.reach.everybody,
    )
    call_out = await call_outs.add(turn.transaction, new, turn.now)
    if takes_two:
        return await ask_to_agree(turn, call_out)
    return await sending.begin(turn, call_out)


CALL_OUT: Final = Conversation("callout", know, compose, act)
