"""Weekly help comes at the same hour on the clock, whatever the clocks do."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.texts import Window
from handlers.weekly.weekly_times import ARRANGED_AHEAD, arranged_at, next_time, time_after

LONDON = ZoneInfo("Europe/London")
MADRID = ZoneInfo("Europe/Madrid")


def window(text: str, hours: float = 2, zone: ZoneInfo = LONDON) -> Window:
    start = datetime.fromisoformat(text).replace(tzinfo=zone)
    end = (start.astimezone(UTC) + timedelta(hours=hours)).astimezone(zone)
    return Window(start, end)


def times(first: Window, weeks: int) -> list[str]:
    """Return when help comes in the weeks that follow, as the clock on the wall shows it."""
    shown = []
    after = first.start
    for _ in range(weeks):
        found = time_after(first, after + timedelta(days=1))
        shown.append(f"{found.start:%d %b %H:%M}-{found.end:%H:%M}")
        after = found.start
    return shown


def test_three_in_the_afternoon_stays_so_when_the_clocks_go_forward() -> None:
    first = window("2026-03-21T15:00")
    assert times(first, 2) == ["28 Mar 15:00-17:00", "04 Apr 15:00-17:00"]
    assert first.start.astimezone(UTC).hour == 15
    assert time_after(first, datetime(2026, 4, 1, tzinfo=UTC)).start.astimezone(UTC).hour == 14


def test_three_in_the_afternoon_stays_so_when_the_clocks_go_back() -> None:
    first = window("2026-10-18T15:00")
    assert times(first, 2) == ["25 Oct 15:00-17:00", "01 Nov 15:00-17:00"]
    assert time_after(first, datetime(2026, 10, 20, tzinfo=UTC)).start.astimezone(UTC).hour == 15


def test_an_hour_that_is_left_out_once_is_back_the_week_after() -> None:
    # 29 March 2026: from 01:00 to 02:00 there is nothing.
    assert times(window("2026-03-22T01:30", hours=0.5), 2) == [
        "29 Mar 02:30-03:00",
        "05 Apr 01:30-02:00",
    ]


def test_an_hour_that_comes_twice_is_its_first_time() -> None:
    found = time_after(window("2026-10-18T01:30"), datetime(2026, 10, 20, tzinfo=UTC))
    assert found.start.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_it_follows_the_clock_of_its_own_place() -> None:
    first = window("2026-03-24T15:00", zone=MADRID)
    assert time_after(first, first.start).start.astimezone(UTC).hour == 13


@pytest.mark.parametrize(
    ("now", "paused_until", "expected"),
    [
        ("2026-04-14T21:00", None, date(2026, 4, 21)),
        ("2026-04-18T14:59", None, date(2026, 4, 21)),
        # Less than three days before, nobody could plan with it.
        ("2026-04-18T15:01", None, date(2026, 4, 28)),
        ("2026-04-14T21:00", date(2026, 5, 4), date(2026, 5, 5)),
        # The last day of the pause belongs to it.
        ("2026-04-14T21:00", date(2026, 5, 5), date(2026, 5, 12)),
        ("2026-04-14T21:00", date(2026, 4, 1), date(2026, 4, 21)),
    ],
)
def test_the_next_time_can_be_arranged_well_ahead(
    now: str, paused_until: date | None, expected: date
) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=LONDON)
    assert next_time(window("2026-04-14T15:00"), moment, paused_until).start.date() == expected


MOMENTS = st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2028-01-01"))


@given(
    first=MOMENTS,
    minutes=st.integers(15, 60 * 24 * 7),
    now=MOMENTS,
    zone=st.sampled_from((LONDON, MADRID, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kolkata"))),
)
def test_every_week_is_arranged_three_days_ahead_and_on_the_same_weekday(
    first: datetime, minutes: int, now: datetime, zone: ZoneInfo
) -> None:
    start = first.replace(second=0, microsecond=0, tzinfo=UTC).astimezone(zone)
    end = (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(zone)
    moment = now.replace(tzinfo=UTC)
    found = next_time(Window(start, end), moment)
    assert found.start.astimezone(UTC) - moment >= ARRANGED_AHEAD
    assert found.start.astimezone(UTC) < found.end.astimezone(UTC)
    assert found.start.weekday() == start.weekday()
    assert found.start > start
    assert found.start.astimezone(UTC) - arranged_at(found).astimezone(UTC) >= ARRANGED_AHEAD
    later = time_after(Window(start, end), found.start + timedelta(days=1))
    assert (later.start.date() - found.start.date()).days == 7
