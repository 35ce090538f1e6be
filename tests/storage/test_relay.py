"""What resident and helper wrote to each other is found again, and forgotten in its time."""

from datetime import timedelta
from typing import Final

from sqlalchemy import func, select

from storage import departures, outbox, outbox_changes, outbox_states, pictures, relay, tasks
from storage.database import Database, Transaction
from storage.model import FIRST_BOT, Person, Task
from storage.private import PrivateText
from storage.relay import Choice, Sent
from storage.retention import periods, sweep_all
from storage.tables import relay_messages
from tests.clock import BEGINNING
from tests.storage import neighbours

HELLO: Final = Sent(message=11, words=PrivateText("Hello"))
LATER: Final = BEGINNING + timedelta(minutes=1)


async def _pair(transaction: Transaction) -> tuple[Person, Person, Task]:
    """Return a resident, a helper, and the task that the helper holds."""
    resident = await neighbours.person(transaction, 7001)
    helper = await neighbours.person(transaction, 7002)
    task = await neighbours.request(transaction, resident)
    assert await tasks.claim(transaction, task, helper.id, BEGINNING, 1)
    return resident, helper, await tasks.get(transaction, task.id)


async def _sent_to(transaction: Transaction, person: Person, label: str, number: int) -> None:
    """Let a message with a label reach somebody under a number."""
    message = neighbours.message(person.chat_id, label=label, key=person.key)
    await outbox.add(transaction, [message], BEGINNING)
    (due,) = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 1)
    outbox_states.mark_sent(transaction, due.id, number, BEGINNING)


async def _kept(transaction: Transaction) -> int | None:
    count = select(func.count()).select_from(relay_messages)
    found: int | None = await transaction.connection.scalar(count)
    return found


async def test_a_message_is_found_by_its_number_on_either_side(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper, task = await _pair(transaction)
        message = await relay.add(transaction, task, resident, helper.id, HELLO, BEGINNING)
        assert await relay.written_as(transaction, resident.id, FIRST_BOT, 11) == message
        assert await relay.written_as(transaction, helper.id, FIRST_BOT, 11) is None
        assert await relay.written_as(transaction, resident.id, "parish", 11) is None
        assert await relay.delivered_as(transaction, message) is None
        await _sent_to(transaction, helper, message.label, 40)
        assert await relay.delivered_as(transaction, message) == relay.Quote(40, FIRST_BOT)
        label = await relay.label_of(transaction, helper.chat_id, FIRST_BOT, 40)
        assert label is not None
        assert await relay.labelled(transaction, label) == message
        assert await relay.labelled(transaction, "details:1:1") is None
        assert await relay.label_of(transaction, resident.chat_id, FIRST_BOT, 40) is None
        assert await relay.label_of(transaction, helper.chat_id, "parish", 40) is None

    await database.transact(scene)


async def test_the_newest_counts_for_both_sides(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper, task = await _pair(transaction)
        assert await relay.newest(transaction, helper.id) is None
        await relay.add(transaction, task, resident, helper.id, HELLO, BEGINNING)
        answer = await relay.add(transaction, task, helper, resident.id, HELLO, LATER)
        assert await relay.newest(transaction, resident.id) == answer
        assert await relay.newest(transaction, helper.id) == answer

    await database.transact(scene)


async def test_who_has_chosen_somebody_can_stop(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, _, task = await _pair(transaction)
        assert await relay.choice_of(transaction, resident.id) is None
        assert not await relay.stop(transaction, resident.id, BEGINNING)
        await relay.choose(transaction, resident.id, task, BEGINNING)
        chosen = Choice(task.id, task.claim_number, BEGINNING)
        assert await relay.choice_of(transaction, resident.id) == chosen
        assert await relay.stop(transaction, resident.id, LATER)
        assert await relay.choice_of(transaction, resident.id) == Choice(None, None, LATER)
        assert not await relay.stop(transaction, resident.id, LATER)

    await database.transact(scene)


async def test_what_nobody_got_yet_is_dropped_when_it_is_over(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper, task = await _pair(transaction)
        message = await relay.add(transaction, task, resident, helper.id, HELLO, BEGINNING)
        neighbour = f"relay:{task.id}1:1:1"
        for label in (message.label, neighbour, "details:1:1"):
            waiting = neighbours.message(helper.chat_id, label=label, key=helper.key)
            await outbox.add(transaction, [waiting], BEGINNING)
        await relay.close(transaction, task.id, LATER)
        assert await outbox_changes.labelled(transaction, message.label) == []
        assert await outbox_changes.labelled(transaction, neighbour)
        assert await outbox_changes.labelled(transaction, "details:1:1")

    await database.transact(scene)


async def test_what_was_passed_on_is_forgotten_after_a_week(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper, task = await _pair(transaction)
        end = BEGINNING + periods.RELAY.default
        picture = await pictures.keep(
            transaction, resident.key, b"jpeg", BEGINNING, end + timedelta(days=1)
        )
        photo = Sent(12, PrivateText("This kind"), picture)
        message = await relay.add(transaction, task, resident, helper.id, photo, BEGINNING)
        waiting = neighbours.message(helper.chat_id, label=message.label, key=helper.key)
        await outbox.add(transaction, [waiting], BEGINNING)

        almost = end - timedelta(seconds=1)
        await sweep_all(transaction, almost, {})
        assert await _kept(transaction) == 1
        assert await pictures.content(transaction, picture) == b"jpeg"

        await sweep_all(transaction, end, {})
        assert await _kept(transaction) == 0
        assert await pictures.content(transaction, picture) is None
        assert await outbox_changes.labelled(transaction, message.label) == []

    await database.transact(scene)


async def test_what_is_held_comes_back_in_order_and_goes_after_a_day(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident, helper, _ = await _pair(transaction)
        second = Sent(13, PrivateText("And milk"))
        await relay.hold(transaction, resident, HELLO, BEGINNING)
        await relay.hold(transaction, resident, second, LATER)
        assert await relay.held_of(transaction, resident.id) == [HELLO, second]
        assert await relay.held_of(transaction, helper.id) == []
        await sweep_all(transaction, BEGINNING + periods.HELD_BACK.default, {})
        assert await relay.held_of(transaction, resident.id) == [second]
        assert await relay.let_go(transaction, resident.id)
        assert not await relay.let_go(transaction, resident.id)
        assert await relay.held_of(transaction, resident.id) == []

    await database.transact(scene)
