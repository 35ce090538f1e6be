"""People who are helped because somebody else asked for them: how they agreed, and until when."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, insert, select, update

from storage.database import Transaction
from storage.model import ConsentHow, Relation, answer_about_health
from storage.private import PrivateText
from storage.tables import helped_people

NAME = "helped_people.first_name"
#: What those who ask for others are known under between transactions: every question asks.
KNOWN = "people who ask for others"


@dataclass(frozen=True, slots=True)
class HelpedPerson:
    """Somebody who is asked for; from `review_on` on they are asked again whether they agree."""

    id: int
    requester_id: int
    key: str
    first_name: PrivateText = field(repr=False)
    relation: Relation
    organisation_id: int | None
    neighbourhood_id: int | None
    consent_how: ConsentHow
    consent_at: datetime
    review_on: date
    ended_at: datetime | None
    #: When it was last said whether health details may be kept, and since when these may.
    health_asked_at: datetime | None = None
    health_agreed_at: datetime | None = None

    @property
    def keeps_health(self) -> bool | None:
        """Whether what is told of their health may be kept; None where nobody asked them."""
        return answer_about_health(self.health_asked_at, self.health_agreed_at)


@dataclass(frozen=True, slots=True)
class Consent:
    """That somebody agreed: how, when, and until which day nobody need ask them again."""

    how: ConsentHow
    at: datetime
    review_on: date


def _person(transaction: Transaction, row: Row[Any]) -> HelpedPerson:
    name = transaction.open(row.first_name, NAME, row.requester_id, row.created_at)
    return HelpedPerson(
        id=row.id,
        requester_id=row.requester_id,
        key=row.key,
        first_name=name or PrivateText("…"),
        relation=Relation(row.relation),
        organisation_id=row.organisation_id,
        neighbourhood_id=row.neighbourhood_id,
        consent_how=ConsentHow(row.consent_how),
        consent_at=row.consent_at,
        review_on=row.review_on,
        ended_at=row.ended_at,
        health_asked_at=row.health_asked_at,
        health_agreed_at=row.health_agreed_at,
    )


async def _some(transaction: Transaction, statement: Select[Any]) -> list[HelpedPerson]:
    return [_person(transaction, row) for row in await transaction.connection.execute(statement)]


async def add(
    transaction: Transaction,
    requester_id: int,
    first_name: PrivateText,
    relation: Relation,
    organisation_id: int | None,
    consent: Consent,
) -> int:
    """Record somebody whom another person asks for, under a key of their own; returns a number."""
    transaction.forget_known()
    key = transaction.keys.make()
    result = await transaction.connection.execute(
        insert(helped_people)
        .values(
            requester_id=requester_id,
            key=key,
            first_name=transaction.seal(key, first_name, NAME, requester_id, consent.at),
            relation=relation,
            organisation_id=organisation_id,
            consent_how=consent.how,
            consent_at=consent.at,
            review_on=consent.review_on,
            created_at=consent.at,
        )
        .returning(helped_people.c.id)
    )
    number: int = result.scalar_one()
    return number


async def find(transaction: Transaction, helped_id: int) -> HelpedPerson | None:
    """Return the person of that number, or None where there is none."""
    found = await _some(transaction, select(helped_people).where(helped_people.c.id == helped_id))
    return found[0] if found else None


async def get(transaction: Transaction, helped_id: int) -> HelpedPerson:
    """Return a person who is known to exist."""
    result = await transaction.connection.execute(
        select(helped_people).where(helped_people.c.id == helped_id)
    )
    return _person(transaction, result.one())


async def asked_for_by(transaction: Transaction, requester_id: int) -> list[HelpedPerson]:
    """Return everybody whom a person ever asked for, the one recorded last first."""
    if requester_id not in await _requesters(transaction):
        return []
    return await _some(
        transaction,
        select(helped_people)
        .where(helped_people.c.requester_id == requester_id)
        .order_by(helped_people.c.id.desc()),
    )


async def _requesters(transaction: Transaction) -> frozenset[int]:
    """Return the numbers of all who ever asked for somebody else."""
    known = transaction.recall(KNOWN)
    if isinstance(known, frozenset):
        return known
    result = await transaction.connection.execute(select(helped_people.c.requester_id).distinct())
    found = frozenset(result.scalars())
    transaction.know(KNOWN, found)
    return found


async def set_neighbourhood(
    transaction: Transaction, helped_id: int, neighbourhood_id: int
) -> None:
    """Note where a person lives."""
    await transaction.connection.execute(
        update(helped_people)
        .where(helped_people.c.id == helped_id)
        .values(neighbourhood_id=neighbourhood_id)
    )


async def set_health(
    transaction: Transaction, helped_id: int, requester_id: int, now: datetime, *, keeps: bool
) -> bool:
    """Note whether what is told of somebody's health may be kept from now on.

    Returns False where whoever says so does not ask for them, or no longer.
    """
    result = await transaction.connection.execute(
        update(helped_people)
        .where(
            helped_people.c.id == helped_id,
            helped_people.c.requester_id == requester_id,
            helped_people.c.ended_at.is_(None),
        )
        .values(health_asked_at=now, health_agreed_at=now if keeps else None)
    )
    return result.rowcount > 0


async def renew(transaction: Transaction, helped_id: int, consent: Consent) -> bool:
    """Note that a person still agrees; False where they are asked for no longer."""
    result = await transaction.connection.execute(
        update(helped_people)
        .where(helped_people.c.id == helped_id, helped_people.c.ended_at.is_(None))
        .values(consent_how=consent.how, consent_at=consent.at, review_on=consent.review_on)
    )
    return result.rowcount > 0


async def end(transaction: Transaction, helped_id: int, now: datetime) -> bool:
    """Note that a person is asked for no longer; False where that was so before."""
    result = await transaction.connection.execute(
        update(helped_people)
        .where(helped_people.c.id == helped_id, helped_people.c.ended_at.is_(None))
        .values(ended_at=now)
    )
    return result.rowcount > 0
