"""A disk without room: which one it is, is named rightly, and nothing half-written is left."""

import resource
import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.failures import DatabaseUnavailableError
from storage.keys import Keys
from storage.model import Person
from tests.commands import Done, ran, ran_without_room
from tests.disks import FILLING, fill, small_disk
from tests.service.one_line import FULL, doctor_says, says_one_line, settings, state
from tests.storage import neighbours
from tests.storage.test_older_schemes import left_by_0003

pytestmark = pytest.mark.sqlite("about files")


ROOM: Final = " room"


@dataclass(frozen=True)
class Disk:
    """A small disk, or a folder where this machine lets us mount none."""

    path: Path
    is_own: bool

    @contextmanager
    def without_room(self) -> Iterator[None]:
        """Leave no room on it for a while."""
        if self.is_own:
            fill(self.path)
            yield
            (self.path / FILLING).unlink()
        else:
            before = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
            yield
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    def fill(self) -> Callable[..., Done]:
        """Leave no room on it; returns how commands are run that meet this."""
        if self.is_own:
            fill(self.path)
        return ran if self.is_own else ran_without_room


@pytest.fixture
def disk(folder: Path) -> Iterator[Disk]:
    """A disk on which there is little room."""
    with small_disk(folder / "disk") as is_own:
        yield Disk(folder / "disk", is_own)


@pytest.mark.parametrize("is_there", [True, False])
def test_the_full_disk_of_the_database_is_named(is_there: bool, folder: Path, disk: Disk) -> None:
    file = disk.path / "doorstep.sqlite"
    given = settings({"DOORSTEP_DATABASE": f"sqlite:///{file}"})
    if is_there:
        shutil.copy(folder / file.name, file)
    elif disk.is_own:
        given["DOORSTEP_KEYS"] = "new.keys"
    before = file.read_bytes() if is_there else b""
    run = disk.fill()
    for command in ("run", "migrate"):
        says_one_line(run(folder, command, **given), FULL)
    doctor_says(run(folder, "doctor", **given), FULL, "database")
    assert (file.read_bytes() if file.exists() else b"") == before


def test_an_update_that_finds_no_room_leaves_all_as_it_was(tmp_path: Path, disk: Disk) -> None:
    file = disk.path / "doorstep.sqlite"
    left_by_0003(file)
    before = state(disk.path)
    run = disk.fill()
    given = settings({"DOORSTEP_DATABASE": f"sqlite:///{file}"})
    given["DOORSTEP_KEYS"] = str(file.with_suffix(".keys"))
    says_one_line(run(tmp_path, "migrate", **given), FULL)
    # No copy is left that would take the room, and be taken for a whole one.
    assert {name: each for name, each in state(disk.path).items() if name != FILLING} == before


def test_the_full_disk_of_the_keys_is_named(tmp_path: Path, disk: Disk) -> None:
    given = settings({"DOORSTEP_KEYS": f"{disk.path}/doorstep.keys"})
    run = disk.fill()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for command in ("run", "migrate"):
        done = run(elsewhere, command, **given)
        # Where every disk is full, the first one is named that is met.
        says_one_line(done, FULL if disk.is_own else ROOM)
        assert not disk.is_own or "DOORSTEP_KEYS names" in done.stderr
    doctor_says(run(elsewhere, "doctor", **given), FULL if disk.is_own else ROOM, "keys")
    assert not (elsewhere / "doorstep.sqlite").exists()


def test_the_full_disk_of_the_backups_is_named(folder: Path, disk: Disk) -> None:
    given = settings({"DOORSTEP_BACKUPS": str(disk.path)})
    before = state(folder)
    run = disk.fill()
    done = run(folder, "backup", **given)
    says_one_line(done, f"the disk of {disk.path} is full; make" if disk.is_own else ROOM)
    doctor_says(run(folder, "doctor", **given), FULL, "backups")
    assert state(folder) == before
    assert not list(disk.path.glob("*.backup*"))


def test_nothing_is_carried_from_a_full_disk(folder: Path, disk: Disk, goal: str) -> None:
    """To read a file SQLite needs a little room too, and to mark it so do we."""
    file = disk.path / "doorstep.sqlite"
    shutil.copy(folder / file.name, file)
    run = disk.fill()
    says_one_line(run(folder, "move", str(file), **settings({"DOORSTEP_DATABASE": goal})), FULL)
    assert not (disk.path / "doorstep.sqlite.moved").exists()


async def test_who_needs_a_key_waits_until_there_is_room(folder: Path, disk: Disk) -> None:
    """Nobody is put aside for it: the work is done once the disk of the keys has room again."""
    keys = disk.path / "doorstep.keys"
    shutil.copy(folder / keys.name, keys)
    database = Database(open_engine(f"sqlite+aiosqlite:///{folder}/doorstep.sqlite"), Keys(keys))
    await database.start()

    def work(transaction: Transaction) -> Awaitable[Person]:
        return neighbours.person(transaction, 7999)

    with disk.without_room(), pytest.raises(DatabaseUnavailableError, match="keys: disk f"):
        await database.transact(work)
    assert (await database.transact(work)).id
    await database.stop()
