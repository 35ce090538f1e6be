"""The file of the keys: wrapped keys, what some of them are used for, and which were destroyed."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.failures import (
    BUSY,
    DISK_FAILING,
    DISK_FULL,
    LOCKED,
    NOT_OPENABLE,
    READ_ONLY,
    reason_of,
)
from storage.sealed import KEY_NAME_BYTES, NONCE_BYTES

#: The key of the house in files of the first version.
_FIRST_HOUSE: Final = "0" * 16
_SECRET_BYTES: Final = 32
_TABLES: Final = (
    "CREATE TABLE IF NOT EXISTS uses (use TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS destroyed (name TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID",
    # What was replaced, by what. Kept for good, for whoever still knows the former name.
    "CREATE TABLE IF NOT EXISTS replaced (name TEXT PRIMARY KEY, by TEXT NOT NULL) WITHOUT ROWID",
)

_CANNOT_WRITE: Final = (
    "it cannot be written; is its disk read-only, and may this user write the file and its folder?"
)
#: What is said of a file that cannot be used, by the reason.
_TROUBLES: Final[Mapping[str | None, str]] = {
    DISK_FULL: "its disk is full; make room there",
    DISK_FAILING: "its disk fails, or has no room; look at the disk",
    READ_ONLY: _CANNOT_WRITE,
    NOT_OPENABLE: "it cannot be made or opened; is it a folder, is its disk read-only, and may this"
    " user write there?",
    BUSY: "another program holds it; wait until that is done",
    LOCKED: "another program holds it; wait until that is done",
}

#: A key and the master key that wraps it.
_WITH_MASTER: Final = (
    "SELECT wrapped, (SELECT secret FROM master ORDER BY id DESC LIMIT 1) FROM keys WHERE name = ?"
)


class Use(StrEnum):
    """What a key is used for that belongs to no person."""

    #: What a scheme keeps for good and is nobody's own, such as the addresses of groups.
    HOUSE = "house"
    #: What stays for moments: updates that were not read yet, words to groups.
    TRANSIT = "transit"
    #: Finding accounts and addresses.
    LOOKUP = "lookup"
    #: Finding those that have not been written anew yet.
    FORMER_LOOKUP = "former-lookup"
    #: Backups, each as a whole.
    BACKUP = "backup"


class KeysError(Exception):
    """The file of the keys cannot be used; the message says what to do about it."""


class KeyGoneError(Exception):
    """The key that opens this text was destroyed or belongs to another file of keys."""


class KeysFile:
    """The open file. Every change of it is on disk, whole, when its method returns."""

    def __init__(self, path: Path, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
        self.path = path
        self.random_bytes = random_bytes
        try:
            make_closed(path)
            self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise KeysError(why_unusable(error)) from error
        try:
            self._open()
        except BaseException as error:
            self._file.close()
            if isinstance(error, sqlite3.Error | KeyGoneError):
                raise KeysError(why_unusable(error)) from error
            raise

    def _open(self) -> None:
        for pragma in ("synchronous=FULL", "secure_delete=ON", "busy_timeout=5000"):
            self._file.execute(f"PRAGMA {pragma}")
        # One transaction for all of it: a crash leaves an empty file, which is begun anew, and of
        # two processes that start at once only one makes the keys.
        with self.changing():
            # Asked for only now: what a crash left half-written was taken back by the line above.
            if self.path.stat().st_size == 0:
                self._make_tables()
            self._bring_up_to_date()
        self.read()

    def _make_tables(self) -> None:
        execute = self._file.execute
        execute("CREATE TABLE master (id INTEGER PRIMARY KEY, secret BLOB NOT NULL)")
        execute("CREATE TABLE keys (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID")
        execute("INSERT INTO master VALUES (1, ?)", (self.random_bytes(_SECRET_BYTES),))

    def _bring_up_to_date(self) -> None:
        execute = self._file.execute
        for statement in _TABLES:
            execute(statement)
        master = self._read_master()
        is_old = execute("SELECT 1 FROM keys WHERE name = ?", (_FIRST_HOUSE,)).fetchone()
        has_uses = execute("SELECT 1 FROM uses").fetchone()
        if is_old and not has_uses:
            execute("INSERT INTO uses VALUES (?, ?)", (Use.HOUSE, _FIRST_HOUSE))
        elif not has_uses and execute("SELECT 1 FROM keys").fetchone():
            raise KeyGoneError
        for use in (Use.HOUSE, Use.TRANSIT, Use.LOOKUP, Use.BACKUP):
            if not execute("SELECT 1 FROM uses WHERE use = ?", (use,)).fetchone():
                execute("INSERT INTO uses VALUES (?, ?)", (use, self._insert(master)))

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Make one change of all that is changed within: on disk whole, or not at all."""
        if self._file.in_transaction:
            yield
            return
        self._file.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._file.execute("COMMIT")
        except BaseException:
            # Where the disk is full, SQLite may have taken all back by itself.
            with contextlib.suppress(sqlite3.Error):
                self._file.execute("ROLLBACK")
            raise

    def has_changed(self) -> bool:
        """Say whether another process changed the file since it was last asked or read."""
        (version,) = self._file.execute("PRAGMA data_version").fetchone()
        is_new: bool = version != self._version
        self._version: int = version
        return is_new

    def read(self) -> None:
        """Read what is kept in memory: uses, and what was destroyed; raises KeysError."""
        execute = self._file.execute
        (self._version,) = execute("PRAGMA data_version").fetchone()
        self._uses: dict[str, str] = dict(execute("SELECT use, name FROM uses").fetchall())
        self.newer: dict[str, str] = dict(execute("SELECT name, by FROM replaced").fetchall())
        self.destroyed: frozenset[str] = frozenset(
            name for (name,) in execute("SELECT name FROM destroyed")
        )
        for name in self._uses.values():
            self.unwrap(name)

    def _read_master(self) -> AESGCM:
        row = self._file.execute("SELECT secret FROM master ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            raise KeysError("it holds no master key; bring back the file that belongs to the data")
        return AESGCM(row[0])

    def is_used(self, use: Use) -> bool:
        """Say whether there is a key for a use."""
        return use in self._uses

    def used_for(self, use: Use) -> str:
        """Return the name of the key for a use."""
        return self._uses[use]

    def make(self) -> str:
        """Make a key and return its name."""
        with self.changing():
            return self._insert(self._read_master())

    def renew(self, use: Use) -> str:
        """Make a new key for a use, from now on, and return the name of the former one.

        That goes on opening what it sealed, until all of it is sealed anew and it is dropped or
        destroyed. Where this was begun before and not ended, no other one is made.
        """
        with self.changing():
            # Another process may have renewed it just now.
            self.read()
            former = self._former(self.used_for(use))
            if former is None:
                former, name = self.used_for(use), self._insert(self._read_master())
                self._file.execute("UPDATE uses SET name = ? WHERE use = ?", (name, use))
                self._file.execute("INSERT INTO replaced VALUES (?, ?)", (former, name))
        self.read()
        return former

    def begin_new_lookup(self) -> None:
        """Make a new key for finding accounts; what was found by the former one still is."""
        if self.is_used(Use.FORMER_LOOKUP):
            return
        with self.changing():
            name, former = self._insert(self._read_master()), self._uses[Use.LOOKUP]
            self._file.execute("UPDATE uses SET name = ? WHERE use = ?", (name, Use.LOOKUP))
            self._file.execute("INSERT INTO uses VALUES (?, ?)", (Use.FORMER_LOOKUP, former))
        self.read()

    def end_new_lookup(self) -> None:
        """Drop the former key for finding accounts, once everybody is found by the new one."""
        with self.changing():
            self._file.execute("DELETE FROM keys WHERE name = ?", (self._uses[Use.FORMER_LOOKUP],))
            self._file.execute("DELETE FROM uses WHERE use = ?", (Use.FORMER_LOOKUP,))
        self.read()

    def replace(self, names: Sequence[str]) -> dict[str, str]:
        """Make a newer key for each of some, where there is none, and return those by their names.

        The former ones go on opening what they sealed, until they are dropped.
        """
        with self.changing():
            master = self._read_master()
            for name in names:
                is_done = name in self.newer or name in self.destroyed
                if not is_done and self._former(name) is None:
                    row = (name, self._insert(master))
                    self._file.execute("INSERT INTO replaced VALUES (?, ?)", row)
        self.read()
        return {name: self.newer[name] for name in names if name in self.newer}

    def _former(self, name: str) -> str | None:
        """Return the key in the place of which another was made, where it is not dropped yet."""
        found = "SELECT name FROM replaced JOIN keys USING (name) WHERE by = ?"
        row: tuple[str] | None = self._file.execute(found, (name,)).fetchone()
        return None if row is None else row[0]

    def replaced(self) -> frozenset[str]:
        """Return the keys that newer ones replace and that are not dropped yet."""
        still = "SELECT name FROM replaced JOIN keys USING (name)"
        return frozenset(name for (name,) in self._file.execute(still))

    def drop(self, names: Collection[str]) -> None:
        """Drop keys that newer ones replace, once nothing is sealed with them any more."""
        with self.changing():
            self._file.executemany(
                "DELETE FROM keys WHERE name IN (SELECT name FROM replaced WHERE name = ?)",
                [(name,) for name in names],
            )
        self.read()

    def _insert(self, master: AESGCM) -> str:
        name = self.random_bytes(KEY_NAME_BYTES).hex()
        self._keep(name, self.random_bytes(_SECRET_BYTES), master)
        return name

    def _keep(self, name: str, secret: bytes, master: AESGCM) -> None:
        nonce = self.random_bytes(NONCE_BYTES)
        wrapped = nonce + master.encrypt(nonce, secret, name.encode())
        self._file.execute("INSERT OR REPLACE INTO keys VALUES (?, ?)", (name, wrapped))

    def unwrap(self, name: str) -> bytes:
        """Return the secret of a key; raises KeyGoneError."""
        # Both at once: another process may change the master key at any moment.
        row = self._file.execute(_WITH_MASTER, (name,)).fetchone()
        if row is None:
            raise KeyGoneError
        wrapped, secret = row
        return _unwrapped(name, wrapped, AESGCM(secret))

    def missing(self, names: Collection[str]) -> set[str]:
        """Return those of some names of which there is no key."""
        there = "SELECT 1 FROM keys WHERE name = each.value"
        asked = f"SELECT value FROM json_each(?) AS each WHERE NOT EXISTS ({there})"  # noqa: S608 - ours
        return {name for (name,) in self._file.execute(asked, (json.dumps(list(names)),))}

    def hold_people(self) -> bool:
        """Say whether any key belongs to a person, and so to data that were there once."""
        some = "SELECT 1 FROM keys WHERE name NOT IN (SELECT name FROM uses) LIMIT 1"
        return self._file.execute(some).fetchone() is not None

    def destroy(self, names: Sequence[str], now: datetime) -> None:
        """Destroy keys, those that this file never held too, and note that they are."""
        with self.changing():
            self._file.executemany("DELETE FROM keys WHERE name = ?", [(name,) for name in names])
            self._file.executemany(
                "INSERT OR IGNORE INTO destroyed VALUES (?, ?)",
                [(name, now.isoformat()) for name in names],
            )
        self.destroyed |= frozenset(names)

    def destroyed_on(self) -> dict[str, date]:
        """Return every key that was destroyed, with its day."""
        rows = self._file.execute("SELECT name, at FROM destroyed").fetchall()
        return {name: datetime.fromisoformat(at).date() for name, at in rows}

    def rotate_master(self) -> None:
        """Make a new master key and wrap every key with it; the former one opens nothing more."""
        with self.changing():
            former, secret = self._read_master(), self.random_bytes(_SECRET_BYTES)
            for name, wrapped in self._file.execute("SELECT name, wrapped FROM keys").fetchall():
                self._keep(name, _unwrapped(name, wrapped, former), AESGCM(secret))
            (number,) = self._file.execute("SELECT max(id) FROM master").fetchone()
            self._file.execute("DELETE FROM master")
            self._file.execute("INSERT INTO master VALUES (?, ?)", (number + 1, secret))
        self.read()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def why_unusable(error: BaseException) -> str:
    """Say why the file cannot be used, and what to do."""
    return _TROUBLES.get(reason_of(error), "it is not a file of Doorstep's keys, or it is damaged")


def _unwrapped(name: str, wrapped: bytes, master: AESGCM) -> bytes:
    try:
        return master.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], name.encode())
    except (InvalidTag, ValueError):
        raise KeyGoneError from None


def make_closed(path: Path) -> None:
    """Make a file that nobody else on the machine may read; raises KeysError where others may."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Closed to others before anything is written into it.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if path.stat().st_mode & 0o077:
        raise KeysError("other users of this machine may read the file; run chmod 600 on it")
