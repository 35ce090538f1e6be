"""Messages of the outbox found again: given newer words, sent no more, or taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select, update

from storage import fates
from storage.database import Transaction
from storage.fates import Fate
from storage.outbox import TAKEN_BACK_LATER, UNSENT, sealed_anew
from storage.private import PrivateText
from storage.tables import is_literally, outbox

#: What the labels begin with of what both sides wrote once it is forgotten.
FORGOTTEN: Final = "forgotten:"
#: What stands there in a label in the place of the first of these once that has happened.
GONE: Final = "gone:"


async def replace_unsent(
    transaction: Transaction,
    *,
    task_id: int | None = None,
    chat_id: int | None = None,
    message: int | None = None,
    row_id: int | None = None,
    payload: PrivateText,
    key: str | None = None,
) -> int:
    """Put a newer text in the place of an unsent one of the same message; returns how many.

    Name either a card that was not posted yet (`task_id` and `chat_id`), the edit of a posted
    message (`chat_id` and `message`), or a row.
    """
    if task_id is not None:
        same = and_(
            outbox.c.task_id == task_id, outbox.c.chat_id == chat_id, outbox.c.action == "send"
        )
    elif row_id is not None:
        same = outbox.c.id == row_id
    else:
        same = and_(
            outbox.c.chat_id == chat_id, outbox.c.action == "edit", outbox.c.message == message
        )
    replaced = 0
    for found, anew in (await sealed_anew(transaction, same, key, payload)).items():
        result = await transaction.connection.execute(
            update(outbox)
            .where(outbox.c.id == found, outbox.c.status.in_(UNSENT))
            .values(payload=anew)
        )
        replaced += result.rowcount
    return replaced


async def drop_edits(transaction: Transaction, chat_id: int, message: int, now: datetime) -> None:
    """Give up changes of a message that have not left yet."""
    await transaction.connection.execute(
        update(outbox)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.status.in_(UNSENT),
            outbox.c.action == "edit",
            outbox.c.message == message,
        )
        .values(status="dead", payload=None, finished_at=now)
    )


async def drop_label(transaction: Transaction, label: str) -> None:
    """Let messages with a label be found by it no longer."""
    await transaction.connection.execute(
        update(outbox).where(outbox.c.label == label).values(label=None)
    )


async def labelled(transaction: Transaction, label: str) -> list[tuple[int, int, bool]]:
    """Return id, chat and whether it is unsent, of every message with a label that may be seen."""
    result = await transaction.connection.execute(
        select(outbox.c.id, outbox.c.chat_id, outbox.c.status)
        .where(outbox.c.label == label, outbox.c.status != "dead")
        .order_by(outbox.c.id)
    )
    return [(row.id, row.chat_id, row.status in UNSENT) for row in result]


async def labelled_within(
    transaction: Transaction, prefix: str, chat_id: int | None = None
) -> list[tuple[str, int]]:
    """Return every label that begins so, and its chat, of messages that may be seen.

    `chat_id` leaves out all other chats.
    """
    statement = (
        select(outbox.c.label, outbox.c.chat_id)
        .where(_begins_with(prefix), outbox.c.status != "dead")
        .distinct()
        .order_by(outbox.c.label)
    )
    if chat_id is not None:
        statement = statement.where(outbox.c.chat_id == chat_id)
    result = await transaction.connection.execute(statement)
    return [(row.label, row.chat_id) for row in result]


def _begins_with(prefix: str) -> ColumnElement[bool]:
    # A range, and not a pattern, finds its rows by the index.
    after = f"{prefix[:-1]}{chr(ord(prefix[-1]) + 1)}"
    return and_(outbox.c.label.is_not(None), outbox.c.label >= prefix, outbox.c.label < after)


async def take_back(transaction: Transaction, chat_id: int, label: str, now: datetime) -> list[int]:
    """Send no message to a chat any more that has a label; returns those that may have arrived.

    They are found by that label no longer. One that is just leaving is not tried again.
    """
    is_one = and_(outbox.c.chat_id == chat_id, outbox.c.label == label)
    await fates.give_up(transaction, is_one & outbox.c.status.in_(UNSENT), Fate.STOPPED, now)
    await transaction.connection.execute(
        update(outbox).where(is_one, outbox.c.status == "sending").values(expires_at=now)
    )
    gone = GONE + label.partition(":")[2]
    result = await transaction.connection.execute(
        update(outbox)
        .where(is_one, outbox.c.status.in_(("sending", "sent")))
        .values(label=gone)
        .returning(outbox.c.id)
    )
    return sorted(result.scalars())


async def to_be_taken_back(transaction: Transaction, labels: Sequence[str]) -> None:
    """Have what was passed on taken back from the chats of those who got it."""
    for label in labels:
        await transaction.connection.execute(
            update(outbox)
            .where(outbox.c.label == label, outbox.c.status.in_(("sending", "sent")))
            .values(label=FORGOTTEN + label.partition(":")[2])
        )


def is_to_be_taken_back() -> ColumnElement[bool]:
    """Return the condition for a message that arrived and is to be taken back one day."""
    begins = map(_begins_with, (*TAKEN_BACK_LATER, FORGOTTEN))
    return and_(is_literally(outbox.c.status, "sent"), or_(*begins))
