"""Conversations: the answers that a person has given so far, and nothing else."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from storage.database import Transaction
from storage.model import Person
from storage.private import PrivateText
from storage.tables import conversations

STATE = "conversations.state"


@dataclass(frozen=True, slots=True)
class Stored:
    """A conversation as it was left: `state` is JSON that the engine wrote."""

    name: str
    started_at: datetime
    updated_at: datetime
    state: PrivateText = field(repr=False)


async def load(transaction: Transaction, person: Person) -> Stored | None:
    """Return what a person is being asked, or None."""
    result = await transaction.connection.execute(
        select(conversations).where(conversations.c.person_id == person.id)
    )
    row = result.one_or_none()
    if row is None:
        return None
    state = transaction.open(row.state, STATE)
    assert state is not None  # noqa: S101 - the column is not nullable
    return Stored(row.name, row.started_at, row.updated_at, state)


async def save(transaction: Transaction, person: Person, stored: Stored) -> None:
    """Keep where a conversation stands, in the place of whatever was kept for this person."""
    values = {
        "name": stored.name,
        "state": transaction.seal(person.key, stored.state, STATE),
        "started_at": stored.started_at,
        "updated_at": stored.updated_at,
    }
    await transaction.connection.execute(
        insert(conversations)
        .values(person_id=person.id, **values)
        .on_conflict_do_update(index_elements=[conversations.c.person_id], set_=values)
    )


async def forget(transaction: Transaction, person: Person) -> bool:
    """Drop a person's conversation; returns whether there was one."""
    result = await transaction.connection.execute(
        delete(conversations).where(conversations.c.person_id == person.id)
    )
    return result.rowcount > 0
