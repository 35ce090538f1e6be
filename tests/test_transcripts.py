"""Every story in `tests/transcripts/` goes as it is written, to the letter."""

import asyncio
import difflib
import os
from pathlib import Path
from typing import Final

import pytest

from bot.messengers.telegram.libraries import AIOGRAM, PYTHON_TELEGRAM_BOT
from tests.scene import Scene, scene_in
from tests.shown_details import Watch
from tests.stage_directions import Stage
from tests.transcript import STORIES, read

WRITES = os.environ.get("WRITE_TRANSCRIPTS") == "1" and not os.environ.get("CI")


#: Together they show private parts in every way there is, to everybody who may see them.
WATCHED: Final = (
    *("address_given_later", "address_with_a_key_safe", "assigning", "asking_something_else"),
    *("again_weekly_with_the_same_helper", "by_phone", "by_phone_handing_over"),
    *("by_phone_relay", "claiming_by_words", "claiming_with_a_closed_chat"),
    *("closing_with_a_reason", "danger_at_a_known_address", "details_kept_for_long"),
    *("details_taken_back", "done_and_confirmed", "done_disputed", "hand_back_with_a_note"),
    *("handing_over", "lease", "leaving_on_the_way", "phone_call", "queue"),
    *("resident_blocks_and_unblocks", "taking_a_break_and_leaving"),
    *("two_helpers", "waterfall_asks", "withdrawn_while_held"),
)


#: Together they have every kind of message, change, file and event in them.
ON_EVERY_LIBRARY: Final = (
    *("asking_for_shopping", "details_taken_back", "forum_topics", "group_becomes_supergroup"),
    *("mydata", "overview", "poster", "relay", "resident_blocks_and_unblocks", "setup_from_a_map"),
)


class WatchedStage(Stage):
    """A stage on which every chat is looked at after each act."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.watch = Watch(scene)

    async def _pause(self) -> None:
        await self.watch.look()
        await super()._pause()


async def played(
    story: str, folder: Path, *, is_watched: bool = False, library: str = PYTHON_TELEGRAM_BOT
) -> str:
    """Return a story as it goes on a stage of its own.

    Where it `is_watched`, whoever reads a private part of a request is looked at after each act: it
    has to be noted, at its stage, and to be taken back in time.
    """
    async with scene_in(folder, library=library) as scene:
        if not is_watched:
            return await Stage(scene).play(read(story))
        stage = WatchedStage(scene)
        seen = await stage.play(read(story))
        await stage.watch.look()
        assert stage.watch.found
        return seen


@pytest.mark.parametrize("path", sorted(STORIES.glob("*.txt")), ids=lambda path: path.stem)
def test_story(path: Path, tmp_path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    seen = asyncio.run(played(written, tmp_path, is_watched=path.stem in WATCHED))
    if WRITES:
        path.write_text(seen, encoding="utf-8")
        return
    _same(written, seen)


@pytest.mark.parametrize("name", ON_EVERY_LIBRARY)
def test_story_on_aiogram(name: str, tmp_path: Path) -> None:
    written = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    _same(written, asyncio.run(played(written, tmp_path, library=AIOGRAM)))


def _same(written: str, seen: str) -> None:
    difference = difflib.unified_diff(
        written.splitlines(), seen.splitlines(), "as written", "as played", lineterm=""
    )
    assert seen == written, "\n".join(difference)
