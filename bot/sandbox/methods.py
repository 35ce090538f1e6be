"""Every method that the sandbox carries out, by its name."""

from collections.abc import Callable

from bot.sandbox import changing, looking, sending
from bot.sandbox.schema import Json
from bot.sandbox.world import World

#: `getUpdates`, the only one that waits, is in `updates.UpdateQueue.poll`.
METHODS: dict[str, Callable[[World, Json], object]] = {
    "getMe": looking.get_me,
    "setWebhook": looking.set_webhook,
    "deleteWebhook": looking.delete_webhook,
    "getWebhookInfo": looking.get_webhook_info,
    "setMyCommands": looking.set_my_commands,
    "getMyCommands": looking.get_my_commands,
    "deleteMyCommands": looking.delete_my_commands,
    "setMyName": looking.set_my_text,
    "setMyDescription": looking.set_my_text,
    "setMyShortDescription": looking.set_my_text,
    "getFile": looking.get_file,
    "getChat": looking.get_chat,
    "getChatMember": looking.get_chat_member,
    "getChatMemberCount": looking.get_chat_member_count,
    "getChatAdministrators": looking.get_chat_administrators,
    "leaveChat": looking.leave_chat,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendLocation": sending.send_location,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": changing.edit_message_text,
    "editMessageCaption": changing.edit_message_caption,
    "editMessageMedia": changing.edit_message_media,
    "editMessageReplyMarkup": changing.edit_message_reply_markup,
    "deleteMessage": changing.delete_message,
    "pinChatMessage": changing.pin_chat_message,
    "unpinChatMessage": changing.unpin_chat_message,
    "unpinAllChatMessages": changing.unpin_all_chat_messages,
    "answerCallbackQuery": changing.answer_callback_query,
}
#: Those that send or change a message and so count against the pace.
PACED = frozenset(
    {
        "sendMessage",
        "sendPhoto",
        "sendDocument",
        "sendLocation",
        "editMessageText",
        "editMessageCaption",
        "editMessageMedia",
        "editMessageReplyMarkup",
    }
)
