"""Joining from a card: two questions at most, and straight back to the task."""

from functools import partial
from pathlib import Path

from storage import tasks
from storage.model import Kind, Level, Status
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, TOKEN, Talks, press, talks_in, words


async def _begins(talks: Talks, kind: Kind = Kind.SHOPPING, level: Level = Level.OPEN) -> None:
    await talks.arrives(OWNER, "Olive")
    await talks.arrives(RUTH, "Ruth")
    await talks.request(RUTH, kind=kind, level=level)
    await talks.arrives(ANA)
    await talks.begins(ANA, "join", TOKEN)


async def test_two_answers_lead_to_the_task(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _begins(talks)
        await talks.answers(ANA, *press("yes"), words("Ana"))
        ana = await talks.person(ANA)
        assert (await talks.task()).helper_id == ana.id
        assert ana.agreed_at is not None
        assert "Milk, please" in talks.seen_by(ANA)
        assert "Ana" in talks.seen_by(RUTH)


async def test_a_no_claims_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _begins(talks)
        await talks.answers(ANA, *press("no"))
        assert talks.seen_by(ANA)
        assert (await talks.task()).status is Status.OPEN
        assert await talks.volunteer(ANA) is None
        assert (await talks.person(ANA)).agreed_at is None


async def test_a_volunteer_of_another_kind_is_asked_one_thing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(RUTH, "Ruth")
        await talks.request(RUTH)
        ben = await talks.arrives(BEN, "Ben")
        await talks.offers(BEN, Kind.DOG_WALK)
        await talks.begins(BEN, "join", TOKEN)
        await talks.answers(BEN, *press("yes"))
        assert (await talks.task()).helper_id == ben.id
        volunteer = await talks.volunteer(BEN)
        assert volunteer is not None
        assert volunteer.kinds == {Kind.DOG_WALK, Kind.SHOPPING}


async def test_whoever_comes_second_is_registered_all_the_same(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _begins(talks)
        ben = await talks.arrives(BEN, "Ben")
        claim = partial(
            tasks.claim, task=await talks.task(), person_id=ben.id, now=talks.now, at_once=1
        )
        assert await talks.look(claim)
        await talks.answers(ANA, *press("yes"), words("Ana"))
        assert (await talks.task()).helper_id == ben.id
        assert "Milk" not in talks.seen_by(ANA)
        assert await talks.volunteer(ANA) is not None


async def test_a_check_is_asked_for_once(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _begins(talks, Kind.LIFT, Level.CHECKED)
        await talks.answers(ANA, *press("yes"), words("Ana"))
        ana = await talks.person(ANA)
        assert (await talks.task()).status is Status.OPEN
        assert f"check:{ana.id}" in talks.seen_by(OWNER)
        await talks.begins(ANA, "join", TOKEN)
        await talks.answers(ANA, *press("yes"))
        assert talks.seen_by(ANA)
        assert talks.seen_by(OWNER) == ""


async def test_an_assigned_task_is_left_to_the_owners(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _begins(talks, Kind.LISTENING, Level.ASSIGNED)
        await talks.answers(ANA, *press("yes"), words("Ana"))
        assert f"pick:{TOKEN}:{(await talks.person(ANA)).id}" in talks.seen_by(OWNER)
        assert (await talks.task()).status is Status.OPEN


async def test_a_token_that_nobody_made_leads_nowhere(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(ANA, "Ana")
        await talks.begins(ANA, "join", "nothing")
        assert talks.seen_by(ANA)
        assert await talks.volunteer(ANA) is None
