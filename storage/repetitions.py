"""Answers that wait in a chat already: where several do, the same one is not added once more."""

from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy import bindparam, select

from storage.database import Transaction
from storage.outbox import DUE, PAYLOAD, Outgoing, Purpose
from storage.prepared import Prepared
from storage.tables import is_literally, outbox

#: With fewer messages that wait in a chat, nothing is left out of it.
FEW: Final = 3
#: Among so many, the newest, the same one is looked for.
MOST: Final = 12

#: Written once, because every answer needs it.
_WAITING = Prepared(
    select(outbox.c.payload, outbox.c.created_at)
    .where(
        outbox.c.chat_id == bindparam("chat"),
        is_literally(outbox.c.status, *DUE),
    )
    .order_by(outbox.c.priority.desc(), outbox.c.id.desc())
    .limit(MOST)
)


async def left_out(
    transaction: Transaction, messages: Sequence[Outgoing], answered: Collection[int]
) -> list[Outgoing]:
    """Return messages to be kept without those that wait already, word for word.

    That is for answers to whoever has just done something, in one of the chats `answered` or
    in a group: who asks the same twenty times in a second is answered once or twice.
    """
    waiting: dict[int, set[str]] = {}
    kept: list[Outgoing] = []
    for each in messages:
        if each.chat_id is None or not _may_be_left_out(each, answered):
            kept.append(each)
            continue
        if each.chat_id not in waiting:
            waiting[each.chat_id] = await _waiting_in(transaction, each.chat_id)
        if each.payload.reveal() not in waiting[each.chat_id]:
            kept.append(each)
    return kept


def _may_be_left_out(message: Outgoing, answered: Collection[int]) -> bool:
    """Say whether a message means the same where it is read once; one found by a label does not."""
    if message.action != "send" or message.label is not None or message.task_id is not None:
        return False
    is_answer = message.purpose is Purpose.ANSWER and message.chat_id in answered
    return is_answer or message.purpose is Purpose.CARD


async def read_ahead(transaction: Transaction, chats: Sequence[int]) -> None:
    """Read at once what waits in several chats."""
    await transaction.connection.read_ahead(_WAITING, [{"chat": chat} for chat in chats])


async def _waiting_in(transaction: Transaction, chat_id: int) -> set[str]:
    # What is added in the same commit by somebody else's doing is not worth to be written for it.
    result = await transaction.connection.ask_about(
        _WAITING, {"chat": chat_id}, about=f"what waits in {chat_id}"
    )
    rows = list(result)
    if len(rows) < FEW:
        return set()
    opened = [transaction.open(row.payload, PAYLOAD, row.created_at) for row in rows]
    return {each.reveal() for each in opened if each is not None}
