"""Spoilt updates among good ones: whatever comes, nobody who asks for help waits because of it."""

import json
import logging
import random
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from tests.endurance.amounts import LIFTED, Notes, amount
from tests.endurance.neighbours import CLAIM, SET_OFF, Resident, card_with, details_with
from tests.messengers.example_updates import ADA, Json
from tests.messengers.test_spoilt_updates import places_in
from tests.messengers.updates_and_events import ALL
from tests.scene import Scene, scene_in

MUTATED: Final = amount(250, 10_000)
#: Spoilt ones between two things that somebody does.
AT_ONCE: Final = 8
#: What the log says of an update that cannot be read; it may say nothing else.
PUT_ASIDE: Final = "an update is not understood, put aside"
HOSTILE: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, -(2**70), 1.5, 1e308),
    *("", " ", "\x00", "\ud800", "private", "kicked", "/ask", "/cancel", "/start t_x", "x" * 5000),
    *([], [[]], [None], {}, {"id": {}}, {"id": 2**63}, [{"type": "bot_command", "offset": -5}]),
)


def spoilt(update: Json, chance: random.Random, fields: list[str]) -> Json:
    """Return an update in which some fields were dropped, replaced, wrapped or added."""
    update = deepcopy(update)
    for _ in range(chance.randint(1, 4)):
        places = places_in(update)
        if not places:
            break
        *way, last = chance.choice(places)
        target: Any = update
        for step in way:
            target = target[step]
        match chance.choice(("drop", "replace", "as text", "in a list", "add", "move")):
            case "drop":
                del target[last]
            case "replace":
                target[last] = deepcopy(chance.choice(HOSTILE))
            case "as text":
                target[last] = json.dumps(target[last])
            case "in a list":
                target[last] = [target[last]]
            case "add" if isinstance(target, dict):
                target[chance.choice(fields)] = deepcopy(chance.choice(HOSTILE))
            case "move" if isinstance(target, dict):
                target[chance.choice(fields)] = target.pop(last)
    return update


class Storm:
    """Lets spoilt updates rain, made from good ones of every kind.

    The examples are Ada's doing in a group; here it is a group and a card that there are.
    """

    def __init__(self, scene: Scene, group: Group) -> None:
        self._scene = scene
        self._chance = random.Random(1)
        card = group.from_bot[-1].buttons[0][0].data
        texts = [json.dumps(update) for update, _ in ALL.values()]
        self._examples = [
            json.loads(text.replace("-1001", str(group.id)).replace("t:abc", str(card)))
            for text in texts
        ]
        self._fields = sorted(
            {step for one in self._examples for way in places_in(one) for step in way if step != 0},
            key=str,
        )
        self.fallen = 0

    def rains(self) -> None:
        """Let some fall, each under the next number of the stream."""
        fields = [field for field in self._fields if isinstance(field, str)]
        for _ in range(AT_ONCE):
            example = self._chance.choice(self._examples)
            update = spoilt(example, self._chance, fields)
            # Numbers that no app would give are tried elsewhere; here they would end the stream.
            update.pop("update_id", None)
            self._scene.sandbox.inject_update(update)
            self.fallen += 1


async def test_good_updates_between_spoilt_ones_are_heard(tmp_path: Path, notes: Notes) -> None:
    async with scene_in(tmp_path, abilities=LIFTED, enforce_pace=False) as scene:
        scene.errors_expected = True
        storm = Storm(scene, await _adas_group(scene))
        group = scene.group("Elm Street", [scene.person("Vera")])
        home = await scene.neighbourhood("Elm Street", group)
        heard = number = 0
        while storm.fallen < MUTATED:
            # Nobody may see the details of many in a day, so each has somebody else who helps.
            ruth, vic = scene.person(f"Ruth{number}"), scene.person(f"Vic{number}")
            await scene.resident(ruth, home)
            group.add_member(vic)
            await scene.volunteer(vic, home)
            heard += await _one_request(
                scene, storm, Resident(ruth, {"where": "Elm Street"}), vic, group
            )
            number += 1
        _only_quarantine(scene)
        notes("mutated updates", storm.fallen)
        notes("good updates between mutated ones, each answered", heard)
        notes("mutated updates put aside", len(scene.errors.records))


async def _adas_group(scene: Scene) -> Group:
    """Return a group of its own for Ada, of whom the examples speak, with an open card in it."""
    ada = scene.person("Ada", account=ADA["id"])
    group = scene.group("Oak Lane", [ada])
    rose = scene.person("Rose")
    await scene.resident(rose, await scene.neighbourhood("Oak Lane", group))
    resident = Resident(rose, {"where": "Oak Lane"})
    while resident.has_something_to_do():
        resident.acts()
        await scene.settles()
    return group


async def _one_request(
    scene: Scene, storm: Storm, resident: Resident, vic: Person, group: Group
) -> int:
    """Ask and help in the middle of the storm, every step of which has to be answered at once."""
    heard = 0
    while resident.has_something_to_do():
        storm.rains()
        resident.acts()
        storm.rains()
        await scene.settles()
        heard += 1
        assert resident.reference or resident.has_something_to_do(), "no answer came"
    assert resident.reference is not None
    card = card_with(group, resident.reference)
    assert card is not None
    for wanted in (CLAIM, SET_OFF):
        pressed = card if wanted == CLAIM else details_with(vic, resident.reference)
        assert pressed is not None
        tap = vic.taps(wanted, pressed)
        storm.rains()
        await scene.settles()
        heard += 1
        assert tap.press is not None
        assert tap.press.answer is not None
    assert SET_OFF not in getattr(details_with(vic, resident.reference), "labels", [SET_OFF])
    return heard


def _only_quarantine(scene: Scene) -> None:
    """Check that nothing went wrong but that updates could not be read."""
    others = [one for one in scene.errors.records if one.getMessage() != PUT_ASIDE]
    assert not others, [_said(one) for one in others]
    # Answers to accounts and chats that were made up reach nobody.
    strange = [
        call for call in scene.sandbox.recorder.unexpected if "not found" not in call.description
    ]
    assert not strange, [(call.method, call.description) for call in strange]
    scene.sandbox.recorder.calls.clear()


def _said(record: logging.LogRecord) -> str:
    return f"{record.getMessage()} {getattr(record, 'error', '')} {getattr(record, 'frames', '')}"
