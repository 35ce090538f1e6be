"""A scheme is set up part by part: nothing is lost, and everything has its effect."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import time
from functools import partial
from pathlib import Path

import pytest

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.commands import Command, obey
from handlers.events import Place
from handlers.house import House, PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.question import Heard, Picked, ShownFile
from handlers.safety.emergency_lines import numbers_for
from handlers.scheme.scheme_questions import Part
from handlers.settled import put, read, settled
from handlers.understanding.emergency import EmergencyNumbers
from handlers.understanding.outline import contains
from storage import neighbourhoods, roles
from storage.model import Kind, Level, Neighbourhood, Role
from storage.roles import Appointed
from tests.handlers.talks import ANA, OWNER, Talks, press, talks_in, words

SKIP = Picked("skip")
TOWN = (
    '{"type": "Polygon", "coordinates": [[[-0.08, 51.55], [-0.06, 51.55], [-0.06, 51.57], '
    "[-0.08, 51.57], [-0.08, 51.55]]]}"
)


async def _writes(talks: Talks, account: str, command: str) -> str:
    place = Place(account, is_private=True)
    await talks.act(account, lambda turn: obey(turn, place, Command(command, "")))
    return talks.seen_by(account)


async def _sets(talks: Talks, part: Part, *heard: Heard) -> str:
    await talks.begins(OWNER, "setup", part.value)
    await talks.answers(OWNER, *heard)
    return talks.seen_by(OWNER)


async def _house(talks: Talks) -> House:
    return await talks.look(lambda transaction: settled(transaction, talks.house))


async def _areas(talks: Talks) -> Mapping[str, Neighbourhood]:
    return {each.name: each for each in await talks.look(neighbourhoods.all_of_them)}


async def _all_walked(talks: Talks) -> None:
    await talks.look(lambda transaction: put(transaction, walked=tuple(Part)))


async def _ana_coordinates(talks: Talks, appointed: Appointed) -> None:
    olive, ana = await talks.arrives(OWNER, "Olive"), await talks.arrives(ANA, "Ana")
    await talks.look(
        lambda transaction: roles.appoint(
            transaction, ana.id, Role.COORDINATOR, appointed, olive.id, talks.now
        )
    )


async def test_the_first_time_everything_is_asked_and_all_of_it_can_be_skipped(
    tmp_path: Path,
) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        before = await _house(talks)
        await _writes(talks, OWNER, "setup")
        await talks.answers(OWNER, SKIP, SKIP, *press("yes"), SKIP, SKIP, SKIP, SKIP, SKIP, SKIP)
        assert "still missing" in talks.seen_by(OWNER).lower()
        assert await _house(talks) == before
        # From now on it is the menu.
        assert "[Name|setup:name]" in await _writes(talks, OWNER, "setup")


async def test_what_was_said_stays_wherever_somebody_stops(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await _writes(talks, OWNER, "setup")
        await talks.answers(OWNER, words("Northside & Friends"), Picked("stop"))
        assert (await _house(talks)).scheme == "Northside & Friends"
        said = await _writes(talks, OWNER, "settings")
        assert "time zone" in said
        assert "called" not in said


async def test_every_setting_has_its_effect_on_the_house(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await _sets(talks, Part.TIME_ZONE, words("madrid"))
        await _sets(talks, Part.QUIET_HOURS, words("22:30 - 7"))
        await _sets(talks, Part.CALL_OUTS, words("50"))
        await _sets(talks, Part.FEW_HOMES, *press("800"), words("2"), *press("5"))
        house = await _house(talks)
        assert house.time_zone == "Europe/Madrid"
        assert (house.quiet_from, house.quiet_until) == (time(22, 30), time(7))
        assert (house.agreement_above, house.fewest_homes, house.rare_below) == (50, 800, 5)


async def test_limits_and_who_may_come_in_are_set(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await _sets(talks, Part.LIMITS, *press("claims_a_day", "6"))
        await _sets(talks, Part.LIMITS, *press("no_shows_at_most"), words("2"))
        await _sets(talks, Part.DOOR, *press("yes"), words("020 7946 0000, 10 to 4"))
        house = await _house(talks)
        assert (house.claims_a_day, house.no_shows_at_most, house.reveals_a_day) == (6, 2, 8)
        assert house.by_invitation
        assert house.contact_line == "020 7946 0000, 10 to 4"
        await _sets(talks, Part.DOOR, *press("no"))
        assert not (await _house(talks)).by_invitation


async def test_a_change_shows_the_menu_as_things_are_now(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        assert "22:00–08:00" in await _sets(talks, Part.QUIET_HOURS, *press("22-8"))
        assert "Northside" in await _sets(talks, Part.NAME, words("Northside"))
        assert "as it was" in await _sets(talks, Part.NAME, SKIP)


async def test_neighbourhoods_move_along_with_the_time_zone_of_the_scheme(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.neighbourhood()
        await talks.neighbourhood("Lisboa", "Europe/Lisbon")
        said = await _sets(talks, Part.TIME_ZONE, words("Madrid"))
        assert "Elm Park" in said.partition("---")[0]
        areas = await _areas(talks)
        assert areas["Elm Park"].time_zone == "Europe/Madrid"
        assert areas["Lisboa"].time_zone == "Europe/Lisbon"
        await _sets(talks, Part.NEIGHBOURHOODS, words("Sol"), *[SKIP] * 4, *press("send"))
        assert (await _areas(talks))["Sol"].time_zone == "Europe/Madrid"


# --- What to ring --------------------------------------------------------------------------------


async def _rings(talks: Talks, account: str) -> EmergencyNumbers:
    found: list[EmergencyNumbers] = []

    async def ask(turn: PersonalTurn) -> list[Message]:
        found.append(await numbers_for(turn))
        return []

    await talks.act(account, ask)
    return found[0]


async def test_numbers_of_the_scheme_are_told_in_its_own_country_only(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await _sets(talks, Part.TIME_ZONE, words("London"))
        other = (words("999, 18000"), SKIP, words("116 123"), *press("send"))
        said = await _sets(talks, Part.EMERGENCY, *press("no"), *other)
        assert "18000" in said
        assert (await _rings(talks, OWNER)).any == ("999", "18000")
        await _sets(talks, Part.TIME_ZONE, words("Madrid"))
        assert (await _rings(talks, OWNER)).any == ("112",)
        await _sets(talks, Part.TIME_ZONE, words("London"))
        assert (await _rings(talks, OWNER)).any == ("999", "18000")


async def test_each_service_may_have_its_own_number(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        apart = (SKIP, words("131"), words("132"), words("133"), SKIP)
        await _sets(talks, Part.EMERGENCY, *press("no"), *apart, *press("send"))
        assert await _rings(talks, OWNER) == EmergencyNumbers(
            ambulance=("131",), fire=("132",), police=("133",)
        )


async def test_without_any_number_those_that_are_known_stay(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        said = await _sets(talks, Part.EMERGENCY, *press("no"), SKIP, SKIP, SKIP, SKIP)
        assert "999" in said
        assert (await _rings(talks, OWNER)).any == ("999", "112")


# --- Neighbourhoods ------------------------------------------------------------------------------


async def test_a_neighbourhood_is_made_whole(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        elm = await talks.neighbourhood()
        await _sets(
            talks,
            Part.NEIGHBOURHOODS,
            *(words("elm park"), words("Mill Side")),
            *(words("N16, E8 1"), ShownFile(f"\ufeff{TOWN}"), words("900")),
            *press(str(elm), "done", "send"),
        )
        mill = (await _areas(talks))["Mill Side"]
        assert mill.postcodes == ("E8 1", "N16")
        assert (mill.homes, mill.adjacent) == (900, (elm,))
        assert mill.outline is not None
        assert mill.organisation_id is None


def _map(*areas: tuple[str | None, float]) -> ShownFile:
    """Return a map of squares side by side, from west to east, each with its name."""
    features = []
    for name, west in areas:
        ring = [[west, 51.5], [west + 0.01, 51.5], [west + 0.01, 51.51], [west, 51.51]]
        geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
        features.append({"type": "Feature", "properties": {"Name": name}, "geometry": geometry})
    return ShownFile(json.dumps({"type": "FeatureCollection", "features": features}))


async def test_a_map_makes_a_neighbourhood_of_each_area_that_has_a_name(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.neighbourhood()
        town = _map(("Sol", 0), ("elm park", 0.02), (None, 0.04), ("Luna", 0.008), ("sol", 0.06))
        said = await _sets(talks, Part.NEIGHBOURHOODS, town)
        assert "Sol: about 77" in said
        assert "elm park" not in said
        await talks.answers(OWNER, *press("send"))
        assert set(await _areas(talks)) == {"Elm Park", "Sol", "Luna"}
        # What both share is said once.
        assert talks.seen_by(OWNER).count("overlap") == 1
        outline = (await _areas(talks))["Sol"].outline
        assert outline is not None
        assert contains(outline, 51.505, 0.005)


async def test_a_map_without_a_new_name_is_of_use_for_one_outline(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.neighbourhood()
        said = await _sets(talks, Part.NEIGHBOURHOODS, _map(("Elm Park", 0), ("🌳", 0.02)))
        assert "write a name" in said
        await talks.answers(OWNER, words("Sol"), SKIP, _map((None, 0)), SKIP, SKIP, *press("send"))
        assert (await _areas(talks))["Sol"].outline is not None


async def test_each_change_of_mind_is_kept_until_it_is_saved(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await _sets(talks, Part.NEIGHBOURHOODS, words("Sol"), words("28012"), SKIP, words("80"))
        await talks.answers(OWNER, *press("change", "neighbourhood-homes"), words("800"))
        await talks.answers(OWNER, *press("send"))
        sol = (await _areas(talks))["Sol"]
        assert (sol.postcodes, sol.homes) == (("28012",), 800)


async def test_who_owns_a_new_neighbourhood_is_asked_where_there_are_partners(
    tmp_path: Path,
) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        hospice = await talks.look(
            lambda transaction: roles.make_organisation(transaction, "The Hospice", talks.now)
        )
        skipped = (SKIP, SKIP, SKIP, *press("send"))
        await _sets(talks, Part.NEIGHBOURHOODS, words("Hill"), *press(str(hospice)), *skipped)
        again = (*press("scheme"), SKIP, SKIP, SKIP, SKIP, *press("send"))
        await _sets(talks, Part.NEIGHBOURHOODS, words("Dale"), *again)
        areas = await _areas(talks)
        assert areas["Hill"].organisation_id == hospice
        assert areas["Dale"].organisation_id is None


# --- Who may -------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", Part)
async def test_whoever_looks_after_nothing_sets_up_nothing(tmp_path: Path, part: Part) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(ANA, "Ana")
        await talks.begins(ANA, "setup", part.value)
        assert "cannot" in talks.seen_by(ANA)
        assert "cannot" in await _writes(talks, ANA, "setup")


async def test_a_coordinator_of_one_place_sees_what_is_missing_there(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        elm = await talks.neighbourhood()
        await talks.neighbourhood("Mill Side")
        await _ana_coordinates(talks, Appointed(None, frozenset({elm})))
        said = await _writes(talks, ANA, "setup")
        assert "Elm Park has no group" in said
        assert "Mill Side" not in said
        assert "setup:neighbourhood]" in said
        assert "setup:name" not in said
        assert "setup:neighbourhoods]" not in said
        await talks.begins(ANA, "setup", Part.NEIGHBOURHOODS.value)
        assert "cannot" in talks.seen_by(ANA)


async def test_a_coordinator_of_a_partner_makes_neighbourhoods_for_them(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.neighbourhood()
        hospice = await talks.look(
            lambda transaction: roles.make_organisation(transaction, "The Hospice", talks.now)
        )
        await _ana_coordinates(talks, Appointed(hospice))
        assert "setup:neighbourhoods]" in await _writes(talks, ANA, "setup")
        await talks.begins(ANA, "setup", Part.NEIGHBOURHOODS.value)
        await talks.answers(ANA, words("Hill"), SKIP, SKIP, SKIP, *press("send"))
        assert (await _areas(talks))["Hill"].organisation_id == hospice
        # Of others they see nothing, in the menu either.
        assert "Elm Park" not in talks.seen_by(ANA)


async def test_an_owner_who_is_none_any_more_saves_nothing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.begins(OWNER, "setup", Part.NAME.value)
        talks.house = replace(talks.house, owners=frozenset())
        await talks.answers(OWNER, words("Northside"))
        assert "cannot" in talks.seen_by(OWNER)
        assert (await talks.look(read)).scheme is None


# --- The menu ------------------------------------------------------------------------------------


async def test_the_menu_of_a_large_scheme_fits_into_a_message(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await _all_walked(talks)
        for number in range(60):
            area = await talks.neighbourhood(f"A neighbourhood with a long name {number:02}")
            codes = [f"N{number} {each}" for each in range(9)]
            await talks.look(
                partial(neighbourhoods.set_postcodes, neighbourhood_id=area, prefixes=codes)
            )
        said = await _writes(talks, OWNER, "setup")
        assert len(said) < 4000
        assert "45 more" in said


async def test_every_button_of_the_menu_begins_something(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.neighbourhood()
        await _all_walked(talks)
        await _writes(talks, OWNER, "setup")
        [menu] = [each for each in talks.said if isinstance(each, Say)]
        data = [button.data for row in menu.buttons for button in row if hasattr(button, "data")]
        assert len(data) == len(Part) + 3
        for each in data:
            await talks.taps(OWNER, each)
            assert "[Stop|q:" in talks.seen_by(OWNER), each
            await talks.answers(OWNER, Picked("stop"))


async def test_a_forged_button_of_the_menu_does_nothing(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        for data in ("setup:", "setup:first:name", "setup:ask", "setup:name:name"):
            await talks.taps(OWNER, data)
            assert talks.seen_by(OWNER) == ""


async def test_levels_are_never_looser_than_by_default(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        loose = {Kind.LIFT: Level.OPEN, Kind.SHOPPING: Level.CHECKED}
        await talks.look(lambda transaction: put(transaction, levels=loose))
        levels = (await _house(talks)).levels
        assert (levels[Kind.LIFT], levels[Kind.SHOPPING]) == (Level.CHECKED, Level.CHECKED)


async def test_a_coordinator_does_not_configure(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.neighbourhood()
        await _ana_coordinates(talks, Appointed())
        told: list[bool] = []

        async def ask(turn: PersonalTurn) -> list[Message]:
            actor = await actor_of(turn)
            told.extend((allowed(actor, Action.CONFIGURE), allowed(actor, Action.SET_UP)))
            return []

        await talks.act(ANA, ask)
        assert told == [False, True]
