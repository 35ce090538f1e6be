"""The commands where the database is on a server: one line for whatever is wrong with it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from storage.database import Database
from storage.engines import open_engine
from storage.keys import Keys
from tests.databases import is_on_server, url_of
from tests.service.test_command_line import GOOD, doorstep

pytestmark = pytest.mark.skipif(not is_on_server(), reason="about a server: --database postgresql")


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[str]:
    """The URL of a database on which a service runs, with its keys in the folder."""
    url = url_of(tmp_path / "doorstep")
    database = Database(open_engine(url, alone=True), Keys(tmp_path / "doorstep.keys"))
    await database.start()
    yield url
    await database.stop()


def _with(url: str, **other: object) -> str:
    return make_url(url).set(**other).render_as_string(hide_password=False)  # type: ignore[arg-type] # tests hand in what fits


async def test_a_server_that_is_not_there_is_named(running: str, tmp_path: Path) -> None:
    url = _with(running, query={"host": "/nowhere"})
    for command in ("migrate", "run"):
        done = doorstep(tmp_path, command, **GOOD, DOORSTEP_DATABASE=url)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert "no server answers there; does it run" in done.stderr


async def test_a_database_that_is_not_there_is_named(running: str, tmp_path: Path) -> None:
    url = _with(running, database="castle")
    done = doorstep(tmp_path, "migrate", **GOOD, DOORSTEP_DATABASE=url)
    assert done.returncode == 2
    assert "castle on this machine, but the server has no database of that name" in done.stderr


async def test_a_second_service_is_not_let_in(running: str, tmp_path: Path) -> None:
    done = doorstep(tmp_path, "run", **GOOD, DOORSTEP_DATABASE=running)
    assert done.returncode == 2
    assert "another doorstep runs on" in done.stderr


async def test_a_newer_database_is_named(running: str, tmp_path: Path) -> None:
    engine = open_engine(running)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    await engine.dispose()
    done = doorstep(tmp_path, "migrate", **GOOD, DOORSTEP_DATABASE=running)
    assert done.returncode == 2
    assert "was written by a newer Doorstep" in done.stderr


async def test_keys_that_are_missing_or_others_are_named(running: str, tmp_path: Path) -> None:
    settings = {**GOOD, "DOORSTEP_DATABASE": running}
    missing = doorstep(tmp_path, "migrate", **settings, DOORSTEP_KEYS="gone.keys")
    assert "which is missing, but there is a database" in missing.stderr
    Keys(tmp_path / "others.keys").close()
    others = doorstep(tmp_path, "run", **settings, DOORSTEP_KEYS="others.keys")
    assert "which is not the file of keys" in others.stderr


@pytest.mark.parametrize("command", [("backup", "here"), ("restore", "a.backup")])
async def test_what_is_about_files_says_what_to_use(
    running: str, tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = doorstep(tmp_path, *command, **GOOD, DOORSTEP_DATABASE=running)
    assert done.returncode == 2
    assert "is backed up with pg_dump there" in done.stderr


async def test_the_doctor_looks_at_a_server(running: str, tmp_path: Path) -> None:
    settings = {**GOOD, "DOORSTEP_DATABASE": running, "DOORSTEP_TELEGRAM_API": "http://127.0.0.1:9"}
    said = doorstep(tmp_path, "doctor", **settings).stdout
    assert "ok    database: the server answers, and it is up to date" in said
    assert "ok    keys: they open" in said
    away = {**settings, "DOORSTEP_DATABASE": _with(running, query={"host": "/nowhere"})}
    assert "mend  database: DOORSTEP_DATABASE names" in doorstep(tmp_path, "doctor", **away).stdout


async def test_changing_the_keys_works_beside_the_service(running: str, tmp_path: Path) -> None:
    settings = {**GOOD, "DOORSTEP_DATABASE": running}
    done = doorstep(tmp_path, "keys", "rotate", "--everything", **settings)
    assert (done.returncode, done.stderr) == (0, "")
