"""Updates where several processes receive: whose they are, and whose they become."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage import company, inbox, lines
from storage.database import Database, Transaction
from storage.tables import inbox as rows
from tests.clock import BEGINNING
from tests.databases import is_on_server
from tests.storage.test_turns import two_on

pytestmark = pytest.mark.skipif(not is_on_server(), reason="about a server: --database postgresql")

ADA, BEN = "telegram:7001", "telegram:7002"


@asynccontextmanager
async def held(database: Database, receiver: int) -> AsyncIterator[None]:
    """Hold the seat of a process that receives."""
    lock = company.lock_of(lines.seat_of(receiver))
    async with database.engine.connect() as connection:
        async with connection.begin():
            await connection.execute(select(func.pg_advisory_lock(lock)))
        yield
        async with connection.begin():
            await connection.execute(select(func.pg_advisory_unlock(lock)))


async def _kept(database: Database, number: int, whose: str, receiver: int) -> dict[str, int]:
    async def keep(transaction: Transaction) -> dict[str, int]:
        in_lines = inbox.Lines({number: whose}, receiver)
        await inbox.keep(transaction, "telegram", [(number, "{}")], BEGINNING, in_lines)
        return await lines.first_of_others(transaction, "telegram", receiver, {whose})

    return await database.transact(keep)


async def test_what_comes_behind_that_of_another_process_is_known_to(file: Path) -> None:
    async with two_on(file) as (one, other):
        assert await _kept(one, 1, ADA, 11) == {}
        assert await _kept(other, 2, ADA, 22) == {ADA: 1}
        assert await _kept(other, 3, BEN, 22) == {}

        async def done(transaction: Transaction) -> None:
            inbox.mark_done(transaction, "telegram", 1)

        await one.transact(done)
        first = await other.transact(
            lambda each: lines.first_of_others(each, "telegram", 22, {ADA})
        )
        assert first == {}


async def test_a_line_tells_nothing_and_goes_with_the_update(file: Path) -> None:
    async with two_on(file) as (one, _):
        await _kept(one, 1, ADA, 11)

        async def stands(transaction: Transaction) -> tuple[str | None, int | None]:
            found = await transaction.connection.execute(select(rows.c.line, rows.c.receiver))
            line, receiver = found.one()
            return line, receiver

        line, receiver = await one.transact(stands)
        assert line is not None
        assert "7001" not in line
        assert receiver == 11

        async def done(transaction: Transaction) -> None:
            inbox.mark_done(transaction, "telegram", 1)

        await one.transact(done)
        assert await one.transact(stands) == (None, None)


async def test_what_a_process_left_is_taken_over_once_it_is_gone(file: Path) -> None:
    async with two_on(file) as (one, other):
        async with held(one, 11):
            for number, whose in ((1, ADA), (2, BEN), (3, ADA)):
                await _kept(one, number, whose, 11)
            assert await other.transact(lambda each: lines.adopt(each, "telegram", 22)) == []
        found = await other.transact(lambda each: lines.adopt(each, "telegram", 22))
        assert [each.number for each in found] == [1, 2, 3]
        assert await other.transact(lambda each: lines.adopt(each, "telegram", 22)) == []


async def test_what_a_service_by_itself_left_is_taken_over(file: Path) -> None:
    async with two_on(file) as (one, _):
        await one.transact(
            lambda each: inbox.keep(each, "telegram", [(1, "{}"), (2, "{}")], BEGINNING)
        )
        found = await one.transact(lambda each: lines.adopt(each, "telegram", 11))
        assert [each.number for each in found] == [1, 2]
