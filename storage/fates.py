"""What became of the messages of a call-out, noted where whoever made it counts them.

The outbox notes it in the same transaction in which a message is kept, ends or is given up, so that
nobody is written to, or left out, whose fate does not say so.
"""

from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, bindparam, select, update

from storage.database import Transaction
from storage.prepared import Prepared
from storage.tables import call_out_recipients as recipients
from storage.tables import outbox


class Fate(StrEnum):
    """What became of a call-out with one of those whom it is to reach."""

    DUE = "due"
    QUEUED = "queued"
    SENT = "sent"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    STOPPED = "stopped"
    #: Not written to, because enough had said yes.
    STOOD_DOWN = "stood-down"
    #: Not written to either: they came by a link.
    JOINED = "joined"


#: They have the question, or may have it.
ASKED: Final = (Fate.SENT, Fate.UNKNOWN, Fate.JOINED)

#: Written once, because every message of a call-out needs it.
_NOTE: Final = Prepared(
    update(recipients)
    .where(recipients.c.id == bindparam("recipient"))
    .values(fate=bindparam("its_fate"))
)


def note(transaction: Transaction, recipient_id: int, fate: Fate) -> None:
    """Note what became of the message to one recipient."""
    transaction.connection.later(_NOTE, {"recipient": recipient_id, "its_fate": fate})


async def note_of(transaction: Transaction, row_id: int, fate: Fate) -> None:
    """Note what became of a message of the outbox, where it is one of a call-out."""
    recipient = select(outbox.c.recipient_id).where(outbox.c.id == row_id).scalar_subquery()
    await transaction.connection.execute(
        update(recipients).where(recipients.c.id == recipient).values(fate=fate)
    )


async def give_up(
    transaction: Transaction, which: ColumnElement[bool], fate: Fate, now: datetime
) -> None:
    """End messages of the outbox without sending them, and note why where they were a call-out's.

    Of one that is just leaving, the note of what became of it comes after this one.
    """
    ended = await transaction.connection.execute(
        update(outbox)
        .where(which)
        .values(status="dead", payload=None, finished_at=now)
        .returning(outbox.c.recipient_id)
    )
    for recipient_id in ended.scalars().all():
        if recipient_id is not None:
            note(transaction, recipient_id, fate)


async def stop(transaction: Transaction, call_out_id: int, now: datetime) -> None:
    """Send nothing more of a call-out; what is just leaving is let go, but not tried again."""
    queued = select(recipients.c.id).where(
        recipients.c.call_out_id == call_out_id, recipients.c.fate == Fate.QUEUED
    )
    is_queued = outbox.c.recipient_id.in_(queued)
    await transaction.connection.execute(
        update(outbox).where(is_queued, outbox.c.status == "sending").values(expires_at=now)
    )
    await give_up(transaction, is_queued & (outbox.c.status != "sending"), Fate.STOPPED, now)
    await transaction.connection.execute(
        update(recipients)
        .where(recipients.c.call_out_id == call_out_id, recipients.c.fate == Fate.DUE)
        .values(fate=Fate.STOPPED)
    )
