"""Calls to people without an app: what is told in one, what is out of date, ticked off once."""

from datetime import timedelta

from storage import people, rings, tasks
from storage.database import Database, Transaction
from storage.model import Person, Task
from storage.private import PrivateText
from tests.clock import BEGINNING
from tests.storage import neighbours

LATER = BEGINNING + timedelta(hours=1)


async def _ada(transaction: Transaction) -> Person:
    return await people.add(transaction, "phone:ada", "en", BEGINNING, rung=True)


async def _tell(
    transaction: Transaction,
    ada: Person,
    words: str,
    task: Task | None = None,
    *,
    is_passed_on: bool = False,
) -> rings.Ring:
    if task is not None:
        task = await tasks.get(transaction, task.id)
    number = await rings.put(
        transaction, ada, PrivateText(words), LATER, task=task, is_passed_on=is_passed_on
    )
    ring = await rings.find(transaction, number)
    assert ring is not None
    return ring


def _said(ring: rings.Ring) -> str:
    return ring.words.reveal() if ring.words else ""


async def test_somebody_without_an_app_has_no_chat_that_anything_reaches(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await _ada(transaction)
        assert ada.rung
        assert not ada.reachable

    await database.transact(scene)


async def test_news_of_one_claim_is_told_in_one_call(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, ben = await _ada(transaction), await neighbours.person(transaction, 7002)
        task = await neighbours.request(transaction, ada)
        assert await tasks.claim(transaction, task, ben.id, BEGINNING, 1)
        first = await _tell(transaction, ada, "Ben has it.", task)
        second = await _tell(transaction, ada, "Ben comes at 3.", task)
        again = await _tell(transaction, ada, "Ben comes at 3.", task)
        assert first.id == second.id == again.id
        assert _said(again) == "Ben has it.\n\nBen comes at 3."

    await database.transact(scene)


async def test_what_is_out_of_date_is_told_no_more(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, ben = await _ada(transaction), await neighbours.person(transaction, 7002)
        task = await neighbours.request(transaction, ada)
        assert await tasks.claim(transaction, task, ben.id, BEGINNING, 1)
        await _tell(transaction, ada, "Ben has it.", task)
        assert await tasks.release(transaction, await tasks.get(transaction, task.id), ben.id)
        assert _said(await _tell(transaction, ada, "Ben cannot.", task)) == "Ben cannot."
        assert await tasks.claim(transaction, task, ben.id, BEGINNING, 1)
        assert _said(await _tell(transaction, ada, "Ben can.", task)) == "Ben can."

    await database.transact(scene)


async def test_too_much_for_one_message_leaves_the_newest(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await _ada(transaction)
        await _tell(transaction, ada, "a" * rings.LONGEST)
        assert _said(await _tell(transaction, ada, "news")) == "news"

    await database.transact(scene)


async def test_what_is_said_once_more_is_the_newest_again(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, ben = await _ada(transaction), await neighbours.person(transaction, 7002)
        task = await neighbours.request(transaction, ada)
        assert await tasks.claim(transaction, task, ben.id, BEGINNING, 1)
        for words in ("Ben comes at 3.", "Ben comes at 4.", "Ben comes at 3."):
            ring = await _tell(transaction, ada, words, task)
        assert _said(ring) == "Ben comes at 4.\n\nBen comes at 3."
        assert _said(await _tell(transaction, ada, "Ben", task)).endswith("\n\nBen")

    await database.transact(scene)


async def test_what_the_other_side_wrote_is_never_out_of_date(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, ben = await _ada(transaction), await neighbours.person(transaction, 7002)
        task = await neighbours.request(transaction, ada)
        assert await tasks.claim(transaction, task, ben.id, BEGINNING, 1)
        for words in ("Brown bread?", "Yes.", "Yes."):
            await _tell(transaction, ada, words, task, is_passed_on=True)
        assert await tasks.release(transaction, await tasks.get(transaction, task.id), ben.id)
        ring = await _tell(transaction, ada, "Ben cannot.", task)
        assert _said(ring) == "Ben cannot."
        assert ring.passed_on == PrivateText("Brown bread?\n\nYes.\n\nYes.")
        assert _said(await _tell(transaction, ada, "", task)) == "Ben cannot."
        assert await rings.settle(transaction, ring, LATER)
        settled = await rings.find(transaction, ring.id)
        assert settled is not None
        assert not settled.has_words

    await database.transact(scene)


async def test_a_call_is_ticked_off_once_and_its_words_forgotten(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada, tom = await _ada(transaction), await neighbours.person(transaction, 7003)
        task = await neighbours.request(transaction, ada)
        ring = await _tell(transaction, ada, "Open.", task)
        assert [each.id for each in await rings.waiting_about(transaction, [task.id])] == [ring.id]
        assert await rings.settle(transaction, ring, LATER, tom.id)
        assert not await rings.settle(transaction, ring, LATER, tom.id)
        settled = await rings.find(transaction, ring.id)
        assert settled is not None
        assert (settled.words, settled.settled_by) == (None, tom.id)
        assert await rings.waiting_about(transaction, [task.id]) == []
        assert (await _tell(transaction, ada, "More.", task)).id != ring.id

    await database.transact(scene)


async def test_whoever_ticks_off_older_words_ticks_off_nothing(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await _ada(transaction)
        number = await rings.put(transaction, ada, PrivateText("One."), BEGINNING)
        older = await rings.find(transaction, number)
        assert older is not None
        soon = BEGINNING + timedelta(milliseconds=1)
        assert await rings.put(transaction, ada, PrivateText("Two."), soon) == number
        newer = await rings.find(transaction, number)
        assert newer is not None
        assert newer.stamp != older.stamp
        assert not await rings.settle(transaction, older, LATER)
        assert await rings.settle(transaction, newer, LATER)

    await database.transact(scene)


async def test_those_without_an_app_are_found_where_they_live(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ada = await _ada(transaction)
        ida = await people.add(transaction, "phone:ida", "en", BEGINNING, rung=True)
        await neighbours.person(transaction, 7001)
        area = await neighbours.neighbourhood(transaction)
        await people.set_neighbourhood(transaction, ada, area)
        await people.set_phone(transaction, ada, PrivateText("020 7946 0018"))

        async def found(*numbers: int | None) -> list[int]:
            some = await people.rung_in(transaction, set(numbers))
            return [person.id for person, _ in some]

        everybody = await people.rung_in(transaction, None)
        assert [person.id for person, _ in everybody] == [ida.id, ada.id]
        assert everybody[1][1] == PrivateText("020 7946 0018")
        assert await found(area) == [ada.id]
        assert await found(None) == [ida.id]
        assert await found(area + 1) == []

    await database.transact(scene)
