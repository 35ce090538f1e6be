"""Somebody follows the link of a poster: asking or offering begins, with the place known."""

from pydantic import JsonValue

from handlers import current
from handlers.helping.links import ASK_AT, read_poster_word
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.safety.emergency_lines import written
from handlers.start import menu
from handlers.texts import PublicName, T
from handlers.understanding.emergency import numbers_in
from storage import neighbourhoods, volunteers
from storage.model import Neighbourhood


async def followed(turn: PersonalTurn, word: str) -> list[Message]:
    """Begin what a poster is for; where its neighbourhood is no more, say what can be done."""
    number = read_poster_word(word).neighbourhood_id
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    area = next((each for each in everywhere if each.id == number), None)
    if area is None:
        nowhere = Say(turn.person, (T("poster-leads-nowhere"),), menu())
        return [nowhere, *await current.asked_again(turn)]
    return await (_asking if word.startswith(ASK_AT) else _offering)(turn, area)


async def _asking(turn: PersonalTurn, area: Neighbourhood) -> list[Message]:
    numbers = written(numbers_in(area.time_zone, turn.house.emergency))
    hello = T("poster-hello-ask", area=PublicName(area.name), numbers=numbers)
    where: dict[str, JsonValue] = {"where": {"neighbourhood": area.id}}
    return await current.begin(turn, "ask", answers=where, before=(hello,))


async def _offering(turn: PersonalTurn, area: Neighbourhood) -> list[Message]:
    """Begin an offer for a neighbourhood, besides those where somebody helps already."""
    hello = [T("poster-hello-offer", area=PublicName(area.name))]
    numbers = {area.id}
    offered = await volunteers.find(turn.transaction, turn.person.id)
    if offered is not None:
        hello.append(T("offer-is-change"))
        numbers |= offered.neighbourhoods
    areas = list[JsonValue](sorted(str(number) for number in numbers))
    return await current.begin(turn, "offer", answers={"offer-areas": areas}, before=hello)
