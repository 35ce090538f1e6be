"""What follows from the fate of a message: cards that heal, chats that cannot be reached."""

from datetime import datetime

from handlers import posting
from handlers.house import House, Turn
from handlers.messages import Message, keep
from handlers.payload import Payload
from handlers.texts import DEFAULT_LANGUAGE, Listed, PublicName, T
from storage import chats, neighbourhoods, outbox, people, tasks
from storage.database import Transaction
from storage.departures import Due
from storage.model import CardPost
from storage.private import PrivateText


async def posted(
    transaction: Transaction, due: Due, message: int, now: datetime, house: House
) -> None:
    """Record a card that was posted, and change it where its task moved on in the meantime."""
    assert due.task_id is not None  # noqa: S101 - called for cards only
    assert due.chat_id is not None  # noqa: S101 - a card hangs in a chat
    await adopt(Turn(transaction, now, house), due.task_id, due.chat_id, message)


async def adopt(turn: Turn, task_id: int, chat_id: int, message: int) -> None:
    """Take a card that hangs in a group for what it is, and let it read as its task stands now."""
    if not await tasks.note_card_post(turn.transaction, task_id, chat_id, message):
        return
    task = await tasks.get(turn.transaction, task_id)
    if task.status != "open":
        post = CardPost(0, task_id, chat_id, message)
        await keep(turn, [await posting.card_to_change(turn, task, post)])


async def gone(transaction: Transaction, due: Due, now: datetime, house: House) -> None:
    """Post a card again that somebody removed while its task is open."""
    if due.chat_id is None or due.message is None:
        return
    task_id = await tasks.forget_card_post(transaction, due.chat_id, due.message)
    if task_id is None:
        return
    task = await tasks.get(transaction, task_id)
    if task.status == "open" and not await tasks.card_posts_of(transaction, task_id):
        turn = Turn(transaction, now, house)
        await keep(turn, await posting.cards_to_post(turn, task))


async def unreachable(transaction: Transaction, chat_id: int, now: datetime, house: House) -> None:
    """Note that nothing reaches a chat for now; what is meant for it waits."""
    turn = Turn(transaction, now, house)
    await keep(turn, await lost(turn, chat_id))


async def lost(turn: Turn, chat_id: int) -> list[Message]:
    """Let what is meant for a chat wait; returns word to the owners where it carries cards."""
    is_news = await chats.set_reachable(turn.transaction, chat_id, reachable=False)
    await outbox.let_wait(turn.transaction, chat_id)
    linked = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    if not is_news or not linked:
        return []
    numbers = {group.neighbourhood_id for group in linked}
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    names = Listed(tuple(PublicName(each.name) for each in everywhere if each.id in numbers))
    return await posting.to_owners(turn, (T("group-lost", neighbourhoods=names),))


async def reachable_again(transaction: Transaction, chat_id: int, now: datetime) -> None:
    """Send what has waited for a chat."""
    await chats.set_reachable(transaction, chat_id, reachable=True)
    await outbox.resume(transaction, chat_id, now)


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
    return PrivateText(again.model_dump_json(exclude_defaults=True))
