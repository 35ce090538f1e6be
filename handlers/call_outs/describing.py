"""How a call-out reads: to those who are called, to those who sent it, and when it is spoken of."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from handlers.cards import DEFAULT_ZONE
from handlers.house import Turn
from handlers.messages import Buttons, ChangeSaid, Press
from handlers.outgoing import keep
from handlers.texts import Line, Listed, Paragraph, Personal, PublicName, T, Window
from handlers.waiting.quiet_hours import QuietHours
from storage import call_out_recipients, call_outs, neighbourhoods, outbox_changes
from storage.call_outs import CalledFor, CallOut
from storage.model import Neighbourhood, Person
from storage.outbox import Purpose
from storage.private import PrivateText


def purpose_of(purpose: CalledFor) -> T:
    """Return what people are called for, of the fixed list."""
    return T(f"call-for-{purpose.value}")


async def areas_of(turn: Turn, numbers: Collection[int]) -> list[Neighbourhood]:
    """Return the neighbourhoods with some numbers, by name."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    return [each for each in everywhere if each.id in numbers]


async def name_of_area(turn: Turn, number: int) -> PublicName:
    """Return the name of a neighbourhood."""
    (area,) = await areas_of(turn, {number})
    return PublicName(area.name)


async def numbers_of(turn: Turn, call_out: CallOut) -> frozenset[int]:
    """Return the numbers of the neighbourhoods that a call-out is for."""
    places = await call_outs.places_of(turn.transaction, call_out.id)
    return frozenset(each.neighbourhood_id for each in places)


def zone_of(areas: Sequence[Neighbourhood]) -> ZoneInfo:
    """Return the time zone in which something is spoken of that is for some neighbourhoods."""
    return ZoneInfo(areas[0].time_zone) if areas else DEFAULT_ZONE


async def zone_of_call_out(turn: Turn, call_out: CallOut) -> ZoneInfo:
    """Return the time zone in which a call-out is spoken of."""
    return zone_of(await areas_of(turn, await numbers_of(turn, call_out)))


def check_on(ends_at: datetime, zone: ZoneInfo) -> date:
    """Return the day on which a check has to be good, on the calendar of the place."""
    return ends_at.astimezone(zone).date()


def window_of(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> Window:
    """Return when people are wanted, as it is read there."""
    return Window(starts_at.astimezone(zone), ends_at.astimezone(zone))


def quiet_hours(turn: Turn, zone: ZoneInfo) -> QuietHours:
    """Return the hours in which nobody is called."""
    return QuietHours(turn.house.quiet_from, turn.house.quiet_until, zone)


def facts(place: PrivateText | None, window: Window, areas: Sequence[Neighbourhood]) -> Paragraph:
    """Return when and where people are wanted."""
    names = Listed(tuple(PublicName(each.name) for each in areas))
    where: Line = (
        T("call-where-forgotten") if place is None else Personal("call-where", place=place)
    )
    return Paragraph((T("call-when", window=window), where, T("call-areas", areas=names)))


async def facts_of(turn: Turn, call_out: CallOut) -> Paragraph:
    """Return when and where people are wanted by a call-out."""
    areas = await areas_of(turn, await numbers_of(turn, call_out))
    window = window_of(call_out.starts_at, call_out.ends_at, zone_of(areas))
    return facts(call_out.place, window, areas)


def called(purpose: CalledFor, words: PrivateText | None, facts: Paragraph) -> list[Line]:
    """Return what those who are called read."""
    own: tuple[Line, ...] = () if words is None else (words,)
    return [T("call-asks", purpose=purpose_of(purpose)), *own, facts, T("call-can-you")]


async def question(turn: Turn, call_out: CallOut) -> list[Line]:
    """Return what those who are called by a call-out read."""
    return called(call_out.purpose, call_out.words, await facts_of(turn, call_out))


def answers(call_out: CallOut) -> Buttons:
    """Return the buttons below the question."""
    return (
        (Press(T("button-call-yes"), f"call-yes:{call_out.token}"),),
        (Press(T("button-call-no"), f"call-no:{call_out.token}"),),
        (Press(T("button-call-later"), f"call-later:{call_out.token}"),),
    )


def stands_by(call_out: CallOut) -> Buttons:
    """Return the button of those for whom there is no place at the moment."""
    return ((Press(T("button-call-stand-by"), f"call-yes:{call_out.token}"),),)


def backs_out(call_out: CallOut) -> Buttons:
    """Return the button of those who said yes."""
    return ((Press(T("button-call-out"), f"call-out:{call_out.token}"),),)


def comes_after_all(call_out: CallOut) -> Buttons:
    """Return the button of those who said no."""
    return ((Press(T("button-call-could"), f"call-yes:{call_out.token}"),),)


_ASKED: Final = "call-out"


def label_of(call_out: CallOut, person_id: int) -> str:
    """Return what the newest message about a call-out to somebody is found by."""
    return f"{_ASKED}:{call_out.id}:{person_id}"


async def settle_earlier(turn: Turn, call_out: CallOut, person: Person) -> None:
    """Take the buttons from what somebody was told of a call-out; what follows is the newest."""
    label = label_of(call_out, person.id)
    await call_out_recipients.take_back_unsent(turn.transaction, label, turn.now)
    lines = (T("call-see-below", purpose=purpose_of(call_out.purpose)),)
    await keep(turn, [ChangeSaid(person, label, lines, purpose=Purpose.NEWS)])
    await outbox_changes.drop_label(turn.transaction, label)
