"""What was said, recognised by its wording: nothing here knows when or why it is said."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from handlers.texts import Day, Personal, T
from storage.private import PrivateText
from tests.endurance.model.stage import TEXTS

#: Days are written without their year: those that a run can come to.
_FIRST_DAY: Final = date(2026, 1, 1)
_DAYS: Final = 400
LANGUAGE: Final = "en"


def said(id: str, /, **arguments: str | int) -> str:
    """Return a wording as it is read, its arguments given as they are read."""
    given = {
        name: each if isinstance(each, int) else PrivateText(each)
        for name, each in arguments.items()
    }
    return TEXTS.say(Personal(id, **given), LANGUAGE)


@cache
def _pattern(id: str, gaps: tuple[str, ...]) -> re.Pattern[str]:
    framed = re.escape(said(id, **{gap: _gap(gap) for gap in gaps}))
    for gap in gaps:
        framed = framed.replace(_gap(gap), f"(?P<{gap}>.+?)", 1).replace(_gap(gap), f"(?P={gap})")
    return re.compile(rf"{framed}(?=\n|$)")


def _gap(name: str) -> str:
    """Return what stands in a wording for whatever may be said there."""
    return f"⟦{name}⟧"


def found(id: str, text: str, *gaps: str) -> dict[str, str] | None:
    """Return what stands in the gaps of a wording, by their names, or None where it is not said."""
    match = _pattern(id, gaps).search(text)
    return None if match is None else match.groupdict()


def kind_named(kind: str) -> str:
    """Return how a kind of help is called."""
    return TEXTS.say(T(f"kind-{kind}"), LANGUAGE)


@cache
def _days() -> dict[str, date]:
    around = said("next-raised", by=_gap("by")).split(_gap("by"))
    named = {}
    for number in range(_DAYS):
        day = _FIRST_DAY + timedelta(days=number)
        text = TEXTS.say(T("next-raised", by=Day(day)), LANGUAGE)
        named[text.removeprefix(around[0]).removesuffix(around[1])] = day
    return named


def moment_named(text: str, zone: ZoneInfo) -> datetime:
    """Return the moment that is written, the later one where a clock shows it twice."""
    day, _, clock = text.rpartition(", ")
    return datetime.combine(_days()[day], time.fromisoformat(clock), zone).replace(fold=1)
