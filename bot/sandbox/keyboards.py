"""Buttons under messages and in place of the keyboard: what the API takes of them."""

import json
from urllib.parse import urlsplit

from bot.sandbox.refusals import bad_request
from bot.sandbox.schema import Json

_ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
        "disabled",
    }
)
_DATA_LIMIT = 64
_MARKUP_LIMIT = 10_240
_BUTTONS_LIMIT = 100
_ROW_LIMIT = 8
_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
}


def check_markup(markup: Json, *, is_private: bool) -> None:
    """Raise Refusal unless the API would take these buttons in this kind of chat."""
    rows: list[list[Json]] = markup.get("inline_keyboard") or markup.get("keyboard") or []
    if sum(len(row) for row in rows) > _BUTTONS_LIMIT or any(len(row) > _ROW_LIMIT for row in rows):
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            if "inline_keyboard" in markup:
                _check_inline_button(button)
            elif not is_private:
                _check_group_button(button)
    # An ordinary keyboard is far below the limit, so its exact size is measured only when in doubt.
    if sum(len(row) for row in rows) > 20 and len(json.dumps(markup)) > _MARKUP_LIMIT:
        raise bad_request("reply markup is too long")


def _check_inline_button(button: Json) -> None:
    if not button["text"].strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    actions = _ACTIONS.intersection(button)
    if len(actions) != 1:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= _DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    address = button.get("url")
    if address is not None and not _is_link(address):
        raise bad_request("inline keyboard button URL is invalid: Wrong HTTP URL")


def _is_link(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in {"http", "https", "tg"} and bool(parts.netloc)


def _check_group_button(button: Json) -> None:
    for field, words in _PRIVATE_ONLY.items():
        if button.get(field):
            raise bad_request(words)
