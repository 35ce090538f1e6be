"""Messages: as they were put into the outbox, and as they stand in a chat."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.payload import Payload, TapAnswer
from storage import chats, outbox
from storage.database import Transaction
from storage.private import PrivateText


@dataclass(frozen=True, slots=True)
class Told:
    """A message as it was put into the outbox at a moment; `chat` is "" for the answer to a tap.

    `start` is the word that the answer to a tap opens the private chat with.
    """

    chat: str
    action: str
    text: str
    buttons: tuple[str, ...]
    at: datetime
    start: str | None = None


@dataclass
class Shown:
    """A message as it stands in a chat now."""

    text: str
    buttons: tuple[str, ...]


def payload_of(text: PrivateText | None) -> Payload:
    assert text is not None
    return Payload.model_validate_json(text.reveal())


def buttons_of(payload: Payload) -> tuple[str, ...]:
    return tuple(each.data for row in payload.buttons for each in row if each.data is not None)


def chat_of(transaction: Transaction, row: Any) -> str:
    """Return the address of the chat that a message is for, or nothing where it is for none."""
    return chats.address_in(transaction, row.address, row.address_hash) or ""


def as_told(transaction: Transaction, row: Any, now: datetime) -> Told:
    opened = transaction.open(row.payload, outbox.PAYLOAD, row.created_at)
    if row.action == "answer_tap":
        assert opened is not None
        answer = TapAnswer.model_validate_json(opened.reveal())
        return Told("", row.action, answer.text, (), now, answer.start)
    payload = payload_of(opened)
    return Told(chat_of(transaction, row), row.action, payload.text, buttons_of(payload), now)
