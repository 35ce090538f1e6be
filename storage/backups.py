"""The folder of the backups: one more is made, old ones go, and what was forgotten stands there."""

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO, Final

from storage import backup_file, forgotten, snapshot
from storage.backup_file import SALT_BYTES, SUFFIX, Head
from storage.durable import sweep_parts, written_whole
from storage.keys import Keys
from storage.keys_file import KeyGoneError, KeysError, KeysFile, Use
from storage.migration import ForeignDatabaseError
from storage.vault import fit

AtStep = Callable[[str], None]

#: What the machine says where there is no room: on the disk, for this user, or in one file.
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Trouble(IntEnum):
    """Why there is no backup, or no copy of the keys; kept as the number of timed work."""

    DISK_FULL = 1
    FOLDER = 2
    DATABASE = 3
    KEYS = 4
    KEYS_COPY = 5


class BackupError(Exception):
    """No backup was made; those that were there before still are."""

    def __init__(self, trouble: Trouble, why: Exception | None = None) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble
        #: What made it so, where it is known.
        self.why = why


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made; `size` is in bytes."""

    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Source:
    """What is backed up, the files of the database and of its keys; and by which Doorstep."""

    database: Path
    keys: Path
    version: str


def nothing(step: str) -> None:
    """Go on at every step."""


def make(source: Source, folder: Path, now: datetime, at_step: AtStep = nothing) -> Made:
    """Make a backup and return it once it is whole, on disk, and was read back.

    The folder has to be there: where a disk is not, nothing is written in its place. Raises
    BackupError.
    """
    with _troubles_named():
        if not folder.is_dir():
            raise BackupError(Trouble.FOLDER)
        sweep_parts(folder)
        made = _made(source, folder, now, at_step)
    note_forgotten(source, folder)
    at_step("forgettings noted")
    return made


@contextmanager
def _troubles_named() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, snapshot.DamagedDatabaseError, ForeignDatabaseError) as error:
        raise BackupError(Trouble.DATABASE, error) from None
    except (KeysError, KeyGoneError):
        raise BackupError(Trouble.KEYS) from None
    except OSError as error:
        raise BackupError(Trouble.DISK_FULL if error.errno in _FULL else Trouble.FOLDER) from None


def _made(source: Source, folder: Path, now: datetime, at_step: AtStep) -> Made:
    with closing(Keys(source.keys)) as keys:
        name = keys.file.used_for(Use.BACKUP)
        secret, salt = keys.file.unwrap(name), keys.file.random_bytes(SALT_BYTES).hex()
        if not fit(source.database, keys):
            # With these it could be opened, and not be read.
            raise BackupError(Trouble.KEYS)
    revision, plain = snapshot.of_database(source.database, at_step)
    if revision is None:
        raise BackupError(Trouble.DATABASE)
    head = Head(
        version=source.version,
        key=name,
        revision=revision,
        at=now,
        salt=salt,
    )
    path = folder / backup_file.name_of(source.database.stem, now, head.salt)
    with written_whole(path) as file:
        at_step("backup begun")
        backup_file.write(file, head, secret, plain)
        file.flush()
        os.fsync(file.fileno())
        at_step("backup written")
        if not _is_as_written(file, secret, plain):
            raise BackupError(Trouble.FOLDER)
        at_step("backup read back")
    at_step("backup in place")
    return Made(path, path.stat().st_size)


def _is_as_written(file: BinaryIO, secret: bytes, plain: bytes) -> bool:
    place, view = 0, memoryview(plain)
    try:
        for piece in backup_file.read_pieces(file, secret):
            if view[place : place + len(piece)] != piece:
                return False
            place += len(piece)
    except (backup_file.DamagedBackupError, backup_file.NotABackupError):
        return False
    return place == len(plain)


def note_forgotten(source: Source, folder: Path) -> None:
    """Note beside the backups all keys that were destroyed, or are about to be.

    Raises BackupError.
    """
    with _troubles_named():
        destroyed = forgotten_in(source.database)
        with closing(KeysFile(source.keys)) as keys:
            destroyed |= keys.destroyed_on()
        forgotten.add(folder, destroyed)


def forgotten_in(database: Path) -> dict[str, date]:
    """Return the keys of everybody who was forgotten in a database, each with its day."""
    with snapshot.opened(database) as file:
        tables = "SELECT 1 FROM sqlite_master WHERE name = 'forgettings'"
        if file.execute(tables).fetchone() is None:
            return {}
        rows = file.execute("SELECT key, at FROM forgettings").fetchall()
    return {key: datetime.fromisoformat(at).date() for key, at in rows}


def all_in(folder: Path, stem: str) -> list[Path]:
    """Return the backups of a database in a folder, the oldest first."""
    return sorted(folder.glob(f"{stem}-*{SUFFIX}"), key=lambda path: path.name)


def prune(folder: Path, stem: str, kept: int, at_step: AtStep = nothing) -> None:
    """Take away all but the newest backups of a database; raises BackupError."""
    with _troubles_named():
        for path in all_in(folder, stem)[:-kept]:
            path.unlink()
            at_step("older backup removed")
