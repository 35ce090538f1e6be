"""Simulate a week of a neighbourhood twice, and draw it: `python -m benchmarks.week`.

300 residents and 120 volunteers meet the real service, once with all that it does for a request
that nobody takes, and once as if it posted each card once and waited. Both weeks have the same
seed: the same people ask for the same things at the same times.
"""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchmarks.week import picture, running
from benchmarks.week.running import Week
from bot.handling import real_handlers

PICTURE: Final = Path("docs/week.png")
WAYS: Final = {"Doorstep": real_handlers, "post once and wait": running.posting_once}


def main() -> None:
    """Run both weeks, print what came of them, and draw the picture."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.week", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--picture", type=Path, default=PICTURE)
    given = parser.parse_args()
    weeks: dict[str, Week] = {}
    for name, handlers in WAYS.items():
        with tempfile.TemporaryDirectory() as folder:
            week = running.live(Path(folder), handlers(), given.seed, _tell(name))
            weeks[name] = asyncio.run(week)
        print(f"{name}: {_told(weeks[name])}", flush=True)
    picture.draw(weeks, given.picture)


def _tell(name: str) -> running.Tell:
    return lambda what: print(f"{name}: {what}", file=sys.stderr, flush=True)


def _told(week: Week) -> str:
    return (
        f"{week.requests} requests, {week.in_window:.0%} helped in their time, "
        f"{week.claimed} taken, after {week.hours_to_claim:.1f} hours (median), "
        f"{week.messages_a_day:.2f} messages to a volunteer a day, "
        f"{week.posts_a_day:.1f} messages in a group a day"
    )


if __name__ == "__main__":
    main()
