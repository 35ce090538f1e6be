"""What those called by a call-out answer: who has a place, who is on the reserve, who is told what.

A place is given by a condition in the statement, so that never more have one than are wanted, and
a turn on the reserve rises with every one that is given.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select, update

from storage import fates
from storage.call_out_recipients import COLUMNS, Answer, Recipient, people_in, recipient_in
from storage.call_outs import Audience, CallOut, fits, is_blocked, with_person
from storage.checks import checked_on
from storage.database import Transaction
from storage.fates import Fate
from storage.model import Person
from storage.outbox import UNSENT
from storage.tables import call_out_places as places
from storage.tables import call_out_recipients as recipients
from storage.tables import chats, outbox, people
from storage.tables import volunteer_neighbourhoods as areas


def _is_of(call_out: CallOut) -> ColumnElement[bool]:
    return places.c.call_out_id == call_out.id


def _helps_there() -> ColumnElement[bool]:
    """Return the condition that a place is in a neighbourhood where a recipient helps."""
    offered = select(areas.c.person_id).where(
        areas.c.person_id == recipients.c.person_id,
        areas.c.neighbourhood_id == places.c.neighbourhood_id,
    )
    return or_(places.c.neighbourhood_id == recipients.c.neighbourhood_id, offered.exists())


def _suits() -> ColumnElement[bool]:
    """Return the condition that a place suits a recipient.

    Whoever came by the link helps wherever they are wanted.
    """
    return or_(_helps_there(), recipients.c.fate == Fate.JOINED)


async def take_place(
    transaction: Transaction, call_out: CallOut, recipient: Recipient, now: datetime
) -> int | None:
    """Give somebody who says yes a place where there is one; returns its neighbourhood."""
    result = await transaction.connection.execute(
        select(places.c.neighbourhood_id)
        .join(recipients, recipients.c.call_out_id == places.c.call_out_id)
        .where(recipients.c.id == recipient.id, places.c.taken < places.c.wanted, _suits())
        .order_by(
            case((_helps_there(), 0), else_=1),
            (places.c.wanted - places.c.taken).desc(),
            places.c.neighbourhood_id,
        )
    )
    for number in result.scalars().all():
        if await _give(transaction, call_out, recipient, number, now):
            return int(number)
    return None


def _has_answered() -> ColumnElement[str]:
    """Return the fate of whoever answers: those who were to be called again are not any more."""
    return case((recipients.c.fate == Fate.DUE, Fate.SENT), else_=recipients.c.fate)


async def _give(
    transaction: Transaction, call_out: CallOut, recipient: Recipient, place: int, now: datetime
) -> bool:
    execute = transaction.connection.execute
    taken = await execute(
        update(places)
        .where(
            _is_of(call_out),
            places.c.neighbourhood_id == place,
            places.c.taken < places.c.wanted,
        )
        .values(taken=places.c.taken + 1)
    )
    if not taken.rowcount:
        return False
    given = await execute(
        update(recipients)
        .where(recipients.c.id == recipient.id, ~recipients.c.has_place)
        .values(
            answer=Answer.YES,
            answered_at=now,
            has_place=True,
            neighbourhood_id=place,
            turn=None,
            stood_down_at=None,
            fate=_has_answered(),
        )
    )
    if not given.rowcount:
        await _free(transaction, call_out, place)
    return given.rowcount > 0


async def _free(transaction: Transaction, call_out: CallOut, place: int) -> None:
    await transaction.connection.execute(
        update(places)
        .where(_is_of(call_out), places.c.neighbourhood_id == place, places.c.taken > 0)
        .values(taken=places.c.taken - 1)
    )


async def stand_by(
    transaction: Transaction, call_out: CallOut, recipient: Recipient, now: datetime
) -> bool:
    """Put somebody who says yes at the end of the reserve; False where they are on it already."""
    latest = select(func.coalesce(func.max(recipients.c.turn), 0)).where(
        recipients.c.call_out_id == call_out.id
    )
    result = await transaction.connection.execute(
        update(recipients)
        .where(
            recipients.c.id == recipient.id,
            ~recipients.c.has_place,
            recipients.c.turn.is_(None),
        )
        .values(
            answer=Answer.YES,
            answered_at=now,
            turn=latest.scalar_subquery() + 1,
            stood_down_at=None,
            fate=_has_answered(),
        )
    )
    return result.rowcount > 0


async def leave(
    transaction: Transaction,
    call_out: CallOut,
    recipient: Recipient,
    answer: Answer,
    now: datetime,
) -> int | None:
    """Note that somebody does not come, or not yet; returns where their place was, if they had one.

    Their turn on the reserve is given up too.
    """
    result = await transaction.connection.execute(
        update(recipients)
        .where(recipients.c.id == recipient.id, recipients.c.has_place)
        .values(has_place=False)
        .returning(recipients.c.neighbourhood_id)
    )
    freed: int | None = result.scalar_one_or_none()
    if freed is not None:
        await _free(transaction, call_out, freed)
    await note(transaction, recipient, answer, now)
    return freed


async def note(
    transaction: Transaction, recipient: Recipient, answer: Answer, now: datetime
) -> None:
    """Note an answer that gives no place, such as one that comes too late."""
    await transaction.connection.execute(
        update(recipients)
        .where(recipients.c.id == recipient.id, ~recipients.c.has_place)
        .values(answer=answer, answered_at=now, turn=None, fate=_has_answered())
    )


async def move_up(
    transaction: Transaction, call_out: CallOut, place: int, now: datetime, check_on: date | None
) -> tuple[Recipient, Person] | None:
    """Give a free place to the first of the reserve whom it suits and who can be told of it.

    With `check_on`, their check is good on that day. Returns who has it now; None where it stays
    free.
    """
    conditions = [
        recipients.c.call_out_id == call_out.id,
        recipients.c.answer == Answer.YES,
        ~recipients.c.has_place,
        recipients.c.turn.is_not(None),
        places.c.neighbourhood_id == place,
        _suits(),
        chats.c.reachable,
        people.c.bereaved_at.is_(None),
        ~is_blocked(recipients.c.person_id),
    ]
    if check_on is not None:
        conditions += checked_on(recipients.c.person_id, check_on)
    result = await transaction.connection.execute(
        select(*COLUMNS)
        .join(places, places.c.call_out_id == recipients.c.call_out_id)
        .join(people, people.c.id == recipients.c.person_id)
        .join(chats, chats.c.id == people.c.chat_id)
        .where(*conditions)
        .order_by(recipients.c.turn)
        .limit(1)
    )
    row = result.one_or_none()
    if row is None:
        return None
    first = recipient_in(row)
    if not await _give(transaction, call_out, first, place, now):
        return None
    ((_, person),) = await people_in(transaction, [first])
    return first, person


# --- Some of them at a time -----------------------------------------------------------------------


def _has_room() -> ColumnElement[bool]:
    """Return the condition that a recipient could have a place at this moment."""
    return (
        select(places.c.neighbourhood_id)
        .where(
            places.c.call_out_id == recipients.c.call_out_id,
            places.c.taken < places.c.wanted,
            _suits(),
        )
        .exists()
    )


def _has_not_decided() -> ColumnElement[bool]:
    return or_(recipients.c.answer.is_(None), recipients.c.answer == Answer.LATER)


async def stand_down_unsent(transaction: Transaction, call_out: CallOut, now: datetime) -> bool:
    """Send nothing more to those for whom there is no place.

    Returns whether some of it is just leaving, so that this is to be looked at again.
    """
    without = and_(recipients.c.call_out_id == call_out.id, ~_has_room())
    waiting = select(recipients.c.id).where(without, recipients.c.fate == Fate.QUEUED)
    theirs = and_(outbox.c.recipient_id.in_(waiting), outbox.c.status.in_(UNSENT))
    await fates.give_up(transaction, theirs, Fate.STOOD_DOWN, now)
    await transaction.connection.execute(
        update(recipients)
        .where(without, recipients.c.fate == Fate.DUE)
        .values(fate=Fate.STOOD_DOWN)
    )
    left = select(recipients.c.id).where(without, recipients.c.fate == Fate.QUEUED)
    return bool(await transaction.connection.scalar(select(left.exists())))


async def stand_down(
    transaction: Transaction, call_out: CallOut, most: int, now: datetime
) -> list[Recipient]:
    """Note as not needed some who have not decided and for whom there is no place."""
    undecided = and_(recipients.c.fate.in_(fates.ASKED), _has_not_decided(), ~_has_room())
    return await _once(transaction, call_out, recipients.c.stood_down_at, undecided, most, now)


async def stand_up(transaction: Transaction, call_out: CallOut) -> None:
    """Forget who was told that there is no place: they are about to be told something else."""
    await transaction.connection.execute(
        update(recipients)
        .where(recipients.c.call_out_id == call_out.id, _has_not_decided())
        .values(stood_down_at=None)
    )


async def release(
    transaction: Transaction, call_out: CallOut, most: int, now: datetime
) -> list[Recipient]:
    """Note some as not needed who were called and have not said no, since it was stopped."""
    hoping = and_(
        # Whoever answered knows of it, whatever is noted of the message.
        or_(recipients.c.fate.in_(fates.ASKED), recipients.c.answer.is_not(None)),
        or_(recipients.c.answer.is_(None), recipients.c.answer != Answer.NO),
    )
    return await _once(transaction, call_out, recipients.c.stood_down_at, hoping, most, now)


async def thank(
    transaction: Transaction, call_out: CallOut, most: int, now: datetime
) -> list[Recipient]:
    """Note some as not needed any more who said yes, since it is over."""
    said_yes = recipients.c.answer == Answer.YES
    return await _once(transaction, call_out, recipients.c.stood_down_at, said_yes, most, now)


async def remind(
    transaction: Transaction, call_out: CallOut, most: int, now: datetime
) -> list[Recipient]:
    """Note some as reminded who have a place."""
    has_place: ColumnElement[bool] = recipients.c.has_place
    return await _once(transaction, call_out, recipients.c.reminded_at, has_place, most, now)


async def ask_again(
    transaction: Transaction, call_out: CallOut, most: int, now: datetime
) -> list[Recipient]:
    """Note some as asked once more who said "later" and are still wanted."""
    waits = and_(recipients.c.answer == Answer.LATER, recipients.c.stood_down_at.is_(None))
    return await _once(transaction, call_out, recipients.c.asked_again_at, waits, most, now)


async def _once(
    transaction: Transaction,
    call_out: CallOut,
    noted: ColumnElement[Any],
    which: ColumnElement[bool],
    most: int,
    now: datetime,
) -> list[Recipient]:
    chosen = (
        select(recipients.c.id)
        .where(recipients.c.call_out_id == call_out.id, noted.is_(None), which)
        .order_by(recipients.c.id)
        .limit(most)
    )
    result = await transaction.connection.execute(
        update(recipients)
        .where(recipients.c.id.in_(chosen))
        .values({noted: now})
        .returning(*COLUMNS)
    )
    return sorted((recipient_in(row) for row in result), key=lambda each: each.id)


async def call_again(transaction: Transaction, call_out: CallOut, audience: Audience) -> None:
    """Have those called (again) who were not needed before, and for whom there is a place now.

    Whoever does not fit any more, or is left in peace by now, is not.
    """
    still_fit = with_person(select(areas.c.person_id).select_from(areas)).where(
        areas.c.neighbourhood_id.in_(audience.places), *fits(audience)
    )
    was_not_needed = or_(
        recipients.c.fate == Fate.STOOD_DOWN, recipients.c.stood_down_at.is_not(None)
    )
    await transaction.connection.execute(
        update(recipients)
        .where(
            recipients.c.call_out_id == call_out.id,
            was_not_needed,
            _has_not_decided(),
            recipients.c.fate != Fate.JOINED,
            recipients.c.person_id.in_(still_fit),
            _has_room(),
        )
        .values(fate=Fate.DUE, stood_down_at=None)
    )
