"""Keys and data of different days: said in one line at the start, and nothing is damaged."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.configuration import Places
from bot.running import refuse_misfit
from bot.terminal import CannotGoOnError
from storage.keys import Keys
from storage.keys_file import KeysFile, Use
from tests.scene import scene_in
from tests.service.test_command_line import GOOD, doorstep
from tests.service.test_restoring import arranged, forget

pytestmark = pytest.mark.sqlite("copies of its files")

DATABASE, KEYS = "doorstep.sqlite", "doorstep.keys"


@pytest.fixture(scope="module")
def days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three days of a scheme: Carl is there, Nora has come, and Carl was forgotten."""
    folder = tmp_path_factory.mktemp("days")

    async def live() -> None:
        async with scene_in(folder) as scene:
            await arranged(scene, "Given Carl of Elm Street has asked before.")
            await scene.stop()
            _keep(folder, "carl")
            await scene.start()
            scene.person("Nora").says("/start")
            await scene.settles()
            await scene.stop()
            _keep(folder, "nora")
            await scene.start()
            await forget(scene, "Carl")
            await scene.passes(timedelta(minutes=10))
            await scene.stop()
            _keep(folder, "gone")
            await scene.start()

    asyncio.run(live())
    return folder


def _keep(folder: Path, day: str) -> None:
    for name in (DATABASE, KEYS):
        (folder / f"{day}-{name}").write_bytes((folder / name).read_bytes())


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path
    # Nothing in it belongs to anybody but its user.
    assert not any(path.stat().st_mode & 0o077 for path in tmp_path.glob("*.keys"))


def put(days: Path, place: Path, *, data: str, keys: str) -> dict[Path, bytes]:
    """Put the data of one day beside the keys of another; returns what lies there."""
    for name, day in ((DATABASE, data), (KEYS, keys)):
        (place / name).write_bytes((days / f"{day}-{name}").read_bytes())
        (place / name).chmod(0o600)
    return {path: path.read_bytes() for path in place.iterdir()}


@pytest.mark.parametrize(
    ("data", "keys", "said", "found"),
    [
        ("nora", "carl", "doorstep.keys, which is older than doorstep.sqlite", "bring back newer"),
        ("gone", "carl", "doorstep.keys, which is older than doorstep.sqlite", "bring back newer"),
        ("nora", "gone", "doorstep.sqlite is older than its keys", "bring back the newer one"),
        ("carl", "gone", "doorstep.sqlite is older than its keys", "bring back the newer one"),
    ],
)
@pytest.mark.parametrize("command", [("run",), ("keys", "rotate", "--everything")])
def test_a_copy_of_another_day_is_refused_and_left_as_it_is(
    days: Path, place: Path, data: str, keys: str, said: str, found: str, command: tuple[str, ...]
) -> None:
    before = put(days, place, data=data, keys=keys)
    done = doorstep(place, *command, **GOOD)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert said in line
    assert {path: path.read_bytes() for path in before} == before
    if command == ("run",):
        assert found in doorstep(place, "doctor", **GOOD).stdout


def test_older_data_beside_newer_keys_goes_on_where_nobody_was_forgotten(
    days: Path, place: Path
) -> None:
    put(days, place, data="carl", keys="nora")
    refuse_misfit(Places(database=f"sqlite:///{place / DATABASE}", keys=place / KEYS))


def test_keys_that_lack_what_waits_to_be_read_are_refused(days: Path, place: Path) -> None:
    put(days, place, data="nora", keys="nora")
    places = Places(database=f"sqlite:///{place / DATABASE}", keys=place / KEYS)
    with closing(Keys(place / KEYS)) as keys:
        keys.file.renew(Use.TRANSIT)
        sealed = keys.seal(keys.transit, "{}", "inbox.body", "telegram", 9)
    with closing(sqlite3.connect(place / DATABASE)) as file, file:
        file.execute("UPDATE inbox SET body = ?, status = 'new'", (sealed.blob,))
    refuse_misfit(places)
    (place / KEYS).write_bytes((days / f"nora-{KEYS}").read_bytes())
    with pytest.raises(CannotGoOnError, match="is older than"):
        refuse_misfit(places)


async def test_keys_brought_back_from_before_a_forgetting_are_destroyed_again(
    tmp_path: Path,
) -> None:
    async with scene_in(tmp_path) as scene:
        await arranged(scene, "Given Carl of Elm Street has asked before.")
        older = await asyncio.to_thread(scene.keys.read_bytes)
        key = await forget(scene, "Carl")
        await scene.stop()
        await asyncio.to_thread(scene.keys.write_bytes, older)
        with closing(KeysFile(scene.keys)) as keys:
            transit = keys.used_for(Use.TRANSIT)
            assert not keys.missing([key])
        await scene.start()
        await scene.passes(timedelta(minutes=10))
        with closing(KeysFile(scene.keys)) as keys:
            assert keys.missing([key])
            assert keys.missing([transit])
            assert key in keys.destroyed


def test_keys_that_are_missing_are_not_made_anew_by_migrating(place: Path) -> None:
    doorstep(place, "migrate")
    (place / KEYS).unlink()
    for command in ("migrate", "run"):
        done = doorstep(place, command, **GOOD)
        assert done.returncode == 2
        (line,) = done.stderr.splitlines()
        assert "which is missing" in line
        assert not (place / KEYS).exists()
