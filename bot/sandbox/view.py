"""The state of every phone as JSON, for the page."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.sandbox.files import Media
from bot.sandbox.groups import Room
from bot.sandbox.people import Person
from bot.sandbox.schema import Json
from bot.sandbox.world import Button, Message, Toast

if TYPE_CHECKING:
    from bot.sandbox.server import Sandbox

_MESSAGES_SHOWN = 200
_TOASTS_SHOWN = 20

_SERVICE_WORDS = {
    "new_chat_members": "joined the group",
    "left_chat_member": "left the group",
    "new_chat_title": "changed the title",
    "forum_topic_created": "added a topic",
    "pinned_message": "pinned a message",
    "migrate_to_chat_id": "upgraded the group",
    "migrate_from_chat_id": "upgraded the group",
}


def state(sandbox: "Sandbox") -> Json:
    """Return the bot and every person with their chats, newest messages last."""
    bot = sandbox.bot
    return {
        "bot": {"id": bot.id, "username": bot.username, "name": bot.name},
        "people": [_person(person) for person in sandbox.people],
        "version": sandbox.version,
    }


def _person(person: Person) -> Json:
    return {
        "id": person.account.id,
        "name": person.name,
        "language": person.account.language,
        "blocked": person.account.has_blocked,
        "chats": [_room(room) for room in person.rooms],
        "toasts": [_toast(toast) for toast in person.toasts[-_TOASTS_SHOWN:]],
    }


def shown_number(room: Room, message: Message) -> int:
    """Return a message's number on the page; below zero for those of before the group moved.

    A supergroup counts its messages from one again, so that two of them may bear one number.
    """
    return message.number if message.chat is room.chat else -message.number


def _room(room: Room) -> Json:
    chat = room.chat
    return {
        "chat_id": chat.id,
        "title": chat.title,
        "kind": chat.kind,
        "threads": [{"id": thread, "name": name} for thread, name in chat.topics.items()],
        "messages": [_message(room, message) for message in room.messages[-_MESSAGES_SHOWN:]],
    }


def _message(room: Room, message: Message) -> Json:
    keyboard = message.reply_keyboard
    return {
        "id": shown_number(room, message),
        "from": _author(message),
        "text": message.text or "",
        "date": _moment(message.date),
        "edited": message.is_edited,
        "protected": message.is_protected,
        "thread_id": message.thread,
        "service": _service(message),
        "buttons": [[_button(button) for button in row] for row in message.buttons],
        "reply_keyboard": keyboard
        and [
            [{"label": key.label, "request_location": key.requests_location} for key in row]
            for row in keyboard
        ],
        "media": message.media and _media(message.media),
    }


def _media(media: Media) -> Json:
    shown: Json = {"kind": media.kind, "name": media.name}
    if media.file is not None:
        shown["file"] = media.file
    return shown


def _author(message: Message) -> Json:
    author = message.sender
    if author is not None:
        return {"id": author.id, "name": author.name, "is_bot": author.is_bot}
    chat = message.sender_chat or message.chat
    return {"id": chat.id, "name": chat.title, "is_bot": False}


def _service(message: Message) -> str | None:
    if message.service is None:
        return None
    words = next(
        (_SERVICE_WORDS[kind] for kind in message.service if kind in _SERVICE_WORDS),
        "changed the group",
    )
    who = message.service.get("new_chat_members")
    name = who[0]["first_name"] if who else _author(message)["name"]
    return f"{name} {words}"


def _button(button: Button) -> Json:
    shown: Json = {"label": button.label}
    if button.data is not None:
        shown["data"] = button.data
    if button.url is not None:
        shown["url"] = button.url
    return shown


def _toast(toast: Toast) -> Json:
    return {
        "id": toast.number,
        "text": toast.text,
        "alert": toast.is_alert,
        "url": toast.url,
        "date": _moment(toast.date),
    }


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()
