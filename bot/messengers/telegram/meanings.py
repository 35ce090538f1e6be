"""What Telegram's refusals mean for a messenger, by the sentences of the Bot API server."""

import re

from bot.messengers import (
    ChatUnreachableError,
    FileTooLargeError,
    MessageGoneError,
    MessengerError,
    RefusedError,
    TapTooOldError,
)


class NotModifiedError(RefusedError):
    """The message already reads as it should; a success, once it is noticed."""


class MessageNotFoundError(MessageGoneError):
    """The message is not there at all."""


class NotAMemberError(ChatUnreachableError):
    """The person is nobody whom the group knows."""


#: The beginnings of Telegram's reasons, in small letters, and what each means.
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


def meaning_of(message: str) -> MessengerError:
    """Return what the sentence of a refusal means; nothing that a person typed is in it."""
    # In small letters throughout, for libraries write some of them large.
    said = message.lower().removeprefix("bad request: ")
    for beginning, meaning in _REASONS:
        if beginning in said:
            return meaning(beginning)
    reason = _QUOTED.sub("…", said)
    if not _PLAIN_REASON.fullmatch(reason.replace("…", "")):
        reason = "a reason that is not quoted here"
    return RefusedError(reason)
