"""The words of a button can be typed in place of a tap, when nothing is being asked as well."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import tasks
from storage.model import Status
from tests.scene import Scene, scene_in


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Rosa has asked for a dog walk."""
    async with scene_in(tmp_path) as scene:
        group = scene.group("Albion helpers", [scene.owner()])
        await scene.resident(scene.person("Rosa"), await scene.neighbourhood("Albion", group))
        await _asks(scene)
        yield scene


async def _asks(scene: Scene) -> None:
    for words in ("/ask", "Dog walk", "Skip", "tomorrow after 3", "Albion", "Send"):
        await _types(scene, words)


async def _types(scene: Scene, words: str) -> str:
    rosa = scene.people["Rosa"]
    rosa.says(words)
    await scene.settles()
    return rosa.from_bot[-1].text or ""


async def _standing(scene: Scene) -> Status:
    return (await scene.transact(lambda transaction: tasks.get(transaction, 1))).status


async def test_a_resident_gives_the_address_by_words(scene: Scene) -> None:
    await _types(scene, "/mine")
    assert (await _types(scene, "give my address")).startswith("Which street is it?")


async def test_a_resident_closes_a_request_by_words(scene: Scene) -> None:
    await _types(scene, "/mine")
    assert (await _types(scene, "I dont need this any more")).startswith("Shall I close")
    assert await _standing(scene) is Status.OPEN
    assert (await _types(scene, "No, keep it")).startswith("Dog walk")
    assert "is closed" in await _types(scene, "Yes, close it!")
    assert await _standing(scene) is Status.WITHDRAWN


async def test_where_it_may_mean_two_requests_both_are_shown(scene: Scene) -> None:
    await _asks(scene)
    await _types(scene, "/mine")
    before = len(scene.people["Rosa"].from_bot)
    await _types(scene, "I don't need this any more")
    shown = scene.people["Rosa"].from_bot[before:]
    assert [(each.text or "").splitlines()[0] for each in shown] == ["Dog walk", "Dog walk"]
    assert await _standing(scene) is Status.OPEN
