"""The questions about a whole scheme, one part of it at a time.

Each returns what is to be set, by the names in `Settled`; nothing where it stays as it is.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from typing import Any, Final

from handlers.entering import Enter
from handlers.house import House
from handlers.kinds import KINDS, LEVELS, at_least
from handlers.names import has_plain_signs, tidy_name
from handlers.question import Option
from handlers.questions import Choice, Choose, Confirm, PickNumber, YesNo
from handlers.safety.emergency_lines import written
from handlers.scheme import keeping_questions, limit_questions
from handlers.scheme.neighbourhood_questions import Places
from handlers.scheme.new_neighbourhood import Founding, NewNeighbourhood, describe
from handlers.scheme.time_zones import PickZone
from handlers.skipping import OrSkip
from handlers.texts import Line, Listed, Paragraph, PublicName, T
from handlers.understanding.emergency import (
    EmergencyNumbers,
    listed_under,
    numbers_in,
    read_numbers,
)
from handlers.understanding.hours_of_day import length, read_hours
from handlers.understanding.identifiers.kinds import Caution
from storage.model import Kind, Level

#: In characters.
SCHEME_LIMIT: Final = 64
SIGNS_IN_SCHEMES: Final = "&,/()!"
#: People sleep so long at least, and are awake long enough to be asked.
SHORTEST_NIGHT, LONGEST_NIGHT = timedelta(hours=6), timedelta(hours=14)
NIGHTS: Final = ((21, 8), (22, 8), (22, 7))
AGREEMENTS: Final = (50, 100, 200, 500)
HIGHEST_AGREEMENT: Final = 10_000
FEWEST_HOMES: Final = (200, 400, 800)
LOWEST_HOMES, HIGHEST_HOMES = 100, 5_000
#: Of two who share something, each knows whose request is not their own.
LOWEST_RARE, HIGHEST_RARE = 3, 50
RARE_BELOW: Final = (3, 5, 10)


class Part(StrEnum):
    """What of a scheme can be set up, in the order in which it is asked first."""

    NAME = "name"
    TIME_ZONE = "time-zone"
    EMERGENCY = "emergency"
    NEIGHBOURHOODS = "neighbourhoods"
    KINDS = "kinds"
    QUIET_HOURS = "quiet-hours"
    CALL_OUTS = "call-outs"
    FEW_HOMES = "few-homes"
    LIMITS = "limits"
    DOOR = "door"
    LINES = "lines"
    KEEPING = "keeping"


#: What nobody is asked at first: what is set from the beginning is right for most.
LATER: Final = frozenset({Part.LIMITS, Part.DOOR, Part.LINES, Part.KEEPING})


@dataclass(frozen=True, slots=True)
class Scheme:
    """What is set in a scheme by now."""

    house: House
    places: Places
    #: The time zone that counts, be it set or not.
    time_zone: str
    founding: Founding


@dataclass(frozen=True, slots=True)
class Stricter:
    """Who may take a kind of help from now on."""

    kind: Kind
    level: Level


#: What somebody answered: what to set by name, who may take a kind, neighbourhoods, or nothing.
Given = Mapping[str, Any] | Stricter | tuple[NewNeighbourhood, ...] | None


async def _name(scheme: Scheme) -> Given:
    name = await OrSkip(Enter("scheme-name", read_scheme_name))
    return None if name is None else {"scheme": name}


def read_scheme_name(text: str) -> str | T:
    """Return how a scheme calls itself, or what is wrong with that."""
    name = tidy_name(text)
    if len(name) > SCHEME_LIMIT:
        return T("problem-too-long", limit=SCHEME_LIMIT, length=len(name))
    if not has_plain_signs(name, SIGNS_IN_SCHEMES):
        return T("problem-organisation-signs")
    return name


async def _time_zone(scheme: Scheme) -> Given:
    known = {scheme.time_zone, *(each.time_zone for each in scheme.places.everywhere)}
    zone = await OrSkip(PickZone("scheme-time-zone", known))
    return None if zone is None else {"time_zone": zone}


# --- What to ring --------------------------------------------------------------------------------


async def _emergency(scheme: Scheme) -> Given:
    known = numbers_in(scheme.time_zone, scheme.house.emergency)
    says = (T("ask-emergency-right"), Paragraph(shown_numbers(known)), T("ask-emergency-is-it"))
    if await YesNo(
        "emergency-right",
        says=says,
        yes=T("button-emergency-right"),
        no=T("button-emergency-other"),
    ):
        return None
    numbers = await _numbers()
    if numbers == EmergencyNumbers():
        return None
    shows = (T("preview-emergency"), Paragraph(shown_numbers(numbers)))
    await Confirm("preview-emergency", shows=shows, send=T("button-save"))
    return {"emergency": {**scheme.house.emergency, listed_under(scheme.time_zone): numbers}}


async def _numbers() -> EmergencyNumbers:
    for_all = await OrSkip(Enter("emergency-any", _read_numbers))
    ambulance = await OrSkip(Enter("emergency-ambulance", _read_numbers))
    fire = police = None
    if for_all is None:
        fire = await OrSkip(Enter("emergency-fire", _read_numbers))
        police = await OrSkip(Enter("emergency-police", _read_numbers))
    if not any((for_all, ambulance, fire, police)):
        return EmergencyNumbers()
    return EmergencyNumbers(
        any=for_all or (),
        ambulance=ambulance or (),
        fire=fire or (),
        police=police or (),
        crisis=await OrSkip(Enter("emergency-crisis", _read_numbers)) or (),
    )


def _read_numbers(text: str) -> tuple[str, ...] | T:
    return read_numbers(text) or T("problem-emergency-numbers")


def shown_numbers(numbers: EmergencyNumbers) -> list[Line]:
    """Return what people are told to ring, one line for danger and one for despair."""
    lines: list[Line] = [T("setup-shows-emergency", numbers=written(numbers))]
    if numbers.crisis:
        crisis = Listed(tuple(map(PublicName, numbers.crisis)))
        lines.append(T("setup-shows-crisis", numbers=crisis))
    return lines


# --- Who may take what ---------------------------------------------------------------------------


async def _kinds(scheme: Scheme) -> Given:
    choices = [
        Choice(kind.value, kind, T(f"kind-{kind.value}"))
        for kind in Kind
        if len(at_least(LEVELS[kind])) > 1
    ]
    says = (T("ask-stricter-kind"), Paragraph(shown_levels(scheme.house)), T("ask-stricter-which"))
    kind = await OrSkip(Choose("stricter-kind", choices, says=says, columns=2))
    if kind is None:
        return None
    name = T(f"kind-{kind.value}")
    levels = [Choice(each.value, each, T(f"level-{each.value}")) for each in at_least(LEVELS[kind])]
    level = await Choose("stricter-level", levels, says=(T("ask-stricter-level", kind=name),))
    shows = [T("preview-level", kind=name, level=T(f"level-{level.value}"))]
    now = scheme.house.levels[kind]
    if level not in at_least(now):
        shows.append(T("preview-level-looser"))
    elif level is not now:
        shows.append(T("preview-level-stricter"))
    await Confirm("preview-level", shows=shows, send=T("button-save"))
    return Stricter(kind, level)


def shown_levels(house: House) -> list[Line]:
    """Return who may take which kinds of help."""
    lines: list[Line] = []
    for level in Level:
        kinds = [kind for kind in KINDS if house.levels[kind] is level]
        if kinds:
            listed = Listed(tuple(T(f"kind-{kind.value}") for kind in kinds))
            lines.append(T(f"setup-shows-{level.value}", kinds=listed))
    return lines


# --- Hours and numbers ---------------------------------------------------------------------------


async def _quiet_hours(scheme: Scheme) -> Given:
    house = scheme.house
    offers = [Option(f"{start}-{end}", clock(time(start), time(end))) for start, end in NIGHTS]
    says = (T("ask-quiet-hours", hours=clock(house.quiet_from, house.quiet_until)),)
    hours = await OrSkip(Enter("quiet-hours", _read_night, offers, says=says))
    return None if hours is None else {"quiet_from": hours[0], "quiet_until": hours[1]}


def _read_night(text: str) -> tuple[time, time] | T:
    hours = read_hours(text)
    if hours is None:
        return T("problem-hours")
    return hours if SHORTEST_NIGHT <= length(*hours) <= LONGEST_NIGHT else T("problem-night")


def clock(start: time, end: time) -> PublicName:
    """Return two hours as they are written."""
    return PublicName(f"{start:%H:%M}–{end:%H:%M}")


async def _call_outs(scheme: Scheme) -> Given:
    says = (T("ask-agreement-above", number=scheme.house.agreement_above),)
    number = await OrSkip(
        PickNumber(
            "agreement-above", lowest=1, highest=HIGHEST_AGREEMENT, offers=AGREEMENTS, says=says
        )
    )
    return None if number is None else {"agreement_above": number}


async def _few_homes(scheme: Scheme) -> Given:
    says = (T("ask-fewest-homes", homes=scheme.house.fewest_homes),)
    homes = await OrSkip(
        PickNumber(
            "fewest-homes",
            lowest=LOWEST_HOMES,
            highest=HIGHEST_HOMES,
            offers=FEWEST_HOMES,
            says=says,
        )
    )
    says = (T("ask-rare-below", number=scheme.house.rare_below),)
    rare = await OrSkip(
        PickNumber(
            "rare-below", lowest=LOWEST_RARE, highest=HIGHEST_RARE, offers=RARE_BELOW, says=says
        )
    )
    given = {"fewest_homes": homes, "rare_below": rare}
    return {name: value for name, value in given.items() if value is not None} or None


async def _keeping(scheme: Scheme) -> Given:
    return await keeping_questions.keeping(scheme.house)


async def _limits(scheme: Scheme) -> Given:
    return await limit_questions.limits(scheme.house)


async def _door(scheme: Scheme) -> Given:
    return await limit_questions.who_comes_in(scheme.house)


async def _lines(scheme: Scheme) -> Given:
    choices = [Choice(each.value, each, T(f"button-caution-{each.value}")) for each in Caution]
    return {"line_caution": await Choose("line-caution", choices)}


async def _neighbourhoods(scheme: Scheme) -> Given:
    return await describe(scheme.founding) or None


#: What asks for each part.
ASKED: Final[Mapping[Part, Callable[[Scheme], Awaitable[Given]]]] = {
    Part.NAME: _name,
    Part.TIME_ZONE: _time_zone,
    Part.EMERGENCY: _emergency,
    Part.NEIGHBOURHOODS: _neighbourhoods,
    Part.KINDS: _kinds,
    Part.QUIET_HOURS: _quiet_hours,
    Part.CALL_OUTS: _call_outs,
    Part.FEW_HOMES: _few_homes,
    Part.LIMITS: _limits,
    Part.KEEPING: _keeping,
    Part.DOOR: _door,
    Part.LINES: _lines,
}
