"""A request that takes several helpers: one task for each, and no place taken twice."""

import asyncio
from functools import partial

from storage import task_changes, tasks
from storage.database import Database, Transaction
from storage.model import Level, Person, Status, Task
from tests.clock import BEGINNING
from tests.storage import neighbours


async def _of_two(transaction: Transaction, status: Status = Status.OPEN) -> list[Task]:
    """Keep a request that takes two helpers."""
    resident = await neighbours.person(transaction, 7000)
    first = await neighbours.request(transaction, resident, "r1", status)
    return [first, await neighbours.request(transaction, resident, "r2", status, beside=first)]


async def _claim(transaction: Transaction, task: Task, person: Person) -> bool:
    return await tasks.claim(transaction, task, person.id, BEGINNING, at_once=3)


async def test_each_place_has_one_winner_and_nobody_wins_both(database: Database) -> None:
    async def prepare(transaction: Transaction) -> tuple[list[Task], list[Person]]:
        helpers = [await neighbours.person(transaction, 7001 + number) for number in range(40)]
        return await _of_two(transaction), helpers

    places, helpers = await database.transact(prepare)
    claims = [(place, helper) for helper in helpers for place in places]
    won = await asyncio.gather(
        *(database.transact(partial(_claim, task=task, person=who)) for task, who in claims)
    )
    assert won.count(True) == 2
    taken = await database.transact(partial(tasks.of_request, task=places[0]))
    assert [each.slot for each in taken] == [1, 2]
    assert all(each.status is Status.CLAIMED for each in taken)
    assert len({each.helper_id for each in taken}) == 2


async def test_whoever_handed_one_place_back_can_take_the_other(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        first, second = await _of_two(transaction)
        ana = await neighbours.person(transaction, 7001)
        assert await _claim(transaction, first, ana)
        assert not await _claim(transaction, second, ana)
        assert await tasks.release(transaction, first, ana.id)
        assert await _claim(transaction, second, ana)

    await database.transact(scene)


async def test_what_is_left_of_a_request_is_closed_at_once(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        first, second = await _of_two(transaction)
        ana = await neighbours.person(transaction, 7001)
        assert await _claim(transaction, first, ana)
        assert await tasks.finish(transaction, first, ana.id, BEGINNING)
        assert await tasks.unfinished_places(transaction, second) == [second]
        assert await tasks.withdraw(transaction, first, BEGINNING)
        statuses = [each.status for each in await tasks.of_request(transaction, first)]
        assert statuses == [Status.DONE, Status.WITHDRAWN]
        assert not await tasks.withdraw(transaction, second, BEGINNING)

    await database.transact(scene)


async def test_a_request_is_completed_and_raised_as_one(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        first, second = await _of_two(transaction, Status.WITH_COORDINATOR)
        assert await task_changes.open_up(transaction, second)
        assert await task_changes.raise_level(transaction, first)
        for each in await tasks.of_request(transaction, first):
            assert (each.status, each.level) == (Status.OPEN, Level.ASSIGNED)

    await database.transact(scene)


async def test_contact_and_coming_are_kept_for_one_claim_only(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        first, second = await _of_two(transaction)
        ana, ben = [await neighbours.person(transaction, 7001 + number) for number in range(2)]
        assert not await tasks.note_contact(transaction, first, ana.id, BEGINNING)
        assert await _claim(transaction, first, ana)
        before, first = first, await tasks.get(transaction, first.id)
        # What was known of the task before it was claimed is no claim.
        assert not await tasks.note_contact(transaction, before, ana.id, BEGINNING)
        assert not await tasks.note_contact(transaction, first, ben.id, BEGINNING)
        assert await tasks.note_contact(transaction, first, ana.id, BEGINNING)
        assert await tasks.note_coming(transaction, first, ana.id, BEGINNING, BEGINNING)
        assert not await tasks.note_coming(transaction, first, ben.id, BEGINNING, BEGINNING)
        assert not await tasks.end_lease(transaction, first)
        assert await tasks.release(transaction, first, ana.id)
        free = await tasks.get(transaction, first.id)
        assert (free.contact_at, free.coming_from, free.coming_until) == (None, None, None)
        assert (await tasks.get(transaction, second.id)).contact_at is None

    await database.transact(scene)


async def test_setting_off_shows_that_a_helper_is_in_touch(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        first, _ = await _of_two(transaction)
        ana = await neighbours.person(transaction, 7001)
        assert await _claim(transaction, first, ana)
        assert await tasks.set_off(transaction, first, ana.id, BEGINNING)
        first = await tasks.get(transaction, first.id)
        assert first.contact_at == first.set_off_at == BEGINNING
        assert not await tasks.end_lease(transaction, first)

    await database.transact(scene)
