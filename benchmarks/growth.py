"""What a step costs with few people stored, and with very many."""

import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from benchmarks import servers
from benchmarks.comparing import FEW, medians
from benchmarks.extent import Extent, Figures, Tell
from benchmarks.servers import execute, has_postgresql
from benchmarks.stage import GROUP_IDS, ON_FILE, ON_SERVER, Bot, as_run, running
from benchmarks.store import Holding, Store, fill
from storage.migration import newest_revision

#: What stands in a folder of the cache: keys and a file, a server's data, and when it was filled.
_STORE, _SERVER, _AT = "store", "server", "filled_at"
#: By how much more a step may take with the most stored, in per cent.
MOST_HEAVIER: Final = 10
#: After so long all that goes with time is due at once, or was long ago.
LONG: Final = timedelta(days=12)
#: While that goes, so many steps are taken a second.
PACE: Final = 20.0
#: Filled stores are kept here from one measurement to the next: filling takes some minutes.
CACHE: Final = Path(tempfile.gettempdir()) / "doorstep-benchmarks"


async def growth(extent: Extent, tell: Tell) -> Figures:
    """Have the journey walked with few and with many people stored, on each database in turn."""
    figures: Figures = {"allowed_per_cent": MOST_HEAVIER, "holding": asdict(_many(extent))}
    for bot in (ON_FILE, ON_SERVER):
        if bot.is_on_server and not has_postgresql():
            tell("PostgreSQL is not on this machine: left out (apt-get install postgresql)")
            continue
        with ExitStack() as stack:
            few = await _stored(bot, FEW, stack, tell)
            many = await _stored(bot, _many(extent), stack, tell)
            figures[bot.state] = await _compared(bot, few, many, extent, tell)
    return figures


def _many(extent: Extent) -> Holding:
    return Holding(
        extent.many, volunteers=extent.many // 50, open_requests=min(extent.many // 10, 100_000)
    )


async def _compared(
    bot: Bot, few: "_Filled", many: "_Filled", extent: Extent, tell: Tell
) -> Figures:
    found: dict[int, list[Figures]] = {few.people: [], many.people: []}
    for turn in range(extent.rounds):
        # Whoever goes first goes second the next time.
        for filled in (few, many) if turn % 2 == 0 else (many, few):
            of = f"round {turn + 1} of {extent.rounds}"
            tell(f"growth, {of}: {filled.people:,} people stored, {bot.title}")
            found[filled.people].append(await _measured(bot, filled, extent))
    light, heavy = (medians(found[each.people]) for each in (few, many))
    tell(f"growth: {many.people:,} people stored, {bot.title}, and much that has to go")
    return {
        "few": light,
        "many": heavy,
        "heavier_per_cent": {
            "time": 100 * (light["steps_per_second"] / heavy["steps_per_second"] - 1),
            "processor": 100 * (heavy["processor_ms_a_step"] / light["processor_ms_a_step"] - 1),
        },
        "while_much_goes": await _while_much_goes(bot, many, extent),
    }


async def _measured(bot: Bot, filled: "_Filled", extent: Extent) -> Figures:
    async with running(bot, filled.store, clock_at=filled.at) as now:
        walked = await now.walk(extent.order(filled.people))
        half = await now.walk(extent.at_pace(walked.steps_per_second / 2))
        figures = {
            "steps_per_second": walked.steps_per_second,
            "processor_ms_a_step": 1000 * walked.processor_seconds / walked.counted["steps"],
            "half_median_ms": half.counted["median_ms"],
            "half_p99_ms": half.counted["p99_ms"],
            "longest_ms": half.counted["longest_ms"],
        }
    async with running(as_run(bot), filled.store) as now:
        return {
            **figures,
            "first_poll_seconds": now.first_poll,
            "resident_mb": now.memory().resident / 1e6,
        }


async def _while_much_goes(bot: Bot, filled: "_Filled", extent: Extent) -> Figures:
    """Let people walk while everything that is stored has become old."""
    async with running(bot, filled.store, clock_at=filled.at + LONG) as now:
        walked = await now.walk(extent.at_pace(PACE))
        return {name: walked.counted[name] for name in ("median_ms", "p99_ms", "longest_ms")}


@dataclass(frozen=True, slots=True)
class _Filled:
    """A store as it was filled at a moment, with so many people."""

    store: Store
    at: datetime
    people: int


async def _stored(bot: Bot, holding: Holding, stack: ExitStack, tell: Tell) -> _Filled:
    """Return a filled store, from the cache where it is there."""
    held = "-".join(str(number) for number in asdict(holding).values())
    folder = CACHE / newest_revision() / f"{bot.state.lower()}-{held}"
    if not (folder / _AT).exists():
        shutil.rmtree(folder, ignore_errors=True)
        tell(f"growth: storing {holding.people:,} people, {bot.title}")
        await _fill(bot, holding, folder)
    at = datetime.fromisoformat((folder / _AT).read_text())
    if not bot.is_on_server:
        return _Filled(Store(folder / _STORE), at, holding.people)
    server = stack.enter_context(servers.postgresql(folder / _SERVER))
    return _Filled(Store(folder / _STORE, server.address(_STORE)), at, holding.people)


async def _fill(bot: Bot, holding: Holding, folder: Path) -> None:
    at = datetime.now(UTC)
    for name in (_STORE, _SERVER):
        (folder / name).mkdir(parents=True)
    # A server runs as somebody else, who has to get there.
    for each in (folder, *folder.parents[:2]):
        each.chmod(0o711)
    if not bot.is_on_server:
        await fill(Store(folder / _STORE), holding, GROUP_IDS)
    else:
        with servers.postgresql(folder / _SERVER) as server:
            await execute(server.address("postgres"), f"CREATE DATABASE {_STORE}")
            url = server.address(_STORE)
            await fill(Store(folder / _STORE, url), holding, GROUP_IDS)
            # As a server does by itself, sooner or later.
            await execute(url, "VACUUM ANALYZE")
    (folder / _AT).write_text(at.isoformat())
