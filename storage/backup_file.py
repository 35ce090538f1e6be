"""The file of a backup: a readable head, then the whole database, encrypted in pieces.

Every backup has a key of its own, derived from the backup key and from chance, so that no piece of
one opens in another. To each piece are bound the head, its position, and whether it is the last:
what was cut off, moved, left out or changed is noticed. The head holds nothing personal.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO, Final, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

FORMAT: Final = 1
SALT_BYTES: Final = 32
_MAGIC: Final = b"Doorstep backup\n"
_LONGEST_HEAD: Final = 4096
_PIECE_BYTES: Final = 1 << 20
_TAG_BYTES: Final = 16
_NONCE_BYTES: Final = 12


class NotABackupError(Exception):
    """The file is no backup of Doorstep."""


class NewerBackupError(Exception):
    """The backup was made by a newer Doorstep."""


class DamagedBackupError(Exception):
    """The backup is not whole, or something in it was changed."""


class Head(BaseModel):
    """What everybody may read of a backup.

    `version` is Doorstep's, `key` the name of the backup key, `revision` the database's, `at` the
    moment of the state that it holds, `salt` hexadecimal.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = FORMAT
    version: str
    key: str = Field(pattern=r"^[0-9a-f]{16}$")
    revision: str
    at: AwareDatetime
    salt: str = Field(pattern=r"^[0-9a-f]{64}$")


class _AnyHead(BaseModel):
    format: int


def write(file: BinaryIO, head: Head, secret: bytes, plain: bytes) -> None:
    """Write a backup of a database; `secret` is the key that the head names."""
    written = _MAGIC + head.model_dump_json().encode() + b"\n"
    file.write(written)
    cipher = _cipher(secret, head, written)
    view = memoryview(plain)
    last = max(len(plain) - 1, 0) // _PIECE_BYTES
    for position in range(last + 1):
        piece = view[position * _PIECE_BYTES : (position + 1) * _PIECE_BYTES]
        bound = _bound(written, is_last=position == last)
        file.write(cipher.encrypt(_nonce(position), piece, bound))


def read_head(file: BinaryIO) -> Head:
    """Read the head of a backup, from where on `read_pieces` goes on.

    Raises NotABackupError, NewerBackupError and DamagedBackupError.
    """
    if file.read(len(_MAGIC)) != _MAGIC:
        raise NotABackupError
    line = file.readline(_LONGEST_HEAD)
    try:
        if _AnyHead.model_validate_json(line).format > FORMAT:
            raise NewerBackupError
        return Head.model_validate_json(line)
    except ValidationError:
        # Without its cause, which quotes what was read.
        raise DamagedBackupError from None


def read_pieces(file: BinaryIO, secret: bytes) -> Iterator[bytes]:
    """Read a whole backup and return its database piece by piece.

    Only once the last piece was returned is it known that nothing is missing. Raises what
    `read_head` raises.
    """
    file.seek(0)
    head = read_head(file)
    length = file.tell()
    file.seek(0)
    written = file.read(length)
    cipher = _cipher(secret, head, written)
    position, sealed = 0, file.read(_PIECE_BYTES + _TAG_BYTES)
    is_last = False
    while not is_last:
        following = file.read(_PIECE_BYTES + _TAG_BYTES)
        is_last = not following
        try:
            yield cipher.decrypt(_nonce(position), sealed, _bound(written, is_last=is_last))
        except (InvalidTag, ValueError):
            raise DamagedBackupError from None
        position, sealed = position + 1, following


def name_of(stem: str, at: datetime, salt: str) -> str:
    """Return how a backup is called: after its database and its moment; sorted by name, by time."""
    return f"{stem}-{at:%Y%m%dT%H%M%SZ}-{salt[:4]}{SUFFIX}"


SUFFIX: Final = ".backup"


def _cipher(secret: bytes, head: Head, written: bytes) -> AESGCM:
    derived = HKDF(hashes.SHA256(), length=32, salt=bytes.fromhex(head.salt), info=written)
    return AESGCM(derived.derive(secret))


def _nonce(position: int) -> bytes:
    return position.to_bytes(_NONCE_BYTES, "big")


def _bound(written: bytes, *, is_last: bool) -> bytes:
    return written + (b"last" if is_last else b"more")
