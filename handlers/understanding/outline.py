"""The outline of a neighbourhood: taken in from what an owner sends, and asked about places.

Shapely is loaded on the first outline: with numpy it takes a tenth of a second and some 20 MB,
which a scheme that draws no outlines should not pay. It comes without types, so that its shapes are
plain objects here, and nothing but this module and `geography` touches them.
"""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from typing import Any, Final, NoReturn, TypeGuard

MOST_POINTS: Final = 5_000
LARGEST_KM: Final = 100.0
#: In one file; as many as can be chosen from.
MOST_AREAS: Final = 40
_LONGEST_TEXT: Final = 1_000_000
_KM_OF_DEGREE: Final = 111.32
# A tenth of a metre: finer than any map that an outline is drawn on.
_DECIMALS: Final = 6
#: Under which maps keep the name of what is drawn on them.
_NAMES: Final = ("name", "title", "label")

Point = tuple[float, float]
Ring = list[Point]


class OutlineProblem(StrEnum):
    """Why an outline was not taken."""

    BROKEN = "broken"
    NOT_GEOJSON = "not-geojson"
    EMPTY = "empty"
    ONLY_POINTS = "only-points"
    NOT_AN_AREA = "not-an-area"
    CROSSES_ITSELF = "crosses-itself"
    TOO_LARGE = "too-large"
    TOO_MANY_POINTS = "too-many-points"
    TOO_MANY_AREAS = "too-many-areas"
    OUT_OF_RANGE = "out-of-range"


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """One area of a drawing, with its name where it has one.

    The outline is GeoJSON text of one Polygon or MultiPolygon, in its normal form.
    """

    name: str | None
    outline: str


class _RefusedError(Exception):
    """Carries a problem out of the depth of a document; never leaves this module."""

    def __init__(self, problem: OutlineProblem) -> None:
        super().__init__(problem)
        self.problem = problem


def parse_outlines(text: str) -> tuple[DrawnArea, ...] | OutlineProblem:
    """Return the areas that are drawn in a text, one at least.

    `text` is GeoJSON (Polygon, MultiPolygon, or Features with these), or three or more lines of
    "latitude, longitude" in degrees. GeoJSON has longitude first, RFC 7946. Points and lines that
    stand beside areas are left out.
    """
    if len(text) > _LONGEST_TEXT:
        return OutlineProblem.TOO_MANY_POINTS
    try:
        return tuple(DrawnArea(name, _taken(polygons)) for name, polygons in _drawn_in(text))
    except _RefusedError as refused:
        return refused.problem


def parse_outline(text: str) -> str | OutlineProblem:
    """Return everything that is drawn in a text as one outline, in its normal form."""
    areas = parse_outlines(text)
    return areas if isinstance(areas, OutlineProblem) else joined(areas)


def joined(areas: Sequence[DrawnArea]) -> str | OutlineProblem:
    """Return several areas as one outline, in its normal form."""
    if len(areas) == 1:
        return areas[0].outline
    polygons = [polygon for area in areas for polygon in _rings_of(json.loads(area.outline))]
    try:
        return _taken(polygons)
    except _RefusedError as refused:
        return refused.problem


def turned(outline: str) -> str | None:
    """Return an outline with latitude and longitude in each other's place; None if it is nowhere.

    That is what comes of writing the two the wrong way round.
    """
    polygons = [
        [[(lat, lon) for lon, lat in ring] for ring in rings]
        for rings in _rings_of(json.loads(outline))
    ]
    try:
        return _taken(polygons)
    except _RefusedError:
        return None


def contains(outline_json: str, lat: float, lon: float) -> bool:
    """Whether a place lies in an outline that `parse_outline` made, its edge included."""
    if not (math.isfinite(lat) and math.isfinite(lon)):
        return False
    return bool(shapely().covers(drawn(outline_json), shapely().points(lon, lat)))


def shapely() -> Any:
    """Return the library that knows of shapes, loaded at the first call."""
    return import_module("shapely")


@lru_cache(maxsize=256)
def drawn(outline_json: str) -> Any:
    """Return an outline as a shape, ready to be asked about many places."""
    shape: Any = shapely().from_geojson(outline_json)
    shapely().prepare(shape)
    return shape


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _refuse_constant(_: str) -> NoReturn:
    raise _RefusedError(OutlineProblem.NOT_GEOJSON)


def _drawn_in(text: str) -> list[tuple[str | None, list[list[Ring]]]]:
    """Return the name and the polygons of each area that is drawn in a text."""
    if text.lstrip()[:1] not in {"{", "["}:
        return [(None, [[_from_lines(text)]])]
    try:
        document: object = json.loads(text, parse_constant=_refuse_constant)
        geometries = list(_geometries(document))
    except (ValueError, RecursionError) as error:
        # RecursionError: a document of nothing but opening brackets, or features within features.
        raise _RefusedError(OutlineProblem.BROKEN) from error
    areas = [
        (name, polygons)
        for name, geometry in geometries
        if (polygons := _rings_of(geometry)) or geometry["type"] in _AREAS
    ]
    if not geometries:
        raise _RefusedError(OutlineProblem.EMPTY)
    if not areas:
        raise _RefusedError(OutlineProblem.ONLY_POINTS)
    if len(areas) > MOST_AREAS:
        raise _RefusedError(OutlineProblem.TOO_MANY_AREAS)
    return areas


_AREAS: Final = ("Polygon", "MultiPolygon")


def _geometries(document: object) -> Iterator[tuple[str | None, dict[str, object]]]:
    """Yield every geometry of a document, with the name of the feature that it belongs to."""
    match document:
        case {"type": "FeatureCollection", "features": list(features)}:
            for feature in features:
                yield from _geometries(feature)
        case {"type": "Feature", "geometry": None}:
            return
        case {"type": "Feature", "geometry": dict(geometry), **others}:
            name = _name_of(others.get("properties"))
            yield from ((name, each) for _, each in _geometries(geometry))
        case {"type": "GeometryCollection", "geometries": list(geometries)}:
            for geometry in geometries:
                yield from _geometries(geometry)
        case dict(geometry) if isinstance(kind := geometry.get("type"), str) and (
            kind not in _COLLECTIONS
        ):
            yield None, geometry
        case _:
            raise _RefusedError(OutlineProblem.NOT_GEOJSON)


_COLLECTIONS: Final = ("FeatureCollection", "Feature", "GeometryCollection")


def _name_of(properties: object) -> str | None:
    if not isinstance(properties, dict):
        return None
    named = {str(key).casefold(): value for key, value in properties.items()}
    found = (named.get(key) for key in _NAMES)
    return next((name for name in found if isinstance(name, str) and name.strip()), None)


def _rings_of(geometry: dict[str, object]) -> list[list[Ring]]:
    """Return the rings of each polygon; none for points and lines, which maps mix in."""
    coordinates, polygons = geometry.get("coordinates"), list[object]()
    if geometry["type"] == "Polygon":
        polygons = [coordinates]
    elif geometry["type"] == "MultiPolygon":
        polygons = _list(coordinates)
    return [[_ring(ring) for ring in _list(polygon)] for polygon in polygons]


def _taken(polygons: list[list[Ring]]) -> str:
    """Return the outline around polygons in its normal form; raises _RefusedError."""
    if not polygons or not all(polygons):
        raise _RefusedError(OutlineProblem.NOT_AN_AREA)
    _check_points([point for rings in polygons for ring in rings for point in ring])
    return _normal([[_rounded(ring) for ring in rings] for rings in polygons])


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _RefusedError(OutlineProblem.NOT_GEOJSON)
    return value


def _ring(value: object) -> Ring:
    ring: Ring = []
    for position in _list(value):
        numbers = _list(position)[:2]
        if len(numbers) < 2 or not _is_number(numbers[0]) or not _is_number(numbers[1]):
            raise _RefusedError(OutlineProblem.NOT_GEOJSON)
        ring.append((numbers[0], numbers[1]))
    return ring


def _from_lines(text: str) -> Ring:
    ring: Ring = []
    for line in text.splitlines():
        if not line.strip():
            continue
        try:
            lat, lon = (float(number) for number in line.replace(",", " ").split())
        except ValueError as error:
            raise _RefusedError(OutlineProblem.NOT_GEOJSON) from error
        ring.append((lon, lat))
    if not ring:
        raise _RefusedError(OutlineProblem.NOT_GEOJSON)
    return ring


def _check_points(points: Sequence[Point]) -> None:
    if len(points) > MOST_POINTS:
        raise _RefusedError(OutlineProblem.TOO_MANY_POINTS)
    # Compared this way round, NaN and infinity are out of range too, and so are huge integers.
    if not all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points):
        raise _RefusedError(OutlineProblem.OUT_OF_RANGE)
    if len(set(points)) < 3:
        raise _RefusedError(OutlineProblem.NOT_AN_AREA)
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    middle = math.radians((min(lats) + max(lats)) / 2)
    width = (max(lons) - min(lons)) * math.cos(middle)
    if math.hypot(width, max(lats) - min(lats)) * _KM_OF_DEGREE > LARGEST_KM:
        raise _RefusedError(OutlineProblem.TOO_LARGE)


def _rounded(ring: Ring) -> Ring:
    return [(round(lon, _DECIMALS), round(lat, _DECIMALS)) for lon, lat in ring]


def _normal(polygons: list[list[Ring]]) -> str:
    """The areas as one, in shapely's normal order, rings turning as RFC 7946 asks."""
    library = shapely()
    areas = [_area(rings) for rings in polygons]
    outline = library.remove_repeated_points(library.union_all(areas, grid_size=10**-_DECIMALS))
    if outline.is_empty:
        raise _RefusedError(OutlineProblem.NOT_AN_AREA)
    return str(library.to_geojson(library.orient_polygons(library.normalize(outline))))


def _area(rings: list[Ring]) -> Any:
    library = shapely()
    if any(len(set(ring)) < 3 or library.Polygon(ring).convex_hull.area == 0 for ring in rings):
        raise _RefusedError(OutlineProblem.NOT_AN_AREA)
    area: Any = library.Polygon(rings[0], rings[1:])
    if not library.is_valid(area):
        raise _RefusedError(OutlineProblem.CROSSES_ITSELF)
    return area
