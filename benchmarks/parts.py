"""What is measured: steps a second, start and size of the process, weight of what is stored."""

import asyncio
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from benchmarks.calling import CallOut
from benchmarks.load import Order
from benchmarks.stage import (
    DOORSTEP,
    DOORSTEP_LOOKED_AFTER,
    DOORSTEP_ON_AIOGRAM,
    DOORSTEP_UNPACED,
    GROUP_IDS,
    PEERS,
    BenchmarkError,
    Bot,
    Running,
    Walked,
    running,
)
from benchmarks.store import Store, fill

Figures = dict[str, Any]
Tell = Callable[[str], None]

FEW: Final = 100
#: How much longer a step may take with many people stored than with few, in per cent.
MOST_HEAVIER: Final = 20
#: How many messages a second Telegram allows over all.
ALLOWED: Final = 30
#: How long a bot is left alone before its memory is measured, in seconds.
IDLE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured: rounds, people at a time, steps to warm up and steps to count.

    `many` is how many people are stored to compare with few, `call_out` who is called.
    """

    rounds: int
    people: int
    warm_up: int
    steps: int
    many: int
    call_out: CallOut

    def order(self, stored: int = FEW) -> Order:
        """Return what the crowd has to do, spread over so many people who are stored."""
        return Order(self.people, max(stored // self.people, 1), self.warm_up, self.steps)


FULL: Final = Extent(
    rounds=3,
    people=100,
    warm_up=400,
    steps=1600,
    many=100_000,
    call_out=CallOut(recipients=10_000, residents=20, pause=10.0),
)
QUICK: Final = Extent(
    rounds=1,
    people=50,
    warm_up=200,
    steps=600,
    many=20_000,
    call_out=CallOut(recipients=1_000, residents=10, pause=5.0),
)


async def speed(extent: Extent, tell: Tell) -> Figures:
    """Have the same journey walked with each bot in turn, and return medians."""
    bots = (DOORSTEP_UNPACED, DOORSTEP_ON_AIOGRAM, *PEERS)
    walked: dict[str, list[Walked]] = {bot.title: [] for bot in bots}
    with tempfile.TemporaryDirectory(prefix="doorstep-benchmark-") as folder:
        few = await _filled(folder, FEW)
        for number in range(extent.rounds):
            for bot in bots:
                tell(f"steps a second, round {number + 1} of {extent.rounds}: {bot.title}")
                walked[bot.title].append(await _walk(bot, few, extent.order()))
    ours = median(each.steps_per_second for each in walked[DOORSTEP_UNPACED.title])
    figures = {title: _medians(runs) for title, runs in walked.items()}
    for one in figures.values():
        one["ours_is_so_many_times"] = ours / one["steps_per_second"]
    return figures


async def start(extent: Extent, tell: Tell) -> Figures:
    """Start each bot in turn, leave it alone for a while, and return medians."""
    bots = (DOORSTEP, *PEERS)
    found: dict[str, list[Figures]] = {bot.title: [] for bot in bots}
    with tempfile.TemporaryDirectory(prefix="doorstep-benchmark-") as folder:
        few = await _filled(folder, FEW)
        for number in range(extent.rounds):
            for bot in bots:
                tell(f"start and size, round {number + 1} of {extent.rounds}: {bot.title}")
                async with running(bot, few) as now:
                    found[bot.title].append(await _idle(now))
    return {title: _median_of_each(runs) for title, runs in found.items()}


async def weight(extent: Extent, tell: Tell) -> Figures:
    """Have the journey walked with few and with many people stored, in turn."""
    stored = (FEW, extent.many)
    walked: dict[int, list[Walked]] = {number: [] for number in stored}
    with tempfile.TemporaryDirectory(prefix="doorstep-benchmark-") as folder:
        tell(f"storing {extent.many:,} people")
        stores = {number: await _filled(folder, number) for number in stored}
        for turn in range(extent.rounds):
            # Whoever goes first goes second the next time.
            for number in stored if turn % 2 == 0 else reversed(stored):
                tell(f"{number:,} people stored, round {turn + 1} of {extent.rounds}")
                order = extent.order(number)
                walked[number].append(await _walk(DOORSTEP_UNPACED, stores[number], order))
    figures: Figures = {str(number): _medians(runs) for number, runs in walked.items()}
    few, many = (figures[str(number)] for number in stored)
    figures["heavier_by_per_cent"] = {
        "time": 100 * (few["steps_per_second"] / many["steps_per_second"] - 1),
        "processor": 100 * (many["processor_ms_a_step"] / few["processor_ms_a_step"] - 1),
        "allowed": MOST_HEAVIER,
    }
    return figures


async def call_out(extent: Extent, tell: Tell) -> Figures:
    """Have everybody called at Telegram's own pace, while others ask for help."""
    order = extent.call_out
    everybody = order.recipients + order.residents
    with tempfile.TemporaryDirectory(prefix="doorstep-benchmark-") as folder:
        tell(f"storing {order.recipients:,} volunteers")
        store = Store(Path(tempfile.mkdtemp(dir=folder)))
        await fill(store, everybody, GROUP_IDS, volunteers=order.recipients)
        tell(f"calling them: about {order.recipients / ALLOWED / 60:.0f} minutes")
        async with running(DOORSTEP_LOOKED_AFTER, store, "benchmarks.calling") as now:
            called = await now.call(order)
            fates = now.store.fates()
    if fates != {"sent": order.recipients}:
        raise BenchmarkError(f"not everybody is noted as written to: {fates}")
    memory = [each.proportional / 1e6 for each in called.memory]
    return {
        **called.counted,
        "share_of_what_is_allowed": called.counted["messages_per_second"] / ALLOWED,
        "processor_per_cent": 100 * called.processor_seconds / called.counted["seconds"],
        "proportional_mb": memory,
        "first_mb": memory[1],
        "middle_mb": memory[len(memory) // 2],
        "last_mb": memory[-1],
    }


async def _filled(folder: str, number: int) -> Store:
    store = Store(Path(tempfile.mkdtemp(dir=folder)))
    await fill(store, number, GROUP_IDS)
    return store


async def _walk(bot: Bot, filled: Store, order: Order) -> Walked:
    async with running(bot, filled) as now:
        walked = await now.walk(order)
        if bot in (DOORSTEP_UNPACED, DOORSTEP_ON_AIOGRAM):
            _check_stored(now, filled, walked)
        return walked


def _check_stored(now: Running, filled: Store, walked: Walked) -> None:
    """Make sure that what was counted is on disk; raises BenchmarkError."""
    stored = now.store.requests() - filled.requests()
    if stored < walked.counted["journeys"]:
        raise BenchmarkError(f"{walked.counted['journeys']} requests were sent, {stored} are kept")


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


def _medians(runs: Sequence[Walked]) -> Figures:
    named = ("steps_per_second", "median_ms", "p99_ms")
    found = _median_of_each([{name: run.counted[name] for name in named} for run in runs])
    found["processor_ms_a_step"] = median(
        1000 * run.processor_seconds / run.counted["steps"] for run in runs
    )
    found["rounds"] = [run.steps_per_second for run in runs]
    return found


def _median_of_each(runs: Sequence[Figures]) -> Figures:
    return {name: median(run[name] for run in runs) for name in runs[0]}
