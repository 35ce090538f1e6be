"""Who is called by a call-out, a few hundred at a time, and what became of it with each of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, func, literal, or_, select, update

from storage import fates
from storage.call_outs import OPEN, Audience, CallOut, fits, with_person
from storage.database import Transaction
from storage.dialects import insert
from storage.fates import Fate
from storage.model import Person
from storage.outbox import UNSENT
from storage.people import EVERYBODY, person_in
from storage.queue import Sight, sees_place
from storage.tables import call_out_places as places
from storage.tables import call_out_recipients as recipients
from storage.tables import call_outs, outbox, people
from storage.tables import volunteer_neighbourhoods as areas


class Answer(StrEnum):
    """What somebody said to a call-out."""

    YES = "yes"
    NO = "no"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody who is called, or came by the link, and what became of it.

    `turn` is theirs on the reserve, lower first; None where they are not on it.
    """

    id: int
    person_id: int
    fate: Fate
    answer: Answer | None
    neighbourhood_id: int | None
    has_place: bool
    turn: int | None
    asked_again_at: datetime | None

    @property
    def is_on_reserve(self) -> bool:
        """Whether they said yes and wait for a place."""
        return self.turn is not None


#: What is read of a recipient.
COLUMNS: Final = (
    recipients.c.id,
    recipients.c.person_id,
    recipients.c.fate,
    recipients.c.answer,
    recipients.c.neighbourhood_id,
    recipients.c.has_place,
    recipients.c.turn,
    recipients.c.asked_again_at,
)


def recipient_in(row: Row[Any]) -> Recipient:
    """Return the recipient whom a row of `COLUMNS` holds."""
    return Recipient(
        id=row.id,
        person_id=row.person_id,
        fate=Fate(row.fate),
        answer=None if row.answer is None else Answer(row.answer),
        neighbourhood_id=row.neighbourhood_id,
        has_place=row.has_place,
        turn=row.turn,
        asked_again_at=row.asked_again_at,
    )


# --- Calling them ---------------------------------------------------------------------------------


async def call(transaction: Transaction, call_out: CallOut, audience: Audience, most: int) -> int:
    """Note the next volunteers who are to be called, `most` about; returns how many these are.

    Where nobody more is wanted, nobody is called. Nobody is noted twice.
    """
    result = await transaction.connection.execute(
        select(places.c.neighbourhood_id, places.c.called_up_to).where(
            places.c.call_out_id == call_out.id,
            places.c.taken < places.c.wanted,
            ~places.c.all_called,
        )
    )
    open_places = list(result)
    called = 0
    for row in open_places:
        share = max(1, most // len(open_places))
        found = await _call_in(transaction, call_out, audience, row, share)
        called += len(found)
        await transaction.connection.execute(
            update(places)
            .where(
                places.c.call_out_id == call_out.id,
                places.c.neighbourhood_id == row.neighbourhood_id,
            )
            .values(
                called_up_to=max(found, default=row.called_up_to), all_called=len(found) < share
            )
        )
    return called


async def _call_in(
    transaction: Transaction, call_out: CallOut, audience: Audience, place: Row[Any], most: int
) -> list[int]:
    known = select(recipients.c.id).where(
        recipients.c.call_out_id == call_out.id, recipients.c.person_id == areas.c.person_id
    )
    chosen = (
        with_person(
            select(
                literal(call_out.id),
                areas.c.person_id,
                literal(Fate.DUE.value),
                areas.c.neighbourhood_id,
            ).select_from(areas)
        )
        .where(
            areas.c.neighbourhood_id == place.neighbourhood_id,
            areas.c.person_id > place.called_up_to,
            ~known.exists(),
            *fits(audience),
        )
        .order_by(areas.c.person_id)
        .limit(most)
    )
    result = await transaction.connection.execute(
        insert(recipients)
        .from_select(["call_out_id", "person_id", "fate", "neighbourhood_id"], chosen)
        .returning(recipients.c.person_id)
    )
    return list(result.scalars())


async def is_anybody_left(
    transaction: Transaction, call_out: CallOut, besides: Collection[Recipient]
) -> bool:
    """Say whether somebody is still to be called where more are wanted, `besides` some."""
    open_place = select(places.c.neighbourhood_id).where(
        places.c.call_out_id == call_out.id,
        places.c.taken < places.c.wanted,
        ~places.c.all_called,
    )
    due = select(recipients.c.id).where(
        recipients.c.call_out_id == call_out.id,
        recipients.c.fate == Fate.DUE,
        recipients.c.id.not_in([each.id for each in besides]),
    )
    return bool(await transaction.connection.scalar(select(or_(open_place.exists(), due.exists()))))


async def due(transaction: Transaction, call_out: CallOut, most: int) -> list[Recipient]:
    """Return those noted as to be called to whom no message has been made yet, `most` at most."""
    result = await transaction.connection.execute(
        select(*COLUMNS)
        .where(recipients.c.call_out_id == call_out.id, recipients.c.fate == Fate.DUE)
        .order_by(recipients.c.id)
        .limit(most)
    )
    return [recipient_in(row) for row in result]


async def queued(transaction: Transaction, call_out: CallOut) -> int:
    """Return how many messages of a call-out wait in the outbox or are just leaving."""
    waiting = select(func.count()).where(
        recipients.c.call_out_id == call_out.id, recipients.c.fate == Fate.QUEUED
    )
    return int(await transaction.connection.scalar(waiting))


async def people_in(
    transaction: Transaction, some: Collection[Recipient]
) -> list[tuple[Recipient, Person]]:
    """Return recipients with who they are, in the same order."""
    result = await transaction.connection.execute(
        EVERYBODY.where(people.c.id.in_([each.person_id for each in some]))
    )
    found = {row.id: person_in(transaction, row) for row in result}
    return [(each, found[each.person_id]) for each in some]


async def join(
    transaction: Transaction, call_out: CallOut, person_id: int, told_full_at: datetime | None
) -> None:
    """Let somebody take part who came by the link; whoever was asked before stays as they are.

    `told_full_at` is when they are told that there is no place, where there is none.
    """
    most_room = (
        select(places.c.neighbourhood_id)
        .where(places.c.call_out_id == call_out.id)
        .order_by(_offers(person_id).desc(), (places.c.wanted - places.c.taken).desc())
        .limit(1)
    )
    await transaction.connection.execute(
        insert(recipients)
        .values(
            call_out_id=call_out.id,
            person_id=person_id,
            fate=Fate.JOINED,
            stood_down_at=told_full_at,
            neighbourhood_id=most_room.scalar_subquery(),
        )
        .on_conflict_do_update(
            index_elements=[recipients.c.call_out_id, recipients.c.person_id],
            set_={"fate": Fate.JOINED, "stood_down_at": told_full_at},
            where=recipients.c.fate.not_in((*fates.ASKED, Fate.QUEUED)),
        )
    )


def _offers(person_id: int) -> ColumnElement[bool]:
    return (
        select(areas.c.person_id)
        .where(
            areas.c.person_id == person_id, areas.c.neighbourhood_id == places.c.neighbourhood_id
        )
        .exists()
    )


async def take_back_unsent(transaction: Transaction, label: str, now: datetime) -> None:
    """Drop what has not left of the messages with a label, and unsent changes of them.

    Whoever was to be called and came by the link meanwhile needs no message any more.
    """
    labelled = select(outbox.c.id).where(outbox.c.label == label)
    theirs = or_(outbox.c.label == label, outbox.c.changes.in_(labelled))
    is_unsent = outbox.c.status.in_(UNSENT)
    await fates.give_up(transaction, and_(theirs, is_unsent), Fate.JOINED, now)


async def going_to(transaction: Transaction, person_id: int) -> list[tuple[int, Recipient]]:
    """Return the open call-outs, by number, in which somebody has a place or waits for one.

    Whoever wants to be asked again waits too.
    """
    result = await transaction.connection.execute(
        select(*COLUMNS, recipients.c.call_out_id)
        .join(call_outs, call_outs.c.id == recipients.c.call_out_id)
        .where(
            recipients.c.person_id == person_id,
            recipients.c.answer.in_((Answer.YES, Answer.LATER)),
            call_outs.c.status.in_(OPEN),
        )
        .order_by(recipients.c.id)
    )
    return [(row.call_out_id, recipient_in(row)) for row in result]


async def numbered(transaction: Transaction, number: int) -> tuple[int, Recipient] | None:
    """Return the recipient with a number, and that of their call-out; None where there is none."""
    result = await transaction.connection.execute(
        select(*COLUMNS, recipients.c.call_out_id).where(recipients.c.id == number)
    )
    row = result.one_or_none()
    return None if row is None else (row.call_out_id, recipient_in(row))


async def settle(transaction: Transaction, recipient: Recipient, fate: Fate) -> bool:
    """Note what became of a message after all; False where that is known already."""
    result = await transaction.connection.execute(
        update(recipients)
        .where(recipients.c.id == recipient.id, recipients.c.fate == Fate.UNKNOWN)
        .values(fate=fate)
    )
    return result.rowcount > 0


def unknown_sends(sight: Sight, now: datetime) -> Select[Any]:
    """Select those of whom nobody knows whether they were reached, and who said nothing.

    Somebody sees those of a call-out that is for no place but theirs.
    """
    elsewhere = select(places.c.neighbourhood_id).where(
        places.c.call_out_id == call_outs.c.id, ~sees_place(sight, places.c.neighbourhood_id)
    )
    return (
        select(call_outs.c.starts_at, recipients.c.id)
        .join(call_outs, call_outs.c.id == recipients.c.call_out_id)
        .where(
            recipients.c.fate == Fate.UNKNOWN,
            recipients.c.answer.is_(None),
            call_outs.c.status.in_(OPEN),
            call_outs.c.ends_at > now,
            ~elsewhere.exists(),
        )
    )


async def find(transaction: Transaction, call_out: CallOut, person_id: int) -> Recipient | None:
    """Return what became of a call-out with somebody; None where they were not called."""
    result = await transaction.connection.execute(
        select(*COLUMNS).where(
            recipients.c.call_out_id == call_out.id, recipients.c.person_id == person_id
        )
    )
    row = result.one_or_none()
    return None if row is None else recipient_in(row)


# --- How it stands --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of those called in one neighbourhood had one fate and gave one answer."""

    neighbourhood_id: int | None
    fate: Fate
    answer: Answer | None
    has_place: bool
    number: int


async def counted(transaction: Transaction, call_out: CallOut) -> list[Counted]:
    """Return how many were called, by neighbourhood, fate and answer."""
    groups = (
        recipients.c.neighbourhood_id,
        recipients.c.fate,
        recipients.c.answer,
        recipients.c.has_place,
    )
    result = await transaction.connection.execute(
        select(*groups, func.count().label("number"))
        .where(recipients.c.call_out_id == call_out.id)
        .group_by(*groups)
    )
    return [
        Counted(
            neighbourhood_id=row.neighbourhood_id,
            fate=Fate(row.fate),
            answer=None if row.answer is None else Answer(row.answer),
            has_place=row.has_place,
            number=row.number,
        )
        for row in result
    ]


async def those_who(
    transaction: Transaction, call_out: CallOut, answers: Collection[Answer]
) -> list[tuple[Recipient, Person]]:
    """Return everybody who gave one of some answers, those with a place first, then by turn."""
    result = await transaction.connection.execute(
        select(*COLUMNS)
        .where(recipients.c.call_out_id == call_out.id, recipients.c.answer.in_(answers))
        .order_by(
            recipients.c.has_place.desc(),
            recipients.c.turn.nulls_last(),
            recipients.c.answered_at,
            recipients.c.id,
        )
    )
    return await people_in(transaction, [recipient_in(row) for row in result])


async def of_unknown_fate(
    transaction: Transaction, call_out: CallOut, most: int
) -> list[tuple[Recipient, Person]]:
    """Return those of whom nobody knows whether the message reached them, and who said nothing."""
    result = await transaction.connection.execute(
        select(*COLUMNS)
        .where(
            recipients.c.call_out_id == call_out.id,
            recipients.c.fate == Fate.UNKNOWN,
            recipients.c.answer.is_(None),
        )
        .order_by(recipients.c.id)
        .limit(most)
    )
    return await people_in(transaction, [recipient_in(row) for row in result])
