"""Methods that change, delete or pin a message, or answer a press."""

import re

from bot.sandbox.access import chat_of, check_presence, message_of
from bot.sandbox.formatting import length, read_text
from bot.sandbox.keyboards import check_markup
from bot.sandbox.payloads import message_payload
from bot.sandbox.refusals import Refusal, bad_request
from bot.sandbox.schema import Json
from bot.sandbox.sending import shown_words
from bot.sandbox.world import Chat, Message, World

ANSWER_LIMIT = 200
#: How long a press can be answered, in seconds (10 to 15 as users report).
ANSWER_TIME = 15
#: How long a message can be deleted by its bot, in seconds.
DELETE_TIME = 48 * 3600
_PINS_KEPT = 100


def edit_message_text(world: World, params: Json) -> Json:
    """`editMessageText` of a text message of the bot's own."""
    text, entities = read_text(params)
    message = _editable(world, params)
    if message.text is None or message.media is not None:
        raise bad_request("there is no text in the message to edit")
    preview = params.get("link_preview_options")
    new = (text, entities, _new_markup(params), preview)
    if new == (message.text, message.entities, message.markup, message.link_preview):
        raise _not_modified()
    message.text, message.entities, message.markup, message.link_preview = new
    return _edited(world, message)


def edit_message_caption(world: World, params: Json) -> Json:
    """`editMessageCaption` of a photo or document of the bot's own."""
    caption, entities = read_text(params, name="caption")
    message = _editable(world, params)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    new = (caption or None, entities, _new_markup(params))
    if new == (message.text, message.entities, message.markup):
        raise _not_modified()
    message.text, message.entities, message.markup = new
    return _edited(world, message)


def edit_message_media(world: World, params: Json) -> Json:
    """`editMessageMedia`: another photo or document, in the place of one or added to a text."""
    media: Json = params["media"]
    if media.get("type") not in ("photo", "document"):
        raise bad_request("the sandbox takes photos and documents only")
    caption, entities = read_text(media, name="caption")
    message = _editable(world, params)
    take = world.files.photo if media["type"] == "photo" else world.files.document
    message.media = take(str(media.get("media", "")))
    message.text, message.entities = caption or None, entities
    message.markup = _new_markup(params)
    return _edited(world, message)


def edit_message_reply_markup(world: World, params: Json) -> Json:
    """`editMessageReplyMarkup` of a message of the bot's own."""
    message = _editable(world, params)
    markup = _new_markup(params)
    if markup == message.markup:
        raise _not_modified()
    message.markup = markup
    return _edited(world, message)


def _new_markup(params: Json) -> Json | None:
    markup: Json = params.get("reply_markup") or {}
    return markup if markup.get("inline_keyboard") else None


def _editable(world: World, params: Json) -> Message:
    chat = _present_chat(world, params)
    message = message_of(chat, params, "edit")
    # Only messages without buttons or with inline ones can be changed, as the API's pages say.
    has_other_markup = message.markup is not None and "inline_keyboard" not in message.markup
    if message.sender is not world.bot or message.service is not None or has_other_markup:
        raise bad_request("message can't be edited")
    markup: Json | None = params.get("reply_markup")
    if markup:
        check_markup(markup, is_private=chat.is_private)
    return message


def _edited(world: World, message: Message) -> Json:
    message.edited_at = int(world.seconds())
    world.show(message.chat.id, shown_words(message))
    return message_payload(message)


def _not_modified() -> Refusal:
    return bad_request(
        "message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )


def _present_chat(world: World, params: Json) -> Chat:
    if params.get("chat_id") is None:
        raise bad_request("message identifier is not specified")
    chat = chat_of(world, params)
    check_presence(world, chat)
    return chat


def delete_message(world: World, params: Json) -> bool:
    """`deleteMessage`: the bot's own, anybody's in private, and as an admin anybody's."""
    chat = _present_chat(world, params)
    message = message_of(chat, params, "delete")
    member = chat.member(world.bot)
    may_delete = (
        message.sender is world.bot or chat.is_private or (member is not None and member.is_admin)
    )
    if not may_delete or world.seconds() - message.date > DELETE_TIME:
        raise bad_request("message can't be deleted for everyone")
    message.is_deleted = True
    if message.number in chat.pinned:
        chat.pinned.remove(message.number)
    world.version += 1
    return True


def pin_chat_message(world: World, params: Json) -> bool:
    """`pinChatMessage`, for which a bot in a group needs to be an admin."""
    chat = _pinnable(world, params)
    message = message_of(chat, params, "pin")
    if message.service is not None:
        raise bad_request("message can't be pinned")
    if message.number in chat.pinned:
        chat.pinned.remove(message.number)
    else:
        shown = message_payload(message, with_reply=False)
        world.post(Message(chat=chat, sender=world.bot, service={"pinned_message": shown}))
    chat.pinned.append(message.number)
    del chat.pinned[:-_PINS_KEPT]
    world.version += 1
    return True


def unpin_chat_message(world: World, params: Json) -> bool:
    """`unpinChatMessage`, of the newest pinned one where none is named."""
    chat = _pinnable(world, params)
    if not chat.pinned:
        raise bad_request("message to unpin not found")
    number = params.get("message_id", chat.pinned[-1])
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    world.version += 1
    return True


def unpin_all_chat_messages(world: World, params: Json) -> bool:
    """`unpinAllChatMessages`."""
    _pinnable(world, params).pinned.clear()
    world.version += 1
    return True


def _pinnable(world: World, params: Json) -> Chat:
    chat = _present_chat(world, params)
    member = chat.member(world.bot)
    # Not every admin may pin; that right is given apart.
    if member is not None and not (member.is_admin and member.can_pin):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


def answer_callback_query(world: World, params: Json) -> bool:
    """`answerCallbackQuery`, within 15 s of the press; a second answer changes nothing."""
    press = world.presses.get(params["callback_query_id"])
    if press is None or world.seconds() - press.date > ANSWER_TIME:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text: str = params.get("text") or ""
    if length(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    url: str | None = params.get("url")
    if url and not re.fullmatch(
        rf"(?:https://)?t\.me/{re.escape(world.bot.username or '')}\?start=[\w-]{{1,64}}", url
    ):
        raise bad_request("URL_INVALID")
    if press.answer is None:
        is_alert = bool(params.get("show_alert"))
        press.answer = world.add_toast(press.person, text, url, is_alert=is_alert)
    return True
