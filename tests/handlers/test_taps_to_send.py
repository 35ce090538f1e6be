"""Asking for shopping costs somebody known at most six taps and one sentence, from /ask to Sent."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from bot.sandbox.people import Person
from handlers.texts import PublicName, T, Texts
from tests.scene import Scene, scene_in

MOST_TAPS: Final = 6
MOST_SENTENCES: Final = 1
SENTENCE: Final = "Milk, bread and a few apples, please."
#: What each question is answered with, by how it begins: a button, or words to type.
ANSWERS: Final = (
    ("ask-kind", "Shopping"),
    ("ask-words", SENTENCE),
    ("ask-when", "Tuesday 14 April, 08:00–12:00"),
    ("ask-where-known", "Albion"),
    ("ask-size", "One small bag"),
    ("ask-payment", "It is paid already"),
    ("preview-public", "Send"),
)


class Counted:
    """Somebody whose every act is counted, as their thumb would count it."""

    def __init__(self, scene: Scene, person: Person) -> None:
        self._scene = scene
        self._person = person
        self.taps = 0
        self.sentences = 0

    @property
    def sees(self) -> str:
        """The newest message from the service."""
        return self._person.from_bot[-1].text or ""

    async def writes(self, text: str) -> None:
        """Type and send something; a command that is picked from the list is no sentence."""
        self.sentences += not text.startswith("/")
        self._person.says(text)
        await self._scene.settles()

    async def answers(self, answer: str) -> None:
        """Tap the button of the newest message with that label, or type where there is none."""
        labels = {button.label for row in self._person.from_bot[-1].buttons for button in row}
        if answer not in labels:
            await self.writes(answer)
            return
        self.taps += 1
        self._person.taps(answer, self._person.from_bot[-1])
        await self._scene.settles()


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Rosa, who has asked before, and whoever could help her."""
    async with scene_in(tmp_path) as scene:
        group = scene.group("Albion helpers", [scene.owner()])
        albion = await scene.neighbourhood("Albion", group)
        await scene.neighbourhood("Clapton")
        await scene.resident(scene.person("Rosa"), albion)
        yield scene


async def test_asking_for_shopping_costs_six_taps_and_one_sentence(scene: Scene) -> None:
    texts = Texts()
    rosa = Counted(scene, scene.people["Rosa"])
    await rosa.writes("/ask")
    for question, answer in ANSWERS:
        arguments = {"home": PublicName("Albion")} if question == "ask-where-known" else {}
        first_line = texts.say(T(question, **arguments), "en").splitlines()[0]
        assert rosa.sees.startswith(first_line), f"{question} was to be asked"
        await rosa.answers(answer)
    assert rosa.sees.startswith("Sent.")
    assert SENTENCE not in "".join(
        each.text or "" for each in scene.groups["Albion helpers"].from_bot
    )
    assert rosa.taps <= MOST_TAPS
    assert rosa.sentences <= MOST_SENTENCES
