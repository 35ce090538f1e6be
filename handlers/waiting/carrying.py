"""When a request that nobody takes is carried one step further: a pure function of its times.

The steps are placed by shares of the waking time that is left until shortly before help is wanted.
Where that is too little, because help is wanted soon or in the early morning, the clock alone
counts, and the steps follow each other by minutes.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from handlers.waiting.quiet_hours import QuietHours
from storage.model import Reach

HOUR: Final = timedelta(hours=1)
#: Steps follow each other no faster than this.
SOONEST: Final = timedelta(minutes=5)
#: So long before help is wanted, all that can be tried by itself has been tried.
BEFORE_WINDOW: Final = timedelta(hours=2)
#: How long the steps take together at least, where help is wanted soon.
SHORTEST, SHORTEST_FOR_LONG_WINDOWS = timedelta(minutes=20), timedelta(minutes=60)
#: A waking day, by the usual quiet hours.
WAKING_DAY: Final = 13 * HOUR
#: Of the whole time, the share after which each step is due, and its latest in waking time.
SHARES: Final = {
    Reach.RAISED: (0.20, 1 * WAKING_DAY),
    Reach.ADJACENT: (0.35, 2 * WAKING_DAY),
    Reach.ASKING: (0.50, 3 * WAKING_DAY),
}
#: A coordinator hears after this share, and at most so long before all should have been tried.
COORDINATOR_SHARE: Final = 0.75
COORDINATOR_LEAD: Final = 2 * WAKING_DAY
BATCHES_IN_ALL: Final = 12


@dataclass(frozen=True, slots=True)
class Schedule:
    """When each step is due, in UTC; `quiet` is None where the clock alone counts."""

    steps: dict[Reach, datetime]
    between_batches: timedelta
    quiet: QuietHours | None

    def at(self, step: Reach) -> datetime:
        """Return when a step is due."""
        return self.steps[step]

    def next_batch(self, now: datetime) -> datetime:
        """Return when the next volunteers are asked, if nobody of this batch says yes."""
        if self.quiet is None:
            return now + self.between_batches
        return _whole(self.quiet.after(now, self.between_batches))


def schedule(
    opened_at: datetime, window_start: datetime, window_end: datetime, quiet: QuietHours
) -> Schedule:
    """Return when each step is due for a request that waits since `opened_at`."""
    # In UTC throughout: Python takes two times of one zone for what their clocks show.
    opened_at, start, end = (each.astimezone(UTC) for each in (opened_at, window_start, window_end))
    whole = quiet.waking(opened_at, start - BEFORE_WINDOW)
    shortest = min(max((end - opened_at) / 4, SHORTEST), SHORTEST_FOR_LONG_WINDOWS)
    is_urgent = whole < shortest
    if is_urgent:
        whole = shortest
    after = {step: min(whole * share, latest) for step, (share, latest) in SHARES.items()}
    after[Reach.COORDINATOR] = max(whole * COORDINATOR_SHARE, whole - COORDINATOR_LEAD)
    steps = {
        step: _whole(opened_at + time if is_urgent else quiet.after(opened_at, time))
        for step, time in after.items()
    }
    between = min(max(whole / BATCHES_IN_ALL, SOONEST), WAKING_DAY)
    return Schedule(steps, between, None if is_urgent else quiet)


def _whole(moment: datetime) -> datetime:
    """Return the next moment at which the clock shows whole five minutes."""
    over = timedelta(
        minutes=moment.minute % 5, seconds=moment.second, microseconds=moment.microsecond
    )
    return moment if not over else moment + SOONEST - over
