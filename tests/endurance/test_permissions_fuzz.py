"""Whatever button, link or answer somebody makes up: nothing that is not theirs changes or is said.

Residents, volunteers, helpers of other requests, colleagues, people who are blocked, coordinators
whose role has ended, and coordinators of other neighbourhoods and of another organisation.
"""

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from random import Random
from typing import Final

import pytest

from storage.tables import metadata
from tests import registers
from tests.endurance.amounts import Notes, amount
from tests.endurance.permissions.forging import Forger, gather, says
from tests.endurance.permissions.play import KEPT, Play
from tests.endurance.permissions.rows import PASSING, private_columns
from tests.handlers.talks import talks_in

ATTEMPTS: Final = amount(450, 20_000)


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    """A scheme full of things."""
    async with talks_in(tmp_path) as talks:
        play = Play(talks.database, talks.house)
        await play.set_up()
        yield play


async def test_nothing_that_is_not_theirs_changes_or_is_said(play: Play, notes: Notes) -> None:
    loot = await gather(play)
    forger = Forger(play, loot, Random(1))
    wrong: Counter[str] = Counter()
    touched = 0
    names = list(play.world.attackers)
    for number in range(ATTEMPTS):
        name = names[number % len(names)]
        attempt = forger.attempt(play.world.people[name])
        outcome = await play.does(name, attempt.deed)
        touched += outcome.has_changed
        problems = [*outcome.wrongs, *(play.world.marks.meaning[word] for word in outcome.leaks)]
        wrong.update(f"{name}, {attempt.what}: {problem}" for problem in problems)
    assert not wrong, "\n".join(sorted(wrong))
    notes("attempts to reach what is not theirs", ATTEMPTS)
    notes("real buttons of others that were tried", len(loot.buttons))
    notes("attempts that changed what is theirs", touched)


async def test_no_list_names_what_is_not_theirs(play: Play) -> None:
    for name, person in play.world.attackers.items():
        for command in registers.all_commands():
            outcome = await play.does(name, says(play, person, f"/{command}"))
            assert not outcome.named, f"{name}: /{command}"


async def test_there_is_something_of_everything_to_reach_for(play: Play) -> None:
    base = play.base
    empty = {
        f"{name}.{column.name}"
        for name in set(KEPT) - PASSING
        for column, _ in private_columns(metadata.tables[name])
        if all(row[column.name] is None for row in base[name].values())
    }
    assert not empty
    assert not {name for name in KEPT if not base[name]} - {"settings", "forgettings", "turns"}
