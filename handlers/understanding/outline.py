"""The outline of a neighbourhood: taken in from what an owner sends, and asked about places.

Shapely is loaded on the first outline: with numpy it takes a tenth of a second and some 20 MB,
which a scheme that draws no outlines should not pay. It comes without types, so that its shapes are
plain objects here and nothing but this module touches them.
"""

import json
import math
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import NoReturn, TypeGuard

MOST_POINTS = 5_000
LARGEST_KM = 100.0
_LONGEST_TEXT = 1_000_000
_KM_OF_DEGREE = 111.32
# A tenth of a metre: finer than any map that an outline is drawn on.
_DECIMALS = 6

Point = tuple[float, float]
Ring = list[Point]


class OutlineProblem(StrEnum):
    """Why an outline was not taken."""

    NOT_GEOJSON = "not-geojson"
    NOT_AN_AREA = "not-an-area"
    CROSSES_ITSELF = "crosses-itself"
    TOO_LARGE = "too-large"
    TOO_MANY_POINTS = "too-many-points"
    OUT_OF_RANGE = "out-of-range"


class _RefusedError(Exception):
    """Carries a problem out of the depth of a document; never leaves this module."""

    def __init__(self, problem: OutlineProblem) -> None:
        super().__init__(problem)
        self.problem = problem


def parse_outline(text: str) -> str | OutlineProblem:
    """An outline as GeoJSON text of one Polygon or MultiPolygon, in its normal form.

    `text` is GeoJSON (Polygon, MultiPolygon, or Features with these), or three or more lines of
    "latitude, longitude" in degrees. GeoJSON has longitude first, RFC 7946.
    """
    if len(text) > _LONGEST_TEXT:
        return OutlineProblem.TOO_MANY_POINTS
    try:
        polygons = _from_json(text) if text.lstrip()[:1] in {"{", "["} else [[_from_lines(text)]]
        _check_points([point for rings in polygons for ring in rings for point in ring])
        return _normal([[_rounded(ring) for ring in rings] for rings in polygons])
    except _RefusedError as refused:
        return refused.problem


def contains(outline_json: str, lat: float, lon: float) -> bool:
    """Whether a place lies in an outline that `parse_outline` made, its edge included."""
    if not (math.isfinite(lat) and math.isfinite(lon)):
        return False
    shapely = _shapely()
    return bool(shapely.covers(_prepared(outline_json), shapely.points(lon, lat)))


def _shapely() -> ModuleType:
    return import_module("shapely")


@lru_cache(maxsize=256)
def _prepared(outline_json: str) -> object:
    shapely = _shapely()
    outline: object = shapely.from_geojson(outline_json)
    shapely.prepare(outline)
    return outline


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _refuse_constant(_: str) -> NoReturn:
    raise _RefusedError(OutlineProblem.NOT_GEOJSON)


def _from_json(text: str) -> list[list[Ring]]:
    try:
        document: object = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        # RecursionError: a document of nothing but opening brackets.
        raise _RefusedError(OutlineProblem.NOT_GEOJSON) from error
    polygons = [
        [_ring(ring) for ring in _list(polygon)]
        for geometry in _geometries(document)
        for polygon in _polygons(geometry)
    ]
    if not polygons or not all(polygons):
        raise _RefusedError(OutlineProblem.NOT_AN_AREA)
    return polygons


def _geometries(document: object) -> Iterator[dict[str, object]]:
    features = [document]
    if isinstance(document, dict) and document.get("type") == "FeatureCollection":
        features = _list(document.get("features"))
    for feature in features:
        is_feature = isinstance(feature, dict) and feature.get("type") == "Feature"
        geometry = feature.get("geometry") if isinstance(feature, dict) and is_feature else feature
        if not isinstance(geometry, dict) or not isinstance(geometry.get("type"), str):
            raise _RefusedError(OutlineProblem.NOT_GEOJSON)
        yield geometry


def _polygons(geometry: dict[str, object]) -> list[object]:
    """The coordinates of each polygon; none for points and lines, which maps mix in."""
    if geometry["type"] == "Polygon":
        return [geometry.get("coordinates")]
    return _list(geometry.get("coordinates")) if geometry["type"] == "MultiPolygon" else []


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
    shapely = _shapely()
    areas = [_area(rings) for rings in polygons]
    outline = shapely.remove_repeated_points(shapely.union_all(areas, grid_size=10**-_DECIMALS))
    if outline.is_empty:
        raise _RefusedError(OutlineProblem.NOT_AN_AREA)
    return str(shapely.to_geojson(shapely.orient_polygons(shapely.normalize(outline))))


def _area(rings: list[Ring]) -> object:
    shapely = _shapely()
    if any(len(set(ring)) < 3 or shapely.Polygon(ring).convex_hull.area == 0 for ring in rings):
        raise _RefusedError(OutlineProblem.NOT_AN_AREA)
    area: object = shapely.Polygon(rings[0], rings[1:])
    if not shapely.is_valid(area):
        raise _RefusedError(OutlineProblem.CROSSES_ITSELF)
    return area
