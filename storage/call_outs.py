"""Call-outs: what somebody calls many volunteers for, how many are wanted where, and who fits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, func, insert, or_, select, update

from storage.checks import checked_on
from storage.database import Transaction
from storage.dialects import each_of
from storage.model import Kind, Person
from storage.private import PrivateText
from storage.tables import (
    blocks,
    call_out_places,
    call_outs,
    chats,
    people,
    volunteer_kinds,
    volunteer_neighbourhoods,
    volunteers,
)

WORDS: Final = "call_outs.words"
PLACE: Final = "call_outs.place"


class CalledFor(StrEnum):
    """What people may be called for; what exactly stands in the author's own words."""

    PACKING = "packing"
    DELIVERING = "delivering"
    COOKING = "cooking"
    PHONING = "phoning"
    DRIVING = "driving"
    CLEARING = "clearing"
    LEAFLETS = "leaflets"
    EMERGENCY = "emergency"
    SOMETHING_ELSE = "something-else"


class Standing(StrEnum):
    """Where a call-out stands; the last three are ends."""

    #: A second coordinator has to agree first.
    WAITING = "waiting"
    SENDING = "sending"
    #: Everybody has been called.
    ANSWERING = "answering"
    STOPPED = "stopped"
    #: Nobody agreed to it, so that nobody was called.
    REFUSED = "refused"
    OVER = "over"


#: While it stands so, people can answer and places are given.
OPEN: Final = (Standing.SENDING, Standing.ANSWERING)


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a call-out is for: volunteers of some neighbourhoods, narrowed down.

    Without kinds or languages any will do. With `checked_on` their check is good on that day.
    Whoever pauses on `today` is left in peace, as is `author`, who knows.
    """

    places: frozenset[int]
    kinds: frozenset[Kind]
    languages: frozenset[str]
    checked_on: date | None
    today: date
    author: int


@dataclass(frozen=True, slots=True)
class NewCallOut:
    """A call-out as its author sent it; `wanted` is how many are wanted in each neighbourhood."""

    token: str
    author: Person
    standing: Standing
    purpose: CalledFor
    words: PrivateText | None = field(repr=False)
    place: PrivateText = field(repr=False)
    starts_at: datetime
    ends_at: datetime
    wanted: Mapping[int, int]
    kinds: frozenset[Kind]
    languages: frozenset[str]
    checked_only: bool
    takes_strangers: bool
    reaches: int


@dataclass(frozen=True, slots=True)
class CallOut:
    """A call-out; `words` and `place` are None once they have been forgotten, or where none are."""

    id: int
    token: str
    made_by: int
    standing: Standing
    purpose: CalledFor
    words: PrivateText | None = field(repr=False)
    place: PrivateText | None = field(repr=False)
    starts_at: datetime
    ends_at: datetime
    kinds: frozenset[Kind]
    languages: frozenset[str]
    checked_only: bool
    takes_strangers: bool
    reaches: int
    digest: str | None
    created_at: datetime
    agreed_by: int | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many are wanted in a neighbourhood, and how many of them have a place."""

    neighbourhood_id: int
    wanted: int
    taken: int

    @property
    def is_full(self) -> bool:
        """Whether nobody more is wanted there."""
        return self.taken >= self.wanted


def fits(audience: Audience) -> list[ColumnElement[bool]]:
    """Return the conditions on a volunteer, with their person and chat, to be called.

    Those who never want to be asked directly are not.
    """
    person = volunteers.c.person_id
    conditions = [
        person != audience.author,
        volunteers.c.asked_at_most != "never",
        or_(volunteers.c.paused_until.is_(None), volunteers.c.paused_until < audience.today),
        chats.c.reachable,
        people.c.bereaved_at.is_(None),
        ~people.c.rung,
        ~is_blocked(person),
    ]
    if audience.kinds:
        offered = select(volunteer_kinds.c.kind).where(
            volunteer_kinds.c.person_id == person, volunteer_kinds.c.kind.in_(audience.kinds)
        )
        conditions.append(offered.exists())
    if audience.languages:
        spoken = each_of(volunteers.c.languages)
        conditions.append(select(spoken).where(spoken.c.value.in_(audience.languages)).exists())
    if audience.checked_on is not None:
        conditions += checked_on(person, audience.checked_on)
    return conditions


def is_blocked(person: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that somebody is blocked."""
    standing = select(blocks.c.id).where(blocks.c.person_id == person, blocks.c.ended_at.is_(None))
    return standing.exists()


def with_person(statement: Select[Any]) -> Select[Any]:
    """Add to the volunteers of neighbourhoods what they offer, who they are and their chat."""
    return (
        statement.join(volunteers, volunteers.c.person_id == volunteer_neighbourhoods.c.person_id)
        .join(people, people.c.id == volunteers.c.person_id)
        .join(chats, chats.c.id == people.c.chat_id)
    )


async def reached(transaction: Transaction, audience: Audience) -> dict[int, int]:
    """Return how many a call-out would reach in each neighbourhood, everybody counted once."""
    home = func.min(volunteer_neighbourhoods.c.neighbourhood_id).label("home")
    each = (
        with_person(select(home).select_from(volunteer_neighbourhoods))
        .where(volunteer_neighbourhoods.c.neighbourhood_id.in_(audience.places), *fits(audience))
        .group_by(volunteer_neighbourhoods.c.person_id)
        .subquery("fitting")
    )
    result = await transaction.connection.execute(
        select(each.c.home, func.count()).group_by(each.c.home)
    )
    return {row[0]: row[1] for row in result}


async def add(transaction: Transaction, new: NewCallOut, now: datetime) -> CallOut:
    """Keep a call-out with the places that it has."""
    key = new.author.key
    result = await transaction.connection.execute(
        insert(call_outs)
        .values(
            token=new.token,
            made_by=new.author.id,
            status=new.standing,
            purpose=new.purpose,
            words=transaction.seal(key, new.words, WORDS, new.token),
            place=transaction.seal(key, new.place, PLACE, new.token),
            starts_at=new.starts_at,
            ends_at=new.ends_at,
            kinds=sorted(new.kinds),
            languages=sorted(new.languages),
            checked_only=new.checked_only,
            takes_strangers=new.takes_strangers,
            reaches=new.reaches,
            created_at=now,
        )
        .returning(call_outs.c.id)
    )
    number: int = result.scalar_one()
    await transaction.connection.execute(
        insert(call_out_places),
        [
            {"call_out_id": number, "neighbourhood_id": place, "wanted": wanted}
            for place, wanted in sorted(new.wanted.items())
        ],
    )
    return await get(transaction, number)


def _call_out(transaction: Transaction, row: Row[Any]) -> CallOut:
    return CallOut(
        id=row.id,
        token=row.token,
        made_by=row.made_by,
        standing=Standing(row.status),
        purpose=CalledFor(row.purpose),
        words=transaction.open(row.words, WORDS, row.token),
        place=transaction.open(row.place, PLACE, row.token),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        kinds=frozenset(Kind(kind) for kind in row.kinds),
        languages=frozenset(row.languages),
        checked_only=row.checked_only,
        takes_strangers=row.takes_strangers,
        reaches=row.reaches,
        digest=row.digest,
        created_at=row.created_at,
        agreed_by=row.agreed_by,
    )


async def get(transaction: Transaction, call_out_id: int) -> CallOut:
    """Return a call-out that is known to exist."""
    result = await transaction.connection.execute(
        select(call_outs).where(call_outs.c.id == call_out_id)
    )
    return _call_out(transaction, result.one())


async def with_token(transaction: Transaction, token: str) -> CallOut | None:
    """Return the call-out that a button or link is about, or None where there is none."""
    result = await transaction.connection.execute(
        select(call_outs).where(call_outs.c.token == token)
    )
    row = result.one_or_none()
    return None if row is None else _call_out(transaction, row)


async def going_on(transaction: Transaction) -> list[CallOut]:
    """Return every call-out that is not at its end, the newest first."""
    result = await transaction.connection.execute(
        select(call_outs)
        .where(call_outs.c.status.in_((Standing.WAITING, *OPEN)))
        .order_by(call_outs.c.id.desc())
    )
    return [_call_out(transaction, row) for row in result]


async def going_on_of(transaction: Transaction, person_id: int) -> list[CallOut]:
    """Return what somebody called for and is not at its end, the newest first."""
    return [each for each in await going_on(transaction) if each.made_by == person_id]


async def hand_on(transaction: Transaction, call_out: CallOut) -> None:
    """Let what a call-out says stay readable until its end, whatever becomes of its author."""
    house, token = transaction.keys.house, call_out.token
    words, place = (
        None if each is None else PrivateText(each.reveal())
        for each in (call_out.words, call_out.place)
    )
    await transaction.connection.execute(
        update(call_outs)
        .where(call_outs.c.id == call_out.id)
        .values(
            words=transaction.seal(house, words, WORDS, token),
            place=transaction.seal(house, place, PLACE, token),
        )
    )


async def places_of(transaction: Transaction, call_out_id: int) -> list[Wanted]:
    """Return how many are wanted and have a place in each neighbourhood of a call-out."""
    table = call_out_places
    result = await transaction.connection.execute(
        select(table.c.neighbourhood_id, table.c.wanted, table.c.taken)
        .where(table.c.call_out_id == call_out_id)
        .order_by(table.c.neighbourhood_id)
    )
    return [Wanted(*row) for row in result]


async def agree(transaction: Transaction, call_out: CallOut, agreed_by: int, now: datetime) -> bool:
    """Let a call-out be sent off; False where it does not wait for that any more."""
    return await _step(
        transaction,
        call_out,
        (Standing.WAITING,),
        {"status": Standing.SENDING, "agreed_by": agreed_by, "agreed_at": now},
    )


async def refuse(
    transaction: Transaction, call_out: CallOut, refused_by: int | None, now: datetime
) -> bool:
    """End a call-out that nobody agreed to; False where it does not wait for that any more."""
    ended = {"status": Standing.REFUSED, "stopped_by": refused_by, "stopped_at": now}
    return await _step(transaction, call_out, (Standing.WAITING,), ended)


async def stop(transaction: Transaction, call_out: CallOut, stopped_by: int, now: datetime) -> bool:
    """Stop a call-out; False where it is at its end already."""
    ended = {"status": Standing.STOPPED, "stopped_by": stopped_by, "stopped_at": now}
    return await _step(transaction, call_out, (Standing.WAITING, *OPEN), ended)


async def all_are_called(transaction: Transaction, call_out: CallOut) -> bool:
    """Note that everybody has been called; False where it is not being sent."""
    called = {"status": Standing.ANSWERING}
    return await _step(transaction, call_out, (Standing.SENDING,), called)


async def call_more(transaction: Transaction, call_out: CallOut) -> bool:
    """Have a call-out sent on to those not called yet; False where it is not open."""
    if not await _step(transaction, call_out, OPEN, {"status": Standing.SENDING}):
        return False
    await transaction.connection.execute(
        update(call_out_places)
        .where(
            call_out_places.c.call_out_id == call_out.id,
            call_out_places.c.taken < call_out_places.c.wanted,
        )
        .values(called_up_to=0, all_called=False)
    )
    return True


async def finish(transaction: Transaction, call_out: CallOut) -> bool:
    """Note that a call-out is over; False where it is at its end already."""
    return await _step(transaction, call_out, OPEN, {"status": Standing.OVER})


async def _step(
    transaction: Transaction,
    call_out: CallOut,
    before: tuple[Standing, ...],
    values: Mapping[str, object],
) -> bool:
    result = await transaction.connection.execute(
        update(call_outs)
        .where(call_outs.c.id == call_out.id, call_outs.c.status.in_(before))
        .values(**values)
    )
    return result.rowcount > 0


async def note_told(transaction: Transaction, call_out: CallOut, digest: str) -> bool:
    """Note what those who sent it are told; False where they were told the same before."""
    result = await transaction.connection.execute(
        update(call_outs)
        .where(
            call_outs.c.id == call_out.id,
            or_(call_outs.c.digest.is_(None), call_outs.c.digest != digest),
        )
        .values(digest=digest)
    )
    return result.rowcount > 0
