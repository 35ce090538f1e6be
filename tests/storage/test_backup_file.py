"""The file of a backup: what was written comes back whole, and nothing that was changed does."""

import io
import os
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.backup_file import (
    DamagedBackupError,
    Head,
    NewerBackupError,
    NotABackupError,
    read_head,
    read_pieces,
    write,
)

PIECE = 1 << 20
SECRET = bytes(range(32))
NOW = datetime(2026, 4, 13, 9, 0, tzinfo=UTC)


def head(salt: bytes = bytes(32)) -> Head:
    return Head(version="0.1.0", key="0" * 16, revision="0005", at=NOW, salt=salt.hex())


def backup_of(plain: bytes, salt: bytes = bytes(32)) -> bytes:
    file = io.BytesIO()
    write(file, head(salt), SECRET, plain)
    return file.getvalue()


def content_of(backup: bytes, secret: bytes = SECRET) -> bytes:
    return b"".join(read_pieces(io.BytesIO(backup), secret))


def body_of(backup: bytes) -> list[bytes]:
    """The head, then every piece."""
    file = io.BytesIO(backup)
    read_head(file)
    start = file.tell()
    pieces = range(start, len(backup), PIECE + 16)
    return [backup[:start], *(backup[at : at + PIECE + 16] for at in pieces)]


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_written_comes_back(size: int) -> None:
    plain = os.urandom(size)
    assert content_of(backup_of(plain)) == plain


def test_nothing_of_the_content_can_be_read_in_the_file() -> None:
    assert b"Elm Street" not in backup_of(b"12 Elm Street" * 1000)


def test_the_head_says_what_the_file_is() -> None:
    assert read_head(io.BytesIO(backup_of(b"rows"))) == head()


THREE = backup_of(os.urandom(2 * PIECE + 100))


@pytest.mark.parametrize("length", [1, 100, PIECE + 16 + 100])
def test_a_file_that_was_cut_off_is_noticed(length: int) -> None:
    with pytest.raises(DamagedBackupError):
        content_of(THREE[:-length])


def test_a_file_that_lacks_its_last_pieces_is_noticed() -> None:
    for kept in (1, 2, 3):
        with pytest.raises(DamagedBackupError):
            content_of(b"".join(body_of(THREE)[:kept]))


def test_pieces_in_another_order_are_noticed() -> None:
    first, one, two, last = body_of(THREE)
    for pieces in ([two, one, last], [one, one, last], [two, last], [one, last]):
        with pytest.raises(DamagedBackupError):
            content_of(b"".join([first, *pieces]))


def test_what_was_added_is_noticed() -> None:
    for more in (b"x", body_of(THREE)[-1]):
        with pytest.raises(DamagedBackupError):
            content_of(THREE + more)


def test_a_piece_of_another_backup_is_noticed() -> None:
    other = backup_of(os.urandom(2 * PIECE + 100), os.urandom(32))
    ours, theirs = body_of(THREE), body_of(other)
    for place in range(4):
        swapped = [*ours[:place], theirs[place], *ours[place + 1 :]]
        with pytest.raises(DamagedBackupError):
            content_of(b"".join(swapped))


SMALL = backup_of(b"all of the rows")


@given(st.integers(0, len(SMALL) - 1), st.integers(1, 255))
def test_any_changed_byte_is_noticed(place: int, change: int) -> None:
    spoilt = bytearray(SMALL)
    spoilt[place] ^= change
    with pytest.raises((DamagedBackupError, NotABackupError, NewerBackupError)):
        content_of(bytes(spoilt))


def test_another_key_opens_nothing() -> None:
    with pytest.raises(DamagedBackupError):
        content_of(SMALL, bytes(32))


@given(st.binary(max_size=200))
def test_any_other_file_is_no_backup(content: bytes) -> None:
    with pytest.raises((NotABackupError, DamagedBackupError)):
        content_of(content)


def test_a_newer_format_is_named() -> None:
    with pytest.raises(NewerBackupError):
        content_of(SMALL.replace(b'"format":1', b'"format":2'))
