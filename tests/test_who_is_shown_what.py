"""Whoever reads a private part of a request: it is noted, at its stage, and taken back in time.

Stories that show such parts in every way there is are played once more, and after each act every
chat is looked at.
"""

import asyncio
from pathlib import Path
from typing import Final

import pytest

from tests.scene import Scene, scene_in
from tests.shown_details import Watch
from tests.stage_directions import Stage
from tests.transcript import STORIES, read

#: What shows private parts, to whom, and what ends it.
PLAYED: Final = (
    *("address_given_later", "address_with_a_key_safe", "assigning", "asking_something_else"),
    *("again_weekly_with_the_same_helper", "by_phone", "by_phone_handing_over"),
    *("by_phone_relay", "claiming_by_words", "claiming_with_a_closed_chat"),
    *("closing_with_a_reason", "danger_at_a_known_address", "details_kept_for_long"),
    *("details_taken_back", "done_and_confirmed", "done_disputed", "hand_back_with_a_note"),
    *("handing_over", "lease", "leaving_on_the_way", "phone_call", "queue"),
    *("resident_blocks_and_unblocks", "taking_a_break_and_leaving"),
    *("two_helpers", "waterfall_asks", "withdrawn_while_held"),
)


class WatchedStage(Stage):
    """A stage on which every chat is looked at after each act."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene)
        self.watch = Watch(scene)

    async def _pause(self) -> None:
        await self.watch.look()
        await super()._pause()


@pytest.mark.parametrize("story", PLAYED)
def test_whatever_is_shown_is_noted_and_taken_back(story: str, tmp_path: Path) -> None:
    async def play() -> None:
        async with scene_in(tmp_path) as scene:
            stage = WatchedStage(scene)
            await stage.play(read((STORIES / f"{story}.txt").read_text(encoding="utf-8")))
            await stage.watch.look()
            assert stage.watch.found

    asyncio.run(play())
