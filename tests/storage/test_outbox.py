"""The outbox: what waits, in which order, and what becomes of it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from storage import chats, departures, outbox, outbox_changes, outbox_states, people
from storage.database import Database, Transaction
from storage.model import FIRST_BOT
from storage.outbox import Outgoing, Purpose
from storage.private import PrivateText
from storage.retention.passing import SENT, WAITING
from storage.retention.rules import sweep
from storage.tables import outbox as rows
from tests.clock import BEGINNING
from tests.storage import neighbours
from tests.storage.neighbours import message

SOON = BEGINNING + timedelta(seconds=30)
LATER = BEGINNING + timedelta(minutes=5)


async def _due(
    transaction: Transaction, now: datetime = BEGINNING, busy: tuple[int, ...] = ()
) -> list[departures.Due]:
    return await departures.due(transaction, FIRST_BOT, now, busy, 100)


async def _texts(
    transaction: Transaction, now: datetime = BEGINNING, busy: tuple[int, ...] = ()
) -> list[str]:
    return [each.payload.reveal() for each in await _due(transaction, now, busy) if each.payload]


async def _status(transaction: Transaction, row_id: int) -> str | None:
    found: str | None = await transaction.connection.scalar(
        select(rows.c.status).where(rows.c.id == row_id)
    )
    return found


async def _send_all(transaction: Transaction, now: datetime = BEGINNING) -> list[str]:
    """Send what is due, one message at a time in each chat, and return the texts as they went."""
    gone: list[str] = []
    while found := await _due(transaction, now):
        await departures.start_sending(transaction, [each.id for each in found])
        gone += [each.payload.reveal() for each in found if each.payload]
        for each in found:
            outbox_states.mark_sent(transaction, each.id, 500 + each.id, now)
    return gone


async def test_a_newer_change_takes_the_place_of_one_that_waits(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = (await neighbours.person(transaction, 7001)).chat_id
        await outbox.add(transaction, [message(ana, "question")], BEGINNING)
        assert await _send_all(transaction) == ["question"]
        full = message(ana, "all taken", action="edit", changes=1, purpose=Purpose.BULK)
        answered = message(ana, "you have a place", action="edit", changes=1)
        await outbox.add(transaction, [full], BEGINNING)
        await outbox.add(transaction, [answered], BEGINNING)
        assert await _send_all(transaction) == ["you have a place"]

    await database.transact(scene)


async def test_urgent_messages_go_first_and_each_chat_keeps_its_order(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = (await neighbours.person(transaction, 7001)).chat_id
        ben = (await neighbours.person(transaction, 7002)).chat_id
        await outbox.add(
            transaction,
            [
                message(ana, "newsletter", purpose=Purpose.BULK),
                message(ana, "first answer"),
                message(ben, "card", purpose=Purpose.CARD),
                message(ana, "second answer"),
                message(None, "tap", purpose=Purpose.TAP_ANSWER, action="answer"),
                message(None, "other tap", purpose=Purpose.TAP_ANSWER, action="answer"),
            ],
            BEGINNING,
        )
        assert await _texts(transaction) == ["tap", "other tap", "first answer", "card"]
        assert await _texts(transaction, busy=(ana,)) == ["tap", "other tap", "card"]
        assert await _send_all(transaction) == [
            *("tap", "other tap", "first answer", "card"),
            *("second answer", "newsletter"),
        ]
        assert await departures.next_due_at(transaction, FIRST_BOT) is None

    await database.transact(scene)


async def test_a_long_queue_of_one_chat_hides_nobody_elses(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = (await neighbours.person(transaction, 7001)).chat_id
        ben = (await neighbours.person(transaction, 7002)).chat_id
        many = [message(ana, f"{number}") for number in range(300)]
        await outbox.add(transaction, [*many, message(ben, "hello")], BEGINNING)
        found = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 2)
        assert [each.chat_id for each in found] == [ana, ben]

    await database.transact(scene)


async def test_a_message_that_is_tried_again_later_is_not_overtaken(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = (await neighbours.person(transaction, 7001)).chat_id
        await outbox.add(transaction, [message(ana, "one"), message(ana, "two")], BEGINNING)
        (first,) = await _due(transaction)
        await departures.start_sending(transaction, [first.id])
        await outbox_states.mark_for_retry(transaction, first.id, SOON)
        assert await _texts(transaction) == []
        assert await departures.next_due_at(transaction, FIRST_BOT) == SOON
        assert await departures.next_due_at(transaction, FIRST_BOT, [ana]) is None
        (again,) = await _due(transaction, SOON)
        assert (again.id, again.attempts) == (first.id, 1)
        assert await _send_all(transaction, SOON) == ["one", "two"]

    await database.transact(scene)


async def test_nothing_is_sent_to_a_postponed_chat_not_even_what_is_new(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = (await neighbours.person(transaction, 7001)).chat_id
        ben = (await neighbours.person(transaction, 7002)).chat_id
        await outbox.add(transaction, [message(ana, "one")], BEGINNING)
        await outbox_states.postpone(transaction, ana, FIRST_BOT, SOON)
        await outbox_states.postpone(transaction, ana, FIRST_BOT, BEGINNING)
        await outbox.add(transaction, [message(ana, "two", purpose=Purpose.SAFETY)], BEGINNING)
        assert await _texts(transaction) == []
        assert await departures.next_due_at(transaction, FIRST_BOT) == SOON
        await outbox.add(transaction, [message(ben, "three")], BEGINNING)
        assert await departures.next_due_at(transaction, FIRST_BOT) == BEGINNING
        assert await _send_all(transaction, SOON) == ["one", "three", "two"]

    await database.transact(scene)


async def test_a_message_past_its_time_says_so(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = (await neighbours.person(transaction, 7001)).chat_id
        await outbox.add(transaction, [message(ana, expires_at=SOON)], BEGINNING)
        assert [each.is_expired for each in await _due(transaction)] == [False]
        (late,) = await _due(transaction, SOON)
        assert late.is_expired
        await outbox_states.mark_dead(transaction, late.id, SOON)
        assert await _due(transaction, SOON) == []

    await database.transact(scene)


async def test_what_is_for_a_closed_chat_waits_until_it_opens(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = (await neighbours.person(transaction, 7001)).chat_id
        await outbox.add(transaction, [message(ana, "one"), message(ana, "two")], BEGINNING)
        (first,) = await _due(transaction)
        await departures.start_sending(transaction, [first.id])
        await chats.set_reachable(transaction, ana, reachable=False)
        await outbox_states.let_wait(transaction, ana, FIRST_BOT, BEGINNING)
        await outbox.add(transaction, [message(ana, "three")], BEGINNING)
        assert await _texts(transaction, LATER) == []
        assert await departures.next_due_at(transaction, FIRST_BOT) is None
        assert await departures.left_sending(transaction, FIRST_BOT) == []
        await chats.set_reachable(transaction, ana, reachable=True)
        await outbox_states.resume(transaction, ana, FIRST_BOT, LATER)
        assert await _send_all(transaction, LATER) == ["one", "two", "three"]

    await database.transact(scene)


def _edit(chat_id: int, text: str, **changes: object) -> Outgoing:
    return message(chat_id, text, action="edit", **changes)


async def test_a_change_waits_for_its_message_and_then_knows_its_number(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        group = await neighbours.group(transaction)
        card = message(group, "card", purpose=Purpose.CARD, label="card-1")
        await outbox.add(transaction, [card], BEGINNING)
        ((card_id, chat_id, is_unsent),) = await outbox_changes.labelled(transaction, "card-1")
        assert (chat_id, is_unsent) == (group, True)
        await outbox.add(transaction, [_edit(group, "taken", changes=card_id)], BEGINNING)
        assert await _texts(transaction) == ["card"]
        await departures.start_sending(transaction, [card_id])
        assert await _texts(transaction, busy=(group,)) == []
        outbox_states.mark_sent(transaction, card_id, 88, BEGINNING)
        (edit,) = await _due(transaction)
        assert edit.message == 88
        assert await departures.get(transaction, edit.id, BEGINNING) == edit

    await database.transact(scene)


async def test_a_change_of_a_message_that_died_has_nothing_to_change(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        group = await neighbours.group(transaction)
        await outbox.add(transaction, [message(group, "card")], BEGINNING)
        (card,) = await _due(transaction)
        await outbox.add(transaction, [_edit(group, "taken", changes=card.id)], BEGINNING)
        await outbox_states.mark_dead(transaction, card.id, BEGINNING)
        (edit,) = await _due(transaction)
        assert (edit.action, edit.message) == ("edit", None)

    await database.transact(scene)


async def test_a_newer_text_takes_the_place_of_an_unsent_one_only(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, resident)
        group = await neighbours.group(transaction)
        card = message(group, "open", task_id=task.id, label="card")
        await outbox.add(transaction, [card, _edit(group, "old edit", message=5), card], BEGINNING)
        newer = PrivateText("taken")
        assert (
            await outbox_changes.replace_unsent(
                transaction, task_id=task.id, chat_id=group, payload=newer
            )
            == 2
        )
        assert (
            await outbox_changes.replace_unsent(
                transaction, chat_id=group, message=5, payload=newer
            )
            == 1
        )
        (first,) = await _due(transaction)
        await departures.start_sending(transaction, [first.id])
        assert await outbox_changes.replace_unsent(transaction, row_id=first.id, payload=newer) == 0
        assert (
            await outbox_changes.replace_unsent(
                transaction, task_id=task.id, chat_id=group, payload=newer
            )
            == 1
        )
        await outbox_states.mark_for_retry(transaction, first.id, BEGINNING, PrivateText("again"))
        assert await _send_all(transaction) == ["again", "taken", "taken"]

    await database.transact(scene)


async def test_what_was_leaving_at_a_crash_is_found_again(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = (await neighbours.person(transaction, 7001)).chat_id
        await outbox.add(transaction, [message(ana, "one"), message(ana, "two")], BEGINNING)
        (first,) = await _due(transaction)
        await departures.start_sending(transaction, [first.id])
        assert await departures.left_sending(transaction, FIRST_BOT) == [first.id]
        await outbox_states.mark_unknown(transaction, first.id, BEGINNING)
        assert await departures.left_sending(transaction, FIRST_BOT) == []
        assert await _status(transaction, first.id) == "unknown"
        assert await _send_all(transaction) == ["two"]

    await database.transact(scene)


async def test_ended_messages_are_emptied_and_later_dropped(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        group = await neighbours.group(transaction)
        await outbox.add(transaction, [message(group, "card")], BEGINNING)
        (card,) = await _due(transaction)
        await outbox.add(transaction, [_edit(group, "taken", changes=card.id)], BEGINNING)
        await _send_all(transaction)
        assert (await departures.get(transaction, card.id, BEGINNING)).payload is None
        await sweep(transaction, SENT, BEGINNING, BEGINNING - timedelta(seconds=1))
        assert await _status(transaction, card.id) == "sent"
        await sweep(transaction, SENT, SOON, BEGINNING)
        # Its edit went now, the card itself goes with the next tidying.
        assert await _status(transaction, card.id) == "sent"
        await sweep(transaction, SENT, SOON, BEGINNING)
        assert await _status(transaction, card.id) is None

    await database.transact(scene)


async def test_what_waited_too_long_is_dropped_changes_of_it_first(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        group = await neighbours.group(transaction)
        await outbox.add(transaction, [message(group, "card")], BEGINNING)
        (card,) = await _due(transaction)
        await chats.set_reachable(transaction, group, reachable=False)
        await outbox_states.let_wait(transaction, group, FIRST_BOT, BEGINNING)
        await outbox.add(transaction, [_edit(group, "taken", changes=card.id)], LATER)
        await sweep(transaction, WAITING, SOON, SOON)
        assert await _status(transaction, card.id) == "waiting"
        for _ in range(2):
            await sweep(transaction, WAITING, LATER, LATER)
        assert await _status(transaction, card.id) is None

    await database.transact(scene)


async def test_a_message_whose_key_was_destroyed_comes_without_its_text(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> str:
        ana = await neighbours.person(transaction, 7001)
        await outbox.add(transaction, [message(ana.chat_id, key=ana.key)], BEGINNING)
        assert await people.key_of_chat(transaction, ana.chat_id) == ana.key
        assert await people.key_of_chat(transaction, None) is None
        return ana.key

    key = await database.transact(scene)
    database.keys.destroy((key,), BEGINNING)
    (found,) = await database.transact(_due)
    assert found.payload is None


@pytest.mark.parametrize("told_twice", [False, True])
async def test_a_group_that_moves_takes_its_queue_along(
    database: Database, told_twice: bool
) -> None:
    async def scene(transaction: Transaction) -> None:
        group = await neighbours.group(transaction)
        await outbox.add(
            transaction, [message(group, "news"), _edit(group, "taken", message=5)], BEGINNING
        )
        for _ in range(1 + told_twice):
            await chats.move(transaction, neighbours.GROUP, "telegram:-1009")
        (first,) = await _due(transaction)
        assert (first.address, first.action) == ("telegram:-1009", "send")
        outbox_states.mark_sent(transaction, first.id, 1, BEGINNING)
        (edit,) = await _due(transaction)
        assert (edit.action, edit.message) == ("edit", None)

    await database.transact(scene)


async def test_a_person_is_found_with_the_reach_of_their_chat(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        await chats.set_reachable(transaction, ana.chat_id, reachable=False)
        assert await people.find(transaction, ana.account) == replace(ana, reachable=False)

    await database.transact(scene)
