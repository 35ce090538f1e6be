"""Writes docs/kept.md from the register of what is kept itself: `make privacy`."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from storage.retention import ENTRIES
from storage.retention.periods import Period
from storage.retention.rules import Elsewhere, Entry, Rule, Stays

PAGE: Final = Path(__file__).parents[1] / "docs" / "kept.md"
COLUMNS: Final = ("what", "why", "how long", "a scheme may set", "then", "table")
HEAD: Final = """# What is kept, why, and for how long

Written by `make privacy` from `storage/retention/`, which is what the service goes by; a test holds
the two together. Every table has a line, and every column that holds what somebody typed.

What is over goes within the hour, by a sweep every half hour: a few hundred rows of each kind at a
time, the oldest first, and also after the service was off for a month. Nothing goes early. What an
owner sets with `/setup` counts for what is there already. Where a safeguarding hold stands, nothing
of either side goes by a sweep before it ends.

"Emptied" means that the row stays without what it said; "deleted" that the row goes; "forgotten"
that everything about the person goes, as with `/forget`.

Older databases that were copied before they were brought up to date, and those that
`doorstep restore` put aside, are deleted 30 days after that.
"""


def page() -> str:
    """Return the page as it has to be."""
    lines = [HEAD]
    for title, kind in (
        ("Goes by the clock", (Rule, Elsewhere)),
        ("Stays until something is done", (Stays,)),
    ):
        lines += [f"## {title}", "", _row(COLUMNS), _row(("---",) * len(COLUMNS))]
        lines += [_row(_cells(each)) for each in ENTRIES if isinstance(each, kind)]
        lines.append("")
    return "\n".join(lines)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(entry: Entry) -> tuple[str, ...]:
    table = f"`{entry.table.name}`"
    match entry:
        case Rule(period=period, since=since):
            then = "emptied" if entry.columns else "deleted"
            return (entry.what, entry.why, _long(period, since), _bounds(period), then, table)
        case Elsewhere(period=period, since=since):
            is_somebody = entry.table.name in ("people", "helped_people")
            then = "forgotten" if is_somebody else "emptied" if entry.columns else "deleted"
            return (entry.what, entry.why, _long(period, since), _bounds(period), then, table)
        case Stays(until=until):
            return (entry.what, entry.why, f"until: {until}", "no", "", table)
        case _:
            raise TypeError(type(entry).__name__)


def _long(period: Period, since: str) -> str:
    if not period.default:
        return f"until {since}"
    return f"{_said(period.default)} after {since}"


def _bounds(period: Period) -> str:
    if period.least is None or period.most is None:
        return "no"
    return f"{_said(period.least)} to {_said(period.most)}"


def _said(length: timedelta) -> str:
    if length % timedelta(days=365) == timedelta(0):
        years = length // timedelta(days=365)
        return "1 year" if years == 1 else f"{years} years"
    if length >= timedelta(days=1) and length % timedelta(days=1) == timedelta(0):
        return "1 day" if length.days == 1 else f"{length.days} days"
    return f"{length // timedelta(hours=1)} hours"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
