"""A long time of a small scheme, with faults throughout: `python -m benchmarks soak [days]`.

Every day some people ask for help and others help them, while calls are refused, fail, are cut off
and repeated by rate; every night the service is ended and started. After each day nothing may be
lost, and what is in memory and in the database is counted: it has to depend on how much is going
on, and not on how long the service has run.
"""

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import func, select

from bot.sandbox.mischief import Rates
from storage.database import Transaction
from storage.tables import metadata
from tests.endurance.faults.checks import judge
from tests.endurance.faults.kit import Stage
from tests.endurance.faults.stages import stage_in

MONTH: Final = 30
#: Requests a day.
REQUESTS: Final = 6
#: Nearly every tenth call goes wrong, and every twentieth update comes twice.
FAULTS: Final = Rates(
    too_many_requests=0.02,
    server_error=0.02,
    dropped_before=0.02,
    dropped_after=0.01,
    cut_short=0.01,
    duplicate_updates=0.05,
    repeated_presses=0.02,
)
DAY: Final = timedelta(days=1)
OURS: Final = ("bot", "handlers", "storage")
#: What is counted of Telegram in a box, which runs in the same process, is none of ours.
NOT_OURS: Final = "bot.sandbox"


@dataclass(frozen=True, slots=True)
class Day:
    """How it stands in the morning after a day; sizes in MB.

    `objects` are those of the service's own types in memory, `tasks` what runs side by side in it.
    `resident` is the whole process, with all that the sandbox remembers.
    """

    number: int
    copies: int
    objects: int
    tasks: int
    resident: float
    file: float
    rows: dict[str, int]


async def run(folder: Path, days: int, requests: int, tell: Callable[[Day], None]) -> Sequence[Day]:
    """Live through so many days; fails where anything is lost."""
    lived: list[Day] = []
    async with stage_in(folder) as stage:
        scene = stage.scene
        since = scene.clock.now()
        for number in range(1, days + 1):
            morning = scene.clock.now()
            scene.sandbox.mischief.rates = FAULTS
            today = await stage.load.more(requests)
            await stage.load.gets_asked(today)
            await stage.load.ends(today)
            scene.sandbox.mischief.rates = Rates()
            await scene.settles()
            copies = await judge(scene, today, since=since)
            since = scene.clock.now()
            await scene.restart()
            await scene.passes(morning + DAY - scene.clock.now())
            lived.append(await _look(stage, number, copies))
            tell(lived[-1])
    return lived


async def _look(stage: Stage, number: int, copies: int) -> Day:
    gc.collect()
    file = stage.scene.folder / "doorstep.sqlite"
    return Day(
        number,
        copies,
        objects=sum(map(_is_ours, gc.get_objects())),
        tasks=len(asyncio.all_tasks()),
        resident=_resident_bytes() / 1e6,
        file=_size(file) / 1e6,
        rows=await stage.scene.transact(_rows),
    )


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _is_ours(each: object) -> bool:
    module = str(type(each).__module__)
    return module.partition(".")[0] in OURS and not module.startswith(NOT_OURS)


def _resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


async def _rows(transaction: Transaction) -> dict[str, int]:
    counted = {}
    for table in metadata.sorted_tables:
        number = await transaction.connection.scalar(select(func.count()).select_from(table))
        if number:
            counted[table.name] = int(number)
    return counted


def told(day: Day) -> str:
    """Return a day as one line."""
    return (
        f"day {day.number}: nothing lost, {day.copies} messages twice, {day.objects} objects,"
        f" {day.tasks} tasks, {day.resident:.0f} MB with the sandbox, database {day.file:.1f} MB,"
        f" {sum(day.rows.values())} rows"
    )


def growth(lived: Sequence[Day]) -> str:
    """Return how the rows of each table stood half-way and at the end, the largest first."""
    half, last = lived[len(lived) // 2 - 1], lived[-1]
    lines = [f"rows of each table after {half.number} and {last.number} days:"]
    lines += [
        f"  {name}: {half.rows.get(name, 0)}, {number}"
        for name, number in sorted(last.rows.items(), key=lambda each: -each[1])
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Live through a month, or as many days as are named, and print what came of it."""
    days = int(arguments[0]) if arguments else MONTH
    with TemporaryDirectory() as folder:
        lived = asyncio.run(
            run(Path(folder), days, REQUESTS, lambda day: print(told(day), flush=True))
        )
    print(growth(lived))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
