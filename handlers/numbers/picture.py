"""A report as a picture: how things stand, by kind of help and by place, and how long it took."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from handlers.numbers.counting import Report, Row, Stands
from handlers.numbers.labels import Names, label, part
from handlers.numbers.periods import Period
from handlers.numbers.sentences import title
from handlers.numbers.withholding import Told, Withheld
from handlers.payload import Chart, Panel, Series
from handlers.texts import PublicName, T, Texts

#: A part with more rows than this is in the table only.
MOST_ROWS: Final = 30

#: Says something in the language of the picture.
_Say = Callable[[T | PublicName], str]
_Rows = Sequence[tuple[str, Row]]
_Numbers = Sequence[tuple[str, Told]]


def chart(texts: Texts, language: str, report: Report, period: Period, names: Names) -> Chart:
    """Return a report as a picture."""

    def say(what: T | PublicName) -> str:
        return texts.say(what, language)

    return Chart(
        name=f"numbers-{period.first.isoformat()}-{period.last.isoformat()}",
        language=language,
        title=say(title(period)),
        panels=tuple(_panels(say, report, names)),
        not_told=say(T("report-withheld-beside")),
        nothing=say(T("report-panel-empty")),
        note=say(T("report-note")),
    )


def _panels(say: _Say, report: Report, names: Names) -> Iterator[Panel]:
    requests, calls = report.requests, report.calls
    kinds = [(say(T(f"kind-{kind.value}")), row) for kind, row in requests.kinds.items()]
    places = [(say(names.of_place(place)), row) for place, row in requests.places.items()]
    owners = [(say(names.of_owner(owner)), row) for owner, row in requests.owners.items()]
    whole = [(say(label(each.value)), requests.whole.stands[each]) for each in Stands]
    yield _numbers(say, "whole", whole)
    for name, rows in (("kinds", kinds), ("places", places), ("owners", owners)):
        if 0 < len(rows) <= MOST_ROWS:
            yield _standing(say, name, rows)
    for name, rows in (("wait-kinds", kinds), ("wait-places", places)):
        waits = [(of, row.half) for of, row in rows if row.half is not None]
        if 0 < len(waits) <= MOST_ROWS:
            yield _numbers(say, name, waits, unit=say(T("report-hours")))
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


def _standing(say: _Say, name: str, rows: _Rows) -> Panel:
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
