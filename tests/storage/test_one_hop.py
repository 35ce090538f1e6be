"""The quicker connection behaves as SQLAlchemy expects of one."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError

from storage.connections import AsyncConnection
from storage.engines import open_engine
from storage.tables import chats
from tests.databases import url_of

pytestmark = pytest.mark.sqlite("its connection")


@pytest.fixture
async def connection(file: Path) -> AsyncIterator[AsyncConnection]:
    engine = open_engine(url_of(file))
    async with engine.connect() as opened:
        yield opened
    await engine.dispose()


def _rows(*addresses: str) -> list[dict[str, object]]:
    return [{"address_hash": address, "is_private": True} for address in addresses]


async def test_counts_and_returned_rows_are_right(connection: AsyncConnection) -> None:
    async with connection.begin():
        added = await connection.execute(insert(chats), _rows("a", "b", "c"))
        assert added.rowcount == 3
        one = await connection.execute(insert(chats).values(address_hash="d", is_private=False))
        assert one.inserted_primary_key == (4,)
        changed = await connection.execute(update(chats).values(reachable=False))
        assert changed.rowcount == 4
        returned = await connection.execute(
            update(chats)
            .where(chats.c.id > 2)
            .values(reachable=True)
            .returning(chats.c.address_hash)
        )
        assert sorted(returned.scalars()) == ["c", "d"]
        many = await connection.execute(insert(chats).returning(chats.c.id), _rows("e", "f"))
        assert sorted(many.scalars()) == [5, 6]
        none = await connection.execute(delete(chats).where(chats.c.id > 99))
        assert none.rowcount == 0


async def test_two_results_can_be_read_side_by_side(connection: AsyncConnection) -> None:
    async with connection.begin():
        await connection.execute(insert(chats), _rows("a", "b"))
        one = await connection.execute(select(chats.c.address_hash).order_by(chats.c.id))
        two = await connection.execute(select(chats.c.id).order_by(chats.c.id))
        assert (one.fetchone(), two.fetchmany(1)) == (("a",), [(1,)])
        assert (one.fetchall(), two.all()) == ([("b",)], [(2,)])


@pytest.mark.parametrize("mistake", ["SELECT * FROM cats", "NO SUCH WORDS"])
async def test_an_error_leaves_the_connection_as_good_as_before(
    connection: AsyncConnection, mistake: str
) -> None:
    async def fail() -> None:
        async with connection.begin():
            await connection.execute(insert(chats), _rows("a"))
            await connection.execute(text(mistake))

    with pytest.raises(OperationalError):
        await fail()
    async with connection.begin():
        assert (await connection.execute(select(chats))).all() == []


async def test_a_refused_row_in_the_middle_of_many_takes_all_of_them_back(
    connection: AsyncConnection,
) -> None:
    with pytest.raises(IntegrityError):
        async with connection.begin():
            await connection.execute(insert(chats), _rows("a", "b", "a", "c"))
    async with connection.begin():
        assert (await connection.execute(select(chats))).all() == []


async def test_a_transaction_that_is_cut_off_leaves_nothing_half_done(
    connection: AsyncConnection,
) -> None:
    entered = asyncio.Event()

    async def write() -> None:
        async with connection.begin():
            await connection.execute(insert(chats), _rows("a"))
            entered.set()
            await asyncio.Event().wait()

    writing = asyncio.create_task(write())
    await entered.wait()
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    async with connection.begin():
        assert (await connection.execute(select(chats))).all() == []
        await connection.execute(insert(chats), _rows("b"))
    async with connection.begin():
        assert (await connection.execute(select(chats.c.address_hash))).scalars().all() == ["b"]


async def test_whoever_waits_for_somebody_else_to_write_holds_up_nobody(file: Path) -> None:
    engine = open_engine(url_of(file), busy_timeout=1_000_000)

    async def write() -> None:
        async with engine.begin() as connection:
            await connection.execute(insert(chats), _rows("b"))

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO chats (address_hash, is_private) VALUES ('a', 1)")
        writing = asyncio.create_task(write())
        # While it waits the loop goes on, or else the other one would never come to an end.
        await asyncio.wait([writing], timeout=0.1)
        other.execute("COMMIT")
        await writing
        found = other.execute("SELECT address_hash FROM chats ORDER BY id").fetchall()
    assert found == [("a",), ("b",)]
    await engine.dispose()


async def test_what_wrote_nothing_leaves_nothing_open(
    connection: AsyncConnection, file: Path
) -> None:
    async with connection.begin():
        assert (await connection.execute(select(chats))).all() == []
    with closing(sqlite3.connect(file, isolation_level=None, timeout=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
