"""For whom `/forget` is: for whoever writes it, or for somebody without an app whom they ring."""

from typing import Final

from handlers import current
from handlers.actions import Action
from handlers.actors import actor_of
from handlers.forgetting import doing_it
from handlers.forgetting.forget import CALLER, NAME
from handlers.helping.private_parts import name_of
from handlers.house import PersonalTurn
from handlers.looking_after import people_of
from handlers.messages import Message, Press, PrivateButtons, PrivatePress, Say, number_carried
from handlers.permissions import allowed
from handlers.start import menu
from handlers.tapping import Taps
from handlers.texts import Personal, T, folded
from storage import people
from storage.model import Person

#: The buttons of whoever asks for themself, and of whoever does not want it any more.
ONESELF, STAY = "forget-me", "forget-stay"
#: How many of those who are rung are offered as buttons; the others can be named.
MOST_OFFERED: Final = 8


async def asked(turn: PersonalTurn, words: str) -> list[Message]:
    """Begin it for whoever asks; where they look after people who are rung, ask for whom it is."""
    callers = await _callers(turn)
    if words and not callers and allowed(await actor_of(turn), Action.TAKE_BY_PHONE):
        # Whoever names somebody else does not mean themself.
        unknown = Say(turn.person, (T("forget-caller-unknown"), T("forget-yourself-how")))
        return [unknown, *await current.asked_again(turn)]
    if words:
        fitting = [each for each in callers if folded(name_of(each).reveal()) == folded(words)]
        if len(fitting) == 1:
            return await current.begin(turn, NAME, str(fitting[0].id))
        if callers:
            callers = fitting or callers
    if not callers:
        return await current.begin(turn, NAME)
    rows: list[list[Press | PrivatePress]] = [[Press(T("button-forget-me"), f"{ONESELF}:")]]
    rows += [[_button(each)] for each in callers[:MOST_OFFERED]]
    lines = (T("forget-whom"), T("forget-whom-how"))
    buttons: PrivateButtons = rows
    return [Say(turn.person, lines, buttons), *await current.asked_again(turn)]


def _button(person: Person) -> PrivatePress:
    return PrivatePress(Personal("forget-name", name=name_of(person)), f"{CALLER}:{person.id}")


async def _callers(turn: PersonalTurn) -> list[Person]:
    """Return those who are rung and whom somebody may have forgotten."""
    actor = await actor_of(turn)
    if not allowed(actor, Action.TAKE_BY_PHONE):
        return []
    return [
        person
        for person, _ in await people.rung_in(turn.transaction, None)
        if allowed(actor, Action.FORGET_BY_PHONE, await people_of(turn, person))
    ]


async def _of_oneself(turn: PersonalTurn, _nothing: str) -> list[Message]:
    return await current.begin(turn, NAME)


async def _of_caller(turn: PersonalTurn, number: str) -> list[Message] | None:
    if number_carried(number) is None:
        return None
    return await current.begin(turn, NAME, number)


async def _stay(turn: PersonalTurn, _nothing: str) -> list[Message]:
    """Keep somebody after all who was to be forgotten as soon as that can be."""
    said = "forget-stays" if await doing_it.stays(turn, turn.person) else "forget-stays-anyway"
    return [Say(turn.person, (T(said),), menu())]


TAPS: Final[Taps] = {CALLER: _of_caller, ONESELF: _of_oneself, STAY: _stay}
