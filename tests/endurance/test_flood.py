"""One person sends thousands of messages: everybody else is helped as if nothing were the matter.

Counted in steps and on the clock of the stage, so that a slow machine makes no difference.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.sandbox.people import Person
from handlers import settled
from storage.database import Transaction
from tests.endurance.amounts import Notes, amount
from tests.endurance.journeys import Journey
from tests.endurance.neighbours import Resident
from tests.scene import Scene, scene_in

PEOPLE = amount(8, 20)
FLOOD = amount(900, 5_000)
#: In so many pieces, while the others do what they came for.
PIECES = 10
MOST_STEPS = 60
#: What the answers to one who floods may take of the time of the others.
SLACK = timedelta(seconds=60)


@dataclass
class Outcome:
    """How a scheme went: steps until all was done, the time that it took, who asked twice."""

    steps: int
    took: timedelta
    asked_again: list[str]


@pytest.mark.parametrize("by_invitation", [False, True])
async def test_everybody_else_is_helped_as_without_a_flood(
    tmp_path: Path, notes: Notes, *, by_invitation: bool
) -> None:
    folders = {floods: tmp_path / str(floods) for floods in (False, True)}
    for folder in folders.values():
        folder.mkdir()
    calm = await _scheme(folders[False], floods=False, by_invitation=by_invitation)
    flooded = await _scheme(folders[True], floods=True, by_invitation=by_invitation)
    assert flooded.asked_again == calm.asked_again == []
    assert flooded.steps <= calm.steps + 2
    assert flooded.took <= calm.took + SLACK
    kind = "by invitation" if by_invitation else "for everybody"
    notes(f"messages of one who floods a scheme {kind}", FLOOD)
    notes(f"seconds until all are helped beside a flood, {kind}", flooded.took.total_seconds())
    notes(f"the same without a flood, {kind}", calm.took.total_seconds())


async def _scheme(folder: Path, *, floods: bool, by_invitation: bool) -> Outcome:
    async with scene_in(folder) as scene:
        journeys = await _journeys(scene)
        await scene.transact(lambda transaction: _set(transaction, by_invitation=by_invitation))
        flooder = scene.person("Flo")
        steps, begun = 0, scene.clock.now()
        while not all(journey.is_complete for journey in journeys):
            assert steps < MOST_STEPS, [journey.where_it_stands for journey in journeys]
            if floods and steps < PIECES:
                _flood(flooder, FLOOD // PIECES)
            for journey in journeys:
                journey.acts()
            await scene.settles()
            steps += 1
        took = scene.clock.now() - begun
        asked_again = [key for journey in journeys for key in journey.resident.asked_again]
        return Outcome(steps, took, asked_again)


def _flood(flooder: Person, messages: int) -> None:
    for number in range(messages):
        flooder.says("/start" if number % 2 else f"Hello, {number}")


async def _set(transaction: Transaction, *, by_invitation: bool) -> None:
    await settled.put(transaction, by_invitation=by_invitation)


async def _journeys(scene: Scene) -> list[Journey]:
    journeys = []
    for number in range(PEOPLE):
        helper = scene.person(f"Vic{number}")
        group = scene.group(f"Street {number}", [helper])
        home = await scene.neighbourhood(f"Street {number}", group)
        await scene.volunteer(helper, home)
        ruth = scene.person(f"Ruth{number}")
        await scene.resident(ruth, home)
        answers = {"words": "Bread", "where": f"Street {number}"}
        journeys.append(Journey(Resident(ruth, answers), None, helper, group))
    return journeys
