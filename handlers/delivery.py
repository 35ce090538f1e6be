"""What follows from the fate of a message: cards that heal, chats that cannot be reached."""

from datetime import datetime

from handlers import posting
from handlers.actions import Everywhere
from handlers.forgetting.winding_up import card_to_empty
from handlers.helping import unreached
from handlers.house import House, PersonalTurn, Turn
from handlers.looking_after import to_coordinators
from handlers.messages import Message
from handlers.outgoing import OVERVIEW, keep
from handlers.payload import Payload
from handlers.settled import settled
from handlers.texts import DEFAULT_LANGUAGE, Listed, PublicName, T
from storage import (
    bots,
    card_posts,
    chats,
    due_work,
    neighbourhoods,
    nobody,
    outbox_changes,
    outbox_states,
    overviews,
    people,
    tasks,
)
from storage.database import Transaction
from storage.departures import Due
from storage.model import CardPost, Person, Status
from storage.private import PrivateText


async def posted(
    transaction: Transaction, due: Due, message: int, now: datetime, house: House
) -> None:
    """Record under which number a card or an overview was posted."""
    if due.task_id is not None and due.chat_id is not None:
        post = CardPost(due.task_id, due.chat_id, due.thread, message, now)
        await adopt(Turn(transaction, now, await settled(transaction, house)), post)
    if due.label is not None and due.label.startswith(OVERVIEW):
        group_id = int(due.label.removeprefix(OVERVIEW))
        await overviews.note_posted(transaction, group_id, message)


async def adopt(turn: Turn, post: CardPost) -> None:
    """Take a card that hangs in a group for what it is, and let it read as its task stands now.

    Of several cards of an open task in one group the newest stays.
    """
    task = await tasks.get(turn.transaction, post.task_id)
    if await posting.is_out_of_place(turn, task, post):
        # It left just before its task was handed over to others.
        await keep(turn, [await posting.card_to_take_back(turn, post)])
        return
    if not await card_posts.note(turn.transaction, post):
        return
    await posting.overview_soon(turn, post)
    if await nobody.is_nobody(turn.transaction, task.resident_id):
        # It left just before its resident was forgotten.
        await keep(turn, [await card_to_empty(turn, post)])
        return
    if task.status is not Status.OPEN:
        await keep(turn, [await posting.card_to_change(turn, task, post)])
        return
    here = [
        each
        for each in await card_posts.of_task(turn.transaction, task.id)
        if (each.chat_id, each.thread) == (post.chat_id, post.thread)
    ]
    newest = max(each.message for each in here)
    older = [each for each in here if each.message < newest]
    await keep(turn, [await posting.card_to_take_back(turn, each) for each in older])


async def gone(transaction: Transaction, due: Due, now: datetime, house: House) -> None:
    """Post again what somebody removed: the card of an open task, or the overview of a group."""
    if due.chat_id is None or due.message is None:
        return
    turn = Turn(transaction, now, await settled(transaction, house))
    if due.action == "delete" and due.task_id is not None:
        # It is there, and older than was thought: a card that moved can still be emptied.
        post = CardPost(due.task_id, due.chat_id, due.thread, due.message)
        await keep(turn, [await posting.card_to_take_back(turn, post)])
        return
    group_id = await overviews.lose(transaction, due.chat_id, due.message)
    if group_id is not None:
        await outbox_changes.drop_label(transaction, f"{OVERVIEW}{group_id}")
        await due_work.plan(transaction, posting.OVERVIEW, group_id, now)
    task_id = await card_posts.forget(transaction, due.chat_id, due.message)
    if task_id is None:
        return
    task = await tasks.get(transaction, task_id)
    if task.status is Status.OPEN:
        await keep(turn, await posting.cards_to_post(turn, task))


async def unreachable(
    transaction: Transaction, chat_id: int, bot: str, now: datetime, house: House
) -> None:
    """Note that a message of a bot did not reach a chat; what is meant for it waits."""
    if not await _is_reached_by(transaction, chat_id, bot):
        await outbox_states.let_wait(transaction, chat_id, bot, now)
        await bots.follow(transaction, chat_id, now)
        return
    turn = Turn(transaction, now, await settled(transaction, house))
    await keep(turn, await lost(turn, chat_id))
    person = await people.with_chat(transaction, chat_id)
    if person is not None:
        await keep(turn, await unreached.news_failed(turn, person))


async def _is_reached_by(transaction: Transaction, chat_id: int, bot: str) -> bool:
    by_now, _ = await bots.of_chat(transaction, chat_id)
    return by_now == bot


async def blocked(turn: PersonalTurn) -> list[Message]:
    """Let what is meant for somebody wait who wants no messages for now, and tell who must know.

    Where they closed their chat with a bot that they use no more, nobody has to know.
    """
    transaction, chat_id, bot = turn.transaction, turn.person.chat_id, turn.house.bot
    if not await _is_reached_by(transaction, chat_id, bot):
        await outbox_states.let_wait(transaction, chat_id, bot, turn.now)
        return []
    if not await chats.set_reachable(transaction, chat_id, reachable=False):
        return []
    await outbox_states.let_wait(transaction, chat_id, bot, turn.now)
    person = await people.get(turn.transaction, turn.person.id)
    return await unreached.lost(turn, person)


async def lost(turn: Turn, chat_id: int) -> list[Message]:
    """Let what is meant for a chat wait; returns word to the owners where it matters to others."""
    is_news = await chats.set_reachable(turn.transaction, chat_id, reachable=False)
    bot, _ = await bots.of_chat(turn.transaction, chat_id)
    await outbox_states.let_wait(turn.transaction, chat_id, bot, turn.now)
    if not is_news:
        return []
    linked = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    if not linked:
        person = await people.with_chat(turn.transaction, chat_id)
        return [] if person is None else await unreached.lost(turn, person)
    numbers = {group.neighbourhood_id for group in linked}
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    names = Listed(tuple(PublicName(each.name) for each in everywhere if each.id in numbers))
    return await to_coordinators(
        turn, Everywhere(frozenset(numbers)), (T("group-lost", neighbourhoods=names),)
    )


async def reachable_again(transaction: Transaction, chat_id: int, now: datetime) -> None:
    """Send what has waited for a chat."""
    await chats.set_reachable(transaction, chat_id, reachable=True)
    bot, _ = await bots.of_chat(transaction, chat_id)
    await outbox_states.resume(transaction, chat_id, bot, now)


async def there_now(turn: Turn, person: Person) -> Person:
    """Have somebody reached by the bot to which they wrote, and send what has waited for them.

    Those who were told that nothing reached them hear that it does again.
    """
    # Of events that share a commit, an earlier one may have seen to it already.
    person = await people.get(turn.transaction, person.id)
    await bots.reach_by(turn.transaction, person.chat_id, turn.house.bot, turn.now)
    await reachable_again(turn.transaction, person.chat_id, turn.now)
    if not person.reachable:
        theirs = PersonalTurn(turn.transaction, turn.now, turn.house, person)
        await unreached.take_back(theirs, person)
    return await people.get(turn.transaction, person.id)


async def opened_again(turn: Turn, person: Person) -> None:
    """Send what has waited for somebody who opened their chat with a bot again.

    It is the one that reaches them from now on unless another one does.
    """
    if person.reachable and person.bot != turn.house.bot:
        await outbox_states.resume(turn.transaction, person.chat_id, turn.house.bot, turn.now)
    else:
        await there_now(turn, person)


async def moved(transaction: Transaction, old_address: str, new_address: str) -> None:
    """Give a group its new address, under which everything about it is known from now on."""
    await chats.move(transaction, old_address, new_address)


async def with_word_of_repeat(transaction: Transaction, due: Due, house: House) -> PrivateText:
    """Return a message with a line that says that it may have come before."""
    assert due.payload is not None  # noqa: S101 - there would be nothing to send
    payload = Payload.model_validate_json(due.payload.reveal())
    language = DEFAULT_LANGUAGE
    if due.chat_id is not None:
        language = await people.language_of_chat(transaction, due.chat_id) or DEFAULT_LANGUAGE
    word = house.texts.say(T("may-be-repeated"), language)
    text = payload.text if payload.text.startswith(word) else f"{word}\n\n{payload.text}"
    again = payload.model_copy(update={"text": text})
    return due.payload.with_words(again.model_dump_json(exclude_defaults=True))
