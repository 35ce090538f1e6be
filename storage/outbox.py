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

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
    and_,
    bindparam,
    case,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from storage import fates, silence
from storage.database import Transaction
from storage.dialects import among
from storage.fates import Fate
from storage.model import FIRST_BOT
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.sealed import Sealed
from storage.tables import Moment, chats, outbox, people
from storage.turns import beside

PAYLOAD = "outbox.payload"
UNSENT = ("pending", "retry", "waiting")
DUE = ("pending", "retry")
#: While it stands so, its text is kept.
KEPT = (*UNSENT, "sending")
#: What the labels begin with of messages that are to be taken back one day: the private parts of a
#: request, what both sides write to each other, calls to be made, worries, and words to approve.
TAKEN_BACK_LATER: Final = ("details:", "relay:", "please-ring:", "worry:", "approve:")
#: What the labels begin with of what both sides wrote once it is forgotten.
FORGOTTEN: Final = "forgotten:"
#: What stands there in a label in the place of the first of these once that has happened.
GONE: Final = "gone:"


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
_SENT = Prepared(
    beside(
        update(outbox)
        .where(outbox.c.id == bindparam("which"))
        .values(
            status="sent",
            payload=None,
            finished_at=bindparam("now", type_=Moment),
            # An edit keeps the number of the message that it changed.
            message=func.coalesce(bindparam("its_number", type_=Integer), outbox.c.message),
        )
    )
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
        bot = changed.bot if changed else each.bot or reached_by[each.chat_id]
        transaction.outgoing.add(bot)
        transaction.connection.later(
            _ADD,
            {
                "chat_id": each.chat_id,
                "bot": bot,
                "thread": each.thread,
                "action": each.action,
                "purpose": each.purpose,
                "priority": max(PRIORITY[each.purpose], changed.priority if changed else 0),
                "status": "waiting" if each.chat_id in closed else "pending",
                "payload": _sealed(transaction, each.key, each.payload, now),
                "with_file": each.with_file,
                "task_id": each.task_id,
                "label": each.label,
                "message": each.message,
                "changes": each.changes,
                "recipient_id": each.recipient_id,
                "created_at": now,
                "due_at": now,
                "expires_at": each.expires_at,
            },
        )


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
    for row in await _created(transaction, same):
        result = await transaction.connection.execute(
            update(outbox)
            .where(outbox.c.id == row.id, outbox.c.status.in_(UNSENT))
            .values(payload=_sealed(transaction, key, payload, row.created_at))
        )
        replaced += result.rowcount
    return replaced


async def _created(transaction: Transaction, which: ColumnElement[bool]) -> Sequence[Row[Any]]:
    result = await transaction.connection.execute(
        select(outbox.c.id, outbox.c.created_at).where(which, outbox.c.status.in_(KEPT))
    )
    return result.all()


def _sealed(
    transaction: Transaction, key: str | None, payload: PrivateText, created_at: datetime
) -> Sealed | None:
    return transaction.seal(key or transaction.keys.transit, payload, PAYLOAD, created_at)


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
    return and_(outbox.c.status == literal_column("'sent'"), or_(*begins))


def mark_sent(
    transaction: Transaction,
    sent: Sequence[tuple[int, int | None]],
    now: datetime,
    recipient_id: int | None = None,
) -> None:
    """Note messages (id, and their number in the chat) that were sent, and empty them.

    `recipient_id` is whom of a call-out it went to, where it is one of those.
    """
    for row_id, message in sent:
        transaction.connection.later(_SENT, {"which": row_id, "its_number": message, "now": now})
    if recipient_id is not None:
        fates.note(transaction, recipient_id, Fate.SENT)


#: By which bot a message goes by now.
_BY_NOW: Final = case(
    (
        outbox.c.action == "send",
        func.coalesce(
            select(chats.c.bot).where(chats.c.id == outbox.c.chat_id).scalar_subquery(),
            outbox.c.bot,
        ),
    ),
    else_=outbox.c.bot,
)


async def mark_for_retry(
    transaction: Transaction,
    row_id: int,
    due_at: datetime,
    payload: PrivateText | None = None,
    key: str | None = None,
) -> None:
    """Have a message sent (again) at a moment, with another text where one is given.

    It goes by the bot by which its chat is reached by now; what changes an earlier one cannot.
    """
    values: dict[str, Any] = {"status": "retry", "due_at": due_at, "bot": _BY_NOW}
    if payload is not None:
        for row in await _created(transaction, outbox.c.id == row_id):
            values["payload"] = _sealed(transaction, key, payload, row.created_at)
    result = await transaction.connection.execute(
        beside(
            update(outbox)
            .where(outbox.c.id == row_id, outbox.c.status != "dead")
            .values(**values)
            .returning(outbox.c.bot)
        )
    )
    transaction.outgoing.update(result.scalars())


async def mark_unknown(transaction: Transaction, row_id: int, now: datetime) -> None:
    """Note that a message may or may not have been sent, and will not be repeated."""
    await transaction.connection.execute(
        update(outbox)
        .where(outbox.c.id == row_id)
        .values(status="unknown", payload=None, finished_at=now)
    )
    await fates.note_of(transaction, row_id, Fate.UNKNOWN)


async def mark_dead(
    transaction: Transaction, row_id: int, now: datetime, fate: Fate = Fate.UNREACHABLE
) -> None:
    """Note that a message will never be sent, and why where it is one of a call-out."""
    await fates.give_up(transaction, outbox.c.id == row_id, fate, now)


async def bring_forward(transaction: Transaction, now: datetime, bot: str | None = None) -> None:
    """Have everything sent now that was put off because it failed, by one bot or by any.

    What is for a chat that asked to wait goes on waiting.
    """
    which = _is_put_off(now) if bot is None else and_(outbox.c.bot == bot, _is_put_off(now))
    moved = await transaction.connection.execute(
        update(outbox).where(which).values(due_at=now).returning(outbox.c.bot)
    )
    transaction.outgoing.update(moved.scalars())


def _is_put_off(now: datetime) -> ColumnElement[bool]:
    # Written out, as in the index.
    is_due = outbox.c.status.in_([literal_column(f"'{status}'") for status in DUE])
    return and_(is_due, outbox.c.due_at > now)


async def postpone(transaction: Transaction, chat_id: int, bot: str, until: datetime) -> None:
    """Let a bot send nothing to a chat before a moment, nor what is added to its queue meanwhile.

    That is noted only where the chat is reached by it.
    """
    await transaction.connection.execute(
        beside(
            update(chats)
            .where(
                chats.c.id == chat_id,
                chats.c.bot == bot,
                or_(chats.c.quiet_until.is_(None), chats.c.quiet_until < until),
            )
            .values(quiet_until=until)
        )
    )


async def let_wait(transaction: Transaction, chat_id: int, bot: str, now: datetime) -> None:
    """Put aside what a bot has for a chat that it cannot reach, what was just tried included.

    What goes to many people does not wait: by the time the chat can be reached it would be too
    late.
    """
    is_unsent = and_(
        outbox.c.chat_id == chat_id, outbox.c.bot == bot, outbox.c.status.in_((*DUE, "sending"))
    )
    is_bulk = outbox.c.purpose == Purpose.BULK
    await fates.give_up(transaction, is_unsent & is_bulk, Fate.UNREACHABLE, now)
    await transaction.connection.execute(update(outbox).where(is_unsent).values(status="waiting"))


async def give_up_waiting(transaction: Transaction, chat_id: int, now: datetime) -> None:
    """Never send what has waited for a chat: whoever it was for is not to read it any more.

    What takes something back waits on.
    """
    await transaction.connection.execute(
        update(outbox)
        .where(
            outbox.c.chat_id == chat_id,
            outbox.c.status == "waiting",
            outbox.c.action != "take_back",
        )
        .values(status="dead", finished_at=now)
    )


async def resume(transaction: Transaction, chat_id: int, bot: str, now: datetime) -> None:
    """Send what a bot has had for a chat that it can reach again."""
    await transaction.connection.execute(
        update(outbox)
        .where(outbox.c.chat_id == chat_id, outbox.c.bot == bot, outbox.c.status == "waiting")
        .values(status="pending", due_at=now)
    )
    transaction.outgoing.add(bot)


async def key_of_chat(transaction: Transaction, chat_id: int | None) -> str | None:
    """Return the name of the key of whoever owns a private chat; None for any other."""
    result = await transaction.connection.execute(
        select(people.c.key).where(people.c.chat_id == chat_id)
    )
    return result.scalar_one_or_none()
