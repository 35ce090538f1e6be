"""Whatever does not work for a while: nothing is lost, and soon after its end all is as before."""

import logging
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.databases import is_on_server
from tests.endurance.amounts import ENDURE, Notes
from tests.endurance.faults.faults import OF_THE_APP, OF_THE_CLOCK, OF_THE_FILE
from tests.endurance.faults.kit import Fault
from tests.endurance.faults.stages import lives_through, stage_in

FAULTS = (*OF_THE_APP, *OF_THE_CLOCK, *(() if is_on_server() else OF_THE_FILE))
#: Of each sort one, one after the other on one stage; to endure, each on a stage of its own.
SHARE = ("an hour of silence", "half an answer", "a locked database")
DAYS = [[each] for each in FAULTS] if ENDURE else [[each for each in FAULTS if each.name in SHARE]]
WEBHOOK_SHARE = ("connections refused", "too much") if ENDURE else ("connections refused",)
OVER_A_WEBHOOK = [each for each in FAULTS if each.name in WEBHOOK_SHARE]


@pytest.mark.parametrize("faults", DAYS, ids=lambda day: day[0].name if ENDURE else "a bad day")
async def test_nothing_is_lost_and_everybody_is_answered_soon(
    tmp_path: Path, notes: Notes, caplog: pytest.LogCaptureFixture, faults: Sequence[Fault]
) -> None:
    with caplog.at_level(logging.WARNING):
        async with stage_in(tmp_path) as stage:
            await lives_through(stage, faults, notes)
    # A line when something begins, and some about single messages: never one for each try.
    assert len(caplog.records) <= 12 * len(faults)


async def test_the_same_over_a_webhook(tmp_path: Path, notes: Notes) -> None:
    async with stage_in(tmp_path, webhook=True) as stage:
        await lives_through(stage, OVER_A_WEBHOOK, notes)
