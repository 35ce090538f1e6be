"""An owner gives a neighbourhood to a partner organisation, and everybody concerned hears of it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import hand_overs, neighbourhoods, repeats, roles, tasks
from storage.database import Transaction
from storage.model import Kind, Role
from storage.roles import Appointed
from tests.handlers.talks import ANA, OWNER, RUTH, TOKEN, Talks, press, talks_in
from tests.storage.neighbours import repeat

TOM = "telegram:7011"
MARY = "telegram:7012"
ELM_PARK, HOSPICE = 1, 1


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Tom looks after Elm Park, where Ruth asks; Mary acts for a hospice that owns nothing yet."""
    async with talks_in(tmp_path) as talks:
        for account, name in {OWNER: "Olive", TOM: "Tom", MARY: "Mary", RUTH: "Ruth"}.items():
            await talks.arrives(account, name)
        await talks.request(RUTH)
        tom, mary = await talks.person(TOM), await talks.person(MARY)

        async def appoint(transaction: Transaction) -> None:
            hospice = await roles.make_organisation(transaction, "The Hospice", talks.now)
            named = Appointed(None, frozenset({ELM_PARK}))
            await roles.appoint(transaction, tom.id, Role.COORDINATOR, named, tom.id, talks.now)
            theirs = Appointed(hospice)
            await roles.appoint(transaction, mary.id, Role.CONTACT, theirs, mary.id, talks.now)

        await talks.look(appoint)
        yield talks


async def _gives(talks: Talks, to: str = "1") -> None:
    await talks.taps(OWNER, "setup:give-area")
    await talks.answers(OWNER, *press(str(ELM_PARK), to))


async def _owner_of_elm_park(talks: Talks) -> int | None:
    everywhere = await talks.look(neighbourhoods.all_of_them)
    return next(each.organisation_id for each in everywhere if each.id == ELM_PARK)


async def test_an_owner_sees_what_goes_along_before_it_does(talks: Talks) -> None:
    task = await talks.task()
    ruth = await talks.person(RUTH)
    await talks.look(lambda transaction: repeats.add(transaction, ruth, repeat(task)))
    await _gives(talks)
    shown = talks.seen_by(OWNER)
    assert "The Hospice would look after Elm Park" in shown
    assert "one open request, one weekly visit and 0 volunteers" in shown
    assert await _owner_of_elm_park(talks) is None


async def test_both_sides_and_everybody_with_a_request_hear_of_it(talks: Talks) -> None:
    await _gives(talks)
    await talks.answers(OWNER, *press("send"))
    assert await _owner_of_elm_park(talks) == HOSPICE
    assert "The Hospice looks after Elm Park now" in talks.seen_by(OWNER)
    assert "you do not see its requests" in talks.seen_by(TOM)
    assert "You look after Elm Park" in talks.seen_by(MARY)
    assert "They can see your request T1" in talks.seen_by(RUTH)
    assert f"|drop:{TOKEN}]" in talks.seen_by(RUTH)


async def test_those_before_see_nothing_of_it_any_more(talks: Talks) -> None:
    await _gives(talks)
    await talks.answers(OWNER, *press("send"))
    for data in (f"page:{TOKEN}", f"words:{TOKEN}", f"handover:{TOKEN}", f"close:{TOKEN}"):
        await talks.taps(TOM, data)
        assert "Milk" not in talks.seen_by(TOM)
        assert "You cannot do that here" in talks.seen_by(TOM)
    await talks.taps(MARY, f"words:{TOKEN}")
    assert "Milk, please" in talks.seen_by(MARY)


async def test_a_question_about_a_hand_over_ends_with_it(talks: Talks) -> None:
    await talks.taps(TOM, f"handover:{TOKEN}")
    await talks.answers(TOM, *press("1", "send"))
    await _gives(talks)
    await talks.answers(OWNER, *press("send"))
    assert await talks.look(lambda each: hand_overs.asked_about(each, TOKEN)) is None
    await talks.taps(RUTH, "handover-yes:1")
    assert "is over" in talks.seen_by(RUTH)
    task = await talks.look(lambda transaction: tasks.with_token(transaction, TOKEN))
    assert task is not None
    assert task.neighbourhood_id == ELM_PARK


async def test_it_comes_back_with_the_same_roles(talks: Talks) -> None:
    await _gives(talks)
    await talks.answers(OWNER, *press("send"))
    await _gives(talks, to="own")
    await talks.answers(OWNER, *press("send"))
    assert await _owner_of_elm_park(talks) is None
    assert "You look after Elm Park" in talks.seen_by(TOM)
    assert "you do not see its requests" in talks.seen_by(MARY)


async def test_only_owners_give(talks: Talks) -> None:
    await talks.arrives(ANA, "Ana")
    await talks.offers(ANA, Kind.SHOPPING)
    for account in (TOM, MARY, ANA, RUTH):
        await talks.taps(account, "setup:give-area")
        assert "You cannot do that here" in talks.seen_by(account)
