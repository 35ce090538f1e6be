"""The hours of a day in which nobody is asked, and the waking time between two moments.

A day's hours are read from the clock on the wall, so they are right when the clocks change too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when until when, on the clock of a zone, people are left alone; equal means never."""

    start: time
    end: time
    zone: ZoneInfo

    def holds(self, moment: datetime) -> bool:
        """Say whether people are left alone at a moment."""
        clock = moment.astimezone(self.zone).time()
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end

    def waking(self, start: datetime, end: datetime) -> timedelta:
        """Return how much of the time between two moments people are awake."""
        return sum((last - first for first, last in self._days(start, end)), timedelta(0))

    def after(self, start: datetime, waking: timedelta) -> datetime:
        """Return the moment at which so much waking time has passed since another, in UTC."""
        left = waking
        # Far enough even where people are awake for an hour a day only.
        horizon = start + waking * 24 + 3 * DAY
        for first, last in self._days(start, horizon):
            if left <= last - first:
                return first + left
            left -= last - first
        return start.astimezone(UTC) + waking

    def _days(self, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield the stretches between two moments in which people are awake, in UTC."""
        start, end = start.astimezone(UTC), end.astimezone(UTC)
        if self.start == self.end:
            yield start, end
            return
        day = start.astimezone(self.zone).date() - DAY
        while True:
            until = day if self.start > self.end else day + DAY
            wakes = datetime.combine(day, self.end, self.zone).astimezone(UTC)
            sleeps = datetime.combine(until, self.start, self.zone).astimezone(UTC)
            if wakes >= end:
                return
            first, last = max(start, wakes), min(end, sleeps)
            if first < last:
                yield first, last
            day += DAY
