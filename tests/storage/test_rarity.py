"""How many people share something is counted in people, and only of those who were helped there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

import pytest

from storage import helped_people, rarity, tasks
from storage.database import Database, Transaction
from storage.helped_people import Consent
from storage.model import (
    ConsentHow,
    Detail,
    Kind,
    Level,
    Need,
    NewTask,
    Person,
    Relation,
    Secrets,
    Status,
)
from storage.private import PrivateText
from storage.rarity import Crowd, Details, Whose
from tests.clock import BEGINNING
from tests.storage import neighbours

STEPS, DOG = frozenset({Need.STEP_FREE}), frozenset({Need.DOG})
YEAR: Final = timedelta(days=365)
BOTH: Final = Details(frozenset({Detail.STEP_FREE, Detail.DOG}))


@dataclass
class Town:
    """Two neighbourhoods, and people who asked for lifts in them."""

    transaction: Transaction
    areas: list[int]
    people: list[Person]
    asked: int = field(default=0)

    async def ask(
        self,
        who: int,
        needs: frozenset[Need] = STEPS,
        *,
        area: int = 0,
        days_ago: int = 1,
        helped_id: int | None = None,
        is_taken: bool = True,
        language: str | None = None,
        ceiling: int | None = None,
    ) -> None:
        """Let somebody ask, and somebody else take it."""
        self.asked += 1
        new = NewTask(
            reference=f"R{self.asked}",
            token=f"r{self.asked}",
            resident_id=self.people[who].id,
            neighbourhood_id=self.areas[area],
            status=Status.OPEN,
            kind=Kind.LIFT,
            level=Level.OPEN,
            size=None,
            needs=needs,
            language_wanted=language,
            who_pays=None,
            ceiling=ceiling,
            window_start=BEGINNING,
            window_end=BEGINNING,
            created_at=BEGINNING - timedelta(days=days_ago),
            secrets=Secrets(),
            helped_id=helped_id,
        )
        task = await tasks.add(self.transaction, self.people[who], new)
        if is_taken:
            assert await tasks.claim(self.transaction, task, self.people[-1].id, BEGINNING, 99)

    async def helped(self, who: int) -> int:
        """Let somebody ask for another person from now on, and return that person's number."""
        agreed = Consent(ConsentHow.IN_PERSON, BEGINNING, BEGINNING.date())
        name = PrivateText("Agnes")
        person = self.people[who].id
        relation = Relation.NEIGHBOUR
        return await helped_people.add(self.transaction, person, name, relation, None, agreed)

    async def crowd(
        self, details: Details = BOTH, whose: Whose | None = None, *areas: int
    ) -> Crowd:
        """Return who else asked in the last year, by default in the first neighbourhood."""
        places = [self.areas[each] for each in areas or (0,)]
        since = BEGINNING - YEAR
        return await rarity.crowd(self.transaction, places, since, details, whose or Whose())


Story = Callable[[Town], Awaitable[None]]


async def _several_requests_of_one_person_are_one_person(town: Town) -> None:
    for _ in range(3):
        await town.ask(0)
    await town.ask(1)
    assert len(await town.crowd()) == 2


async def _whoever_asks_is_not_among_the_others(town: Town) -> None:
    await town.ask(0)
    await town.ask(1)
    assert len(await town.crowd(BOTH, Whose(town.people[0].id))) == 1


async def _each_person_asked_for_is_one(town: Town) -> None:
    agnes, tom = await town.helped(0), await town.helped(0)
    await town.ask(0)
    await town.ask(0, helped_id=agnes)
    await town.ask(0, helped_id=agnes)
    await town.ask(0, helped_id=tom)
    assert len(await town.crowd()) == 3
    assert len(await town.crowd(BOTH, Whose(helped_id=agnes))) == 2
    assert len(await town.crowd(BOTH, Whose(town.people[0].id))) == 2


async def _what_nobody_took_is_not_counted(town: Town) -> None:
    await town.ask(0, is_taken=False)
    assert await town.crowd() == []


async def _only_the_places_on_the_card_and_the_last_year_count(town: Town) -> None:
    await town.ask(0, area=1)
    await town.ask(1, days_ago=366)
    await town.ask(2, days_ago=364)
    assert len(await town.crowd()) == 1
    assert len(await town.crowd(BOTH, None, 0, 1)) == 2


async def _combinations_are_those_of_single_requests(town: Town) -> None:
    await town.ask(0, STEPS)
    await town.ask(0, DOG)
    await town.ask(1, STEPS | DOG | {Need.CAR})
    await town.ask(2, frozenset({Need.CAR}))
    steps, dog = frozenset({Detail.STEP_FREE}), frozenset({Detail.DOG})
    assert set(await town.crowd()) == {frozenset({steps, dog}), frozenset({steps | dog})}


async def _a_language_and_an_amount_count_where_they_are_the_same(town: Town) -> None:
    await town.ask(0, frozenset(), language="es")
    await town.ask(1, frozenset(), language="en")
    await town.ask(2, frozenset(), ceiling=37)
    await town.ask(3, frozenset(), ceiling=38)
    spanish = Details(frozenset({Detail.LANGUAGE}), language="es")
    assert len(await town.crowd(spanish)) == 1
    amount = Details(frozenset({Detail.CEILING}), ceiling=37)
    assert len(await town.crowd(amount)) == 1


@pytest.mark.parametrize(
    "story",
    [
        _several_requests_of_one_person_are_one_person,
        _whoever_asks_is_not_among_the_others,
        _each_person_asked_for_is_one,
        _what_nobody_took_is_not_counted,
        _only_the_places_on_the_card_and_the_last_year_count,
        _combinations_are_those_of_single_requests,
        _a_language_and_an_amount_count_where_they_are_the_same,
    ],
    ids=lambda story: story.__name__.strip("_"),
)
async def test_people_are_counted(database: Database, story: Story) -> None:
    async def tell(transaction: Transaction) -> None:
        areas = [await neighbours.neighbourhood(transaction, name) for name in ("Elm", "Oak")]
        people = [await neighbours.person(transaction, 7001 + each) for each in range(6)]
        await story(Town(transaction, areas, people))

    await database.transact(tell)
