"""What private text looks like where it lies: bytes that name their keys and nothing else.

Format 2: its number, how many keys, their names, a nonce, the ciphertext with its tag. It is bound
to its column and to the row in which it stands. Format 1, of the first tables, names a single key
and is bound to its column only; it is still opened, and never made.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

NONCE_BYTES: Final = 12
KEY_NAME_BYTES: Final = 8
_COLUMN_BOUND: Final = 1
_ROW_BOUND: Final = 2
#: Between the parts of what a text is bound to; stands in none of them.
_APART: Final = b"\x1f"

#: What a row is known by: columns of it that never change.
Value = str | int | datetime | date | None


class TornError(ValueError):
    """Something sealed is cut off or was never sealed."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """Something encrypted, as it lies in the database."""

    blob: bytes

    def __repr__(self) -> str:
        return "‹sealed›"

    @property
    def head(self) -> bytes:
        """The part that is not encrypted: format and names of keys; raises TornError."""
        match self.blob[:1]:
            case b"\x01":
                length = 1 + KEY_NAME_BYTES
            case b"\x02" if self.blob[1:2]:
                length = 2 + self.blob[1] * KEY_NAME_BYTES
            case _:
                raise TornError
        if len(self.blob) < length + NONCE_BYTES:
            raise TornError
        return self.blob[:length]

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of the keys that open it together; raises TornError."""
        head = self.head
        names = head[1 if head[0] == _COLUMN_BOUND else 2 :]
        return tuple(
            names[start : start + KEY_NAME_BYTES].hex()
            for start in range(0, len(names), KEY_NAME_BYTES)
        )

    def opens_with(self, names: Collection[str]) -> bool:
        """Say whether any of some keys is among those that open it; not where it is torn."""
        try:
            return any(name in names for name in self.keys)
        except TornError:
            return False


def head_of(keys: tuple[str, ...]) -> bytes:
    """Return how something begins that was sealed with some keys."""
    return bytes((_ROW_BOUND, len(keys))) + bytes.fromhex("".join(keys))


def bound(head: bytes, column: str, row: tuple[Value, ...]) -> bytes:
    """Return all that a ciphertext is bound to, so that it opens nowhere else."""
    if head[0] == _COLUMN_BOUND:
        return head + column.encode()
    return _APART.join((head + column.encode(), *(_written(value) for value in row)))


def _written(value: Value) -> bytes:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().encode()
    return b"" if value is None else str(value).encode()
