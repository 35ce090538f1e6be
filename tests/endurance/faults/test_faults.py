"""Whatever does not work for a while: nothing is lost, and soon after its end all is as before."""

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.clock import MachineClock, MovableClock
from tests.databases import is_on_server
from tests.endurance.amounts import ENDURE, Notes
from tests.endurance.faults.checks import judge
from tests.endurance.faults.faults import OF_THE_APP, OF_THE_CLOCK, OF_THE_FILE
from tests.endurance.faults.kit import Fault, Stage, endure
from tests.endurance.faults.load import Load
from tests.scene import scene_in

HELPERS = 3
#: How long a statement waits for a lock, in milliseconds of the machine's own time.
BUSY = 20
FAULTS = (*OF_THE_APP, *OF_THE_CLOCK, *(() if is_on_server() else OF_THE_FILE))
#: Of each sort one, one after the other on one stage; to endure, each on a stage of its own.
SHARE = ("an hour of silence", "half an answer", "the clock back by an hour", "a locked database")
DAYS = [[each] for each in FAULTS] if ENDURE else [[each for each in FAULTS if each.name in SHARE]]
WEBHOOK_SHARE = ("connections refused", "too much") if ENDURE else ("connections refused",)
OVER_A_WEBHOOK = [each for each in FAULTS if each.name in WEBHOOK_SHARE]


@asynccontextmanager
async def stage_in(folder: Path, *, webhook: bool) -> AsyncIterator[Stage]:
    """Set a stage with helpers, and nothing asked for yet."""
    clock = MovableClock()
    machine = MachineClock(clock)
    async with scene_in(
        folder, clock=clock, machine=machine, busy_timeout=BUSY, webhook=webhook
    ) as scene:
        load = Load(scene)
        await load.set_up(HELPERS)
        yield Stage(scene, load, machine)


async def _lives_through(
    folder: Path, faults: Sequence[Fault], notes: Notes, *, webhook: bool
) -> None:
    async with stage_in(folder, webhook=webhook) as stage:
        copies = 0
        for fault in faults:
            await endure(stage, fault, notes)
            so_far = await judge(stage.scene, stage.load.journeys)
            notes(f"messages that came twice, {fault.name}", so_far - copies)
            copies = so_far


@pytest.mark.parametrize("faults", DAYS, ids=lambda day: day[0].name if ENDURE else "a bad day")
async def test_nothing_is_lost_and_everybody_is_answered_soon(
    tmp_path: Path, notes: Notes, caplog: pytest.LogCaptureFixture, faults: Sequence[Fault]
) -> None:
    with caplog.at_level(logging.WARNING):
        await _lives_through(tmp_path, faults, notes, webhook=False)
    # A line when something begins, and some about single messages: never one for each try.
    assert len(caplog.records) <= 12 * len(faults)


async def test_the_same_over_a_webhook(tmp_path: Path, notes: Notes) -> None:
    await _lives_through(tmp_path, OVER_A_WEBHOOK, notes, webhook=True)
