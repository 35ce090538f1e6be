"""The queue: what waits for whom, in which order, and what two do about it at once."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.messages import LARGEST_NUMBER, Say
from handlers.queue.item import Cursor, Sort, cursor_of
from handlers.queue.reading import queue
from handlers.texts import T
from storage import people, roles, worries
from storage.model import Kind, Role
from storage.private import PrivateText
from storage.queue import Mark
from tests.clock import BEGINNING
from tests.handlers.talks import ANA, OWNER, RUTH
from tests.handlers.waiting import CARLA, DAN, EVA, LEAD, THINGS, Place, place_in

NOTHING = "Nothing waits for you just now."


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    async with place_in(tmp_path) as found:
        yield found


async def _read(place: Place, account: str) -> str:
    await place.talks.act(account, queue)
    return place.talks.seen_by(account)


def _line(place: Place, sort: Sort, number: int = 1) -> str:
    return place.talks.house.texts.say(T(f"queue-sort-{sort.value}", number=number), "en")


@pytest.mark.parametrize("sort", THINGS)
async def test_what_waits_is_seen_by_those_who_look_after_it_and_by_nobody_else(
    place: Place, sort: Sort
) -> None:
    thing = await THINGS[sort](place)
    for account in (CARLA, DAN, OWNER):
        seen = await _read(place, account)
        assert _line(place, sort) in seen
        assert thing.reads in seen
        assert (thing.begins or thing.settles) in seen
    assert "In Elm Park:" in seen
    for account in (EVA, LEAD):
        assert await _read(place, account) == NOTHING
    for account in (ANA, RUTH):
        assert await _read(place, account) not in (NOTHING, "")
        assert thing.reads not in place.talks.seen_by(account)


@pytest.mark.parametrize("sort", THINGS)
async def test_of_two_who_settle_it_one_does_and_the_other_is_told(
    place: Place, sort: Sort
) -> None:
    thing = await THINGS[sort](place)
    if not thing.settles:
        pytest.skip("it is settled elsewhere, or by itself")
    await _read(place, CARLA)
    await _read(place, DAN)
    await place.talks.taps(CARLA, thing.settles)
    assert place.talks.said
    await place.talks.taps(DAN, thing.settles)
    heard = [each.to.account for each in place.talks.said if isinstance(each, Say)]
    assert heard == [DAN], "nobody else hears of what was settled before"
    assert thing.too_late in place.talks.seen_by(DAN)
    assert _line(place, sort) not in await _read(place, CARLA)


@pytest.mark.parametrize("sort", THINGS)
async def test_a_button_in_the_wrong_hands_settles_nothing(place: Place, sort: Sort) -> None:
    thing = await THINGS[sort](place)
    if not thing.settles:
        pytest.skip("it is settled elsewhere, or by itself")
    for account in (EVA, LEAD, ANA, RUTH):
        await place.talks.taps(account, thing.settles)
        assert not [
            each
            for each in place.talks.said
            if isinstance(each, Say) and each.to.account != account
        ]
        assert thing.reads not in place.talks.seen_by(account)
    assert _line(place, sort) in await _read(place, CARLA)


async def test_the_most_urgent_sorts_come_first(place: Place) -> None:
    await THINGS[Sort.OFFER](place)
    await THINGS[Sort.UNCLAIMED](place)
    seen = await _read(place, CARLA)
    assert "2 things wait for you:" in seen
    assert seen.index("T1 waits") < seen.index("offers to help")


async def test_a_long_queue_is_shown_page_by_page_and_nothing_twice(place: Place) -> None:
    names = [f"Volunteer{number:02}" for number in range(12)]
    for number, name in enumerate(names):
        account = f"telegram:{6000 + number}"
        await place.talks.arrives(account, name)
        await place.offers(Kind.LIFT if number == 11 else Kind.SHOPPING, account=account)
        place.talks.now += timedelta(seconds=number % 3)
    seen = [await _read(place, CARLA)]
    while "[Show more of it|" in seen[-1]:
        more = seen[-1].rsplit("[Show more of it|", 1)[1].split("]")[0]
        # What is settled meanwhile moves nothing.
        first = await place.talks.person("telegram:6000")
        await place.talks.taps(CARLA, f"offer-seen:{first.id}")
        await place.talks.taps(CARLA, more)
        seen.append(place.talks.seen_by(CARLA))
    shown = re.findall(r"(\w+) offers to help", "\n".join(seen))
    assert sorted(shown) == names
    assert shown[0] == "Volunteer11", "whoever has to be checked comes first"
    assert [page.count("offers to help") for page in seen] == [5, 5, 2]


@pytest.mark.parametrize(
    "data",
    [
        *("offer", "offer:", "offer:1", "offer:x:1", "offer:1:x", "nothing:1:1", "offer:-1:1"),
        *("offer:999999999999999999:1", "offer:1:²", ":", "offer:1:1:1"),
    ],
)
async def test_a_forged_place_in_the_queue_shows_nothing(place: Place, data: str) -> None:
    await THINGS[Sort.OFFER](place)
    await place.talks.taps(CARLA, f"queue:{data}")
    assert "offers to help" not in place.talks.seen_by(CARLA) or data == "offer:1:1:1"


def test_a_place_in_the_queue_survives_its_button() -> None:
    for number in (0, 1, 999_999):
        at = BEGINNING + timedelta(microseconds=number)
        cursor = Cursor(Sort.UNKNOWN_SEND, Mark(at, LARGEST_NUMBER))
        assert cursor_of(cursor.carried()) == cursor
        assert len(f"queue:{cursor.carried()}") <= 64


async def test_a_role_that_has_ended_opens_no_queue(place: Place) -> None:
    thing = await THINGS[Sort.OFFER](place)
    carla = await place.talks.person(CARLA)
    await place.change(
        lambda transaction: roles.end(transaction, carla.id, Role.COORDINATOR, place.talks.now)
    )
    for data in ("queue:", thing.settles, f"offers-seen:{int(place.talks.now.timestamp())}"):
        await place.talks.taps(CARLA, data)
        assert "Ana" not in place.talks.seen_by(CARLA)
    assert _line(place, Sort.OFFER) in await _read(place, DAN)


async def test_worries_are_seen_by_leads_alone(place: Place) -> None:
    words = PrivateText("He shouted at me")
    await place.change(
        lambda transaction: worries.add(transaction, place.ruth, place.talks.now, words=words)
    )
    seen = await _read(place, LEAD)
    assert _line(place, Sort.WORRY) in seen
    assert "He shouted" in seen
    for account in (CARLA, DAN, EVA, OWNER):
        assert await _read(place, account) == NOTHING


async def test_nobody_decides_about_their_own_cost_while_there_is_somebody_else(
    place: Place,
) -> None:
    thing = await THINGS[Sort.COST](place)
    ana = await place.talks.person(ANA)
    held = (await place.change(roles.of_everybody))[(await place.talks.person(CARLA)).id]
    await place.change(
        lambda transaction: roles.appoint(
            transaction, ana.id, Role.COORDINATOR, held[Role.COORDINATOR], ana.id, place.talks.now
        )
    )
    assert await _read(place, ANA) == NOTHING
    assert thing.reads in await _read(place, CARLA)


async def test_all_open_offers_are_noted_as_seen_but_those_to_check_and_later_ones(
    place: Place,
) -> None:
    for number, kind in enumerate((Kind.SHOPPING, Kind.ERRAND, Kind.LIFT)):
        await place.talks.arrives(f"telegram:{6000 + number}", f"V{number}")
        await place.offers(kind, account=f"telegram:{6000 + number}")
    seen = await _read(place, CARLA)
    all_seen = seen.split("[Note all 2 new offers as seen|")[1].split("]")[0]
    place.talks.now += timedelta(minutes=1)
    await place.talks.arrives("telegram:6009", "V9")
    await place.offers(Kind.POST, account="telegram:6009")
    await place.talks.taps(EVA, all_seen)
    assert "0 offers" in place.talks.seen_by(EVA)
    await place.talks.taps(CARLA, all_seen)
    assert "2 offers" in place.talks.seen_by(CARLA)
    left = await _read(place, CARLA)
    assert "V2 offers" in left
    assert "V9 offers" in left
    assert "V0 offers" not in left
    await place.talks.taps(RUTH, all_seen)
    assert "2 offers" not in place.talks.seen_by(RUTH)


@pytest.mark.parametrize("until", ["", "0", "-1", "9" * 17, "9" * 18])
async def test_a_forged_moment_up_to_which_offers_are_seen_hides_nothing(
    place: Place, until: str
) -> None:
    await place.talks.taps(CARLA, f"offers-seen:{until}")
    await place.talks.arrives("telegram:6000", "Zoe")
    place.talks.now += timedelta(minutes=1)
    await place.offers(Kind.SHOPPING, account="telegram:6000")
    assert "Zoe" in await _read(place, CARLA)


async def test_somebody_of_no_neighbourhood_is_the_schemes_own(place: Place) -> None:
    await place.talks.arrives("telegram:6000", "Zoe")
    await place.talks.offers("telegram:6000", Kind.SHOPPING)
    assert "Zoe" in await _read(place, DAN)
    assert await place.change(lambda transaction: people.find(transaction, EVA)) is not None
    assert await _read(place, EVA) == NOTHING
