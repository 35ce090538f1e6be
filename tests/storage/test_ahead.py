"""What several events ask for first is read at once, and never used where it is not so any more."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import pytest
from sqlalchemy import text, update

from storage import ahead, conversations
from storage.conversations import Stored
from storage.database import Database, Transaction
from storage.model import Person
from storage.private import PrivateText
from storage.tables import people
from tests.clock import BEGINNING
from tests.databases import is_on_server
from tests.storage import neighbours

Change = Callable[[Transaction, Person], Awaitable[None]]

#: How often somebody was looked for with what they are being asked, for one and for several.
_EXECUTED = text(
    "SELECT sum(generic_plans + custom_plans) FILTER (WHERE strpos(statement, '$3') = 0),"
    " sum(generic_plans + custom_plans) FILTER (WHERE strpos(statement, '$3') > 0)"
    " FROM pg_prepared_statements WHERE statement LIKE 'SELECT people%conversations.state%'"
)


async def _ada_and_ben(database: Database) -> tuple[Person, Person]:
    ada = await database.transact(lambda each: neighbours.person(each, 7001))
    return ada, await database.transact(lambda each: neighbours.person(each, 7002))


async def _found(transaction: Transaction, whom: Person) -> tuple[str, str | None]:
    found = await conversations.find_with_person(transaction, whom.account)
    assert found is not None
    person, stored = found
    return person.language, None if stored is None else stored.name


def _save(transaction: Transaction, person: Person, name: str) -> None:
    stored = Stored(name, BEGINNING, BEGINNING, PrivateText("{}"))
    conversations.save(transaction, person, stored)


async def _begins(person: Person, transaction: Transaction) -> None:
    _save(transaction, person, "ask")


async def _goes_on(transaction: Transaction, person: Person) -> None:
    _save(transaction, person, "offer")


async def _ends(transaction: Transaction, person: Person) -> None:
    await conversations.forget(transaction, person)


async def _speaks_otherwise(transaction: Transaction, person: Person) -> None:
    which = people.c.id == person.id
    await transaction.connection.execute(update(people).where(which).values(language="es"))


async def _does_nothing(_transaction: Transaction, _person: Person) -> None:
    pass


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (_does_nothing, ("en", "ask")),
        (_goes_on, ("en", "offer")),
        (_ends, ("en", None)),
        (_speaks_otherwise, ("es", "ask")),
    ],
)
async def test_whoever_comes_later_in_a_group_finds_what_was_changed_before(
    database: Database, change: Change, left: tuple[str, str | None]
) -> None:
    ada, ben = await _ada_and_ben(database)
    for each in (ada, ben):
        await database.transact(partial(_begins, each))

    async def of_ada(transaction: Transaction) -> tuple[str, str | None]:
        found = await _found(transaction, ada)
        await change(transaction, ben)
        return found

    found = await asyncio.gather(
        database.transact(ahead.of_somebody(ada.account, of_ada)),
        database.transact(ahead.of_somebody(ben.account, lambda each: _found(each, ben))),
    )
    assert list(found) == [("en", "ask"), left]


async def test_whoever_looks_twice_finds_what_they_did_themself(database: Database) -> None:
    ada, ben = await _ada_and_ben(database)

    async def begins(transaction: Transaction, person: Person) -> str | None:
        assert await _found(transaction, person) == ("en", None)
        _save(transaction, person, "ask")
        _, name = await _found(transaction, person)
        return name

    found = await asyncio.gather(
        database.transact(ahead.of_somebody(ada.account, lambda each: begins(each, ada))),
        database.transact(ahead.of_somebody(ben.account, lambda each: begins(each, ben))),
    )
    assert set(found) == {"ask"}


@pytest.mark.skipif(not is_on_server(), reason="a file is asked without a journey")
async def test_a_group_asks_once(database: Database) -> None:
    ada, ben = await _ada_and_ben(database)
    await asyncio.gather(
        database.transact(ahead.of_somebody(ada.account, lambda each: _found(each, ada))),
        database.transact(ahead.of_somebody(ben.account, lambda each: _found(each, ben))),
    )

    found = await database.transact(lambda each: each.connection.execute(_EXECUTED))
    assert found.one() == (None, 2)
