"""Bringing a database up to date, and what is kept of an older one."""

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    Boolean,
    Connection,
    Date,
    Integer,
    String,
    Table,
    create_engine,
    insert,
)

from storage import card_posts, departures, interests, outbox, reveals
from storage.database import Database, Transaction
from storage.dialects import JsonList
from storage.engines import open_engine
from storage.keys import Keys
from storage.migration import (
    NewerDatabaseError,
    drop_old_copies,
    migrate,
    newest_revision,
    revision_of,
)
from storage.model import FIRST_BOT, CardPost, Stage
from storage.tables import Encrypted, Moment, metadata
from tests.clock import BEGINNING
from tests.databases import url_of
from tests.storage import neighbours

pytestmark = pytest.mark.sqlite("older files are copied and made anew")

LATER = BEGINNING + timedelta(days=1)
#: A value for each type of column.
PLAIN = {
    Boolean: True,
    Integer: 1,
    String: "gbp",
    JsonList: [],
    Moment: BEGINNING,
    Date: BEGINNING.date(),
}


async def test_an_empty_place_gets_the_newest_tables_closed_to_others(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "doorstep.sqlite"
    done = await migrate(url_of(path), BEGINNING, path.with_name("doorstep.keys"))
    assert (done.before, done.after, done.copy) == (None, newest_revision(), None)
    assert revision_of(path) == newest_revision()
    assert path.stat().st_mode & 0o777 == 0o600
    again = await migrate(url_of(path), BEGINNING, path.with_name("doorstep.keys"))
    assert (again.before, again.copy) == (newest_revision(), None)


async def test_the_migrations_make_the_tables_that_the_code_speaks_of(file: Path) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        return list(compare_metadata(context, metadata))

    engine = open_engine(url_of(file))
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
        indexes = await connection.run_sync(_indexes)
    await engine.dispose()
    assert indexes == _indexes_of_a_fresh_one()


def _indexes(connection: Connection) -> set[tuple[str, ...]]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name != 'alembic_version'"
    )
    return {(row.name, " ".join((row.sql or "").split())) for row in rows}


def _indexes_of_a_fresh_one() -> set[tuple[str, ...]]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection)
        found = _indexes(connection)
    engine.dispose()
    return found


async def live(transaction: Transaction) -> None:
    resident = await neighbours.person(transaction, 7001)
    helper = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, resident)
    group = await neighbours.group(transaction)
    await outbox.add(transaction, [neighbours.message(group, task_id=task.id)], BEGINNING)
    (card,) = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 1)
    await outbox.add(transaction, [neighbours.message(group, changes=card.id)], BEGINNING)
    await card_posts.note(transaction, CardPost(task.id, group, None, 5))
    await interests.note(transaction, task, helper.id, BEGINNING)
    await reveals.record(transaction, task, helper.id, Stage.CLAIMED, BEGINNING)
    # What no scene above has touched gets a row of its plain values.
    for table in metadata.sorted_tables:
        if (await transaction.connection.execute(table.select())).first() is None:
            await transaction.connection.execute(insert(table).values(_plain(transaction, table)))


def _plain(transaction: Transaction, table: Table) -> dict[str, object]:
    values: dict[str, object] = {}
    for column in table.columns:
        if column.nullable or column.server_default is not None:
            continue
        if isinstance(column.type, Encrypted):
            values[column.name] = transaction.keys.seal(
                transaction.keys.house, "words", f"{table.name}.{column.name}"
            )
        else:
            values[column.name] = next(
                value for kind, value in PLAIN.items() if isinstance(column.type, kind)
            )
    return values


async def test_down_and_up_again_works_with_rows_in_every_table(file: Path) -> None:
    database = Database(open_engine(url_of(file)), Keys(file.with_name("doorstep.keys")))
    await database.start()
    await database.transact(live)
    await database.stop()
    with sqlite3.connect(file) as connection:
        for table in metadata.sorted_tables:
            (count,) = connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()  # noqa: S608 - a name of ours
            assert count, table.name
    connection.close()

    down = await migrate(url_of(file), BEGINNING, file.with_name("doorstep.keys"), "base")
    assert down.copy is not None
    assert revision_of(file) is None
    up = await migrate(url_of(file), LATER, file.with_name("doorstep.keys"))
    assert up.after == newest_revision()

    with sqlite3.connect(down.copy) as kept:
        assert kept.execute("SELECT count(*) FROM people").fetchone() == (2,)
    kept.close()


def test_of_an_older_database_a_closed_copy_is_kept(file: Path) -> None:
    file.chmod(0o644)
    done = asyncio.run(migrate(url_of(file), BEGINNING, file.with_name("doorstep.keys"), "base"))
    assert done.copy is not None
    assert done.copy.parent == file.parent
    assert done.copy.stat().st_mode & 0o777 == 0o600
    assert revision_of(done.copy) == done.before == newest_revision()


def test_a_newer_database_is_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(NewerDatabaseError):
        asyncio.run(migrate(url_of(file), BEGINNING, file.with_name("doorstep.keys")))
    assert file.read_bytes() == before
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_copies_of_older_databases_go_once_they_are_old(tmp_path: Path) -> None:
    database = tmp_path / "doorstep.sqlite"
    gone = ("doorstep-0003-20260301T090000.sqlite", "doorstep-0003-20260301T090000.sqlite-wal")
    stays = (
        *("doorstep.sqlite", "doorstep.sqlite-wal", "doorstep.keys", "notes-20260301T090000.txt"),
        "doorstep-0003-20260314T090001.sqlite",
    )
    for name in (*gone, *stays):
        (tmp_path / name).touch()
    drop_old_copies(database, BEGINNING - timedelta(days=30))
    assert {each.name for each in tmp_path.iterdir()} == set(stays)
