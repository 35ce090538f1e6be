"""Restoring a backup: nobody forgotten comes back, nothing is said twice, or nothing changes."""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.restoring import Order, carry_out
from bot.terminal import CannotGoOnError
from handlers.texts import T
from storage import backups, blocks, forgetting, people
from storage.database import Transaction
from storage.keys import Keys
from storage.keys_file import KeysFile, Use
from storage.model import WhyBlocked
from storage.tables import inbox, outbox, tasks
from storage.tables import people as people_rows
from tests.clock import BEGINNING
from tests.endurance.neighbours import TEXTS
from tests.restoring import back_up, bring_back, places_of
from tests.scene import Scene, scene_in
from tests.setting import Setting

pytestmark = pytest.mark.sqlite("its backups are files")

RESTORED = TEXTS.say(T("restored-check-claims"), "en")


async def arranged(scene: Scene, *lines: str) -> None:
    """Arrange a scheme with an owner and some people in Elm Street."""
    setting = Setting(scene)
    for line in (
        "Given Olive, the owner.",
        "Given the group Elm Street of Ben and Mia.",
        "Given the neighbourhood Elm Street, whose cards hang in Elm Street.",
        "Given Rosa of Elm Street has asked before.",
        *lines,
    ):
        await setting.given(line)


async def forget(scene: Scene, name: str) -> str:
    """Forget somebody as the service does, and return the name of their key."""
    account, now = f"telegram:{scene.people[name].id}", scene.clock.now()

    async def do(transaction: Transaction) -> str:
        person = await people.find(transaction, account)
        assert person is not None
        farewell = await forgetting.forget(transaction, person, now)
        await forgetting.destroy_keys(transaction, now)
        if farewell is not None:
            await forgetting.end_farewell(transaction, farewell.chat_id, now)
        return person.key

    return await scene.transact(do)


async def is_known(scene: Scene, name: str) -> bool:
    account = f"telegram:{scene.people[name].id}"

    async def find(transaction: Transaction) -> bool:
        return await people.find(transaction, account) is not None

    return await scene.transact(find)


async def test_the_state_of_the_backup_is_back_and_the_owners_hear_of_it(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await arranged(scene)
        backup = await back_up(scene, tmp_path / "backups")
        await scene.passes(timedelta(hours=12))
        scene.person("Nora").says("/start")
        await scene.settles()
        assert await is_known(scene, "Nora")
        done = await bring_back(scene, backup)
        await scene.settles()
        assert await is_known(scene, "Rosa")
        assert not await is_known(scene, "Nora")
        assert done.rows["people"] == 2
        assert done.aside is not None
        assert done.aside.stat().st_mode & 0o777 == 0o600
        olive = scene.people["Olive"]
        assert olive.sees(RESTORED)
        assert olive.sees("about 12 hours ago")


async def test_somebody_who_was_forgotten_since_stays_forgotten(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await arranged(scene, "Given Carl of Elm Street has asked before.")
        backup = await back_up(scene, tmp_path / "backups")
        key = await forget(scene, "Carl")
        done = await bring_back(scene, backup)
        assert done.forgotten_again == 1
        assert not await is_known(scene, "Carl")
        assert await is_known(scene, "Rosa")
        assert key not in await _keys_in_use(scene)


async def test_not_even_an_older_copy_of_the_keys_brings_anybody_back(tmp_path: Path) -> None:
    """What is left: a backup, keys from before, and the journal beside the backup."""
    async with scene_in(tmp_path) as scene:
        await arranged(scene, "Given Carl of Elm Street has asked before.")
        folder = tmp_path / "backups"
        backup = await back_up(scene, folder)
        older = await asyncio.to_thread(scene.keys.read_bytes)
        key = await forget(scene, "Carl")
        await back_up(scene, folder)
        await scene.stop()
        await asyncio.to_thread(scene.keys.write_bytes, older)
        (tmp_path / "doorstep.sqlite").unlink()
        done = await bring_back(scene, backup)
        assert done.forgotten_again == 1
        assert done.aside is None
        assert not await is_known(scene, "Carl")
        with closing(KeysFile(scene.keys)) as keys:
            assert key in keys.destroyed
            assert keys.missing([key])


async def test_whoever_was_blocked_and_forgotten_stays_blocked(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await arranged(scene, "Given Carl of Elm Street has asked before.")
        carl = scene.people["Carl"]
        number = await _number_of(scene, "Carl")
        owner = await _number_of(scene, "Olive")

        async def block(transaction: Transaction) -> None:
            now = scene.clock.now()
            await blocks.block(transaction, number, WhyBlocked.HARM, owner, now)

        await scene.transact(block)
        backup = await back_up(scene, tmp_path / "backups")
        await forget(scene, "Carl")
        await bring_back(scene, backup)
        carl.says("/start")
        await scene.settles()
        number = await _number_of(scene, "Carl")
        assert await scene.transact(lambda each: blocks.is_blocked(each, number))


async def _number_of(scene: Scene, name: str) -> int:
    account = f"telegram:{scene.people[name].id}"

    async def find(transaction: Transaction) -> int:
        person = await people.find(transaction, account)
        assert person is not None
        return person.id

    return await scene.transact(find)


async def _keys_in_use(scene: Scene) -> set[str]:
    async def read(transaction: Transaction) -> set[str]:
        rows = await transaction.connection.execute(select(people_rows.c.key))
        return set(rows.scalars())

    return await scene.transact(read)


async def test_what_was_unsent_and_unread_is_closed(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await arranged(scene)
        scene.people["Rosa"].says("/help")
        await scene.settles()
        await scene.stop()
        with closing(sqlite3.connect(tmp_path / "doorstep.sqlite")) as file, file:
            file.execute(
                "UPDATE outbox SET status = 'pending' WHERE id = (SELECT max(id) FROM outbox)"
            )
            file.execute(
                "UPDATE inbox SET status = 'new' WHERE number = (SELECT max(number) FROM inbox)"
            )
        backup = backups.make(
            backups.Source(tmp_path / "doorstep.sqlite", scene.keys, "0.1.0"), tmp_path, BEGINNING
        )
        said = sum(len(person.texts) for person in scene.people.values())
        done = await bring_back(scene, backup.path)
        await scene.settles()
        assert (done.unsent, done.unread) == (1, 1)
        everybody = scene.people.values()
        # The word to the owner, and nothing else.
        assert sum(len(person.texts) for person in everybody) == said + 1

        async def states(transaction: Transaction) -> tuple[set[str], set[str]]:
            sent = await transaction.connection.execute(select(outbox.c.status))
            read = await transaction.connection.execute(select(inbox.c.status))
            return set(sent.scalars()), set(read.scalars())

        assert await scene.transact(states) == ({"sent", "unknown"}, {"done"})


async def test_nobody_is_reminded_for_two_hours_and_nobody_is_blamed(tmp_path: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await arranged(
            scene,
            "Given Ben helps in Elm Street with shopping.",
            "Given Dora of Elm Street has asked for shopping tomorrow.",
        )
        ben, dora = scene.people["Ben"], scene.people["Dora"]
        group = scene.groups["Elm Street"]
        ben.taps("I can do this", group.from_bot[-1])
        await scene.settles()
        backup = await back_up(scene, tmp_path / "backups")
        await scene.passes(timedelta(days=1))
        await bring_back(scene, backup)
        await scene.settles()
        said = {person.name: len(person.texts) for person in (ben, dora)}
        await scene.passes(timedelta(minutes=110))
        assert said == {person.name: len(person.texts) for person in (ben, dora)}
        await scene.passes(timedelta(days=4))

        async def held(transaction: Transaction) -> list[tuple[str, bool]]:
            rows = await transaction.connection.execute(select(tasks))
            return [(row.status, row.helper_id is not None) for row in rows]

        # The time to get in touch was over in what is lost: the request was not taken from Ben.
        assert await scene.transact(held) == [("claimed", True)]


# --- What is refused -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database, its keys and a backup of it, after which Nora came."""
    folder = tmp_path_factory.mktemp("kept")

    async def make() -> None:
        async with scene_in(folder) as scene:
            await arranged(scene)
            await back_up(scene, folder / "backups")
            await scene.passes(timedelta(hours=1))
            scene.person("Nora").says("/start")
            await scene.settles()

    asyncio.run(make())
    return folder


@pytest.fixture
def place(kept: Path, tmp_path: Path) -> Path:
    """A copy of that folder, for one test."""
    for path in kept.rglob("doorstep*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(kept)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes())
            copy.chmod(0o600)
    return tmp_path


def order_in(place: Path, *, replaces: bool = True) -> Order:
    (backup,) = (place / "backups").glob("*.backup")
    scene = Scene.__new__(Scene)
    scene.url, scene.keys = (
        f"sqlite+aiosqlite:///{place / 'doorstep.sqlite'}",
        place / "doorstep.keys",
    )
    return Order(places_of(scene, place / "backups"), backup, BEGINNING + timedelta(1), replaces)


def numbers_of(database: Path) -> tuple[int, str]:
    """How many people there are, and whether it is whole."""
    with closing(sqlite3.connect(database)) as file:
        (people_there,) = file.execute("SELECT count(*) FROM people").fetchone()
        (whole,) = file.execute("PRAGMA integrity_check").fetchone()
    return people_there, whole


def everything_in(place: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}


def _cut_off(place: Path) -> None:
    backup = order_in(place).file
    backup.write_bytes(backup.read_bytes()[:-1000])


def _changed(place: Path) -> None:
    backup = order_in(place).file
    content = bytearray(backup.read_bytes())
    content[-5000] ^= 1
    backup.write_bytes(bytes(content))


def _no_backup(place: Path) -> None:
    order_in(place).file.write_text("a shopping list")


def _of_newer_format(place: Path) -> None:
    backup = order_in(place).file
    backup.write_bytes(backup.read_bytes().replace(b'"format":1', b'"format":2'))


def _other_keys(place: Path) -> None:
    (place / "doorstep.keys").unlink()
    Keys(place / "doorstep.keys").close()


def _without_keys(place: Path) -> None:
    (place / "doorstep.keys").unlink()


def _all_keys_changed(place: Path) -> None:
    with closing(KeysFile(place / "doorstep.keys")) as keys:
        keys.renew(Use.BACKUP)
        keys.drop(keys.replaced())


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_cut_off, "is damaged"),
        (_changed, "is damaged"),
        (_no_backup, "is not a backup of Doorstep"),
        (_of_newer_format, "newer Doorstep"),
        (_other_keys, "does not hold its key"),
        (_without_keys, "is missing"),
        (_all_keys_changed, "before all keys were changed"),
    ],
)
def test_what_cannot_be_restored_is_said_in_one_line_and_nothing_changes(
    place: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(place)
    order, before = order_in(place), everything_in(place)
    with pytest.raises(CannotGoOnError, match=said) as error:
        carry_out(order)
    assert len(str(error.value).splitlines()) == 1
    assert everything_in(place) == before


def test_a_database_is_not_overwritten_unasked(place: Path) -> None:
    before = everything_in(place)
    with pytest.raises(CannotGoOnError, match="--replace"):
        carry_out(order_in(place, replaces=False))
    assert everything_in(place) == before


def test_people_whose_keys_are_missing_are_not_lost_unasked(place: Path) -> None:
    """The keys are older than the backup: they lack one of the people."""
    with closing(sqlite3.connect(place / "doorstep.sqlite")) as file:
        (key,) = file.execute("SELECT key FROM people WHERE id = 2").fetchone()
    with closing(sqlite3.connect(place / "doorstep.keys")) as file, file:
        file.execute("DELETE FROM keys WHERE name = ?", (key,))
    order = order_in(place)
    database = (place / "doorstep.sqlite").read_bytes()
    with pytest.raises(CannotGoOnError, match="lacks the keys of 1 person, of whom"):
        carry_out(order)
    assert (place / "doorstep.sqlite").read_bytes() == database
    done = carry_out(Order(order.places, order.file, order.now, replaces=True, loses=True))
    assert (done.lost, done.forgotten_again) == (1, 0)


# --- Killed --------------------------------------------------------------------------------------

STEPS = [
    "decrypted",
    "checked",
    "made ready",
    "whole",
    "kept beside",
    "about to replace",
    "in place",
]


def test_every_step_of_a_restore_is_known(place: Path) -> None:
    passed: list[str] = []
    carry_out(order_in(place), passed.append)
    assert passed == STEPS


@pytest.mark.parametrize("last", STEPS)
def test_a_kill_leaves_the_state_before_or_the_new_one(place: Path, last: str) -> None:
    order, database = order_in(place), place / "doorstep.sqlite"
    child = os.fork()
    if child == 0:
        carry_out(order, lambda step: os._exit(9) if step == last else None)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert numbers_of(database) == ((2, "ok") if last == "in place" else (3, "ok"))
    again = Order(order.places, order.file, order.now + timedelta(hours=1), replaces=True)
    carry_out(again)
    assert numbers_of(database) == (2, "ok")
    assert not list(place.glob("*.restoring*"))


def test_a_restored_state_is_planned_to_be_told_once(place: Path) -> None:
    carry_out(order_in(place))
    with closing(sqlite3.connect(place / "doorstep.sqlite")) as file:
        planned = file.execute("SELECT count(*) FROM due_work WHERE kind = 'restored'").fetchone()
    assert planned == (1,)
