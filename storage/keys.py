"""The keys that open private text, in a file of their own, apart from the data and its backups.

Every person has a key. It is kept wrapped by the master key, and destroying it makes all that was
sealed with it unreadable, wherever copies of the data may lie.
"""

import os
import sqlite3
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES: Final = 12
KEY_NAME_BYTES: Final = 8
#: The key of the house itself, for what belongs to no person: updates that were not read yet.
HOUSE: Final = "0" * 16
_FORMAT: Final = b"\x01"
_HEADER: Final = len(_FORMAT) + KEY_NAME_BYTES
_CACHED_KEYS: Final = 4096


@dataclass(frozen=True, slots=True)
class Sealed:
    """Something encrypted: format byte, name of its key, nonce, ciphertext with its tag."""

    blob: bytes

    def __repr__(self) -> str:
        return "‹sealed›"


class KeysError(Exception):
    """The file of the keys cannot be used; the message says what to do about it."""


class KeyGoneError(Exception):
    """The key that opens this text was destroyed or belongs to another file of keys."""


class Keys:
    """The open file of the keys; seals and opens private text.

    `random_bytes` is where randomness comes from: `os.urandom` in the running service.
    """

    def __init__(self, path: Path, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
        self._random_bytes = random_bytes
        self._ciphers: OrderedDict[str, AESGCM] = OrderedDict()
        try:
            _make_closed(path)
            self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise KeysError("the file cannot be made or opened; may this user write it?") from error
        try:
            self._master = self._open(path)
        except BaseException as error:
            self._file.close()
            if isinstance(error, sqlite3.Error | KeyGoneError):
                raise KeysError("it is not a file of Doorstep's keys, or it is damaged") from error
            raise

    def _open(self, path: Path) -> AESGCM:
        self._file.execute("PRAGMA synchronous=FULL")
        self._file.execute("PRAGMA secure_delete=ON")
        # One transaction for all of it: a crash leaves an empty file, which is begun anew, and of
        # two processes that start at once only one makes the keys.
        self._file.execute("BEGIN IMMEDIATE")
        # Asked for only now: what a crash left half-written has been taken back by the line above.
        master = self._make_master() if path.stat().st_size == 0 else self._read_master()
        self._file.execute("COMMIT")
        return master

    def _make_master(self) -> AESGCM:
        execute = self._file.execute
        execute("CREATE TABLE master (id INTEGER PRIMARY KEY, secret BLOB NOT NULL)")
        execute("CREATE TABLE keys (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) WITHOUT ROWID")
        secret = self._random_bytes(32)
        master = AESGCM(secret)
        execute("INSERT INTO master VALUES (1, ?)", (secret,))
        self._insert(HOUSE, master)
        return master

    def _read_master(self) -> AESGCM:
        row = self._file.execute("SELECT secret FROM master ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            raise KeysError("it holds no master key; bring back the file that belongs to the data")
        master = AESGCM(row[0])
        self._unwrap(HOUSE, master)
        return master

    def _insert(self, name: str, master: AESGCM) -> None:
        nonce = self._random_bytes(NONCE_BYTES)
        wrapped = nonce + master.encrypt(nonce, self._random_bytes(32), name.encode())
        self._file.execute("INSERT INTO keys VALUES (?, ?)", (name, wrapped))

    def _unwrap(self, name: str, master: AESGCM) -> AESGCM:
        row = self._file.execute("SELECT wrapped FROM keys WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise KeyGoneError
        wrapped: bytes = row[0]
        try:
            key = master.decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], name.encode())
        except (InvalidTag, ValueError):
            raise KeyGoneError from None
        return AESGCM(key)

    def make(self) -> str:
        """Make a key and return its name: 16 hexadecimal digits. On disk when this returns."""
        name = self._random_bytes(KEY_NAME_BYTES).hex()
        self._insert(name, self._master)
        return name

    def _cipher(self, name: str) -> AESGCM:
        cipher = self._ciphers.get(name)
        if cipher is None:
            cipher = self._ciphers[name] = self._unwrap(name, self._master)
            if len(self._ciphers) > _CACHED_KEYS:
                self._ciphers.popitem(last=False)
        else:
            self._ciphers.move_to_end(name)
        return cipher

    def seal(self, name: str, text: str, column: str) -> Sealed:
        """Encrypt text with the key of that name, for one column (`table.column`) only."""
        # An app may send half a surrogate pair; it is kept as it came, and no codec complains of it
        # with the whole text in its error.
        return self.seal_bytes(name, text.encode(errors="surrogatepass"), column)

    def open(self, sealed: Sealed, column: str) -> str:
        """Decrypt what `seal` made for this column; raises KeyGoneError where the key is gone."""
        return self.open_bytes(sealed, column).decode(errors="surrogatepass")

    def seal_bytes(self, name: str, plain: bytes, column: str) -> Sealed:
        """Encrypt bytes with the key of that name, for one column (`table.column`) only."""
        nonce = self._random_bytes(NONCE_BYTES)
        head = _FORMAT + bytes.fromhex(name)
        ciphertext = self._cipher(name).encrypt(nonce, plain, head + column.encode())
        return Sealed(head + nonce + ciphertext)

    def open_bytes(self, sealed: Sealed, column: str) -> bytes:
        """Decrypt what `seal_bytes` made for this column; raises KeyGoneError as `open` does."""
        head, rest = sealed.blob[:_HEADER], sealed.blob[_HEADER:]
        cipher = self._cipher(head[len(_FORMAT) :].hex())
        try:
            return cipher.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], head + column.encode())
        except (InvalidTag, ValueError):
            # Without its cause: nothing of the ciphertext belongs in an error.
            raise KeyGoneError from None

    def close(self) -> None:
        """Close the file and forget every key that was read from it."""
        self._ciphers.clear()
        self._file.close()


def _make_closed(path: Path) -> None:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Closed to others before anything is written into it.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if path.stat().st_mode & 0o077:
        raise KeysError("other users of this machine may read the file; run chmod 600 on it")
