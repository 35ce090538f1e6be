"""`doorstep move`: all of a scheme goes to a server, or nothing of it."""

import asyncio
import multiprocessing
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import func, inspect, make_url, select, text

from bot.moving import move
from bot.running import alone, refuse_unready
from bot.terminal import CannotGoOnError
from storage import outbox
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.migration import migrate, newest_revision, revision_on
from storage.tables import outbox as messages
from tests import moving
from tests.clock import BEGINNING
from tests.commands import ran
from tests.endurance.amounts import ENDURE
from tests.moving import STEPS, carried, file_in, opened, state_of
from tests.service.one_line import MARK, says_one_line
from tests.service.test_command_line import doorstep
from tests.storage import neighbours

pytestmark = pytest.mark.sqlite("begins in a file")

_FORKS: Final = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([moving.__name__])
#: Where the process that carries is killed; everywhere to endure.
KILLED_AT: Final = STEPS if ENDURE else ("tables made", "tasks carried", "all carried", "committed")


#: What makes a server change what it is given, from the moment at which there are tables.
CHANGING: Final = (
    "CREATE FUNCTION change() RETURNS trigger LANGUAGE plpgsql AS"
    " 'BEGIN NEW.language := NEW.language || ''x''; RETURN NEW; END'",
    "CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS"
    " 'BEGIN IF to_regclass(''people'') IS NOT NULL AND NOT EXISTS (SELECT FROM pg_trigger"
    " WHERE tgname = ''changing'') THEN CREATE TRIGGER changing BEFORE INSERT ON people FOR EACH"
    " ROW EXECUTE FUNCTION change(); END IF; END'",
    "CREATE EVENT TRIGGER watching ON ddl_command_end EXECUTE FUNCTION watch()",
)


@pytest.fixture(autouse=True)
def _commands_run_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)


@pytest.fixture
def file(folder: Path) -> Iterator[Path]:
    """The database of a scheme that stays as it was, whatever a test does."""
    path = folder / "doorstep.sqlite"
    before = _digest(path)
    yield path
    assert _digest(path) == before


def _digest(path: Path) -> str:
    with closing(sqlite3.connect(path)) as opened:
        return sha256("\n".join(opened.iterdump()).encode()).hexdigest()


async def _tables(url: str) -> list[str]:
    engine = open_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(lambda each: inspect(each).get_table_names())
    finally:
        await engine.dispose()


def refused(monkeypatch: pytest.MonkeyPatch, goal: str, file: Path | None = None) -> str:
    """Return the line with which a move is refused."""
    monkeypatch.setenv("DOORSTEP_DATABASE", goal)
    with pytest.raises(CannotGoOnError) as caught:
        move(file or Path("doorstep.sqlite"))
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_all_of_it_is_carried_and_the_file_is_not_run_any_more(file: Path, goal: str) -> None:
    here = {"DOORSTEP_DATABASE": goal}
    done = doorstep(file.parent, "move", "doorstep.sqlite", **here)
    assert (done.returncode, done.stderr) == (0, "")
    carried, then, backups, last = done.stdout.splitlines()
    state = asyncio.run(state_of(goal))
    rows = sum(map(len, state.values()))
    assert f"{len(state['people'])} people, 1 neighbourhood, " in carried
    assert f" {rows} rows of {len(state)} tables, counted and compared" in carried
    assert "with the same keys" in then
    assert "on the server" in backups
    assert "doorstep.sqlite is as it was" in last
    # New keys for the file alone would leave the server with none that open it.
    old = ran(file.parent, "keys", "rotate", "--everything")
    says_one_line(old, "doorstep.sqlite was moved to a server, and the scheme lives on there")


def test_what_was_moved_is_let_run_by_hand_alone(file: Path, goal: str) -> None:
    carried(file.parent, goal)
    places = file_in(file.parent)
    with pytest.raises(CannotGoOnError, match="was moved to a server"), alone(places):
        pass
    with pytest.raises(CannotGoOnError, match="was moved to a server"):
        refuse_unready(places)
    assert f"Moved to {make_url(goal).database} on" in places.moved_file.read_text()
    places.moved_file.unlink()
    refuse_unready(places)
    with alone(places):
        pass


async def test_numbers_go_on_beyond_the_highest_ever_given_out(folder: Path, goal: str) -> None:
    with closing(sqlite3.connect(folder / "doorstep.sqlite")) as rows, rows:
        rows.execute("UPDATE sqlite_sequence SET seq = 900 WHERE name IN ('people', 'outbox')")
        ((highest,),) = rows.execute("SELECT max(id) FROM neighbourhoods")
    await asyncio.to_thread(carried, folder, goal)
    database = Database(open_engine(goal), Keys(folder / "doorstep.keys"))
    await database.start()

    async def given(transaction: Transaction) -> tuple[int, ...]:
        someone = await neighbours.person(transaction, 7999)
        area = await neighbours.neighbourhood(transaction, "Far away")
        chat = await neighbours.group(transaction)
        await outbox.add(transaction, [neighbours.message(chat)], BEGINNING)
        message = await transaction.connection.scalar(select(func.max(messages.c.id)))
        return someone.id, message, area

    assert await database.transact(given) == (901, 901, highest + 1)
    assert await database.transact(opened) > 0
    await database.stop()


@pytest.mark.parametrize("step", KILLED_AT)
def test_killed_on_the_way_nothing_is_there_and_it_is_done_anew(
    step: str, file: Path, goal: str
) -> None:
    process = _FORKS.Process(target=moving.killed_at, args=(step, file.parent, goal))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    is_there = STEPS.index(step) >= STEPS.index("committed")
    assert bool(asyncio.run(_tables(goal))) is is_there
    file.with_name("doorstep.sqlite.moved").unlink(missing_ok=True)
    again = carried(file.parent, goal)
    assert again.was_there is is_there
    assert file.with_name("doorstep.sqlite.moved").exists()
    assert asyncio.run(state_of(goal)) == asyncio.run(state_of(file_in(file.parent).database))
    assert asyncio.run(revision_on(goal)) == newest_revision()


def test_while_a_service_runs_on_the_file_it_is_refused(
    file: Path, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with alone(file_in(file.parent)):
        line = refused(monkeypatch, goal)
    assert line == "another doorstep runs on doorstep.sqlite; end it first"
    assert asyncio.run(_tables(goal)) == []


def test_while_a_service_runs_on_the_server_it_is_refused(
    file: Path, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused_beside() -> str:
        engine = open_engine(goal, alone=True)
        async with engine.connect():
            line = await asyncio.to_thread(refused, monkeypatch, goal)
        await engine.dispose()
        return line

    name = make_url(goal).database
    assert asyncio.run(refused_beside()) == (
        f"another doorstep runs on {name} on this machine; end it first; nothing was changed"
    )
    assert asyncio.run(_tables(goal)) == []


@pytest.mark.parametrize(
    "made", ["CREATE TABLE cats (name text)", "CREATE VIEW cats AS SELECT 1 AS cat", "a scheme"]
)
def test_a_server_that_holds_anything_is_left_alone(
    made: str, file: Path, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if made == "a scheme":
        asyncio.run(migrate(goal, BEGINNING, Path("doorstep.keys")))
    else:
        asyncio.run(_do(goal, made))
    before = asyncio.run(_tables(goal))
    assert "which is not empty; name an empty one" in refused(monkeypatch, goal)
    assert asyncio.run(_tables(goal)) == before


async def _do(url: str, statement: str) -> None:
    engine = open_engine(url)
    async with engine.begin() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("later", "doorstep.sqlite was written by a newer Doorstep; install that one"),
        ("0004", "was written by an older Doorstep; bring it up to date first, with"),
    ],
)
def test_a_file_of_another_version_is_refused(
    revision: str, said: str, folder: Path, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(folder / "doorstep.sqlite")) as rows, rows:
        rows.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    assert said in refused(monkeypatch, goal)


def test_what_is_no_scheme_is_refused(
    folder: Path, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(monkeypatch, goal, Path("gone.sqlite")).startswith("gone.sqlite is not there")
    Path("list.sqlite").write_text("a shopping list " * 100)
    assert "list.sqlite" in refused(monkeypatch, goal, Path("list.sqlite"))
    Path("empty.sqlite").touch()
    assert "is not a database of Doorstep" in refused(monkeypatch, goal, Path("empty.sqlite"))
    assert "a file; set it to the server" in refused(monkeypatch, "sqlite:///doorstep.sqlite")


def test_keys_that_do_not_belong_or_are_missing_are_refused(
    file: Path, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Keys(file.with_name("others.keys")).close()
    monkeypatch.setenv("DOORSTEP_KEYS", "others.keys")
    assert "which is not the file of keys that doorstep.sqlite" in refused(monkeypatch, goal)
    monkeypatch.setenv("DOORSTEP_KEYS", "gone.keys")
    assert "names gone.keys, which is missing" in refused(monkeypatch, goal)


def test_what_the_server_does_not_take_is_named_without_its_words(
    folder: Path, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(folder / "doorstep.sqlite")) as rows, rows:
        rows.execute("UPDATE people SET language = 'private words'")
    line = refused(monkeypatch, goal)
    assert "does not take what stands in people of doorstep.sqlite; nothing was changed" in line
    assert "private words" not in line
    assert asyncio.run(_tables(goal)) == []


def test_what_arrives_otherwise_than_it_left_is_seen(
    file: Path, goal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that changes a value by itself, as a trigger would."""
    for statement in CHANGING:
        asyncio.run(_do(goal, statement))
    line = refused(monkeypatch, goal)
    assert line.startswith("not all of people arrived as it was")
    assert asyncio.run(_tables(goal)) == []


def test_a_file_that_cannot_be_marked_is_named(file: Path, goal: str) -> None:
    def at_step(step: str) -> None:
        if step == "committed":
            file.with_name("doorstep.sqlite.moved").mkdir()

    with pytest.raises(CannotGoOnError, match=MARK):
        carried(file.parent, goal, at_step)


def test_every_step_is_passed(file: Path, goal: str) -> None:
    passed: list[str] = []
    carried(file.parent, goal, passed.append)
    assert passed == list(STEPS)
