"""Webhooks of Telegram: how one is set, what Telegram says about it, and what it sends there.

Names and limits are those of `setWebhook` and `WebhookInfo` in the Bot API, version 10.3. What
Telegram says of a failure are sentences of its server (tdlib/telegram-bot-api).
"""

import json
import re
from datetime import UTC, datetime
from typing import Any, Final

from bot.messengers import (
    Delivery,
    NotDeliveredError,
    RawUpdate,
    UpdateNotUnderstoodError,
    Webhook,
    WebhookFailure,
)
from bot.messengers.telegram.updates import WANTED_UPDATES

SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header

#: Telegram writes the number first.
_NUMBER: Final = re.compile(rb'\s*\{\s*"update_id"\s*:\s*(-?[0-9]{1,19})\s*[,}]')

#: Parts of Telegram's sentences, in small letters, and what each means; the first that fits counts.
_FAILURES: Final = (
    ("resolve host", WebhookFailure.NAME),
    ("ssl", WebhookFailure.CERTIFICATE),
    ("certificate", WebhookFailure.CERTIFICATE),
    ("response from the webhook: 401", WebhookFailure.REFUSED),
    ("response from the webhook: 403", WebhookFailure.REFUSED),
    ("response from the webhook: 404", WebhookFailure.NOT_FOUND),
    ("response from the webhook: 502", WebhookFailure.NOBODY_BEHIND),
    ("response from the webhook: 504", WebhookFailure.NOBODY_BEHIND),
    ("response from the webhook: 503", WebhookFailure.LATER),
    ("read timeout", WebhookFailure.NO_ANSWER),
    ("timeout expired", WebhookFailure.NO_ANSWER),
    ("connection closed", WebhookFailure.NO_ANSWER),
    ("connect", WebhookFailure.CONNECTION),
)


def webhook_parameters(webhook: Webhook) -> dict[str, Any]:
    """Return the parameters of `setWebhook`."""
    return {
        "url": webhook.url,
        "secret_token": webhook.secret,
        "max_connections": webhook.connections,
        "allowed_updates": list(WANTED_UPDATES),
    }


def read_delivery(info: object) -> Delivery:
    """Return what a `WebhookInfo` says; raises NotDeliveredError for anything else."""
    if not isinstance(info, dict) or not isinstance(info.get("url"), str):
        raise NotDeliveredError("Telegram did not say how it hands over updates")
    waiting, asked_for = info.get("pending_update_count"), info.get("allowed_updates")
    failed_at = _moment(info.get("last_error_date"))
    return Delivery(
        url=info["url"] or None,
        waiting=waiting if isinstance(waiting, int) else 0,
        failed_at=failed_at,
        failure=None if failed_at is None else _failure(info.get("last_error_message")),
        # Without a list it is every kind that is needed here.
        has_all_kinds=not isinstance(asked_for, list)
        or all(kind in asked_for for kind in WANTED_UPDATES),
    )


def unpack(body: bytes) -> RawUpdate:
    """Return the update that was sent; raises UpdateNotUnderstoodError where it has no number."""
    found = _NUMBER.match(body)
    number = int(found[1]) if found else _number_elsewhere(body)
    return RawUpdate(number, body.decode("utf-8", "replace"))


def _number_elsewhere(body: bytes) -> int:
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        # Without its cause, for that quotes the update.
        raise UpdateNotUnderstoodError("what was sent is not JSON") from None
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is not int:
        raise UpdateNotUnderstoodError("the update has no number")
    return number


def _moment(seconds: object) -> datetime | None:
    if type(seconds) is not int or not 0 < seconds < 2**33:
        return None
    return datetime.fromtimestamp(seconds, UTC)


def _failure(message: object) -> WebhookFailure:
    said = message.lower() if isinstance(message, str) else ""
    return next((meaning for part, meaning in _FAILURES if part in said), WebhookFailure.OTHER)
