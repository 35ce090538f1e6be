"""Telegram's updates, read into events.

An update is read field by field, and only the fields that an event needs: what is wrong elsewhere,
or newer than this file, does no harm. The names are those of the Bot API, version 10.3.
"""

import json
import re
from collections.abc import Callable, Mapping

from bot.messengers import UpdateNotUnderstoodError
from bot.messengers.telegram.addresses import address_of
from bot.messengers.telegram.fields import Fields
from bot.messengers.telegram.message_kinds import CONTENT_KINDS, SERVICE_KINDS, UPDATE_KINDS
from handlers.events import (
    AnonymousSaid,
    BotAdded,
    BotBlocked,
    BotRemoved,
    BotUnblocked,
    Edited,
    Event,
    FileSent,
    GroupUpgraded,
    LocationShared,
    NothingToAnswer,
    PhotoSent,
    Place,
    Said,
    Sender,
    Tapped,
    UnsupportedKind,
    UnsupportedSent,
)
from storage.private import PrivateText

#: Telegram's stand-in for the administrators of a group who write in the group's name.
GROUP_ANONYMOUS_BOT = 1087968824

_LANGUAGE = re.compile(r"[A-Za-z0-9-]{1,35}")


def read_update(body: str) -> Event:
    """Return what an update says; raises UpdateNotUnderstoodError, and nothing else.

    `body` is the JSON text of one Update of the Bot API.
    """
    try:
        values = json.loads(body)
    except (ValueError, RecursionError):
        # Without its cause, for that quotes the update.
        raise UpdateNotUnderstoodError("the update is not JSON") from None
    if not isinstance(values, dict):
        raise UpdateNotUnderstoodError("the update is not an object")
    update = Fields(values, "update")
    kind = update.first_of(UPDATE_KINDS)
    if kind is None:
        return NothingToAnswer("unknown update")
    read = _READERS.get(kind)
    return read(update.part(kind)) if read else NothingToAnswer(kind)


def _read_message(message: Fields) -> Event:
    number = message.number("message_id")
    place = _place_of(message)
    moved = _read_upgrade(message, place)
    if moved is not None:
        return moved
    service = message.first_of(SERVICE_KINDS)
    if service is not None:
        return NothingToAnswer(service)
    person = message.optional_part("from")
    if message.has("sender_chat") or (person and person.number("id") == GROUP_ANONYMOUS_BOT):
        return _read_anonymous(message, place, number)
    if person is None:
        return NothingToAnswer("message without a sender")
    if person.is_true("is_bot"):
        return NothingToAnswer("message of a bot")
    return _read_content(message, _sender(person), place, number)


def _read_channel_post(message: Fields) -> Event:
    if message.first_of(SERVICE_KINDS) is not None:
        return NothingToAnswer("channel_post")
    return _read_anonymous(message, _place_of(message), message.number("message_id"))


def _read_upgrade(message: Fields, place: Place) -> Event | None:
    new = message.optional_number("migrate_to_chat_id")
    old = message.optional_number("migrate_from_chat_id")
    other = new if new is not None else old
    if other is None:
        return None
    # Nobody's own chat ever takes the place of a group.
    if place.is_private or other >= 0:
        raise UpdateNotUnderstoodError("what moves is no group")
    moved = address_of(other)
    if new is not None:
        return GroupUpgraded(old=place.chat, new=moved)
    return GroupUpgraded(old=moved, new=place.chat)


def _read_anonymous(message: Fields, place: Place, number: int) -> Event:
    text = message.optional_text("text")
    if text is None:
        return NothingToAnswer("anonymous message without words")
    return AnonymousSaid(place=place, message=number, text=PrivateText(text))


def _read_content(message: Fields, sender: Sender, place: Place, number: int) -> Event:
    text = message.optional_text("text")
    answered = _answered(message)
    if text is not None:
        return Said(
            sender=sender,
            place=place,
            message=number,
            text=PrivateText(text),
            reply_to=answered,
            is_forward=message.has("forward_origin"),
        )
    kind = message.first_of(CONTENT_KINDS)
    if kind in _PHOTOS and (photo := _largest(message)) is not None:
        return _photo(message, photo, sender, place)
    if kind == "document":
        if not message.has("animation"):
            return _file(message, sender, place)
        # It comes as a document too, for bots that know no animations.
        kind = "animation"
    # A venue brings its place along as well.
    location = message.optional_part("location") if kind is None else None
    if location is not None:
        return LocationShared(
            sender=sender,
            place=place,
            message=number,
            latitude=location.degrees("latitude", 90),
            longitude=location.degrees("longitude", 180),
            reply_to=answered,
        )
    # A kind that is newer than this file is answered too: silence would be worse.
    what = CONTENT_KINDS[kind] if kind is not None else UnsupportedKind.OTHER
    return UnsupportedSent(sender=sender, place=place, message=number, kind=what, reply_to=answered)


def _largest(message: Fields) -> Fields | None:
    """Return the largest of the sizes in which a photo, or the still of a live one, is there."""
    live = message.optional_part("live_photo")
    sizes = message.parts("photo") or (live.parts("photo") if live else [])
    return max(sizes, key=lambda size: size.number("width") * size.number("height"), default=None)


def _photo(message: Fields, photo: Fields, sender: Sender, place: Place) -> PhotoSent:
    caption = message.optional_text("caption")
    return PhotoSent(
        sender=sender,
        place=place,
        message=message.number("message_id"),
        file=photo.text("file_id"),
        caption=None if caption is None else PrivateText(caption),
        reply_to=_answered(message),
        is_forward=message.has("forward_origin"),
        is_album=message.has("media_group_id"),
    )


def _file(message: Fields, sender: Sender, place: Place) -> FileSent:
    document = message.part("document")
    caption = message.optional_text("caption")
    return FileSent(
        sender=sender,
        place=place,
        message=message.number("message_id"),
        file=document.text("file_id"),
        size=document.optional_number("file_size"),
        caption=None if caption is None else PrivateText(caption),
        reply_to=_answered(message),
        is_forward=message.has("forward_origin"),
        is_album=message.has("media_group_id"),
    )


def _answered(message: Fields) -> int | None:
    answered = message.optional_part("reply_to_message")
    # In a forum, every message that answers nothing "answers" the beginning of its topic.
    if answered is None or answered.has("forum_topic_created"):
        return None
    return answered.number("message_id")


def _read_edited_message(message: Fields) -> Event:
    number = message.number("message_id")
    place = _place_of(message)
    person = message.optional_part("from")
    if person is None or person.is_true("is_bot") or message.has("sender_chat"):
        return NothingToAnswer("edited message of nobody")
    if message.has("location"):
        # Somebody who shares where they go: Telegram edits the message every few seconds.
        return NothingToAnswer("moving location")
    typed = message.optional_text("text") or message.optional_text("caption")
    text = None if typed is None else PrivateText(typed)
    return Edited(sender=_sender(person), place=place, message=number, text=text)


def _read_callback_query(query: Fields) -> Event:
    tap = query.text("id")
    person = query.part("from")
    if person.is_true("is_bot"):
        return NothingToAnswer("tap of a bot")
    sender = _sender(person)
    data = query.optional_text("data")
    if data is None:
        return NothingToAnswer("tap without data")
    message = query.optional_part("message")
    if message is None:
        # The card is in a chat that the bot does not see: the person's own chat takes the answer.
        place = Place(chat=sender.account, is_private=True)
        return Tapped(sender=sender, place=place, tap=tap, data=data)
    return Tapped(
        sender=sender,
        place=_place_of(message),
        tap=tap,
        data=data,
        message=message.number("message_id"),
    )


def _read_my_chat_member(change: Fields) -> Event:
    chat = change.part("chat")
    kind = chat.text("type")
    sender = _sender(change.part("from"))
    now = change.part("new_chat_member")
    before = change.optional_part("old_chat_member")
    if kind == "private":
        return BotUnblocked(sender) if _may_write(now) else BotBlocked(sender)
    if kind not in _GROUPS:
        return NothingToAnswer("my_chat_member of a channel")
    address = address_of(chat.number("id"))
    if not _may_write(now):
        return BotRemoved(sender=sender, chat=address)
    if before is not None and _may_write(before):
        return NothingToAnswer("other rights in a group")
    return BotAdded(sender=sender, chat=address)


def _may_write(member: Fields) -> bool:
    status = member.text("status")
    if status == "restricted":
        return member.is_true("is_member") and member.is_true("can_send_messages")
    if status not in _MAY_WRITE:
        raise UpdateNotUnderstoodError("a member of unknown status")
    return _MAY_WRITE[status]


_MAY_WRITE = {
    "creator": True,
    "administrator": True,
    "member": True,
    "left": False,
    "kicked": False,
}
_PHOTOS = frozenset({"photo", "live_photo"})
_GROUPS = frozenset({"group", "supergroup"})
_CHATS = frozenset({"private", "channel"}) | _GROUPS


def _place_of(message: Fields) -> Place:
    chat = message.part("chat")
    kind = chat.text("type")
    if kind not in _CHATS:
        raise UpdateNotUnderstoodError("a chat of unknown type")
    number, is_private = chat.number("id"), kind == "private"
    # The numbers of groups and channels are below zero, those of people above.
    if (number > 0) != is_private:
        raise UpdateNotUnderstoodError("a chat whose number is not of its type")
    # Outside of forums the field is there as well, but names a thread of answers.
    in_topic = message.is_true("is_topic_message")
    return Place(
        chat=address_of(number),
        is_private=is_private,
        thread=message.optional_number("message_thread_id") if in_topic else None,
    )


def _sender(person: Fields) -> Sender:
    language = person.optional_text("language_code")
    if language is not None and not _LANGUAGE.fullmatch(language):
        language = None
    return Sender(account=address_of(person.number("id")), language=language)


_READERS: Mapping[str, Callable[[Fields], Event]] = {
    "message": _read_message,
    "edited_message": _read_edited_message,
    "channel_post": _read_channel_post,
    "callback_query": _read_callback_query,
    "my_chat_member": _read_my_chat_member,
}

#: The kinds of updates that Telegram is asked for.
WANTED_UPDATES = tuple(_READERS)
