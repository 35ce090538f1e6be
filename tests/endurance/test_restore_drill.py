"""The drill: a backup under load, more that happens, people who go, and then a restore.

What was kept is there, whoever was forgotten is not, nobody hears anything twice, and everybody can
go on from there.
"""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from bot.sandbox.people import Person
from handlers.forgetting.doing_it import begin
from handlers.house import House, Turn
from handlers.outgoing import keep
from storage import people
from storage.database import Transaction
from storage.resealing import private_columns, private_tables
from storage.sealed import Sealed
from storage.tables import due_work, tasks
from storage.tasks import HELD, UNFINISHED
from tests.endurance.amounts import LIFTED, amount
from tests.endurance.journeys import Journey
from tests.endurance.model.invariants import BY_STATUS
from tests.endurance.neighbours import TEXTS, Resident
from tests.restoring import back_up, bring_back
from tests.scene import Scene, scene_in
from tests.setting import Setting

RESIDENTS = amount(5, 30)
#: Acts before the backup, while it is made, and after it.
BEFORE, AFTER = amount(105, 900), amount(40, 300)
#: What is said every day for as long as it is so.
EVERY_DAY = "Nobody has taken your request"

State = dict[str, tuple[str, int]]


def answers(name: str) -> dict[str, str]:
    """What a newcomer says; the words are theirs alone."""
    return {
        "name": name,
        "words": f"Bread for {name}, please",
        "street": "12 Elm Street",
        "door": "12b",
        "entry-notes": "Ring twice",
        "phone": "07700 900123",
    }


async def act(scene: Scene, journeys: Sequence[Journey], random: Random, number: int) -> None:
    """Let whoever it is do something, and now and then wait until all is answered."""
    for _ in range(number):
        # Some are far ahead of others.
        (journey,) = random.choices(journeys, weights=range(1, len(journeys) + 1))
        journey.acts()
        if random.random() < 0.7:
            await scene.settles()
    await scene.settles()


async def forget(scene: Scene, person: Person) -> str:
    """Forget somebody as the service does; returns the name of their key."""

    async def do(transaction: Transaction) -> str:
        found = await people.find(transaction, f"telegram:{person.id}")
        assert found is not None
        house = House(TEXTS, frozenset(), private_chat_link=str, random=Random(1))
        turn = Turn(transaction, scene.clock.now(), house)
        last = await begin(turn, found)
        await keep(turn, [] if last is None else [last])
        return found.key

    key = await scene.transact(do)
    await scene.settles()
    await scene.passes(timedelta(minutes=10))
    return key


def state_in(file: Path) -> State:
    """How every request stands, by its reference: its status and how often it was taken."""
    with closing(sqlite3.connect(file)) as opened:
        rows = opened.execute("SELECT reference, status, claim_number FROM tasks").fetchall()
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    return {reference: (status, number) for reference, status, number in rows}


@pytest.mark.sqlite("its backups are files")
async def test_a_backup_is_all_that_is_left(tmp_path: Path) -> None:
    random = Random(7)
    async with scene_in(tmp_path, abilities=LIFTED, enforce_pace=False) as scene:
        setting = Setting(scene)
        await setting.given("Given Olive, the owner.")
        await setting.given("Given the group Elm Street of Hal, Ida and Vic.")
        await setting.given("Given the neighbourhood Elm Street, whose cards hang in Elm Street.")
        for name in ("Hal", "Ida", "Vic"):
            await setting.given(f"Given {name} helps in Elm Street with shopping.")
        hal, ida, vic = (scene.people[name] for name in ("Hal", "Ida", "Vic"))
        group = scene.groups["Elm Street"]
        residents = [scene.person(f"Rosa{number}") for number in range(RESIDENTS)]
        journeys = [
            Journey(Resident(person, answers(person.name)), hal, random.choice((ida, vic)), group)
            for person in residents
        ]
        await act(scene, journeys, random, BEFORE)
        # Made while people act.
        backing_up = asyncio.create_task(back_up(scene, tmp_path / "backups"))
        await act(scene, journeys, random, AFTER)
        backup = await backing_up
        kept = await known(scene)
        gone = [await forget(scene, person) for person in (residents[0], ida)]
        await act(scene, journeys[1:], random, AFTER)
        await scene.passes(timedelta(hours=7))
        heard = {person: list(person.texts) for person in scene.people.values()}

        done = await bring_back(scene, backup)
        await scene.settles()
        there = await asyncio.to_thread(state_in, tmp_path / "doorstep.sqlite")
        assert done.rows["tasks"] == len(there)
        assert done.forgotten_again == len(gone)
        await nothing_is_left_of(scene, gone)
        await everything_is_looked_after(scene)
        assert kept >= await known(scene)
        # For two hours nobody hears anything but the owner that it was restored.
        await scene.passes(timedelta(minutes=110))
        for person in scene.people.values():
            news = person.texts[len(heard[person]) :]
            assert len(news) == (person.name == "Olive"), news
        # Later they hear what is new, and nothing that they have heard before.
        await scene.passes(timedelta(hours=12))
        for person in (each for each in scene.people.values() if each.name != "Olive"):
            later = Counter(person.texts[len(heard[person]) :])
            again = [text for text in later if text in heard[person]]
            assert not [text for text in again if not text.startswith(EVERY_DAY)], person.name
            assert all(number == 1 for number in later.values()), person.name
        # Whoever begins anew is served to the end.
        nora = Journey(Resident(scene.person("Nora"), answers("Nora")), None, vic, group)
        while not nora.is_complete:
            assert nora.acts(), nora.where_it_stands
            await scene.settles()


async def known(scene: Scene) -> set[str]:
    """Return the keys of everybody whom the service knows."""

    async def read(transaction: Transaction) -> set[str]:
        everybody = await people.with_accounts(
            transaction, [f"telegram:{person.id}" for person in scene.people.values()]
        )
        return {person.key for person in everybody}

    return await scene.transact(read)


async def nothing_is_left_of(scene: Scene, gone: Sequence[str]) -> None:
    """Check that nothing is sealed with keys that were destroyed, and that the rest opens."""

    async def look(transaction: Transaction) -> None:
        for table in private_tables():
            for row in await transaction.connection.execute(select(table)):
                for column, bound_to in private_columns(table):
                    sealed = getattr(row, column.name)
                    if not isinstance(sealed, Sealed):
                        continue
                    place = (f"{table.name}.{column.name}", *(getattr(row, b) for b in bound_to))
                    assert not set(sealed.keys) & set(gone), place
                    assert not transaction.keys.is_destroyed(sealed.keys), place
                    assert transaction.keys.open_bytes(sealed, *place) is not None

    await scene.transact(look)


async def everything_is_looked_after(scene: Scene) -> None:
    """Check that whatever is not at its end has a next deadline."""

    async def look(transaction: Transaction) -> None:
        planned = {
            (row.kind, row.subject)
            for row in await transaction.connection.execute(select(due_work))
        }
        for row in await transaction.connection.execute(select(tasks)):
            wanted = BY_STATUS.get(row.status, ())
            assert all((kind, row.id) in planned for kind in wanted), (row.reference, row.status)
            if row.status in UNFINISHED:
                assert (row.helper_id is not None) == (row.status in HELD), row.reference

    await scene.transact(look)
