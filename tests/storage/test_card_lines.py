"""Lines for the card of a request: one waits, one stands, and none outlives its request's words."""

import asyncio
from datetime import timedelta
from functools import partial

from storage import approvals, card_lines, people, tasks
from storage.approvals import Approved, Proposal, Standing
from storage.database import Database, Transaction
from storage.model import Task
from storage.private import PrivateText
from tests.clock import BEGINNING
from tests.storage import neighbours

LATER = BEGINNING + timedelta(minutes=5)
LINE = PrivateText("Any kind of bread is fine")
OTHER = PrivateText("Brown bread, please")


async def _task(transaction: Transaction) -> Task:
    return await neighbours.request(transaction, await neighbours.person(transaction, 7001))


async def _propose(transaction: Transaction, task: Task, line: PrivateText = LINE) -> Proposal:
    resident = await people.get(transaction, task.resident_id)
    return await card_lines.propose(transaction, task, resident, resident, line, BEGINNING)


async def _approve(transaction: Transaction, proposal: Proposal) -> Approved | None:
    return await card_lines.approve(transaction, proposal, proposal.author_id, LATER)


async def _shown(transaction: Transaction, task: Task) -> str | None:
    found = await card_lines.on_card(transaction, task)
    return None if found is None else found.words


async def test_a_line_is_on_the_card_once_it_is_approved_and_not_before(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        task = await _task(transaction)
        proposal = await _propose(transaction, task)
        assert await _shown(transaction, task) is None
        approved = await _approve(transaction, proposal)
        assert approved is not None
        assert approved.words == await _shown(transaction, task) == LINE.reveal()
        assert await _approve(transaction, proposal) is None

    await database.transact(scene)


async def test_another_line_takes_the_place_of_one_that_waits_and_nobody_approves_that(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        task = await _task(transaction)
        first = await _propose(transaction, task)
        second = await _propose(transaction, task, OTHER)
        assert await card_lines.waiting(transaction, task) == second
        assert await _approve(transaction, first) is None
        assert await _shown(transaction, task) is None
        gone = await approvals.find(transaction, first.id)
        assert gone is not None
        assert (gone.standing, gone.words) == (Standing.TAKEN_BACK, None)

    await database.transact(scene)


async def test_the_line_on_the_card_stays_until_another_one_is_approved(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        task = await _task(transaction)
        await _approve(transaction, await _propose(transaction, task))
        second = await _propose(transaction, task, OTHER)
        assert await _shown(transaction, task) == LINE.reveal()
        assert await approvals.refuse(transaction, second, task.resident_id, LATER)
        assert await _shown(transaction, task) == LINE.reveal()
        await _approve(transaction, await _propose(transaction, task, OTHER))
        assert await _shown(transaction, task) == OTHER.reveal()

    await database.transact(scene)


async def test_no_line_is_approved_for_a_request_that_is_over(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        task = await _task(transaction)
        proposal = await _propose(transaction, task)
        assert await tasks.withdraw(transaction, task, LATER)
        assert await _approve(transaction, proposal) is None
        assert await _shown(transaction, task) is None

    await database.transact(scene)


async def test_of_coordinators_who_decide_at_once_one_decides(database: Database) -> None:
    async def prepare(transaction: Transaction) -> Proposal:
        return await _propose(transaction, await _task(transaction))

    proposal = await database.transact(prepare)
    decisions = await asyncio.gather(
        *(database.transact(partial(_approve, proposal=proposal)) for _ in range(6))
    )
    assert [bool(each) for each in decisions].count(True) == 1


async def test_what_is_taken_back_is_gone_at_once(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        task = await _task(transaction)
        await _approve(transaction, await _propose(transaction, task))
        await _propose(transaction, task, OTHER)
        both = (Standing.WAITING, Standing.APPROVED)
        assert await card_lines.take_back(transaction, task, *both)
        assert await card_lines.waiting(transaction, task) is None
        assert await _shown(transaction, task) is None
        assert not await card_lines.take_back(transaction, task, *both)

    await database.transact(scene)


async def test_with_the_words_of_a_request_its_lines_are_forgotten(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        task = await _task(transaction)
        approved = await _propose(transaction, task)
        await _approve(transaction, approved)
        waiting = await _propose(transaction, task, OTHER)
        await card_lines.forget(transaction, task)
        for each in (approved, waiting):
            kept = await approvals.find(transaction, each.id)
            assert kept is not None
            assert kept.words is None
        assert await _shown(transaction, task) is None

    await database.transact(scene)
