"""Somebody follows the link of a poster: asking or offering begins, with the place known."""

from collections.abc import Mapping
from typing import Final

from pydantic import JsonValue

from handlers import current
from handlers.helping.links import ASK_AT, OFFER_AT
from handlers.house import PersonalTurn
from handlers.messages import Message, Say, number_carried
from handlers.safety.emergency_lines import numbers_for, written
from handlers.start import menu
from handlers.texts import PublicName, T
from storage import neighbourhoods, volunteers
from storage.model import Neighbourhood

#: What each kind of poster begins.
_BEGINS: Final[Mapping[str, str]] = {ASK_AT: "ask", OFFER_AT: "offer"}


async def followed(turn: PersonalTurn, word: str) -> list[Message]:
    """Begin what a poster is for; where its neighbourhood is no more, say what can be done."""
    prefix = next(each for each in _BEGINS if word.startswith(each))
    number = number_carried(word.removeprefix(prefix))
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    area = next((each for each in everywhere if each.id == number), None)
    if area is None:
        nowhere = Say(turn.person, (T("poster-leads-nowhere"),), menu())
        return [nowhere, *await current.asked_again(turn)]
    name = _BEGINS[prefix]
    answers = await _known_of(turn, name, area)
    numbers = written(await numbers_for(turn))
    hello = T(f"poster-hello-{name}", area=PublicName(area.name), numbers=numbers)
    return await current.begin(turn, name, answers=answers, before=(hello,))


async def _known_of(turn: PersonalTurn, name: str, area: Neighbourhood) -> dict[str, JsonValue]:
    """Return the answers that a poster gives, by the keys of their questions."""
    if name == "ask":
        return {"where": {"neighbourhood": area.id}}
    offered = await volunteers.find(turn.transaction, turn.person.id)
    numbers = {area.id} | (set() if offered is None else set(offered.neighbourhoods))
    return {"offer-areas": list[JsonValue](sorted(str(number) for number in numbers))}
