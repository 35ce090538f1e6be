"""Two hundred volunteers tap one card at the same moment, and one of them gets it."""

import random
from pathlib import Path

from bot.sandbox.people import Person
from handlers.texts import T
from tests.endurance.amounts import LIFTED, Notes, amount
from tests.endurance.neighbours import (
    CLAIM,
    DONE,
    HAND_BACK,
    SET_OFF,
    TEXTS,
    Resident,
    card_with,
)
from tests.scene import Scene, scene_in

VOLUNTEERS = 200
ROUNDS = amount(3, 50)
YOURS = TEXTS.say(T("claim-yours"), "en")
TOO_LATE = TEXTS.say(T("claim-claimed"), "en")
WORDS = "Bread, and the blue kind of milk"


async def test_one_wins_and_all_others_are_told(tmp_path: Path, notes: Notes) -> None:
    async with scene_in(tmp_path, abilities=LIFTED, enforce_pace=False) as scene:
        volunteers = [scene.person(f"Vic{number}") for number in range(VOLUNTEERS)]
        group = scene.group("Elm Street", volunteers)
        home = await scene.neighbourhood("Elm Street", group)
        for volunteer in volunteers:
            await scene.volunteer(volunteer, home)
        winners = set()
        order = random.Random(1)
        for number in range(ROUNDS):
            order.shuffle(volunteers)
            ruth = scene.person(f"Ruth{number}")
            await scene.resident(ruth, home)
            winners.add((await _race(scene, ruth, volunteers)).name)
        notes("claim races run, with 200 volunteers each", ROUNDS)
        notes("different winners of the claim races", len(winners))


async def _race(scene: Scene, ruth: Person, volunteers: list[Person]) -> Person:
    group = scene.groups["Elm Street"]
    resident = Resident(ruth, {"words": WORDS})
    while resident.has_something_to_do():
        resident.acts()
        await scene.settles()
    assert resident.reference is not None
    card = card_with(group, resident.reference)
    assert card is not None
    taps = [volunteer.taps(CLAIM, card) for volunteer in volunteers]
    presses = [tap.press for tap in taps if tap.press is not None]
    await scene.settles()

    answers = [press.answer.text if press.answer else "no answer" for press in presses]
    assert answers.count(YOURS) == 1
    assert answers.count(TOO_LATE) == VOLUNTEERS - 1
    told = [volunteer for volunteer in volunteers if volunteer.sees(WORDS)]
    assert told == [volunteers[answers.index(YOURS)]]
    assert CLAIM not in card.labels
    assert not group.sees(WORDS)
    await _ends(scene, told[0])
    return told[0]


async def _ends(scene: Scene, winner: Person) -> None:
    """Let the winner finish, which closes the words of the request to them again."""
    for wanted in (SET_OFF, DONE):
        winner.taps(wanted)
        await scene.settles()
    assert not winner.sees(WORDS)
    assert not winner.sees(HAND_BACK)
