"""Whether a volunteer fits a request: a pure function of what is offered and what is wanted.

The database narrows by everything that it can look up (`storage.volunteers.candidates`); days,
times and languages are looked at here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

#: The hours at which the parts of a day begin; the first part begins with the day.
_PARTS: Final = (("morning", 0), ("afternoon", 12), ("evening", 17))
_DAY: Final = timedelta(days=1)
#: After so many days every part of the week has come.
_WEEK: Final = 7
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request asks of its helper besides its kind: when, in which zone, which language."""

    start: datetime
    end: datetime
    zone: ZoneInfo
    language: str | None


def fits(wanted: Wanted, times: frozenset[str], languages: frozenset[str]) -> bool:
    """Say whether somebody who offers these parts of the week and languages could help.

    Whoever named no times can be asked at any; whoever named no languages is not taken to speak
    the one that is wanted.
    """
    if wanted.language is not None and wanted.language not in languages:
        return False
    return not times or any(part in times for part in parts_of_week(wanted))


def parts_of_week(wanted: Wanted) -> Iterator[str]:
    """Yield the parts of the week into which some of the wanted time falls."""
    start, end = wanted.start.astimezone(UTC), wanted.end.astimezone(UTC)
    day = wanted.start.astimezone(wanted.zone).date()
    for _ in range(_WEEK + 1):
        week = "weekend" if day.weekday() >= SATURDAY else "weekday"
        for name, first, last in _parts_of_day(day, wanted.zone):
            if first < end and start < last:
                yield f"{week}-{name}"
        day += _DAY


def _parts_of_day(day: date, zone: ZoneInfo) -> Iterator[tuple[str, datetime, datetime]]:
    begins = [datetime.combine(day, time(hour), zone).astimezone(UTC) for _, hour in _PARTS]
    begins.append(datetime.combine(day + _DAY, time(), zone).astimezone(UTC))
    for number, (name, _) in enumerate(_PARTS):
        yield name, begins[number], begins[number + 1]
