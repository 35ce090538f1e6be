"""The parameters of the Bot API's calls, made from what a messenger is asked to send."""

from collections.abc import Callable
from typing import Any

from bot.messengers import File
from bot.messengers.telegram.addresses import number_of
from bot.messengers.telegram.client import Picture
from handlers.payload import Button, Payload, TapAnswer

#: Parameters that are being put together.
Parameters = dict[str, Any]
#: Makes a link that opens the private chat with the bot and hands over a word.
LinkMaker = Callable[[str], str]


def message_parameters(chat: str, payload: Payload, link: LinkMaker) -> Parameters:
    """Return what sending and editing a message have in common."""
    parameters: Parameters = {
        "chat_id": number_of(chat),
        "text": _sendable(payload.text),
        "link_preview_options": {"is_disabled": True},
    }
    if payload.buttons:
        rows = [[_button(button, link) for button in row] for row in payload.buttons]
        parameters["reply_markup"] = {"inline_keyboard": rows}
    return parameters


def sending_parameters(
    chat: str, payload: Payload, thread: int | None, file: File | None, link: LinkMaker
) -> Parameters:
    """Return the parameters of sending a message, with or without a file."""
    parameters = message_parameters(chat, payload, link) | {"protect_content": payload.protect}
    if thread is not None:
        parameters["message_thread_id"] = thread
    if payload.reply_to is not None:
        # What it answers may be gone; the answer is worth reading all the same.
        parameters["reply_parameters"] = {
            "message_id": payload.reply_to,
            "allow_sending_without_reply": True,
        }
    if file is not None:
        del parameters["link_preview_options"]
        text = parameters.pop("text")
        if text:
            parameters["caption"] = text
        parameters[file.kind] = file
    return parameters


def media_parameters(chat: str, payload: Payload, picture: File, link: LinkMaker) -> Parameters:
    """Return the parameters of putting a picture, with words below, in the place of a file."""
    parameters = message_parameters(chat, payload, link)
    del parameters["link_preview_options"]
    return parameters | {"media": Picture(picture, parameters.pop("text"))}


def tap_answer_parameters(answer: TapAnswer, link: LinkMaker) -> Parameters:
    """Return the parameters of `answerCallbackQuery`."""
    parameters: Parameters = {"callback_query_id": answer.tap}
    if answer.start is not None:
        return parameters | {"url": link(answer.start)}
    if answer.text:
        parameters |= {"text": _sendable(answer.text), "show_alert": answer.alert}
    return parameters


def _button(button: Button, link: LinkMaker) -> Parameters:
    if button.data is not None:
        return {"text": _sendable(button.label), "callback_data": button.data}
    return {
        "text": _sendable(button.label),
        "url": link(button.start) if button.start is not None else button.url,
    }


def _sendable(text: str) -> str:
    """Return a text without halves of character pairs, which no call can hold; the rest can go."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
