"""Whoever is asked may be asked: the statement that notes it sees to that by itself."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import update

from storage import asks, volunteers
from storage.asks import PAUSES, Now
from storage.database import Database, Transaction
from storage.model import Person, Task
from storage.tables import volunteers as rows
from storage.volunteers import Offer
from tests.clock import BEGINNING
from tests.storage import neighbours

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def at(moment: datetime, quiet: tuple[int, int] = (21, 8)) -> Now:
    """Return a moment where the clocks show UTC."""
    return Now(moment, moment.date(), moment.time(), time(quiet[0]), time(quiet[1]))


NOON = at(BEGINNING.replace(hour=12))


async def _asked_for(transaction: Transaction, number: int, often: str) -> tuple[Person, Task]:
    """Return a volunteer who chose how often to be asked, and a task."""
    helper = await neighbours.person(transaction, number)
    resident = await neighbours.person(transaction, number + 1000)
    offer = Offer(frozenset(), frozenset(), asked_at_most=often)
    await volunteers.save(transaction, helper.id, offer, BEGINNING)
    return helper, await neighbours.request(transaction, resident, f"r{number}")


@pytest.mark.parametrize("often", ["as-needed", "daily", "weekly", "never"])
async def test_nobody_is_asked_more_often_than_they_chose(database: Database, often: str) -> None:
    async def scene(transaction: Transaction) -> None:
        helper, first = await _asked_for(transaction, 7001, often)
        _, second = await _asked_for(transaction, 7002, often)
        if often not in PAUSES:
            assert not await asks.ask(transaction, first, helper.id, NOON)
            return
        pause = PAUSES[often]
        assert await asks.ask(transaction, first, helper.id, NOON)
        if pause:
            too_soon = at(NOON.moment + pause - timedelta(seconds=1))
            assert not await asks.ask(transaction, second, helper.id, too_soon)
        assert await asks.ask(transaction, second, helper.id, at(NOON.moment + pause))

    await database.transact(scene)


async def test_nobody_is_asked_twice_for_one_task(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        helper, task = await _asked_for(transaction, 7001, "as-needed")
        assert await asks.ask(transaction, task, helper.id, NOON)
        assert not await asks.ask(transaction, task, helper.id, at(NOON.moment + DAY))
        assert await asks.decline(transaction, task, helper.id)
        assert not await asks.decline(transaction, task, helper.id)
        assert not await asks.ask(transaction, task, helper.id, at(NOON.moment + 2 * DAY))
        assert await asks.counted(transaction, task.id) == (1, 1)

    await database.transact(scene)


async def test_who_pauses_is_asked_again_the_day_after(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        helper, task = await _asked_for(transaction, 7001, "as-needed")
        await transaction.connection.execute(
            update(rows).where(rows.c.person_id == helper.id).values(paused_until=NOON.day)
        )
        assert not await asks.ask(transaction, task, helper.id, NOON)
        assert await asks.ask(transaction, task, helper.id, at(NOON.moment + DAY))

    await database.transact(scene)


async def test_what_nobody_answered_ends_with_the_task(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        first, task = await _asked_for(transaction, 7001, "as-needed")
        second, _ = await _asked_for(transaction, 7002, "as-needed")
        for helper in (first, second):
            assert await asks.ask(transaction, task, helper.id, NOON)
        assert await asks.decline(transaction, task, first.id)
        assert await asks.is_anybody_thinking(transaction, task.id)
        assert await asks.close(transaction, task.id) == [second.id]
        assert not await asks.is_anybody_thinking(transaction, task.id)
        assert not await asks.decline(transaction, task, second.id)
        assert await asks.counted(transaction, task.id) == (2, 1)

    await database.transact(scene)


@pytest.mark.parametrize("quiet", [(21, 8), (13, 15), (0, 7), (9, 9)])
async def test_quiet_hours_are_kept_at_every_minute(
    database: Database, quiet: tuple[int, int]
) -> None:
    async def scene(transaction: Transaction) -> None:
        helper, _ = await _asked_for(transaction, 7001, "as-needed")
        start, end = (hour * 60 for hour in quiet)
        for minute in range(0, 24 * 60, 15):
            now = at(BEGINNING.replace(hour=minute // 60, minute=minute % 60), quiet)
            is_quiet = start <= minute < end if start <= end else minute >= start or minute < end
            asked = update(rows).where(rows.c.person_id == helper.id, asks.may_be_asked(now))
            result = await transaction.connection.execute(asked.values(last_asked_at=None))
            assert (result.rowcount == 0) == is_quiet, minute

    await database.transact(scene)
