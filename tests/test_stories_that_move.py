"""Stories that begin in a file and end on a server: what people see is the same, to the letter."""

import asyncio
from pathlib import Path
from typing import Final

import pytest

from tests.endurance.amounts import ENDURE
from tests.moving import move, opened
from tests.scene import Scene, scene_in
from tests.stage_directions import Stage
from tests.transcript import STORIES, Act, Part, read

pytestmark = pytest.mark.sqlite("begins in a file")

#: With costs and their receipts, and with somebody who is forgotten in the second half.
MOVED: Final = ("costs", "forget_under_a_hold")


class MovingStage(Stage):
    """A stage whose scheme moves to a server before one of the acts."""

    def __init__(self, scene: Scene, goal: str, before: int) -> None:
        super().__init__(scene)
        self._goal = goal
        self._acts_left = before

    async def _pause(self) -> None:
        if self._acts_left == 0:
            was_open = await self.scene.transact(opened)
            await self.scene.stop()
            await move(self.scene, self._goal)
            await self.scene.start()
            assert await self.scene.transact(opened) == was_open > 0
        self._acts_left -= 1
        await super()._pause()


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in STORIES.glob("*.txt")) if ENDURE else MOVED
)
def test_story_that_moves(name: str, goal: str, tmp_path: Path) -> None:
    written = (STORIES / f"{name}.txt").read_text(encoding="utf-8")
    assert asyncio.run(_played(read(written), tmp_path, goal)) == written


async def _played(story: list[Part], folder: Path, goal: str) -> str:
    acts = sum(isinstance(part, Act) for part in story)
    async with scene_in(folder) as scene:
        played = await MovingStage(scene, goal, acts // 2).play(story)
        assert scene.url == goal
        return played
