"""The file of the keys: closed to others, safe from crashes, and never written over."""

import os
import sqlite3
from pathlib import Path

import pytest

from storage.keys import HOUSE, KeyGoneError, Keys, KeysError, Sealed

COLUMN = "tasks.door"
DOOR = "4B, ring twice"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "doorstep.keys"


def test_what_is_sealed_opens_again_also_after_a_restart(path: Path) -> None:
    keys = Keys(path)
    ana = keys.make()
    sealed = keys.seal(ana, DOOR, COLUMN)
    assert keys.open(sealed, COLUMN) == DOOR
    keys.close()

    again = Keys(path)
    assert again.open(sealed, COLUMN) == DOOR
    again.close()


def test_sealing_twice_never_looks_the_same_and_shows_nothing(path: Path) -> None:
    keys = Keys(path)
    one, two = (keys.seal(HOUSE, DOOR, COLUMN) for _ in range(2))
    keys.close()
    assert one != two
    assert DOOR.encode() not in one.blob
    assert DOOR not in repr(one)


def test_no_other_column_and_no_other_persons_key_opens_it(path: Path) -> None:
    keys = Keys(path)
    ana, ben = keys.make(), keys.make()
    sealed = keys.seal(ana, DOOR, COLUMN)
    with pytest.raises(KeyGoneError):
        keys.open(sealed, "tasks.street")
    as_bens = Sealed(sealed.blob[:1] + bytes.fromhex(ben) + sealed.blob[9:])
    with pytest.raises(KeyGoneError):
        keys.open(as_bens, COLUMN)
    keys.close()


@pytest.mark.parametrize("length", [0, 1, 9, 12, 20, 30])
def test_a_torn_value_opens_for_nobody(path: Path, length: int) -> None:
    keys = Keys(path)
    torn = Sealed(keys.seal(HOUSE, DOOR, COLUMN).blob[:length])
    with pytest.raises(KeyGoneError):
        keys.open(torn, COLUMN)
    keys.close()


def test_a_destroyed_key_opens_and_seals_nothing_any_more(path: Path) -> None:
    keys = Keys(path)
    ana = keys.make()
    sealed = keys.seal(ana, DOOR, COLUMN)
    keys.close()
    with sqlite3.connect(path) as file:
        file.execute("DELETE FROM keys WHERE name = ?", (ana,))
    file.close()

    keys = Keys(path)
    with pytest.raises(KeyGoneError):
        keys.open(sealed, COLUMN)
    with pytest.raises(KeyGoneError):
        keys.seal(ana, DOOR, COLUMN)
    keys.close()


def test_a_key_wrapped_by_another_file_of_keys_counts_as_gone(path: Path) -> None:
    keys, others = Keys(path), Keys(path.with_name("other.keys"))
    ana = keys.make()
    keys.close()
    others.close()
    with sqlite3.connect(path) as file:
        (secret,) = (
            sqlite3.connect(path.with_name("other.keys"))
            .execute("SELECT secret FROM master")
            .fetchone()
        )
        file.execute("UPDATE keys SET wrapped = ? WHERE name = ?", (secret * 2, ana))
    file.close()
    keys = Keys(path)
    with pytest.raises(KeyGoneError):
        keys.seal(ana, DOOR, COLUMN)
    keys.close()


def test_half_a_surrogate_pair_is_kept_as_it_came(path: Path) -> None:
    keys = Keys(path)
    sealed = keys.seal(HOUSE, "a \ud83d b", COLUMN)
    assert keys.open(sealed, COLUMN) == "a \ud83d b"
    keys.close()


def test_nobody_else_on_the_machine_may_read_the_file(path: Path) -> None:
    Keys(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_others_may_read_is_refused_with_what_to_do(path: Path) -> None:
    Keys(path).close()
    path.chmod(0o640)
    with pytest.raises(KeysError, match="chmod 600"):
        Keys(path)


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE cats (name TEXT)")
    file.close()


def _without_master(path: Path) -> None:
    Keys(path).close()
    with sqlite3.connect(path) as file:
        file.execute("DELETE FROM master")
    file.close()


def _without_house(path: Path) -> None:
    Keys(path).close()
    with sqlite3.connect(path) as file:
        file.execute("DELETE FROM keys")
    file.close()


def _with_another_master(path: Path) -> None:
    Keys(path).close()
    with sqlite3.connect(path) as file:
        file.execute("UPDATE master SET secret = ?", (bytes(32),))
    file.close()


def _words(path: Path) -> None:
    path.write_text("a shopping list, and by no means keys\n" * 50)


def _torn(path: Path) -> None:
    Keys(path).close()
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    "damage", [_foreign, _without_master, _without_house, _with_another_master, _words, _torn]
)
def test_what_is_no_file_of_keys_is_refused_and_left_as_it_is(path: Path, damage: object) -> None:
    assert callable(damage)
    path.parent.mkdir()
    damage(path)
    path.chmod(0o600)
    before = path.read_bytes()
    with pytest.raises(KeysError):
        Keys(path)
    assert path.read_bytes() == before


def test_an_empty_file_left_by_a_crash_becomes_a_file_of_keys(path: Path) -> None:
    path.parent.mkdir()
    path.touch(mode=0o600)
    keys = Keys(path)
    assert keys.open(keys.seal(HOUSE, DOOR, COLUMN), COLUMN) == DOOR
    keys.close()


def test_a_crash_while_the_keys_are_made_leaves_nothing_half_made(path: Path) -> None:
    asked = 0

    def crashing(length: int) -> bytes:
        nonlocal asked
        asked += 1
        if asked == 3:
            raise KeyboardInterrupt
        return os.urandom(length)

    with pytest.raises(KeyboardInterrupt):
        Keys(path, crashing)
    keys = Keys(path)
    assert keys.open(keys.seal(HOUSE, DOOR, COLUMN), COLUMN) == DOOR
    keys.close()


def test_a_place_where_no_file_can_be_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(KeysError, match="cannot be made or opened"):
        Keys(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(KeysError, match="cannot be made or opened"):
        Keys(tmp_path / "file" / "doorstep.keys")
