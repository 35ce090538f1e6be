"""What a card leaves out and names is decided once, and every later version agrees."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import posting
from handlers.cards import card_of, merged_with, places_named
from handlers.house import PersonalTurn
from handlers.messages import Message, PostCard
from handlers.scheme import coordinating
from storage import neighbourhoods, repeats, tables, tasks
from storage.database import Transaction
from storage.model import (
    Detail,
    Kind,
    Need,
    Neighbourhood,
    NewRepeat,
    Secrets,
    Status,
    Task,
    WhoPays,
)
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, Talks, talks_in
from tests.handlers.test_every_conversation import TASK
from tests.long_ago import Past, happen

STEPS: Final = frozenset({Need.STEP_FREE})
BOTH: Final = frozenset({Detail.STEP_FREE, Detail.LANGUAGE})


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    async with talks_in(tmp_path) as scheme:
        for account, name in ((OWNER, "Olive"), (RUTH, "Ruth"), (ANA, "Ana"), (BEN, "Ben")):
            await scheme.arrives(account, name)
        yield scheme


async def _changed(talks: Talks, task: Task, **values: object) -> Task:
    """Return a task in which something stands otherwise."""

    async def change(transaction: Transaction) -> Task:
        await tasks.change(transaction, tables.tasks.c.id == task.id, **values)
        return await tasks.get(transaction, task.id)

    return await talks.look(change)


async def _lift(talks: Talks, account: str = RUTH) -> Task:
    """Return a lift without steps for somebody who speaks Spanish."""
    task = await talks.request(account, kind=Kind.LIFT)
    return await _changed(talks, task, needs=["step-free"], language_wanted="es")


async def _completes(talks: Talks, task: Task) -> Task:
    """Let the owner give a request its neighbourhood, and return it as it is then."""
    await _changed(talks, task, neighbourhood_id=None, status=Status.WITH_COORDINATOR)

    async def give(turn: PersonalTurn) -> list[Message]:
        found = await tasks.get(turn.transaction, task.id)
        await coordinating.give_neighbourhood(turn, found, str(task.neighbourhood_id))
        return []

    await talks.act(OWNER, give)
    return await talks.task()


async def test_a_coordinator_completes_a_request_and_its_card_is_decided(talks: Talks) -> None:
    lift = await _lift(talks)
    completed = await _completes(talks, lift)
    assert completed.status is Status.OPEN
    assert completed.left_out == BOTH
    assert completed.named == {lift.neighbourhood_id}


async def test_what_an_earlier_card_left_out_is_not_given_back(talks: Talks) -> None:
    lift = await _lift(talks)
    assert lift.neighbourhood_id is not None
    await _changed(talks, lift, left_out=["step-free"])
    past = Past(
        Kind.LIFT,
        lift.neighbourhood_id,
        talks.now - timedelta(days=9),
        timedelta(hours=1),
        status=Status.DONE,
        needs=STEPS,
        language_wanted="es",
    )
    helper = await talks.person(OWNER)
    for number, account in enumerate((ANA, BEN)):
        person = await talks.person(account)
        happens = partial(happen, past=past, resident=person, helper=helper)
        await talks.look(partial(happens, reference=f"OLD-{number}"))
    assert (await _completes(talks, lift)).left_out == {Detail.STEP_FREE}


async def test_weekly_help_repeats_what_its_first_card_left_out(talks: Talks) -> None:
    lift = await _lift(talks)
    lift = await _changed(talks, lift, left_out=sorted(BOTH), named=[lift.neighbourhood_id])
    new = NewRepeat("w1", lift, None, talks.now, talks.now, talks.now, Secrets())
    resident = await talks.person(RUTH)
    kept = await talks.look(partial(repeats.add, resident=resident, new=new))
    assert kept is not None
    assert (kept.left_out, kept.named) == (BOTH, lift.named)


async def test_no_later_version_of_a_card_tells_more(talks: Talks) -> None:
    lift = await _changed(talks, await _lift(talks), left_out=sorted(BOTH))
    areas = await talks.look(neighbourhoods.all_of_them)
    for status in Status:
        card = card_of(replace(lift, status=status), areas, 400)
        assert (card.needs, card.language_wanted) == (frozenset(), None)


async def test_an_amount_of_ones_own_is_not_named(talks: Talks) -> None:
    errand = await talks.request(RUTH, kind=Kind.ERRAND)
    errand = await _changed(
        talks, errand, who_pays=WhoPays.PAID_BACK, ceiling=37, left_out=["ceiling"]
    )
    areas = await talks.look(neighbourhoods.all_of_them)
    texts = talks.house.texts
    said = [texts.say(line, "en") for line in card_of(errand, areas, 400).lines()]
    assert "Paying: the helper is paid back" in said


async def test_a_card_comes_to_hang_in_a_place_that_it_names_from_now_on(talks: Talks) -> None:
    task = await talks.request(RUTH)
    home = task.neighbourhood_id
    assert home is not None

    async def make_it_small(turn: PersonalTurn) -> list[Message]:
        transaction = turn.transaction
        before = await posting.places_by_home(turn)
        other = await neighbourhoods.make(transaction, "Oak Hill", "Europe/London", turn.now)
        await neighbourhoods.link_group(transaction, turn.person.chat_id, None, other, "en")
        await neighbourhoods.set_adjacent(transaction, home, [other])
        await neighbourhoods.change(transaction, home, homes=90)
        return await posting.cards_named_anew(turn, before)

    await talks.act(OWNER, make_it_small)
    (posted,) = [each for each in talks.said if isinstance(each, PostCard)]
    assert posted.card.area.name == "Elm Park / Oak Hill"


_HOMES = st.one_of(st.none(), st.integers(1, 900))


@st.composite
def _towns(draw: st.DrawFn) -> list[Neighbourhood]:
    """Return neighbourhoods with some homes, some of them beside others."""
    numbers = list(range(1, draw(st.integers(2, 6)) + 1))
    return [
        Neighbourhood(
            number,
            f"Place {number}",
            "Europe/London",
            homes=draw(_HOMES),
            adjacent=tuple(draw(st.lists(st.sampled_from(numbers), unique=True, max_size=4))),
        )
        for number in numbers
    ]


@given(town=_towns(), homes=st.lists(_HOMES, min_size=6, max_size=6), fewest=st.integers(100, 900))
def test_whatever_changes_a_card_never_names_fewer_places(
    town: list[Neighbourhood], homes: list[int | None], fewest: int
) -> None:
    posted = merged_with(town[0], town, 400)
    task = replace(TASK, named=frozenset(each.id for each in posted))
    later = [replace(each, homes=now) for each, now in zip(town, homes, strict=False)]
    named = places_named(task, later, fewest)
    assert {each.id for each in posted} <= {each.id for each in named}
    assert named[0].id == task.neighbourhood_id
    assert len({each.id for each in named}) == len(named)


@given(town=_towns(), fewest=st.integers(1, 900))
def test_a_place_on_a_card_is_large_enough_or_all_there_is(
    town: list[Neighbourhood], fewest: int
) -> None:
    merged = merged_with(town[0], town, fewest)
    known = [each.homes for each in merged]
    beside = {number for each in merged for number in each.adjacent}
    is_large = None in known or sum(each or 0 for each in known) >= fewest
    assert is_large or beside <= {each.id for each in merged}
