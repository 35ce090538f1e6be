"""Timed work: taken by one at a time, and never lost."""

from datetime import timedelta

from storage import due_work
from storage.database import Database, Transaction
from tests.clock import BEGINNING

SOON = BEGINNING + timedelta(seconds=30)
LATER = BEGINNING + timedelta(minutes=5)


async def test_work_is_taken_when_it_is_due_and_struck_out(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        assert await due_work.next_at(transaction) is None
        await due_work.plan(transaction, "remind", 2, LATER)
        await due_work.plan(transaction, "remind", 1, SOON)
        assert await due_work.next_at(transaction) == SOON
        assert await due_work.lease(transaction, BEGINNING) == []
        (first,) = await due_work.lease(transaction, SOON)
        assert (first.kind, first.subject, first.due_at) == ("remind", 1, SOON)
        assert await due_work.lease(transaction, SOON) == []
        assert await due_work.next_at(transaction) == SOON + due_work.LEASE
        assert await due_work.finish(transaction, first)
        assert not await due_work.finish(transaction, first)
        assert await due_work.next_at(transaction) == LATER

    await database.transact(scene)


async def test_what_somebody_took_and_did_not_finish_comes_back(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        await due_work.plan(transaction, "remind", 1, BEGINNING)
        taken = await due_work.lease(transaction, BEGINNING)
        just_before = BEGINNING + due_work.LEASE - timedelta(microseconds=1)
        assert await due_work.lease(transaction, just_before) == []
        assert await due_work.lease(transaction, BEGINNING + due_work.LEASE) == taken

    await database.transact(scene)


async def test_work_planned_twice_is_moved(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        await due_work.plan(transaction, "remind", 1, BEGINNING)
        (work,) = await due_work.lease(transaction, BEGINNING)
        await due_work.plan(transaction, "remind", 1, LATER)
        assert not await due_work.finish(transaction, work)
        await due_work.put_off(transaction, work, BEGINNING)
        assert await due_work.next_at(transaction) == LATER
        assert len(await due_work.lease(transaction, LATER)) == 1

    await database.transact(scene)


async def test_work_that_fails_is_tried_again_after_ever_longer_pauses(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        await due_work.plan(transaction, "remind", 1, BEGINNING)
        now, pauses = BEGINNING, []
        for _ in range(12):
            (work,) = await due_work.lease(transaction, now)
            await due_work.put_off(transaction, work, now)
            following = await due_work.next_at(transaction)
            assert following is not None
            pauses.append(following - now)
            now = following
        assert pauses[0] == timedelta(minutes=1)
        assert pauses == sorted(pauses)
        assert pauses[-1] == due_work.LONGEST_PAUSE

    await database.transact(scene)


async def test_work_taken_back_is_not_done(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        for kind in ("remind", "close", "thank"):
            await due_work.plan(transaction, kind, 1, BEGINNING)
        await due_work.drop(transaction, 1, "remind", "close")
        assert [work.kind for work in await due_work.lease(transaction, BEGINNING)] == ["thank"]

    await database.transact(scene)


async def test_no_more_is_taken_than_asked_for_and_the_oldest_first(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        for number in range(10):
            moment = BEGINNING - timedelta(seconds=number)
            await due_work.plan(transaction, "remind", number, moment)
        taken = await due_work.lease(transaction, BEGINNING, most=3)
        assert [work.subject for work in taken] == [9, 8, 7]

    await database.transact(scene)
