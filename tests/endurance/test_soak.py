"""A long time with faults throughout: nothing is lost, and what is kept depends on what goes on."""

from pathlib import Path
from typing import Final

from benchmarks import soak
from tests.endurance.amounts import ENDURE, Notes, amount

DAYS: Final = amount(2, 40)
REQUESTS: Final = amount(2, 6)
#: What is remembered of people who were there lately may differ by so many objects.
SLACK: Final = 100
#: What goes after a while, and so has to stop growing: after so many days at the latest.
PASSING: Final = ("inbox", "outbox", "shown_buttons")
KEPT_AT_MOST: Final = 20


async def test_what_is_kept_depends_on_what_goes_on(tmp_path: Path, notes: Notes) -> None:
    lived = await soak.run(tmp_path, DAYS, REQUESTS, lambda _day: None)
    first, last = lived[0], lived[-1]
    assert last.objects <= first.objects + SLACK
    assert last.tasks <= first.tasks + 5
    if ENDURE:
        earlier = lived[KEPT_AT_MOST]
        for table in PASSING:
            assert last.rows[table] <= 1.2 * earlier.rows[table], table
    notes("days lived through with faults", DAYS)
    notes("messages that came twice in those days", sum(day.copies for day in lived))
    notes("the last of those days", soak.told(last))
