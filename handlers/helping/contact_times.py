"""By when a helper should be in touch: a pure function of when they claimed and of the window."""

from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.understanding.when_windows import is_before, later, moment_of, next_quarter

#: Nobody is reminded outside these minutes of a day where it can be avoided.
DAY_BEGINS: Final = 8 * 60
DAY_ENDS: Final = 21 * 60
#: How much of the day a deadline leaves for a reminder, where it has to wait for the morning.
MORNING: Final = timedelta(hours=2)
#: What a reminder leaves at least.
LEFT: Final = timedelta(minutes=15)
#: How long a helper has at least, and at most.
SHORTEST: Final = timedelta(minutes=30)
LONGEST: Final = timedelta(hours=24)
#: How long before help is wanted somebody else must still have a chance to take it.
BEFORE_WINDOW: Final = timedelta(minutes=30)
#: The share of the time until help is wanted that a helper has.
SHARE: Final = 3


def contact_by(claimed_at: datetime, window_start: datetime, zone: ZoneInfo) -> datetime:
    """Return by when the helper of a task should be in touch, in the local time of a zone.

    A third of the time until help is wanted, within the bounds above, and by day where there is a
    choice. A task claimed just before its time, or later, leaves the shortest time.
    """
    earliest = next_quarter(later(claimed_at, SHORTEST, zone), zone)
    latest = later(window_start, -BEFORE_WINDOW, zone)
    if not is_before(earliest, latest):
        return earliest
    until = _apart(claimed_at, window_start)
    wanted = next_quarter(later(claimed_at, min(until / SHARE, LONGEST), zone), zone)
    wanted = max(earliest, min(wanted, latest, key=_moment), key=_moment)
    if _is_day(wanted, later(wanted, -2 * LEFT, zone), zone):
        return wanted
    morning, evening = _day_around(wanted, zone)
    if not is_before(latest, later(morning, LEFT, zone)):
        return min(later(morning, MORNING, zone), latest, key=_moment)
    # Whoever takes a task of the early morning in the night before is up for it.
    return latest if is_before(evening, earliest) else evening


def nudge_at(claimed_at: datetime, by: datetime, zone: ZoneInfo) -> datetime:
    """Return when to remind a helper: half-way to the deadline, by day where there is a choice."""
    half = _apart(claimed_at, by) / 2
    wanted, latest = later(claimed_at, half, zone), later(by, -LEFT, zone)
    morning, evening = _day_around(wanted, zone)
    if _is_day(wanted, wanted, zone):
        return wanted
    if not is_before(latest, morning):
        return morning
    return latest if is_before(evening, later(claimed_at, LEFT, zone)) else evening


def _is_day(moment: datetime, since: datetime, zone: ZoneInfo) -> bool:
    """Say whether it is day at a moment, and was so before."""
    begins = moment_of(moment.date(), DAY_BEGINS, zone)
    ends = moment_of(moment.date(), DAY_ENDS, zone)
    return not is_before(since, begins) and not is_before(ends, moment)


def _day_around(moment: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return when the day begins after a moment of the night, and when it ended before."""
    day = moment.date()
    if is_before(moment_of(day, DAY_ENDS, zone), moment):
        day += timedelta(days=1)
    return moment_of(day, DAY_BEGINS, zone), moment_of(day - timedelta(days=1), DAY_ENDS, zone)


def _apart(first: datetime, second: datetime) -> timedelta:
    """Return how much time passes between two moments, whatever the clocks show."""
    return second.astimezone(UTC) - first.astimezone(UTC)


def _moment(local: datetime) -> float:
    """Return what two times of one zone are compared by while the clocks go back."""
    return local.timestamp()
