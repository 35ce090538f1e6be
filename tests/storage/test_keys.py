"""The file of the keys: closed to others, safe from crashes, and never written over."""

import os
import sqlite3
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from storage.keys import Keys
from storage.keys_file import KeyGoneError, KeysError
from storage.sealed import Sealed
from tests.clock import BEGINNING

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
    one, two = (keys.seal(keys.house, DOOR, COLUMN) for _ in range(2))
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
    as_bens = Sealed(sealed.blob[:2] + bytes.fromhex(ben) + sealed.blob[10:])
    with pytest.raises(KeyGoneError):
        keys.open(as_bens, COLUMN)
    keys.close()


@pytest.mark.parametrize(
    ("sealed_beside", "opened_beside"),
    [(("a1",), ("a2",)), (("a", "b"), ("ab",)), (("a", "b"), ("b", "a")), ((1,), ()), ((), (1,))],
)
def test_no_other_row_opens_it(
    path: Path, sealed_beside: tuple[str | int, ...], opened_beside: tuple[str | int, ...]
) -> None:
    keys = Keys(path)
    ana = keys.make()
    sealed = keys.seal(ana, DOOR, COLUMN, *sealed_beside)
    assert keys.open(sealed, COLUMN, *sealed_beside) == DOOR
    with pytest.raises(KeyGoneError):
        keys.open(sealed, COLUMN, *opened_beside)
    keys.close()


def test_words_of_two_open_only_while_neither_is_forgotten(path: Path) -> None:
    keys = Keys(path)
    ana, ben = keys.make(), keys.make()
    sealed = keys.seal((ana, ben), DOOR, COLUMN)
    assert keys.open(sealed, COLUMN) == DOOR
    assert set(sealed.keys) == {ana, ben}
    keys.destroy((ben,), BEGINNING)
    assert keys.is_destroyed(sealed.keys)
    with pytest.raises(KeyGoneError):
        keys.open(sealed, COLUMN)
    assert keys.open(keys.seal(ana, DOOR, COLUMN), COLUMN) == DOOR
    keys.close()


def test_what_the_first_version_sealed_still_opens(path: Path) -> None:
    keys = Keys(path)
    ana = keys.make()
    head = b"\x01" + bytes.fromhex(ana)
    cipher, nonce = AESGCM(keys.file.unwrap(ana)), bytes(12)
    old = Sealed(head + nonce + cipher.encrypt(nonce, DOOR.encode(), head + COLUMN.encode()))
    assert keys.open(old, COLUMN, "any row") == DOOR
    # It cannot be passed off as the newer kind either.
    newer = Sealed(b"\x02\x01" + old.blob[1:])
    with pytest.raises(KeyGoneError):
        keys.open(newer, COLUMN, "any row")
    keys.close()


def test_a_new_master_key_leaves_everything_readable_and_the_old_one_useless(path: Path) -> None:
    keys = Keys(path)
    ana = keys.make()
    sealed, found_by = keys.seal(ana, DOOR, COLUMN), keys.fingerprints("telegram:7001")
    stolen = path.with_name("stolen.keys")
    stolen.write_bytes(path.read_bytes())
    keys.file.rotate_master()
    assert keys.open(sealed, COLUMN) == DOOR
    assert keys.fingerprints("telegram:7001") == found_by
    with sqlite3.connect(stolen) as file, sqlite3.connect(path) as now:
        masters = [each.execute("SELECT secret FROM master").fetchall() for each in (file, now)]
        wrapped = now.execute("SELECT name, wrapped FROM keys").fetchall()
    file.close()
    now.close()
    assert [len(each) for each in masters] == [1, 1]
    assert masters[0] != masters[1]
    old = AESGCM(masters[0][0][0])
    for name, blob in wrapped:
        with pytest.raises(InvalidTag):
            old.decrypt(blob[:12], blob[12:], name.encode())
    keys.close()


def test_what_another_process_changed_is_noticed(path: Path) -> None:
    service, command = Keys(path), Keys(path)
    ana = service.make()
    sealed = service.seal(ana, DOOR, COLUMN)
    command.file.rotate_master()
    service.refresh()
    ben = service.make()
    assert command.open(service.seal(ben, DOOR, COLUMN), COLUMN) == DOOR
    assert service.open(sealed, COLUMN) == DOOR
    command.destroy((ana,), BEGINNING)
    service.refresh()
    assert service.is_destroyed((ana,))
    with pytest.raises(KeyGoneError):
        service.open(sealed, COLUMN)
    service.close()
    command.close()


def test_a_new_master_key_in_the_middle_of_something_takes_nothing_away(path: Path) -> None:
    """Whoever writes has looked at the file before, and makes and opens keys after it."""
    ours = Keys(path)
    before = ours.make()
    other = Keys(path)
    other.file.rotate_master()
    made = ours.make()
    for name in (before, made):
        sealed = ours.seal(name, "Elm Road 12", "tasks.street")
        assert ours.open(sealed, "tasks.street") == "Elm Road 12"
        assert other.open(sealed, "tasks.street") == "Elm Road 12"
    ours.close()
    other.close()


def test_a_key_that_was_destroyed_is_known_as_such_after_a_restart(path: Path) -> None:
    keys = Keys(path)
    ana = keys.make()
    keys.destroy((ana, "0123456789abcdef"), BEGINNING)
    keys.close()
    again = Keys(path)
    assert again.is_destroyed((ana,))
    # So that an older copy of the data brings nobody back whom this file never knew.
    assert again.is_destroyed(("0123456789abcdef",))
    again.close()
    assert bytes.fromhex(ana) not in path.read_bytes()


def test_fingerprints_need_the_key(path: Path) -> None:
    keys, others = Keys(path), Keys(path.with_name("other.keys"))
    assert keys.fingerprints("telegram:7001") == keys.fingerprints("telegram:7001")
    assert keys.fingerprints("telegram:7001") != keys.fingerprints("telegram:7002")
    assert keys.fingerprints("telegram:7001") != others.fingerprints("telegram:7001")
    keys.close()
    others.close()


def test_while_all_is_found_anew_both_are_known(path: Path) -> None:
    keys = Keys(path)
    (former, _) = keys.fingerprints("telegram:7001")
    keys.file.begin_new_lookup()
    newest, before = keys.fingerprints("telegram:7001")
    assert before == former != newest
    keys.file.end_new_lookup()
    assert keys.fingerprints("telegram:7001") == (newest, newest)
    keys.close()


@pytest.mark.parametrize("length", [0, 1, 9, 12, 20, 30])
def test_a_torn_value_opens_for_nobody(path: Path, length: int) -> None:
    keys = Keys(path)
    torn = Sealed(keys.seal(keys.house, DOOR, COLUMN).blob[:length])
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
    sealed = keys.seal(keys.house, "a \ud83d b", COLUMN)
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
    assert keys.open(keys.seal(keys.house, DOOR, COLUMN), COLUMN) == DOOR
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
    assert keys.open(keys.seal(keys.house, DOOR, COLUMN), COLUMN) == DOOR
    keys.close()


def test_a_place_where_no_file_can_be_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(KeysError, match="cannot be made or opened"):
        Keys(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(KeysError, match="cannot be made or opened"):
        Keys(tmp_path / "file" / "doorstep.keys")
