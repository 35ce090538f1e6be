"""The question for the outline of a neighbourhood: drawn in a file, or written as corners."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from handlers.entering import Enter
from handlers.names import has_plain_signs, tidy_name
from handlers.questions import Choice, Choose, YesNo
from handlers.skipping import OrSkip
from handlers.texts import PublicName, T
from handlers.understanding.geography import (
    FAR_FROM_OTHERS,
    NEAR_OTHERS,
    belongs_to_zone,
    hectares,
    km_from_nearest,
    middle,
    places_of_country,
)
from handlers.understanding.outline import (
    DrawnArea,
    OutlineProblem,
    joined,
    parse_outlines,
    turned,
)
from storage.model import Neighbourhood

#: In characters.
NAME_LIMIT: Final = 40
_TOGETHER: Final = "together"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an outline is compared with: those of the other neighbourhoods, and the country.

    `time_zone` is None where nobody has said where the scheme is.
    """

    others: tuple[str, ...]
    time_zone: str | None

    @classmethod
    def of(
        cls, everywhere: Sequence[Neighbourhood], time_zone: str | None, but: int | None = None
    ) -> "Surroundings":
        """Return what surrounds a new neighbourhood, or the one with the number `but`."""
        outlines = (each.outline for each in everywhere if each.id != but)
        return cls(tuple(outline for outline in outlines if outline is not None), time_zone)


@dataclass(frozen=True, slots=True)
class Drawing:
    """The areas that somebody drew; `was_turned` says that longitude and latitude were swapped."""

    areas: tuple[DrawnArea, ...]
    was_turned: bool


def ask_outline(surroundings: Surroundings) -> Enter[Drawing]:
    """Return the question for an outline, sent as a file or typed."""

    def read(text: str) -> Drawing | T:
        return read_drawing(text, surroundings)

    return Enter("neighbourhood-outline", read, takes_files=True)


# It is read again for every question after it, and a file may hold a whole town.
@lru_cache(maxsize=8)
def read_drawing(text: str, surroundings: Surroundings) -> Drawing | T:
    """Return what is drawn in a text as far as it lies here, or what is wrong with it."""
    areas = parse_outlines(text.lstrip("\ufeff"))
    if isinstance(areas, OutlineProblem):
        return T(f"problem-outline-{areas.value}")
    placed = [_placed(surroundings, area) for area in areas]
    here = [each for each in placed if each is not None]
    if not here:
        return _too_far(surroundings, areas[0])
    return Drawing(tuple(area for area, _ in here), any(was_turned for _, was_turned in here))


def _placed(surroundings: Surroundings, area: DrawnArea) -> tuple[DrawnArea, bool] | None:
    """Return an area where it lies in the scheme's part of the world, turned if need be, or None.

    Longitude and latitude are easily swapped, and either way they are somewhere on the earth.
    """
    others = [middle(outline) for outline in surroundings.others]
    away = km_from_nearest(middle(area.outline), others)
    if away is not None and away <= FAR_FROM_OTHERS:
        return area, False
    swapped = turned(area.outline)
    other_way = None if swapped is None else DrawnArea(area.name, swapped)
    if other_way is not None:
        away = km_from_nearest(middle(other_way.outline), others)
        if away is not None and away <= NEAR_OTHERS:
            return other_way, True
    zone = surroundings.time_zone
    if zone is None or belongs_to_zone(middle(area.outline), zone):
        return area, False
    if other_way is not None and belongs_to_zone(middle(other_way.outline), zone):
        return other_way, True
    return None


def _too_far(surroundings: Surroundings, area: DrawnArea) -> T:
    zone = surroundings.time_zone
    assert zone is not None  # noqa: S101 - without one, nothing is too far
    away = km_from_nearest(middle(area.outline), places_of_country(zone))
    return T("problem-outline-far", kilometres=round(away or 0), zone=PublicName(zone))


async def outline_of(surroundings: Surroundings) -> str | None:
    """Ask for an outline, and which where several were drawn; None where it is left out."""
    drawing = await OrSkip(ask_outline(surroundings))
    if drawing is None:
        return None
    outline = await _one_of(drawing.areas)
    if drawing.was_turned and not await YesNo("outline-turned"):
        return None
    return outline


async def _one_of(areas: Sequence[DrawnArea]) -> str:
    if len(areas) == 1:
        return areas[0].outline
    choices = [
        Choice(str(number), each.outline, area_label(each, number))
        for number, each in enumerate(areas, 1)
    ]
    together = joined(areas)
    if not isinstance(together, OutlineProblem):
        choices.append(Choice(_TOGETHER, together, T("button-outline-together")))
    outline: str = await Choose("outline-which", choices, columns=2)
    return outline


def area_label(area: DrawnArea, number: int) -> T | PublicName:
    """Return what an area is called: as on the map, where that can be read, else by its size."""
    name = plain_name(area)
    if name is not None:
        return PublicName(name)
    return T("outline-area", number=number, hectares=max(1, round(hectares(area.outline))))


def plain_name(area: DrawnArea) -> str | None:
    """Return the name of an area where it can be the name of a neighbourhood."""
    name = tidy_name(area.name or "")
    return name if 0 < len(name) <= NAME_LIMIT and has_plain_signs(name) else None
