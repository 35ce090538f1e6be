"""References for people to say to each other, also where the short ones are taken."""

from random import Random

from handlers.free_reference import free_reference
from handlers.house import House, Turn
from handlers.texts import Texts
from storage.database import Database, Transaction
from tests.clock import BEGINNING
from tests.storage import neighbours


class Unlucky(Random):
    """Throws the same again and again."""

    def random(self) -> float:
        return 0.0

    def getrandbits(self, k: int, /) -> int:
        return 0


async def test_a_reference_is_longer_where_the_short_ones_are_taken(database: Database) -> None:
    house = House(Texts(), frozenset(), str, random=Unlucky())

    async def references(transaction: Transaction) -> list[str]:
        turn, found = Turn(transaction, BEGINNING, house), list[str]()
        for account in range(7001, 7004):
            person = await neighbours.person(transaction, account)
            found.append(await free_reference(turn))
            await neighbours.request(transaction, person, found[-1])
        return found

    assert await database.transact(references) == ["AAA-10", "AAA-1000", "AAA-100000"]
