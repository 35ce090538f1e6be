"""A group holds one live card of a task, and an overview that can be trusted."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.sandbox.groups import Group
from bot.sandbox.mischief import DroppedAfter
from bot.sandbox.world import Message
from storage import neighbourhoods
from storage.database import Transaction
from tests.scene import Scene, scene_in
from tests.setting import Setting

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Olive looks after Albion, where Ana helps; Clissold lies beside it, and Cleo helps there."""
    async with scene_in(tmp_path) as scene:
        await arrange(
            scene,
            "Olive, the owner",
            "the group Albion helpers of Olive and Ana",
            "the group Clissold helpers of Olive and Cleo",
            "the neighbourhood Albion, whose cards hang in Albion helpers",
            "the neighbourhood Clissold, whose cards hang in Clissold helpers",
            "Albion has 900 homes and lies beside Clissold",
            "Ana helps in Albion with shopping",
            "Cleo helps in Clissold with shopping",
        )
        yield scene


async def arrange(scene: Scene, *lines: str) -> None:
    for line in lines:
        await setting_of(scene).given(f"Given {line}.")
        await scene.settles()


@cache
def setting_of(scene: Scene) -> Setting:
    return Setting(scene)


async def rosa_asks(scene: Scene, when: str = "tomorrow after 3") -> None:
    await arrange(scene, f"Rosa of Albion has asked for shopping {when}")


def cards(group: Group) -> list[Message]:
    """Return the cards that can still be tapped."""
    return [each for each in group.from_bot if each.labels == ["I can do this"]]


def overviews(group: Group) -> list[Message]:
    words = ("Open just now", "Nothing is open just now")
    return [each for each in group.from_bot if (each.text or "").startswith(words)]


# --- Raising a card ------------------------------------------------------------------------------


async def test_a_raised_card_takes_the_place_of_the_old_one(scene: Scene) -> None:
    await rosa_asks(scene)
    albion = scene.groups["Albion helpers"]
    (first,) = cards(albion)

    await scene.passes(4 * HOUR)

    (second,) = cards(albion)
    assert second.number > first.number
    assert first.is_deleted


async def test_a_card_too_old_to_be_taken_back_is_emptied(scene: Scene) -> None:
    await rosa_asks(scene, "on 5 June")
    albion = scene.groups["Albion helpers"]
    ana = scene.people["Ana"]
    await scene.passes(DAY + HOUR)
    (old,) = cards(albion)
    await scene.passes(3 * DAY)

    ana.taps("I can do this", old)
    await scene.settles()
    ana.says("I can't after all")
    await scene.settles()

    assert old.text == "This request is further down now."
    assert old.labels == []
    assert len(cards(albion)) == 1


async def test_a_card_that_was_handed_back_is_shown_anew_wherever_it_hung(scene: Scene) -> None:
    await rosa_asks(scene)
    albion, clissold = scene.groups["Albion helpers"], scene.groups["Clissold helpers"]
    await scene.passes(6 * HOUR)
    before = [*cards(albion), *cards(clissold)]
    assert len(before) == 2
    scene.people["Cleo"].taps("I can do this", chat=clissold)
    await scene.settles()
    assert cards(albion) == cards(clissold) == []

    scene.people["Cleo"].says("I can't after all")
    await scene.settles()

    assert all(each.is_deleted for each in before)
    assert [len(cards(albion)), len(cards(clissold))] == [1, 1]


async def test_a_copy_that_nobody_knew_of_goes_once_it_is_tapped(scene: Scene) -> None:
    albion = scene.groups["Albion helpers"]
    scene.sandbox.mischief.next_calls("sendMessage", DroppedAfter(), chat=albion.id)
    await rosa_asks(scene)
    copy, card = cards(albion)

    scene.people["Ana"].taps("I can do this", copy)
    await scene.settles()

    assert copy.text == "This request is further down now."
    assert (card.text or "").endswith("Taken. Thank you.")
    assert scene.people["Ana"].sees("Reference: ")


async def test_a_card_that_somebody_removed_is_posted_again_where_it_hung(scene: Scene) -> None:
    await rosa_asks(scene)
    await scene.passes(6 * HOUR)
    albion, clissold = scene.groups["Albion helpers"], scene.groups["Clissold helpers"]
    (removed,) = cards(clissold)
    removed.is_deleted = True
    scene.people["Rosa"].says("/mine")
    scene.people["Ana"].taps("I can do this", chat=albion)
    await scene.settles()
    scene.people["Ana"].says("I can't after all")
    await scene.settles()

    assert [len(cards(albion)), len(cards(clissold))] == [1, 1]


async def test_what_is_offered_next_door_gives_no_small_place_away(scene: Scene) -> None:
    await arrange(
        scene,
        "the group Elm helpers of Olive",
        "the neighbourhood Elm, whose cards hang in Elm helpers",
        "Elm has 20 homes and lies beside Albion",
    )

    async def beside(transaction: Transaction) -> None:
        everywhere = {each.name: each.id for each in await neighbourhoods.all_of_them(transaction)}
        others = [everywhere["Elm"], everywhere["Clissold"]]
        await neighbourhoods.set_adjacent(transaction, everywhere["Albion"], others)

    await scene.transact(beside)
    await arrange(scene, "Ruth of Elm has asked for shopping tomorrow after 3")
    clissold = scene.groups["Clissold helpers"]
    assert cards(clissold) == []

    await scene.passes(6 * HOUR)

    (card,) = cards(clissold)
    assert "Where: Albion / Elm" in (card.text or "")


async def test_every_topic_keeps_its_own_card(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await arrange(
            scene,
            "Olive, the owner",
            "the forum Helpers of Olive",
            "the neighbourhood Albion",
            "the neighbourhood Elm",
            "Elm has 20 homes and lies beside Albion",
        )
        forum, olive = scene.groups["Helpers"], scene.people["Olive"]
        for name, thread in (("Albion", 0), ("Elm", 1)):
            olive.says(f"/link {name}", forum, thread=list(forum.chat.topics)[thread])
            await scene.settles()
        await arrange(scene, "Ruth of Elm has asked for shopping tomorrow after 3")
        assert len({each.thread for each in cards(forum)}) == 2

        await scene.passes(4 * HOUR)

        assert len(cards(forum)) == 2
        assert len({each.thread for each in cards(forum)}) == 2


# --- A group that cannot be reached --------------------------------------------------------------


async def test_a_group_that_comes_back_late_sees_what_is_still_open(scene: Scene) -> None:
    albion = scene.groups["Albion helpers"]
    await arrange(scene, "Rosa of Albion has asked before")
    for group in scene.groups.values():
        group.remove_bot()
    await scene.settles()
    for words in ("/ask", "Shopping", "Skip", "in 30 days", "Albion", "One small bag"):
        scene.people["Rosa"].says(words)
        await scene.settles()
    for words in ("It is paid already", "Send"):
        scene.people["Rosa"].says(words)
        await scene.settles()
    assert not scene.people["Rosa"].sees("neighbours can see it now")
    assert scene.people["Olive"].sees("I cannot write in the group of Albion")

    await scene.passes(20 * DAY)
    albion.add_bot()
    await scene.settles()

    assert len(cards(albion)) == 1
    assert scene.people["Rosa"].sees("The neighbours can see it now.")


async def test_a_group_that_still_has_its_card_is_not_shown_it_twice(scene: Scene) -> None:
    albion = scene.groups["Albion helpers"]
    await rosa_asks(scene)
    albion.remove_bot()
    await scene.settles()
    albion.add_bot()
    await scene.settles()

    assert len(cards(albion)) == 1


# --- The overview --------------------------------------------------------------------------------


async def test_one_open_card_needs_no_overview(scene: Scene) -> None:
    await rosa_asks(scene)
    await scene.passes(HOUR)
    assert overviews(scene.groups["Albion helpers"]) == []


async def test_an_overview_that_somebody_removed_comes_again(scene: Scene) -> None:
    albion = scene.groups["Albion helpers"]
    await rosa_asks(scene)
    await arrange(scene, "Ruth of Albion has asked for shopping tomorrow after 3")
    await scene.passes(HOUR / 6)
    (overview,) = overviews(albion)
    overview.is_deleted = True

    scene.people["Ana"].taps("I can do this", chat=albion)
    await scene.passes(HOUR / 6)

    (anew,) = overviews(albion)
    assert anew.number > overview.number
    assert (anew.text or "").count("Shopping") == 1


async def test_a_long_overview_says_how_much_more_there_is(scene: Scene) -> None:
    await rosa_asks(scene)
    for number in range(16):
        scene.person(f"Ruth{number}")
        await arrange(scene, f"Ruth{number} of Albion has asked for shopping tomorrow after 3")
    await scene.passes(HOUR)

    (overview,) = overviews(scene.groups["Albion helpers"])
    lines = (overview.text or "").splitlines()
    assert len(lines) == 1 + 15 + 1
    assert lines[-1] == "… and 2 more."


async def test_an_overview_of_which_nobody_knows_whether_it_arrived_goes_on(scene: Scene) -> None:
    albion = scene.groups["Albion helpers"]
    await rosa_asks(scene)
    await arrange(scene, "Ruth of Albion has asked for shopping tomorrow after 3")
    scene.sandbox.mischief.next_calls("sendMessage", DroppedAfter(), chat=albion.id)
    await scene.passes(HOUR / 6)

    scene.people["Ana"].taps("I can do this", chat=albion)
    await scene.passes(HOUR / 6)

    assert (overviews(albion)[-1].text or "").count("Shopping") == 1


async def test_nothing_open_is_said_in_one_line(scene: Scene) -> None:
    albion, ana = scene.groups["Albion helpers"], scene.people["Ana"]
    await rosa_asks(scene)
    await arrange(scene, "Ruth of Albion has asked for shopping tomorrow after 3")
    await scene.passes(HOUR / 6)
    for _ in range(2):
        ana.taps("I can do this", chat=albion)
        await scene.settles()
    await scene.passes(HOUR / 6)

    (overview,) = overviews(albion)
    assert overview.text == "Nothing is open just now. Thank you."
