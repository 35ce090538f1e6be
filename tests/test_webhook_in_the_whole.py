"""The whole service over a webhook: nothing is lost, and nothing is done twice."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from bot.sandbox.people import Person
from tests.ports import free_port, webhook_here
from tests.scene import Scene, scene_in

#: What somebody says, each of which is answered in other words.
WORDS: Final = ("/start", "/privacy", "/help", "/mine", "/language", "/cancel")


class KilledError(Exception):
    """The process ended here."""


class Killer:
    """Ends the process at one of the times when a step is reached."""

    def __init__(self, step: str, turn: int) -> None:
        self._step = step
        self._left = turn

    def __call__(self, step: str) -> None:
        if step == self._step:
            self._left -= 1
            if self._left == 0:
                raise KilledError


async def _says_everything(scene: Scene, person: Person) -> None:
    for words in WORDS:
        person.says(words)
        try:
            await scene.settles()
        except KilledError:
            with suppress(KilledError):
                await scene.stop()
            await scene.start()
            await scene.settles()


def _seen(person: Person) -> list[str]:
    return [message.text or "" for message in person.from_bot]


@pytest.mark.parametrize("turn", [1, 2, 4, 6])
@pytest.mark.parametrize("step", ["updates arrived", "updates kept"])
async def test_a_kill_costs_nobody_anything(tmp_path: Path, step: str, turn: int) -> None:
    for folder in ("well", "killed"):
        (tmp_path / folder).mkdir()
    async with scene_in(tmp_path / "well") as scene:
        await _says_everything(scene, well := scene.person("Rosa"))
    async with scene_in(tmp_path / "killed", webhook=True, at_step=Killer(step, turn)) as scene:
        scene.errors_expected = True
        await _says_everything(scene, killed := scene.person("Rosa"))
        # It did happen, and the app sent that update again.
        sent = [tried.number for tried in scene.sandbox.world.webhook.tried]
        assert len(set(sent)) == len(WORDS)
        assert len(sent) > len(WORDS)
    assert _seen(killed) == _seen(well)


async def test_many_at_once_over_a_line_that_loses_answers(tmp_path: Path) -> None:
    async with scene_in(tmp_path, webhook=True, enforce_pace=False) as scene:
        scene.sandbox.mischief.rates.set("duplicate_updates", 0.3)
        people = [scene.person(f"Person {number}") for number in range(25)]
        for words in WORDS:
            for person in people:
                person.says(words)
        await scene.settles(timedelta(minutes=20))
        # All of them said the same, and so all of them were told the same, in the same order.
        assert len({tuple(_seen(person)) for person in people}) == 1
        assert len(scene.sandbox.world.webhook.tried) > len(WORDS) * len(people)


async def test_from_one_way_to_the_other_and_back(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        rosa = scene.person("Rosa")
        for webhook in (True, False, True, True, False):
            rosa.says("/privacy")
            await scene.settles()
            seen = len(_seen(rosa))
            await scene.stop()
            rosa.says("/help")
            scene.places = webhook_here(free_port()) if webhook else {}
            await scene.start()
            await scene.settles()
            assert scene.sandbox.world.webhook.is_set == webhook
            assert len(_seen(rosa)) == seen + 1


async def test_what_waited_at_an_old_address_comes_to_the_new_one(tmp_path: Path) -> None:
    async with scene_in(tmp_path, webhook=True) as scene:
        rosa = scene.person("Rosa")
        await scene.stop()
        rosa.says("/help")
        await asyncio.sleep(0.1)
        scene.places = webhook_here(free_port())
        await scene.start()
        await scene.settles()
        assert len(_seen(rosa)) == 1
