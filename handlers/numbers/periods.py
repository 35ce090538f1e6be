"""The days that a report is about: some to choose from, and when they begin and end on a clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

_DAY: Final = timedelta(days=1)
_MONTH: Final = relativedelta(months=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first) // _DAY + 1

    def edges(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """Return the moment at which it begins and that at which it is over, on a clock."""
        return _midnight(self.first, zone), _midnight(self.last + _DAY, zone)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    # Where the clock jumps over midnight, this is the moment of the jump.
    return datetime.combine(day, time(), zone).astimezone(UTC)


class Lately(StrEnum):
    """Stretches of days by which people count back."""

    THIS_WEEK = "this-week"
    LAST_MONTH = "last-month"
    LAST_THREE_MONTHS = "last-three-months"


def lately(today: date) -> Mapping[Lately, Period]:
    """Return those stretches: the week from its Monday until today, and whole months before."""
    this_month = today.replace(day=1)
    end_of_last = this_month - _DAY
    return {
        Lately.THIS_WEEK: Period(today - today.weekday() * _DAY, today),
        Lately.LAST_MONTH: Period(this_month - _MONTH, end_of_last),
        Lately.LAST_THREE_MONTHS: Period(this_month - 3 * _MONTH, end_of_last),
    }
