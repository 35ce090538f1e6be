"""Somebody reached a limit: those who look after them hear of it once, and can let them go on."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn, Turn
from handlers.looking_after import Word, changed_for_all, deciders_for, neutral_for, people_of
from handlers.messages import (
    ChangeSaid,
    Message,
    Press,
    PrivateButtons,
    PrivatePress,
    Say,
    number_carried,
)
from handlers.permissions import allowed
from handlers.tapping import Taps
from handlers.texts import Line, Personal, T
from storage import limits, people
from storage.limits import AtLimit, Reached
from storage.model import Person
from storage.outbox import Purpose

LIFT: Final = "limit-lift"
LEAVE: Final = "limit-leave"
#: After so long they hear of the same person's limit again, where nobody has answered.
ONCE_IN: Final = {
    Reached.REQUESTS: timedelta(days=7),
    Reached.REVEALS: limits.DAY,
    Reached.NO_SHOWS: limits.MONTH,
}
#: So long somebody may go on who was let. Whoever did not turn up is counted anew from then.
LIFTED_FOR: Final = {
    Reached.REQUESTS: timedelta(days=7),
    Reached.REVEALS: limits.DAY,
    Reached.NO_SHOWS: timedelta(0),
}


async def word_of(
    turn: Turn, person: Person, what: Reached, lines: Sequence[Line]
) -> list[Message] | None:
    """Return word of a limit that somebody reached; None where it was said lately."""
    number = await limits.note_reached(
        turn.transaction, person.id, what, turn.now, once_in=ONCE_IN[what]
    )
    if number is None:
        return None
    word = Word(lines, _buttons(person, what, number))
    about = await people_of(turn, person)
    return [
        word.to(each, Purpose.NEWS, f"{_label(number)}:{each.id}")
        for each in await deciders_for(turn, about, {person.id})
    ]


def _label(number: int) -> str:
    return f"limit:{number}"


def _buttons(person: Person, what: Reached, number: int) -> PrivateButtons:
    let = PrivatePress(Personal(f"lift-{what.value}", name=name_of(person)), f"{LIFT}:{number}")
    leave = Press(T("button-limit-leave"), f"{LEAVE}:{number}")
    block = Press(T("button-offer-block"), f"block:{person.id}")
    return ((let,), (leave,), (block,))


async def _at_limit(turn: PersonalTurn, carried: str) -> tuple[AtLimit, Person] | T | None:
    """Return what a button is about and whom, or why whoever tapped it does not settle it."""
    number = number_carried(carried)
    found = None if number is None else await limits.reached(turn.transaction, number)
    if found is None:
        return None
    person = await people.get(turn.transaction, found.person_id)
    about = await people_of(turn, person)
    if not allowed(await actor_of(turn), Action.LIFT_LIMIT, about):
        return T("not-allowed")
    if person.id == turn.person.id and await neutral_for(turn, about, {person.id}):
        return T("limit-not-your-own")
    return T("limit-lifted-before") if found.is_lifted else (found, person)


async def _lift(turn: PersonalTurn, carried: str) -> list[Message] | None:
    """Let somebody go on, and tell them and the others who heard of it."""
    found = await _at_limit(turn, carried)
    if not isinstance(found, tuple):
        return None if found is None else [Say(turn.person, (found,))]
    (number, what), person = (found[0].number, found[0].what), found[1]
    until = turn.now + LIFTED_FOR[what]
    if not await limits.lift(turn.transaction, number, turn.person.id, turn.now, until):
        return [Say(turn.person, (T("limit-lifted-before"),))]
    done = Personal(f"lifted-{what.value}", name=name_of(person))
    others = await changed_for_all(turn, _label(number), (done,))
    told = Say(person, (T(f"lifted-{what.value}-told"),), purpose=Purpose.NEWS)
    has_word = any(isinstance(each, ChangeSaid) and each.to == turn.person for each in others)
    return [*(() if has_word else (Say(turn.person, (done,)),)), *others, told]


async def _leave(turn: PersonalTurn, carried: str) -> list[Message] | None:
    """Leave a limit as it is; somebody else may still think otherwise."""
    found = await _at_limit(turn, carried)
    if not isinstance(found, tuple):
        return None if found is None else [Say(turn.person, (found,))]
    at_limit, person = found
    return [Say(turn.person, (Personal(f"left-{at_limit.what.value}", name=name_of(person)),))]


TAPS: Final[Taps] = {LIFT: _lift, LEAVE: _leave}
