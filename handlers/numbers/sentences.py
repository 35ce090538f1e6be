"""A report in a few plain sentences."""

from math import ceil
from typing import Final

from handlers.days import full_day
from handlers.numbers.counting import Calls, Helpers, Report, Requests, Row, Stands
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


def about_requests(requests: Requests) -> list[Line]:
    """Return how what was asked for stands, and how long it took until somebody took it."""
    lines: list[Line] = [Paragraph(_standing(requests.whole))]
    if requests.whole.all != 0:
        lines.append(Paragraph(_wait(requests)))
    return lines


def _standing(row: Row) -> list[T]:
    stands = [_line(label(each.value), row.stands[each]) for each in Stands]
    return [_line(label("all"), row.all), *stands]


def _wait(requests: Requests) -> list[T]:
    whole = requests.whole
    if whole.half is None or not isinstance(whole.all, int):
        return [T("report-wait-unknown")]
    in_a_day = T("report-in-a-day", number=value(requests.in_a_day), requests=whole.all)
    return [half(whole.half), in_a_day]


def half(hours: int) -> T:
    """Return within how many hours half of something was taken."""
    if hours > _IN_DAYS_FROM:
        return T("report-half-days", number=ceil(hours / _HOURS_A_DAY))
    return T("report-half", number=hours)


def about_the_rest(report: Report) -> list[Line]:
    """Return why things ended, what came of call-outs, and how many volunteers there are."""
    whys = [
        _line(why(stands, closed_as), number)
        for stands, numbers in report.requests.why.items()
        for closed_as, number in numbers.items()
        if number != 0
    ]
    lines: list[Line] = [Paragraph((part("why"), *whys))] if whys else []
    if report.calls is not None:
        lines.append(Paragraph(_calls(report.calls)))
    return [*lines, Paragraph(_helpers(report.helpers))]


def _calls(calls: Calls) -> list[T]:
    return [
        _line(label("call-outs"), calls.number),
        _line(label("called"), calls.called),
        _line(label("yes"), calls.yes),
        _line(label("wanted"), calls.wanted),
        _line(label("with-place"), calls.with_place),
    ]


def _helpers(helpers: Helpers) -> list[T]:
    return [
        _line(label("there"), helpers.there),
        _line(label("new"), helpers.new),
        _line(label("checked"), helpers.checked),
        _line(label("active"), helpers.active),
    ]


def _line(what: T, number: Told) -> T:
    return T("report-line", label=what, number=value(number))
