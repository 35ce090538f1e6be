"""By when a helper should be in touch, and when they are reminded; a quarter of an hour exact."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.helping.contact_times import (
    BEFORE_WINDOW,
    DAY_BEGINS,
    DAY_ENDS,
    LONGEST,
    SHORTEST,
    contact_by,
    nudge_at,
)

LONDON = ZoneInfo("Europe/London")


def at(written: str, zone: ZoneInfo = LONDON, fold: int = 0) -> datetime:
    """Read a local time such as `04-13 10:00`, in 2026."""
    return datetime.strptime(f"2026-{written}", "%Y-%m-%d %H:%M").replace(tzinfo=zone, fold=fold)


@pytest.mark.parametrize(
    ("claimed", "window_start", "by", "nudge"),
    [
        # Today in an hour: half an hour to get in touch, and half of it until the reminder.
        ("04-13 10:00", "04-13 11:00", "04-13 10:30", "04-13 10:15"),
        ("04-13 10:02", "04-13 13:00", "04-13 11:15", "04-13 10:38"),
        # Help that is wanted at once, or since an hour ago, leaves the shortest time.
        ("04-13 10:00", "04-13 10:15", "04-13 10:30", "04-13 10:15"),
        ("04-13 10:00", "04-13 09:00", "04-13 10:30", "04-13 10:15"),
        # Tomorrow afternoon: this evening.
        ("04-13 10:00", "04-14 15:00", "04-13 19:45", "04-13 14:52"),
        # Tomorrow, when a third of the time would end in the night: the next morning.
        ("04-13 19:00", "04-14 15:00", "04-14 10:00", "04-14 08:00"),
        # Early tomorrow, so that the morning would be too late: the evening before.
        ("04-13 17:00", "04-14 06:00", "04-13 21:00", "04-13 19:00"),
        # Taken in the evening for the early morning: there is no day between.
        ("04-13 22:00", "04-14 08:00", "04-14 07:30", "04-14 07:15"),
        # In two weeks: a day.
        ("04-13 10:00", "04-27 15:00", "04-14 10:00", "04-14 08:00"),
        # Taken in the night for next week: in the morning after the next one at the latest.
        ("04-13 02:00", "04-20 15:00", "04-14 10:00", "04-13 18:00"),
    ],
)
def test_a_deadline_fits_the_window(claimed: str, window_start: str, by: str, nudge: str) -> None:
    deadline = contact_by(at(claimed), at(window_start), LONDON)
    assert deadline.strftime("%m-%d %H:%M") == by
    assert nudge_at(at(claimed), deadline, LONDON).strftime("%m-%d %H:%M") == nudge


@pytest.mark.parametrize(
    ("claimed", "window_start", "by", "hours"),
    [
        # The night of 28 March has no time between 1 and 2 o'clock.
        (at("03-28 20:00"), at("03-29 15:00"), at("03-29 10:00"), 13),
        (at("03-29 00:30"), at("03-29 02:15"), at("03-29 02:00"), 0.5),
        # On 25 October it is twice between 1 and 2 o'clock.
        (at("10-24 20:00"), at("10-25 15:00"), at("10-25 10:00"), 15),
        (at("10-25 01:15"), at("10-25 01:50", fold=1), at("10-25 01:20", fold=1), 1 + 1 / 12),
        (at("10-25 01:15", fold=1), at("10-25 02:00"), at("10-25 01:45", fold=1), 0.5),
    ],
)
def test_a_deadline_holds_while_the_clocks_change(
    claimed: datetime, window_start: datetime, by: datetime, hours: float
) -> None:
    deadline = contact_by(claimed, window_start, LONDON)
    assert deadline.astimezone(UTC) == by.astimezone(UTC)
    assert deadline.astimezone(UTC) - claimed.astimezone(UTC) == timedelta(hours=hours)


@given(
    minutes=st.integers(0, 60 * 24 * 365),
    ahead=st.integers(-60 * 24, 60 * 24 * 40),
)
def test_a_deadline_is_never_too_short_too_long_or_too_late(minutes: int, ahead: int) -> None:
    claimed = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    window_start = claimed + timedelta(minutes=ahead)
    by = contact_by(claimed, window_start, LONDON)
    nudge = nudge_at(claimed, by, LONDON)
    assert claimed < nudge < by
    assert by - claimed >= SHORTEST
    # A night may lie in between, and the longest one of the year has an hour more.
    assert by - claimed <= LONGEST + timedelta(hours=14)
    if window_start - claimed >= SHORTEST + BEFORE_WINDOW + timedelta(minutes=15):
        assert by <= window_start - BEFORE_WINDOW
    for moment in (by, nudge):
        local = moment.astimezone(LONDON)
        if not DAY_BEGINS <= local.hour * 60 + local.minute <= DAY_ENDS:
            # Only where no hour of a day lies between: taken in the evening for the early morning.
            assert window_start - claimed <= timedelta(hours=14)
