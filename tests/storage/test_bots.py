"""Several bots: words go by the one that reaches somebody, changes by the one that sent them."""

from datetime import timedelta
from typing import Final

from sqlalchemy import select

from storage import bots, card_posts, chats, departures, outbox, outbox_states, people
from storage.database import Database, Transaction
from storage.departures import Due
from storage.model import FIRST_BOT, CardPost, Person
from storage.outbox import Purpose
from storage.private import PrivateText
from storage.tables import outbox as rows
from tests.clock import BEGINNING
from tests.storage import neighbours

PARISH: Final = "parish"
LATER: Final = BEGINNING + timedelta(minutes=1)


async def _due(transaction: Transaction, bot: str) -> list[Due]:
    return await departures.due(transaction, bot, LATER, (), 10)


async def _words(transaction: Transaction, bot: str) -> list[str]:
    return [each.payload.reveal() for each in await _due(transaction, bot) if each.payload]


async def _said(transaction: Transaction, person: Person, *words: str) -> None:
    for each in words:
        message = neighbours.message(person.chat_id, each)
        await outbox.add(transaction, [message], BEGINNING)


async def _leaves(transaction: Transaction, bot: str, number: int) -> int:
    (due,) = await _due(transaction, bot)
    await departures.start_sending(transaction, [due.id])
    outbox_states.mark_sent(transaction, due.id, number, BEGINNING)
    return due.id


async def _stands(transaction: Transaction) -> list[tuple[str, str]]:
    result = await transaction.connection.execute(
        select(rows.c.bot, rows.c.status).order_by(rows.c.id)
    )
    return [(row.bot, row.status) for row in result]


async def test_words_go_by_the_bot_that_somebody_wrote_to(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await people.add(transaction, "telegram:7001", "en", BEGINNING, bot=PARISH)
        ben = await neighbours.person(transaction, 7002)
        await _said(transaction, ana, "to Ana")
        await _said(transaction, ben, "to Ben")
        assert (ana.bot, ben.bot) == (PARISH, FIRST_BOT)
        assert await _words(transaction, PARISH) == ["to Ana"]
        assert await _words(transaction, FIRST_BOT) == ["to Ben"]
        assert transaction.outgoing == {PARISH, FIRST_BOT}

    await database.transact(scene)


async def test_what_has_not_left_goes_along_in_its_order(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        await _said(transaction, ana, "one", "two")
        await outbox_states.postpone(
            transaction, ana.chat_id, FIRST_BOT, LATER + timedelta(hours=1)
        )
        assert await _due(transaction, FIRST_BOT) == []
        assert await bots.reach_by(transaction, ana.chat_id, PARISH, BEGINNING)
        assert not await bots.reach_by(transaction, ana.chat_id, PARISH, BEGINNING)
        # That the other bot was to wait means nothing to this one.
        for word in ("one", "two"):
            assert await _words(transaction, PARISH) == [word]
            await _leaves(transaction, PARISH, 5)
        assert await _due(transaction, FIRST_BOT) == []

    await database.transact(scene)


async def test_a_change_goes_by_the_bot_that_sent_what_is_changed(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        await _said(transaction, ana, "one")
        sent = await _leaves(transaction, FIRST_BOT, 5)
        await bots.reach_by(transaction, ana.chat_id, PARISH, BEGINNING)
        change = neighbours.message(ana.chat_id, "anew", action="edit", changes=sent)
        await outbox.add(transaction, [change], BEGINNING)
        await _said(transaction, ana, "two")
        (changing,) = await _due(transaction, FIRST_BOT)
        assert (changing.action, changing.message, changing.bot) == ("edit", 5, FIRST_BOT)
        assert await _words(transaction, PARISH) == ["two"]

    await database.transact(scene)


async def test_a_change_of_what_has_not_left_goes_along(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        await _said(transaction, ana, "one")
        (due,) = await _due(transaction, FIRST_BOT)
        await departures.start_sending(transaction, [due.id])
        change = neighbours.message(ana.chat_id, "anew", action="edit", changes=due.id)
        await outbox.add(transaction, [change], BEGINNING)
        await outbox_states.mark_for_retry(transaction, due.id, BEGINNING)
        await bots.reach_by(transaction, ana.chat_id, PARISH, BEGINNING)
        await _leaves(transaction, PARISH, 9)
        (changing,) = await _due(transaction, PARISH)
        assert (changing.action, changing.message) == ("edit", 9)

    await database.transact(scene)


async def test_what_failed_is_tried_again_by_the_bot_that_reaches_them_by_then(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        await _said(transaction, ana, "one")
        (due,) = await _due(transaction, FIRST_BOT)
        await departures.start_sending(transaction, [due.id])
        await bots.reach_by(transaction, ana.chat_id, PARISH, BEGINNING)
        transaction.outgoing.clear()
        await outbox_states.mark_for_retry(transaction, due.id, BEGINNING)
        assert transaction.outgoing == {PARISH}
        assert await _words(transaction, PARISH) == ["one"]

    await database.transact(scene)


async def test_a_chat_that_is_closed_to_one_bot_is_open_to_another(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await neighbours.person(transaction, 7001)
        await _said(transaction, ana, "one")
        sent = await _leaves(transaction, FIRST_BOT, 5)
        await bots.reach_by(transaction, ana.chat_id, PARISH, BEGINNING)
        back = neighbours.message(ana.chat_id, "gone", action="take_back", changes=sent)
        await outbox.add(transaction, [back], BEGINNING)
        await _said(transaction, ana, "two")
        await outbox_states.let_wait(transaction, ana.chat_id, FIRST_BOT, BEGINNING)
        await bots.follow(transaction, ana.chat_id, BEGINNING)
        assert await _stands(transaction) == [
            (FIRST_BOT, "sent"),
            (FIRST_BOT, "waiting"),
            (PARISH, "pending"),
        ]
        await outbox_states.resume(transaction, ana.chat_id, FIRST_BOT, BEGINNING)
        assert [each.action for each in await _due(transaction, FIRST_BOT)] == ["take_back"]

    await database.transact(scene)


async def test_a_group_that_another_bot_takes_over_forgets_which_cards_hang_there(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        resident = await neighbours.person(transaction, 7001)
        task = await neighbours.request(transaction, resident)
        group = await neighbours.group(transaction)
        await card_posts.note(transaction, CardPost(task.id, group, None, 5))
        await bots.reach_by(transaction, group, PARISH, BEGINNING)
        assert await card_posts.of_task(transaction, task.id) == []
        assert await bots.of_chat(transaction, group) == (PARISH, True)

    await database.transact(scene)


async def test_an_answer_to_a_tap_goes_by_the_bot_that_was_tapped(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        answer = neighbours.message(
            None, "{}", action="answer_tap", purpose=Purpose.TAP_ANSWER, bot=PARISH
        )
        await outbox.add(transaction, [answer], BEGINNING)
        assert await departures.next_tap_answer_at(transaction, FIRST_BOT) is None
        assert await departures.next_tap_answer_at(transaction, PARISH) == BEGINNING
        assert len(await _due(transaction, PARISH)) == 1

    await database.transact(scene)


async def test_what_waits_for_a_bot_that_is_gone_is_counted_and_comes_back(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await people.add(transaction, "telegram:7001", "en", BEGINNING, bot=PARISH)
        cy = await people.add(transaction, "telegram:7003", "en", BEGINNING, bot=PARISH)
        await chats.set_reachable(transaction, cy.chat_id, reachable=False)
        await _said(transaction, ana, "one")
        await _said(transaction, cy, "closed")
        assert await bots.left_behind(transaction.connection.execute, {FIRST_BOT, PARISH}) == []
        assert await bots.left_behind(transaction.connection.execute, {FIRST_BOT}) == [
            bots.Left(PARISH, 2, 2)
        ]
        await bots.let_rest(transaction, {FIRST_BOT})
        assert await _due(transaction, PARISH) == []
        await bots.wake(transaction, PARISH, BEGINNING)
        assert await _words(transaction, PARISH) == ["one"]

    await database.transact(scene)


async def test_whoever_writes_to_another_bot_gets_what_waited_for_one_that_is_gone(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await people.add(transaction, "telegram:7001", "en", BEGINNING, bot=PARISH)
        await _said(transaction, ana, "one")
        await bots.let_rest(transaction, {FIRST_BOT})
        await bots.reach_by(transaction, ana.chat_id, FIRST_BOT, BEGINNING)
        assert await _words(transaction, FIRST_BOT) == ["one"]

    await database.transact(scene)


async def test_the_last_sent_count_for_the_pace_of_their_own_bot(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        ana = await people.add(transaction, "telegram:7001", "en", BEGINNING, bot=PARISH)
        await _said(transaction, ana, PrivateText("one").reveal())
        await _leaves(transaction, PARISH, 5)
        between = departures.sent_between
        assert await between(transaction, FIRST_BOT, BEGINNING, LATER) == []
        assert len(await between(transaction, PARISH, BEGINNING, LATER)) == 1
        assert await departures.left_sending(transaction, PARISH) == []

    await database.transact(scene)
