"""A load, a fault while it is on its way, and what has to hold once the fault is over."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from storage.failures import DatabaseUnavailableError
from tests.clock import MachineClock
from tests.endurance.amounts import Notes
from tests.endurance.faults.load import Load, Waiting
from tests.scene import Scene

#: So soon after the end of a fault everybody has been answered.
RECOVERY: Final = timedelta(seconds=10)
#: In so many steps the clock passes a fault: none is of interest by itself.
STEPS: Final = 30
CLOSELY: Final = timedelta(seconds=15)
#: How many of the residents talk to the service when a fault begins, and how many requests hang.
TALKING: Final = 2
HANGING: Final = 1
#: So long nothing moves by itself before the clock may, in seconds of the machine's own time.
CALM: Final = 0.02
#: What still is under way after so many looks hangs.
LOOKS: Final = 20
PATIENT_LOOKS: Final = 500
MOST_LOOKS: Final = 100


@dataclass(slots=True)
class Stage:
    """Where a fault is brought about; `machine` is the clock of the service's own machine."""

    scene: Scene
    load: Load
    machine: MachineClock

    async def calms(self, looks: int = LOOKS) -> None:
        """Wait until nothing moves before the clock does; what still does then, hangs."""
        for _ in range(looks):
            try:
                if await self.scene.waits_for_the_clock():
                    return
            except DatabaseUnavailableError:
                # Nobody can say what waits; those who try again do so when the clock moves.
                await asyncio.sleep(CALM)
                return

    async def passes(self, time: timedelta, looks: int) -> None:
        """Let time pass in steps, whatever does not work meanwhile."""
        clock = self.scene.clock
        end, step = clock.now() + time, time / STEPS
        while clock.now() < end:
            await self.calms(looks)
            in_steps, waking = min(clock.now() + step, end - CLOSELY), clock.next_waking
            # Towards the end each by itself, so that nobody tries again just then by chance.
            clock.move_to(in_steps if in_steps > clock.now() else min(waking or end, end))
        await self.calms()

    async def until_answered(self, waiting: Waiting) -> None:
        """Let time pass until everybody has been answered; fails where that takes too long."""
        clock = self.scene.clock
        latest = clock.now() + RECOVERY
        for _ in range(MOST_LOOKS):
            await self.calms()
            if self.scene.service.standing.leaving:
                # Nothing hangs any more: what is under way is on a busy machine.
                await self.calms(PATIENT_LOOKS)
            if waiting.has_ended():
                return
            waking = clock.next_waking
            # Where nothing is planned in that time, what comes comes over a busy machine.
            if waking is not None and waking <= latest:
                clock.move_to(waking)
        raise AssertionError(f"{waiting.left} waited for too long")


#: Brings a fault about while it is entered.
Bring = Callable[[Stage], AbstractAsyncContextManager[None]]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not work for a while, by its name.

    `lets_through` is whether anybody may be answered meanwhile.
    """

    name: str
    lasts: timedelta
    bring: Bring = field(repr=False)
    lets_through: bool = True


async def endure(stage: Stage, fault: Fault, notes: Notes) -> None:
    """Let a fault come over people in the middle of things, and all of them get where they want."""
    load = stage.load
    hanging = await load.more(HANGING)
    await load.gets_asked(hanging)
    talking = await load.more(TALKING)
    await load.goes_on(talking, 3)
    journeys = [*talking, *hanging]
    async with fault.bring(stage):
        waiting = Waiting(stage.scene, journeys, fault.lasts)
        # What arrives must not arrive later than it left, by a clock that was moved meanwhile.
        await stage.passes(fault.lasts, PATIENT_LOOKS if fault.lets_through else LOOKS)
        waiting.look()
        before = set(waiting.answered_at)
        assert fault.lets_through or not before, "nobody felt the fault"
    ended = stage.scene.clock.now()
    await stage.until_answered(waiting)
    took = [at - ended for who, at in waiting.answered_at.items() if who not in before]
    if took:
        first, last = (round(each.total_seconds(), 1) for each in (min(took), max(took)))
        notes(f"seconds from the end to the first and last answer, {fault.name}", (first, last))
    # Whoever waits for nobody, such as timed work, has tried again by then, too.
    await stage.passes(RECOVERY, LOOKS)
    await load.ends(journeys)
