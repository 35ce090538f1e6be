"""The database: many events in one commit, each for itself when one of them fails."""

import asyncio
import logging
import shutil
import sqlite3
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError, StatementError

from storage import due_work, outbox, people
from storage.database import Database, DatabaseClosedError, Transaction
from storage.engines import open_engine
from storage.failures import DatabaseUnavailableError
from storage.keys import Keys
from storage.model import FIRST_BOT
from storage.private import PrivateText
from storage.tables import chats, conversations
from storage.tables import people as people_table
from tests.clock import BEGINNING
from tests.databases import is_on_server, url_of
from tests.storage import neighbours

PRIVATE_WORDS = "Blue gate, bell 4"


async def _count_chats(transaction: Transaction) -> int:
    return len((await transaction.connection.execute(select(chats))).all())


def _commits_of(database: Database) -> list[int]:
    """Return the sizes of the groups that are committed from now on."""
    sizes: list[int] = []
    database.at_group = lambda size: partial(sizes.append, size)
    return sizes


async def test_fifty_works_at_once_share_a_few_commits(database: Database) -> None:
    committed = _commits_of(database)

    async def arrive(transaction: Transaction, number: int) -> int:
        return (await neighbours.person(transaction, number)).id

    numbers = range(7001, 7051)
    found = await asyncio.gather(
        *(database.transact(partial(arrive, number=number)) for number in numbers)
    )
    assert len(set(found)) == 50
    assert sum(committed) == 50
    assert len(committed) <= 3
    for number, person_id in zip(numbers, found, strict=True):
        person = await database.transact(partial(people.find, account=f"telegram:{number}"))
        assert person is not None
        assert person.id == person_id


async def test_a_work_that_fails_in_a_group_fails_alone(database: Database) -> None:
    async def arrive(transaction: Transaction, number: int) -> None:
        await neighbours.person(transaction, number)
        if number == 7005:
            raise LookupError(number)

    outcomes = await asyncio.gather(
        *(database.transact(partial(arrive, number=number)) for number in range(7000, 7010)),
        return_exceptions=True,
    )
    failed = [outcome for outcome in outcomes if outcome is not None]
    assert [type(error) for error in failed] == [LookupError]
    assert await database.transact(_count_chats) == 9
    assert await database.transact(lambda t: people.find(t, "telegram:7005")) is None


async def test_a_work_that_raises_leaves_nothing_behind(database: Database) -> None:
    async def fail(transaction: Transaction) -> None:
        person = await neighbours.person(transaction, 7001)
        await outbox.add(transaction, [neighbours.message(person.chat_id)], BEGINNING)
        raise LookupError

    with pytest.raises(LookupError):
        await database.transact(fail)
    assert await database.transact(_count_chats) == 0
    assert not database.outgoing.of(FIRST_BOT).is_set()


async def test_a_statement_that_fails_spoils_nothing_for_the_next_transaction(
    database: Database,
) -> None:
    await database.transact(lambda t: neighbours.person(t, 7001))
    with pytest.raises(IntegrityError):
        await database.transact(lambda t: neighbours.person(t, 7001))
    await database.transact(lambda t: neighbours.person(t, 7002))
    assert await database.transact(_count_chats) == 2


async def test_the_outbox_and_the_scheduler_wake_after_the_commit_only(database: Database) -> None:
    awake: list[bool] = []

    async def plan(transaction: Transaction) -> None:
        person = await neighbours.person(transaction, 7001)
        await outbox.add(transaction, [neighbours.message(person.chat_id)], BEGINNING)
        await due_work.plan(transaction, "remind", 1, BEGINNING)
        awake.append(database.outgoing.of(FIRST_BOT).is_set() or database.due_work.is_set())

    def commit() -> None:
        awake.append(database.outgoing.of(FIRST_BOT).is_set() or database.due_work.is_set())

    database.at_group = lambda _size: commit
    await database.transact(plan)
    assert awake == [False, False]
    assert database.outgoing.of(FIRST_BOT).is_set()
    assert database.due_work.is_set()


async def test_reading_wakes_nobody(database: Database) -> None:
    await database.transact(_count_chats)
    assert not database.outgoing.of(FIRST_BOT).is_set()
    assert not database.due_work.is_set()


async def test_closing_finishes_what_is_being_written_and_refuses_the_rest(
    file: Path,
) -> None:
    database = Database(open_engine(url_of(file)), Keys(file.with_name("doorstep.keys")))
    await database.start()
    has_begun, may_go_on = asyncio.Event(), asyncio.Event()

    async def slow(transaction: Transaction) -> int:
        has_begun.set()
        await may_go_on.wait()
        return await neighbours.group(transaction)

    first = asyncio.create_task(database.transact(slow))
    await has_begun.wait()
    waiting = [asyncio.create_task(database.transact(_count_chats)) for _ in range(100)]
    await asyncio.sleep(0)
    assert database.waiting == 100
    stopping = asyncio.create_task(database.stop())
    await asyncio.sleep(0)
    may_go_on.set()
    await stopping
    assert await first == 1
    refused = await asyncio.gather(*waiting, return_exceptions=True)
    assert {type(error) for error in refused} == {DatabaseClosedError}
    with pytest.raises(DatabaseClosedError):
        await database.transact(_count_chats)


async def test_a_writer_that_is_cut_off_leaves_nobody_waiting_and_nothing_half_done(
    file: Path,
) -> None:
    keys = Keys(file.with_name("doorstep.keys"))
    database = Database(open_engine(url_of(file)), keys)
    await database.start()
    has_begun = asyncio.Event()

    async def cut_off(transaction: Transaction) -> None:
        await neighbours.group(transaction)
        has_begun.set()
        await asyncio.Event().wait()

    working = asyncio.create_task(database.transact(cut_off))
    await has_begun.wait()
    waiting = asyncio.create_task(database.transact(_count_chats))
    stopping = asyncio.create_task(database.stop())
    await asyncio.sleep(0)
    stopping.cancel()
    outcomes = await asyncio.gather(working, waiting, return_exceptions=True)
    assert {type(error) for error in outcomes} == {DatabaseClosedError}
    await asyncio.gather(stopping, return_exceptions=True)

    again = Database(open_engine(url_of(file)), Keys(file.with_name("doorstep.keys")))
    await again.start()
    assert await again.transact(_count_chats) == 0
    await again.stop()


async def test_somebody_who_stops_waiting_does_not_disturb_the_others(database: Database) -> None:
    tasks = [
        asyncio.create_task(database.transact(partial(neighbours.person, number=number)))
        for number in range(7000, 7010)
    ]
    await asyncio.sleep(0)
    tasks[3].cancel()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    assert sum(isinstance(outcome, BaseException) for outcome in outcomes) == 1
    await database.transact(lambda t: neighbours.person(t, 8000))


async def test_work_that_asks_for_another_transaction_is_told_so(database: Database) -> None:
    async def nested(transaction: Transaction) -> int:
        return await database.transact(_count_chats)

    with pytest.raises(RuntimeError, match="another"):
        await database.transact(nested)


@pytest.mark.sqlite("a lock on the whole file")
async def test_a_locked_database_is_named_so_and_works_again_later(file: Path) -> None:
    keys = Keys(file.with_name("doorstep.keys"))
    database = Database(open_engine(url_of(file), busy_timeout=20), keys)
    await database.start()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    outcomes = await asyncio.gather(
        *(database.transact(partial(neighbours.person, number=number)) for number in range(20)),
        return_exceptions=True,
    )
    assert {type(error) for error in outcomes} == {DatabaseUnavailableError}
    assert {str(error) for error in outcomes} == {"busy"}
    other.execute("ROLLBACK")
    other.close()
    await database.transact(lambda t: neighbours.person(t, 7001))
    await database.stop()


@pytest.mark.sqlite("a file")
@pytest.mark.sqlite("a file can be moved away")
async def test_nothing_is_written_to_a_file_that_is_not_in_its_place(file: Path) -> None:
    database = Database(open_engine(url_of(file)), Keys(file.with_suffix(".keys")))
    await database.start()
    away = file.with_suffix(".away")
    try:
        shutil.move(file, away)
        with pytest.raises(DatabaseUnavailableError, match="file gone"):
            await database.transact(_count_chats)
        shutil.copy(away, file)
        with pytest.raises(DatabaseUnavailableError, match="file replaced"):
            await database.transact(_count_chats)
        shutil.move(away, file)
        assert await database.transact(_count_chats) == 0
    finally:
        await database.stop()


@pytest.mark.sqlite("a file")
async def test_a_file_that_cannot_be_opened_is_named_so(tmp_path: Path) -> None:
    keys = Keys(tmp_path / "doorstep.keys")
    database = Database(open_engine(url_of(tmp_path / "nowhere" / "doorstep.sqlite")), keys)
    with pytest.raises(DatabaseUnavailableError):
        await database.start()
    await database.stop()


async def test_our_own_mistake_is_not_taken_for_a_database_that_is_away(
    database: Database,
) -> None:
    with pytest.raises(Exception, match="cats") as caught:
        await database.transact(lambda t: t.connection.execute(text("SELECT * FROM cats")))
    assert not isinstance(caught.value, DatabaseUnavailableError)


def _everything_about(error: BaseException) -> str:
    told, current = "", [error]
    while current:
        each = current.pop()
        told += f"{each} {each!r} "
        current += [chained for chained in (each.__cause__, each.__context__) if chained]
    return told


async def test_no_value_stands_in_an_error_or_in_the_log(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def with_plain_text(transaction: Transaction) -> None:
        person = await neighbours.person(transaction, 7001)
        await transaction.connection.execute(
            insert(conversations).values(
                person_id=person.id,
                name="ask",
                state=PRIVATE_WORDS,
                started_at=BEGINNING,
                updated_at=BEGINNING,
            )
        )

    async def with_private_text(transaction: Transaction) -> None:
        await transaction.connection.execute(
            insert(chats).values(address_hash=PrivateText(PRIVATE_WORDS), is_private=True)
        )

    async def twice(transaction: Transaction) -> None:
        for _ in range(2):
            await transaction.connection.execute(
                insert(chats).values(address_hash=PRIVATE_WORDS, is_private=True)
            )

    async def malformed(transaction: Transaction) -> None:
        await transaction.connection.execute(
            insert(people_table).values(
                account_hash=PRIVATE_WORDS, chat_id=99, created_at=BEGINNING
            )
        )

    for work in (with_plain_text, with_private_text, twice, malformed):
        with pytest.raises(StatementError) as caught:
            await database.transact(work)
        assert PRIVATE_WORDS not in _everything_about(caught.value)
    assert caplog.records or is_on_server(), "the driver of SQLite tells much"
    assert PRIVATE_WORDS not in caplog.text


async def test_plain_text_for_an_encrypted_column_is_a_type_error(database: Database) -> None:
    async def keep(transaction: Transaction) -> None:
        person = await neighbours.person(transaction, 7001)
        await transaction.connection.execute(
            people_table.update()
            .where(people_table.c.id == person.id)
            .values(first_name=PRIVATE_WORDS)
        )

    with pytest.raises(StatementError) as caught:
        await database.transact(keep)
    assert isinstance(caught.value.orig, TypeError)


@pytest.mark.sqlite("its settings")
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
async def test_sqlite_is_set_up_for_safety(database: Database, pragma: str, value: object) -> None:
    async def ask(transaction: Transaction) -> object:
        return (await transaction.connection.execute(text(f"PRAGMA {pragma}"))).scalar()

    assert await database.transact(ask) == value
