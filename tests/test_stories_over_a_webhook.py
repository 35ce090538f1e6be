"""Stories go to the letter where updates are sent to the service, on either library."""

import asyncio
from pathlib import Path
from typing import Final

import pytest

from bot.messengers.telegram.libraries import AIOGRAM, PYTHON_TELEGRAM_BOT
from tests.scene import scene_in
from tests.stage_directions import Stage
from tests.transcript import STORIES, read

#: Between them: presses and words in groups and in private, a restart, files, a group that moves.
OVER_A_WEBHOOK: Final = (
    "asking_for_shopping",
    "forum_topics",
    "group_becomes_supergroup",
    "mydata",
    "relay",
    "resident_blocks_and_unblocks",
)


@pytest.mark.parametrize(
    ("name", "library"),
    [*((name, PYTHON_TELEGRAM_BOT) for name in OVER_A_WEBHOOK), ("relay", AIOGRAM)],
)
def test_story_over_a_webhook(name: str, library: str, tmp_path: Path) -> None:
    written = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    assert asyncio.run(_played(written, tmp_path, library)) == written


async def _played(story: str, folder: Path, library: str) -> str:
    async with scene_in(folder, library=library, webhook=True) as scene:
        played = await Stage(scene).play(read(story))
        calls = {call.method for call in scene.sandbox.recorder.calls}
        assert "setWebhook" in calls
        assert "getUpdates" not in calls
        assert {tried.status for tried in scene.sandbox.world.webhook.tried} == {200}
        return played
