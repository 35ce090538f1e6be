"""Which stretch of a day was meant, from the hours and the parts of the day that were said."""

from collections.abc import Set as AbstractSet

from handlers.understanding.when_dates import Clock
from handlers.understanding.when_marks import Kind
from handlers.understanding.when_reading import Hours, Reading
from handlers.understanding.when_windows import (
    DAY_END,
    DAY_START,
    MINUTES_OF_DAY,
    PARTS,
    WHOLE_DAY,
    DayPart,
    Span,
)

_NOON = 12 * 60
_MORNING, _AFTERNOON, _EVENING = range(3)
# Without am or pm, one to seven are hours of the afternoon.
_LAST_AFTERNOON_HOUR = 7


def span_of(reading: Reading) -> Span | None:
    """The stretch of the day; None where the hours contradict each other or leave a choice."""
    frame = _frame(reading.parts)
    if not reading.hours:
        return frame or WHOLE_DAY
    clocks = {hours.kind: hours.clock for hours in reading.hours}
    said = {(hours.kind, *_minutes(hours, reading.parts)) for hours in reading.hours}
    if len(said) == 2 and clocks.keys() == {Kind.AFTER, Kind.BEFORE}:
        between = _between(clocks[Kind.AFTER], clocks[Kind.BEFORE], reading.parts)
        said = {(Kind.BETWEEN, *between)}
    if len(said) > 1:
        return None
    [(kind, start, end)] = said
    return _span_between(start, end) if kind == Kind.BETWEEN else _one_hour(kind, start, frame)


def _one_hour(kind: Kind, minutes: int, frame: Span | None) -> Span:
    if kind == Kind.AT:
        return Span(minutes, minutes + 60, DayPart.HOURS, single=True)
    return _after(minutes, frame) if kind == Kind.AFTER else _before(minutes, frame)


def _frame(parts: AbstractSet[int]) -> Span | None:
    if not parts:
        return None
    (first, start, _), (_, _, end) = PARTS[min(parts)], PARTS[max(parts)]
    return Span(start, end, first if len(parts) == 1 else DayPart.HOURS)


def _minutes(hours: Hours, parts: AbstractSet[int]) -> tuple[int, int | None]:
    if hours.until is None:
        return _settled(hours.clock, parts), None
    return _between(hours.clock, hours.until, parts)


def _settled(clock: Clock, parts: AbstractSet[int]) -> int:
    """Minutes after midnight, with morning or afternoon chosen where the hour left it open."""
    if clock.settled or not parts:
        early = not clock.settled and clock.minutes // 60 <= _LAST_AFTERNOON_HOUR
        return clock.minutes + _NOON * early
    if _MORNING in parts:
        return clock.minutes
    if clock.minutes >= _NOON:
        return clock.minutes + _NOON * (_EVENING in parts)
    # "In the afternoon, from 11": eleven at night is no afternoon, while eight may well be.
    in_afternoon = clock.minutes // 60 <= _LAST_AFTERNOON_HOUR + 1
    return clock.minutes + _NOON * (_EVENING in parts or in_afternoon)


def _between(first: Clock, second: Clock, parts: AbstractSet[int]) -> tuple[int, int | None]:
    """Start and end; the end is None where no reading of the two hours puts them in order."""
    start, end = _settled(first, parts), _settled(second, parts)
    if end == 0:
        end = MINUTES_OF_DAY
    if not first.settled and second.settled:
        # "8 to 9pm" is an hour of the evening, "10 to 2pm" starts in the morning.
        halves = [first.minutes % _NOON + _NOON, first.minutes]
        preferred = halves if second.by_half else [start, *halves]
        start = next((half for half in preferred if half < end), start)
    elif not second.settled and end <= start:
        end += _NOON
    return start, end if start < end <= MINUTES_OF_DAY else None


def _span_between(start: int, end: int | None) -> Span | None:
    return None if end is None else Span(start, end, DayPart.HOURS)


def _after(start: int, frame: Span | None) -> Span:
    if frame is not None and start < frame.end:
        return Span(max(start, frame.start), frame.end, DayPart.HOURS)
    end = DAY_END if start < DAY_END else max(start + 60, MINUTES_OF_DAY)
    return Span(start, end, DayPart.HOURS)


def _before(end: int, frame: Span | None) -> Span:
    end = end or MINUTES_OF_DAY
    if frame is not None and frame.start < end:
        return Span(frame.start, min(end, frame.end), DayPart.HOURS)
    return Span(DAY_START if end > DAY_START else max(0, end - 60), end, DayPart.HOURS)
