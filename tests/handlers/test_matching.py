"""Which parts of the week a wanted time falls into, and who offers them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.volunteering.offer_lines import TIMES
from handlers.waiting.matching import Wanted, fits, parts_of_week

LONDON = ZoneInfo("Europe/London")
NOBODY = frozenset[str]()


def wanted(day: int, start: int, end: int, month: int = 6, language: str | None = None) -> Wanted:
    """Return a time on the clock in London; an hour of 24 or more lies on a later day."""
    first = datetime.combine(date(2026, month, day), time(start), LONDON)
    last = date(2026, month, day) + timedelta(days=end // 24)
    return Wanted(first, datetime.combine(last, time(end % 24), LONDON), LONDON, language)


@pytest.mark.parametrize(
    ("time", "parts"),
    [
        (wanted(9, 8, 12), {"weekday-morning"}),
        (wanted(9, 12, 17), {"weekday-afternoon"}),
        (wanted(9, 17, 21), {"weekday-evening"}),
        (wanted(9, 11, 13), {"weekday-morning", "weekday-afternoon"}),
        (wanted(13, 6, 7), {"weekend-morning"}),
        (wanted(12, 22, 26), {"weekday-evening", "weekend-morning"}),
        (wanted(14, 20, 24 + 9), {"weekend-evening", "weekday-morning"}),
        (wanted(9, 8, 24 * 9), set(TIMES)),
        # The clocks go forward at one, and back at two, in these nights from Saturday to Sunday.
        (wanted(28, 18, 24 + 9, month=3), {"weekend-evening", "weekend-morning"}),
        (
            wanted(24, 12, 24 + 1, month=10),
            {f"weekend-{part}" for part in ("morning", "afternoon", "evening")},
        ),
    ],
)
def test_a_time_falls_into_parts_of_the_week(time: Wanted, parts: set[str]) -> None:
    assert set(parts_of_week(time)) == parts


def test_whoever_offers_one_of_the_parts_fits() -> None:
    time = wanted(9, 11, 13)
    assert fits(time, frozenset({"weekday-afternoon", "weekend-evening"}), NOBODY)
    assert not fits(time, frozenset({"weekday-evening", "weekend-morning"}), NOBODY)


def test_whoever_named_no_times_fits_any() -> None:
    assert fits(wanted(13, 6, 7), NOBODY, NOBODY)


def test_a_language_that_is_wanted_has_to_be_spoken() -> None:
    time = wanted(9, 11, 13, language="es")
    assert fits(time, NOBODY, frozenset({"en", "es"}))
    assert not fits(time, NOBODY, frozenset({"en"}))
    assert not fits(time, NOBODY, NOBODY)


@given(st.integers(1_767_225_600 // 900, 1_798_761_600 // 900), st.integers(1, 10 * 24 * 4))
def test_every_quarter_of_an_hour_lies_in_the_part_that_the_clock_shows(
    first: int, quarters: int
) -> None:
    *moments, end = (
        datetime.fromtimestamp((first + number) * 900, LONDON) for number in range(quarters + 1)
    )
    wanted = Wanted(moments[0], end, LONDON, None)
    assert set(parts_of_week(wanted)) == {_part(each) for each in moments}


def _part(moment: datetime) -> str:
    week = "weekend" if moment.isoweekday() > 5 else "weekday"
    if moment.hour < 12:
        return f"{week}-morning"
    return f"{week}-afternoon" if moment.hour < 17 else f"{week}-evening"
