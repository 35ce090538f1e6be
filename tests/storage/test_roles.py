"""Roles: held once by a person, for what was said last, and ended once."""

from storage import neighbourhoods, roles
from storage.database import Database, Transaction
from storage.model import Role
from storage.roles import Appointed
from tests.clock import BEGINNING
from tests.storage import neighbours


async def test_a_colleague_who_moves_keeps_one_role(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        olive, mara = [await neighbours.person(transaction, number) for number in (9001, 7001)]
        for name in ("St Joseph's Hospice", "The Surgery"):
            number = await roles.make_organisation(transaction, name, BEGINNING)
            held = Appointed(number)
            await roles.appoint(transaction, mara.id, Role.COLLEAGUE, held, olive.id, BEGINNING)
        assert await roles.make_organisation(transaction, "THE SURGERY", BEGINNING) == number
        (only,) = await roles.all_held(transaction)
        assert (only.person.id, only.appointed) == (mara.id, Appointed(number))
        assert await roles.find(transaction, mara.id, Role.COLLEAGUE) == only
        assert await roles.end(transaction, mara.id, Role.COLLEAGUE, BEGINNING)
        assert not await roles.end(transaction, mara.id, Role.COLLEAGUE, BEGINNING)
        assert await roles.find(transaction, mara.id, Role.COLLEAGUE) is None
        assert await roles.all_held(transaction) == []

    await database.transact(scene)


async def test_new_neighbourhoods_take_the_place_of_those_before(database: Database) -> None:
    async def scene(transaction: Transaction) -> None:
        olive, cora = [await neighbours.person(transaction, number) for number in (9001, 7001)]
        places = [
            await neighbourhoods.make(transaction, name, "Europe/London", BEGINNING)
            for name in ("Albion", "Clissold", "Mill Side")
        ]
        for numbers in (places[:2], places[2:], []):
            held = Appointed(None, frozenset(numbers))
            await roles.appoint(transaction, cora.id, Role.COORDINATOR, held, olive.id, BEGINNING)
            assert await roles.held_by(transaction, cora.id) == {Role.COORDINATOR: held}
        assert len(await roles.all_held(transaction)) == 1

    await database.transact(scene)
