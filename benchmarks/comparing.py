"""Doorstep beside plain bots on the same library: steps a second, waits, start and size."""

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks import servers
from benchmarks.extent import Extent, Figures, Tell
from benchmarks.servers import execute, has_postgresql
from benchmarks.stage import (
    AIOGRAM_ON_FILE,
    AIOGRAM_ON_SERVER,
    GROUP_IDS,
    ON_FILE,
    ON_SERVER,
    PICKLING_HANDLER,
    PLAIN_FSM,
    PLAIN_HANDLER,
    REDIS_FSM,
    BenchmarkError,
    Bot,
    Running,
    Walked,
    as_run,
    running,
)
from benchmarks.store import Holding, Store, fill

#: Each library with its own, the memory-only one first: all others are measured against that.
BOTS: Final = (
    *(PLAIN_HANDLER, PICKLING_HANDLER, ON_FILE, ON_SERVER),
    *(PLAIN_FSM, REDIS_FSM, AIOGRAM_ON_FILE, AIOGRAM_ON_SERVER),
)
FEW: Final = Holding(100)
#: How many steps a second are taken of every bot alike, whatever it could do.
EVEN_PACE: Final = 100.0
#: How long a bot is left alone before its memory is measured, in seconds.
IDLE: Final = 2.0


@dataclass(frozen=True, slots=True)
class _Scenery:
    """What the bots stand before: stores with few people, and a Redis where there is one."""

    on_file: Store
    on_server: Store | None
    redis: str | None

    def has_all_of(self, bot: Bot) -> bool:
        if bot is REDIS_FSM:
            return self.redis is not None
        return not bot.is_on_server or self.on_server is not None

    def store_of(self, bot: Bot) -> Store:
        if bot.is_on_server and self.on_server is not None:
            return self.on_server
        return self.on_file


async def compare(extent: Extent, tell: Tell) -> Figures:
    """Have the same journey walked with each bot in turn, and return medians."""
    async with _scenery(tell) as scenery:
        bots = [bot for bot in BOTS if scenery.has_all_of(bot)]
        found: dict[Bot, list[Figures]] = {bot: [] for bot in bots}
        for number in range(extent.rounds):
            for bot in bots:
                of = f"round {number + 1} of {extent.rounds}"
                tell(f"compare, {of}: {bot.title} on {bot.library}")
                found[bot].append(await _measured(bot, scenery, extent))
    return {"bots": [_described(bot, runs, found) for bot, runs in found.items()]}


@contextlib.asynccontextmanager
async def _scenery(tell: Tell) -> AsyncIterator[_Scenery]:
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="doorstep-")))
        _prepare(folder)
        on_file = Store(folder / "file")
        await fill(on_file, FEW, GROUP_IDS)
        on_server = None
        if has_postgresql():
            server = stack.enter_context(servers.postgresql(folder / "postgresql"))
            on_server = Store(folder / "server", server.address("few"))
            await execute(server.address("postgres"), "CREATE DATABASE few")
            await fill(on_server, FEW, GROUP_IDS)
        else:
            tell("PostgreSQL is not on this machine: left out (apt-get install postgresql)")
        redis = None
        try:
            redis = stack.enter_context(servers.redis())
        except servers.MissingServerError as error:
            tell(f"left out: {error}")
        yield _Scenery(on_file, on_server, redis)


def _prepare(folder: Path) -> None:
    for name in ("file", "server", "postgresql"):
        (folder / name).mkdir()
    # The server runs as somebody else, who has to get there.
    folder.chmod(0o711)


async def _measured(bot: Bot, scenery: _Scenery, extent: Extent) -> Figures:
    """Start a bot, leave it alone, and have people walk: as fast as it goes, and at two paces."""
    filled, redis = scenery.store_of(bot), scenery.redis or ""
    # As anybody runs it: what is measured below starts without some of what that looks at.
    async with running(as_run(bot), filled, redis=redis) as now:
        found = await _idle(now)
    async with running(bot, filled, redis=redis) as now:
        full = await now.walk(extent.order())
        half = await now.walk(extent.at_pace(full.steps_per_second / 2))
        even = await now.walk(extent.at_pace(EVEN_PACE))
        if bot.is_ours:
            await _check_stored(now, filled, (full, half, even))
        return {
            **found,
            "steps_per_second": full.steps_per_second,
            "processor_ms_a_step": 1000 * full.processor_seconds / full.counted["steps"],
            **_waits("full", full),
            **_waits("half", half),
            **_waits("even", even),
            "busy_mb": now.memory().resident / 1e6,
        }


async def _idle(now: Running) -> Figures:
    before = now.processor_seconds()
    await asyncio.sleep(IDLE)
    memory = now.memory()
    return {
        "first_poll_seconds": now.first_poll,
        "first_answer_seconds": now.first_answer,
        "start_processor_seconds": before,
        "idle_processor_per_cent": 100 * (now.processor_seconds() - before) / IDLE,
        "resident_mb": memory.resident / 1e6,
        "proportional_mb": memory.proportional / 1e6,
    }


def _waits(load: str, walked: Walked) -> Figures:
    named = ("median_ms", "p99_ms", "longest_ms")
    return {f"{load}_{name}": walked.counted[name] for name in named}


async def _check_stored(now: Running, filled: Store, walked: Sequence[Walked]) -> None:
    """Make sure that what was counted is on disk; raises BenchmarkError."""
    sent = sum(int(each.counted["journeys"]) for each in walked)
    stored = await now.store.requests() - await filled.requests()
    if stored < sent:
        raise BenchmarkError(f"{sent} requests were sent, {stored} are kept")


def _described(bot: Bot, runs: Sequence[Figures], found: dict[Bot, list[Figures]]) -> Figures:
    """Return the medians of a bot, and how it compares with the plain one on its library."""
    plain = next(each for each in BOTS if each.library == bot.library)
    ratios = [
        mine["steps_per_second"] / its["steps_per_second"]
        for mine, its in zip(runs, found[plain], strict=True)
    ]
    return {
        "title": bot.title,
        "library": bot.library,
        "state": bot.state,
        "is_ours": bot.is_ours,
        **medians(runs),
        "times_the_plain_bot": median(ratios),
        "rounds": [run["steps_per_second"] for run in runs],
    }


def medians(runs: Sequence[Figures]) -> Figures:
    """Return the median of each figure."""
    return {name: median(run[name] for run in runs) for name in runs[0]}
