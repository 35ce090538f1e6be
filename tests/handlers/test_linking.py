"""A group gets its neighbourhood: who may link it, twice, in topics, and without a name."""

from dataclasses import replace
from pathlib import Path

import pytest

from handlers.events import Place, Sender, Tapped
from handlers.scheme import linking
from handlers.scheme.linking import link
from storage import chats, neighbourhoods, overviews, roles
from storage.model import Group, Neighbourhood, Role
from storage.roles import Appointed
from tests.handlers.talks import ANA, OWNER, Talks, talks_in

GROUP = Place("telegram:-1001", is_private=False)
OTHER_GROUP = Place("telegram:-1002", is_private=False)
TOPIC = replace(GROUP, thread=8)


async def _links(talks: Talks, name: str, place: Place = GROUP, account: str = OWNER) -> str:
    await talks.act(account, lambda turn: link(turn, place, name))
    return talks.seen_in_group()


async def _taps(talks: Talks, number: int, account: str = OWNER) -> str:
    event = Tapped(Sender(account), GROUP, tap="1", data=f"link:{number}")
    await talks.act(account, lambda turn: linking.tapped(turn, event, str(number)))
    return talks.seen_in_group()


async def _groups(talks: Talks, place: Place = GROUP) -> list[Group]:
    chat_id = await talks.look(lambda transaction: chats.find(transaction, place.chat))
    assert chat_id is not None
    return await talks.look(lambda transaction: neighbourhoods.groups_in_chat(transaction, chat_id))


async def _areas(talks: Talks) -> dict[str, Neighbourhood]:
    found = await talks.look(neighbourhoods.all_of_them)
    return {each.name: each for each in found}


async def _coordinator(talks: Talks, appointed: Appointed) -> None:
    olive, ana = await talks.arrives(OWNER, "Olive"), await talks.arrives(ANA, "Ana")
    await talks.look(
        lambda transaction: roles.appoint(
            transaction, ana.id, Role.COORDINATOR, appointed, olive.id, talks.now
        )
    )


async def test_a_link_makes_a_neighbourhood_or_finds_it(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        assert "Elm Park" in await _links(talks, "  Elm   Park ")
        assert "/neighbourhood" in await _links(talks, "elm park", OTHER_GROUP)
        area = (await _areas(talks))["Elm Park"]
        assert area.time_zone == "Europe/London"
        assert [each.neighbourhood_id for each in await _groups(talks)] == [area.id]
        assert [each.neighbourhood_id for each in await _groups(talks, OTHER_GROUP)] == [area.id]


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


async def test_linked_again_in_a_topic_the_cards_move_there(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await _links(talks, "Elm Park")
        [before] = await _groups(talks)
        await talks.look(lambda transaction: overviews.write(transaction, before.id, "two open"))
        await _links(talks, "Elm Park", TOPIC)
        [group] = await _groups(talks)
        assert (group.thread, group.id) == (8, before.id)
        # What hangs in the old topic is not the overview of the new one.
        assert await talks.look(lambda each: overviews.of_group(each, group.id)) is None


async def test_two_topics_can_belong_to_two_neighbourhoods(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await _links(talks, "Elm Park")
        await _links(talks, "Mill Side", TOPIC)
        areas = await _areas(talks)
        assert {each.thread: each.neighbourhood_id for each in await _groups(talks)} == {
            None: areas["Elm Park"].id,
            8: areas["Mill Side"].id,
        }


@pytest.mark.parametrize("name", ["x" * 41, "Elm_Park", "<b>Elm</b>", "Elm 🌳", "-.-"])
async def test_a_name_that_will_not_do_makes_nothing(tmp_path: Path, name: str) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        assert "/link" in await _links(talks, name)
        assert await _areas(talks) == {}


async def test_without_a_name_there_is_a_button_for_each_neighbourhood(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        assert "[" not in await _links(talks, " ")
        for number in range(30):
            await talks.neighbourhood(f"Area {number}")
        said = await _links(talks, "")
        assert said.count("[") == linking.MOST_OFFERED
        assert "/link" in said


async def test_a_tap_links_for_whoever_may(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.arrives(ANA, "Ana")
        elm = await talks.neighbourhood()
        assert await _taps(talks, elm, ANA) == ""
        assert await _taps(talks, elm + 1) == ""
        assert "Elm Park" in await _taps(talks, elm)
        assert [each.neighbourhood_id for each in await _groups(talks)] == [elm]


async def test_only_whoever_looks_after_something_links_and_only_in_a_group(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.arrives(ANA, "Ana")
        assert "Elm" not in await _links(talks, "Elm Hill", account=ANA)
        assert await _links(talks, "Elm Hill", Place(OWNER, is_private=True)) == ""
        assert talks.seen_by(OWNER)
        assert await _areas(talks) == {}


async def test_a_coordinator_links_what_they_look_after_and_makes_nothing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        elm, mill = await talks.neighbourhood(), await talks.neighbourhood("Mill Side")
        await _coordinator(talks, Appointed(None, frozenset({elm})))
        said = await _links(talks, "", account=ANA)
        assert "Elm Park" in said
        assert "Mill Side" not in said
        await _links(talks, "New Town", account=ANA)
        assert "New Town" not in await _areas(talks)
        assert "others" in await _links(talks, "Mill Side", account=ANA)
        assert await _taps(talks, mill, ANA) == ""
        assert "Elm Park" in await _links(talks, "Elm Park", account=ANA)
        assert [each.neighbourhood_id for each in await _groups(talks)] == [elm]


async def test_a_coordinator_takes_no_group_from_others(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        elm = await talks.neighbourhood()
        mill = await talks.neighbourhood("Mill Side")
        await _coordinator(talks, Appointed(None, frozenset({elm})))
        await _links(talks, "Mill Side")
        assert "Mill Side" in await _links(talks, "Elm Park", account=ANA)
        assert [each.neighbourhood_id for each in await _groups(talks)] == [mill]


async def test_a_partner_makes_nothing_in_the_group_of_others(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        hospice = await talks.look(
            lambda transaction: roles.make_organisation(transaction, "The Hospice", talks.now)
        )
        await _coordinator(talks, Appointed(hospice))
        await _links(talks, "Mill Side")
        assert "which others look after" in await _links(talks, "Hill", account=ANA)
        assert list(await _areas(talks)) == ["Mill Side"]


async def test_what_a_partner_makes_belongs_to_them(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        hospice = await talks.look(
            lambda transaction: roles.make_organisation(transaction, "The Hospice", talks.now)
        )
        await _coordinator(talks, Appointed(hospice))
        await _links(talks, "Hill", account=ANA)
        assert (await _areas(talks))["Hill"].organisation_id == hospice
        await _links(talks, "Elm Park")
        assert (await _areas(talks))["Elm Park"].organisation_id is None
        assert "others" in await _links(talks, "elm park", OTHER_GROUP, account=ANA)
