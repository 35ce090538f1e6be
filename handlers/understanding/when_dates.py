"""Dates and hours as they are written, read from the marks of a text.

Each function looks at one place and answers with what stands there and how many marks it takes.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.understanding.when_marks import Kind, Mark
from handlers.understanding.when_windows import MINUTES_OF_DAY

NOTHING = Mark({}, "", glued=False)

_CLOCK_SIGNS = (Kind.AM, Kind.PM, Kind.O_CLOCK, Kind.MINUTES_LAST)
_MORNING = 0
_NOON_HOUR = 12


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day of a month; month and year are None where they were not written."""

    day: int
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour in minutes after midnight.

    `settled` unless morning or afternoon is still open; `by_half` if words such as "pm" settled it.
    """

    minutes: int
    settled: bool
    by_half: bool = False


@dataclass(frozen=True, slots=True)
class ClockFound:
    """An hour, the marks it takes, and whether it is plain even without a word such as "at"."""

    clock: Clock
    used: int
    plain: bool


def mark_at(marks: Sequence[Mark], place: int) -> Mark:
    """The mark at a place, or one that plays no part beyond either end."""
    return marks[place] if 0 <= place < len(marks) else NOTHING


def _digits(mark: Mark, longest: int = 2) -> bool:
    return Kind.NUMBER in mark.kinds and mark.text.isdecimal() and len(mark.text) <= longest


def _year(mark: Mark) -> int | None:
    return mark.kinds[Kind.NUMBER] if _digits(mark, 4) and len(mark.text) == 4 else None


def date_at(marks: Sequence[Mark], place: int) -> tuple[WrittenDate, int] | None:
    """The date that starts at a place, with the number of marks that it takes."""
    return (
        _numeric_date(marks, place)
        or _short_numeric_date(marks, place)
        or _day_then_month(marks, place)
        or _month_then_day(marks, place)
        or _day_alone(marks, place)
    )


def _numeric_date(marks: Sequence[Mark], place: int) -> tuple[WrittenDate, int] | None:
    """ "2026-06-15", "15/06/2026" or "15.6.26"."""
    first, sign, second, again, third = (mark_at(marks, place + step) for step in range(5))
    numbers = _digits(first, 4) and _digits(second) and _digits(third, 4)
    glued = sign.glued and second.glued and again.glued and third.glued
    if not (numbers and glued and sign.text == again.text and sign.text in {"/", "-", "."}):
        return None
    one, two, three = (mark.kinds[Kind.NUMBER] for mark in (first, second, third))
    if len(first.text) == 4:
        return WrittenDate(three, two, one), 5
    return _day_first(one, two, three + 2000 if three < 100 else three), 5


def _short_numeric_date(marks: Sequence[Mark], place: int) -> tuple[WrittenDate, int] | None:
    """ "15/6", or "15.6" where that can be no hour and nothing is counted by it."""
    first, sign, second, behind = (mark_at(marks, place + step) for step in range(4))
    if not (_digits(first) and _digits(second) and sign.glued and second.glued):
        return None
    one, two = first.kinds[Kind.NUMBER], second.kinds[Kind.NUMBER]
    like_hour = len(second.text) == 2 and one <= 24 and two % 5 == 0
    counts = behind.is_any((Kind.UNKNOWN, Kind.UNIT))
    if sign.text == "/" or (sign.text == "." and not like_hour and not counts):
        return _day_first(one, two, None), 3
    return None


def _day_first(one: int, two: int, year: int | None) -> WrittenDate:
    # Both languages write the day first; 6/15 can only be meant the other way round.
    if two > 12 >= one:
        one, two = two, one
    return WrittenDate(one, two, year)


def _day_then_month(marks: Sequence[Mark], place: int) -> tuple[WrittenDate, int] | None:
    start = place + (Kind.THE in mark_at(marks, place).kinds)
    number = mark_at(marks, start)
    if Kind.NUMBER not in number.kinds or (number.text.isdecimal() and not _digits(number)):
        return None
    after = start + 1
    ordinal = mark_at(marks, after)
    if Kind.ORDINAL in ordinal.kinds and ordinal.glued:
        after += 1
    linked = Kind.OF in mark_at(marks, after).kinds
    after += linked
    month = mark_at(marks, after)
    if Kind.MONTH not in month.kinds or not (linked or number.text.isdecimal()):
        return None
    after += 1
    day = number.kinds[Kind.NUMBER]
    return _with_year(marks, place, after, WrittenDate(day, month.kinds[Kind.MONTH]))


def _with_year(
    marks: Sequence[Mark], place: int, after: int, date: WrittenDate
) -> tuple[WrittenDate, int]:
    for step in (0, 1):
        year = _year(mark_at(marks, after + step))
        if year is not None:
            return WrittenDate(date.day, date.month, year), after + step + 1 - place
        if Kind.OF not in mark_at(marks, after).kinds:
            break
    return date, after - place


def _month_then_day(marks: Sequence[Mark], place: int) -> tuple[WrittenDate, int] | None:
    month = mark_at(marks, place)
    if Kind.MONTH not in month.kinds:
        return None
    after = place + 1 + (Kind.THE in mark_at(marks, place + 1).kinds)
    number = mark_at(marks, after)
    if not _digits(number) or _is_clock_sign(mark_at(marks, after + 1)):
        return None
    ordinal = mark_at(marks, after + 1)
    after += 2 if Kind.ORDINAL in ordinal.kinds and ordinal.glued else 1
    date = WrittenDate(number.kinds[Kind.NUMBER], month.kinds[Kind.MONTH])
    return _with_year(marks, place, after, date)


def _day_alone(marks: Sequence[Mark], place: int) -> tuple[WrittenDate, int] | None:
    """ "15th", "the 15", "el 15": a day of this month or the next that has it."""
    the = Kind.THE in mark_at(marks, place).kinds
    number, behind = mark_at(marks, place + the), mark_at(marks, place + the + 1)
    if not _digits(number):
        return None
    date = WrittenDate(number.kinds[Kind.NUMBER])
    if Kind.ORDINAL in behind.kinds and behind.glued:
        return date, 2 + the
    taken = _is_clock_sign(behind) or behind.is_any((Kind.UNKNOWN, Kind.UNIT))
    return (date, 2) if the and not taken else None


def _is_clock_sign(mark: Mark) -> bool:
    return mark.is_any(_CLOCK_SIGNS) or mark.text == ":" or (mark.text == "." and mark.glued)


def clock_at(marks: Sequence[Mark], place: int) -> ClockFound | None:
    """The hour that starts at a place: "15:30", "3pm", "half past 3", "diez y media", "noon"."""
    first = mark_at(marks, place)
    if Kind.CLOCK in first.kinds:
        return ClockFound(Clock(first.kinds[Kind.CLOCK], settled=True), 1, plain=True)
    if Kind.MINUTES_FIRST in first.kinds:
        found = clock_at(marks, place + 1) if _hour_word(mark_at(marks, place + 1)) else None
        if found is None:
            return None
        minutes = found.clock.minutes + first.kinds[Kind.MINUTES_FIRST]
        clock = Clock(minutes % MINUTES_OF_DAY, found.clock.settled)
        return ClockFound(clock, found.used + 1, plain=True)
    if Kind.NUMBER not in first.kinds:
        return None
    minutes, used, plain = _hour_and_minutes(marks, place)
    if minutes > MINUTES_OF_DAY:
        return None
    return _with_half_of_day(marks, place, ClockFound(Clock(minutes, settled=False), used, plain))


def _hour_word(mark: Mark) -> bool:
    return Kind.NUMBER in mark.kinds and mark.kinds[Kind.NUMBER] <= 24


def _hour_and_minutes(marks: Sequence[Mark], place: int) -> tuple[int, int, bool]:
    """Minutes after midnight, marks taken, and whether this can only be an hour."""
    hour, sign, minutes = (mark_at(marks, place + step) for step in range(3))
    number = hour.kinds[Kind.NUMBER]
    if len(hour.text) == 4 and hour.text.isdecimal():
        whole, rest = divmod(number, 100)
        return (whole * 60 + rest if rest < 60 else MINUTES_OF_DAY + 1), 1, False
    separated = sign.text in {":", "."} or (Kind.O_CLOCK in sign.kinds and sign.length == 1)
    exact = sign.glued and minutes.glued and _digits(minutes) and len(minutes.text) == 2
    if separated and exact and minutes.kinds[Kind.NUMBER] < 60:
        # "2.50 kg" is no hour.
        counts = mark_at(marks, place + 3).is_any((Kind.UNKNOWN, Kind.UNIT))
        plain = sign.text != "." or not counts
        return number * 60 + minutes.kinds[Kind.NUMBER], 3, plain
    if Kind.MINUTES_LAST in sign.kinds:
        total = number * 60 + sign.kinds[Kind.MINUTES_LAST]
        return total % MINUTES_OF_DAY if number <= 24 else MINUTES_OF_DAY + 1, 2, True
    if Kind.O_CLOCK in sign.kinds:
        return number * 60, 2, Kind.UNIT not in sign.kinds
    return number * 60, 1, False


def _with_half_of_day(marks: Sequence[Mark], place: int, found: ClockFound) -> ClockFound:
    hour, rest = divmod(found.clock.minutes, 60)
    written = marks[place].text
    sign = mark_at(marks, place + found.used)
    # "10 in the morning" belongs to the hour; "after 10 Friday morning" belongs to the day.
    bound_part = Kind.PART in sign.kinds and sign.length > 1
    if Kind.AM in sign.kinds or Kind.PM in sign.kinds or bound_part:
        late = Kind.PM in sign.kinds or (bound_part and sign.kinds[Kind.PART] != _MORNING)
        if hour == _NOON_HOUR:
            # Twelve "de la mañana" is noon and twelve at night is midnight.
            midnight = Kind.AM in sign.kinds or (bound_part and sign.kinds[Kind.PART] == 2)
            hour = (0 if Kind.AM in sign.kinds else 24) if midnight else _NOON_HOUR
        elif late and hour < _NOON_HOUR:
            hour += _NOON_HOUR
        clock = Clock(hour * 60 + rest, settled=True, by_half=True)
        return ClockFound(clock, found.used + 1, plain=True)
    settled = hour > _NOON_HOUR or hour == 0 or (len(written) > 1 and written.startswith("0"))
    return ClockFound(Clock(found.clock.minutes, settled), found.used, found.plain)
