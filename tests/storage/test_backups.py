"""Backups of a database that is being written to, and what happens where there is trouble."""

import asyncio
import os
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage import backups, forgotten, people
from storage.backup_file import read_head, read_pieces
from storage.backups import BackupError, Source, Trouble
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.keys_copy import KeysCopy, KeysCopyError, OnlyCopyError
from storage.keys_file import KeysFile, Use
from storage.private import PrivateText
from storage.tables import settings

pytestmark = pytest.mark.sqlite("its backups are files")

NOW = datetime(2026, 4, 13, 3, 30, tzinfo=UTC)


@pytest.fixture
def source(file: Path) -> Source:
    keys = file.with_name("doorstep.keys")
    KeysFile(keys).close()
    return Source(file, keys, "0.1.0")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


def content_of(backup: Path, keys: Path) -> bytes:
    with backup.open("rb") as opened, closing(KeysFile(keys)) as known:
        secret = known.unwrap(read_head(opened).key)
        return b"".join(read_pieces(opened, secret))


def database_in(backup: Path, keys: Path) -> sqlite3.Connection:
    """Open the database that a backup holds, in memory."""
    content = bytearray(content_of(backup, keys))
    # In memory there is no second file for what was written last; a backup holds nothing in it.
    content[18:20] = b"\x01\x01"
    found = sqlite3.connect(":memory:")
    found.deserialize(bytes(content))
    return found


async def test_a_backup_holds_the_database_as_it_was_at_one_moment(
    source: Source, folder: Path
) -> None:
    """Every transaction writes two numbers that are the same; so they are in each backup."""
    database = Database(open_engine(f"sqlite+aiosqlite:///{source.database}"), Keys(source.keys))
    await database.start()
    is_over = False

    async def write() -> int:
        number = 0
        while not is_over:
            number += 1

            async def put(transaction: Transaction, number: int = number) -> None:
                await transaction.connection.execute(settings.delete())
                for name in ("one", "other"):
                    row = {"name": name, "value": [number, "x" * 20_000]}
                    await transaction.connection.execute(settings.insert().values(row))

            await database.transact(put)
        return number

    writing = asyncio.create_task(write())
    seen = set()
    for number in range(12):
        made = await asyncio.to_thread(backups.make, source, folder, NOW + timedelta(days=number))
        with closing(database_in(made.path, source.keys)) as found:
            values = found.execute("SELECT json_extract(value, '$[0]') FROM settings").fetchall()
            assert len(set(values)) <= 1
            seen |= set(values)
            assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    is_over = True
    written = await writing
    await database.stop()
    assert len(seen) > 1
    assert written > len(seen)


async def test_a_backup_tells_nothing_of_anybody(source: Source, folder: Path) -> None:
    database = Database(open_engine(f"sqlite+aiosqlite:///{source.database}"), Keys(source.keys))
    await database.start()

    async def add(transaction: Transaction) -> None:
        person = await people.add(transaction, "telegram:7001", "en", NOW)
        await people.set_name(transaction, person, PrivateText("Rosa"))

    await database.transact(add)
    await database.stop()
    made = backups.make(source, folder, NOW)
    content = made.path.read_bytes()
    # Not even what the database itself shows: which tables there are, and how many rows.
    for word in (b"7001", b"Rosa", b"SQLite", b"people", b"telegram"):
        assert word not in content
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert made.path.name.startswith("doorstep-20260413T033000Z-")


def test_old_backups_go_once_there_are_enough_newer_ones(source: Source, folder: Path) -> None:
    (folder / "holiday.jpg").touch()
    (folder / "other-20200101T000000Z-aaaa.backup").touch()
    made = [backups.make(source, folder, NOW + timedelta(days=day)).path for day in range(5)]
    backups.prune(folder, "doorstep", 3)
    assert backups.all_in(folder, "doorstep") == made[2:]
    assert len(list(folder.iterdir())) == 5


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file become larger."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_where_there_is_no_room_the_older_ones_stay(source: Source, folder: Path) -> None:
    first = backups.make(source, folder, NOW).path
    before = first.read_bytes()
    with room_for(50_000), pytest.raises(BackupError) as error:
        backups.make(source, folder, NOW + timedelta(days=1))
    assert error.value.trouble is Trouble.DISK_FULL
    assert list(folder.iterdir()) == [first]
    assert first.read_bytes() == before


def test_a_folder_that_is_not_there_is_not_made(source: Source, tmp_path: Path) -> None:
    with pytest.raises(BackupError) as error:
        backups.make(source, tmp_path / "stick" / "backups", NOW)
    assert error.value.trouble is Trouble.FOLDER
    assert not (tmp_path / "stick").exists()


def test_a_damaged_database_is_not_backed_up(source: Source, folder: Path) -> None:
    with source.database.open("r+b") as spoilt:
        spoilt.seek(4096 * 3)
        spoilt.write(os.urandom(4096 * 4))
    with pytest.raises(BackupError) as error:
        backups.make(source, folder, NOW)
    assert error.value.trouble is Trouble.DATABASE
    assert not list(folder.iterdir())


def test_without_keys_there_is_no_backup(source: Source, folder: Path) -> None:
    source.keys.write_text("a shopping list")
    source.keys.chmod(0o600)
    with pytest.raises(BackupError) as error:
        backups.make(source, folder, NOW)
    assert error.value.trouble is Trouble.KEYS


async def test_with_the_keys_of_other_data_there_is_no_backup(
    source: Source, folder: Path, tmp_path: Path
) -> None:
    """With such keys it could be opened, and nothing in it read."""
    database = Database(open_engine(f"sqlite+aiosqlite:///{source.database}"), Keys(source.keys))
    await database.start()
    await database.stop()
    KeysFile(tmp_path / "other.keys").close()
    other = Source(source.database, tmp_path / "other.keys", "0.1.0")
    with pytest.raises(BackupError) as error:
        backups.make(other, folder, NOW)
    assert error.value.trouble is Trouble.KEYS
    with os.scandir(folder) as left:
        assert not list(left)


class KilledError(BaseException):
    """The process ends here."""


STEPS = [
    "database looked over",
    "backup begun",
    "backup written",
    "backup read back",
    "backup in place",
    "forgettings noted",
]


def test_every_step_of_a_backup_is_known(source: Source, folder: Path) -> None:
    passed: list[str] = []
    backups.make(source, folder, NOW, passed.append)
    assert passed == STEPS


@pytest.mark.parametrize("last", STEPS)
def test_a_kill_leaves_no_backup_or_a_whole_one(source: Source, folder: Path, last: str) -> None:
    earlier = backups.make(source, folder, NOW).path
    child = os.fork()
    if child == 0:

        def killed(step: str) -> None:
            if step == last:
                os._exit(9)

        backups.make(source, folder, NOW + timedelta(days=1), killed)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    found = backups.all_in(folder, "doorstep")
    assert earlier in found
    for backup in found:
        assert content_of(backup, source.keys)
    # What was half-written is swept away by the next one.
    backups.make(source, folder, NOW + timedelta(days=2))
    assert not list(folder.glob("*.part"))


def test_the_journal_names_keys_and_days_and_nothing_else(source: Source, folder: Path) -> None:
    keys = KeysFile(source.keys)
    gone = [keys.make() for _ in range(2)]
    keys.destroy(gone, NOW)
    keys.close()
    for day in range(2):
        backups.make(source, folder, NOW + timedelta(days=day))
    journal = (folder / forgotten.NAME).read_text()
    assert [line for line in journal.splitlines() if line] == [
        f"{key} 2026-04-13" for key in sorted(gone)
    ]
    assert forgotten.read(folder) == set(gone)


def test_a_journal_that_was_cut_off_loses_nobody(source: Source, folder: Path) -> None:
    keys = KeysFile(source.keys)
    first, second = keys.make(), keys.make()
    keys.destroy([first], NOW)
    backups.note_forgotten(source, folder)
    path = folder / forgotten.NAME
    path.write_text(path.read_text() + second[:7])
    keys.destroy([second], NOW)
    keys.close()
    backups.note_forgotten(source, folder)
    assert forgotten.read(folder) == {first, second}


def test_the_copy_of_the_keys_is_as_they_are(source: Source, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    copy = KeysCopy(source.keys, elsewhere / "doorstep.keys")
    keys = KeysFile(source.keys)
    name = keys.make()
    assert copy.keep_up()
    assert not copy.keep_up()
    assert copy.path.stat().st_mode & 0o777 == 0o600
    with closing(KeysFile(copy.path)) as copied:
        assert copied.unwrap(name) == keys.unwrap(name)
    keys.destroy([name], NOW)
    assert copy.keep_up()
    keys.close()
    with closing(KeysFile(copy.path)) as copied:
        assert name in copied.destroyed
    assert [path.name for path in elsewhere.iterdir()] == ["doorstep.keys"]


def test_what_the_former_copy_of_the_keys_held_is_overwritten(
    source: Source, tmp_path: Path
) -> None:
    copy = KeysCopy(source.keys, tmp_path / "copy.keys")
    copy.keep_up()
    with copy.path.open("rb") as former, closing(KeysFile(source.keys)) as keys:
        keys.make()
        copy.keep_up()
        assert former.read().strip(b"\0") == b""


def test_a_copy_of_the_keys_whose_disk_is_not_there_is_said(source: Source, tmp_path: Path) -> None:
    with pytest.raises(KeysCopyError):
        KeysCopy(source.keys, tmp_path / "stick" / "doorstep.keys").keep_up()
    assert not (tmp_path / "stick").exists()


def _older(source: Source, path: Path) -> None:
    """Leave a copy with a person, and put the keys of before that person back."""
    before = source.keys.read_bytes()
    with closing(KeysFile(source.keys)) as keys:
        keys.make()
    KeysCopy(source.keys, path).keep_up()
    source.keys.write_bytes(before)


def _others(_source: Source, path: Path) -> None:
    with closing(KeysFile(path)) as keys:
        keys.make()


def _no_keys(_source: Source, path: Path) -> None:
    path.write_text("Milk and bread " * 100)


@pytest.mark.parametrize("left", [_older, _others, _no_keys])
def test_a_copy_that_may_be_all_that_is_left_of_some_keys_stays(
    source: Source, tmp_path: Path, left: Callable[[Source, Path], None]
) -> None:
    path = tmp_path / "copy.keys"
    left(source, path)
    before = path.read_bytes()
    with pytest.raises(OnlyCopyError):
        KeysCopy(source.keys, path).keep_up()
    assert path.read_bytes() == before


def test_a_copy_of_before_all_keys_were_changed_is_written_anew(
    source: Source, tmp_path: Path
) -> None:
    path = tmp_path / "copy.keys"
    with closing(KeysFile(source.keys)) as keys:
        names = [keys.make(), keys.make()]
        KeysCopy(source.keys, path).keep_up()
        keys.rotate_master()
        keys.replace(names)
        keys.drop(names[:1])
        keys.destroy(names[1:], NOW)
        keys.renew(Use.TRANSIT)
        keys.begin_new_lookup()
        keys.end_new_lookup()
    assert KeysCopy(source.keys, path).keep_up()


def test_a_second_process_finds_the_copy_as_it_is(source: Source, tmp_path: Path) -> None:
    path = tmp_path / "copy.keys"
    assert KeysCopy(source.keys, path).keep_up()
    assert not KeysCopy(source.keys, path).keep_up()
