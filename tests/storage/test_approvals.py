"""Words that wait for a coordinator: one decision each, and gone when their time has come."""

import asyncio
from datetime import timedelta
from functools import partial

from storage import approvals, people, tasks
from storage.approvals import Approved, Matter, Proposal, Standing
from storage.database import Database, Transaction
from storage.model import Person, Task
from storage.private import PrivateText
from storage.queue import EVERYTHING
from tests.clock import BEGINNING
from tests.storage import neighbours

LATER = BEGINNING + timedelta(minutes=5)
WORDS = PrivateText("You brightened my day")


async def _resident_and_task(transaction: Transaction) -> tuple[Person, Task]:
    resident = await neighbours.person(transaction, 7001)
    return resident, await neighbours.request(transaction, resident)


async def _handed_in(transaction: Transaction, words: PrivateText | None = WORDS) -> Proposal:
    resident, task = await _resident_and_task(transaction)
    await approvals.propose(transaction, Matter.THANKS, task, resident, words, BEGINNING)
    found = await approvals.handed_in(transaction, Matter.THANKS, task.id, resident.id)
    assert found is not None
    return found


async def _again(transaction: Transaction, proposal: Proposal, words: str) -> int | None:
    resident = await people.get(transaction, proposal.author_id)
    task = await tasks.get(transaction, proposal.task_id)
    return await approvals.propose(
        transaction, Matter.THANKS, task, resident, PrivateText(words), LATER
    )


async def test_of_coordinators_who_decide_at_once_one_decides(database: Database) -> None:
    async def prepare(transaction: Transaction) -> tuple[Proposal, list[int]]:
        coordinators = [(await neighbours.person(transaction, 9001 + i)).id for i in range(6)]
        return await _handed_in(transaction), coordinators

    proposal, coordinators = await database.transact(prepare)
    decide = (approvals.approve, approvals.refuse)
    decisions = await asyncio.gather(
        *(
            database.transact(
                partial(decide[i % 2], proposal=proposal, coordinator_id=number, now=LATER)
            )
            for i, number in enumerate(coordinators)
        )
    )
    assert [bool(each) for each in decisions].count(True) == 1
    decided = await database.transact(partial(approvals.find, proposal_id=proposal.id))
    assert decided is not None
    winner = decisions.index(next(each for each in decisions if each))
    assert decided.standing is (Standing.REFUSED if winner % 2 else Standing.APPROVED)


async def test_approved_words_are_those_that_were_read(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        proposal = await _handed_in(transaction)
        approved = await approvals.approve(transaction, proposal, proposal.author_id, LATER)
        assert isinstance(approved, Approved)
        assert approved.words == WORDS.reveal()

    await database.transact(scene)


async def test_one_is_handed_in_at_a_time_and_another_after_a_refusal_only(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        proposal = await _handed_in(transaction)
        assert await _again(transaction, proposal, "Once more") is None
        assert await approvals.refuse(transaction, proposal, proposal.author_id, LATER)
        assert await _again(transaction, proposal, "In other words") == proposal.id
        # The coordinator still has the first words before them.
        assert not await approvals.approve(transaction, proposal, proposal.author_id, LATER)
        newer = await approvals.find(transaction, proposal.id)
        assert newer is not None
        assert newer.words == PrivateText("In other words")
        assert await approvals.approve(transaction, newer, proposal.author_id, LATER)
        assert await _again(transaction, proposal, "And again") is None

    await database.transact(scene)


async def test_ready_made_words_wait_for_nobody(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        proposal = await _handed_in(transaction, words=None)
        assert proposal.standing is Standing.READY_MADE
        assert await approvals.waiting(transaction, EVERYTHING) == []
        assert not await approvals.approve(transaction, proposal, proposal.author_id, LATER)

    await database.transact(scene)


async def test_words_are_deleted_once_they_are_decided_about_and_not_before(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        proposal = await _handed_in(transaction)
        await approvals.forget_words(transaction, proposal.id)
        assert await approvals.waiting(transaction, EVERYTHING) == [proposal]
        assert await approvals.drop(transaction, proposal, LATER)
        assert not await approvals.drop(transaction, proposal, LATER)
        dropped = await approvals.find(transaction, proposal.id)
        assert dropped is not None
        assert (dropped.words, dropped.standing) == (None, Standing.DROPPED)

    await database.transact(scene)
