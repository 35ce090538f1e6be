"""From a typed time to a window: a start and an end that a neighbour can plan with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from handlers.understanding.when_dates import Clock, WrittenDate
from handlers.understanding.when_hours import span_of
from handlers.understanding.when_marks import Kind
from handlers.understanding.when_reading import Hours, Reading, read_when
from handlers.understanding.when_windows import (
    DAY_END,
    DAY_START,
    MINUTES_OF_DAY,
    QUARTER,
    WHOLE_DAY,
    DayPart,
    Span,
    Window,
    is_before,
    later,
    moment_of,
    next_quarter,
    stretch,
    window_choices,
    window_on,
    without_past,
)
from handlers.understanding.words import known_language

__all__ = ["FURTHEST_DAYS", "DayPart", "TimeProblem", "Window", "understand_when", "window_choices"]

FURTHEST_DAYS = 60
# "As soon as possible" said after this hour reaches into tomorrow.
_LATE = time(19)
_ANY_TIME_DAYS = 2
_WEEK = timedelta(days=7)
_SATURDAY, _SUNDAY = 5, 6


class TimeProblem(StrEnum):
    """Why a typed time gave no window; AMBIGUOUS where it left a choice between days or hours."""

    NOT_UNDERSTOOD = "not-understood"
    AMBIGUOUS = "ambiguous"
    NO_SUCH_DAY = "no-such-day"
    PAST = "past"
    TOO_FAR = "too-far"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A reading with the stretch of the day that it means, and the calendar to look it up in."""

    reading: Reading
    span: Span
    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()


def understand_when(
    text: str, language: str, now: datetime, zone: ZoneInfo
) -> Window | TimeProblem:
    """Understand a typed time such as "Friday after 3" or "mañana por la tarde".

    A time without a day is the next time that it comes round. `now` is aware; `language` is a tag
    such as `es` or `es-MX`, and English where there is no file of words. Never raises, and takes
    time in line with the length of the text.
    """
    reading = read_when(text, known_language(language))
    if reading.negated or reading.says_nothing:
        return TimeProblem.NOT_UNDERSTOOD
    if reading.minutes is not None and not _counts_days(reading.minutes):
        return _from_now(reading.minutes, now, zone, within=reading.within)
    _settle(reading, now.astimezone(zone).date())
    if not (reading.names_day or reading.hours or reading.parts):
        if reading.soon:
            return _soon(now, zone)
        return _any_time(now, zone) if reading.any_time else TimeProblem.NOT_UNDERSTOOD
    span = span_of(reading)
    if span is None:
        return TimeProblem.AMBIGUOUS
    asked = _Asked(reading, span, now, zone)
    days = _days(asked)
    return days if isinstance(days, TimeProblem) else _first_ahead(asked, days)


def _counts_days(minutes: int) -> bool:
    return minutes % MINUTES_OF_DAY == 0


def _from_now(minutes: int, now: datetime, zone: ZoneInfo, *, within: bool) -> Window | TimeProblem:
    if minutes > FURTHEST_DAYS * MINUTES_OF_DAY:
        return TimeProblem.TOO_FAR
    moment = next_quarter(later(now, timedelta(minutes=minutes), zone), zone)
    if within:
        start = next_quarter(now, zone)
        return stretch(start, moment if is_before(start, moment) else later(start, QUARTER, zone))
    end = later(moment, timedelta(hours=1), zone)
    # One hour is named by its hours even where midnight falls into it.
    return Window(moment, end, DayPart.HOURS)


def _soon(now: datetime, zone: ZoneInfo) -> Window:
    """From now to the end of today, or of tomorrow if today is nearly over."""
    local = now.astimezone(zone)
    last = local.date() + timedelta(days=local.time() >= _LATE)
    return stretch(next_quarter(now, zone), moment_of(last, DAY_END, zone))


def _any_time(now: datetime, zone: ZoneInfo) -> Window:
    """From now to the end of the day after tomorrow: long enough to find somebody."""
    last = now.astimezone(zone).date() + timedelta(days=_ANY_TIME_DAYS)
    return stretch(next_quarter(now, zone), moment_of(last, DAY_END, zone))


def _settle(reading: Reading, today: date) -> None:
    """Turn what only a calendar can tell apart into days and hours."""
    if reading.minutes is not None:
        reading.offsets.add(reading.minutes // MINUTES_OF_DAY)
        if reading.within:
            reading.day_limit = Kind.BY
    number = reading.loose_number
    if number is None:
        return
    # "Friday 12" is a date if the coming Friday is the 12th, and an hour if it is not.
    coming = [today + timedelta(days=ahead) for ahead in range(7)]
    fits = any(day.day == number and day.weekday() in reading.weekdays for day in coming)
    if reading.weekdays and (fits or number > 12 or reading.hours):
        reading.dates.add(WrittenDate(number))
    elif number <= 24 and not reading.hours:
        settled = number == 0 or number > 12
        reading.hours.add(Hours(Kind.AT, Clock(number * 60, settled)))


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _on_calendar(written: WrittenDate, today: date) -> date | TimeProblem:
    """The next day that is written so; one that is just over is PAST rather than next year's."""
    if written.month is None:
        months = [today.replace(day=1) + relativedelta(months=ahead) for ahead in range(3)]
        dates = [_valid_date(month.year, month.month, written.day) for month in months]
        ahead = [found for found in dates if found is not None and found >= today]
        return ahead[0] if ahead else TimeProblem.NO_SUCH_DAY
    years = [today.year, today.year + 1] if written.year is None else [written.year]
    dates = [_valid_date(year, written.month, written.day) for year in years]
    if dates[0] is None or (dates[0] < today and len(dates) == 1):
        return TimeProblem.NO_SUCH_DAY if dates[0] is None else TimeProblem.PAST
    if dates[0] >= today:
        return dates[0]
    following = dates[-1]
    soon = following is not None and following - today <= timedelta(days=FURTHEST_DAYS)
    return following if following is not None and soon else TimeProblem.PAST


_Days = tuple[date, date]


def _days(asked: _Asked) -> Sequence[_Days] | TimeProblem:
    """First and last day of what may be meant, the likeliest first."""
    reading, today = asked.reading, asked.today
    named: set[date] = {today + timedelta(days=offset) for offset in reading.offsets}
    for written in reading.dates:
        found = _on_calendar(written, today)
        if isinstance(found, TimeProblem):
            return found
        named.add(found)
    if len(named) > 1 or len(reading.weekdays) > 1 or len(reading.weeks) > 1:
        return TimeProblem.AMBIGUOUS
    if named:
        [day] = named
        agrees = not reading.weekdays or day.weekday() in reading.weekdays
        return [(day, day)] if agrees else TimeProblem.AMBIGUOUS
    if reading.weekdays:
        return _weekday(next(iter(reading.weekdays)), asked)
    if reading.weeks:
        return _week(next(iter(reading.weeks)), asked)
    tomorrow = today + timedelta(days=1)
    return [(today, today), (tomorrow, tomorrow)]


def _weekday(weekday: int, asked: _Asked) -> Sequence[_Days]:
    today = asked.today
    if Kind.NEXT_WEEK in asked.reading.weeks:
        day = today - timedelta(days=today.weekday()) + _WEEK + timedelta(days=weekday)
        return [(day, day)]
    day = today + timedelta(days=(weekday - today.weekday()) % 7)
    if day == today and asked.reading.not_today:
        day += _WEEK
    if asked.reading.week_later:
        day += _WEEK
    return [(day, day), (day + _WEEK, day + _WEEK)]


def _week(week: Kind, asked: _Asked) -> Sequence[_Days] | TimeProblem:
    today = asked.today
    monday = today - timedelta(days=today.weekday())
    if week == Kind.NEXT_WEEK:
        return [(monday + _WEEK, monday + _WEEK)]
    if asked.span != WHOLE_DAY:
        # "At the weekend, in the morning": which morning?
        return TimeProblem.AMBIGUOUS
    sunday = monday + timedelta(days=_SUNDAY)
    if week == Kind.THIS_WEEK:
        return [(today, sunday)]
    saturday = monday + timedelta(days=_SATURDAY)
    this, following = (saturday, sunday), (saturday + _WEEK, sunday + _WEEK)
    return [following] if week == Kind.NEXT_WEEKEND else [this, following]


def _first_ahead(asked: _Asked, choices: Sequence[_Days]) -> Window | TimeProblem:
    """The first of several choices of days that is not over."""
    for first, last in choices:
        if last < asked.today:
            continue
        if (last - asked.today).days > FURTHEST_DAYS:
            return TimeProblem.TOO_FAR
        window = _limited(asked, first, last)
        # What has less than a quarter of an hour left, or a named hour that began longer ago than
        # that, is over.
        single = asked.span.single and asked.reading.day_limit is None
        latest = (
            later(window.start, QUARTER, asked.zone)
            if single
            else later(window.end, -QUARTER, asked.zone)
        )
        if is_before(latest, asked.now):
            continue
        furthest = later(asked.now, timedelta(days=FURTHEST_DAYS + 1), asked.zone)
        if is_before(furthest, window.end):
            return TimeProblem.TOO_FAR
        return without_past(window, asked.now, asked.zone)
    return TimeProblem.PAST


def _limited(asked: _Asked, first: date, last: date) -> Window:
    """The window on some days, or up to them or after them where they were said as a limit."""
    zone, span, limit = asked.zone, asked.span, asked.reading.day_limit
    window = window_on(first, span, zone)
    if first != last:
        window = stretch(moment_of(first, DAY_START, zone), moment_of(last, DAY_END, zone))
    if limit is None:
        return window
    whole = span == WHOLE_DAY
    if limit == Kind.AFTER:
        return window_on(last + timedelta(days=1), WHOLE_DAY, zone) if whole else window
    if limit == Kind.BEFORE and whole:
        end = moment_of(first - timedelta(days=1), DAY_END, zone)
    else:
        end = window.start if limit == Kind.BEFORE or span.single else window.end
    return stretch(next_quarter(asked.now, zone), end)
