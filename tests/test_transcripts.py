"""Every story in `tests/transcripts/` goes as it is written, to the letter."""

import asyncio
import difflib
import os
from pathlib import Path
from typing import Final

import pytest

from bot.messengers.telegram.libraries import AIOGRAM, PYTHON_TELEGRAM_BOT
from tests.scene import scene_in
from tests.stage_directions import Stage
from tests.transcript import STORIES, read

WRITES = os.environ.get("WRITE_TRANSCRIPTS") == "1" and not os.environ.get("CI")


#: Together they have every kind of message, change, file and event in them.
ON_EVERY_LIBRARY: Final = (
    *("asking_for_shopping", "details_taken_back", "forum_topics", "group_becomes_supergroup"),
    *("mydata", "overview", "poster", "relay", "resident_blocks_and_unblocks", "setup_from_a_map"),
)


async def played(story: str, folder: Path, library: str = PYTHON_TELEGRAM_BOT) -> str:
    """Return a story as it goes on a stage of its own."""
    async with scene_in(folder, library=library) as scene:
        return await Stage(scene).play(read(story))


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_story(path: Path, tmp_path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    seen = asyncio.run(played(written, tmp_path))
    if WRITES:
        path.write_text(seen, encoding="utf-8")
        return
    _same(written, seen)


@pytest.mark.parametrize("name", ON_EVERY_LIBRARY)
def test_story_on_aiogram(name: str, tmp_path: Path) -> None:
    written = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    _same(written, asyncio.run(played(written, tmp_path, AIOGRAM)))


def _same(written: str, seen: str) -> None:
    difference = difflib.unified_diff(
        written.splitlines(), seen.splitlines(), "as written", "as played", lineterm=""
    )
    assert seen == written, "\n".join(difference)
