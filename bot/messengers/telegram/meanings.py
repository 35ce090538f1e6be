"""What Telegram's answers mean for a messenger, by their status and by the sentences of its server.

Only the Bot API itself refuses a call, and it says so in JSON. Whatever else answers stands in the
way, such as a proxy or the page of a hotel's network: it carried out nothing, and knows nothing of
tokens and chats.
"""

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from bot.messengers import (
    ChatMovedError,
    ChatUnreachableError,
    ContestedError,
    FateUnknownError,
    FileTooLargeError,
    MessageGoneError,
    MessengerError,
    NotDeliveredError,
    RefusedError,
    RetryAfterError,
    TapTooOldError,
    TokenRefusedError,
)
from bot.messengers.telegram.addresses import address_of


class NotModifiedError(RefusedError):
    """The message already reads as it should; a success, once it is noticed."""


class MessageNotFoundError(MessageGoneError):
    """The message is not there at all."""


class NotAMemberError(ChatUnreachableError):
    """The person is nobody whom the group knows."""


#: Seconds to wait where the server asks to wait without saying how long.
_UNSAID_WAIT: Final = 5.0
_BY_STATUS: Final[Mapping[int, type[MessengerError]]] = {
    HTTPStatus.UNAUTHORIZED: TokenRefusedError,
    HTTPStatus.FORBIDDEN: ChatUnreachableError,
    # With a token of the wrong form, no method is found.
    HTTPStatus.NOT_FOUND: TokenRefusedError,
    HTTPStatus.CONFLICT: ContestedError,
}
#: Parts of Telegram's reasons, in small letters, and what each means; the first that fits counts.
_REASONS: tuple[tuple[str, type[MessengerError]], ...] = (
    ("message is not modified", NotModifiedError),
    ("message to edit not found", MessageNotFoundError),
    ("message to delete not found", MessageNotFoundError),
    ("message_id_invalid", MessageNotFoundError),
    ("message can't be edited", MessageGoneError),
    ("message can't be deleted", MessageGoneError),
    ("query is too old", TapTooOldError),
    ("query id is invalid", TapTooOldError),
    ("query_id_invalid", TapTooOldError),
    ("user not found", NotAMemberError),
    ("invalid user_id specified", NotAMemberError),
    ("member not found", NotAMemberError),
    ("participant_id_invalid", NotAMemberError),
    ("user_not_participant", NotAMemberError),
    ("chat not found", ChatUnreachableError),
    ("peer_id_invalid", ChatUnreachableError),
    ("not enough rights", ChatUnreachableError),
    ("have no rights to send", ChatUnreachableError),
    ("need administrator rights", ChatUnreachableError),
    ("chat_write_forbidden", ChatUnreachableError),
    ("chat_restricted", ChatUnreachableError),
    ("file is too big", FileTooLargeError),
    ("message thread not found", ChatUnreachableError),
    ("topic_closed", ChatUnreachableError),
    ("topic_deleted", ChatUnreachableError),
)

#: Parts of a reason in which Telegram repeats what it was sent.
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'(?!\w)")
_PLAIN_REASON = re.compile(r"[a-z0-9_ ,.:'/()-]{1,120}")


def result_of(body: bytes) -> Any:
    """Return the result in the answer to a call; raises FateUnknownError where it holds none."""
    answer = _read(body)
    if answer.get("ok") is not True or "result" not in answer:
        raise FateUnknownError("the answer holds no result")
    return answer["result"]


def refusal_of(status: int, body: bytes) -> MessengerError:
    """Return what an answer means that is no success; nothing that a person typed is in it."""
    said = _read(body)
    match status:
        case HTTPStatus.TOO_MANY_REQUESTS:
            return RetryAfterError(_seconds(_parameter(said, "retry_after")))
        case HTTPStatus.GATEWAY_TIMEOUT:
            return FateUnknownError("no answer from the server")
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return RefusedError("the call is too large")
    if said.get("ok") is False:
        if status == HTTPStatus.BAD_REQUEST:
            return _meaning_of(said)
        if status in _BY_STATUS:
            return _BY_STATUS[status](f"the answer was {status}")
    return NotDeliveredError(f"the answer was {status}")


def _read(body: bytes) -> dict[str, Any]:
    """Return an answer as it is meant to be; whatever is not is an empty one."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _parameter(said: Mapping[str, Any], name: str) -> object:
    parameters = said.get("parameters")
    return parameters.get(name) if isinstance(parameters, dict) else None


def _seconds(asked: object) -> float:
    return float(asked) if isinstance(asked, int | float) and 0 < asked < 1e9 else _UNSAID_WAIT


def _meaning_of(said: Mapping[str, Any]) -> MessengerError:
    new, sentence = _parameter(said, "migrate_to_chat_id"), said.get("description")
    if type(new) is int and new < 0:
        return ChatMovedError(address_of(new))
    # In small letters throughout, for a proxy of the Bot API may write some of them large.
    reason = (sentence if isinstance(sentence, str) else "").lower().removeprefix("bad request: ")
    for part, meaning in _REASONS:
        if part in reason:
            return meaning(part)
    reason = _QUOTED.sub("…", reason)
    if not _PLAIN_REASON.fullmatch(reason.replace("…", "")):
        reason = "a reason that is not quoted here"
    return RefusedError(reason)
