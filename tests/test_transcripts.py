"""Every story in `tests/transcripts/` goes as it is written, to the letter."""

import difflib
import os
from pathlib import Path

import pytest

from tests.scene import scene_in
from tests.stage_directions import Stage
from tests.transcript import STORIES, read

WRITES = os.environ.get("WRITE_TRANSCRIPTS") == "1" and not os.environ.get("CI")


@pytest.mark.parametrize("story", sorted(STORIES.glob("*.txt")), ids=lambda story: story.stem)
async def test_story(story: Path, tmp_path: Path) -> None:
    written = story.read_text(encoding="utf-8")
    async with scene_in(tmp_path) as scene:
        played = await Stage(scene).play(read(written))
        if WRITES:
            story.write_text(played, encoding="utf-8")
            return
    difference = difflib.unified_diff(
        written.splitlines(), played.splitlines(), "as written", "as played", lineterm=""
    )
    assert played == written, "\n".join(difference)
