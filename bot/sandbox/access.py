"""Which chats and messages the bot may reach, and how the Bot API refuses the others."""

from bot.sandbox.refusals import bad_request, forbidden, moved
from bot.sandbox.schema import Json
from bot.sandbox.world import Account, Chat, Message, World


def chat_of(world: World, params: Json) -> Chat:
    """Return the chat that a call names; raises Refusal where it is unknown or has moved."""
    chat = world.chats.get(params["chat_id"])
    if chat is None:
        raise bad_request("chat not found")
    if chat.moved_to is not None:
        raise moved(chat.moved_to.id)
    if chat.person is not None and not (chat.person.is_known or chat.person.has_started):
        raise bad_request("chat not found")
    return chat


def check_presence(world: World, chat: Chat) -> None:
    """Raise Refusal unless the bot is in the chat, or the person has opened theirs."""
    if chat.person is not None:
        _check_person(chat.person)
        return
    member = chat.member(world.bot)
    if member is None or member.standing == "left":
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    if member.standing == "kicked":
        raise forbidden(f"bot was kicked from the {chat.kind} chat")


def _check_person(person: Account) -> None:
    if person.is_deactivated:
        raise forbidden("user is deactivated")
    if person.has_blocked:
        raise forbidden("bot was blocked by the user")
    if not person.has_started:
        raise forbidden("bot can't initiate conversation with a user")


def check_posting(world: World, chat: Chat, what: str) -> None:
    """Raise Refusal unless the bot may send `what` ("text messages") there."""
    check_presence(world, chat)
    member = chat.member(world.bot)
    if member is None or member.is_admin:
        return
    if chat.kind == "channel":
        raise bad_request("need administrator rights in the channel chat")
    if member.standing == "restricted" or not chat.allows_posting:
        raise bad_request(f"not enough rights to send {what} to the chat")


def check_thread(chat: Chat, params: Json) -> int | None:
    """Return the topic that a call names, or None; raises Refusal where there is no such topic."""
    thread: int | None = params.get("message_thread_id")
    if thread is not None and thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread


def message_of(chat: Chat, params: Json, purpose: str) -> Message:
    """Return the message that a call names; `purpose` ("edit") goes into the refusal."""
    number = params.get("message_id")
    if number is None:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None or message.is_deleted:
        raise bad_request(f"message to {purpose} not found")
    return message


def answered_message(chat: Chat, params: Json) -> Message | None:
    """Return the message that a new one answers; raises Refusal where it is gone."""
    reply: Json | None = params.get("reply_parameters")
    if reply is None:
        return None
    message = chat.messages.get(reply.get("message_id", 0))
    if message is None or message.is_deleted:
        if reply.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return message
