"""Stages for faults, and what is done on them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from tests.clock import MachineClock, MovableClock
from tests.endurance.amounts import Notes
from tests.endurance.faults.checks import judge
from tests.endurance.faults.kit import Fault, Stage, endure
from tests.endurance.faults.load import Load
from tests.scene import scene_in

HELPERS: Final = 3
#: How long a statement waits for a lock, in milliseconds of the machine's own time.
BUSY: Final = 20


@asynccontextmanager
async def stage_in(
    folder: Path, *, webhook: bool = False, url: str | None = None
) -> AsyncIterator[Stage]:
    """Set a stage with helpers, and nothing asked for yet."""
    clock = MovableClock()
    machine = MachineClock(clock)
    async with scene_in(
        folder, clock=clock, machine=machine, busy_timeout=BUSY, webhook=webhook, url=url
    ) as scene:
        load = Load(scene)
        await load.set_up(HELPERS)
        yield Stage(scene, load, machine)


async def lives_through(stage: Stage, faults: Sequence[Fault], notes: Notes) -> None:
    """Let faults come one after the other; after each, everything is as it has to be."""
    copies = 0
    for fault in faults:
        await endure(stage, fault, notes)
        so_far = await judge(stage.scene, stage.load.journeys)
        notes(f"messages that came twice, {fault.name}", so_far - copies)
        copies = so_far
