"""What owners decide with a tap: the kind and place of a request, and who helps with it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.people import Person
from storage import checks, people, tasks
from storage.database import Transaction
from storage.model import Kind, Status, Task
from tests.scene import Scene, scene_in


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Rosa lives in Albion, whose group Olive owns; Ana helps with everything."""
    async with scene_in(tmp_path) as scene:
        olive, ana = scene.owner(), scene.person("Ana")
        group = scene.group("Albion helpers", [olive, ana])
        albion = await scene.neighbourhood("Albion", group)
        await scene.volunteer(ana, albion, list(Kind))
        await scene.resident(scene.person("Rosa"), albion)
        olive.starts()
        await scene.settles()
        yield scene


async def _asks(scene: Scene, kind: str, need: str, *answers: str) -> None:
    for words in ("/ask", kind, need, "tomorrow after 3", "Albion", *answers, "Send"):
        scene.people["Rosa"].says(words)
        await scene.settles()


async def _taps(scene: Scene, person: Person, label: str, *, in_group: bool = False) -> None:
    person.taps(label, chat=scene.groups["Albion helpers"] if in_group else person)
    await scene.settles()


async def _task(scene: Scene) -> Task:
    return await scene.transact(lambda transaction: tasks.get(transaction, 1))


async def _is_checked(scene: Scene, person: Person, days: int) -> None:
    async def record(transaction: Transaction) -> None:
        known = await people.find(transaction, f"telegram:{person.id}")
        assert known is not None
        now = scene.clock.now()
        until = (now + timedelta(days=days)).date()
        await checks.record_check(transaction, known.id, known.id, now, until)

    await scene.transact(record)


async def test_a_key_does_not_spare_the_check_of_a_kind(scene: Scene) -> None:
    await _asks(scene, "Pharmacy run", "The key safe is by the door", "It is paid already")
    ana = scene.people["Ana"]

    await _taps(scene, ana, "I could do this", in_group=True)
    assert "This kind of help needs a check first." in ana.toasts[-1].text

    await _is_checked(scene, ana, days=30)
    await _taps(scene, ana, "I could do this", in_group=True)
    await _taps(scene, scene.people["Olive"], "Choose this helper")
    assert (await _task(scene)).status is Status.CLAIMED


async def test_whose_check_has_ended_is_not_chosen(scene: Scene) -> None:
    await _asks(scene, "Pharmacy run", "The key safe is by the door", "It is paid already")
    ana, olive = scene.people["Ana"], scene.people["Olive"]
    await _is_checked(scene, ana, days=2)
    await _taps(scene, ana, "I could do this", in_group=True)
    await scene.passes(timedelta(days=4))

    await _taps(scene, olive, "Choose this helper")

    assert (olive.from_bot[-1].text or "").startswith("This helper cannot take this kind")
    assert (await _task(scene)).status is Status.OPEN


async def test_of_two_who_give_a_neighbourhood_the_first_is_heard(scene: Scene) -> None:
    await scene.neighbourhood("Clissold")
    rosa, olive = scene.people["Rosa"], scene.people["Olive"]
    for words in ("/ask", "Something else", "Skip", "tomorrow after 3", "E5 0AA"):
        rosa.says(words)
        await scene.settles()
    await _taps(scene, rosa, "Leave it to a coordinator")
    await _taps(scene, rosa, "Send")

    asked = olive.from_bot[-1]
    for area in ("Clissold", "Albion"):
        olive.taps(area, asked)
        await scene.settles()

    assert (await _task(scene)).neighbourhood_id == 2
    assert (olive.from_bot[-1].text or "").startswith("Somebody has already sorted this out.")
