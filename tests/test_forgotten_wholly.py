"""Stories are played to their end, then everybody in them is forgotten: nothing of them opens.

What is tried here is the whole service, with its files as they lie on the disk: the database, its
log, and copies of both that were made before.
"""

from collections.abc import Collection
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import select, update

from handlers.forgetting import doing_it
from handlers.house import House, Turn
from handlers.outgoing import keep
from handlers.texts import Texts
from storage import people
from storage.database import Transaction
from storage.keys import Keys
from storage.model import Status
from storage.numbers import Stretch, asked, called, volunteering, waited
from storage.queue import Sight
from storage.tables import call_outs, metadata, tasks
from storage.tables import people as people_rows
from storage.tasks import UNFINISHED
from tests.clock import BEGINNING
from tests.databases import copied, rows_of
from tests.endurance.amounts import ENDURE
from tests.fresh_scheme import database_in
from tests.scene import OWNER, Scene, scene_in
from tests.sealed_rows import NOBODYS, opened_in
from tests.stage_directions import Stage
from tests.transcript import STORIES, read

#: Between them they fill about every table there is.
PLAYED: Final = (
    "again_weekly_with_the_same_helper",
    "call_out_full_and_reserve",
    "costs",
    "by_phone_relay",
    "worry_of_a_resident",
    *(
        (
            *("two_helpers", "handing_over", "thought_for_others", "blocking", "danger_words"),
            *("asking_as_a_colleague", "hand_back_with_a_note", "appointing_a_coordinator"),
        )
        if ENDURE
        else ()
    ),
)
EVERYTHING: Final = Sight(everything=True)
#: So many days of worries go by before nothing has to be kept for them.
KEPT_FOR: Final = timedelta(days=31)


HOUSE: Final = House(Texts(), frozenset({f"telegram:{OWNER}"}), lambda word: word)


async def everybody(transaction: Transaction) -> list[int]:
    """Return the numbers of all who are known."""
    result = await transaction.connection.execute(
        select(people_rows.c.id)
        .where(people_rows.c.account_hash.is_not(None))
        .order_by(people_rows.c.id)
    )
    return list(result.scalars())


async def forgets(scene: Scene, number: int) -> None:
    """Have somebody forgotten, and all done that follows from it."""

    async def forget(transaction: Transaction) -> None:
        turn = Turn(transaction, scene.clock.now(), HOUSE)
        last = await doing_it.begin(turn, await people.get(transaction, number))
        await keep(turn, [] if last is None else [last])

    await scene.transact(forget)
    await scene.settles()


async def _numbers(transaction: Transaction) -> tuple[object, ...]:
    """Return what is told of everything that was ever asked for and called for."""
    ever = Stretch(BEGINNING - timedelta(days=1), BEGINNING + timedelta(days=99), EVERYTHING)
    found = (
        await asked(transaction, (ever,)),
        await waited(transaction, (ever,)),
        await called(transaction, (ever,)),
    )
    active = (await volunteering(transaction, (ever,), BEGINNING.date())).active
    return (sorted(map(repr, found[0])), sorted(map(repr, found[1])), found[2], active)


async def _end_all(transaction: Transaction) -> None:
    """Close whatever a story leaves open, so that forgetting itself changes no number."""
    now = BEGINNING + timedelta(days=9)
    await transaction.connection.execute(
        update(tasks)
        .where(tasks.c.status.in_(UNFINISHED))
        .values(status=Status.WITHDRAWN, closed_at=now, helper_id=None)
    )
    await transaction.connection.execute(update(call_outs).values(status="over"))


@pytest.mark.parametrize("story", PLAYED)
async def test_everybody_of_a_story_is_forgotten(story: str, tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await Stage(scene).play(read((STORIES / f"{story}.txt").read_text(encoding="utf-8")))
        await scene.settles()
        copies = [copy_of(scene, "before")]
        numbers = await scene.transact(everybody)
        for number in numbers[::2]:
            await forgets(scene, number)
        copies.append(copy_of(scene, "between"))
        for number in numbers[1::2]:
            await forgets(scene, number)
        # What has to be kept for a worry goes by itself.
        if await scene.transact(everybody):
            await scene.passes(KEPT_FOR)
        await scene.passes(timedelta(hours=2))
        assert await scene.transact(everybody) == []
        await scene.stop()
        now = database_in(scene.folder)
        with closing(Keys(scene.keys)) as keys:
            for file in (now, *copies):
                assert set(opened_in(file, keys)) <= NOBODYS, file.name
        assert _named(now, numbers) == set()
        assert _waits(now) == 0
        await scene.start()


def copy_of(scene: Scene, name: str) -> Path:
    """Copy the database as it lies there, with its log, as somebody might who takes the disk."""
    folder = scene.folder / name
    folder.mkdir()
    return copied(database_in(scene.folder), folder)


def _named(file: Path, numbers: Collection[int]) -> set[str]:
    """Return every column that still names anybody of some people."""
    found = set()
    for table in metadata.sorted_tables:
        rows = rows_of(file, table.name)
        for key in table.foreign_keys:
            is_about_people = key.column.table.name in ("people", "volunteers")
            if is_about_people and any(row[key.parent.name] in numbers for row in rows):
                found.add(f"{table.name}.{key.parent.name}")
    return found


def _waits(file: Path) -> int:
    return sum(row["done_at"] is None for row in rows_of(file, "forgettings"))


@pytest.mark.parametrize("story", ["two_helpers", "call_out_full_and_reserve"])
async def test_the_numbers_stay_as_they_were(story: str, tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await Stage(scene).play(read((STORIES / f"{story}.txt").read_text(encoding="utf-8")))
        await scene.settles()
        await scene.transact(_end_all)
        before = await scene.transact(_numbers)
        for number in await scene.transact(everybody):
            await forgets(scene, number)
        assert await scene.transact(_numbers) == before


@pytest.mark.parametrize("touch", ["taps twice", "taps later", "edits", "ends the chat"])
async def test_whoever_only_touches_what_is_left_stays_forgotten(
    touch: str, tmp_path: Path
) -> None:
    """A second tap on the yes, or deleting the chat as was proposed, is no new beginning."""
    async with scene_in(tmp_path) as scene:
        rosa, olive = scene.person("Rosa"), scene.owner()
        group = scene.group("Albion helpers", [olive])
        await scene.resident(rosa, await scene.neighbourhood("Albion", group))
        asked = rosa.says("/forget")
        await scene.settles()
        rosa.taps("Yes, forget me")
        if touch != "taps twice":
            await scene.settles()
        match touch:
            case "edits":
                rosa.edits(asked, "nothing")
            case "ends the chat":
                rosa.blocks_bot()
                rosa.unblocks_bot()
            case _:
                rosa.taps("Yes, forget me")
        await scene.settles()
        assert await scene.transact(everybody) == []
        if touch.startswith("taps"):
            assert "I do not know you any more" in (rosa.toasts[-1].text or "")
        rosa.says("/start")
        await scene.settles()
        assert len(await scene.transact(everybody)) == 1
