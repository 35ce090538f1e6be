"""The buttons about whether somebody still agrees that they are asked for."""

from typing import Final

from handlers import current
from handlers.actions import Action, People
from handlers.actors import actor_of
from handlers.asking.reviewing_consent import CONSENT, ended_by_coordinator, still_asked_for
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.permissions import allowed
from handlers.tapping import Taps
from handlers.texts import T


async def _still_agrees(turn: PersonalTurn, number: str) -> list[Message]:
    return await current.begin(turn, CONSENT.name, number, answers={"they-agree": "yes"})


async def _agrees_no_more(turn: PersonalTurn, number: str) -> list[Message]:
    return await current.begin(turn, CONSENT.name, number, answers={"they-agree": "no"})


async def _asked_to_end(turn: PersonalTurn, number: str) -> list[Message]:
    """Ask somebody who looks after the scheme whether it shall really end."""
    if not await _may_end(turn, number):
        return [Say(turn.person, (T("not-allowed"),))]
    sure = Press(T("button-end-yes"), f"consent-ended:{number}")
    return [Say(turn.person, (T("consent-end-sure"),), ((sure,),))]


async def _end(turn: PersonalTurn, number: str) -> list[Message]:
    if not await _may_end(turn, number):
        return [Say(turn.person, (T("not-allowed"),))]
    return await ended_by_coordinator(turn, number)


async def _may_end(turn: PersonalTurn, number: str) -> bool:
    """Say whether somebody looks after the person whom a button means; they may be gone by now."""
    person = await still_asked_for(turn, number)
    about = None if person is None else People.at(person.neighbourhood_id)
    return allowed(await actor_of(turn), Action.END_CONSENT, about)


TAPS: Final[Taps] = {
    "still-yes": _still_agrees,
    "still-no": _agrees_no_more,
    "consent-end": _asked_to_end,
    "consent-ended": _end,
}
