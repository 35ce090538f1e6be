"""Updates as Telegram sends them, to be read as they are or spoilt on purpose."""

from typing import Any

Json = dict[str, Any]

ADA: Json = {"id": 7001, "is_bot": False, "first_name": "Ada", "language_code": "en"}
BOT: Json = {"id": 5000, "is_bot": True, "first_name": "Doorstep", "username": "doorstep_bot"}
ANONYMOUS: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
PRIVATE: Json = {"id": 7001, "type": "private", "first_name": "Ada"}
GROUP: Json = {"id": -1001, "type": "supergroup", "title": "Elm Street"}
FORUM: Json = GROUP | {"is_forum": True}
CHANNEL: Json = {"id": -1002, "type": "channel", "title": "News of Elm Street"}
PLACE: Json = {"latitude": 51.5, "longitude": -0.1}
FILE: Json = {"file_id": "f1", "file_unique_id": "u1"}
PICTURE: Json = FILE | {"width": 10, "height": 10}
MEMBER: Json = {"status": "member", "user": BOT}
LEFT: Json = {"status": "left", "user": BOT}
KICKED: Json = {"status": "kicked", "user": BOT, "until_date": 0}


def message(**fields: Any) -> Json:
    """Return a message of Ada's in her private chat; `sender` stands for `from`."""
    made: Json = {"message_id": 5, "date": 1776000000, "chat": PRIVATE, "from": ADA}
    if "sender" in fields:
        made["from"] = fields.pop("sender")
    return made | fields


def heard(**fields: Any) -> Json:
    """Return an update with a new message."""
    return {"update_id": 9, "message": message(**fields)}


def tapped(**fields: Any) -> Json:
    """Return an update with a press of a button by Ada."""
    query = {"id": "77", "from": ADA, "chat_instance": "1", "data": "t:abc"}
    return {"update_id": 9, "callback_query": query | fields}


def restricted(*, may_write: bool) -> Json:
    """Return what the bot is in a group whose members may do little."""
    rights = dict.fromkeys(
        (
            "can_change_info",
            "can_invite_users",
            "can_pin_messages",
            "can_send_polls",
            "can_send_other_messages",
            "can_add_web_page_previews",
            "can_manage_topics",
            "can_send_audios",
            "can_send_documents",
            "can_send_photos",
            "can_send_videos",
            "can_send_video_notes",
            "can_send_voice_notes",
            "can_edit_tag",
            "can_react_to_messages",
        ),
        False,
    )
    standing = {"status": "restricted", "user": BOT, "is_member": True, "until_date": 0}
    return rights | standing | {"can_send_messages": may_write}


def standing(chat: Json, before: Json, now: Json) -> Json:
    """Return an update that says how the bot's own standing changed."""
    change = {
        "chat": chat,
        "from": ADA,
        "date": 1776000000,
        "old_chat_member": before,
        "new_chat_member": now,
    }
    return {"update_id": 9, "my_chat_member": change}
