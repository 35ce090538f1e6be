"""What leaves the outbox next, and what was leaving when the service last ended."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    Select,
    bindparam,
    case,
    literal_column,
    or_,
    select,
    tuple_,
    update,
)

from storage import chats as chat_rows
from storage.database import Transaction
from storage.dialects import among
from storage.outbox import DUE, PAYLOAD, PRIORITY, Purpose
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.tables import Moment, chats, is_literally, outbox
from storage.turns import beside


@dataclass(frozen=True, slots=True)
class Due:
    """A message whose time has come; `message` is the one to change, for an edit or a deletion.

    A change whose `message` is None has nothing to change: the earlier message never arrived, or
    hangs in a group that has moved. `changed_sent_at` is when the earlier one was sent, and
    `changes_file` whether it brought a file, where it is known by its row.
    """

    id: int
    chat_id: int | None
    bot: str
    address: str | None
    is_private: bool
    thread: int | None
    action: str
    purpose: Purpose
    task_id: int | None
    label: str | None
    message: int | None
    attempts: int
    is_expired: bool
    recipient_id: int | None
    changed_sent_at: datetime | None
    changes_file: bool
    payload: PrivateText | None = field(repr=False)


def _is_due(rows: FromClause) -> ColumnElement[bool]:
    return is_literally(rows.c.status, *DUE)


def _is_next_in_its_chat() -> ColumnElement[bool]:
    ahead = outbox.alias("ahead")
    return ~(
        select(literal_column("1"))
        .select_from(ahead)
        .where(
            ahead.c.chat_id == outbox.c.chat_id,
            # What another bot has for the same person stands in another chat on their phone.
            ahead.c.bot == outbox.c.bot,
            _is_due(ahead),
            tuple_(ahead.c.priority, ahead.c.id) < tuple_(outbox.c.priority, outbox.c.id),
        )
        .correlate(outbox)
        .exists()
    )


def _is_to_none_that_is_busy() -> ColumnElement[bool]:
    return or_(outbox.c.chat_id.is_(None), ~among(outbox.c.chat_id, "busy"))


def _is_its_own() -> ColumnElement[bool]:
    return outbox.c.bot == bindparam("by")


def _may_be_written_to_at(moment: ColumnElement[datetime]) -> ColumnElement[bool]:
    # That a chat is to be left alone was said to the bot by which it is reached.
    return or_(
        chats.c.quiet_until.is_(None), chats.c.quiet_until <= moment, chats.c.bot != outbox.c.bot
    )


def _is_urgent_enough() -> ColumnElement[bool]:
    return outbox.c.priority <= bindparam("last_priority")


def _with_its_chat() -> Select[Any]:
    earlier = outbox.alias("earlier")
    return (
        select(
            outbox,
            chats.c.address,
            chats.c.address_hash,
            chats.c.is_private,
            earlier.c.message.label("earlier_message"),
            earlier.c.finished_at.label("earlier_sent_at"),
            earlier.c.with_file.label("earlier_with_file"),
        )
        .outerjoin(chats, chats.c.id == outbox.c.chat_id)
        .outerjoin(earlier, earlier.c.id == outbox.c.changes)
    )


def _next_due() -> Select[Any]:
    moment = case(
        (_may_be_written_to_at(outbox.c.due_at), outbox.c.due_at), else_=chats.c.quiet_until
    )
    return (
        select(moment)
        .select_from(outbox.outerjoin(chats, chats.c.id == outbox.c.chat_id))
        .where(
            _is_its_own(),
            _is_due(outbox),
            _is_urgent_enough(),
            _is_to_none_that_is_busy(),
            _is_next_in_its_chat(),
        )
        .order_by(moment)
        .limit(1)
    )


#: Written once, because they are long and every message needs them.
_DUE_NOW = Prepared(
    _with_its_chat()
    .where(
        _is_its_own(),
        _is_due(outbox),
        _is_urgent_enough(),
        outbox.c.due_at <= bindparam("now"),
        _may_be_written_to_at(bindparam("now", type_=Moment)),
        _is_to_none_that_is_busy(),
        _is_next_in_its_chat(),
    )
    .order_by(outbox.c.priority, outbox.c.id)
    .limit(bindparam("most"))
)
_NEXT_DUE = Prepared(_next_due())
_START = Prepared(
    beside(
        update(outbox)
        .where(among(outbox.c.id, "ids"), outbox.c.status.in_(DUE))
        .values(status="sending", attempts=outbox.c.attempts + 1)
    )
)


def _last_priority(with_bulk: bool) -> int:  # noqa: FBT001 - as its callers were asked
    return PRIORITY[Purpose.BULK] - (not with_bulk)


async def due(
    transaction: Transaction,
    bot: str,
    now: datetime,
    busy_chats: Collection[int],
    most: int,
    *,
    with_bulk: bool = True,
) -> list[Due]:
    """Return messages that a bot may send now, most urgent first, none to a chat that is busy.

    Of each chat at most one, the next: one that has to wait holds up those behind it. Those to many
    people can be left out.
    """
    last = _last_priority(with_bulk)
    values = {"by": bot, "now": now, "busy": list(busy_chats), "most": most, "last_priority": last}
    result = await transaction.connection.execute(_DUE_NOW, values)
    return [_due(transaction, row, now) for row in result]


def _due(transaction: Transaction, row: Row[Any], now: datetime) -> Due:
    # None as well where somebody was forgotten whose words it holds: there is nothing to send then.
    payload = transaction.open(row.payload, PAYLOAD, row.created_at)
    return Due(
        id=row.id,
        chat_id=row.chat_id,
        bot=row.bot,
        address=chat_rows.address_in(transaction, row.address, row.address_hash),
        is_private=bool(row.is_private),
        thread=row.thread,
        action=row.action,
        purpose=Purpose(row.purpose),
        task_id=row.task_id,
        label=row.label,
        message=row.message if row.changes is None else row.earlier_message,
        attempts=row.attempts,
        is_expired=row.expires_at is not None and row.expires_at <= now,
        recipient_id=row.recipient_id,
        changed_sent_at=row.earlier_sent_at,
        changes_file=bool(row.earlier_with_file),
        payload=payload,
    )


async def next_due_at(
    transaction: Transaction, bot: str, busy_chats: Collection[int] = (), *, with_bulk: bool = True
) -> datetime | None:
    """Return when the next message of a bot wants to be sent to a chat that is not busy, or None.

    Those to many people can be left out.
    """
    values = {"by": bot, "busy": list(busy_chats), "last_priority": _last_priority(with_bulk)}
    result = await transaction.connection.execute(_NEXT_DUE, values)
    found: datetime | None = result.scalar_one_or_none()
    return found


async def next_tap_answer_at(transaction: Transaction, bot: str) -> datetime | None:
    """Return when the next answer of a bot to a tap wants to be sent, or None."""
    result = await transaction.connection.execute(
        select(outbox.c.due_at)
        .where(outbox.c.bot == bot, outbox.c.chat_id.is_(None), _is_due(outbox))
        .order_by(outbox.c.due_at)
        .limit(1)
    )
    return result.scalar_one_or_none()


async def start_sending(transaction: Transaction, ids: Sequence[int]) -> None:
    """Note that messages are about to leave; committed before any of them does."""
    await transaction.connection.execute(_START, {"ids": list(ids)})


async def left_sending(transaction: Transaction, bot: str) -> list[int]:
    """Return what a bot was sending when the service last ended: its fate is unknown."""
    result = await transaction.connection.execute(
        select(outbox.c.id)
        # The second of these leads to them by an index; the others are millions.
        .where(outbox.c.bot == bot, outbox.c.finished_at.is_(None), outbox.c.status == "sending")
        .order_by(outbox.c.id)
    )
    return list(result.scalars())


async def get(transaction: Transaction, row_id: int, now: datetime) -> Due:
    """Return one message as `due` would."""
    result = await transaction.connection.execute(_with_its_chat().where(outbox.c.id == row_id))
    return _due(transaction, result.one(), now)


@dataclass(frozen=True, slots=True)
class Lately:
    """A message to a chat that was sent a short while ago."""

    chat_id: int
    is_private: bool
    at: datetime


async def sent_between(
    transaction: Transaction, bot: str, moment: datetime, now: datetime
) -> list[Lately]:
    """Return what a bot sent to chats since a moment, in the order of its time.

    Where the clock was set back since, what it showed before is left out.
    """
    result = await transaction.connection.execute(
        select(outbox.c.chat_id, chats.c.is_private, outbox.c.finished_at)
        .join(chats, chats.c.id == outbox.c.chat_id)
        .where(
            outbox.c.finished_at.between(moment, now),
            outbox.c.bot == bot,
            outbox.c.status.in_(("sent", "unknown")),
        )
        .order_by(outbox.c.finished_at)
    )
    return [Lately(*row) for row in result]
