"""Somebody is forgotten: nothing of theirs opens any more, wherever a copy of it may lie."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, select, update

from storage import (
    blocks,
    departures,
    expenses,
    forgetting,
    holds,
    inbox,
    kept_out,
    nobody,
    outbox,
    people,
    reveals,
    tasks,
    worries,
)
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.keys_file import KeyGoneError
from storage.model import FIRST_BOT, Person, Secrets, Stage, Status, WhyBlocked
from storage.private import PrivateText
from storage.resealing import private_columns
from storage.sealed import Sealed
from storage.tables import Encrypted, Moment, forgettings, metadata
from storage.tables import outbox as outbox_rows
from storage.tables import people as people_rows
from storage.tables import tasks as task_rows
from storage.tables import volunteers as volunteer_rows
from tests.clock import BEGINNING
from tests.databases import url_of
from tests.storage import neighbours
from tests.storage.test_private_columns import say_everything

SOON = BEGINNING + timedelta(minutes=1)
ANA = "telegram:7001"


async def _ana(transaction: Transaction) -> Person:
    found = await people.find(transaction, ANA)
    assert found is not None
    return found


async def _forget_ana(transaction: Transaction) -> Person | None:
    return await forgetting.forget(transaction, await _ana(transaction), SOON)


async def _forget_wholly(database: Database) -> None:
    """Forget Ana, and do all that is done afterwards."""
    farewell = await database.transact(_forget_ana)
    assert farewell is not None
    await _finish(database, farewell.chat_id)


async def _finish(database: Database, chat_id: int | None) -> None:
    await database.transact(lambda transaction: forgetting.destroy_keys(transaction, SOON))

    async def begin(transaction: Transaction) -> None:
        forgetting.begin_new_transit(transaction)

    async def end(transaction: Transaction) -> bool:
        return await forgetting.end_former_transit(transaction, SOON)

    await database.transact(begin)
    while not await database.transact(end):
        pass
    if chat_id is not None:
        number = chat_id
        await database.transact(
            lambda transaction: forgetting.end_farewell(transaction, number, SOON)
        )


def _blobs(file: Path) -> Iterator[tuple[str, Sealed, tuple[object, ...]]]:
    """Yield all that is sealed in a file: its column, itself, and what it is bound to."""
    with closing(sqlite3.connect(file, detect_types=0)) as connection:
        connection.row_factory = sqlite3.Row
        for table in metadata.sorted_tables:
            for column, bound_to in private_columns(table):
                types = {each.name: each.type for each in table.columns}
                for row in connection.execute(f"SELECT * FROM {table.name}"):  # noqa: S608 - ours
                    if row[column.name] is None:
                        continue
                    # As SQLAlchemy reads them: moments have a type of their own.
                    bound = tuple(_read(types[name], row[name]) for name in bound_to)
                    yield f"{table.name}.{column.name}", Sealed(row[column.name]), bound


def _read(kind: object, value: object) -> object:
    if not isinstance(kind, Moment) or value is None:
        return value
    return datetime.fromisoformat(str(value)).replace(tzinfo=UTC)


def _opened(file: Path, keys: Keys) -> dict[str, list[str]]:
    """Return all that some keys open of a file, by its column."""
    found: dict[str, list[str]] = {}
    for column, sealed, bound in _blobs(file):
        try:
            plain = keys.open_bytes(sealed, column, *bound)  # type: ignore[arg-type] # as kept
        except KeyGoneError:
            continue
        found.setdefault(column, []).append(plain.decode())
    return found


@pytest.mark.sqlite("reads the file as a thief would")
async def test_nothing_that_was_said_opens_any_more(database: Database, file: Path) -> None:
    await database.transact(say_everything)
    before = _opened(file, database.keys)
    assert set(before) == {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Encrypted)
    }
    copy = file.with_name("copy.sqlite")
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    await _forget_wholly(database)
    for each in (file, copy):
        opened = _opened(each, database.keys)
        # What nobody has read yet stays, and is sealed anew: a copy of it is as good as gone.
        still = {"inbox.body"} if each is file else set()
        assert set(opened) - still <= {"vault.probe"}, each.name
    with KeysOnDisk(file, "again.keys") as keys:
        assert set(_opened(copy, keys)) <= {"vault.probe"}


class KeysOnDisk:
    """The keys as they are on the disk now, opened from a copy of their file."""

    def __init__(self, file: Path, name: str) -> None:
        self._path = file.with_name(name)
        with (
            closing(sqlite3.connect(file.with_name("doorstep.keys"))) as source,
            closing(sqlite3.connect(self._path)) as target,
        ):
            source.backup(target)
        self._path.chmod(0o600)
        self._keys = Keys(self._path)

    def __enter__(self) -> Keys:
        return self._keys

    def __exit__(self, *_: object) -> None:
        self._keys.close()


async def test_no_row_names_them_any_more(database: Database) -> None:
    await database.transact(say_everything)
    number = (await database.transact(_ana)).id
    await _forget_wholly(database)

    async def named(transaction: Transaction) -> set[str]:
        found = set()
        for table in metadata.sorted_tables:
            for key in table.foreign_keys:
                if key.column.table not in (people_rows, volunteer_rows):
                    continue
                naming = select(key.parent).where(key.parent == number)
                if (await transaction.connection.execute(naming)).first() is not None:
                    found.add(str(key.parent))
        is_there = await people.with_number(transaction, number)
        assert is_there is None
        return found

    assert await database.transact(named) == set()


async def test_a_number_is_never_given_out_again(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        await forgetting.forget(transaction, ana, SOON)
        ben = await neighbours.person(transaction, 7002)
        assert ben.id > ana.id

    await database.transact(scene)


async def test_whoever_writes_again_is_a_stranger(database: Database) -> None:
    await database.transact(say_everything)
    before = await database.transact(_ana)
    await database.transact(_forget_ana)

    async def again(transaction: Transaction) -> Person:
        assert await people.find(transaction, ANA) is None
        return await neighbours.person(transaction, 7001)

    now = await database.transact(again)
    assert now.first_name is None
    assert now.key != before.key
    assert now.chat_id != before.chat_id


async def test_the_last_word_leaves_though_everything_else_is_gone(database: Database) -> None:
    async def scene(transaction: Transaction) -> int:
        ana = await neighbours.person(transaction, 7001)
        waiting = neighbours.message(ana.chat_id, "for Ana", key=ana.key)
        await outbox.add(transaction, [waiting], BEGINNING)
        farewell = await forgetting.forget(transaction, ana, SOON)
        assert farewell is not None
        assert (farewell.first_name, farewell.account) == (None, "")
        last = neighbours.message(farewell.chat_id, "farewell", key=farewell.key)
        await outbox.add(transaction, [last], SOON)
        return farewell.chat_id

    chat_id = await database.transact(scene)
    await database.transact(lambda transaction: forgetting.destroy_keys(transaction, SOON))

    async def leaves(transaction: Transaction) -> list[tuple[str | None, str]]:
        due = await departures.due(transaction, FIRST_BOT, SOON, (), 9)
        assert await forgetting.unsaid_since(transaction, chat_id) == SOON
        return [(each.address, each.payload.reveal()) for each in due if each.payload]

    assert await database.transact(leaves) == [(ANA, "farewell")]

    async def ends(transaction: Transaction) -> None:
        await forgetting.end_farewell(transaction, chat_id, SOON)
        assert (await transaction.connection.execute(select(metadata.tables["chats"]))).all() == []

    await database.transact(ends)


@pytest.mark.parametrize("reachable", [False, True])
async def test_nothing_is_kept_for_a_chat_to_which_nothing_can_be_sent(
    database: Database, reachable: bool
) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await people.add(transaction, ANA, "en", BEGINNING, reachable=reachable)
        farewell = await forgetting.forget(transaction, ana, SOON)
        assert (farewell is not None) is reachable
        rows = (await transaction.connection.execute(select(metadata.tables["chats"]))).all()
        assert len(rows) == reachable

    await database.transact(scene)


async def test_two_who_did_the_same_stay_two(database: Database) -> None:
    """Two helpers paid for one request, and both are forgotten: the ledger keeps both sums."""

    async def scene(transaction: Transaction) -> None:
        rosa = await neighbours.person(transaction, 7003)
        task = await neighbours.request(transaction, rosa, status=Status.DONE)
        for number, amount in ((7001, 450), (7002, 700)):
            helper = await neighbours.person(transaction, number)
            await expenses.hand_in(transaction, task, helper.id, amount, "GBP", None, BEGINNING)
            await reveals.record(transaction, task, helper.id, Stage.CLAIMED, BEGINNING)
            await forgetting.forget(transaction, helper, SOON)
        rows = (await transaction.connection.execute(select(metadata.tables["expenses"]))).all()
        assert sorted(row.amount for row in rows) == [450, 700]
        assert len({row.person_id for row in rows}) == 2
        shown = (await transaction.connection.execute(select(metadata.tables["reveals"]))).all()
        assert len({row.person_id for row in shown}) == 2

    await database.transact(scene)


async def test_most_share_one_nobody(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        for number in range(7001, 7011):
            resident = await neighbours.person(transaction, number)
            await neighbours.request(transaction, resident, f"r{number}", Status.WITHDRAWN)
            await forgetting.forget(transaction, resident, SOON)
        (only,) = await nobody.everyone(transaction)
        assert await nobody.is_nobody(transaction, only)
        residents = select(task_rows.c.resident_id).distinct()
        assert (await transaction.connection.execute(residents)).scalars().all() == [only]

    await database.transact(scene)


async def test_a_request_keeps_its_kind_and_its_times_only(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        secrets = Secrets(words=PrivateText("bread"))
        task = await neighbours.request(transaction, ana, status=Status.DONE, secrets=secrets)
        await transaction.connection.execute(
            update(task_rows).values(needs=["car"], language_wanted="es", ceiling=20, size="bags")
        )
        await forgetting.forget(transaction, ana, SOON)
        now = await tasks.get(transaction, task.id)
        assert (now.kind, now.status, now.window_start) == (task.kind, task.status, BEGINNING)
        assert now.neighbourhood_id == task.neighbourhood_id
        assert (now.needs, now.language_wanted, now.ceiling, now.size) == (
            frozenset(),
            None,
            None,
            None,
        )
        assert await tasks.secrets_of(transaction, now) == Secrets()
        assert now.confirmed_at == SOON

    await database.transact(scene)


async def test_what_others_were_about_to_read_of_them_is_dropped(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana, ben = [await neighbours.person(transaction, number) for number in (7001, 7002)]
        door = PrivateText("Ana's door", frozenset({ana.key}))
        of_ana = neighbours.message(ben.chat_id, key=ben.key, payload=door)
        own = neighbours.message(ben.chat_id, "own", key=ben.key)
        await outbox.add(transaction, [of_ana, own], BEGINNING)
        await forgetting.forget(transaction, ana, SOON)
        rows = select(outbox_rows.c.status, outbox_rows.c.payload).order_by(outbox_rows.c.id)
        left = (await transaction.connection.execute(rows)).all()
        assert [(row.status, row.payload is None) for row in left] == [
            ("dead", True),
            ("pending", False),
        ]

    await database.transact(scene)


async def test_whoever_was_blocked_is_known_again(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana, olive = [await neighbours.person(transaction, number) for number in (7001, 9001)]
        await blocks.block(transaction, ana.id, WhyBlocked.HARM, olive.id, BEGINNING)
        await forgetting.forget(transaction, ana, SOON)
        (kept,) = await kept_out.all_of_them(transaction)
        assert kept.reason is WhyBlocked.HARM
        ben = await neighbours.person(transaction, 7002)
        assert not await blocks.is_blocked(transaction, ben.id)
        again = await neighbours.person(transaction, 7001)
        block = await blocks.of_person(transaction, again.id)
        assert block is not None
        assert (block.reason, block.at) == (WhyBlocked.HARM, BEGINNING)
        assert await kept_out.all_of_them(transaction) == []
        assert not await kept_out.let_in(transaction, kept.id)

    await database.transact(scene)


# --- A crash between any two steps ---------------------------------------------------------------


@pytest.mark.sqlite("reads the file as a thief would")
@pytest.mark.parametrize("steps", range(6))
async def test_a_crash_between_any_two_steps_ends_in_the_same(file: Path, steps: int) -> None:
    """Whatever was done when the process ended, beginning again ends with nothing that opens."""
    database = await _opened_database(file)
    await database.transact(say_everything)
    farewell = await database.transact(_forget_ana)
    assert farewell is not None

    class CrashError(Exception):
        pass

    async def destroyed(transaction: Transaction) -> None:
        await forgetting.destroy_keys(transaction, SOON)
        if steps == 1:
            raise CrashError

    async def begun(transaction: Transaction) -> None:
        forgetting.begin_new_transit(transaction)
        if steps == 3:
            raise CrashError

    async def ended(transaction: Transaction) -> None:
        await forgetting.end_former_transit(transaction, SOON)
        if steps == 5:
            raise CrashError

    for number, work in ((1, destroyed), (3, begun), (4, ended), (5, ended)):
        if number > steps:
            break
        try:
            await database.transact(work)
        except CrashError:
            break
    await database.stop()
    database = await _opened_database(file)
    await _finish(database, farewell.chat_id)
    assert set(_opened(file, database.keys)) <= {"vault.probe", "inbox.body"}
    todo = await database.transact(
        lambda transaction: transaction.connection.scalar(
            select(forgettings.c.key).where(forgettings.c.done_at.is_(None))
        )
    )
    assert todo is None
    await database.stop()


async def _opened_database(file: Path) -> Database:
    opened = Database(open_engine(url_of(file)), Keys(file.with_name("doorstep.keys")))
    await opened.start()
    return opened


async def test_what_waits_to_be_read_or_sent_is_not_lost(database: Database) -> None:
    """Everything that another key of the house takes over still opens."""

    async def scene(transaction: Transaction) -> None:
        chat = await neighbours.group(transaction)
        await inbox.keep(transaction, "telegram", [(1, "hello")], BEGINNING)
        await outbox.add(transaction, [neighbours.message(chat, "a card")], BEGINNING)

    await database.transact(scene)
    former = database.keys.transit
    await _finish(database, None)
    assert database.keys.transit != former
    assert database.keys.is_destroyed((former,))

    async def read(transaction: Transaction) -> tuple[str, str]:
        (arrived,) = await inbox.waiting(transaction, "telegram")
        (due,) = await departures.due(transaction, FIRST_BOT, SOON, (), 9)
        assert due.payload is not None
        return arrived.body.reveal(), due.payload.reveal()

    assert await database.transact(read) == ("hello", "a card")


@pytest.mark.sqlite("its log")
async def test_the_log_of_the_database_is_emptied(database: Database, file: Path) -> None:
    await database.transact(say_everything)
    log = file.with_name(f"{file.name}-wal")
    await database.transact(_forget_ana)
    await database.transact(lambda transaction: transaction.connection.scalar(select(1)))
    await _finish(database, None)
    # The writer empties it after the commit, before it takes other work.
    await database.transact(lambda transaction: transaction.connection.scalar(select(1)))
    assert log.stat().st_size == 0


# --- Holds ---------------------------------------------------------------------------------------


async def test_both_sides_of_a_worry_are_held_until_it_is_settled(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        rosa, ben, lee = [await neighbours.person(transaction, each) for each in (1, 2, 3)]
        task = await neighbours.request(transaction, rosa)
        await tasks.claim(transaction, task, ben.id, BEGINNING, 1)
        worry = await worries.add(transaction, rosa, BEGINNING, task_id=task.id)
        day = timedelta(days=1)
        until = BEGINNING + holds.LASTS
        for person, expected in ((rosa, until), (ben, until), (lee, None)):
            assert await holds.held_until(transaction, person.id, BEGINNING) == expected
        assert not await holds.is_held(transaction, rosa.id, until)
        await holds.set_for(transaction, worry.id, (rosa.id, ben.id), lee.id, until - day)
        assert await holds.is_held(transaction, ben.id, until)
        (hold,) = await holds.standing(transaction, until)
        assert (hold.number, hold.until, hold.set_by) == (2, until - day + holds.LASTS, lee.id)
        await worries.acknowledge(transaction, worry, lee.id, until)
        await worries.settle(transaction, worry, until)
        assert await holds.is_held(transaction, ben.id, until)
        assert await holds.end(transaction, worry.id)
        assert not await holds.end(transaction, worry.id)
        assert not await holds.is_held(transaction, ben.id, BEGINNING)

    await database.transact(scene)


async def test_a_worry_about_no_request_holds_those_whom_they_met_lately(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        rosa, ben, lee = [await neighbours.person(transaction, each) for each in (1, 2, 3)]
        task = await neighbours.request(transaction, rosa)
        await tasks.claim(transaction, task, ben.id, BEGINNING, 1)
        await worries.add(transaction, ben, BEGINNING)
        held = await holds.held(transaction, BEGINNING)
        assert set(held) == {rosa.id, ben.id}
        assert lee.id not in held

    await database.transact(scene)


def test_nothing_sealed_is_kept_as_readable_bytes() -> None:
    plain = [
        column
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    ]
    assert plain == []
