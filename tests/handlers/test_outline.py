"""An owner's outline is taken in or refused with a reason, and knows which places lie in it."""

import json
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.understanding.outline import (
    MOST_POINTS,
    OutlineProblem,
    contains,
    parse_outline,
)

# Longitude first, as GeoJSON has it.
SQUARE = [[-0.09, 51.55], [-0.06, 51.55], [-0.06, 51.57], [-0.09, 51.57], [-0.09, 51.55]]
HOLE = [[-0.08, 51.555], [-0.07, 51.555], [-0.07, 51.565], [-0.08, 51.565], [-0.08, 51.555]]
NEXT_DOOR = [[-0.06, 51.55], [-0.03, 51.55], [-0.03, 51.57], [-0.06, 51.57], [-0.06, 51.55]]
POLYGON = {"type": "Polygon", "coordinates": [SQUARE]}
LINES = "51.55, -0.09\n51.55, -0.06\n\n51.57 -0.06\n51.57,-0.09"


def feature(geometry: object) -> dict[str, object]:
    return {"type": "Feature", "properties": {}, "geometry": geometry}


def taken(document: object) -> str:
    outline = parse_outline(document if isinstance(document, str) else json.dumps(document))
    assert not isinstance(outline, OutlineProblem), outline
    return outline


@pytest.mark.parametrize(
    "document",
    [
        POLYGON,
        LINES,
        feature(POLYGON),
        {"type": "FeatureCollection", "features": [feature(POLYGON)]},
        {"type": "MultiPolygon", "coordinates": [[SQUARE]]},
        {"type": "Polygon", "coordinates": [SQUARE[::-1]]},
        {"type": "Polygon", "coordinates": [SQUARE[:-1]]},
        {"type": "Polygon", "coordinates": [[[*point, 25.0] for point in SQUARE]]},
        {
            "type": "FeatureCollection",
            "features": [feature({"type": "Point", "coordinates": [0, 51]}), feature(POLYGON)],
        },
    ],
)
def test_one_area_has_one_normal_form_however_it_was_drawn(document: object) -> None:
    assert taken(document) == taken(POLYGON)


def test_the_normal_form_is_taken_again_unchanged() -> None:
    outline = taken({"type": "Polygon", "coordinates": [SQUARE, HOLE]})
    assert taken(outline) == outline


@pytest.mark.parametrize(
    ("lat", "lon", "inside"),
    [
        (51.552, -0.085, True),
        (51.55, -0.09, True),
        (51.56, -0.075, False),
        (51.60, -0.075, False),
        (-0.085, 51.552, False),
        (float("nan"), -0.085, False),
        (51.552, float("inf"), False),
    ],
)
def test_places_inside_an_outline_with_a_hole(lat: float, lon: float, *, inside: bool) -> None:
    outline = taken({"type": "Polygon", "coordinates": [SQUARE, HOLE]})
    assert contains(outline, lat, lon) is inside


def test_areas_side_by_side_become_one() -> None:
    outline = taken({"type": "MultiPolygon", "coordinates": [[SQUARE], [NEXT_DOOR]]})
    assert json.loads(outline)["type"] == "Polygon"
    assert contains(outline, 51.56, -0.06)


BOW_TIE = [[0, 0], [0.1, 0.1], [0.1, 0], [0, 0.1], [0, 0]]
STRAIGHT = [[0, 0], [0.1, 0], [0.2, 0], [0, 0]]


@pytest.mark.parametrize(
    ("document", "problem"),
    [
        ("", OutlineProblem.NOT_GEOJSON),
        ("the streets around the park", OutlineProblem.NOT_GEOJSON),
        ("51.55, -0.09, 3", OutlineProblem.NOT_GEOJSON),
        ("51.55, -0.09\n51.55, -0.06", OutlineProblem.NOT_AN_AREA),
        ("51,0\n51,0\n51,0", OutlineProblem.NOT_AN_AREA),
        ("nan,0\n51,0\n51,1", OutlineProblem.OUT_OF_RANGE),
        ("{", OutlineProblem.BROKEN),
        ("[" * 100_000, OutlineProblem.BROKEN),
        ('{"type":' * 100_000, OutlineProblem.BROKEN),
        ('{"type":"Feature","geometry":' * 700 + "{}" + "}" * 700, OutlineProblem.BROKEN),
        ([1, 2], OutlineProblem.NOT_GEOJSON),
        ({}, OutlineProblem.NOT_GEOJSON),
        ({"type": ["Polygon"]}, OutlineProblem.NOT_GEOJSON),
        ({"type": "Polygon"}, OutlineProblem.NOT_GEOJSON),
        ({"type": "Polygon", "coordinates": [["a", "b"]]}, OutlineProblem.NOT_GEOJSON),
        ({"type": "Polygon", "coordinates": [[[True, 1], [2, 3], [4, 5]]]}, "not-geojson"),
        (feature(None), OutlineProblem.EMPTY),
        ({"type": "FeatureCollection", "features": {}}, OutlineProblem.NOT_GEOJSON),
        ('{"type":"Polygon","coordinates":[[[0,0],[NaN,0],[0,1]]]}', OutlineProblem.NOT_GEOJSON),
        ('{"type":"Polygon","coordinates":[[[0,0],[1e999,0],[0,1]]]}', OutlineProblem.OUT_OF_RANGE),
        ({"type": "Polygon", "coordinates": [[[0, 0], [10**400, 0], [0, 1]]]}, "out-of-range"),
        ({"type": "Polygon", "coordinates": [[[0, 91], [1, 91], [0, 92]]]}, "out-of-range"),
        ({"type": "Polygon", "coordinates": []}, OutlineProblem.NOT_AN_AREA),
        ({"type": "Polygon", "coordinates": [[]]}, OutlineProblem.NOT_AN_AREA),
        ({"type": "Polygon", "coordinates": [SQUARE, []]}, OutlineProblem.NOT_AN_AREA),
        ({"type": "Polygon", "coordinates": [STRAIGHT]}, OutlineProblem.NOT_AN_AREA),
        ({"type": "Point", "coordinates": [0, 51]}, OutlineProblem.ONLY_POINTS),
        ({"type": "FeatureCollection", "features": []}, OutlineProblem.EMPTY),
        ({"type": "Polygon", "coordinates": [BOW_TIE]}, OutlineProblem.CROSSES_ITSELF),
        ({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]]}, OutlineProblem.TOO_LARGE),
        ({"type": "Polygon", "coordinates": [SQUARE * MOST_POINTS]}, "too-many-points"),
        (" " * 1_000_001, OutlineProblem.TOO_MANY_POINTS),
    ],
    ids=lambda value: str(value)[:60],
)
def test_refused(document: object, problem: OutlineProblem) -> None:
    text = document if isinstance(document, str) else json.dumps(document)
    assert parse_outline(text) == problem


KEYS = st.sampled_from(["type", "coordinates", "geometry", "features", "x"])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
TYPES = st.sampled_from(["Polygon", "MultiPolygon", "Feature", "FeatureCollection", "Point"])
DOCUMENTS = st.recursive(
    LEAVES | TYPES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
)
RINGS = st.lists(st.tuples(st.floats(-0.4, 0.4), st.floats(-0.2, 0.2)), max_size=8)


@given(document=DOCUMENTS)
def test_any_document_is_answered(document: object) -> None:
    text = json.dumps({"type": "Polygon", "coordinates": document})
    assert isinstance(parse_outline(json.dumps(document)), str)
    assert isinstance(parse_outline(text), str)


@example(rings=[[[(0.0, 0.0), (0.0, -0.125), (-0.25, 0.0), (-0.25, 0.0)]]])
@example(rings=[[[(0.0, 0.0), (0.0, 2e-309), (0.25, 0.0)]]])
@given(rings=st.lists(st.lists(RINGS, max_size=2), max_size=3))
def test_any_rings_give_a_problem_or_an_outline_that_holds(rings: object) -> None:
    outline = parse_outline(json.dumps({"type": "MultiPolygon", "coordinates": rings}))
    if not isinstance(outline, OutlineProblem):
        assert json.loads(outline)["type"] in {"Polygon", "MultiPolygon"}
        assert parse_outline(outline) == outline


def test_nothing_is_loaded_before_the_first_outline() -> None:
    probe = "import sys, handlers.understanding.outline; sys.exit('shapely' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe], check=False)  # noqa: S603 - our own words
    assert done.returncode == 0
