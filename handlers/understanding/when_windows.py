"""Windows of time, made in the local time of a zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

MOST_CHOICES = 6
DAY_START, DAY_END = 8 * 60, 20 * 60
MINUTES_OF_DAY = 24 * 60
QUARTER = timedelta(minutes=15)
HOUR = timedelta(hours=1)


class DayPart(StrEnum):
    """How a window is best named: by a part of its day, by its day, by its hours, by its days."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    DAY = "day"
    HOURS = "hours"
    DAYS = "days"


PARTS = (
    (DayPart.MORNING, 8 * 60, 12 * 60),
    (DayPart.AFTERNOON, 12 * 60, 17 * 60),
    (DayPart.EVENING, 17 * 60, 21 * 60),
)


@dataclass(frozen=True, slots=True)
class Window:
    """When help is wanted, in the local time of a zone.

    `start` comes before `end` as moments. Compare them in UTC: Python compares two times of one
    zone by their clock faces, which run twice through an hour when the clocks go back. A window
    named by its days ends on a later day than it starts.
    """

    start: datetime
    end: datetime
    part: DayPart


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a day in minutes after midnight; `single` for one named hour."""

    start: int
    end: int
    part: DayPart
    single: bool = False


WHOLE_DAY = Span(DAY_START, DAY_END, DayPart.DAY)


def is_before(first: datetime, second: datetime) -> bool:
    """Whether one moment comes before another, whatever the clocks show."""
    return first.astimezone(UTC) < second.astimezone(UTC)


def later(moment: datetime, by: timedelta, zone: ZoneInfo) -> datetime:
    """A moment some elapsed time after another."""
    return (moment.astimezone(UTC) + by).astimezone(zone)


def moment_of(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """A time of day as a moment; an hour that the clocks leave out is moved forward."""
    days, rest = divmod(minutes, MINUTES_OF_DAY)
    local = datetime.combine(day + timedelta(days=days), time(*divmod(rest, 60)), zone)
    return local.astimezone(UTC).astimezone(zone)


def next_quarter(moment: datetime, zone: ZoneInfo) -> datetime:
    """The moment itself if it is a full quarter of an hour, else the next one."""
    exact = moment.astimezone(UTC)
    hour = exact.replace(minute=0, second=0, microsecond=0)
    quarters = -((hour - exact) // QUARTER)
    return (hour + quarters * QUARTER).astimezone(zone)


def window_on(day: date, span: Span, zone: ZoneInfo) -> Window:
    """A stretch of one day as a window; at least an hour where the clocks swallow it."""
    start, end = moment_of(day, span.start, zone), moment_of(day, span.end, zone)
    if span.single or not is_before(start, end):
        end = later(start, HOUR, zone)
    return Window(start, end, span.part)


def stretch(start: datetime, end: datetime) -> Window:
    """A window between any two moments, named by its days if it has several."""
    one_day = start.date() == end.date()
    return Window(start, end, DayPart.HOURS if one_day else DayPart.DAYS)


def without_past(window: Window, now: datetime, zone: ZoneInfo) -> Window:
    """What is left of a window that is not over, from the next quarter of an hour on."""
    if not is_before(window.start, now):
        return window
    start, part = next_quarter(now, zone), window.part
    if part == DayPart.DAYS and start.date() == window.end.date():
        part = DayPart.HOURS
    return Window(start, window.end, part)


def window_choices(now: datetime, zone: ZoneInfo) -> list[Window]:
    """The windows to put on buttons, soonest first, each with an hour or more left of it.

    The parts of today, tomorrow's morning and afternoon, then whole days, `MOST_CHOICES` in all.
    """
    today = now.astimezone(zone).date()
    parts = [Span(start, end, part) for part, start, end in PARTS]
    offered = [window_on(today, part, zone) for part in parts]
    offered += [window_on(today + timedelta(days=1), part, zone) for part in parts[:2]]
    offered += [
        window_on(today + timedelta(days=days), WHOLE_DAY, zone) for days in range(2, MOST_CHOICES)
    ]
    soonest_end = later(now, HOUR, zone)
    ahead = [window for window in offered if not is_before(window.end, soonest_end)]
    return [without_past(window, now, zone) for window in ahead[:MOST_CHOICES]]
