"""When each step is due for a request that nobody takes."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.waiting.carrying import SHORTEST, Schedule, schedule
from handlers.waiting.quiet_hours import QuietHours
from storage.model import Reach
from storage.reach import ORDER

LONDON = ZoneInfo("Europe/London")
QUIET = QuietHours(time(21), time(8), LONDON)
STEPS = ORDER[1:]
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def at(day: int, hour: int, minute: int = 0, month: int = 6) -> datetime:
    """Return a moment on the clock in London."""
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def planned(opened: datetime, start: datetime, length: timedelta = 4 * HOUR) -> Schedule:
    """Return when the steps are due for help that is wanted from `start` on."""
    return schedule(opened, start, (start.astimezone(UTC) + length).astimezone(LONDON), QUIET)


def clocks(steps: Schedule) -> list[str]:
    """Return when the steps are due, as it is read on the wall."""
    return [f"{steps.at(step).astimezone(LONDON):%d %H:%M}" for step in STEPS]


def test_a_request_for_tomorrow_is_carried_through_the_day() -> None:
    steps = planned(at(10, 10), at(11, 15))
    assert clocks(steps) == ["10 13:15", "10 15:40", "10 18:00", "11 09:00"]
    assert steps.next_batch(at(10, 18)) == at(10, 19, 20)
    assert steps.next_batch(at(10, 20)) == at(11, 8, 20)


def test_a_request_for_this_afternoon_goes_faster() -> None:
    assert clocks(planned(at(10, 10), at(10, 16))) == [
        *("10 10:50", "10 11:25", "10 12:00", "10 13:00")
    ]


def test_a_request_for_now_goes_by_minutes() -> None:
    steps = planned(at(10, 12), at(10, 12))
    assert clocks(steps) == ["10 12:15", "10 12:25", "10 12:30", "10 12:45"]
    assert steps.next_batch(at(10, 12, 30)) == at(10, 12, 35)


def test_a_request_for_the_next_half_hour_is_brought_to_a_coordinator_in_a_quarter() -> None:
    steps = planned(at(10, 12), at(10, 12), HOUR / 2)
    assert clocks(steps) == ["10 12:05", "10 12:10", "10 12:10", "10 12:15"]


def test_a_request_at_night_for_the_early_morning_does_not_wait_for_it() -> None:
    assert clocks(planned(at(10, 22), at(11, 8))) == [
        "10 22:15",
        "10 22:25",
        "10 22:30",
        "10 22:45",
    ]


def test_a_request_at_night_for_a_later_day_lets_people_sleep() -> None:
    steps = planned(at(10, 23), at(12, 12))
    assert clocks(steps) == ["11 11:00", "11 13:15", "11 15:30", "11 19:15"]


def test_a_request_for_in_two_months_is_not_forgotten_and_not_hurried() -> None:
    opened, start = at(1, 10), at(1, 10) + 60 * DAY
    steps = planned(opened, start)
    assert clocks(steps)[:3] == ["02 10:00", "03 10:00", "04 10:00"]
    assert start - 4 * DAY < steps.at(Reach.COORDINATOR) < start - DAY
    assert steps.next_batch(at(4, 10)) == at(5, 10)


@pytest.mark.parametrize(("day", "month"), [(28, 3), (24, 10)])
def test_steps_stay_in_the_waking_hours_when_the_clocks_change(day: int, month: int) -> None:
    steps = planned(at(day, 17, month=month), at(day + 1, 17, month=month))
    ordinary = planned(at(10, 17), at(11, 17))
    assert [each[3:] for each in clocks(steps)] == [each[3:] for each in clocks(ordinary)]
    assert [each[3:] for each in clocks(steps)] == ["19:15", "20:55", "09:30", "12:15"]


#: Any second of 2026, and of the year before and after it.
MOMENTS = st.integers(1_735_689_600, 1_830_297_600).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


@given(
    MOMENTS,
    st.timedeltas(-2 * DAY, 70 * DAY),
    st.timedeltas(timedelta(minutes=15), 3 * DAY),
)
def test_the_steps_follow_each_other_and_a_coordinator_always_hears_in_time(
    opened: datetime, until: timedelta, length: timedelta
) -> None:
    start = opened + until
    steps = schedule(opened, start, start + length, QUIET)

    moments = [steps.at(step) for step in STEPS]
    assert moments == sorted(moments)
    assert opened < moments[0]
    assert all(each.minute % 5 == 0 and each.second == 0 for each in moments)
    if start - opened > 2 * HOUR + SHORTEST * 3:
        assert moments[-1] < start
    else:
        assert moments[-1] - opened <= HOUR + timedelta(minutes=5)
    assert steps.next_batch(opened) > opened
    if steps.quiet is not None:
        assert not any(
            QUIET.holds(each - timedelta(minutes=5)) and QUIET.holds(each) for each in moments
        )
