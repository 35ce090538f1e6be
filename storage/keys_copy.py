"""A second copy of the file of the keys, in another place: one, and always as the file is now."""

import contextlib
import hashlib
import sqlite3
from pathlib import Path

from storage import snapshot
from storage.durable import wiped_when_replaced, written_whole


class KeysCopyError(Exception):
    """The copy could not be written; the one before is as it was."""


class NotKeysError(Exception):
    """A file holds no keys of Doorstep."""


class OnlyCopyError(KeysCopyError):
    """The copy may be the only one that is left of other keys; it is as it was."""


class KeysCopy:
    """Keeps the copy as the file of the keys is; the folder of the copy has to be there.

    More than one would bring back whoever was forgotten in between. What the former one held is
    overwritten, unless it held what the file of the keys knows nothing of.
    """

    def __init__(self, keys: Path, copy: Path) -> None:
        self._keys = keys
        self.path = copy
        self._digest: bytes | None = None

    def keep_up(self) -> bool:
        """Write the copy where the keys have changed; returns whether.

        Raises KeysCopyError; OnlyCopyError where it `holds_more`.
        """
        try:
            content = snapshot.of_keys(self._keys)
            digest = hashlib.sha256(content).digest()
            if (digest == self._digest and self.path.exists()) or self._is_as(digest):
                self._digest = digest
                return False
            # What this process wrote itself is known to be an earlier state.
            if (self._digest is None or not self._is_as(self._digest)) and self.holds_more():
                raise OnlyCopyError
            with wiped_when_replaced(self.path), written_whole(self.path) as file:
                file.write(content)
        except (OSError, sqlite3.Error) as error:
            raise KeysCopyError from error
        self._digest = digest
        return True

    def holds_more(self) -> bool:
        """Say whether there are keys of people that the file of the keys knows nothing of.

        So it is after everything was lost and begun anew, or an older file was put back; and where
        another file lies there. Raises sqlite3.Error and OSError.
        """
        if not self.path.exists() or self.path.stat().st_size == 0:
            return False
        try:
            of_people = _names(self.path, "keys") - _names(self.path, "uses")
        except NotKeysError:
            return True
        # Looked at only now: where several processes begin, this file is there before its copy.
        if not of_people or not self._keys.exists():
            return bool(of_people)
        return not of_people <= _names(self._keys, "keys", "destroyed", "replaced")

    def is_up_to_date(self) -> bool:
        """Say whether the copy is as the keys are now; raises sqlite3.Error and OSError."""
        return self._is_as(hashlib.sha256(snapshot.of_keys(self._keys)).digest())

    def _is_as(self, digest: bytes) -> bool:
        if not self.path.exists():
            return False
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest() == digest


def _names(path: Path, *tables: str) -> set[str]:
    """Return the keys that some tables of a file name; raises NotKeysError and sqlite3.Error."""
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(snapshot.opened(path))
            known = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            raise NotKeysError from None
        if "keys" not in known:
            raise NotKeysError
        asked = [f"SELECT name FROM {table}" for table in tables if table in known]  # noqa: S608 - words of ours
        return {name for each in asked for (name,) in file.execute(each)}
