"""All keys are changed, and that ends at any point, or others change keys at the same time."""

import asyncio
import fcntl
import os
import subprocess
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from bot.configuration import Places
from bot.restoring import Order, carry_out
from bot.rotating import rotate_everything
from bot.terminal import CannotGoOnError
from storage import backups, forgetting, people
from storage.backups import Source
from storage.database import Database, Transact, Transaction, Work
from storage.engines import open_engine
from storage.keys import Keys
from storage.keys_copy import KeysCopy
from storage.keys_file import KeysFile, Use
from storage.sealed import Sealed, Value
from storage.vault import misfit
from tests.clock import BEGINNING
from tests.databases import copied, is_on_server, url_of
from tests.endurance.amounts import ENDURE
from tests.sealed_rows import opened_in, sealed_in
from tests.service.test_command_line import doorstep
from tests.storage.conftest import empty_database
from tests.storage.test_private_columns import say_everything

__all__ = ["empty_database"]

T = TypeVar("T")
#: Of all moments at which it can end, every so many are tried.
EVERY = 3 if ENDURE else 41


@pytest.fixture
def file(tmp_path: Path, empty_database: Path) -> Path:
    """A database in which something stands in every private column."""
    path = tmp_path / "doorstep.sqlite"
    if not is_on_server():
        path.write_bytes(empty_database.read_bytes())
    with_database(path, say_everything)
    return path


def with_database(file: Path, work: Work[T]) -> T:
    """Run work in a transaction of a database that nothing else has open."""

    async def do() -> T:
        database = opened(file)
        await database.start()
        try:
            return await database.transact(work)
        finally:
            await database.stop()

    return asyncio.run(do())


def opened(file: Path) -> Database:
    return Database(open_engine(url_of(file)), Keys(file.with_suffix(".keys")))


class _Ending:
    """Ends the process after so many steps, as a kill does."""

    def __init__(self, after: int | None) -> None:
        self._left = after
        self.passed = 0

    def step(self) -> None:
        self.passed += 1
        if self._left is not None and self.passed > self._left:
            os._exit(9)

    async def transact(self, transact: Transact, work: Work[T]) -> T:
        async def ended_before_the_commit(transaction: Transaction) -> T:
            done = await work(transaction)
            self.step()
            return done

        done = await transact(ended_before_the_commit)
        self.step()
        return done


async def _rotate(file: Path, ending: _Ending) -> None:
    database = opened(file)
    await database.start()

    class Watched(KeysFile):
        def read(self) -> None:
            super().read()
            ending.step()

    database.keys.file.close()
    # The database holds the same keys.
    database.keys.file = Watched(file.with_suffix(".keys"))
    await rotate_everything(database.keys.file, partial(ending.transact, database.transact))
    await database.stop()


def everything(file: Path) -> list[tuple[str, Sealed, tuple[Value, ...]]]:
    return list(sealed_in(file))


def all_opens(file: Path) -> bool:
    with closing(Keys(file.with_suffix(".keys"))) as keys:
        number = sum(len(found) for found in opened_in(file, keys).values())
        # On a server that is looked at by whoever starts.
        belong_together = is_on_server() or misfit(file, keys) is None
        return number == len(everything(file)) > 20 and belong_together


def rotated(file: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command that changes keys."""
    settings = {"DOORSTEP_DATABASE": url_of(file), **settings}
    return doorstep(file.parent, "keys", "rotate", *arguments, **settings)


async def _is_found(transaction: Transaction) -> bool:
    return await people.find(transaction, "telegram:7001") is not None


def test_a_kill_at_any_point_loses_nothing_and_it_goes_on(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "before"
    folder.mkdir()
    before, keys = copied(file, folder), file.with_suffix(".keys").read_bytes()
    stolen = tmp_path / "stolen.keys"
    stolen.write_bytes(keys)
    stolen.chmod(0o600)
    whole = _Ending(None)
    asyncio.run(_rotate(file, whole))
    assert whole.passed > 50
    for last in range(0, whole.passed, EVERY):
        for path in tmp_path.glob("doorstep.sqlite-*"):
            path.unlink()
        copied(before, tmp_path)
        file.with_suffix(".keys").write_bytes(keys)
        child = os.fork()
        if child == 0:
            asyncio.run(_rotate(file, _Ending(last)))
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9, last
        assert with_database(file, _is_found), last
        assert all_opens(file), last
        asyncio.run(_rotate(file, _Ending(None)))
        assert with_database(file, _is_found), last
        assert all_opens(file), last
        with closing(Keys(stolen)) as old:
            assert opened_in(file, old) == {}, last


async def test_what_the_service_seals_anew_meanwhile_is_not_dropped(file: Path) -> None:
    """Somebody is forgotten while all keys are changed: the key of what stays for moments goes."""
    database, beside = opened(file), opened(file)
    await database.start()
    await beside.start()
    rotating = KeysFile(file.with_suffix(".keys"))
    before = rotating.used_for(Use.TRANSIT)
    original = rotating.end_new_lookup

    def end_new_lookup() -> None:
        # All is sealed anew by now. The service has done with the key of before, and then
        # somebody else is forgotten: the present one is replaced too, and still holds what waits.
        beside.keys.refresh()
        beside.keys.destroy((before,), BEGINNING)
        beside.keys.file.renew(Use.TRANSIT)
        original()

    rotating.end_new_lookup = end_new_lookup  # type: ignore[method-assign]  # a moment in between
    await rotate_everything(rotating, database.transact)
    rotating.close()
    await database.transact(_is_found)

    async def renewed(transaction: Transaction) -> bool:
        return await forgetting.end_former_transit(transaction, BEGINNING)

    while not await beside.transact(renewed):
        pass
    await beside.stop()
    await database.stop()
    assert all_opens(file)


@pytest.mark.sqlite("its backups are files")
def test_a_backup_from_the_midst_of_it_is_refused_once_its_keys_are_gone(
    file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    source = Source(file, file.with_suffix(".keys"), "0.1.0")

    class Backing(_Ending):
        async def transact(self, transact: Transact, work: Work[T]) -> T:
            backups.make(source, folder, BEGINNING + timedelta(hours=self.passed))
            return await super().transact(transact, work)

    asyncio.run(_rotate(file, Backing(None)))
    places = Places(database=f"sqlite:///{file}", keys=source.keys)
    made = backups.all_in(folder, "doorstep")
    whole = 0
    for backup in made[:: len(made) // 8]:
        before = file.read_bytes()
        try:
            carry_out(Order(places, backup, BEGINNING + timedelta(whole), replaces=True))
            whole += 1
        except CannotGoOnError:
            assert file.read_bytes() == before
        assert all_opens(file), backup
    assert whole < len(made[:: len(made) // 8])


def test_keys_are_changed_by_one_command_at_a_time(file: Path, tmp_path: Path) -> None:
    with (tmp_path / "doorstep.keys.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        on_files = () if is_on_server() else (("restore", "some.backup"),)
        for arguments in (("keys", "rotate", "--everything"), *on_files):
            done = doorstep(tmp_path, *arguments, DOORSTEP_DATABASE=url_of(file))
            assert done.returncode == 2
            (line,) = done.stderr.splitlines()
            assert "the keys are being changed by another doorstep" in line
    assert rotated(file, "--everything").returncode == 0
    assert all_opens(file)


@pytest.mark.parametrize("arguments", [(), ("--everything",)])
def test_the_copy_of_the_keys_is_changed_with_them(
    file: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    copy = tmp_path / "elsewhere" / "copy.keys"
    copy.parent.mkdir()
    kept = KeysCopy(file.with_suffix(".keys"), copy)
    kept.keep_up()
    before = copy.read_bytes()
    settings = {"DOORSTEP_KEYS_COPY": str(copy)}
    assert rotated(file, *arguments, **settings).returncode == 0
    assert copy.read_bytes() != before
    assert kept.is_up_to_date()


def test_a_copy_that_cannot_be_written_is_told_once_the_keys_are_changed(
    file: Path, tmp_path: Path
) -> None:
    settings = {"DOORSTEP_KEYS_COPY": str(tmp_path / "nowhere" / "copy.keys")}
    done = rotated(file, **settings)
    assert done.returncode == 2
    assert "every key is wrapped by a new master key" in done.stdout
    assert "the copy of the keys could not be written" in done.stderr
    assert all_opens(file)
