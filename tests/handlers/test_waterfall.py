"""A request that nobody takes is carried on in good time, whatever happens meanwhile."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.sandbox.people import Person
from handlers.deadlines import UNCLAIMED
from storage import reach, tasks
from storage.database import Transaction
from storage.model import Reach, Status, Task
from storage.tables import due_work
from storage.tables import tasks as rows
from tests.scene import Scene, scene_in
from tests.setting import Setting

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@cache
def setting_of(scene: Scene) -> Setting:
    return Setting(scene)


async def arrange(scene: Scene, *lines: str) -> None:
    for line in lines:
        await setting_of(scene).given(f"Given {line}.")
        await scene.settles()


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """Albion with a group, beside Clissold; Ana and Ben help, and may be asked."""
    async with scene_in(tmp_path) as scene:
        await arrange(
            scene,
            "Olive, the owner",
            "the group Albion helpers of Olive, Ana and Ben",
            "the group Clissold helpers of Olive",
            "the neighbourhood Albion, whose cards hang in Albion helpers",
            "the neighbourhood Clissold, whose cards hang in Clissold helpers",
            "Albion has 900 homes and lies beside Clissold",
            "Ana helps in Albion with shopping",
            "Ana wants to be asked as needed",
            "Ben helps in Albion with shopping",
            "Ben wants to be asked as needed",
        )
        yield scene


async def rosa_asks(scene: Scene, when: str = "tomorrow after 3") -> Person:
    await arrange(scene, f"Rosa of Albion has asked for shopping {when}")
    return scene.people["Rosa"]


async def the_task(scene: Scene) -> Task:
    async def newest(transaction: Transaction) -> Task:
        number = await transaction.connection.execute(select(rows.c.id).order_by(rows.c.id.desc()))
        return await tasks.get(transaction, number.scalars().first() or 0)

    return await scene.transact(newest)


async def is_looked_after(scene: Scene) -> bool:
    task = await the_task(scene)

    async def planned(transaction: Transaction) -> bool:
        due = select(due_work.c.id).where(
            due_work.c.kind == UNCLAIMED, due_work.c.subject == task.id
        )
        return (await transaction.connection.execute(due)).first() is not None

    return await scene.transact(planned)


def asked(person: Person) -> int:
    return sum("Could you help a neighbour?" in words for words in person.texts)


async def test_every_step_has_a_next_one_until_somebody_takes_it(scene: Scene) -> None:
    await rosa_asks(scene)
    seen = []
    for _ in range(30):
        assert await is_looked_after(scene)
        seen.append((await the_task(scene)).reach)
        await scene.passes(HOUR)
    assert list(dict.fromkeys(seen)) == list(Reach)

    scene.people["Ana"].taps("I can do this", chat=scene.groups["Albion helpers"])
    await scene.settles()
    assert not await is_looked_after(scene)


async def test_a_request_for_now_goes_through_all_steps_within_the_hour(scene: Scene) -> None:
    rosa = await rosa_asks(scene, "now")
    await scene.passes(HOUR)
    assert (await the_task(scene)).reach is Reach.COORDINATOR
    assert [asked(scene.people[name]) for name in ("Ana", "Ben")] == [1, 1]
    assert rosa.sees("I have just shown it to the neighbours again.")
    assert rosa.sees("neighbourhoods next door: Clissold")
    assert rosa.sees("I am now asking helpers directly")
    assert rosa.sees("A coordinator has been told")


async def test_a_service_that_slept_does_the_steps_one_after_the_other(scene: Scene) -> None:
    rosa = await rosa_asks(scene, "on 20 April")
    task = await the_task(scene)
    await scene.stop()
    scene.clock.move(3 * DAY)
    await scene.start()
    await scene.settles()
    assert (await the_task(scene)).reach is Reach.RAISED

    await scene.passes(12 * MINUTE)

    assert (await the_task(scene)).reach is Reach.ASKING
    assert task.reach is Reach.POSTED
    told = [each for each in rosa.texts if "Nobody has taken your request" in each]
    assert len(told) == 3


async def test_a_service_that_slept_too_long_tells_a_coordinator_first(scene: Scene) -> None:
    await rosa_asks(scene)
    await scene.stop()
    scene.clock.move(2 * DAY)
    await scene.start()
    await scene.settles()

    assert (await the_task(scene)).reach is Reach.COORDINATOR
    assert scene.people["Olive"].sees("Nobody has taken")
    assert asked(scene.people["Ana"]) == 0


async def test_when_everybody_asked_has_said_no_the_next_are_asked_at_once(scene: Scene) -> None:
    for name in ("Cem", "Dora", "Emil"):
        await arrange(
            scene,
            f"{name} helps in Albion with shopping",
            f"{name} wants to be asked as needed",
        )
    await rosa_asks(scene)
    while not asked(scene.people["Cem"]):
        await scene.passes(10 * MINUTE)
    assert asked(scene.people["Dora"]) == 0

    for name in ("Ana", "Ben", "Cem"):
        scene.people[name].taps("Not this time")
        await scene.settles()

    assert [asked(scene.people[name]) for name in ("Dora", "Emil")] == [1, 1]


async def test_two_who_say_yes_at_once_are_told_who_was_first(scene: Scene) -> None:
    rosa = await rosa_asks(scene)
    await scene.passes(9 * HOUR)
    for name in ("Ana", "Ben"):
        scene.people[name].taps("I can do this")
    await scene.settles()

    task = await the_task(scene)
    assert task.status is Status.CLAIMED
    taken = [f"{name} has taken your request" for name in ("Ana", "Ben")]
    assert sum(words.startswith(tuple(taken)) for words in rosa.texts) == 1
    both = [scene.people[name] for name in ("Ana", "Ben")]
    assert sum(each.sees("Somebody has already taken this one.") for each in both) == 1


async def test_whoever_may_not_take_it_any_more_is_told_why(scene: Scene) -> None:
    await arrange(scene, "Ana helps in Albion with shopping, one at a time")
    await rosa_asks(scene)
    await scene.passes(9 * HOUR)
    ana = scene.people["Ana"]
    assert asked(ana) == 1
    await arrange(scene, "Ana has taken dog-walk for Rosa in Albion, DOG-11")

    ana.taps("I can do this")
    await scene.settles()

    assert ana.sees("You wanted one task at a time.")


async def test_a_request_that_is_closed_is_not_carried_on(scene: Scene) -> None:
    rosa = await rosa_asks(scene)
    await scene.passes(9 * HOUR)
    for words in ("/mine", "I don't need this any more", "Yes, close it"):
        rosa.says(words)
        await scene.settles()
    assert scene.people["Ana"].sees("does not need a helper any more")
    shown = len(scene.people["Olive"].texts)

    await scene.passes(2 * DAY)

    assert len(scene.people["Olive"].texts) == shown


async def test_handed_back_it_goes_on_from_where_its_card_is_raised(scene: Scene) -> None:
    await rosa_asks(scene, "on 20 April")
    ana = scene.people["Ana"]
    ana.taps("I can do this", chat=scene.groups["Albion helpers"])
    await scene.settles()
    ana.says("I can't after all")
    await scene.settles()

    assert (await the_task(scene)).reach is Reach.RAISED
    assert await is_looked_after(scene)
    await scene.passes(4 * DAY)
    assert (await the_task(scene)).reach is Reach.ASKING
    # Whoever has handed it back is not asked for it.
    assert [asked(scene.people[name]) for name in ("Ana", "Ben")] == [0, 1]


async def test_without_an_owner_nobody_is_said_to_have_been_told(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await arrange(
            scene,
            "the group Albion helpers of Ana",
            "the neighbourhood Albion, whose cards hang in Albion helpers",
        )
        rosa = await rosa_asks(scene)
        await scene.passes(4 * HOUR)
        assert rosa.sees("It stays open. If it cannot wait, please ask somebody else as well.")
        await scene.passes(DAY)
        assert not rosa.sees("A coordinator has been told")
        rosa.says("/mine")
        await scene.settles()
        assert rosa.sees("I cannot reach a coordinator just now.")


async def test_a_step_is_taken_once_and_never_back(scene: Scene) -> None:
    await rosa_asks(scene)
    task = await the_task(scene)

    async def steps(transaction: Transaction) -> list[bool]:
        order = (Reach.ADJACENT, Reach.ADJACENT, Reach.RAISED, Reach.COORDINATOR)
        return [await reach.advance(transaction, task, step) for step in order]

    assert await scene.transact(steps) == [True, False, False, True]
