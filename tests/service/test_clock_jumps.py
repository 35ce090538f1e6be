"""Somebody sets the clock of the machine: nothing is lost, nothing comes twice, nobody waits."""

import logging
import time
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.lines import HEARD_AT_ONCE
from bot.messengers import NotDeliveredError, RetryAfterError
from storage import due_work
from storage.database import Transaction
from tests.clock import MachineClock, MovableClock
from tests.service.scene import Scene, running
from tests.service.scripted import UNHURRIED, ScriptedMessenger, message
from tests.service.test_outbox import first_time

HOUR = timedelta(hours=1)
#: So soon everything goes on, in seconds.
SOON = 10


async def plan(scene: Scene, machine: MachineClock, after: timedelta) -> None:
    async def work(transaction: Transaction) -> None:
        await due_work.plan(transaction, "once", 1, machine.now() + after)

    await scene.chat("telegram:1")
    await scene.do(work)


async def test_what_came_due_by_a_jump_ahead_is_done_soon(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    machine = MachineClock(clock)
    async with running(file, messenger, clock, machine=machine) as scene:
        await plan(scene, machine, 2 * HOUR)
        await scene.settle()
        machine.set(3 * HOUR)
        await scene.passes(seconds=SOON)
        assert messenger.texts_to("telegram:1") == ["once 1"]
        machine.set(-3 * HOUR)
        await scene.passes(hours=3)
        assert messenger.texts_to("telegram:1") == ["once 1"]


async def test_timed_work_keeps_its_moment_where_the_clock_is_set_back(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    machine = MachineClock(clock)
    async with running(file, messenger, clock, machine=machine) as scene:
        await plan(scene, machine, HOUR)
        machine.set(-HOUR)
        await scene.passes(minutes=119)
        assert not messenger.texts_to("telegram:1")
        await scene.passes(minutes=2)
        assert messenger.texts_to("telegram:1") == ["once 1"]


@pytest.mark.parametrize("back", [timedelta(minutes=3), HOUR])
async def test_nobody_waits_for_a_clock_that_was_set_back(
    file: Path,
    messenger: ScriptedMessenger,
    clock: MovableClock,
    caplog: pytest.LogCaptureFixture,
    back: timedelta,
) -> None:
    """Neither what was to leave, nor what rests at its pace, nor whoever sent very much."""
    messenger.abilities = UNHURRIED
    messenger.judge = first_time(NotDeliveredError())
    machine = MachineClock(clock)
    async with running(file, messenger, clock, machine=machine) as scene:
        chat = await scene.chat("telegram:1")
        await scene.keep(*(message(chat, f"{number}") for number in range(5)))
        for number in range(HEARD_AT_ONCE + 3):
            messenger.hears("telegram:2", f"{number}")
        await scene.settle()
        before = len(messenger.delivered)
        machine.set(-back)
        await scene.passes(seconds=SOON)
        assert messenger.texts_to("telegram:1") == ["0", "1", "2", "3", "4"]
        sent = [each.at for each in messenger.delivered if each.chat == "telegram:2"]
        # Paced as before, neither slower nor faster: a burst, then one a second.
        assert len(sent) >= SOON
        assert len(messenger.delivered) > before
        await scene.passes(minutes=2)
        assert messenger.texts_to("telegram:2") == [str(each) for each in range(HEARD_AT_ONCE + 3)]
    sent = [each.at for each in messenger.delivered if each.chat == "telegram:2"]
    assert all(b - a >= timedelta(seconds=0.99) for a, b in pairwise(sent[3:]))
    assert [one.getMessage() for one in caplog.records if "clock" in one.getMessage()] == [
        "the clock was set back"
    ]


async def test_a_wait_that_was_asked_for_lasts_as_long_as_it_was_asked_for(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = first_time(RetryAfterError(60))
    machine = MachineClock(clock)
    async with running(file, messenger, clock, machine=machine) as scene:
        await scene.keep(message(await scene.chat("telegram:1"), "Hello"))
        await scene.passes(seconds=10)
        machine.set(-HOUR)
        await scene.passes(seconds=49)
        assert not messenger.delivered
        await scene.passes(seconds=SOON)
        assert messenger.texts_to("telegram:1") == ["Hello"]


async def test_a_process_begins_with_a_clock_that_was_set_back_since(
    file: Path,
    messenger: ScriptedMessenger,
    clock: MovableClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    machine = MachineClock(clock)
    messenger.judge = lambda _chat: NotDeliveredError()
    machine.set(HOUR)
    async with running(file, messenger, clock, machine=machine) as scene:
        messenger.hears("telegram:1", "Hello")
        await scene.settle()
    messenger.judge = None
    machine.set(-HOUR)
    async with running(file, messenger, clock, machine=machine) as scene:
        await scene.passes(seconds=SOON)
        assert messenger.texts_to("telegram:1") == ["Hello"]
    said = [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING]
    assert "the clock was set back since the last run" in said


async def test_the_machines_own_clock_tells_that_it_was_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock, set_back = SystemClock(), time.time() - HOUR.total_seconds()
    monkeypatch.setattr("time.time", lambda: set_back)
    by = await clock.jump()
    assert abs(by + HOUR) < timedelta(seconds=5)


async def test_a_jump_ahead_makes_nothing_faster(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    """Neither the pace, nor the end of a wait that was asked for."""
    messenger.abilities = UNHURRIED
    machine = MachineClock(clock)
    async with running(file, messenger, clock, machine=machine) as scene:
        chat, other = await scene.chat("telegram:1"), await scene.chat("telegram:2")
        await scene.keep(*(message(chat, f"{number}") for number in range(8)))
        await scene.settle()
        messenger.judge = lambda to: RetryAfterError(20) if to == "telegram:2" else None
        await scene.keep(message(other, "Hello"))
        await scene.settle()
        messenger.judge = None
        machine.set(HOUR)
        await scene.settle()
        assert len(messenger.texts_to("telegram:1")) == UNHURRIED.private_burst
        await scene.passes(seconds=19)
        assert len(messenger.texts_to("telegram:1")) == 8
        assert not messenger.texts_to("telegram:2")
        await scene.passes(seconds=SOON)
        assert messenger.texts_to("telegram:2") == ["Hello"]
    sent = [each.at for each in messenger.delivered if each.chat == "telegram:1"]
    assert all(b - a >= timedelta(seconds=0.99) for a, b in pairwise(sent[3:]))
