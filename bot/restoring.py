"""What `doorstep restore` does: a backup takes the place of the database, or nothing changes.

The new state is made whole beside the old one, checked, and made ready; only then does it take its
place, in one step. Wherever that ends, there is a whole database: the one before, or the new one.
"""

import asyncio
import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from bot.backups import refuse_server
from bot.clock import SystemClock
from bot.configuration import Places
from bot.data import only_copy
from bot.running import alone, keys_to_oneself, open_keys, settings_of
from bot.safekeeping import source_of
from bot.terminal import CannotGoOnError, counted, say
from handlers import restored
from handlers.house import House, Turn
from handlers.settled import settled
from handlers.texts import Texts
from storage import after_backup, backups, erasing, forgotten, migration
from storage.backup_file import (
    DamagedBackupError,
    Head,
    NewerBackupError,
    NotABackupError,
    read_head,
    read_pieces,
)
from storage.backups import AtStep, BackupError, nothing
from storage.database import Database, Transaction
from storage.durable import sync_folder
from storage.engines import open_engine
from storage.failures import DatabaseUnavailableError
from storage.forgetting import kin
from storage.keys import Keys
from storage.keys_copy import KeysCopy, KeysCopyError, OnlyCopyError
from storage.keys_file import KeyGoneError
from storage.migration import NewerDatabaseError
from storage.snapshot import DamagedDatabaseError, check_whole
from storage.vault import KeysDoNotFitError, fit, is_readable

#: How the new state is called until it is whole.
_BEGUN: Final = ".restoring"
#: What SQLite keeps beside a database.
_BESIDE: Final = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be restored where. `replaces` lets it take the place of a database.

    `loses` lets people go whose keys are not there: nobody can read what is kept of them.
    """

    places: Places
    file: Path
    now: datetime
    replaces: bool = False
    loses: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored: the head of the backup, rows by table, and what was made of them.

    `aside` is where the database from before is, if there was one.
    """

    head: Head
    rows: Mapping[str, int]
    forgotten_again: int
    lost: int
    unsent: int
    unread: int
    aside: Path | None = None


def restore(file: Path, *, replaces: bool, loses: bool) -> None:
    """Restore a backup and say what that is; raises CannotGoOnError with nothing changed."""
    places = settings_of(Places)
    refuse_server(places, "restore")
    with alone(places), keys_to_oneself(places):
        done = carry_out(Order(places, file, SystemClock().now(), replaces, loses))
        _tell(done)
        _keep_up(places)


def carry_out(order: Order, at_step: AtStep = nothing) -> Restored:
    """Restore a backup where nothing else runs; raises CannotGoOnError with nothing changed."""
    _refuse_to_overwrite(order)
    head, secret = _opened(order)
    working = order.places.database_file.with_name(order.places.database_file.name + _BEGUN)
    _clear(working)
    with _refusals(order):
        try:
            _decrypt(order.file, working, secret)
            at_step("decrypted")
            ready = _ready(order, head, working, at_step)
            aside = _put_in_place(order, working, at_step)
        finally:
            _clear(working)
    return replace(ready, aside=aside)


def _refuse_to_overwrite(order: Order) -> None:
    path = order.places.database_file
    if path.exists() and path.stat().st_size and not order.replaces:
        raise CannotGoOnError(
            f"there is a database already, {path}; add --replace to put the backup in its place"
            " (the present one is kept beside it)"
        )
    if not order.places.keys.exists():
        raise CannotGoOnError(
            f"DOORSTEP_KEYS names {order.places.keys}, which is missing; bring back the file of"
            " the keys first, or copy it from DOORSTEP_KEYS_COPY"
        )


def _opened(order: Order) -> tuple[Head, bytes]:
    """Return the head of a backup and the key that opens it."""
    file = order.file
    try:
        with file.open("rb") as backup:
            head = read_head(backup)
    except OSError:
        raise CannotGoOnError(f"{file} cannot be read; is it there?") from None
    except NotABackupError:
        raise CannotGoOnError(f"{file} is not a backup of Doorstep") from None
    except NewerBackupError:
        raise CannotGoOnError(
            f"{file} was made by a newer Doorstep; install that one first"
        ) from None
    except DamagedBackupError:
        raise CannotGoOnError(f"{file} is damaged; take another backup") from None
    with contextlib.closing(open_keys(order.places)) as keys:
        try:
            return head, keys.file.unwrap(head.key)
        except KeyGoneError:
            is_former = head.key in keys.file.newer or head.key in keys.file.destroyed
    why = (
        "it was made before all keys were changed; only backups made since can be read"
        if is_former
        else f"{order.places.keys} does not hold its key; bring back the keys that belong to it"
    )
    raise CannotGoOnError(f"{file} cannot be opened: {why}")


@contextlib.contextmanager
def _refusals(order: Order) -> Iterator[None]:
    """Say in one line why a backup cannot be restored."""
    file, keys = order.file, order.places.keys
    try:
        yield
    except (DamagedBackupError, DamagedDatabaseError, NotABackupError):
        said = f"{file} is damaged; take another backup"
    except (KeysDoNotFitError, KeyGoneError):
        said = f"{keys} is not the file of keys that {file} was made with; bring back that one"
    except NewerDatabaseError:
        said = f"{file} was made by a newer Doorstep; install that one first"
    except (OSError, sqlite3.Error, SQLAlchemyError, DatabaseUnavailableError):
        said = (
            f"{file} could not be restored: {order.places.database_file.parent} cannot be written;"
            " may this user write there, and has the disk room?"
        )
    else:
        return
    raise CannotGoOnError(f"{said}; nothing was changed")


def _decrypt(file: Path, working: Path, secret: bytes) -> None:
    number = os.open(working, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(number, "wb") as plain, file.open("rb") as backup:
        for piece in read_pieces(backup, secret):
            plain.write(piece)
        plain.flush()
        os.fsync(plain.fileno())


def _ready(order: Order, head: Head, working: Path, at_step: AtStep) -> Restored:
    """Check a state, and make it one that the service can go on from."""
    with contextlib.closing(sqlite3.connect(working)) as opened:
        check_whole(opened)
    with contextlib.closing(open_keys(order.places)) as keys:
        if not fit(working, keys):
            raise KeysDoNotFitError
    at_step("checked")
    done = asyncio.run(_made_ready(order, head, working))
    with contextlib.closing(open_keys(order.places)) as keys:
        if not is_readable(working, keys):
            raise CannotGoOnError(
                f"{order.file} was made while all keys were being changed, and not all of it can"
                " be read any more; take another backup; nothing was changed"
            )
    at_step("made ready")
    with contextlib.closing(sqlite3.connect(working)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    at_step("whole")
    return done


async def _made_ready(order: Order, head: Head, working: Path) -> Restored:
    url = f"sqlite+aiosqlite:///{working}"
    migrated = await migration.migrate(url, order.now, order.places.keys)
    if migrated.copy is not None:
        # The backup is the copy of what was before.
        migrated.copy.unlink()
    database = Database(open_engine(url), Keys(order.places.keys))
    await database.start()
    try:
        names = await asyncio.to_thread(_gone_since, order, working)
        return await database.transact(lambda transaction: _settle(transaction, order, head, names))
    finally:
        await database.stop()


def _gone_since(order: Order, working: Path) -> frozenset[str]:
    """Return the keys of everybody of whom anything here says that they were forgotten."""
    folders = {order.file.absolute().parent, (order.places.backups or order.file.parent).absolute()}
    names = set(backups.forgotten_in(working)).union(*map(forgotten.read, folders))
    if order.places.database_file.exists():
        # Where that cannot be read, it is what the backup takes the place of.
        with contextlib.suppress(sqlite3.Error):
            names |= set(backups.forgotten_in(order.places.database_file))
    return frozenset(names)


async def _settle(
    transaction: Transaction, order: Order, head: Head, names: frozenset[str]
) -> Restored:
    transaction.keys.destroy(kin(transaction, names), order.now)
    lost = await erasing.with_lost_keys(transaction)
    if lost and not order.loses:
        raise CannotGoOnError(
            f"{order.places.keys} is older than the backup: it lacks the keys of"
            f" {counted(len(lost), 'person', 'people')}, of whom nobody could read anything;"
            " bring back newer keys, or add --lose-unreadable to go on without them; nothing was"
            " changed"
        )
    transaction.keys.destroy(lost, order.now)
    house = House(Texts(), frozenset(), private_chat_link=str)
    turn = Turn(transaction, order.now, await settled(transaction, house))
    unsent = await after_backup.close_unsent(transaction, head.at)
    unread = await after_backup.close_unread(transaction)
    forgotten_again = await restored.forget_again(turn)
    await restored.make_ready(turn, head.at)
    rows = await after_backup.counted(transaction)
    return Restored(head, rows, forgotten_again - len(lost), len(lost), unsent, unread)


def _put_in_place(order: Order, working: Path, at_step: AtStep) -> Path | None:
    """Let a state take the place of the database; returns where that is now."""
    path = order.places.database_file
    aside = None
    if path.exists() and path.stat().st_size:
        aside = path.with_name(f"{path.stem}-before-{order.now:%Y%m%dT%H%M%S}{path.suffix}")
        _settle_log(path)
        for ending in ("", *_BESIDE):
            _keep_beside(path.with_name(path.name + ending), aside.with_name(aside.name + ending))
        at_step("kept beside")
    # Before the new one comes: what belongs to the old one would spoil it.
    for ending in _BESIDE:
        path.with_name(path.name + ending).unlink(missing_ok=True)
    at_step("about to replace")
    working.replace(path)
    sync_folder(path.parent)
    at_step("in place")
    return aside


def _settle_log(path: Path) -> None:
    """Have all that was written last in the file itself; where it is damaged, it stays beside."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(path)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep_beside(path: Path, aside: Path) -> None:
    if not path.exists():
        return
    try:
        os.link(path, aside)
    except OSError:
        # Not every disk knows a second name for a file.
        shutil.copyfile(path, aside)
    aside.chmod(0o600)


def _clear(working: Path) -> None:
    for ending in ("", *_BESIDE):
        working.with_name(working.name + ending).unlink(missing_ok=True)


def _tell(done: Restored) -> None:
    rows = done.rows
    say(
        f"restored as of {done.head.at:%Y-%m-%d %H:%M} UTC:"
        f" {counted(rows['people'], 'person', 'people')},"
        f" {counted(rows['neighbourhoods'], 'neighbourhood', 'neighbourhoods')},"
        f" {counted(rows['tasks'], 'request', 'requests')},"
        f" {rows['unfinished']} of them not finished"
    )
    if done.forgotten_again:
        people = counted(done.forgotten_again, "person", "people")
        say(f"forgotten here too, as they were since then: {people}")
    if done.lost:
        say(f"gone, since their keys were missing: {counted(done.lost, 'person', 'people')}")
    say(
        f"{counted(done.unsent, 'message', 'messages')} not sent before will not be, and"
        f" {done.unread} not read before are closed: they may have been dealt with since"
    )
    if done.aside is not None:
        say(f"the database from before is {done.aside}; delete it once all is well")
    say("start the service; it tells the owners in chat what to check")


def _keep_up(places: Places) -> None:
    """Write the copy of the keys, and the journal, as they are after a restore."""
    with contextlib.suppress(BackupError):
        if places.backups is not None:
            backups.note_forgotten(source_of(places), places.backups)
    if places.keys_copy is None:
        return
    try:
        KeysCopy(places.keys, places.keys_copy).keep_up()
    except OnlyCopyError:
        say(only_copy(places))
    except KeysCopyError:
        say(f"the copy of the keys, {places.keys_copy}, could not be written; look at its disk")
