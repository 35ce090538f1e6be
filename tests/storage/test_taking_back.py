"""What was shown to somebody is found again for as long as it is to be taken back."""

from datetime import timedelta
from typing import Final

from sqlalchemy import select

from storage import departures, outbox, outbox_changes, outbox_states
from storage.database import Database, Transaction
from storage.model import FIRST_BOT, Person
from storage.retention import sweep_all
from storage.tables import outbox as rows
from tests.clock import BEGINNING
from tests.storage import neighbours

DETAILS: Final = "details:1:1"
LONG_AFTER: Final = BEGINNING + timedelta(days=400)


async def _add(transaction: Transaction, person: Person, label: str | None) -> int:
    message = neighbours.message(person.chat_id, label=label, key=person.key)
    await outbox.add(transaction, [message], BEGINNING)
    newest = select(rows.c.id).order_by(rows.c.id.desc()).limit(1)
    return int(await transaction.connection.scalar(newest) or 0)


async def _send(transaction: Transaction, row_id: int) -> None:
    await departures.start_sending(transaction, [row_id])
    outbox_states.mark_sent(transaction, row_id, 100 + row_id, BEGINNING)


async def _labels(transaction: Transaction) -> dict[int, tuple[str, str | None]]:
    found = await transaction.connection.execute(select(rows.c.id, rows.c.status, rows.c.label))
    return {row.id: (row.status, row.label) for row in found}


async def test_what_arrived_is_returned_once_and_what_waits_never_leaves(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        ben = await neighbours.person(transaction, 7002)
        sent, waiting = [await _add(transaction, ana, DETAILS) for _ in range(2)]
        other = await _add(transaction, ana, "details:1:10")
        bens = await _add(transaction, ben, DETAILS)
        await _send(transaction, sent)
        taken = await outbox_changes.take_back(transaction, ana.chat_id, DETAILS, BEGINNING)
        assert taken == [sent]
        assert await outbox_changes.take_back(transaction, ana.chat_id, DETAILS, BEGINNING) == []
        assert await _labels(transaction) == {
            sent: ("sent", "gone:1:1"),
            waiting: ("dead", DETAILS),
            other: ("pending", "details:1:10"),
            bens: ("pending", DETAILS),
        }

    await database.transact(scene)


async def test_what_is_just_leaving_is_not_tried_again(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        leaving = await _add(transaction, ana, DETAILS)
        await departures.start_sending(transaction, [leaving])
        assert await outbox_changes.take_back(transaction, ana.chat_id, DETAILS, BEGINNING) == [
            leaving
        ]
        await outbox_states.mark_for_retry(transaction, leaving, BEGINNING)
        (due,) = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 1)
        assert due.is_expired

    await database.transact(scene)


async def test_what_is_to_be_taken_back_is_kept_until_it_was(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        labels = (DETAILS, "relay:1:1:1", "please-ring:1:1:2", "worry:1:1", "album:1", None)
        for label in labels:
            await _send(transaction, await _add(transaction, ana, label))
        await sweep_all(transaction, LONG_AFTER, {})
        kept = [label for _, label in (await _labels(transaction)).values()]
        assert kept == list(labels[:4])
        for label in labels[:4]:
            assert label is not None
            await outbox_changes.take_back(transaction, ana.chat_id, label, LONG_AFTER)
        await sweep_all(transaction, LONG_AFTER, {})
        assert await _labels(transaction) == {}

    await database.transact(scene)


async def test_what_takes_back_waits_for_a_closed_chat_for_ever(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        shown = await _add(transaction, ana, DETAILS)
        await _send(transaction, shown)
        await outbox_changes.take_back(transaction, ana.chat_id, DETAILS, BEGINNING)
        back = neighbours.message(ana.chat_id, "gone", action="take_back", changes=shown)
        await outbox.add(transaction, [back], BEGINNING)
        await outbox_states.let_wait(transaction, ana.chat_id, FIRST_BOT, BEGINNING)
        await outbox_states.give_up_waiting(transaction, ana.chat_id, BEGINNING)
        await sweep_all(transaction, LONG_AFTER, {})
        await outbox_states.resume(transaction, ana.chat_id, FIRST_BOT, LONG_AFTER)
        (due,) = await departures.due(transaction, FIRST_BOT, LONG_AFTER, (), 1)
        assert (due.action, due.message) == ("take_back", 100 + shown)
        assert due.changed_sent_at == BEGINNING

    await database.transact(scene)
