"""A report as two pictures: how what was asked for stands, and how soon help came."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.numbers.counting import Report, Row, Stands
from handlers.numbers.labels import Names, label, part
from handlers.numbers.periods import Period
from handlers.numbers.sentences import title
from handlers.numbers.withholding import Told, Withheld
from handlers.payload import Chart, Panel, Series
from handlers.texts import PublicName, T, Texts

#: With more neighbourhoods than this a picture would be too long for a phone.
MOST_PLACES: Final = 12

#: Says something in the language of the pictures.
_Say = Callable[[T | PublicName], str]
_Rows = Sequence[tuple[str, Row]]
_Numbers = Sequence[tuple[str, Told]]


@dataclass(frozen=True, slots=True)
class Pictures:
    """How things stand, and how soon somebody took them; None where that is told of nothing."""

    standing: Chart
    soon: Chart | None


def pictures(texts: Texts, language: str, report: Report, period: Period, names: Names) -> Pictures:
    """Return a report as pictures."""

    def say(what: T | PublicName) -> str:
        return texts.say(what, language)

    def chart(name: str, panels: Sequence[Panel]) -> Chart:
        return Chart(
            name=f"{name}-{period.first.isoformat()}-{period.last.isoformat()}",
            language=language,
            title=say(title(period)),
            panels=tuple(panels),
            not_told=say(T("report-withheld-beside")),
            nothing=say(T("report-panel-empty")),
            note=say(T("report-note")),
        )

    soon = [*_waits(say, report, names), *_calls(say, report)]
    return Pictures(
        standing=chart("numbers", list(_standing(say, report, names))),
        soon=chart("how-soon", soon) if soon else None,
    )


def _by_kind(say: _Say, report: Report) -> _Rows:
    kinds = report.requests.kinds
    return [(say(T(f"kind-{kind.value}")), row) for kind, row in kinds.items()]


def _by_place(say: _Say, report: Report, names: Names) -> _Rows:
    places = report.requests.places
    if len(places) > MOST_PLACES:
        return []
    return [(say(names.of_place(place)), row) for place, row in places.items()]


def _standing(say: _Say, report: Report, names: Names) -> Iterator[Panel]:
    owners = [(say(names.of_owner(each)), row) for each, row in report.requests.owners.items()]
    parts = {
        "kinds": _by_kind(say, report),
        "owners": owners,
        "places": _by_place(say, report, names),
    }
    for name, rows in parts.items():
        if rows:
            yield _stacked(say, name, rows)


def _waits(say: _Say, report: Report, names: Names) -> Iterator[Panel]:
    parts = {"wait-kinds": _by_kind(say, report), "wait-places": _by_place(say, report, names)}
    for name, rows in parts.items():
        waits = [(of, row.half) for of, row in rows if row.half is not None]
        if waits:
            yield _numbers(say, name, waits, unit=say(T("report-hours")))


def _calls(say: _Say, report: Report) -> Iterator[Panel]:
    calls = report.calls
    if calls is not None:
        called = {"called": calls.called, "yes": calls.yes, "with-place": calls.with_place}
        numbers = [(say(label(each)), number) for each, number in called.items()]
        yield _numbers(say, "call-outs", numbers)


def _numbers(say: _Say, name: str, numbers: _Numbers, unit: str = "") -> Panel:
    return Panel(
        title=say(part(name)),
        labels=tuple(of for of, _ in numbers),
        series=(Series(name="", values=tuple(_drawn(number) for _, number in numbers)),),
        unit=unit,
    )


def _stacked(say: _Say, name: str, rows: _Rows) -> Panel:
    """Return a part with a bar for each row, made up of how its things stand."""
    return Panel(
        title=say(part(name)),
        labels=tuple(of for of, _ in rows),
        series=tuple(
            Series(
                name=say(label(each.value)),
                values=tuple(_drawn(row.stands[each]) for _, row in rows),
            )
            for each in Stands
        ),
        is_stacked=True,
    )


def _drawn(number: Told) -> float | None:
    return None if isinstance(number, Withheld) else number
