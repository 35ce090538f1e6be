"""A database file, a clock and a messenger for every test; and a scheme in which much happened."""

import asyncio
import shutil
from pathlib import Path

import pytest

from storage.database import Database
from storage.engines import open_engine
from storage.keys import Keys
from storage.migration import migrate
from tests.clock import BEGINNING, MovableClock
from tests.service.scripted import ScriptedMessenger
from tests.storage.conftest import empty_database, file
from tests.storage.test_older_schemes import left_by_0003

__all__ = ["empty_database", "file"]


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def messenger(clock: MovableClock) -> ScriptedMessenger:
    return ScriptedMessenger(clock)


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a scheme in which a story was played, by an earlier Doorstep."""
    path = tmp_path_factory.mktemp("played") / "doorstep.sqlite"
    left_by_0003(path)
    url, keys = f"sqlite+aiosqlite:///{path}", path.with_suffix(".keys")

    async def live_on() -> None:
        await migrate(url, BEGINNING, keys)
        database = Database(open_engine(url), Keys(keys))
        await database.start()
        await database.stop()

    asyncio.run(live_on())
    return path.parent


@pytest.fixture
def folder(played: Path, tmp_path: Path) -> Path:
    """A folder of that scheme, in which commands run."""
    for each in played.iterdir():
        shutil.copy(each, tmp_path / each.name)
    return tmp_path
