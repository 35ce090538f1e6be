"""A fresh database file for every test."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.engines import open_engine
from storage.keys import Keys
from storage.migration import migrate
from tests.clock import BEGINNING
from tests.databases import is_on_server, url_of


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in a file that was just made, to be copied."""
    path = tmp_path_factory.mktemp("made-once") / "doorstep.sqlite"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{path}", BEGINNING, path.with_suffix(".keys")))
    return path


@pytest.fixture
def file(tmp_path: Path, empty_database: Path) -> Path:
    """Where the database of this test lies."""
    path = tmp_path / "doorstep.sqlite"
    if not is_on_server():
        path.write_bytes(empty_database.read_bytes())
    return path


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    """An open database."""
    opened = Database(open_engine(url_of(file)), Keys(file.with_name("doorstep.keys")))
    await opened.start()
    yield opened
    await opened.stop()
