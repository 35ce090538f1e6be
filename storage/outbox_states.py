"""What becomes of a message in the outbox: sent, tried again, put aside, given up."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    update,
)

from storage import fates
from storage.database import Transaction
from storage.fates import Fate
from storage.outbox import DUE, Purpose, sealed_anew
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.tables import Moment, chats, is_literally, outbox
from storage.turns import beside

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


def mark_sent(
    transaction: Transaction,
    row_id: int,
    message: int | None,
    now: datetime,
    recipient_id: int | None = None,
) -> None:
    """Note that a message was sent, and its number in the chat where it has one, and empty it.

    `recipient_id` is whom of a call-out it went to, where it is one of those.
    """
    transaction.connection.later(_SENT, {"which": row_id, "its_number": message, "now": now})
    if recipient_id is not None:
        fates.note(transaction, recipient_id, Fate.SENT)


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
        anew = await sealed_anew(transaction, outbox.c.id == row_id, key, payload)
        if row_id in anew:
            values["payload"] = anew[row_id]
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
    return and_(is_literally(outbox.c.status, *DUE), outbox.c.due_at > now)


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
