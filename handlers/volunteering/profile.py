"""What a volunteer offers, as they see it: to change, to pause, to leave, and what they have done.

No points and no ranks: the record is for themself alone, and the letter names nobody they helped.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.cards import DEFAULT_ZONE
from handlers.days import full_day
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.keeping.first_name import name_button
from handlers.messages import Buttons, Message, Press, Say
from handlers.payload import Letter
from handlers.permissions import allowed
from handlers.start import menu
from handlers.tapping import Taps
from handlers.texts import Line, Paragraph, Personal, T
from handlers.volunteering.offer_lines import offered
from storage import record, volunteers
from storage.model import Kind, Volunteer
from storage.record import Record


async def profile(turn: PersonalTurn) -> list[Message]:
    """Return what a volunteer offers, with all that they can do about it."""
    volunteer = await volunteers.find(turn.transaction, turn.person.id)
    if volunteer is None:
        has_helped = await record.of(turn.transaction, turn.person.id) is not None
        done_before = ((_record_button(),),) if has_helped else ()
        return [Say(turn.person, (T("profile-none"),), (*done_before, *menu()))]
    named_as = Personal("offer-shows-name", name=name_of(turn.person))
    offers = Paragraph((named_as, *await offered(turn, volunteer)))
    lines: list[Line] = [T("profile-offers"), offers]
    lines.append(_standing(turn, volunteer))
    return [Say(turn.person, lines, _buttons(turn, volunteer))]


def _is_paused(turn: PersonalTurn, volunteer: Volunteer) -> bool:
    today = turn.now.astimezone(DEFAULT_ZONE).date()
    return volunteer.paused_until is not None and today <= volunteer.paused_until


def _standing(turn: PersonalTurn, volunteer: Volunteer) -> Line:
    if _is_paused(turn, volunteer) and volunteer.paused_until is not None:
        return T("profile-paused", day=full_day(volunteer.paused_until))
    return T("profile-active")


def _buttons(turn: PersonalTurn, volunteer: Volunteer) -> Buttons:
    change = Press(T("button-profile-change"), "menu:offer")
    go_on = Press(T("button-profile-go-on"), "me:go-on")
    pause = Press(T("button-profile-pause"), "menu:pause")
    leave = Press(T("button-profile-leave"), "menu:leave")
    return (
        (change,),
        (name_button(),),
        (go_on if _is_paused(turn, volunteer) else pause,),
        (_record_button(),),
        (leave,),
    )


def _record_button() -> Press:
    return Press(T("button-profile-record"), "me:record")


async def go_on(turn: PersonalTurn) -> list[Message]:
    """End a volunteer's pause."""
    if not await volunteers.pause(turn.transaction, turn.person.id, None):
        return [Say(turn.person, (T("profile-none"),), menu())]
    return [Say(turn.person, (T("profile-goes-on"),))]


async def done(turn: PersonalTurn) -> list[Message]:
    """Return what a volunteer has done, for their own eyes."""
    found = await _own_record(turn)
    if found is None:
        return [Say(turn.person, (T("record-none"),))]
    lines = (
        T("record-total", number=found.total, day=_day(found, last=False)),
        Paragraph(_by_kind(found)),
        T("record-private"),
    )
    letter = Press(T("button-record-letter"), "me:letter")
    return [Say(turn.person, lines, ((letter,),))]


async def _own_record(turn: PersonalTurn) -> Record | None:
    if not allowed(await actor_of(turn), Action.READ_OWN_RECORD):
        return None
    return await record.of(turn.transaction, turn.person.id)


def _by_kind(found: Record) -> list[T]:
    return [
        T("record-kind", kind=T(f"kind-{kind.value}"), number=found.by_kind[kind])
        for kind in Kind
        if found.by_kind[kind]
    ]


def _day(found: Record, *, last: bool) -> T:
    moment = found.last if last else found.first
    return full_day(moment.astimezone(DEFAULT_ZONE).date())


async def letter(turn: PersonalTurn) -> list[Message]:
    """Return a letter of thanks with what a volunteer has done."""
    found = await _own_record(turn)
    if found is None:
        return [Say(turn.person, (T("record-none"),))]
    texts, language = turn.house.texts, turn.person.language
    today = full_day(turn.now.astimezone(DEFAULT_ZONE).date())
    helped = T(
        "letter-helped",
        number=found.total,
        first=_day(found, last=False),
        last=_day(found, last=True),
    )
    paragraphs: list[Line] = [
        today,
        Personal("letter-dear", name=name_of(turn.person)),
        helped,
        Paragraph(_by_kind(found)),
        T("letter-thanks"),
        T("letter-from"),
    ]
    paper = Letter(
        name="letter-of-thanks",
        language=language,
        title=texts.say(T("letter-title"), language),
        paragraphs=tuple(texts.say(each, language) for each in paragraphs),
    )
    return [Say(turn.person, (T("letter-here"),), document=paper)]


_SHOWN: Final[Mapping[str, Callable[[PersonalTurn], Awaitable[list[Message]]]]] = {
    "go-on": go_on,
    "record": done,
    "letter": letter,
}


async def _tapped(turn: PersonalTurn, which: str) -> list[Message] | None:
    return await _SHOWN[which](turn) if which in _SHOWN else None


TAPS: Final[Taps] = {"me": _tapped}
