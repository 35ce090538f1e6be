"""Links by which people come in, those who tried wrong ones, and strangers who are forgotten."""

from datetime import timedelta

from storage import chats, entry, outbox, outbox_states, people
from storage.database import Database, Transaction
from storage.entry import EntryLink, Purpose
from tests.clock import BEGINNING
from tests.storage import neighbours

TOKEN = "m1"  # noqa: S105 - it opens nothing
DAY = timedelta(days=1)


async def test_a_link_lets_in_as_many_as_it_is_for(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        maker = await neighbours.person(transaction, 7001)
        link = EntryLink(TOKEN, Purpose.RESIDENT, maker.id, BEGINNING + DAY, most=2)
        await entry.make_link(transaction, link, BEGINNING)
        assert await entry.find_link(transaction, TOKEN) == link
        assert await entry.find_link(transaction, "m2") is None
        used = [await entry.use_link(transaction, link, BEGINNING) for _ in range(3)]
        assert used == [True, True, False]
        found = await entry.find_link(transaction, TOKEN)
        assert found is not None
        assert not found.is_open(BEGINNING)

    await database.transact(scene)


async def test_a_link_that_is_too_old_or_taken_back_lets_nobody_in(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        maker = await neighbours.person(transaction, 7001)
        other = await neighbours.person(transaction, 7002)
        link = EntryLink(TOKEN, Purpose.VOLUNTEER, maker.id, BEGINNING + DAY, most=5)
        await entry.make_link(transaction, link, BEGINNING)
        assert not await entry.use_link(transaction, link, BEGINNING + DAY)
        assert await entry.revoke_links(transaction, other.id, BEGINNING) == 0
        assert await entry.use_link(transaction, link, BEGINNING)
        assert await entry.revoke_links(transaction, maker.id, BEGINNING) == 1
        assert await entry.revoke_links(transaction, None, BEGINNING) == 0
        assert not await entry.use_link(transaction, link, BEGINNING)

    await database.transact(scene)


async def test_somebody_comes_in_once(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        person = await neighbours.person(transaction, 7001)
        assert not await entry.is_admitted(transaction, person.id)
        for _ in range(2):
            await entry.admit(transaction, person, BEGINNING)
        assert await entry.is_admitted(transaction, person.id)
        assert await people.find(transaction, person.account) == person

    await database.transact(scene)


async def test_wrong_links_are_counted_for_an_hour(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        chat = await chats.remember(transaction, "telegram:7001", is_private=True)
        assert await entry.wrong_links_tried(transaction, chat, BEGINNING) == 0
        tried = [await entry.note_wrong_link(transaction, chat, BEGINNING) for _ in range(3)]
        assert tried == [1, 2, 3]
        assert await entry.wrong_links_tried(transaction, chat, BEGINNING) == 3
        later = BEGINNING + entry.HOUR
        assert await entry.wrong_links_tried(transaction, chat, later) == 0
        assert await entry.note_wrong_link(transaction, chat, later) == 1

    await database.transact(scene)


async def test_a_stranger_is_forgotten_once_nothing_is_to_be_sent(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        chat = await chats.remember(transaction, "telegram:7001", is_private=True)
        await entry.note_wrong_link(transaction, chat, BEGINNING)
        await outbox.add(transaction, [neighbours.message(chat)], BEGINNING)
        assert not await entry.forget_stranger(transaction, chat)
        await outbox_states.mark_dead(transaction, 1, BEGINNING)
        assert await entry.forget_stranger(transaction, chat)
        assert await chats.find(transaction, "telegram:7001") is None

    await database.transact(scene)


async def test_nobody_is_forgotten_who_has_come_in_since(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        person = await neighbours.person(transaction, 7001)
        assert await entry.forget_stranger(transaction, person.chat_id)
        assert await people.find(transaction, person.account) is not None

    await database.transact(scene)
