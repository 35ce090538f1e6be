"""The inbox: every update once, in order, and a bad one alone."""

import asyncio
from datetime import timedelta
from functools import partial

from sqlalchemy import func, select

from storage import inbox
from storage.database import Database, Transaction
from storage.retention import sweep_all
from storage.statements import ChangedMeanwhileError
from storage.tables import people
from tests.clock import BEGINNING
from tests.storage import neighbours

APP = "telegram"


async def _waiting(transaction: Transaction) -> list[tuple[int, str]]:
    return [(each.number, each.body.reveal()) for each in await inbox.waiting(transaction, APP)]


async def test_an_update_is_kept_once_however_often_it_comes(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        batch = [(12, "b"), (11, "a"), (12, "b")]
        assert await inbox.keep(transaction, APP, batch, BEGINNING) == [11, 12]
        assert await inbox.keep(transaction, APP, [*batch, (13, "c")], BEGINNING) == [13]
        assert await inbox.keep(transaction, APP, [], BEGINNING) == []
        assert await inbox.keep(transaction, "matrix", [(12, "other")], BEGINNING) == [12]
        assert await _waiting(transaction) == [(11, "a"), (12, "b"), (13, "c")]

    await database.transact(scene)


async def test_what_was_dealt_with_does_not_come_back(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        await inbox.keep(transaction, APP, [(11, "a"), (12, "b")], BEGINNING)
        inbox.mark_done(transaction, APP, 11)
        assert await inbox.keep(transaction, APP, [(11, "a")], BEGINNING) == []
        assert await _waiting(transaction) == [(12, "b")]

    await database.transact(scene)


async def test_a_bad_update_is_put_aside_and_its_neighbours_go_on(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        await inbox.keep(transaction, APP, [(11, "a"), (12, "?"), (13, "c")], BEGINNING)
        assert await inbox.count_attempt(transaction, APP, 12) == 1
        assert await inbox.count_attempt(transaction, APP, 12) == 2
        assert [each.attempts for each in await inbox.waiting(transaction, APP)] == [0, 2, 0]
        assert await inbox.quarantine(transaction, APP, 12)
        assert await _waiting(transaction) == [(11, "a"), (13, "c")]
        assert await inbox.count_attempt(transaction, APP, 12) is None

    await database.transact(scene)


async def test_tidying_drops_what_was_dealt_with_and_nothing_else(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        await inbox.keep(transaction, APP, [(11, "a"), (12, "b")], BEGINNING)
        inbox.mark_done(transaction, APP, 11)
        await sweep_all(transaction, BEGINNING, {})
        assert await inbox.keep(transaction, APP, [(11, "a")], BEGINNING) == []
        await sweep_all(transaction, BEGINNING + timedelta(days=8), {})
        assert await _waiting(transaction) == [(12, "b")]
        assert await inbox.keep(transaction, APP, [(11, "a")], BEGINNING) == [11]

    await database.transact(scene)


async def test_nothing_is_dealt_with_twice(database: Database) -> None:
    async def arrive(transaction: Transaction) -> None:
        await inbox.keep(transaction, APP, [(11, "a"), (12, "b")], BEGINNING)

    async def deal_with(number: int, transaction: Transaction) -> None:
        inbox.mark_done(transaction, APP, number)
        await neighbours.person(transaction, number)

    async def people_known(transaction: Transaction) -> int:
        return int(await transaction.connection.scalar(select(func.count()).select_from(people)))

    await database.transact(arrive)
    await database.transact(partial(deal_with, 11))
    results = await asyncio.gather(
        database.transact(partial(deal_with, 11)),
        database.transact(partial(deal_with, 12)),
        return_exceptions=True,
    )
    assert isinstance(results[0], ChangedMeanwhileError)
    assert results[1] is None
    assert await database.transact(people_known) == 2
