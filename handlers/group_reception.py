"""What is said in a group, where little is answered and nothing private ever is."""

from handlers import delivery
from handlers.announcing import caught_up
from handlers.commands import command_of
from handlers.events import (
    AnonymousSaid,
    BotAdded,
    BotRemoved,
    Said,
    ToChat,
)
from handlers.helping import claiming
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, SayInGroup, Start
from handlers.outgoing import keep
from handlers.scheme import linking
from handlers.start import HELLO
from handlers.texts import DEFAULT_LANGUAGE, T, folded
from storage import bots, card_posts, chats, neighbourhoods, outbox_states, tasks
from storage.model import Task


async def is_heard(turn: Turn, address: str) -> bool:
    """Say whether words in a group are heard by the bot they came to, which may take it over.

    In a group with several bots that is the one by which it was linked. Another takes over where
    nothing is linked yet, or where that one cannot write there any more.
    """
    chat_id = await chats.find(turn.transaction, address)
    if chat_id is None:
        return True
    bot, reachable = await bots.of_chat(turn.transaction, chat_id)
    if bot == turn.house.bot:
        return True
    linked = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    if linked and reachable and bot in turn.house.bots:
        return False
    await bots.reach_by(turn.transaction, chat_id, turn.house.bot, turn.now)
    linked = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    await keep(turn, await caught_up(turn, linked))
    return True


async def heard(turn: PersonalTurn, event: ToChat) -> list[Message]:
    """Answer what is meant for the service in a group: a command, or words to a card."""
    if not isinstance(event, Said):
        return []
    command = command_of(event.text.reveal())
    if command is not None:
        if command.name == "link":
            return await linking.link(turn, event.place, command.rest)
        return [await _in_private(turn, event.place.chat, event.place.thread)]
    task = await _card_answered(turn, event)
    if task is None:
        return []
    if _is_claim(turn, event.text.reveal()):
        return await claiming.claimed_by_words(turn, event.place, task)
    return [await _in_private(turn, event.place.chat, event.place.thread)]


def _is_claim(turn: PersonalTurn, text: str) -> bool:
    """Say whether words mean the one button of a card, by its number or in any language."""
    said = folded(text)
    labels = [
        folded(turn.house.texts.say(T(label), language))
        for label in ("button-claim", "button-could")
        for language in turn.house.texts.languages
    ]
    return said == "1" or said in labels


async def _card_answered(turn: Turn, event: Said) -> Task | None:
    chat_id = await chats.find(turn.transaction, event.place.chat)
    if chat_id is None or event.reply_to is None:
        return None
    task_id = await card_posts.task_of(turn.transaction, chat_id, event.reply_to)
    return None if task_id is None else await tasks.get(turn.transaction, task_id)


async def _in_private(turn: PersonalTurn, chat: str, thread: int | None) -> Message:
    chat_id = await chats.remember(turn.transaction, chat, is_private=False, bot=turn.house.bot)
    return SayInGroup(
        chat_id,
        thread,
        turn.person.language,
        (T("group-write-in-private"),),
        ((Start(T("button-open-private-chat"), HELLO),),),
    )


async def anonymous_said(turn: Turn, event: AnonymousSaid) -> list[Message]:
    """Tell somebody who writes in the name of the group that nobody can tell who they are."""
    if event.place.is_private or command_of(event.text.reveal()) is None:
        return []
    if not await is_heard(turn, event.place.chat):
        return []
    chat_id = await chats.remember(
        turn.transaction, event.place.chat, is_private=False, bot=turn.house.bot
    )
    linked = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    language = linked[0].language if linked else DEFAULT_LANGUAGE
    return [SayInGroup(chat_id, event.place.thread, language, (T("group-anonymous"),))]


async def membership_changed(turn: Turn, event: BotAdded | BotRemoved) -> list[Message]:
    """Greet a group, or tell the owners that the cards of a neighbourhood reach nobody now."""
    if isinstance(event, BotRemoved):
        return await _put_out(turn, event)
    if not await is_heard(turn, event.chat):
        return []
    chat_id = await chats.remember(
        turn.transaction, event.chat, is_private=False, bot=turn.house.bot
    )
    await delivery.reachable_again(turn.transaction, chat_id, turn.now)
    linked = await neighbourhoods.groups_in_chat(turn.transaction, chat_id)
    if linked:
        return await caught_up(turn, linked)
    language = turn.house.texts.nearest(event.sender.language)
    return [SayInGroup(chat_id, None, language, (T("group-hello"),))]


async def _put_out(turn: Turn, event: BotRemoved) -> list[Message]:
    """Let what a bot has for a group wait; others hear of it only where the group had no other."""
    bot = turn.house.bot
    chat_id = await chats.remember(turn.transaction, event.chat, is_private=False, bot=bot)
    by_now, _ = await bots.of_chat(turn.transaction, chat_id)
    if by_now == bot:
        return await delivery.lost(turn, chat_id)
    await outbox_states.let_wait(turn.transaction, chat_id, bot, turn.now)
    return []
