"""The seats of several processes: one holds each, and nobody for longer than they are there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from bot.messengers import TokenRefusedError
from storage import due_work, seats
from storage.company import Company
from storage.database import Database, Transaction
from storage.failures import CONNECTION_LOST, DatabaseUnavailableError
from storage.seats import SeatLostError
from tests.clock import BEGINNING
from tests.databases import is_on_server, url_of
from tests.storage.test_turns import two_on

pytestmark = pytest.mark.skipif(not is_on_server(), reason="about a server: --database postgresql")

SEAT = "send:telegram"


@asynccontextmanager
async def in_company(file: Path, database: Database) -> AsyncIterator[Company]:
    """Let a process be among others."""
    company = Company(url_of(file), database)
    await company.open()
    running = asyncio.create_task(company.run())
    try:
        yield company
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await company.close()


async def test_one_holds_a_seat_until_it_is_given_up(file: Path) -> None:
    async with two_on(file) as (one, other), in_company(file, other) as second:
        async with in_company(file, one) as first:
            await first.take(SEAT)
            assert first.holds(SEAT)
            waiting = asyncio.create_task(second.take(SEAT))
            await asyncio.sleep(0.05)
            assert not waiting.done()
        await asyncio.wait_for(waiting, 10)
        assert second.holds(SEAT)
        assert not first.holds(SEAT)


async def test_whoever_loses_the_line_holds_nothing_and_comes_back(file: Path) -> None:
    async with two_on(file) as (one, _), in_company(file, one) as company:
        begun = 0
        was_cancelled = asyncio.Event()

        async def work() -> None:
            nonlocal begun
            begun += 1
            if begun == 2:
                return
            try:
                await asyncio.Event().wait()
            finally:
                was_cancelled.set()

        working = asyncio.create_task(company.while_holding(SEAT, work))
        while not company.holds(SEAT):  # noqa: ASYNC110 - nobody but a test wants to know
            await asyncio.sleep(0.01)

        async def end_all_others(transaction: Transaction) -> None:
            await transaction.connection.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                    " AND pid <> pg_backend_pid() AND database ="
                    " (SELECT oid FROM pg_database WHERE datname = current_database())"
                )
            )

        await one.transact(end_all_others)
        await asyncio.wait_for(was_cancelled.wait(), 10)
        await asyncio.wait_for(working, 20)
        assert begun == 2


async def test_a_seat_goes_to_others_where_the_work_for_it_has_failed(file: Path) -> None:
    async def is_refused() -> None:
        raise TokenRefusedError

    async with (
        two_on(file) as (one, other),
        in_company(file, one) as first,
        in_company(file, other) as second,
    ):
        with pytest.raises(TokenRefusedError):
            await first.while_holding(SEAT, is_refused)
        assert not first.holds(SEAT)
        await asyncio.wait_for(second.take(SEAT), 10)
        assert second.holds(SEAT)


async def test_news_reaches_the_other_process(file: Path) -> None:
    async with (
        two_on(file) as (one, other),
        in_company(file, one),
        in_company(file, other),
    ):
        # What comes by itself now and then is no news.
        bell = other.outgoing.of("garden")
        other.look_again = lambda: None  # type: ignore[method-assign] # see above
        other.due_work.clear()
        bell.clear()

        async def plan(transaction: Transaction) -> None:
            await due_work.plan(transaction, "draft", 1, BEGINNING)
            transaction.outgoing.add("garden")

        await one.transact(plan)
        await asyncio.wait_for(other.due_work.wait(), 10)
        await asyncio.wait_for(bell.wait(), 10)


async def test_a_former_tenure_can_change_nothing(file: Path) -> None:
    async with two_on(file) as (one, other):
        former = await one.transact(lambda each: seats.begin_tenure(each, SEAT))
        await one.transact(lambda each: seats.insist_on(each, SEAT, former))
        has_begun = asyncio.Event()

        async def notes_slowly(transaction: Transaction) -> None:
            await seats.insist_on(transaction, SEAT, former)
            has_begun.set()
            await asyncio.sleep(0.05)
            await due_work.plan(transaction, "noted", 1, BEGINNING)

        noting = asyncio.create_task(one.transact(notes_slowly))
        await has_begun.wait()
        newer = await other.transact(lambda each: seats.begin_tenure(each, SEAT))
        # What was under way was waited for, and can be seen.
        assert noting.done() or await other.transact(
            lambda each: due_work.is_planned(each, "noted", 1)
        )
        await noting
        assert newer == former + 1
        with pytest.raises(SeatLostError):
            await one.transact(lambda each: seats.insist_on(each, SEAT, former))


async def test_a_line_that_is_lost_as_soon_as_it_is_there_is_tried_again(file: Path) -> None:
    async with two_on(file) as (one, _):
        company = Company(url_of(file), one)
        unlucky = iter([True, True])

        def end_at_once(connection: Any, _record: object, _proxy: object) -> None:
            if next(unlucky, False):
                with suppress(Exception):
                    connection.cursor().execute("SELECT pg_terminate_backend(pg_backend_pid())")

        event.listen(company._engine.sync_engine, "checkout", end_at_once)
        with pytest.raises(DatabaseUnavailableError, match=f"^{CONNECTION_LOST}$"):
            await company.open()
        running = asyncio.create_task(company.run())
        await asyncio.wait_for(company.take(SEAT), 10)
        assert company.holds(SEAT)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await company.close()
