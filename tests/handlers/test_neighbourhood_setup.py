"""What belongs to a neighbourhood is changed, by those who look after it."""

from dataclasses import replace
from pathlib import Path

from handlers.messages import ChangeCard
from handlers.question import Heard
from storage import card_posts, neighbourhoods, roles
from storage.model import CardPost, Neighbourhood, Role
from storage.roles import Appointed
from tests.handlers.talks import ANA, OWNER, Talks, press, talks_in, words


async def _areas(talks: Talks) -> dict[str, Neighbourhood]:
    found = await talks.look(neighbourhoods.all_of_them)
    return {each.name: each for each in found}


async def _sets(talks: Talks, area: int, part: str, *value: Heard) -> None:
    await talks.begins(OWNER, "neighbourhood")
    await talks.answers(OWNER, *press(str(area), part), *value, *press("send"))


async def test_everything_of_a_neighbourhood_can_be_set(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        elm, mill = await talks.neighbourhood(), await talks.neighbourhood("Mill Side")
        await _sets(talks, elm, "postcodes", words("n16, E8 1"))
        await _sets(talks, elm, "homes", words("no idea"), words("450"))
        await _sets(talks, elm, "adjacent", *press(str(mill), "done"))
        await _sets(talks, elm, "time-zone", words("europe / dublin"))
        outline = words("51.50, -0.10\n51.51, -0.10\n51.51, -0.09")
        await _sets(talks, elm, "outline", words("a circle, roughly"), outline)
        areas = await _areas(talks)
        assert areas["Elm Park"].postcodes == ("E8 1", "N16")
        assert areas["Elm Park"].homes == 450
        assert areas["Elm Park"].time_zone == "Europe/Dublin"
        assert areas["Elm Park"].outline is not None
        assert areas["Mill Side"].adjacent == (elm,)
        assert "/neighbourhood" in talks.seen_by(OWNER)
        await _sets(talks, elm, "name", words("mill side"), words("Elm Hill"))
        assert (await _areas(talks))["Elm Hill"].id == elm


async def test_an_outline_that_is_skipped_stays_as_it_was(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        elm = await talks.neighbourhood()
        await talks.begins(OWNER, "neighbourhood")
        await talks.answers(OWNER, *press(str(elm), "outline", "skip"))
        assert "as it was" in talks.seen_by(OWNER)


async def test_an_open_card_gets_the_new_name_too(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.arrives(ANA, "Ana")
        task = await talks.request(ANA)
        assert task.neighbourhood_id is not None
        post = CardPost(task.id, 1, None, 5)
        await talks.look(lambda transaction: card_posts.note(transaction, post))
        await _sets(talks, task.neighbourhood_id, "name", words("Elm Hill"))
        [changed] = [each for each in talks.said if isinstance(each, ChangeCard)]
        assert changed.card.area.name == "Elm Hill"


async def test_a_postcode_of_another_neighbourhood_is_refused_by_its_name(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        elm, mill = await talks.neighbourhood(), await talks.neighbourhood("Mill Side")
        await _sets(talks, elm, "postcodes", words("N16"))
        await talks.begins(OWNER, "neighbourhood")
        await talks.answers(OWNER, *press(str(mill), "postcodes"), words("E8, N16"))
        assert "Elm Park" in talks.seen_by(OWNER)
        await talks.answers(OWNER, words("E8"), *press("send"))
        assert (await _areas(talks))["Mill Side"].postcodes == ("E8",)


async def test_an_owner_who_is_none_any_more_sets_nothing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        area = await talks.neighbourhood()
        await talks.begins(OWNER, "neighbourhood")
        await talks.answers(OWNER, *press(str(area), "homes"), words("450"))
        talks.house = replace(talks.house, owners=frozenset())
        await talks.answers(OWNER, *press("send"))
        assert (await _areas(talks))["Elm Park"].homes is None


async def test_without_a_neighbourhood_it_says_how_to_make_one(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.begins(OWNER, "neighbourhood")
        assert "/setup" in talks.seen_by(OWNER)


async def test_a_coordinator_changes_their_own_and_keeps_what_others_said(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        olive, ana = await talks.arrives(OWNER, "Olive"), await talks.arrives(ANA, "Ana")
        elm, mill = await talks.neighbourhood(), await talks.neighbourhood("Mill Side")
        hospice = await talks.look(
            lambda transaction: roles.make_organisation(transaction, "The Hospice", talks.now)
        )
        hill = await talks.look(
            lambda transaction: neighbourhoods.make(
                transaction, "Hill", "Europe/London", talks.now, hospice
            )
        )
        await _sets(talks, elm, "adjacent", *press(str(hill), str(mill), "done"))
        await talks.look(
            lambda transaction: roles.appoint(
                transaction,
                ana.id,
                Role.COORDINATOR,
                Appointed(None, frozenset({elm})),
                olive.id,
                talks.now,
            )
        )
        await talks.begins(ANA, "neighbourhood")
        assert "Mill Side" not in talks.seen_by(ANA)
        await talks.answers(ANA, *press(str(elm), "adjacent"))
        assert "Mill Side" in talks.seen_by(ANA)
        assert "Hill" not in talks.seen_by(ANA)
        await talks.answers(ANA, *press("done", "send"))
        assert (await _areas(talks))["Elm Park"].adjacent == (hill,)


async def test_a_coordinator_whose_role_ended_meanwhile_changes_nothing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        olive, ana = await talks.arrives(OWNER, "Olive"), await talks.arrives(ANA, "Ana")
        elm = await talks.neighbourhood()
        await talks.look(
            lambda transaction: roles.appoint(
                transaction, ana.id, Role.COORDINATOR, Appointed(), olive.id, talks.now
            )
        )
        await talks.begins(ANA, "neighbourhood")
        await talks.answers(ANA, *press(str(elm), "homes"), words("450"))
        await talks.look(
            lambda transaction: roles.end(transaction, ana.id, Role.COORDINATOR, talks.now)
        )
        await talks.answers(ANA, *press("send"))
        assert "cannot" in talks.seen_by(ANA)
        assert (await _areas(talks))["Elm Park"].homes is None
