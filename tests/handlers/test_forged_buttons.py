"""Buttons that somebody copied or made up themselves, as a forged app can."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.people import Person
from storage import tasks
from storage.model import Kind, Status, Task
from tests.scene import Scene, scene_in


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Two neighbourhoods, each with its group; Rosa lives in the first."""
    async with scene_in(tmp_path) as scene:
        olive, ana, mallory = scene.owner(), scene.person("Ana"), scene.person("Mallory")
        albion = await _area(scene, "Albion", [olive, ana])
        clissold = await _area(scene, "Clissold", [mallory])
        await scene.volunteer(ana, albion, list(Kind))
        await scene.volunteer(mallory, clissold, list(Kind))
        await scene.resident(scene.person("Rosa"), albion)
        for person in (olive, mallory):
            person.starts()
        await scene.settles()
        yield scene


async def _area(scene: Scene, name: str, members: list[Person]) -> int:
    return await scene.neighbourhood(name, scene.group(f"{name} helpers", members))


async def _task(scene: Scene) -> Task:
    return await scene.transact(lambda transaction: tasks.get(transaction, 1))


async def _asks(scene: Scene, *answers: str) -> Task:
    rosa = scene.people["Rosa"]
    for words in ("/ask", *answers, "Send"):
        rosa.says(words)
        await scene.settles()
    return await _task(scene)


async def test_a_card_cannot_be_taken_from_a_private_chat(scene: Scene) -> None:
    task = await _asks(scene, "Dog walk", "Skip", "tomorrow after 3", "Albion")
    mallory = scene.people["Mallory"]

    mallory.sends_raw(f"claim:{task.token}")
    await scene.settles()

    assert mallory.toasts[-1].text.startswith("This button does not work any more.")
    assert (await _task(scene)).status is Status.OPEN


@pytest.mark.parametrize("number", ["", "²", "-1", "1:1", "9" * 40])
async def test_a_number_that_is_none_chooses_nobody(scene: Scene, number: str) -> None:
    task = await _asks(scene, "Someone to talk to", "Skip", "tomorrow after 3", "Albion", "1")
    scene.people["Ana"].taps("I could do this", chat=scene.groups["Albion helpers"])
    await scene.settles()
    olive = scene.people["Olive"]

    olive.sends_raw(f"pick:{task.token}:{number}")
    await scene.settles()

    assert olive.messages[-1].text == (
        "This button does not work any more. Please use the newest message."
    )
    assert (await _task(scene)).status is Status.OPEN
