"""Backups while the service runs: every night, told to the owners where there is trouble."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.texts import T
from storage import backups, forgotten
from storage.keys_copy import KeysCopy
from storage.keys_file import KeysFile
from tests.clock import BEGINNING
from tests.endurance.neighbours import TEXTS
from tests.scene import Scene, scene_in
from tests.setting import Setting

pytestmark = pytest.mark.sqlite("its backups are files")

FOLDER_TROUBLE = TEXTS.say(T("no-backup-folder"), "en")
COPY_TROUBLE = TEXTS.say(T("no-backup-keys-copy"), "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go."""
    made = tmp_path / "backups"
    made.mkdir()
    return made


async def begun(scene: Scene, **places: Path | int) -> None:
    """Start the service anew with places for backups, in London."""
    await scene.stop()
    scene.places = places
    await scene.start()
    setting = Setting(scene)
    await setting.given("Given Olive, the owner.")
    await setting.given("Given the neighbourhood Elm Street.")
    await scene.settles()


def all_in(folder: Path) -> list[Path]:
    return backups.all_in(folder, "doorstep")


async def test_a_backup_is_made_at_once_and_then_every_night(tmp_path: Path, folder: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await begun(scene, backups=folder)
        assert len(all_in(folder)) == 1
        await scene.passes(timedelta(days=3))
        moments = [path.name.split("-")[1] for path in all_in(folder)]
        # Half past three in London, in summer.
        assert moments[1:] == [f"202604{day}T023000Z" for day in (14, 15, 16)]
        assert not scene.people["Olive"].sees(FOLDER_TROUBLE)


async def test_no_more_are_kept_than_were_asked_for(tmp_path: Path, folder: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await begun(scene, backups=folder, backups_kept=2)
        await scene.passes(timedelta(days=4))
        assert [path.name.split("-")[1] for path in all_in(folder)] == [
            "20260416T023000Z",
            "20260417T023000Z",
        ]


async def test_a_restart_makes_no_backup_of_its_own(tmp_path: Path, folder: Path) -> None:
    async with scene_in(tmp_path) as scene:
        await begun(scene, backups=folder)
        await scene.restart()
        await scene.settles()
        assert len(all_in(folder)) == 1


async def test_owners_hear_once_a_day_that_there_is_none_until_there_is(
    tmp_path: Path, folder: Path
) -> None:
    async with scene_in(tmp_path) as scene:
        await begun(scene, backups=folder)
        olive = scene.people["Olive"]
        before = all_in(folder)
        await asyncio.to_thread(folder.rename, tmp_path / "away")
        await scene.passes(timedelta(days=2, hours=20))
        told = [text for text in olive.texts if FOLDER_TROUBLE in text]
        assert len(told) == 3
        await asyncio.to_thread((tmp_path / "away").rename, folder)
        await scene.passes(timedelta(days=3))
        assert len([text for text in olive.texts if FOLDER_TROUBLE in text]) == 3
        assert len(all_in(folder)) > len(before)


async def test_the_copy_of_the_keys_follows_within_a_minute(tmp_path: Path) -> None:
    copy = tmp_path / "stick" / "doorstep.keys"
    await asyncio.to_thread(copy.parent.mkdir)
    async with scene_in(tmp_path) as scene:
        await begun(scene, keys_copy=copy)
        await _somebody_new(scene, "Rosa")
        await scene.passes(timedelta(minutes=2))
        assert await asyncio.to_thread(KeysCopy(scene.keys, copy).is_up_to_date)


async def test_owners_hear_that_the_copy_of_the_keys_cannot_be_written(tmp_path: Path) -> None:
    copy = tmp_path / "stick" / "doorstep.keys"
    async with scene_in(tmp_path) as scene:
        await begun(scene, keys_copy=copy)
        await scene.passes(timedelta(hours=30))
        olive = scene.people["Olive"]
        assert len([text for text in olive.texts if COPY_TROUBLE in text]) == 2
        await asyncio.to_thread(copy.parent.mkdir)
        await scene.passes(timedelta(minutes=2))
        await scene.passes(timedelta(days=2))
        assert len([text for text in olive.texts if COPY_TROUBLE in text]) == 2
        assert await asyncio.to_thread(KeysCopy(scene.keys, copy).is_up_to_date)


async def test_whoever_is_forgotten_stands_in_the_journal_within_a_minute(
    tmp_path: Path, folder: Path
) -> None:
    async with scene_in(tmp_path) as scene:
        await begun(scene, backups=folder)
        keys = KeysFile(scene.keys)
        name = keys.make()
        keys.destroy([name], datetime(2026, 4, 13, tzinfo=UTC))
        keys.close()
        await scene.passes(timedelta(minutes=2))
        assert await asyncio.to_thread(forgotten.read, folder) == {name}
        assert scene.clock.now() > BEGINNING


async def _somebody_new(scene: Scene, name: str) -> None:
    scene.person(name).says("/start")
    await scene.settles()
