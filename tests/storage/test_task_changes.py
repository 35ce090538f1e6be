"""What coordinators change of a request: the condition is in the statement, the first one wins."""

from datetime import timedelta

from storage import task_changes, tasks
from storage.database import Database, Transaction
from storage.model import ClosedAs, Kind, Secrets, Status
from storage.private import PrivateText
from tests.clock import BEGINNING
from tests.storage import neighbours

LATER = BEGINNING + timedelta(hours=1)
NAMED = Secrets(first_name=PrivateText("Ada"))


async def test_a_request_is_found_by_its_reference(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, ada, "krt-27")
        assert await task_changes.with_reference(transaction, "KRT-27") == task
        assert await task_changes.with_reference(transaction, "KRT-28") is None

    await database.transact(scene)


async def test_of_two_who_give_a_task_to_somebody_the_first_is_heard(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, ben, cem = [await neighbours.person(transaction, 7001 + n) for n in range(3)]
        task = await neighbours.request(transaction, ada)
        assert await task_changes.give_to(transaction, task, ben.id, LATER, 1)
        assert not await task_changes.give_to(transaction, task, cem.id, LATER, 1)
        held = await tasks.get(transaction, task.id)
        assert (held.helper_id, held.status) == (ben.id, Status.CLAIMED)

    await database.transact(scene)


async def test_a_task_goes_from_one_helper_to_another(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, ben, cem = [await neighbours.person(transaction, 7001 + n) for n in range(3)]
        task = await neighbours.request(transaction, ada)
        assert await tasks.claim(transaction, task, ben.id, BEGINNING, 1)
        held = await tasks.get(transaction, task.id)
        assert await tasks.set_off(transaction, held, ben.id, BEGINNING)
        held = await tasks.get(transaction, task.id)
        assert not await task_changes.give_to(transaction, held, ada.id, LATER, 1)
        assert await task_changes.give_to(transaction, held, cem.id, LATER, 1)
        now = await tasks.get(transaction, task.id)
        assert (now.helper_id, now.claim_number, now.set_off_at) == (cem.id, 2, None)
        assert not await tasks.finish(transaction, now, ben.id, LATER)

    await database.transact(scene)


async def test_nobody_is_given_more_than_they_want(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, ben = [await neighbours.person(transaction, 7001 + n) for n in range(2)]
        first = await neighbours.request(transaction, ada, "r1")
        second = await neighbours.request(transaction, ada, "r2")
        assert await task_changes.give_to(transaction, first, ben.id, LATER, 1)
        assert not await task_changes.give_to(transaction, second, ben.id, LATER, 1)
        assert await task_changes.give_to(transaction, second, ben.id, LATER, 2)

    await database.transact(scene)


async def test_nobody_is_given_two_places_of_a_request(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, ben = [await neighbours.person(transaction, 7001 + n) for n in range(2)]
        first = await neighbours.request(transaction, ada, "r1")
        second = await neighbours.request(transaction, ada, "r2", beside=first)
        assert await task_changes.give_to(transaction, first, ben.id, LATER, 5)
        assert not await task_changes.give_to(transaction, second, ben.id, LATER, 5)

    await database.transact(scene)


async def test_what_a_coordinator_counts_as_done_is_confirmed(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, tom = [await neighbours.person(transaction, 7001 + n) for n in range(2)]
        task = await neighbours.request(transaction, ada)
        assert await task_changes.close_as_done(transaction, task, tom.id, LATER)
        assert not await task_changes.close_as_done(transaction, task, tom.id, LATER)
        assert not await tasks.withdraw(transaction, task, LATER, ClosedAs.NOT_NEEDED, tom.id)
        now = await tasks.get(transaction, task.id)
        assert (now.status, now.confirmed_at) == (Status.DONE, LATER)
        assert now.closed_as is ClosedAs.FULFILLED
        assert await task_changes.closed_by(transaction, now) == tom.id

    await database.transact(scene)


async def test_a_request_is_opened_again_with_all_that_was_closed_with_it(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, tom = [await neighbours.person(transaction, 7001 + n) for n in range(2)]
        first = await neighbours.request(transaction, ada, "r1", secrets=NAMED)
        second = await neighbours.request(transaction, ada, "r2", beside=first, secrets=NAMED)
        assert await tasks.withdraw(transaction, first, LATER, ClosedAs.DUPLICATE, tom.id)
        closed = await tasks.get(transaction, first.id)
        assert not await task_changes.reopen(transaction, closed, LATER)
        assert await task_changes.reopen(transaction, closed, BEGINNING)
        assert not await task_changes.reopen(transaction, closed, BEGINNING)
        for each in (first, second):
            now = await tasks.get(transaction, each.id)
            assert (now.status, now.closed_as, now.closed_at) == (Status.OPEN, None, None)

    await database.transact(scene)


async def test_what_lacks_its_kind_waits_for_a_coordinator_again(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, ada, kind=Kind.SOMETHING_ELSE, secrets=NAMED)
        assert await tasks.withdraw(transaction, task, LATER)
        closed = await tasks.get(transaction, task.id)
        assert await task_changes.reopen(transaction, closed, BEGINNING)
        assert (await tasks.get(transaction, task.id)).status is Status.WITH_COORDINATOR

    await database.transact(scene)


async def test_what_was_forgotten_is_not_opened_again(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, ada, secrets=NAMED)
        assert await tasks.withdraw(transaction, task, LATER)
        await neighbours.forget_secrets(transaction, task.id)
        closed = await tasks.get(transaction, task.id)
        assert not await task_changes.reopen(transaction, closed, BEGINNING)

    await database.transact(scene)
