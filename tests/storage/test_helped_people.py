"""People who are asked for: recorded with their consent, under a key of their own."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from sqlalchemy import select

from storage import helped_people, tasks
from storage.database import Database, Transaction
from storage.helped_people import Consent
from storage.model import ConsentHow, Person, Relation, Secrets
from storage.private import PrivateText
from storage.tables import helped_people as rows
from storage.tables import tasks as task_rows
from tests.clock import BEGINNING
from tests.storage import neighbours

AGNES: Final = PrivateText("Agnes")
AGREED: Final = Consent(ConsentHow.IN_PERSON, BEGINNING, BEGINNING.date() + timedelta(days=90))


async def _agnes(transaction: Transaction, requester: Person) -> int:
    return await helped_people.add(
        transaction, requester.id, AGNES, Relation.NEIGHBOUR, None, AGREED
    )


async def test_what_is_kept_of_a_request_for_somebody_is_sealed_with_their_key(
    database: Database,
) -> None:
    async def scene(transaction: Transaction) -> None:
        rosa = await neighbours.person(transaction, 7001)
        number = await _agnes(transaction, rosa)
        agnes = await helped_people.get(transaction, number)
        assert (agnes.first_name, agnes.key != rosa.key) == (AGNES, True)
        theirs = await neighbours.request(
            transaction, rosa, secrets=Secrets(street=PrivateText("Glyn Road")), helped_id=number
        )
        await tasks.add_secrets(transaction, theirs, rosa, Secrets(door=PrivateText("40")))
        row = (await transaction.connection.execute(select(task_rows))).one()
        for sealed in (row.street, row.door):
            # The name of the key stands behind the format byte.
            assert sealed.keys == (agnes.key,)
        assert (await tasks.secrets_of(transaction, theirs)).door == PrivateText("40")

    await database.transact(scene)


async def test_consent_is_renewed_until_it_has_ended(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        rosa = await neighbours.person(transaction, 7001)
        number = await _agnes(transaction, rosa)
        later = replace(AGREED, how=ConsentHow.IN_WRITING, review_on=AGREED.review_on.max)
        assert await helped_people.renew(transaction, number, later)
        assert (await helped_people.get(transaction, number)).review_on == later.review_on
        assert await helped_people.end(transaction, number, BEGINNING)
        assert not await helped_people.end(transaction, number, BEGINNING)
        assert not await helped_people.renew(transaction, number, AGREED)
        (known,) = await helped_people.asked_for_by(transaction, rosa.id)
        assert (known.consent_how, known.ended_at) == (ConsentHow.IN_WRITING, BEGINNING)

    await database.transact(scene)


async def test_nobody_is_found_under_a_number_that_was_never_given(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        assert await helped_people.find(transaction, 99) is None
        assert (await transaction.connection.execute(select(rows))).first() is None

    await database.transact(scene)
