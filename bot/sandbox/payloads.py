"""People, chats and messages as the Bot API writes them in JSON."""

from bot.sandbox.schema import Json
from bot.sandbox.world import ANONYMOUS_ADMIN, Account, Chat, Member, Message, Press

_ADMIN_RIGHTS = {
    "can_be_edited": False,
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": True,
    "can_restrict_members": True,
    "can_promote_members": False,
    "can_change_info": True,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_pin_messages": True,
    "can_manage_topics": False,
    "can_send_welcome_messages": False,
}
_RESTRICTIONS = {
    "is_member": True,
    "can_send_messages": False,
    "can_send_audios": False,
    "can_send_documents": False,
    "can_send_photos": False,
    "can_send_videos": False,
    "can_send_video_notes": False,
    "can_send_voice_notes": False,
    "can_send_polls": False,
    "can_send_other_messages": False,
    "can_add_web_page_previews": False,
    "can_react_to_messages": False,
    "can_edit_tag": False,
    "can_change_info": False,
    "can_invite_users": False,
    "can_pin_messages": False,
    "can_manage_topics": False,
    "until_date": 0,
}


def user_payload(account: Account) -> Json:
    """Return the `User` object of a person or a bot."""
    payload: Json = {"id": account.id, "is_bot": account.is_bot, "first_name": account.name}
    if account.username:
        payload["username"] = account.username
    if account.language:
        payload["language_code"] = account.language
    return payload


def anonymous_admin_payload() -> Json:
    """Return the `User` that stands in for anonymous admins."""
    name = "GroupAnonymousBot"
    return {"id": ANONYMOUS_ADMIN, "is_bot": True, "first_name": "Group", "username": name}


def chat_payload(chat: Chat) -> Json:
    """Return the `Chat` object of a chat."""
    payload: Json = {"id": chat.id, "type": chat.kind}
    if chat.person is not None:
        payload["first_name"] = chat.person.name
        if chat.person.username:
            payload["username"] = chat.person.username
    else:
        payload["title"] = chat.title
    if chat.is_forum:
        payload["is_forum"] = True
    return payload


def message_payload(message: Message, *, with_reply: bool = True) -> Json:
    """Return the `Message` object of a message, with the one that it answers unless told not to."""
    chat = message.chat
    payload: Json = {"message_id": message.number}
    if message.sender_chat is not None and chat.kind != "channel":
        payload["from"] = anonymous_admin_payload()
    elif message.sender is not None:
        payload["from"] = user_payload(message.sender)
    if message.sender_chat is not None:
        payload["sender_chat"] = chat_payload(message.sender_chat)
    payload["chat"] = chat_payload(chat)
    payload["date"] = message.date
    if message.edited_at is not None:
        payload["edit_date"] = message.edited_at
    if message.thread is not None:
        payload["message_thread_id"] = message.thread
        payload["is_topic_message"] = True
    if with_reply and message.reply_to is not None:
        payload["reply_to_message"] = message_payload(message.reply_to, with_reply=False)
    if message.origin is not None:
        payload["forward_origin"] = message.origin
    if message.album is not None:
        payload["media_group_id"] = message.album
    if message.is_protected:
        payload["has_protected_content"] = True
    payload.update(_content(message))
    return payload


def _content(message: Message) -> Json:
    content: Json = dict(message.service or {})
    if message.media is not None:
        content.update(message.media.fields)
    if message.text is not None:
        is_caption = message.media is not None
        content["caption" if is_caption else "text"] = message.text
        if message.entities:
            content["caption_entities" if is_caption else "entities"] = message.entities
    if message.link_preview is not None:
        content["link_preview_options"] = message.link_preview
    if message.markup and "inline_keyboard" in message.markup:
        content["reply_markup"] = message.markup
    return content


def inaccessible_payload(chat: Chat, number: int) -> Json:
    """Return what stands for a message that the bot can no longer see."""
    return {"chat": chat_payload(chat), "message_id": number, "date": 0}


def member_payload(member: Member) -> Json:
    """Return the `ChatMember` object of how somebody stands in a chat."""
    payload: Json = {"status": member.standing, "user": user_payload(member.account)}
    match member.standing:
        case "creator":
            payload["is_anonymous"] = False
        case "administrator":
            payload.update(_ADMIN_RIGHTS, can_pin_messages=member.can_pin)
        case "restricted":
            payload.update(_RESTRICTIONS)
        case "kicked":
            payload["until_date"] = 0
    return payload


def member_change_payload(chat: Chat, by: Account, before: Member, after: Member, at: int) -> Json:
    """Return the `ChatMemberUpdated` object of a change made by somebody, in Unix seconds."""
    return {
        "chat": chat_payload(chat),
        "from": user_payload(by),
        "date": at,
        "old_chat_member": member_payload(before),
        "new_chat_member": member_payload(after),
    }


def press_payload(press: Press, *, accessible: bool) -> Json:
    """Return the `CallbackQuery` object of a press, with its message where the bot can see it."""
    message = press.chat.messages.get(press.message)
    if accessible and message is not None and not message.is_deleted:
        shown = message_payload(message)
    else:
        shown = inaccessible_payload(press.chat, press.message)
    return {
        "id": press.id,
        "from": user_payload(press.person),
        "message": shown,
        "chat_instance": str(abs(press.chat.id) * 7919),
        "data": press.data,
    }
