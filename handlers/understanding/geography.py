"""How the outlines of neighbourhoods lie: overlaps and gaps between them, and where on the earth.

Outlines are as `outline.parse_outlines` makes them. Within a neighbourhood the earth is taken for
flat, which is right to a thousandth there.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

from handlers.understanding.country import country_of
from handlers.understanding.outline import drawn, shapely

#: Latitude and longitude, in degrees.
Spot = tuple[float, float]

METRES_OF_DEGREE: Final = 111_320.0
EARTH_KM: Final = 6371.0
SQUARE_METRES_OF_HECTARE: Final = 10_000
#: Less than this is taken for an unsteady hand, in hectares.
LEAST_OVERLAP: Final = 0.05
LEAST_GAP: Final = 0.5
#: Two neighbourhoods further from each other have other land between them, not a gap, in metres.
WIDEST_GAP: Final = 400.0
#: What may close in a gap beside a neighbourhood lies so close to it, in metres.
AROUND_A_GAP: Final = 3_000.0
#: What lies closer than this to a gap lies at its edge, in metres.
_TOUCHING: Final = 2.0
#: No place of a country is so far from everything that its time zones are named after, in km.
FARTHEST_IN_COUNTRY: Final = 2_500
#: From here on a neighbourhood lies by itself, and within this it lies with the others, in km.
FAR_FROM_OTHERS: Final = 500
NEAR_OTHERS: Final = 50
_COORDINATES: Final = re.compile(r"([+-]\d{4,6})([+-]\d{5,7})")


@dataclass(frozen=True, slots=True)
class Overlap:
    """What an outline shares with that of another neighbourhood."""

    other: int
    hectares: float


@dataclass(frozen=True, slots=True)
class Gap:
    """Land that belongs to nobody and lies between neighbourhoods, two of them at least."""

    between: frozenset[int]
    hectares: float


# --- Beside the other neighbourhoods -------------------------------------------------------------


@lru_cache(maxsize=256)
def hectares(outline: str) -> float:
    """Return how large an outline is."""
    return float(_flat(outline, middle(outline)).area) / SQUARE_METRES_OF_HECTARE


def overlaps(outline: str, others: Mapping[int, str]) -> list[Overlap]:
    """Return with which other outlines one overlaps, the largest overlap first."""
    at = middle(outline)
    mine = _flat(outline, at)
    found = [
        Overlap(number, float(mine.intersection(_flat(other, at)).area) / SQUARE_METRES_OF_HECTARE)
        for number, other in others.items()
        if _is_near(outline, other)
    ]
    found = [each for each in found if each.hectares >= LEAST_OVERLAP]
    return sorted(found, key=lambda each: -each.hectares)


def gaps(number: int, outlines: Mapping[int, str]) -> list[Gap]:
    """Return the gaps between one of the outlines and the others, the largest first.

    A gap is closed in by outlines, or lies as a strip between two of them.
    """
    library, at = shapely(), middle(outlines[number])
    near = {
        each: _flat(outline, at)
        for each, outline in outlines.items()
        if _is_near(outlines[number], outline, AROUND_A_GAP)
    }
    together = library.union_all(list(near.values()))
    half = WIDEST_GAP / 2
    closed = together.buffer(half, join_style="mitre").buffer(-half, join_style="mitre")
    within = library.union_all([closed, *_filled(together)]).difference(together)
    found = [
        Gap(_at_edge(piece, near), float(piece.area) / SQUARE_METRES_OF_HECTARE)
        for piece in library.get_parts(within)
        if piece.geom_type == "Polygon"
    ]
    found = [
        each
        for each in found
        if each.hectares >= LEAST_GAP and number in each.between and len(each.between) > 1
    ]
    return sorted(found, key=lambda each: -each.hectares)


def _filled(area: Any) -> list[Any]:
    """Return the parts of an area without their holes."""
    library = shapely()
    return [library.Polygon(part.exterior) for part in library.get_parts(area)]


def _at_edge(piece: Any, areas: Mapping[int, Any]) -> frozenset[int]:
    return frozenset(number for number, area in areas.items() if piece.distance(area) <= _TOUCHING)


def _flat(outline: str, at: Spot) -> Any:
    """Return an outline in metres, on a plane that touches the earth at a spot."""
    lat, lon = at
    across = METRES_OF_DEGREE * math.cos(math.radians(lat))

    def flattened(points: Any) -> Any:
        return (points - [lon, lat]) * [across, METRES_OF_DEGREE]

    return shapely().transform(drawn(outline), flattened)


def _is_near(one: str, other: str, within: float = 0) -> bool:
    """Say whether two outlines may lie so close to each other, in metres."""
    west, south, east, north = drawn(one).bounds
    west_2, south_2, east_2, north_2 = drawn(other).bounds
    room = within / METRES_OF_DEGREE
    aside = room / max(0.01, math.cos(math.radians(max(abs(south), abs(north)))))
    return bool(
        west - aside <= east_2
        and west_2 - aside <= east
        and south - room <= north_2
        and south_2 - room <= north
    )


# --- On the earth --------------------------------------------------------------------------------


def middle(outline: str) -> Spot:
    """Return the middle of an outline."""
    point = drawn(outline).centroid
    return float(point.y), float(point.x)


def km_between(one: Spot, other: Spot) -> float:
    """Return how far two spots are from each other."""
    (lat, lon), (lat_2, lon_2) = (tuple(map(math.radians, spot)) for spot in (one, other))
    half = (
        math.sin((lat_2 - lat) / 2) ** 2
        + math.cos(lat) * math.cos(lat_2) * math.sin((lon_2 - lon) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def km_from_nearest(spot: Spot, others: Sequence[Spot]) -> float | None:
    """Return how far the nearest of some spots is; None where there is none."""
    return min((km_between(spot, other) for other in others), default=None)


def belongs_to_zone(spot: Spot, time_zone: str) -> bool:
    """Say whether a spot may lie in the country of a time zone; where no list has it, it may."""
    away = km_from_nearest(spot, places_of_country(time_zone))
    return away is None or away <= FARTHEST_IN_COUNTRY


def places_of_country(time_zone: str) -> tuple[Spot, ...]:
    """Return where the places are that the time zones of a zone's country are named after."""
    country = country_of(time_zone)
    return tuple(spot for each, spot in _places() if each == country)


@cache
def _places() -> tuple[tuple[str, Spot], ...]:
    """Return country and place of every zone, from the list that comes with the time zones."""
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab")
    found = []
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, coordinates, *_ = line.split("\t")
            written = _COORDINATES.fullmatch(coordinates)
            if written is not None:
                lat, lon = written.groups()
                found.append((country, (_degrees(lat, 2), _degrees(lon, 3))))
    return tuple(found)


def _degrees(written: str, digits: int) -> float:
    """Return degrees that are written as in ISO 6709: sign, degrees, minutes, perhaps seconds."""
    sign, rest = -1 if written[0] == "-" else 1, written[1:]
    degrees, minutes, seconds = rest[:digits], rest[digits : digits + 2], rest[digits + 2 :]
    return sign * (int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600)
