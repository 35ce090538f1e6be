"""Setting up: a group gets its neighbourhood, and a neighbourhood what belongs to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.conversation import Heard
from handlers.events import Place
from handlers.scheme.linking import link
from storage import chats, neighbourhoods
from storage.model import Group, Neighbourhood
from tests.handlers.talks import ANA, OWNER, Talks, press, talks_in, words

GROUP = Place("telegram:-1001", is_private=False)
TOPIC = replace(GROUP, thread=8)


async def _links(talks: Talks, name: str, place: Place = GROUP, account: str = OWNER) -> str:
    await talks.act(account, lambda turn: link(turn, place, name))
    return talks.seen_in_group()


async def _groups(talks: Talks) -> list[Group]:
    chat_id = await talks.look(lambda transaction: chats.find(transaction, GROUP.chat))
    assert chat_id is not None
    return await talks.look(lambda transaction: neighbourhoods.groups_in_chat(transaction, chat_id))


async def _areas(talks: Talks) -> dict[str, Neighbourhood]:
    found = await talks.look(neighbourhoods.all_of_them)
    return {each.name: each for each in found}


async def test_a_link_makes_a_neighbourhood_or_finds_it(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        assert "Elm Park" in await _links(talks, "  Elm   Park ")
        assert "/neighbourhood" in await _links(talks, "elm park", TOPIC)
        area = (await _areas(talks))["Elm Park"]
        assert area.time_zone == "Europe/London"
        assert [(each.thread, each.neighbourhood_id) for each in await _groups(talks)] == [
            (None, area.id),
            (8, area.id),
        ]


async def test_a_linked_group_can_move_to_another_neighbourhood(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.neighbourhood("Mill Side", "Europe/Madrid")
        await _links(talks, "Mill Side")
        said = await _links(talks, "Saint-Denis d’Elm No. 2")
        assert "Mill Side" in said
        areas = await _areas(talks)
        assert areas["Saint-Denis d’Elm No. 2"].time_zone == "Europe/Madrid"
        [group] = await _groups(talks)
        assert group.neighbourhood_id == areas["Saint-Denis d’Elm No. 2"].id


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "Elm_Park", "<b>Elm</b>", "Elm 🌳", "-.-"])
async def test_a_name_that_will_not_do_makes_nothing(tmp_path: Path, name: str) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        assert await _links(talks, name)
        assert await _areas(talks) == {}


async def test_only_an_owner_links_and_only_in_a_group(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.arrives(ANA, "Ana")
        assert "Elm" not in await _links(talks, "Elm Hill", account=ANA)
        assert await _links(talks, "Elm Hill", Place(OWNER, is_private=True)) == ""
        assert talks.seen_by(OWNER)
        assert await _areas(talks) == {}


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
