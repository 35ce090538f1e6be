"""A report as a table: a line for each number, with what it counts and of what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from handlers.numbers.counting import Report, Row
from handlers.numbers.labels import Names, label, part, value, why
from handlers.numbers.periods import Period
from handlers.numbers.withholding import Told, Withheld
from handlers.payload import Sheet
from handlers.texts import PublicName, T, Texts

COLUMNS: Final = ("part", "row", "what", "number")


@dataclass(frozen=True, slots=True)
class Entry:
    """A number of a report: in which part it stands, of what it is, and what it counts."""

    part: str
    of: T | PublicName | None
    what: T | None
    number: Told | date


def entries(report: Report, period: Period, names: Names) -> Iterator[Entry]:
    """Return all that a report tells, in its order."""
    yield Entry("days", None, T("report-first-day"), period.first)
    yield Entry("days", None, T("report-last-day"), period.last)
    requests = report.requests
    yield from _row("whole", None, requests.whole)
    yield Entry("whole", None, label("in-a-day"), requests.in_a_day)
    for kind, row in requests.kinds.items():
        yield from _row("kinds", T(f"kind-{kind.value}"), row)
    for place, row in requests.places.items():
        yield from _row("places", names.of_place(place), row)
    for owner, row in requests.owners.items():
        yield from _row("owners", names.of_owner(owner), row)
    for stands, numbers in requests.why.items():
        for closed_as, number in numbers.items():
            yield Entry("why", label(stands.value), why(stands, closed_as), number)
    helpers, calls = report.helpers, report.calls
    volunteers = {
        "there": helpers.there,
        "new": helpers.new,
        "checked": helpers.checked,
        "active": helpers.active,
    }
    yield from _measures("volunteers", volunteers)
    if calls is not None:
        called = {
            "call-outs": calls.number,
            "called": calls.called,
            "yes": calls.yes,
            "wanted": calls.wanted,
            "with-place": calls.with_place,
        }
        yield from _measures("call-outs", called)


def _measures(name: str, numbers: Mapping[str, Told]) -> Iterator[Entry]:
    for measure, number in numbers.items():
        yield Entry(name, None, label(measure), number)


def _row(name: str, of: T | PublicName | None, row: Row) -> Iterator[Entry]:
    yield Entry(name, of, label("all"), row.all)
    for stands, number in row.stands.items():
        yield Entry(name, of, label(stands.value), number)
    if row.half is not None:
        yield Entry(name, of, label("half"), row.half)


def is_anything_withheld(told: Iterator[Entry]) -> bool:
    """Say whether a number is not told."""
    return any(isinstance(entry.number, Withheld) for entry in told)


def sheet(texts: Texts, language: str, report: Report, period: Period, names: Names) -> Sheet:
    """Return a report as a table that spreadsheets can open."""

    def said(what: T | PublicName | None) -> str:
        return "" if what is None else texts.say(what, language)

    def number(entry: Entry) -> str:
        match entry.number:
            case date():
                return entry.number.isoformat()
            case told:
                shown = value(told)
                return said(shown) if isinstance(shown, T) else str(shown)

    return Sheet(
        name=f"numbers-{period.first.isoformat()}-{period.last.isoformat()}",
        heading=tuple(said(T(f"report-column-{each}")) for each in COLUMNS),
        rows=tuple(
            (said(part(each.part)), said(each.of), said(each.what), number(each))
            for each in entries(report, period, names)
        ),
    )
