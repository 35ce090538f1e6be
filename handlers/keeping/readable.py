"""All that is kept about somebody, as text: for them, for a screen reader, for paper."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from handlers.days import full_day
from handlers.texts import Line, Listed, Paragraph, Personal, PublicName, T, Texts
from storage.held_data import Going, HeldData, HeldPart, HeldRow, Value
from storage.private import PrivateText

DAYS_OF_YEAR: Final = 365
Called = Callable[[str], T]


def _kind(value: str) -> T:
    return T(f"kind-{value}")


def _need(value: str) -> T:
    return T(f"need-{value}")


def _language(value: str) -> T:
    return T(f"language-{value}")


def _code(value: str) -> T:
    return T(f"data-code-{value}")


#: How the words are called that stand in a column of this name.
_CALLED: Final[Mapping[str, Called]] = {
    "kind": _kind,
    "kinds": _kind,
    "size": lambda value: T(f"size-{value}"),
    "needs": _need,
    "named": _need,
    "left_out": _need,
    "language": _language,
    "languages": _language,
    "language_wanted": _language,
    "times": lambda value: T(f"time-{value}"),
    "asked_at_most": lambda value: T(f"asked-{value}"),
    "relation": lambda value: T(f"relation-{value}"),
    "consent_how": lambda value: T(f"agreed-{value}"),
    "role": lambda value: T(f"role-{value}"),
    "level": lambda value: T(f"level-{value}"),
    "how": lambda value: T(f"button-how-{value}"),
    "closed_as": lambda value: T(f"closed-as-{value}"),
    "what": lambda value: T(f"seen-{value}"),
    "purpose": lambda value: T(f"call-for-{value}"),
}
#: What somebody wrote, or how something of the scheme is called: said as it stands.
_AS_IT_STANDS: Final = frozenset(
    {
        *("account", "address", "first_name", "phone", "words", "place", "street", "door"),
        *("entry_notes", "resident_word", "helper_word", "reference", "task_id", "currency"),
        *("neighbourhood_id", "organisation_id", "from_id", "to_id"),
    }
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads: the wordings, their language, and where days are counted."""

    texts: Texts
    language: str
    zone: ZoneInfo

    def moment(self, at: datetime) -> tuple[T, PublicName]:
        """Return the day and the hour of a moment."""
        local = at.astimezone(self.zone)
        return full_day(local.date()), PublicName(f"{local:%H:%M}")


def readable(data: HeldData, title: Line, now: datetime, reading: Reading) -> str:
    """Return all that is kept about somebody as text."""
    day, hour = reading.moment(now)
    lines: list[Line] = [title, T("data-made", day=day, hour=hour), T("data-others")]
    for part in data.parts:
        if part.rows:
            lines.append(T(f"data-part-{part.part.name}"))
            rows = (_row(part, at, row, reading) for at, row in enumerate(part.rows, 1))
            lines += [Paragraph(tuple(row)) for row in rows]
    if data.duties:
        did = [_duty(name, found, reading) for name, found in data.duties.items()]
        lines += [T("data-duties"), Paragraph(did)]
    return reading.texts.say_all(lines, reading.language) + "\n"


def _row(part: HeldPart, number: int, row: HeldRow, reading: Reading) -> Iterator[Line]:
    if len(part.rows) > 1:
        yield T("data-row", number=number)
    for name, value in row.values.items():
        if value is not None and value != []:
            label = T(f"data-field-{_hyphened(name)}")
            yield Personal("data-field", label=label, value=_said(name, value, reading))
    if row.withheld:
        yield T("data-withheld", parts=_columns(row.withheld, reading))
    for going in row.going:
        yield _goes(going, reading)


def _goes(going: Going, reading: Reading) -> Line:
    if going.at is None:
        if not going.columns:
            return T("data-stays", kept=lasting(going.days))
        return T(
            "data-stays-parts", kept=lasting(going.days), parts=_columns(going.columns, reading)
        )
    day, hour = reading.moment(going.at)
    if not going.columns:
        return T("data-goes", day=day, hour=hour)
    return T("data-goes-parts", day=day, hour=hour, parts=_columns(going.columns, reading))


def lasting(days: int) -> T:
    """Return a length of time as people say it."""
    years, rest = divmod(days, DAYS_OF_YEAR)
    return T("length-days", number=days) if rest else T("length-years", number=years)


def _columns(names: tuple[str, ...], reading: Reading) -> Listed:
    called = (_hyphened(name) for name in names)
    return Listed(
        tuple(
            T(f"data-withheld-{name}")
            if reading.texts.has(f"data-withheld-{name}")
            else T(f"data-field-{name}")
            for name in called
        )
    )


def _said(name: str, value: Value, reading: Reading) -> PrivateText | PublicName | T | Listed:
    match value:
        case bool():
            return T("data-yes" if value else "data-no")
        case datetime():
            day, hour = reading.moment(value)
            return T("data-moment", day=day, hour=hour)
        case date():
            return full_day(value)
        case list():
            return Listed(tuple(_word(name, str(each), reading.texts) for each in value))
        case str() if name in _AS_IT_STANDS:
            return PrivateText(value)
        case str():
            return _word(name, value, reading.texts)
        case _:
            return PublicName(str(value))


def _word(name: str, value: str, texts: Texts) -> T | PublicName:
    """Return a word of ours as people know it."""
    ways = (_CALLED.get(name, _code), _code)
    known = (way(value) for way in ways)
    return next((each for each in known if texts.has(each.id)), PublicName(value))


def _duty(name: str, moments: tuple[datetime, ...], reading: Reading) -> Line:
    first, last = (reading.moment(at)[0] for at in (moments[0], moments[-1]))
    return T("data-duty", value=PublicName(name), number=len(moments), first=first, last=last)


def _hyphened(name: str) -> str:
    return name.replace("_", "-")
