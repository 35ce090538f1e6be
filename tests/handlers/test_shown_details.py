"""What was shown of a request goes from chats: what the stories of the transcripts leave out."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.pictures import blank
from bot.sandbox.people import Person
from storage import blocks, people, roles
from storage.database import Transaction
from storage.model import Role, WhyBlocked
from tests import photos
from tests.scene import Scene, scene_in
from tests.setting import Setting

GIVEN = (
    "Given Olive, the owner.",
    "Given Marta, the safeguarding lead.",
    "Given Lena, the safeguarding lead.",
    "Given the group Albion helpers of Ana.",
    "Given the neighbourhood Albion, whose cards hang in Albion helpers.",
    "Given Carla, a coordinator of Albion.",
    "Given Ana helps in Albion with shopping.",
    "Given Rosa of Albion has asked before.",
    "Given Ana has taken shopping for Rosa in Albion, KMT-42.",
)
STREET = "Street: Elm Road"


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Ana has taken Rosa's shopping, and Carla looks after the place."""
    async with scene_in(tmp_path) as scene:
        setting = Setting(scene)
        for line in GIVEN:
            await setting.given(line)
        yield scene


async def _reads(scene: Scene, name: str) -> Person:
    """Let somebody who looks after the request read its words."""
    person = scene.people[name]
    person.says("/request KMT-42")
    await scene.settles()
    person.taps("Show their words")
    await scene.settles()
    assert any(STREET in text for text in person.texts)
    return person


async def _ends(scene: Scene, name: str) -> None:
    olive = scene.people["Olive"]
    olive.says("/roles")
    await scene.settles()
    held = next(
        one for one in olive.from_bot if name in (one.text or "") and "End this" in one.labels
    )
    olive.taps("End this", held)
    await scene.settles()
    olive.taps("Yes, end it")
    await scene.settles()


async def test_a_coordinator_loses_what_they_read_with_their_role(scene: Scene) -> None:
    carla = await _reads(scene, "Carla")
    olive = await _reads(scene, "Olive")
    await _ends(scene, "Carla")
    assert not any(STREET in text for text in carla.texts)
    assert any(STREET in text for text in olive.texts)


async def test_a_lead_loses_a_worry_that_is_settled_after_their_time(scene: Scene) -> None:
    rosa, marta, lena = (scene.people[name] for name in ("Rosa", "Marta", "Lena"))
    rosa.says("/report")
    await scene.settles()
    rosa.says("He asked for my card")
    await scene.settles()
    rosa.taps("Send")
    await scene.settles()
    worry = "He asked for my card"
    assert all(any(worry in text for text in each.texts) for each in (marta, lena))

    async def end(transaction: Transaction) -> None:
        known = await people.find(transaction, f"telegram:{lena.id}")
        assert known is not None
        await roles.end(transaction, known.id, Role.LEAD, scene.clock.now())

    await scene.transact(end)
    marta.taps("This is settled")
    await scene.settles()
    assert not any(worry in text for each in (marta, lena) for text in each.texts)


async def test_an_old_photo_has_nothing_on_it_once_it_is_forgotten(scene: Scene) -> None:
    rosa, ana = scene.people["Rosa"], scene.people["Ana"]
    rosa.says("/mine")
    await scene.settles()
    rosa.taps("Write to my helper")
    await scene.settles()
    rosa.sends_photo(photos.photo())
    await scene.settles()
    shown = next(one for one in ana.from_bot if one.media is not None)
    await scene.passes(timedelta(days=8))
    assert shown.media is not None
    assert shown.media.file is not None
    stored = scene.sandbox.world.files.find(shown.media.file)
    assert stored.content == await blank()


async def test_somebody_blocked_loses_what_they_read(scene: Scene) -> None:
    carla = await _reads(scene, "Carla")
    olive = await _reads(scene, "Olive")

    async def number_of_carla(transaction: Transaction) -> int:
        known = await people.find(transaction, f"telegram:{carla.id}")
        assert known is not None
        assert not await blocks.is_blocked(transaction, known.id)
        return known.id

    number = await scene.transact(number_of_carla)
    olive.sends_raw(f"block-yes:{number}:{next(iter(WhyBlocked))}")
    await scene.settles()
    assert not any(STREET in text for text in carla.texts)
