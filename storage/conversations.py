"""Conversations: the answers that a person has given so far, and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select

from storage import people
from storage.database import Transaction
from storage.dialects import insert
from storage.model import Person
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.tables import conversations
from storage.tables import people as people_table
from storage.turns import beside

STATE = "conversations.state"


_WITH_PERSON = Prepared(
    people.EVERYBODY.add_columns(
        conversations.c.person_id,
        conversations.c.name,
        conversations.c.state,
        conversations.c.started_at,
        conversations.c.updated_at,
    )
    .outerjoin(conversations, conversations.c.person_id == people_table.c.id)
    .where(people_table.c.account_hash.in_((bindparam("newest"), bindparam("former"))))
)
_NEW = insert(conversations)
#: Written once, because every step of every conversation needs it.
_SAVE = Prepared(
    beside(
        _NEW.on_conflict_do_update(
            index_elements=[conversations.c.person_id],
            set_={
                name: _NEW.excluded[name] for name in ("name", "state", "started_at", "updated_at")
            },
        )
    )
)
_OF_PERSON = conversations.c.person_id == bindparam("person")
_LOAD = Prepared(select(conversations).where(_OF_PERSON))
_FORGET = Prepared(beside(delete(conversations).where(_OF_PERSON)))


@dataclass(frozen=True, slots=True)
class Stored:
    """A conversation as it was left: `state` is JSON that the engine wrote."""

    name: str
    started_at: datetime
    updated_at: datetime
    state: PrivateText = field(repr=False)


async def find_with_person(
    transaction: Transaction, account: str
) -> tuple[Person, Stored | None] | None:
    """Return somebody with what they are being asked; None where they have never written."""
    result = await transaction.connection.ask_about(
        _WITH_PERSON, _hashes(transaction, account), about=account
    )
    row = result.one_or_none()
    if row is None:
        return None
    person = people.person_in(transaction, row)
    return person, None if row.state is None else _stored(transaction, row)


async def read_ahead(transaction: Transaction, accounts: Sequence[str]) -> list[int]:
    """Read at once what will be asked of several people, and return the chats of those known."""
    asked = [_hashes(transaction, account) for account in accounts]
    found = await transaction.connection.read_ahead(_WITH_PERSON, asked)
    return [row.chat_id for result in found for row in result if row.chat_id is not None]


def _hashes(transaction: Transaction, account: str) -> dict[str, str]:
    newest, former = transaction.keys.fingerprints(account)
    return {"newest": newest, "former": former}


def _stored(transaction: Transaction, row: Row[Any]) -> Stored:
    state = transaction.open(row.state, STATE, row.person_id)
    assert state is not None  # noqa: S101 - the column is not nullable
    return Stored(row.name, row.started_at, row.updated_at, state)


async def load(transaction: Transaction, person: Person) -> Stored | None:
    """Return what a person is being asked, or None."""
    result = await transaction.connection.execute(_LOAD, {"person": person.id})
    row = result.one_or_none()
    return None if row is None else _stored(transaction, row)


def save(transaction: Transaction, person: Person, stored: Stored) -> None:
    """Keep where a conversation stands, in the place of whatever was kept for this person."""
    transaction.connection.later(
        _SAVE,
        {
            "person_id": person.id,
            "name": stored.name,
            "state": transaction.seal(person.key, stored.state, STATE, person.id),
            "started_at": stored.started_at,
            "updated_at": stored.updated_at,
        },
        about=person.account,
    )


async def forget(transaction: Transaction, person: Person) -> bool:
    """Drop a person's conversation; returns whether there was one."""
    result = await transaction.connection.execute(
        _FORGET, {"person": person.id}, about=person.account
    )
    return result.rowcount > 0
