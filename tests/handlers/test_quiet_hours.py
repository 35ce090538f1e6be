"""Quiet hours and waking time, on ordinary days and when the clocks change."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.waiting.quiet_hours import QuietHours

LONDON = ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)
NIGHT = QuietHours(time(21), time(8), LONDON)
NAP = QuietHours(time(13), time(15), LONDON)
NEVER = QuietHours(time(0), time(0), LONDON)
#: The nights in which the clocks go forward and back.
FORWARD, BACK = datetime(2026, 3, 28, 12, tzinfo=LONDON), datetime(2026, 10, 24, 12, tzinfo=LONDON)

#: Any second of 2026, and of the year before and after it.
MOMENTS = st.integers(1_735_689_600, 1_830_297_600).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)
HOURS = st.builds(
    QuietHours,
    st.times().map(lambda each: each.replace(second=0, microsecond=0)),
    st.times().map(lambda each: each.replace(second=0, microsecond=0)),
    st.sampled_from([LONDON, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata")]),
)


@pytest.mark.parametrize(
    ("clock", "is_quiet"),
    [((7, 59), True), ((8, 0), False), ((20, 59), False), ((21, 0), True), ((3, 0), True)],
)
def test_a_night_is_quiet_to_the_minute(clock: tuple[int, int], is_quiet: bool) -> None:
    assert NIGHT.holds(datetime(2026, 7, 1, *clock, tzinfo=LONDON)) is is_quiet


def test_quiet_hours_can_lie_in_the_day_or_nowhere() -> None:
    noon = datetime(2026, 7, 1, 12, tzinfo=LONDON)
    assert [NAP.holds(noon + hour * HOUR) for hour in range(4)] == [False, True, True, False]
    assert not any(NEVER.holds(noon + hour * HOUR) for hour in range(24))
    assert NEVER.waking(noon, noon + 30 * HOUR) == 30 * HOUR
    assert NAP.waking(noon, noon + 24 * HOUR) == 22 * HOUR


@pytest.mark.parametrize("noon", [FORWARD, BACK])
def test_a_night_in_which_the_clocks_change_is_as_quiet_as_any(noon: datetime) -> None:
    evening, morning = noon.replace(hour=21), noon.replace(day=noon.day + 1, hour=8)

    assert NIGHT.waking(evening, morning) == timedelta(0)
    assert NIGHT.waking(noon, morning + HOUR) == 10 * HOUR
    assert NIGHT.after(noon, 10 * HOUR) == morning + HOUR
    assert NIGHT.holds(morning - timedelta(minutes=1))
    assert not NIGHT.holds(morning)


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=9)), HOURS)
def test_so_much_later_is_so_much_waking_time(
    start: datetime, time: timedelta, quiet: QuietHours
) -> None:
    end = quiet.after(start, time)
    assert end >= start + time
    if quiet.waking(start, start + timedelta(days=30)) > time:
        assert quiet.waking(start, end) == time


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=3)), HOURS)
def test_waking_time_is_what_lies_outside_the_quiet_hours(
    start: datetime, length: timedelta, quiet: QuietHours
) -> None:
    """Counted in steps of five minutes; the clocks may add or take an hour of quiet."""
    step = timedelta(minutes=5)
    moments = [start + number * step for number in range(length // step)]
    counted = sum((step for each in moments if not quiet.holds(each)), timedelta(0))
    assert abs(quiet.waking(start, start + length) - counted) <= HOUR + 8 * step
