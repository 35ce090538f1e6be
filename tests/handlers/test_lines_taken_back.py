"""A line for a card goes from every chat where it was read, once it is not to be read there."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.people import Person
from tests.scene import Scene, scene_in
from tests.setting import Setting

GIVEN = (
    "Given Olive, the owner.",
    "Given the group Albion helpers of Ana.",
    "Given the neighbourhood Albion, whose cards hang in Albion helpers.",
    "Given Carla, a coordinator of Albion.",
    "Given Ana helps in Albion with shopping.",
    "Given Rosa of Albion has asked before.",
)
LINE = "ring the bell of Zebedee please"
REQUEST = ("Shopping", "Milk, please", "tomorrow after 3", "Albion", "A few bags")
LINE_ADDED = (
    "It is paid already",
    "Send, then add one line",
    LINE,
    "Send it to a coordinator anyway",
)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Rosa has asked for shopping, and Carla was shown a line for its card."""
    async with scene_in(tmp_path) as scene:
        setting = Setting(scene)
        for line in GIVEN:
            await setting.given(line)
        await _says(scene, "Rosa", "/ask", *REQUEST, *LINE_ADDED)
        assert _reads_line(scene, "Carla")
        yield scene


async def _says(scene: Scene, name: str, *said: str) -> Person:
    person = scene.people[name]
    for each in said:
        person.says(each)
        await scene.settles()
    return person


def _reads_line(scene: Scene, name: str) -> bool:
    return any(LINE in text for text in scene.people[name].texts)


async def test_it_goes_with_whoever_wrote_it_is_forgotten(scene: Scene) -> None:
    carla = await _says(scene, "Carla", "Open the request")
    assert LINE in carla.texts[-1]
    await _says(scene, "Rosa", "/forget", "Yes, forget me")
    assert not _reads_line(scene, "Carla")


async def test_it_goes_with_the_role_of_whoever_read_it(scene: Scene) -> None:
    await _says(scene, "Carla", "Open the request")
    olive = await _says(scene, "Olive", "/roles")
    held = next(each for each in olive.from_bot if "Carla" in (each.text or ""))
    olive.taps("End this", held)
    await scene.settles()
    olive.taps("Yes, end it")
    await scene.settles()
    assert not _reads_line(scene, "Carla")


async def test_it_goes_once_nobody_has_decided_for_long(scene: Scene) -> None:
    await scene.passes(timedelta(days=15))
    assert not _reads_line(scene, "Carla")


async def test_it_goes_from_a_chat_that_was_closed_for_long(scene: Scene) -> None:
    carla = scene.people["Carla"]
    carla.blocks_bot()
    await scene.passes(timedelta(days=40))
    carla.unblocks_bot()
    await _says(scene, "Carla", "/help")
    assert not _reads_line(scene, "Carla")


async def test_it_goes_from_what_volunteers_were_asked(scene: Scene) -> None:
    await _says(scene, "Carla", "Put it on the card")
    await scene.passes(timedelta(hours=23))
    assert _reads_line(scene, "Ana")
    await _says(scene, "Rosa", "/mine", "Take the line off the card")
    assert not _reads_line(scene, "Ana")
    asked = next(each for each in scene.people["Ana"].from_bot if "I can do this" in each.labels)
    scene.people["Ana"].taps("I can do this", asked)
    await scene.settles()
    assert any("Milk, please" in text for text in scene.people["Ana"].texts)
