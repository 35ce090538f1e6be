"""The fate of everybody whom a call-out is to reach says what became of their message."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select

from storage import chats, departures, fates, outbox, outbox_states, silence
from storage.database import Database, Transaction
from storage.model import FIRST_BOT, Person
from storage.outbox import Purpose
from storage.tables import call_out_recipients
from storage.tables import outbox as rows
from tests.clock import BEGINNING
from tests.storage import neighbours

LATER = BEGINNING + timedelta(minutes=1)


async def _people(transaction: Transaction, how_many: int) -> list[Person]:
    return [await neighbours.person(transaction, 7101 + number) for number in range(how_many)]


async def _write_to(transaction: Transaction, recipient: int, person: Person) -> None:
    words = neighbours.message(person.chat_id, purpose=Purpose.BULK, recipient_id=recipient)
    await outbox.add(transaction, [words], BEGINNING)


async def _call(transaction: Transaction, people: Sequence[Person]) -> int:
    """Write to people for a call-out and return its number."""
    call_out = await neighbours.call_out(transaction)
    for person in people:
        await _write_to(transaction, await neighbours.called(transaction, call_out, person), person)
    return call_out


async def _take(transaction: Transaction, most: int = 1) -> list[departures.Due]:
    found = await departures.due(transaction, FIRST_BOT, BEGINNING, (), most)
    await departures.start_sending(transaction, [each.id for each in found])
    return found


async def _fates(transaction: Transaction) -> list[str]:
    column = call_out_recipients.c
    result = await transaction.connection.execute(select(column.fate).order_by(column.id))
    return list(result.scalars())


async def _statuses(transaction: Transaction) -> list[str]:
    result = await transaction.connection.execute(select(rows.c.status).order_by(rows.c.id))
    return list(result.scalars())


async def test_each_end_of_a_message_is_the_fate_of_its_recipient(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        await _call(transaction, await _people(transaction, 5))
        assert await _fates(transaction) == ["queued"] * 5
        sent, unknown, refused, again = await _take(transaction, 4)
        outbox_states.mark_sent(transaction, sent.id, 9, BEGINNING, sent.recipient_id)
        await outbox_states.mark_unknown(transaction, unknown.id, BEGINNING)
        await outbox_states.mark_dead(transaction, refused.id, BEGINNING)
        await outbox_states.mark_for_retry(transaction, again.id, LATER)
        assert await _fates(transaction) == ["sent", "unknown", "unreachable", "queued", "queued"]

    await database.transact(scene)


async def test_nobody_is_waited_for_who_cannot_be_reached(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        people = await _people(transaction, 3)
        await chats.set_reachable(transaction, people[0].chat_id, reachable=False)
        await silence.leave_in_peace(transaction, people[1], BEGINNING)
        await _call(transaction, people)
        assert await _fates(transaction) == ["unreachable", "unreachable", "queued"]
        (last,) = await _take(transaction)
        await outbox.add(transaction, [neighbours.message(last.chat_id, "answer")], BEGINNING)
        assert last.chat_id is not None
        await outbox_states.let_wait(transaction, last.chat_id, FIRST_BOT, BEGINNING)
        assert await _fates(transaction) == ["unreachable"] * 3
        assert await _statuses(transaction) == ["dead", "waiting"]

    await database.transact(scene)


async def test_a_home_that_is_left_in_peace_is_not_called(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        people = await _people(transaction, 2)
        await _call(transaction, people)
        await silence.leave_in_peace(transaction, people[0], BEGINNING)
        assert await _fates(transaction) == ["unreachable", "queued"]

    await database.transact(scene)


async def test_stop_ends_what_has_not_left(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        people = await _people(transaction, 4)
        call_out = await _call(transaction, people[:3])
        await neighbours.called(transaction, call_out, people[3])
        other = await neighbours.call_out(transaction, "c2")
        await _write_to(
            transaction, await neighbours.called(transaction, other, people[3]), people[3]
        )
        (leaving,) = await _take(transaction)
        await fates.stop(transaction, call_out, BEGINNING)
        assert await _fates(transaction) == ["queued", "stopped", "stopped", "stopped", "queued"]
        assert await _statuses(transaction) == ["sending", "dead", "dead", "pending"]
        outbox_states.mark_sent(transaction, leaving.id, 9, BEGINNING, leaving.recipient_id)
        assert (await _fates(transaction))[0] == "sent"

    await database.transact(scene)


async def test_what_was_leaving_at_the_stop_is_not_tried_again(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        call_out = await _call(transaction, await _people(transaction, 1))
        (leaving,) = await _take(transaction)
        await fates.stop(transaction, call_out, BEGINNING)
        await outbox_states.mark_for_retry(transaction, leaving.id, BEGINNING)
        (again,) = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 1)
        assert again.is_expired

    await database.transact(scene)
