"""What a server can do that a file cannot: lose the line, refuse, or have others beside us."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, func, make_url, select, text

from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.failures import DatabaseUnavailableError
from storage.keys import Keys
from storage.migration import (
    NewerDatabaseError,
    _configuration,
    migrate,
    newest_revision,
    revision_on,
)
from storage.settling import MARK, was_committed
from storage.tables import metadata, people
from storage.vault import Misfit, misfit_on
from tests.clock import BEGINNING
from tests.databases import is_on_server, rows_of, url_of
from tests.storage import neighbours
from tests.storage.test_migration import live

pytestmark = pytest.mark.skipif(not is_on_server(), reason="about a server: --database postgresql")

#: The first revision that was ever on a server.
FIRST = "0005"
END_ME = text("SELECT pg_terminate_backend(pg_backend_pid())")


class _TakenBackError(Exception):
    """Ends a transaction without a commit."""


async def _how_many(transaction: Transaction) -> int:
    number: int = await transaction.connection.scalar(select(func.count()).select_from(people))
    return number


async def test_a_lost_line_is_named_so_and_the_next_work_is_done(database: Database) -> None:
    async def lose_it(transaction: Transaction) -> None:
        await neighbours.person(transaction, 7001)
        await transaction.connection.execute(END_ME)

    with pytest.raises(DatabaseUnavailableError, match="lost"):
        await database.transact(lose_it)
    assert await database.transact(_how_many) == 0


async def test_all_of_a_group_hear_that_the_line_was_lost(database: Database) -> None:
    begun = 0

    async def lose_it(transaction: Transaction) -> None:
        nonlocal begun
        begun += 1
        await transaction.connection.execute(END_ME)

    outcomes = await asyncio.gather(
        *(database.transact(lose_it) for _ in range(5)), return_exceptions=True
    )
    assert {str(each) for each in outcomes} == {"lost"}
    assert begun == 1


@pytest.mark.parametrize("is_kept", [True, False])
async def test_what_became_of_a_commit_is_asked_afterwards(file: Path, *, is_kept: bool) -> None:
    engine = open_engine(url_of(file))
    async with engine.connect() as connection:
        with contextlib.suppress(_TakenBackError):
            async with connection.begin():
                await connection.execute(text("CREATE TABLE cats (name text)"))
                mark = await connection.scalar(MARK.statement)
                if not is_kept:
                    raise _TakenBackError
        assert mark is not None
        assert await was_committed(connection, mark, asyncio.Event()) is is_kept
        async with connection.begin():
            await connection.execute(select(func.count()).select_from(people))
            assert await connection.scalar(MARK.statement) is None, "nothing was written"
    await engine.dispose()


async def test_a_commit_in_doubt_is_given_up_where_everything_ends(file: Path) -> None:
    engine, is_ending = open_engine(url_of(file)), asyncio.Event()
    is_ending.set()
    async with engine.connect() as connection:
        assert await was_committed(connection, "1", is_ending) is None
    await engine.dispose()


async def test_two_who_decide_at_once_decide_as_one_after_the_other(
    database: Database, file: Path
) -> None:
    other = Database(open_engine(url_of(file)), Keys(file.with_name("doorstep.keys")))
    await other.start()

    def first_only(number: int) -> Callable[[Transaction], Awaitable[bool]]:
        async def work(transaction: Transaction) -> bool:
            has_none = await _how_many(transaction) == 0
            await asyncio.sleep(0.05)
            if has_none:
                await neighbours.person(transaction, number)
            return has_none

        return work

    were_first = await asyncio.gather(
        database.transact(first_only(7001)), other.transact(first_only(7002))
    )
    assert sorted(were_first) == [False, True]
    assert await database.transact(_how_many) == 1
    await other.stop()


async def test_one_service_is_let_in_at_a_time(file: Path) -> None:
    keys = file.with_name("doorstep.keys")
    first = Database(open_engine(url_of(file), alone=True), Keys(keys))
    await first.start()
    second = Database(open_engine(url_of(file), busy_timeout=50, alone=True), Keys(keys))
    with pytest.raises(DatabaseUnavailableError, match="locked"):
        await second.start()
    # Commands that may run beside it are let in.
    beside = Database(open_engine(url_of(file)), Keys(keys))
    await beside.start()
    await beside.stop()
    await first.stop()
    await second.stop()
    third = Database(open_engine(url_of(file), alone=True), Keys(keys))
    await third.start()
    await third.stop()


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [({"database": "nothing-like-it"}, "missing"), ({"query": {"host": "/nowhere"}}, "lost")],
)
async def test_what_is_wrong_with_a_server_is_named(
    file: Path, wrong: dict[str, Any], reason: str
) -> None:
    url = make_url(url_of(file)).set(**wrong).render_as_string(hide_password=False)
    database = Database(open_engine(url), Keys(file.with_name("doorstep.keys")))
    with pytest.raises(DatabaseUnavailableError, match=reason):
        await database.start()
    await database.stop()


async def test_an_empty_database_gets_the_tables_that_the_code_speaks_of(file: Path) -> None:
    engine = open_engine(url_of(file))

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with engine.begin() as connection:
        assert await connection.run_sync(differences) == []
        await connection.execute(text("DROP SCHEMA public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))
    await engine.dispose()
    keys = file.with_name("doorstep.keys")
    assert await revision_on(url_of(file)) is None
    done = await migrate(url_of(file), BEGINNING, keys)
    assert (done.before, done.after, done.copy) == (None, newest_revision(), None)
    again = await migrate(url_of(file), BEGINNING, keys)
    assert again.before == again.after


async def test_down_and_up_again_works_with_rows_in_every_table(file: Path) -> None:
    keys = file.with_name("doorstep.keys")
    database = Database(open_engine(url_of(file)), Keys(keys))
    await database.start()
    await database.transact(live)
    people_before = await database.transact(_how_many)
    await database.stop()
    assert all(rows_of(file, table.name) for table in metadata.sorted_tables)

    def down(connection: Connection) -> None:
        command.downgrade(_configuration(connection, keys), FIRST)

    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    engine = open_engine(url_of(file), alone=True)
    async with engine.begin() as connection:
        await connection.run_sync(down)
    await engine.dispose()
    done = await migrate(url_of(file), BEGINNING, keys)
    assert (done.before, done.after, done.copy) == (FIRST, newest_revision(), None)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engine.dispose()
    assert len(rows_of(file, "people")) == people_before


async def test_a_newer_database_is_left_alone(file: Path) -> None:
    engine = open_engine(url_of(file))
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    await engine.dispose()
    with pytest.raises(NewerDatabaseError):
        await migrate(url_of(file), BEGINNING, file.with_name("doorstep.keys"))
    assert await revision_on(url_of(file)) == "later"


async def test_keys_of_other_data_are_known(database: Database, file: Path) -> None:
    await database.transact(lambda transaction: neighbours.person(transaction, 7001))
    assert await misfit_on(url_of(file), database.keys) is None
    others = Keys(file.with_name("others.keys"))
    assert await misfit_on(url_of(file), others) is Misfit.OTHER_KEYS
    others.close()
