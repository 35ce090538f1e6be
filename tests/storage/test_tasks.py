"""Tasks: one winner for each, and every change only from where it may come."""

import asyncio
from datetime import timedelta
from functools import partial

from storage import card_posts, interests, reveals, task_changes, tasks
from storage.database import Database, Transaction
from storage.model import CardPost, Kind, Person, Secrets, Stage, Status, Task
from storage.private import PrivateText
from tests.clock import BEGINNING
from tests.storage import neighbours

LATER = BEGINNING + timedelta(minutes=5)


async def _claim(transaction: Transaction, task: Task, person_id: int, at_once: int = 1) -> bool:
    return await tasks.claim(transaction, task, person_id, BEGINNING, at_once)


async def _resident_and_helper(transaction: Transaction) -> tuple[Person, Person]:
    return await neighbours.person(transaction, 7001), await neighbours.person(transaction, 7002)


async def test_of_two_hundred_who_claim_at_once_one_wins(database: Database) -> None:
    async def prepare(transaction: Transaction) -> tuple[Task, list[int]]:
        resident = await neighbours.person(transaction, 7000)
        helpers = [(await neighbours.person(transaction, 7001 + i)).id for i in range(200)]
        return await neighbours.request(transaction, resident), helpers

    task, helpers = await database.transact(prepare)
    won = await asyncio.gather(
        *(database.transact(partial(_claim, task=task, person_id=helper)) for helper in helpers)
    )
    assert won.count(True) == 1
    taken = await database.transact(partial(tasks.get, task_id=task.id))
    assert taken.helper_id == helpers[won.index(True)]
    assert (taken.status, taken.claim_number) == (Status.CLAIMED, 1)


async def test_nobody_claims_their_own_request(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, _ = await _resident_and_helper(transaction)
        task = await neighbours.request(transaction, resident)
        assert not await _claim(transaction, task, resident.id)

    await database.transact(scene)


async def test_nobody_holds_more_than_they_want_to(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper = await _resident_and_helper(transaction)
        first, second, third = [
            await neighbours.request(transaction, resident, f"r{number}") for number in range(3)
        ]
        assert await _claim(transaction, first, helper.id, at_once=2)
        assert await _claim(transaction, second, helper.id, at_once=2)
        assert not await _claim(transaction, third, helper.id, at_once=2)
        assert await tasks.finish(transaction, first, helper.id, LATER)
        assert await _claim(transaction, third, helper.id, at_once=2)
        assert [task.id for task in await tasks.held_by(transaction, helper.id)] == [
            second.id,
            third.id,
        ]

    await database.transact(scene)


async def test_a_task_handed_back_is_open_again_and_its_next_claim_is_another(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper = await _resident_and_helper(transaction)
        task = await neighbours.request(transaction, resident)
        assert not await tasks.release(transaction, task, helper.id)
        assert await _claim(transaction, task, helper.id)
        assert await tasks.set_off(transaction, task, helper.id, LATER)
        assert not await tasks.set_off(transaction, task, helper.id, LATER)
        assert not await tasks.release(transaction, task, resident.id)
        assert await tasks.release(transaction, task, helper.id)
        open_again = await tasks.get(transaction, task.id)
        assert (open_again.status, open_again.helper_id) == (Status.OPEN, None)
        assert (open_again.claimed_at, open_again.set_off_at) == (None, None)
        assert await _claim(transaction, task, helper.id)
        assert (await tasks.get(transaction, task.id)).claim_number == 2

    await database.transact(scene)


async def test_a_task_is_finished_once_and_by_its_helper(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper = await _resident_and_helper(transaction)
        task = await neighbours.request(transaction, resident)
        assert not await tasks.finish(transaction, task, helper.id, LATER)
        assert await _claim(transaction, task, helper.id)
        assert not await tasks.finish(transaction, task, resident.id, LATER)
        assert await tasks.finish(transaction, task, helper.id, LATER)
        assert not await tasks.finish(transaction, task, helper.id, LATER)
        assert not await tasks.withdraw(transaction, task, LATER)
        assert not await tasks.release(transaction, task, helper.id)
        done = await tasks.get(transaction, task.id)
        assert (done.status, done.closed_at, done.is_finished) == (Status.DONE, LATER, True)
        assert await tasks.unfinished_of(transaction, resident.id) == []

    await database.transact(scene)


async def test_a_withdrawn_task_cannot_be_claimed(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper = await _resident_and_helper(transaction)
        task = await neighbours.request(transaction, resident)
        assert await tasks.withdraw(transaction, task, LATER)
        assert not await _claim(transaction, task, helper.id)

    await database.transact(scene)


async def test_a_task_opens_once_a_coordinator_gave_it_a_kind(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper = await _resident_and_helper(transaction)
        task = await neighbours.request(
            transaction, resident, status=Status.WITH_COORDINATOR, kind=Kind.SOMETHING_ELSE
        )
        assert not await tasks.open_in(transaction, task.neighbourhood_id or 0)
        assert not await task_changes.open_up(transaction, task)
        assert not await _claim(transaction, task, helper.id)
        assert await task_changes.give_kind(transaction, task, Kind.ERRAND, task.level)
        assert await task_changes.open_up(transaction, task)
        assert not await task_changes.give_kind(transaction, task, Kind.POST, task.level)
        (opened,) = await tasks.open_in(transaction, task.neighbourhood_id or 0)
        assert opened.kind is Kind.ERRAND
        assert await _claim(transaction, task, helper.id)

    await database.transact(scene)


async def test_what_is_private_is_kept_and_added_to(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, _ = await _resident_and_helper(transaction)
        first = Secrets(words=PrivateText("bread"), street=PrivateText("Elm Road 3"))
        task = await neighbours.request(transaction, resident, secrets=first)
        more = Secrets(door=PrivateText("4B"))
        await tasks.add_secrets(transaction, task, resident, more)
        found = await tasks.secrets_of(transaction, task)
        assert found == Secrets(words=first.words, street=first.street, door=more.door)

    await database.transact(scene)


async def test_what_was_shown_is_logged_once_for_each_claim(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper = await _resident_and_helper(transaction)
        task = await neighbours.request(transaction, resident)
        show = partial(reveals.record, transaction, task, helper.id)
        assert await show(Stage.CLAIMED, BEGINNING)
        assert not await show(Stage.CLAIMED, LATER)
        assert await show(Stage.SET_OFF, LATER)
        assert await interests.note(transaction, task, helper.id, BEGINNING)
        assert not await interests.note(transaction, task, helper.id, LATER)

    await database.transact(scene)


async def test_a_card_is_known_by_where_it_hangs(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, _ = await _resident_and_helper(transaction)
        task = await neighbours.request(transaction, resident)
        group = await neighbours.group(transaction)
        assert await card_posts.note(transaction, CardPost(task.id, group, None, 5))
        assert not await card_posts.note(transaction, CardPost(task.id, group, None, 5))
        assert await card_posts.task_of(transaction, group, 5) == task.id
        assert await card_posts.forget(transaction, group, 5) == task.id
        assert await card_posts.forget(transaction, group, 5) is None

    await database.transact(scene)
