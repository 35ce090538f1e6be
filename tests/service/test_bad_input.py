"""Everything that can be wrong around a scheme: one clear line each, and nothing is damaged.

What is said, and what to do about it, stands in a table of docs/operating.md.
"""

import asyncio
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import inspect, make_url, text

from bot.configuration import Places
from bot.running import alone
from bot.sandbox.server import TEST_TOKEN
from storage.engines import open_engine
from tests.commands import Done, ran, ran_by_a_user
from tests.disks import read_only
from tests.postgresql import Office
from tests.service.one_line import (
    CLOCK,
    CONTESTED,
    FULL,
    MARK,
    PASSWORD,
    REFUSED,
    doctor_says,
    says_one_line,
    settings,
    state,
)

OPERATING: Final = Path(__file__).parents[2] / "docs" / "operating.md"
OLDER: Final = "is not there or not up to date; run doorstep migrate first"
LEFT: Final = "and is left as it is; bring those keys back"
NOTHING: Final = "holds nothing, though there are keys of people in"
SERVER: Final = f"postgresql://doorstep:{PASSWORD}@"

#: Something that is done to the folder of a scheme before a command, and undone after it.
Spoil = Callable[[Path], AbstractContextManager[None]]


@contextmanager
def _nothing(_folder: Path) -> Iterator[None]:
    yield


@dataclass(frozen=True)
class Case:
    """What is wrong, which commands meet it, and what each says.

    `part` is where the doctor says so; empty where it has nothing to say.
    """

    says: str
    part: str = "database"
    settings: dict[str, str] = field(default_factory=dict)
    spoil: Spoil = _nothing
    commands: tuple[str, ...] = ("run", "migrate")
    run: Callable[..., Done] = ran


def _database(says: str, url: str, part: str = "database") -> Case:
    return Case(says, part, {"DOORSTEP_DATABASE": url})


def _spoilt_by(statement: str) -> Spoil:
    @contextmanager
    def spoil(folder: Path) -> Iterator[None]:
        with closing(sqlite3.connect(folder / "doorstep.sqlite")) as rows, rows:
            rows.execute(statement)
        yield

    return spoil


@contextmanager
def _another_runs(folder: Path) -> Iterator[None]:
    with alone(Places(database=f"sqlite:///{folder}/doorstep.sqlite")):
        yield


@contextmanager
def _shopping_list(folder: Path) -> Iterator[None]:
    (folder / "list.sqlite").write_text("Milk and bread " * 100)
    yield


@contextmanager
def _of_another_program(folder: Path) -> Iterator[None]:
    with closing(sqlite3.connect(folder / "theirs.sqlite")) as rows, rows:
        rows.execute("CREATE TABLE cats (name TEXT)")
    yield


@contextmanager
def _closed(folder: Path) -> Iterator[None]:
    kept = folder / "kept"
    kept.chmod(0)
    yield
    kept.chmod(0o700)


@contextmanager
def _only_the_copy(folder: Path) -> Iterator[None]:
    shutil.copy(folder / "doorstep.keys", folder / "kept")
    yield


@contextmanager
def _moved(folder: Path) -> Iterator[None]:
    (folder / "doorstep.sqlite.moved").touch()
    yield


CANNOT_WRITE: Final = "cannot be written; is its disk read-only, and may this user write the file"
SETTINGS: Final = ".env cannot be read by this user"
NOT_ALLOWED: Final = "cannot be looked at by this user"
EVERYTHING: Final = ("run", "migrate", "keys rotate", "settings export", "backup kept")
CASES: Final = {
    "another kind": _database(
        "names no database", f"mysql://me:{PASSWORD}@here/doorstep", "configuration"
    ),
    "another driver": _database(
        "names no database", f"postgresql+psycopg2://me:{PASSWORD}@here/doorstep", "configuration"
    ),
    "only a name": _database("names no database", "doorstep.sqlite", "configuration"),
    "an @ in the password": _database(
        "names no database", f"{SERVER}{PASSWORD}@here/doorstep", "configuration"
    ),
    "a port too high": _database(
        "has a port that is none", f"{SERVER}127.0.0.1:99999/doorstep", "configuration"
    ),
    "a port in words": _database(
        "has a port that is none", f"{SERVER}127.0.0.1/doorstep?port=high", "configuration"
    ),
    "ssl in other words": _database(
        "says ssl= with a word that is not known",
        f"{SERVER}127.0.0.1/doorstep?ssl=yes",
        "configuration",
    ),
    "ssl as other programs say it": _database(
        "has words behind the ? that are not known",
        f"{SERVER}127.0.0.1/doorstep?sslmode=require",
        "configuration",
    ),
    "a webhook without TLS": Case(
        "is an address without TLS",
        "configuration",
        {"DOORSTEP_WEBHOOK_URL": "http://doorstep.example.org/telegram"},
        commands=("run",),
    ),
    "a token cut off": Case(
        "is not a bot's token",
        "configuration",
        {"DOORSTEP_TELEGRAM_TOKEN": TEST_TOKEN[:12]},
        commands=("run",),
    ),
    "another host": _database("no server answers there", f"{SERVER}nowhere.invalid/doorstep"),
    "another port": _database("no server answers there", f"{SERVER}127.0.0.1:1/doorstep"),
    "a folder": Case("is a folder", settings={"DOORSTEP_DATABASE": "sqlite:///kept"}),
    "no name": _database("names no database", "sqlite:///kept/..", "configuration"),
    "no database": Case(
        "is not a database of Doorstep, or is damaged",
        settings={"DOORSTEP_DATABASE": "sqlite:///list.sqlite"},
        spoil=_shopping_list,
    ),
    "another program's": Case(
        "another program has written",
        settings={"DOORSTEP_DATABASE": "sqlite:///theirs.sqlite"},
        spoil=_of_another_program,
    ),
    "a newer one": Case(
        "was written by a newer Doorstep",
        spoil=_spoilt_by("UPDATE alembic_version SET version_num = '9999'"),
        commands=("run", "migrate", "keys rotate", "settings export"),
    ),
    "one that is not there": Case(
        NOTHING,
        settings={"DOORSTEP_DATABASE": "sqlite:///elsewhere.sqlite"},
    ),
    "nothing but the copy of the keys": Case(
        LEFT,
        "copy of the",
        {
            "DOORSTEP_DATABASE": "sqlite:///anew.sqlite",
            "DOORSTEP_KEYS": "anew.keys",
            "DOORSTEP_KEYS_COPY": "kept/doorstep.keys",
        },
        spoil=_only_the_copy,
        commands=("run",),
    ),
    "one that was moved": Case("was moved to a server", spoil=_moved),
    "a second service": Case("another doorstep runs on", part="", spoil=_another_runs),
    "a folder of somebody else": Case(
        NOT_ALLOWED,
        settings={"DOORSTEP_DATABASE": "sqlite:///kept/doorstep.sqlite"},
        spoil=_closed,
        commands=EVERYTHING,
        run=ran_by_a_user,
    ),
    "files that may only be read": Case(
        CANNOT_WRITE, spoil=read_only, commands=EVERYTHING, run=ran_by_a_user
    ),
}


def _meets(folder: Path, case: Case) -> None:
    """Let each command meet what is wrong, and see that the data stays as it is."""
    given = settings(case.settings)
    (folder / "kept").mkdir()
    with case.spoil(folder):
        before = state(folder)
        for command in case.commands:
            says_one_line(case.run(folder, *command.split(), **given), case.says)
        if case.part:
            doctor_says(case.run(folder, "doctor", **given), case.says, case.part)
        assert state(folder) == before


@pytest.mark.sqlite("about a file that is read before any database")
def test_settings_of_somebody_else_are_said_in_one_line(folder: Path) -> None:
    dotenv = folder / ".env"
    dotenv.write_text(f"DOORSTEP_TELEGRAM_TOKEN={TEST_TOKEN}")
    dotenv.chmod(0)
    for command in (*EVERYTHING, "restore kept"):
        says_one_line(ran_by_a_user(folder, *command.split()), SETTINGS)
    for command in ("doctor", "doctor --quick"):
        doctor_says(ran_by_a_user(folder, *command.split()), SETTINGS, "configuration")


@pytest.mark.sqlite("about a file that lies beside that of the database")
def test_a_sign_of_life_that_nobody_may_look_for_is_said_in_one_line(folder: Path) -> None:
    (folder / "kept").mkdir()
    given = settings({"DOORSTEP_DATABASE": "sqlite:///kept/doorstep.sqlite"})
    with _closed(folder):
        doctor_says(ran_by_a_user(folder, "doctor", "--quick", **given), NOT_ALLOWED, "service")


@pytest.mark.sqlite("about files, and about servers that are not there")
@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_said_in_one_line(name: str, folder: Path) -> None:
    _meets(folder, CASES[name])


async def _do(url: str, statement: str) -> None:
    engine = open_engine(url)
    async with engine.begin() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


async def _tables(url: str) -> list[str]:
    engine = open_engine(url)
    async with engine.connect() as connection:
        names = await connection.run_sync(lambda each: inspect(each).get_table_names())
    await engine.dispose()
    return names


def _at(url: str, **other: str) -> str:
    return make_url(url).set(**other).render_as_string(hide_password=False)  # type: ignore[arg-type] # names of its parts


#: What is wrong with a server that runs: what is said, what is done to it, and how it is named.
ON_SERVERS: Final[dict[str, tuple[str, str, dict[str, str]]]] = {
    "no such database": ("has no database of that name", "SELECT 1", {"database": "castle"}),
    "no such role": ("lets nobody in by that name", "SELECT 1", {"username": "nobody_like_that"}),
    "another password": (
        "lets nobody in by that name",
        f"CREATE ROLE guarded LOGIN PASSWORD '{PASSWORD}-of-theirs'",
        {"username": "guarded", "password": PASSWORD},
    ),
    "an empty one": (NOTHING, "SELECT 1", {}),
    "another program's": ("another program has written", "CREATE TABLE cats (name text)", {}),
    "a newer one": (
        "was written by a newer Doorstep",
        "CREATE TABLE alembic_version AS SELECT '9999' AS version_num",
        {},
    ),
}


@pytest.fixture
def _asks_for_a_password(office: Office) -> Iterator[None]:
    """Let the server ask one role for its password, which it does of nobody else here."""
    rules = Path(office.folder, "data", "pg_hba.conf")
    before = rules.read_text()
    rules.write_text(f"local all guarded scram-sha-256\n{before}")
    office.do("SELECT pg_reload_conf()")
    yield
    rules.write_text(before)
    office.do("SELECT pg_reload_conf()")
    office.do("DROP ROLE IF EXISTS guarded")


@pytest.mark.usefixtures("_asks_for_a_password")
@pytest.mark.parametrize("name", ON_SERVERS)
def test_what_is_wrong_with_a_server_is_said_in_one_line(
    name: str, folder: Path, goal: str
) -> None:
    says, statement, other = ON_SERVERS[name]
    asyncio.run(_do(goal, statement))
    before, tables = state(folder), asyncio.run(_tables(goal))
    given = settings({"DOORSTEP_DATABASE": _at(goal, **other)})
    for command in ("run", "migrate"):
        says_one_line(ran(folder, command, **given), says)
    doctor_says(ran(folder, "doctor", **given), says, "database")
    assert (state(folder), asyncio.run(_tables(goal))) == (before, tables)


@pytest.mark.sqlite("about a file")
def test_an_older_file_is_brought_up_to_date_first(folder: Path) -> None:
    with _spoilt_by("UPDATE alembic_version SET version_num = '0004'")(folder):
        given = settings({})
        says_one_line(ran(folder, "settings", "export", **given), OLDER)
        doctor = ran(folder, "doctor", **given).stdout
    assert "ok    database: whole and writable; older, doorstep run brings it up to date" in doctor


def test_all_that_is_said_stands_in_the_documents() -> None:
    """A table says what to do about each; it holds nothing that nobody says."""
    page = OPERATING.read_text(encoding="utf-8")
    table = page.partition("## What it says and what to do")[2].partition("\n## ")[0]
    listed = set(re.findall(r"^\| \*(.+?)\* \|", table, re.M))
    said = {case.says for case in CASES.values()} | {says for says, _, _ in ON_SERVERS.values()}
    assert listed == said | {FULL, OLDER, MARK, REFUSED, CONTESTED, SETTINGS, *CLOCK}
