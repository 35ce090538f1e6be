"""A second copy of the file of the keys, in another place: one, and always as the file is now."""

import hashlib
import sqlite3
from pathlib import Path

from storage import snapshot
from storage.durable import wiped_when_replaced, written_whole


class KeysCopyError(Exception):
    """The copy could not be written; the one before is as it was."""


class KeysCopy:
    """Keeps the copy as the file of the keys is; the folder of the copy has to be there.

    More than one would bring back whoever was forgotten in between. What the former one held is
    overwritten.
    """

    def __init__(self, keys: Path, copy: Path) -> None:
        self._keys = keys
        self.path = copy
        self._digest: bytes | None = None

    def keep_up(self) -> bool:
        """Write the copy where the keys have changed; returns whether. Raises KeysCopyError."""
        try:
            content = snapshot.of_keys(self._keys)
            digest = hashlib.sha256(content).digest()
            if (digest == self._digest and self.path.exists()) or self._is_as(digest):
                self._digest = digest
                return False
            with wiped_when_replaced(self.path), written_whole(self.path) as file:
                file.write(content)
        except (OSError, sqlite3.Error) as error:
            raise KeysCopyError from error
        self._digest = digest
        return True

    def is_up_to_date(self) -> bool:
        """Say whether the copy is as the keys are now; raises sqlite3.Error and OSError."""
        return self._is_as(hashlib.sha256(snapshot.of_keys(self._keys)).digest())

    def _is_as(self, digest: bytes) -> bool:
        if not self.path.exists():
            return False
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest() == digest
