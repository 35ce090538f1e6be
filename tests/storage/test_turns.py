"""What several processes on one server do side by side, and what one after the other."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage import blocks, conversations, due_work, people, settings
from storage.conversations import Stored
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.model import Person, WhyBlocked
from storage.private import PrivateText
from storage.tables import organisations
from storage.turns import Turn
from tests.clock import BEGINNING
from tests.databases import is_on_server, url_of
from tests.storage import neighbours

pytestmark = pytest.mark.skipif(not is_on_server(), reason="about a server: --database postgresql")


@asynccontextmanager
async def two_on(file: Path) -> AsyncIterator[tuple[Database, Database]]:
    """Open a database for two processes that share it."""
    both = [
        Database(open_engine(url_of(file)), Keys(file.with_name("doorstep.keys")), shares=True)
        for _ in range(2)
    ]
    for each in both:
        await each.start()
    try:
        yield both[0], both[1]
    finally:
        for each in both:
            await each.stop()


async def _saved(transaction: Transaction, person: Person, name: str) -> None:
    stored = Stored(name, BEGINNING, BEGINNING, PrivateText("{}"))
    conversations.save(transaction, person, stored)


async def test_answers_of_two_people_go_side_by_side(file: Path) -> None:
    async with two_on(file) as (one, other):
        ada = await one.transact(lambda each: neighbours.person(each, 7001))
        ben = await one.transact(lambda each: neighbours.person(each, 7002))
        both = asyncio.Barrier(2)

        async def answer(transaction: Transaction, person: Person) -> Turn:
            await _saved(transaction, person, "ask")
            # Nobody would come past here if one of them had to wait for the other.
            await both.wait()
            return transaction.connection.turn

        turns = await asyncio.gather(
            one.transact(lambda each: answer(each, ada)),
            other.transact(lambda each: answer(each, ben)),
        )
        assert set(turns) == {Turn.BESIDE}


async def test_what_is_counted_goes_one_after_the_other(file: Path) -> None:
    async with two_on(file) as (one, other):

        async def at_most_one(transaction: Transaction) -> bool:
            found = await transaction.connection.scalar(
                select(func.count()).select_from(organisations)
            )
            await asyncio.sleep(0.02)
            if found:
                return False
            await transaction.connection.execute(
                organisations.insert().values(name="A", name_folded="a", created_at=BEGINNING)
            )
            return True

        made = await asyncio.gather(*(each.transact(at_most_one) for each in (one, other) * 3))
        assert sum(made) == 1


async def test_work_that_needs_its_turn_costs_those_beside_it_nothing(file: Path) -> None:
    async with two_on(file) as (one, _):
        ada = await one.transact(lambda each: neighbours.person(each, 7001))
        begun: list[str] = []

        async def answer(transaction: Transaction) -> None:
            begun.append("answer")
            await _saved(transaction, ada, "ask")

        async def asks(transaction: Transaction) -> None:
            begun.append("asks")
            # Something is written before it shows that this has to be done in its turn.
            await due_work.plan(transaction, "draft", len(begun), BEGINNING)
            await neighbours.person(transaction, 7002)

        await asyncio.gather(one.transact(answer), one.transact(asks), one.transact(answer))
        assert begun == ["answer", "asks", "answer", "asks"]
        # Only the second time of it was kept.
        planned = await one.transact(lambda each: due_work.number_of(each, "draft"))
        assert planned == 1
        assert await one.transact(lambda each: due_work.is_planned(each, "draft", 4))
        stored = await one.transact(lambda each: conversations.load(each, ada))
        assert stored is not None


async def test_what_others_left_to_be_written_stays_where_work_is_taken_back(file: Path) -> None:
    async with two_on(file) as (one, _):
        ada = await one.transact(lambda each: neighbours.person(each, 7001))
        seen: list[bool] = []

        async def asks(transaction: Transaction) -> None:
            await due_work.plan(transaction, "draft", 1, BEGINNING)
            # What she said is written here, after what has to be taken back.
            seen.append(await conversations.load(transaction, ada) is not None)
            await neighbours.person(transaction, 7002)

        await asyncio.gather(
            one.transact(lambda each: _saved(each, ada, "ask")), one.transact(asks)
        )
        assert seen == [True, True]
        stored = await one.transact(lambda each: conversations.load(each, ada))
        assert stored is not None


async def test_what_the_others_know_by_heart_changes_for_them_at_once(file: Path) -> None:
    async with two_on(file) as (one, other):
        ada = await one.transact(lambda each: neighbours.person(each, 7001))
        for each in (one, other):
            assert not await each.transact(lambda every: blocks.is_blocked(every, ada.id))
        await one.transact(
            lambda each: blocks.block(each, ada.id, WhyBlocked.RULES, ada.id, BEGINNING)
        )
        assert await other.transact(lambda each: blocks.is_blocked(each, ada.id))
        await other.transact(lambda each: settings.put(each, "scheme", "Elm Street"))
        assert (await one.transact(settings.all_of_them))["scheme"] == "Elm Street"
        await other.transact(lambda each: blocks.unblock(each, ada.id, ada.id, BEGINNING))
        assert not await one.transact(lambda each: blocks.is_blocked(each, ada.id))


async def test_who_changes_what_is_known_by_heart_is_alone(file: Path) -> None:
    async with two_on(file) as (one, other):
        ada = await one.transact(lambda each: neighbours.person(each, 7001))
        seen: list[str] = []
        has_begun = asyncio.Event()

        async def slow(transaction: Transaction) -> None:
            has_begun.set()
            assert not await blocks.is_blocked(transaction, ada.id)
            await asyncio.sleep(0.05)
            seen.append("acted")

        async def block(transaction: Transaction) -> None:
            await blocks.block(transaction, ada.id, WhyBlocked.RULES, ada.id, BEGINNING)
            seen.append("blocked")

        acting = asyncio.create_task(one.transact(slow))
        await has_begun.wait()
        await other.transact(block)
        await acting
        assert seen == ["acted", "blocked"]


async def test_keys_are_destroyed_while_nobody_seals_with_them(file: Path) -> None:
    async with two_on(file) as (one, other):
        ada = await one.transact(lambda each: neighbours.person(each, 7001))
        has_begun = asyncio.Event()

        async def seals(transaction: Transaction) -> bool:
            has_begun.set()
            await asyncio.sleep(0.05)
            return transaction.keys.is_destroyed((ada.key,))

        async def destroys(transaction: Transaction) -> None:
            transaction.destroy((ada.key,), BEGINNING)

        sealing = asyncio.create_task(one.transact(seals))
        await has_begun.wait()
        await other.transact(destroys)
        assert not await sealing
        assert await one.transact(seals)


async def test_two_meet_the_same_person_for_the_first_time(file: Path) -> None:
    async with two_on(file) as (one, other):

        async def met(transaction: Transaction) -> int:
            known = await people.find(transaction, "telegram:7001")
            if known is None:
                known = await people.add(transaction, "telegram:7001", "en", BEGINNING)
            return known.id

        numbers = await asyncio.gather(*(each.transact(met) for each in (one, other) * 3))
        assert len(set(numbers)) == 1


async def test_a_server_lets_go_of_whoever_hangs_in_the_middle(file: Path) -> None:
    async with two_on(file) as (one, _):
        limit = await one.transact(
            lambda each: each.connection.scalar(
                select(func.current_setting("idle_in_transaction_session_timeout"))
            )
        )
        assert limit == "7s"
