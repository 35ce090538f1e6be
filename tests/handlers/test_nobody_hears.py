"""Requests that nobody could hear of: no owner has written yet, or no group is linked yet.

Each is told honestly how it stands, and goes on once there is somebody who can see it.
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.people import Person
from storage.model import Kind
from tests.scene import Scene, scene_in

DAY = timedelta(days=1)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Rosa lives in Albion, which has no group; the owner has not written yet."""
    async with scene_in(tmp_path) as scene:
        scene.owner()
        await scene.resident(scene.person("Rosa"), await scene.neighbourhood("Albion"))
        yield scene


async def _asks(scene: Scene, kind: str, *answers: str) -> None:
    for words in ("/ask", kind, "Skip", "tomorrow after 3", "Albion", *answers, "Send"):
        scene.people["Rosa"].says(words)
        await scene.settles()


async def _starts(scene: Scene, name: str) -> Person:
    person = scene.people[name]
    person.starts()
    await scene.settles()
    return person


def _last(person: Person) -> str:
    return person.from_bot[-1].text or ""


async def test_without_a_group_no_neighbour_is_said_to_see_it(scene: Scene) -> None:
    olive = await _starts(scene, "Olive")
    await _asks(scene, "Dog walk")

    assert "Your neighbours can see it" not in _last(scene.people["Rosa"])
    assert "Albion has no group yet" in _last(olive)

    scene.people["Rosa"].says("/mine")
    await scene.settles()
    assert "A coordinator is looking at it." in _last(scene.people["Rosa"])


async def test_a_group_that_is_linked_later_sees_what_is_open(scene: Scene) -> None:
    olive = await _starts(scene, "Olive")
    await _asks(scene, "Dog walk")
    group = scene.group("Albion helpers", [olive])
    await scene.settles()

    for _ in range(2):
        olive.says("/link Albion", group)
        await scene.settles()

    cards = [each for each in group.from_bot if "Dog walk" in (each.text or "")]
    assert [card.labels for card in cards] == [["I can do this"]]
    assert "The neighbours can see it now" in _last(scene.people["Rosa"])


async def test_a_card_can_be_taken_where_it_hangs_though_the_group_moved_on(scene: Scene) -> None:
    olive = await _starts(scene, "Olive")
    ana = scene.person("Ana")
    group = scene.group("Helpers", [olive, ana])
    olive.says("/link Albion", group)
    await scene.settles()
    await scene.volunteer(ana, 1, [Kind.DOG_WALK])
    await _asks(scene, "Dog walk")
    olive.says("/link Clissold", group)
    await scene.settles()

    ana.taps("I can do this", chat=group)
    await scene.settles()

    assert "Reference: " in _last(ana)


async def test_whoever_cannot_reach_a_coordinator_is_not_told_otherwise(scene: Scene) -> None:
    await _asks(scene, "Something else")
    await scene.passes(DAY)
    rosa = scene.people["Rosa"]
    assert "I cannot reach a coordinator just now" in _last(rosa)

    olive = await _starts(scene, "Olive")
    await scene.passes(DAY)
    assert "still waits for a coordinator" in _last(rosa)
    assert "It has no kind yet." in _last(olive)

    olive.taps("Errand")
    await scene.settles()
    assert "Albion has no group yet" in _last(olive)


async def test_an_owner_who_comes_late_can_still_choose_a_helper(scene: Scene) -> None:
    ana = scene.person("Ana")
    group = scene.group("Albion helpers", [ana, scene.people["Olive"]])
    await scene.neighbourhood("Albion", group)
    await scene.volunteer(ana, 1, [Kind.LISTENING])
    await _asks(scene, "Someone to talk to", "Any language")
    ana.taps("I could do this", chat=group)
    await scene.settles()

    olive = await _starts(scene, "Olive")
    await scene.passes(2 * DAY)
    olive.taps("Choose Ana")
    await scene.settles()

    assert "Ana has taken your request" in _last(scene.people["Rosa"])


async def test_a_group_that_forbids_writing_is_told_of_and_heals_with_a_link(scene: Scene) -> None:
    olive = await _starts(scene, "Olive")
    group = scene.group("Albion helpers", [olive])
    await scene.neighbourhood("Albion", group)
    group.forbid_posting()
    for _ in range(2):
        await _asks(scene, "Dog walk")
    lost = [each for each in olive.texts if "I can no longer write in the group" in each]
    assert len(lost) == 1

    group.allow_posting()
    olive.says("/link Albion", group)
    await scene.settles()
    assert len([each for each in group.from_bot if each.labels == ["I can do this"]]) == 2
