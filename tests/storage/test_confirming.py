"""A task that is done: confirmed once, or opened again once, and never after a newer claim."""

import asyncio
from datetime import timedelta
from functools import partial

from storage import confirming, tasks
from storage.database import Database, Transaction
from storage.model import Person, Status, Task
from tests.clock import BEGINNING
from tests.storage import neighbours

LATER = BEGINNING + timedelta(minutes=5)


async def _done(transaction: Transaction) -> tuple[Task, Person]:
    resident = await neighbours.person(transaction, 7001)
    helper = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, resident)
    await _helped(transaction, task, helper)
    return await tasks.get(transaction, task.id), helper


async def _helped(transaction: Transaction, task: Task, helper: Person) -> None:
    assert await tasks.claim(transaction, task, helper.id, BEGINNING, 1)
    assert await tasks.finish(transaction, task, helper.id, BEGINNING)


async def test_what_is_not_done_is_neither_confirmed_nor_opened_again(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, resident)
        assert not await confirming.confirm(transaction, task, LATER)
        assert not await confirming.reopen(transaction, task)
        assert await confirming.unconfirmed_of(transaction, resident.id) == []

    await database.transact(scene)


async def test_of_yes_and_no_at_once_one_counts(database: Database) -> None:
    task, _ = await database.transact(_done)
    yes, no = await asyncio.gather(
        database.transact(partial(confirming.confirm, task=task, now=LATER)),
        database.transact(partial(confirming.reopen, task=task)),
    )
    assert yes is not no
    now = await database.transact(partial(tasks.get, task_id=task.id))
    assert (now.status, now.confirmed_at) == ((Status.DONE, LATER) if yes else (Status.OPEN, None))


async def test_a_task_opened_again_is_nobodys(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        task, helper = await _done(transaction)
        assert await confirming.reopen(transaction, task)
        opened = await tasks.get(transaction, task.id)
        assert (opened.helper_id, opened.claimed_at, opened.closed_at) == (None, None, None)
        await _helped(transaction, task, helper)
        # What was said of the first claim is not taken for the second.
        assert not await confirming.confirm(transaction, task, LATER)
        assert not await confirming.reopen(transaction, task)
        (unconfirmed,) = await confirming.unconfirmed_of(transaction, task.resident_id)
        assert await confirming.confirm(transaction, unconfirmed, LATER)
        assert await confirming.unconfirmed_of(transaction, task.resident_id) == []

    await database.transact(scene)
