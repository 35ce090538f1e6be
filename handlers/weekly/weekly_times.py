"""When weekly help comes: whole weeks after its first time, by the clock on the wall.

What is at 15:00 stays at 15:00 when the clocks change.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from handlers.texts import Window
from handlers.understanding.when_windows import is_before, later, moment_of
from storage.model import Repeat

DAY: Final = timedelta(days=1)
WEEK: Final = timedelta(days=7)
#: How long before its time a week's help is arranged at least, so that others can take it.
ARRANGED_AHEAD: Final = timedelta(days=3)
#: It is arranged on the morning of a day so many days before, in minutes after midnight.
_DAYS_AHEAD: Final = 4
_MORNING: Final = 9 * 60


def time_after(first: Window, not_before: datetime) -> Window:
    """Return the first time, a week or more after the first one, that is not before a moment."""
    weeks = max(1, _elapsed(first.start, not_before) // WEEK)
    while is_before((found := _weeks_after(first, weeks)).start, not_before):
        weeks += 1
    return found


def next_time(first: Window, now: datetime, paused_until: date | None = None) -> Window:
    """Return the first time that can be arranged well ahead, after the last day of a pause."""
    zone = zone_in(first)
    soonest = later(now, ARRANGED_AHEAD, zone)
    if paused_until is not None:
        soonest = max(soonest, moment_of(paused_until + DAY, 0, zone), key=_moment)
    return time_after(first, soonest)


def arranged_at(window: Window) -> datetime:
    """Return when the help of a week is arranged: on a morning, well ahead of its time."""
    day = window.start.date() - timedelta(days=_DAYS_AHEAD)
    return moment_of(day, _MORNING, zone_in(window))


def first_of(repeat: Repeat, zone: ZoneInfo) -> Window:
    """Return the time of the request that weekly help goes back to."""
    return Window(repeat.first_start.astimezone(zone), repeat.first_end.astimezone(zone))


def next_of(repeat: Repeat, zone: ZoneInfo) -> Window:
    """Return the next time for which nothing has been arranged."""
    return Window(repeat.next_start.astimezone(zone), repeat.next_end.astimezone(zone))


def zone_in(window: Window) -> ZoneInfo:
    """Return the time zone that a window is in."""
    zone = window.start.tzinfo
    assert isinstance(zone, ZoneInfo)  # noqa: S101 - windows are made with the zone of a place
    return zone


def _weeks_after(first: Window, weeks: int) -> Window:
    start, end = (_same_time(each, weeks) for each in (first.start, first.end))
    if not is_before(start, end):
        # The night on which the clocks go forward has swallowed it.
        end = later(start, _elapsed(first.start, first.end), zone_in(first))
    return Window(start, end)


def _same_time(moment: datetime, weeks: int) -> datetime:
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo)  # noqa: S101 - as above
    return moment_of(moment.date() + weeks * WEEK, moment.hour * 60 + moment.minute, zone)


def _elapsed(first: datetime, second: datetime) -> timedelta:
    return second.astimezone(UTC) - first.astimezone(UTC)


def _moment(local: datetime) -> float:
    return local.timestamp()
