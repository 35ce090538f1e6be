"""Every story in `tests/transcripts/` goes as it is written, to the letter."""

import asyncio
import difflib
import os
from pathlib import Path

import pytest

from tests.scene import scene_in
from tests.stage_directions import Stage
from tests.transcript import STORIES, read

WRITES = os.environ.get("WRITE_TRANSCRIPTS") == "1" and not os.environ.get("CI")


async def played(story: str, folder: Path) -> str:
    """Return a story as it goes on a stage of its own."""
    async with scene_in(folder) as scene:
        return await Stage(scene).play(read(story))


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_story(path: Path, tmp_path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    seen = asyncio.run(played(written, tmp_path))
    if WRITES:
        path.write_text(seen, encoding="utf-8")
        return
    difference = difflib.unified_diff(
        written.splitlines(), seen.splitlines(), "as written", "as played", lineterm=""
    )
    assert seen == written, "\n".join(difference)
