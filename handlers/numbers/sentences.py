"""A report in a few plain sentences."""

from math import ceil
from typing import Final

from handlers.days import full_day
from handlers.numbers.counting import Calls, Helpers, Requests, Row, Stands
from handlers.numbers.labels import label, part, value, why
from handlers.numbers.periods import Period
from handlers.numbers.withholding import Told
from handlers.texts import Line, Paragraph, T

_HOURS_A_DAY: Final = 24
#: From so many hours on they are said as days.
_IN_DAYS_FROM: Final = 48


def days(period: Period) -> T:
    """Return which days a report is about."""
    if period.first == period.last:
        return T("report-day", day=full_day(period.first))
    return T("report-days", first=full_day(period.first), last=full_day(period.last))


def title(period: Period) -> T:
    """Return the heading of the picture."""
    if period.first == period.last:
        return T("report-title-day", day=full_day(period.first))
    return T("report-title", first=full_day(period.first), last=full_day(period.last))


def about_standing(row: Row) -> Paragraph:
    """Return how what was asked for stands."""
    stands = [_line(label(each.value), row.stands[each]) for each in Stands]
    return Paragraph((_line(label("all"), row.all), *stands))


def about_soon(requests: Requests) -> Paragraph:
    """Return how long it took until somebody took something."""
    whole = requests.whole
    if whole.half is None or not isinstance(whole.all, int):
        return Paragraph((T("report-wait-unknown"),))
    in_a_day = T("report-in-a-day", number=value(requests.in_a_day), requests=whole.all)
    return Paragraph((_half(whole.half), in_a_day))


def _half(hours: int) -> T:
    if hours > _IN_DAYS_FROM:
        return T("report-half-days", number=ceil(hours / _HOURS_A_DAY))
    return T("report-half", number=hours)


def about_calls(calls: Calls | None) -> list[Line]:
    """Return what came of call-outs, where there were any."""
    if calls is None:
        return []
    numbers = {
        "call-outs": calls.number,
        "called": calls.called,
        "yes": calls.yes,
        "wanted": calls.wanted,
        "with-place": calls.with_place,
    }
    return [Paragraph([_line(label(each), number) for each, number in numbers.items()])]


def about_ends(requests: Requests) -> list[Line]:
    """Return why things have ended, where any have."""
    whys = [
        _line(why(stands, closed_as), number)
        for stands, numbers in requests.why.items()
        for closed_as, number in numbers.items()
        if number != 0 and requests.whole.stands[stands] != 0
    ]
    return [Paragraph((part("why"), *whys))] if whys else []


def about_helpers(helpers: Helpers) -> Paragraph:
    """Return how many volunteers there are."""
    numbers = {
        "there": helpers.there,
        "new": helpers.new,
        "checked": helpers.checked,
        "active": helpers.active,
    }
    return Paragraph([_line(label(each), number) for each, number in numbers.items()])


def _line(what: T, number: Told) -> T:
    return T("report-line", label=what, number=value(number))
