"""The service is killed at every step and at any moment, and people notice next to nothing.

A request is asked for, taken, handed back, taken by somebody else and done, while the process of
the service is ended with SIGKILL again and again. Nobody does anything twice.
"""

import asyncio
import contextlib
import random
from collections import Counter
from pathlib import Path

import pytest

from bot.pacing import LATELY
from bot.sandbox.mischief import AnsweredLate, Spell
from tests.endurance.amounts import ENDURE, Notes, amount
from tests.endurance.killed_service import (
    AT_ITS_PACE,
    GLANCE,
    KilledService,
    judge,
    lead_to_its_end,
    stage_in,
)

MOMENTS = amount(4, 300)
#: What a webhook passes until an update is dealt with: before the commit, before the answer, after.
KEPT_STEPS = ("updates arrived", "updates kept", "event handled") if ENDURE else ("updates kept",)
#: How often one journey is interrupted at most, and how long the service lives between, in seconds.
MOST_KILLS = 5
LONGEST_LIFE = 0.4
#: How long a message takes over a slow line, in seconds.
SLOW = 0.06


async def test_a_kill_at_any_step_loses_nothing(tmp_path: Path, notes: Notes) -> None:
    passed = await _undisturbed(tmp_path)
    duplicates = []
    for step, times in passed.items():
        for occurrence in range(1, times + 1) if ENDURE else [(times + 1) // 2]:
            folder = tmp_path / f"{step} {occurrence}"
            folder.mkdir()
            async with stage_in(folder) as (service, journey):
                service.start(dies_at=step, occurrence=occurrence)
                await lead_to_its_end(service, journey)
                duplicates.append(await judge(service, journey))
                # The last of many may be missing: what comes together is done together.
                assert service.kills == 1 or occurrence > (times + 1) // 2
    notes("kills at labelled steps", len(duplicates))
    notes("labelled steps", len(passed))
    notes("messages that came twice after kills at labelled steps", sum(duplicates))
    notes("most messages that came twice after one kill at a labelled step", max(duplicates))


@pytest.mark.parametrize("step", KEPT_STEPS)
async def test_a_kill_before_the_webhook_has_answered_loses_nothing(
    tmp_path: Path, notes: Notes, step: str
) -> None:
    """Telegram sends again what was not answered; what was kept is dealt with at the next start."""
    async with stage_in(tmp_path, webhook=True) as (service, journey):
        service.start(dies_at=step, occurrence=5)
        await lead_to_its_end(service, journey)
        assert service.kills == 1
        duplicates = await judge(service, journey)
    notes(f"messages that came twice over a webhook after a kill at «{step}»", duplicates)


async def _undisturbed(tmp_path: Path) -> Counter[str]:
    """Return how often each step is passed in a journey without any kill."""
    folder = tmp_path / "undisturbed"
    folder.mkdir()
    async with stage_in(folder) as (service, journey):
        service.start()
        await lead_to_its_end(service, journey)
        assert await judge(service, journey) == 0
        return Counter(service.steps)


async def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path, notes: Notes) -> None:
    moments = random.Random(1)
    kills = duplicates = journeys = 0
    while kills < MOMENTS:
        folder = tmp_path / str(journeys)
        folder.mkdir()
        async with stage_in(folder) as (service, journey):
            service.start()
            killer = asyncio.create_task(_kill_now_and_then(service, moments))
            await lead_to_its_end(service, journey)
            killer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await killer
            duplicates += await judge(service, journey)
            kills += service.kills
            journeys += 1
    notes("kills at random moments", kills)
    notes("journeys with kills at random moments", journeys)
    notes("messages that came twice after kills at random moments", duplicates)


async def test_a_kill_over_a_slow_line_repeats_one_message_at_most(
    tmp_path: Path, notes: Notes
) -> None:
    """Two or three would leave while one takes its time, at the pace that Telegram allows."""
    moments = random.Random(1)
    duplicates = []
    for number in range(amount(1, 12)):
        folder = tmp_path / str(number)
        folder.mkdir()
        async with stage_in(folder, abilities=AT_ITS_PACE) as (service, journey):
            service.sandbox.mischief.schedule(
                Spell(fault=AnsweredLate(SLOW), methods=("sendMessage",))
            )
            service.start()
            killer = asyncio.create_task(_kill_once_it_knows_the_line(service, moments))
            await lead_to_its_end(service, journey)
            await killer
            duplicates.append(await judge(service, journey))
            assert service.kills == 1
    notes("kills over a slow line", len(duplicates))
    notes("messages that came twice after kills over a slow line", sum(duplicates))


async def _kill_once_it_knows_the_line(service: KilledService, moments: random.Random) -> None:
    """Kill the service while a message leaves, after half of what it has learnt from was slow."""
    several = moments.randint(LATELY // 2 + 2, LATELY)
    # Nothing tells of it here: the service is another process.
    while _sent(service) < several:  # noqa: ASYNC110 - see above
        await asyncio.sleep(GLANCE)
    await asyncio.sleep(moments.uniform(0, SLOW))
    service.kill()


def _sent(service: KilledService) -> int:
    return sum(call.method == "sendMessage" for call in service.sandbox.recorder.carried_out)


async def _kill_now_and_then(service: KilledService, moments: random.Random) -> None:
    for _ in range(MOST_KILLS):
        await asyncio.sleep(moments.uniform(0, LONGEST_LIFE))
        service.kill()
