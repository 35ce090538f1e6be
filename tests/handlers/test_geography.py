"""Outlines beside one another, and on the earth: overlaps, gaps, distances."""

import json

import pytest

from handlers.understanding.geography import (
    belongs_to_zone,
    gaps,
    hectares,
    km_between,
    km_from_nearest,
    middle,
    overlaps,
    places_of_country,
)
from handlers.understanding.home import home_of_postcode, home_of_spot
from handlers.understanding.outline import OutlineProblem, parse_outline, turned
from storage.model import Neighbourhood

LONDON = (51.5, -0.1)
#: A hundredth of a degree to the east is so many metres there.
STEP_EAST = 692.6


def box(west: float, south: float, east: float, north: float) -> str:
    """Return the outline of a rectangle, in hundredths of a degree from a corner in London."""
    corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
    ring = [[-0.1 + x / 100, 51.5 + y / 100] for x, y in corners]
    outline = parse_outline(json.dumps({"type": "Polygon", "coordinates": [ring]}))
    assert not isinstance(outline, OutlineProblem)
    return outline


def test_the_size_of_an_outline_is_right_to_a_hundredth() -> None:
    assert hectares(box(0, 0, 1, 1)) == pytest.approx(1113.2 * STEP_EAST / 10_000, rel=0.01)


def test_overlaps_are_named_with_their_size_the_largest_first() -> None:
    others = {1: box(0.9, 0, 2, 1), 2: box(-1, 0, 0.5, 1), 3: box(5, 5, 6, 6), 4: box(1, 1, 2, 2)}
    found = overlaps(box(0, 0, 1, 1), others)
    assert [each.other for each in found] == [2, 1]
    assert found[0].hectares == pytest.approx(hectares(box(0, 0, 0.5, 1)), rel=0.01)


def test_an_unsteady_hand_makes_no_overlap() -> None:
    assert overlaps(box(0, 0, 1, 1), {1: box(0.9999, 0, 2, 1)}) == []


def test_a_strip_between_two_is_a_gap() -> None:
    [gap] = gaps(1, {1: box(0, 0, 1, 1), 2: box(1.1, 0, 2, 1)})
    assert gap.between == {1, 2}
    assert gap.hectares == pytest.approx(hectares(box(1, 0, 1.1, 1)), rel=0.05)


def test_a_hole_between_four_is_a_gap_however_wide() -> None:
    around = {1: box(0, 0, 3, 1), 2: box(2, 1, 3, 2), 3: box(0, 2, 3, 3), 4: box(0, 1, 1, 2)}
    [gap] = gaps(1, around)
    assert gap.between == {1, 2, 3, 4}
    assert gap.hectares == pytest.approx(hectares(box(1, 1, 2, 2)), rel=0.05)


@pytest.mark.parametrize(
    "other",
    [box(1, 0, 2, 1), box(2, 0, 3, 1), box(1.0001, 0, 2, 1), box(9, 9, 10, 10)],
    ids=["touching", "far", "a hair apart", "elsewhere"],
)
def test_where_there_is_no_gap_none_is_named(other: str) -> None:
    assert gaps(1, {1: box(0, 0, 1, 1), 2: other}) == []


def test_a_hole_that_belongs_to_one_alone_is_no_gap() -> None:
    ring, hole = (
        [[-0.1 + x / 100, 51.5 + y / 100] for x, y in corners]
        for corners in (
            ((0, 0), (3, 0), (3, 3), (0, 3), (0, 0)),
            ((1, 1), (2, 1), (2, 2), (1, 2), (1, 1)),
        )
    )
    pond = parse_outline(json.dumps({"type": "Polygon", "coordinates": [ring, hole]}))
    assert gaps(1, {1: str(pond), 2: box(3, 0, 4, 3)}) == []


def test_distances_are_those_of_the_atlas() -> None:
    assert km_between(LONDON, (40.42, -3.70)) == pytest.approx(1264, abs=10)
    assert km_between(LONDON, LONDON) == 0
    assert km_between((0, 0), (0, 180)) == pytest.approx(20_015, abs=10)
    assert km_from_nearest(LONDON, ()) is None
    assert km_from_nearest(LONDON, [(0, 0), (51.5, -0.2)]) == pytest.approx(6.9, abs=0.1)


@pytest.mark.parametrize(
    ("spot", "zone", "belongs"),
    [
        (LONDON, "Europe/London", True),
        ((60.15, -1.15), "Europe/London", True),
        ((28.1, -15.4), "Europe/Madrid", True),
        ((39.47, -0.38), "Atlantic/Canary", True),
        ((34.05, -118.24), "America/New_York", True),
        ((23.2, 69.7), "Asia/Kolkata", True),
        ((-31.95, 115.86), "Australia/Sydney", True),
        ((-0.1, 51.5), "Europe/London", False),
        ((-3.7, 40.42), "Europe/Madrid", False),
        ((40.7, -74.0), "Europe/London", False),
        (LONDON, "America/New_York", False),
        ((0, 0), "Etc/UTC", True),
    ],
)
def test_a_place_belongs_to_its_country_and_to_none_on_another_continent(
    spot: tuple[float, float], zone: str, *, belongs: bool
) -> None:
    assert belongs_to_zone(spot, zone) is belongs


def test_places_have_both_hemispheres_and_seconds() -> None:
    [(lat, lon)] = places_of_country("Europe/London")
    assert (lat, lon) == pytest.approx((51 + 30 / 60 + 30 / 3600, -(7 / 60 + 31 / 3600)))
    assert all(lat < 0 for lat, _ in places_of_country("America/Argentina/Ushuaia"))


def test_an_outline_can_be_turned_and_turned_back() -> None:
    outline = box(0, 0, 1, 1)
    other_way = turned(outline)
    assert other_way is not None
    assert middle(other_way) == pytest.approx(tuple(reversed(middle(outline))))
    assert turned(other_way) == outline


def test_what_would_lie_beyond_the_pole_cannot_be_turned() -> None:
    ring = [[100, 10], [100.1, 10], [100.1, 10.1], [100, 10]]
    outline = parse_outline(json.dumps({"type": "Polygon", "coordinates": [ring]}))
    assert turned(str(outline)) is None


# --- To whom a place belongs ---------------------------------------------------------------------


def _area(number: int, outline: str | None = None, *postcodes: str) -> Neighbourhood:
    return Neighbourhood(
        number, f"Area {number}", "Europe/London", outline=outline, postcodes=postcodes
    )


def test_a_spot_in_two_outlines_belongs_to_the_smaller_one() -> None:
    town, estate = _area(1, box(0, 0, 3, 3)), _area(2, box(1, 1, 2, 2))
    for areas in ([town, estate], [estate, town], [_area(3), estate, town]):
        assert home_of_spot(areas, 51.515, -0.085) is estate
        assert home_of_spot(areas, 51.505, -0.095) is town
        assert home_of_spot(areas, 51.6, -0.095) is None


def test_a_spot_in_two_outlines_of_one_size_belongs_to_the_older_neighbourhood() -> None:
    older, newer = _area(1, box(0, 0, 1, 1)), _area(2, box(0, 0, 1, 1))
    assert home_of_spot([newer, older], 51.505, -0.095) is older


def test_a_postcode_belongs_to_whoever_names_more_of_it() -> None:
    whole, part = _area(1, None, "E8"), _area(2, None, "E8 1", "N16")
    for areas in ([whole, part], [part, whole]):
        assert home_of_postcode(areas, "E8 1AB") is part
        assert home_of_postcode(areas, "E8 2AB") is whole
        assert home_of_postcode(areas, "N1 1AA") is None
