"""Groups that move, told in any order and as often as the app likes."""

from storage import card_posts, chats, departures, neighbourhoods, outbox, outbox_states
from storage.database import Database, Transaction
from storage.model import FIRST_BOT, CardPost
from tests.clock import BEGINNING
from tests.storage import neighbours
from tests.storage.neighbours import GROUP, message

NEW = "telegram:-1009"


async def _linked_group(transaction: Transaction, address: str, *threads: int) -> tuple[int, int]:
    chat_id = await neighbours.group(transaction, address)
    neighbourhood_id = await neighbours.neighbourhood(transaction)
    for thread in threads:
        await neighbourhoods.link_group(transaction, chat_id, thread, neighbourhood_id, "en")
    return chat_id, neighbourhood_id


async def test_a_chat_is_remembered_once(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        first = await chats.remember(transaction, GROUP, is_private=False)
        assert await chats.remember(transaction, GROUP, is_private=False) == first
        assert await chats.find(transaction, NEW) is None

    await database.transact(scene)


async def test_a_group_keeps_its_links_and_forgets_the_numbers_of_its_cards(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        group, neighbourhood_id = await _linked_group(transaction, GROUP, 0, 7)
        task = await neighbours.request(transaction, await neighbours.person(transaction, 7001))
        await card_posts.note(transaction, CardPost(task.id, group, None, 5))
        for _ in range(2):
            await chats.move(transaction, GROUP, NEW)
        linked = await neighbourhoods.groups_of(transaction, neighbourhood_id)
        assert [(each.address, each.thread) for each in linked] == [(NEW, None), (NEW, 7)]
        assert await card_posts.of_task(transaction, task.id) == []

    await database.transact(scene)


async def test_a_move_to_a_group_already_heard_of_joins_the_two(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        old, neighbourhood_id = await _linked_group(transaction, GROUP, 0, 7)
        new, _ = await _linked_group(transaction, NEW, 0, 8)
        task = await neighbours.request(transaction, await neighbours.person(transaction, 7001))
        for chat_id, number in ((old, 5), (old, 6), (new, 5)):
            await card_posts.note(transaction, CardPost(task.id, chat_id, None, number))
        await outbox.add(
            transaction, [message(old, "to the old"), message(new, "to the new")], BEGINNING
        )
        await chats.move(transaction, GROUP, NEW)
        linked = await neighbourhoods.groups_of(transaction, neighbourhood_id)
        assert sorted((each.address, each.thread or 0) for each in linked) == [
            *((NEW, 0), (NEW, 7), (NEW, 8)),
        ]
        # The card in the new group goes on hanging there; those of the old one are gone.
        assert [post.message for post in await card_posts.of_task(transaction, task.id)] == [5]
        assert await chats.find(transaction, GROUP) is None
        (first,) = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 10)
        assert first.address == NEW
        outbox_states.mark_sent(transaction, first.id, 9, BEGINNING)
        (second,) = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 10)
        assert second.address == NEW

    await database.transact(scene)


async def test_a_late_word_from_the_old_address_costs_the_new_group_nothing(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        group, neighbourhood_id = await _linked_group(transaction, GROUP, 0)
        await chats.move(transaction, GROUP, NEW)
        task = await neighbours.request(transaction, await neighbours.person(transaction, 7001))
        await card_posts.note(transaction, CardPost(task.id, group, None, 5))
        await neighbours.group(transaction, GROUP)
        await chats.move(transaction, GROUP, NEW)
        assert len(await neighbourhoods.groups_of(transaction, neighbourhood_id)) == 1
        (post,) = await card_posts.of_task(transaction, task.id)
        assert post.message == 5

    await database.transact(scene)


async def test_a_move_of_a_group_never_heard_of_changes_nothing(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        known = await neighbours.group(transaction, NEW)
        await chats.move(transaction, GROUP, NEW)
        await chats.move(transaction, "telegram:-5", "telegram:-6")
        await chats.move(transaction, NEW, NEW)
        assert await chats.find(transaction, NEW) == known
        assert await chats.find(transaction, "telegram:-6") is None

    await database.transact(scene)


async def test_what_waited_for_a_group_is_sent_once_it_has_moved(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        group = await neighbours.group(transaction)
        await chats.set_reachable(transaction, group, reachable=False)
        await outbox.add(transaction, [message(group)], BEGINNING)
        await chats.move(transaction, GROUP, NEW)
        (found,) = await departures.due(transaction, FIRST_BOT, BEGINNING, (), 10)
        assert found.address == NEW

    await database.transact(scene)
