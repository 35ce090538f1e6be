"""Whom a coordinator can give a task to, in which order; and who is blocked."""

from datetime import date, timedelta

from storage import assigning, blocks, checks, interests, tasks, volunteers
from storage.database import Database, Transaction
from storage.model import Kind, Person, Task, WhyBlocked
from storage.volunteers import Offer
from tests.clock import BEGINNING
from tests.storage import neighbours

DAY = BEGINNING.date()


async def _helper(transaction: Transaction, number: int, area: int, at_once: int = 1) -> Person:
    person = await neighbours.person(transaction, number)
    offer = Offer(frozenset({Kind.SHOPPING}), frozenset({area}), tasks_at_once=at_once)
    await volunteers.save(transaction, person.id, offer, BEGINNING)
    return person


async def _able(
    transaction: Transaction, task: Task, *nearby: int, needs_check: bool = False, day: date = DAY
) -> list[int]:
    found = await assigning.able(transaction, task, nearby, day, needs_check=needs_check)
    return [each.person_id for each in found]


async def test_first_come_those_who_said_so_then_those_who_are_near(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, ada)
        here = task.neighbourhood_id
        assert here is not None
        beside = await neighbours.neighbourhood(transaction, "Mill Side")
        far = await neighbours.neighbourhood(transaction, "Far End")
        next_door = await _helper(transaction, 7002, beside)
        near = await _helper(transaction, 7003, here)
        willing = await _helper(transaction, 7004, far)
        await _helper(transaction, 7005, far)
        await interests.note(transaction, task, willing.id, BEGINNING)
        assert await _able(transaction, task, beside) == [willing.id, near.id, next_door.id]

    await database.transact(scene)


async def test_who_cannot_take_it_is_left_out(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, ada)
        here = task.neighbourhood_id
        assert here is not None
        full, away, kept_out, fine = [await _helper(transaction, 7002 + n, here) for n in range(4)]
        other = await neighbours.request(transaction, ada, "r2")
        assert await tasks.claim(transaction, other, full.id, BEGINNING, 1)
        await volunteers.pause(transaction, away.id, DAY)
        assert await blocks.block(transaction, kept_out.id, WhyBlocked.RULES, ada.id, BEGINNING)
        assert await _able(transaction, task) == [fine.id]
        assert await _able(transaction, task, needs_check=True) == []
        until = DAY + timedelta(days=1)
        await checks.record_check(transaction, fine.id, ada.id, BEGINNING, until)
        assert await _able(transaction, task, needs_check=True) == [fine.id]
        too_late = until + timedelta(days=1)
        assert await _able(transaction, task, needs_check=True, day=too_late) == []

    await database.transact(scene)


async def test_nobody_is_asked_directly_who_is_blocked(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, ada)
        assert task.neighbourhood_id is not None
        ben = await _helper(transaction, 7002, task.neighbourhood_id)

        async def candidates() -> list[int]:
            found = await volunteers.candidates(transaction, task, (), check_on=None)
            return [each.person_id for each in found]

        assert await candidates() == [ben.id]
        assert await blocks.block(transaction, ben.id, WhyBlocked.HARM, ada.id, BEGINNING)
        assert await candidates() == []

    await database.transact(scene)


async def test_a_block_stands_once_and_ends_once(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        tom, ben = [await neighbours.person(transaction, 7001 + n) for n in range(2)]
        assert await blocks.of_person(transaction, ben.id) is None
        assert await blocks.block(transaction, ben.id, WhyBlocked.MONEY, tom.id, BEGINNING)
        assert not await blocks.block(transaction, ben.id, WhyBlocked.HARM, tom.id, BEGINNING)
        assert await blocks.is_blocked(transaction, ben.id)
        (block,) = await blocks.standing(transaction)
        assert (block.person_id, block.reason) == (ben.id, WhyBlocked.MONEY)
        assert await blocks.unblock(transaction, ben.id, tom.id, BEGINNING)
        assert not await blocks.unblock(transaction, ben.id, tom.id, BEGINNING)
        assert not await blocks.is_blocked(transaction, ben.id)
        assert await blocks.block(transaction, ben.id, WhyBlocked.HARM, tom.id, BEGINNING)

    await database.transact(scene)
