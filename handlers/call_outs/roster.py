"""Who is coming: the names by neighbourhood, as a message and as a sheet."""

from typing import Final

from handlers.call_outs import sending
from handlers.call_outs.agreeing import asked_of
from handlers.call_outs.describing import areas_of, numbers_of, purpose_of, window_of, zone_of
from handlers.call_outs.gaps import settle_gaps
from handlers.call_outs.watching import for_leads, leads, progress, shown_anew
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.payload import Sheet
from handlers.tapping import Taps
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from storage import call_out_recipients, call_outs
from storage.call_out_recipients import Answer, Recipient
from storage.call_outs import OPEN, CallOut, Standing
from storage.model import Neighbourhood, Person
from storage.outbox import Purpose
from storage.private import PrivateText

#: So many names of one kind stand in the message; the sheet has all of them.
MOST_NAMES: Final = 25

#: What people are listed as, in this order.
GROUPS: Final = ("yes", "reserve", "later", "late")
COLUMNS: Final = ("area", "name", "answer", "turn")

Called = list[tuple[Recipient, Person]]


def _group(recipient: Recipient) -> str:
    """Return what somebody is listed as."""
    if recipient.answer is Answer.LATER:
        return "later"
    if recipient.has_place:
        return "yes"
    return "reserve" if recipient.is_on_reserve else "late"


async def _roster(turn: PersonalTurn, call_out: CallOut) -> list[Message]:
    """Show who comes, who is on the reserve and who will say it later."""
    areas = await areas_of(turn, await numbers_of(turn, call_out))
    window = window_of(call_out.starts_at, call_out.ends_at, zone_of(areas))
    heading = T("roster", purpose=purpose_of(call_out.purpose), window=window)
    said: Called = await call_out_recipients.those_who(
        turn.transaction, call_out, (Answer.YES, Answer.LATER)
    )
    lines = [heading, *(line for area in areas for line in _lines(area, said))]
    lines += await _unknown(turn, call_out)
    if not said:
        return [Say(turn.person, (*lines, T("roster-nobody")), protect=True)]
    sheet = _sheet(turn, areas, said)
    owners = PrivateText.joined("", (_name(person) for _, person in said)).owners
    return [Say(turn.person, lines, protect=True, document=sheet, owners=owners)]


def _lines(area: Neighbourhood, said: Called) -> list[Line]:
    here = [each for each in said if each[0].neighbourhood_id == area.id]
    groups: dict[str, list[PrivateText]] = {group: [] for group in GROUPS}
    for recipient, person in here:
        groups[_group(recipient)].append(_name(person))
    shown: list[Line] = [
        Personal(f"roster-{group}", number=len(names), names=_some(names))
        for group, names in groups.items()
        if names
    ]
    return [Paragraph((PublicName(area.name), *shown))] if shown else []


def _name(person: Person) -> PrivateText:
    return person.first_name or PrivateText("…")


def _some(names: list[PrivateText]) -> PrivateText:
    more = [PrivateText("…")] if len(names) > MOST_NAMES else []
    return PrivateText.joined(", ", [*names[:MOST_NAMES], *more])


async def _unknown(turn: PersonalTurn, call_out: CallOut) -> list[Line]:
    """Return of whom nobody knows whether they were reached; they are not written to again."""
    some = await call_out_recipients.of_unknown_fate(turn.transaction, call_out, MOST_NAMES + 1)
    names = [_name(person) for _, person in some]
    return [Personal("roster-unknown", names=_some(names))] if names else []


def _sheet(turn: PersonalTurn, areas: list[Neighbourhood], said: Called) -> Sheet:
    def in_words(name: str) -> str:
        return turn.house.texts.say(T(f"call-sheet-{name}"), turn.person.language)

    names = {each.id: each.name for each in areas}
    rows = tuple(
        (
            names.get(recipient.neighbourhood_id or 0, ""),
            _name(person).reveal(),
            in_words(_group(recipient)),
            "" if recipient.turn is None else str(recipient.turn),
        )
        for recipient, person in said
    )
    heading = tuple(in_words(each) for each in COLUMNS)
    return Sheet(name="call-out", heading=heading, rows=rows)


async def _next(turn: PersonalTurn, call_out: CallOut) -> list[Message]:
    """Call those who were not called yet, or not needed before, since places are free again."""
    if call_out.standing not in OPEN or turn.now >= call_out.ends_at:
        return [Say(turn.person, (T("call-next-too-late"),))]
    if await _takes_two(turn, call_out):
        limit = turn.house.agreement_above
        return [Say(turn.person, (T("call-next-takes-two", limit=limit),))]
    await settle_gaps(turn, call_out, await numbers_of(turn, call_out))
    called = await sending.call_next(turn, call_out)
    call_out = await call_outs.get(turn.transaction, call_out.id)
    is_anybody = called or call_out.standing is Standing.SENDING
    said = T("call-next-noted" if is_anybody else "call-next-nobody")
    return [Say(turn.person, (said,)), *called, *await progress(turn, call_out)]


async def _takes_two(turn: PersonalTurn, call_out: CallOut) -> bool:
    """Say whether so many fit by now that one person may not call them, and nobody agreed."""
    if call_out.agreed_by is not None:
        return False
    numbers = await call_outs.reached(turn.transaction, await sending.audience_of(turn, call_out))
    fitting = sum(numbers.values())
    return fitting > max(turn.house.agreement_above, call_out.reaches)


async def going_on(turn: PersonalTurn) -> list[Message]:
    """Show every call-out that is going on to somebody who may look after it."""
    messages: list[Message] = []
    for call_out in await call_outs.going_on(turn.transaction):
        if await leads(turn, call_out):
            messages += await shown_anew(turn, call_out)
            if call_out.standing is Standing.WAITING and call_out.made_by != turn.person.id:
                messages.append(await asked_of(turn, call_out, turn.person, Purpose.ANSWER))
    return messages or [Say(turn.person, (T("call-outs-none"),))]


TAPS: Final[Taps] = {"call-roster": for_leads(_roster), "call-next": for_leads(_next)}
