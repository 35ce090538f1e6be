"""The parameters of the Bot API's calls, made from what a messenger is asked to send."""

from collections.abc import Callable
from typing import Any

from bot.messengers.telegram.addresses import number_of
from handlers.payload import Button, Payload, TapAnswer

#: Parameters of one call, by name, as plain JSON values.
Parameters = dict[str, Any]
#: Makes a link that opens the private chat with the bot and hands over a word.
LinkMaker = Callable[[str], str]


def message_parameters(chat: str, payload: Payload, link: LinkMaker) -> Parameters:
    """Return what sending and editing a message have in common."""
    parameters: Parameters = {
        "chat_id": number_of(chat),
        "text": payload.text,
        "link_preview_options": {"is_disabled": True},
    }
    if payload.buttons:
        rows = [[_button(button, link) for button in row] for row in payload.buttons]
        parameters["reply_markup"] = {"inline_keyboard": rows}
    return parameters


def tap_answer_parameters(answer: TapAnswer, link: LinkMaker) -> Parameters:
    """Return the parameters of `answerCallbackQuery`."""
    parameters: Parameters = {"callback_query_id": answer.tap}
    if answer.start is not None:
        return parameters | {"url": link(answer.start)}
    if answer.text:
        parameters |= {"text": answer.text, "show_alert": answer.alert}
    return parameters


def _button(button: Button, link: LinkMaker) -> Parameters:
    if button.data is not None:
        return {"text": button.label, "callback_data": button.data}
    return {
        "text": button.label,
        "url": link(button.start) if button.start is not None else button.url,
    }
