"""The keys that open private text, in a file of their own, apart from the data and its backups.

Every person has a key. It is kept wrapped by the master key, and destroying it makes all that was
sealed with it unreadable, wherever copies of the data may lie. What holds words of several people
is sealed with the keys of all of them, and opens only while none of these is destroyed.
"""

import os
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.keys_file import KeyGoneError, KeysFile, Use
from storage.sealed import NONCE_BYTES, Sealed, TornError, Value, bound, head_of

_CACHED_KEYS: Final = 4096
#: Enough that no two of any number of accounts are ever found for each other.
_FINGERPRINT_DIGITS: Final = 32


class Keys:
    """The open file of the keys; seals and opens private text.

    `random_bytes` is where randomness comes from: `os.urandom` in the running service. Another
    process may change the file at the same time: see `refresh`.
    """

    def __init__(self, path: Path, random_bytes: Callable[[int], bytes] = os.urandom) -> None:
        self._random_bytes = random_bytes
        self._known: OrderedDict[str, bytes] = OrderedDict()
        self._ciphers: OrderedDict[tuple[str, ...], AESGCM] = OrderedDict()
        self.file = KeysFile(path, random_bytes)

    @property
    def house(self) -> str:
        """The name of the key for what a scheme keeps and is nobody's own."""
        return self.file.used_for(Use.HOUSE)

    @property
    def transit(self) -> str:
        """The name of the key for what stays for moments; renewed when somebody is forgotten."""
        return self.file.used_for(Use.TRANSIT)

    def refresh(self) -> None:
        """Take notice of what another process has changed in the file; cheap where nothing was."""
        if self.file.has_changed():
            self.file.read()
            self._known.clear()
            self._ciphers.clear()

    def make(self) -> str:
        """Make a key and return its name: 16 hexadecimal digits. On disk when this returns."""
        return self.file.make()

    def is_destroyed(self, names: Iterable[str]) -> bool:
        """Say whether any of some keys was destroyed because its person was forgotten."""
        known = tuple(names)
        return not self.file.destroyed.isdisjoint((*known, *map(self._newest, known)))

    def lost(self, names: Collection[str]) -> set[str]:
        """Return those keys that are neither there nor known to have been destroyed."""
        return {name for name in self.file.missing(names) if not self.is_destroyed((name,))}

    def _newest(self, name: str) -> str:
        """Return the key that is used by now in the place of another."""
        while name in self.file.newer:
            name = self.file.newer[name]
        return name

    def destroy(self, names: Iterable[str], now: datetime) -> None:
        """Destroy keys for good; that they were is kept, so that no older copy brings them back."""
        self.file.destroy(tuple(names), now)
        self._known.clear()
        self._ciphers.clear()

    def fingerprints(self, text: str) -> tuple[str, str]:
        """Return what an account or an address is found by, without telling anything of it.

        The first is written; the second is found too while all are being written anew, and the same
        otherwise.
        """
        newest = self._fingerprint(self.file.used_for(Use.LOOKUP), text)
        if not self.file.is_used(Use.FORMER_LOOKUP):
            return newest, newest
        return newest, self._fingerprint(self.file.used_for(Use.FORMER_LOOKUP), text)

    def _fingerprint(self, name: str, text: str) -> str:
        made = hmac.HMAC(self._secret(name), hashes.SHA256())
        made.update(text.encode(errors="surrogatepass"))
        return made.finalize().hex()[:_FINGERPRINT_DIGITS]

    def _secret(self, name: str) -> bytes:
        secret = self._known.get(name)
        if secret is None:
            secret = self._known[name] = self.file.unwrap(name)
            if len(self._known) > _CACHED_KEYS:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(name)
        return secret

    def _cipher(self, names: tuple[str, ...]) -> AESGCM:
        cipher = self._ciphers.get(names)
        if cipher is None:
            cipher = self._ciphers[names] = AESGCM(self._joint_secret(names))
            if len(self._ciphers) > _CACHED_KEYS:
                self._ciphers.popitem(last=False)
        else:
            self._ciphers.move_to_end(names)
        return cipher

    def _joint_secret(self, names: tuple[str, ...]) -> bytes:
        secrets = [self._secret(name) for name in names]
        if len(secrets) == 1:
            return secrets[0]
        derived = HKDF(hashes.SHA256(), length=32, salt=None, info="".join(names).encode())
        return derived.derive(b"".join(secrets))

    def seal(self, names: str | Iterable[str], text: str, column: str, *row: Value) -> Sealed:
        """Encrypt text with the keys of those names, for one column of one row only.

        `column` is written `table.column`, `row` what the column is bound to. Raises KeyGoneError.
        """
        # An app may send half a surrogate pair; it is kept as it came, and no codec complains of it
        # with the whole text in its error.
        return self.seal_bytes(names, text.encode(errors="surrogatepass"), column, *row)

    def open(self, sealed: Sealed, column: str, *row: Value) -> str:
        """Decrypt what `seal` made for this place; raises KeyGoneError where a key is gone."""
        return self.open_bytes(sealed, column, *row).decode(errors="surrogatepass")

    def seal_bytes(
        self, names: str | Iterable[str], plain: bytes, column: str, *row: Value
    ) -> Sealed:
        """Encrypt bytes as `seal` does."""
        several = (names,) if isinstance(names, str) else names
        chosen = tuple(sorted({self._newest(name) for name in several}))
        nonce = self._random_bytes(NONCE_BYTES)
        head = head_of(chosen)
        ciphertext = self._cipher(chosen).encrypt(nonce, plain, bound(head, column, row))
        return Sealed(head + nonce + ciphertext)

    def open_bytes(self, sealed: Sealed, column: str, *row: Value) -> bytes:
        """Decrypt what `seal_bytes` made for this place; raises KeyGoneError as `open` does."""
        try:
            head = sealed.head
            rest = sealed.blob[len(head) :]
            cipher = self._cipher(sealed.keys)
            return cipher.decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], bound(head, column, row))
        except (InvalidTag, TornError):
            # Without its cause: nothing of the ciphertext belongs in an error.
            raise KeyGoneError from None

    def close(self) -> None:
        """Close the file and forget every key that was read from it."""
        self._known.clear()
        self._ciphers.clear()
        self.file.close()
