"""The outbox: every message, kept in the transaction that gave reason for it, then sent.

`pending → sending → sent`, or from `sending` to `retry` (to be sent later), `unknown` (it may have
been sent), `dead` (it never will be). A message to a chat that cannot be reached is `waiting` until
it can be, or until it has waited too long; one that goes to many people does not wait.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, insert, select

from storage import fates, silence
from storage.database import Transaction
from storage.dialects import among
from storage.fates import Fate
from storage.model import FIRST_BOT
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.sealed import Sealed
from storage.tables import chats, outbox
from storage.turns import beside

PAYLOAD = "outbox.payload"
UNSENT = ("pending", "retry", "waiting")
DUE = ("pending", "retry")
#: While it stands so, its text is kept.
KEPT = (*UNSENT, "sending")
#: What the labels begin with of messages that are to be taken back one day: the private parts of a
#: request, what both sides write to each other, calls to be made, worries, and words to approve.
TAKEN_BACK_LATER: Final = ("details:", "relay:", "please-ring:", "worry:", "approve:")


class Purpose(StrEnum):
    """What a message is for: how urgent it is, and what to do when its fate is unknown."""

    TAP_ANSWER = "tap-answer"
    ANSWER = "answer"
    SAFETY = "safety"
    CARD = "card"
    NEWS = "news"
    BULK = "bulk"


#: Lower goes first, in a chat as among chats.
PRIORITY: Final = {
    Purpose.TAP_ANSWER: 0,
    Purpose.SAFETY: 1,
    Purpose.ANSWER: 1,
    Purpose.CARD: 2,
    Purpose.NEWS: 3,
    Purpose.BULK: 9,
}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be kept: `payload` is JSON, sealed with the key named `key`.

    `message` or `changes` say which earlier message an edit or a deletion means. `label` is what a
    later edit finds this message by; `task_id` marks the public card of a task.
    """

    chat_id: int | None
    action: str
    purpose: Purpose
    payload: PrivateText = field(repr=False)
    #: None for the key of what stays for moments.
    key: str | None = None
    thread: int | None = None
    task_id: int | None = None
    label: str | None = None
    message: int | None = None
    changes: int | None = None
    expires_at: datetime | None = None
    #: Whom of a call-out it is to; what becomes of it is noted there too.
    recipient_id: int | None = None
    #: Whether it brings a picture or a file.
    with_file: bool = False
    #: Whether the chat can be reached, where that is known already.
    reachable: bool | None = None
    #: Who sends it, where that is known already: as a rule the bot by which its chat is reached.
    bot: str | None = None


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A message that is changed: what sent it, and how urgent it is where it has yet to go."""

    bot: str
    priority: int


#: Written once, because every message needs them.
_ADD = Prepared(beside(insert(outbox)))
_CHATS = Prepared(
    select(chats.c.id, chats.c.bot, chats.c.reachable).where(among(chats.c.id, "numbers"))
)


async def add(
    transaction: Transaction,
    messages: Sequence[Outgoing],
    now: datetime,
    answered_chat: int | None = None,
) -> None:
    """Keep messages to be sent after the commit, in this order within each chat.

    A change goes no earlier than the message that it changes, where that has yet to go, by the same
    bot, and takes the place of older changes that wait, however urgent those are. To a home that is
    left in peace nothing goes but answers: `answered_chat` is the chat of whoever has just done
    something.
    """
    in_peace = await silence.chats_in_peace(transaction) - {answered_chat}
    closed, reached_by = await _chats(transaction, messages)
    messages = [each for each in messages if _goes(transaction, each, in_peace, closed)]
    if not messages:
        return
    earlier = await _earlier(transaction, [each.changes for each in messages if each.changes])
    await _supersede(transaction, messages, now)
    for each in messages:
        if each.label is not None and each.label.startswith(TAKEN_BACK_LATER):
            # Whoever takes such messages back must not miss one.
            transaction.in_turn()
        changed = earlier.get(each.changes)
        row = {
            **_as_given(each),
            "bot": changed.bot if changed else each.bot or reached_by[each.chat_id],
            "priority": max(PRIORITY[each.purpose], changed.priority if changed else 0),
            "status": "waiting" if each.chat_id in closed else "pending",
            "payload": sealed(transaction, each.key, each.payload, now),
            "created_at": now,
            "due_at": now,
        }
        transaction.outgoing.add(row["bot"])
        transaction.connection.later(_ADD, row)


def _as_given(message: Outgoing) -> dict[str, Any]:
    """Return the columns that a message fills just as it is."""
    return {
        "chat_id": message.chat_id,
        "thread": message.thread,
        "action": message.action,
        "purpose": message.purpose,
        "with_file": message.with_file,
        "task_id": message.task_id,
        "label": message.label,
        "message": message.message,
        "changes": message.changes,
        "recipient_id": message.recipient_id,
        "expires_at": message.expires_at,
    }


def _goes(
    transaction: Transaction,
    message: Outgoing,
    in_peace: Collection[int | None],
    closed: Collection[int | None],
) -> bool:
    """Say whether a message is kept at all, and note that where it is one of a call-out."""
    goes = message.chat_id not in in_peace and not (
        message.purpose is Purpose.BULK and message.chat_id in closed
    )
    if message.recipient_id is not None:
        fate = Fate.QUEUED if goes else Fate.UNREACHABLE
        fates.note(transaction, message.recipient_id, fate)
    return goes


async def _chats(
    transaction: Transaction, messages: Sequence[Outgoing]
) -> tuple[set[int], dict[int | None, str]]:
    """Return which chats cannot be reached, and by which bot each of them is, if it is."""
    closed = {each.chat_id for each in messages if each.reachable is False and each.chat_id}
    # The answer to a tap that names no bot is one of the first.
    reached_by: dict[int | None, str] = {None: FIRST_BOT}
    numbers = {
        each.chat_id
        for each in messages
        if each.chat_id and (each.reachable is None or each.bot is None)
    }
    if numbers:
        result = await transaction.connection.execute(_CHATS, {"numbers": sorted(numbers)})
        for row in result:
            reached_by[row.id] = row.bot
            if not row.reachable:
                closed.add(row.id)
    return closed, reached_by


async def _earlier(transaction: Transaction, ids: Sequence[int]) -> dict[int | None, _Earlier]:
    if not ids:
        return {}
    result = await transaction.connection.execute(
        select(outbox.c.id, outbox.c.bot, outbox.c.priority, outbox.c.status).where(
            outbox.c.id.in_(ids)
        )
    )
    return {row.id: _Earlier(row.bot, row.priority if row.status in KEPT else 0) for row in result}


async def _supersede(transaction: Transaction, messages: Sequence[Outgoing], now: datetime) -> None:
    """Give up changes that wait, of messages that are now changed anew or taken back."""
    replaces = ("edit", "take_back")
    changed = [each.changes for each in messages if each.changes and each.action in replaces]
    if changed:
        is_older = outbox.c.changes.in_(changed) & (outbox.c.action == "edit")
        waits = outbox.c.status.in_(UNSENT)
        await fates.give_up(transaction, is_older & waits, Fate.UNREACHABLE, now)


def sealed(
    transaction: Transaction, key: str | None, payload: PrivateText, created_at: datetime
) -> Sealed | None:
    """Return a payload sealed for a message that was kept at a moment."""
    return transaction.seal(key or transaction.keys.transit, payload, PAYLOAD, created_at)


async def sealed_anew(
    transaction: Transaction, which: ColumnElement[bool], key: str | None, payload: PrivateText
) -> dict[int, Sealed | None]:
    """Return another payload, by the id of each of these messages that has one still."""
    result = await transaction.connection.execute(
        select(outbox.c.id, outbox.c.created_at).where(which, outbox.c.status.in_(KEPT))
    )
    return {row.id: sealed(transaction, key, payload, row.created_at) for row in result}
