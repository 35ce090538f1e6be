"""A word of the day where something waits, news of offers gathered, and owners who hear at last."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from handlers.house import Turn
from handlers.looking_after import QUEUE_DAY, look_tomorrow
from handlers.payload import Payload
from handlers.queue.item import Sort
from handlers.queue.reading import queue
from handlers.volunteering.offer_news import of_offer
from storage import blocks, due_work, roles
from storage.database import Transaction
from storage.model import Kind, Reach, Role, WhyBlocked
from storage.tables import outbox
from tests.handlers.talks import OWNER
from tests.handlers.waiting import CARLA, DAN, EVA, THINGS, Place, place_in

DAY = timedelta(days=1)


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    async with place_in(tmp_path) as found:
        yield found


async def _heard(place: Place, account: str) -> list[str]:
    """Return what was sent to somebody, the oldest first; `(changed)` where it took a place."""
    person = await place.talks.person(account)

    async def read(transaction: Transaction) -> list[str]:
        rows = await transaction.connection.execute(
            select(outbox).where(outbox.c.chat_id == person.chat_id).order_by(outbox.c.id)
        )
        found = []
        for row in rows:
            opened = transaction.open(row.payload, "outbox.payload", row.created_at)
            assert opened is not None
            text = Payload.model_validate_json(opened.reveal()).text
            found.append(f"(changed) {text}" if row.action == "edit" else text)
        return found

    return await place.talks.look(read)


async def _begin(place: Place) -> None:
    await place.change(
        lambda transaction: look_tomorrow(Turn(transaction, place.talks.now, place.talks.house))
    )


async def test_where_something_waits_there_is_one_word_a_day(place: Place) -> None:
    await THINGS[Sort.WORDS](place)
    await _begin(place)
    await place.talks.passes(3 * DAY)
    for account in (CARLA, DAN):
        heard = await _heard(place, account)
        assert len(heard) == 3
        assert all(each.startswith("Good morning. One thing waits for you:") for each in heard)
    # Others look after it, and nothing of it is urgent.
    assert await _heard(place, OWNER) == []
    assert await _heard(place, EVA) == []


async def test_where_nothing_waits_there_is_no_word_and_no_next_day(place: Place) -> None:
    await _begin(place)
    await place.talks.passes(2 * DAY)
    for account in (CARLA, DAN, EVA, OWNER):
        assert await _heard(place, account) == []
    assert not await place.change(
        lambda transaction: due_work.is_planned(transaction, QUEUE_DAY, 0)
    )


async def test_owners_hear_of_what_is_urgent_and_left_lying_for_two_days(place: Place) -> None:
    await place.asked(reach=Reach.COORDINATOR)
    await _begin(place)
    await place.talks.passes(DAY + DAY / 2)
    assert await _heard(place, OWNER) == []
    await place.talks.passes(2 * DAY)
    (heard, *_) = await _heard(place, OWNER)
    assert "two days or more" in heard
    assert "one request that nobody has taken" in heard


async def test_owners_hear_themselves_of_what_nobody_looks_after(place: Place) -> None:
    await place.asked(reach=Reach.COORDINATOR)
    for account in (CARLA, DAN):
        person = await place.talks.person(account)
        end = partial(roles.end, person_id=person.id, role=Role.COORDINATOR, now=place.talks.now)
        await place.change(end)
    await _begin(place)
    await place.talks.passes(DAY)
    (heard,) = await _heard(place, OWNER)
    assert heard.startswith("Good morning. One thing waits for you:")


async def test_owners_hear_of_what_those_look_after_who_are_blocked(place: Place) -> None:
    await place.asked(reach=Reach.COORDINATOR)
    olive = await place.talks.person(OWNER)
    for account in (CARLA, DAN):
        person = await place.talks.person(account)
        block = partial(
            blocks.block,
            person_id=person.id,
            reason=WhyBlocked.MISUSE,
            blocked_by=olive.id,
            now=place.talks.now,
        )
        await place.change(block)
    await _begin(place)
    await place.talks.passes(DAY)
    assert await _heard(place, CARLA) == []
    (heard,) = await _heard(place, OWNER)
    assert heard.startswith("Good morning. One thing waits for you:")


async def test_nobody_hears_of_their_own_things_that_others_decide_about(place: Place) -> None:
    await place.offers(Kind.SHOPPING, account=CARLA)
    await _begin(place)
    await place.talks.passes(DAY)
    assert await _heard(place, CARLA) == []
    assert len(await _heard(place, DAN)) == 1
    await place.talks.act(CARLA, queue)
    assert "Carla" not in place.talks.seen_by(CARLA)


async def _comes(place: Place, number: int) -> None:
    account = f"telegram:{6000 + number}"
    await place.talks.arrives(account, f"V{number}")
    await place.offers(Kind.SHOPPING, account=account)
    await place.talks.act(account, of_offer)


async def test_a_wave_of_offers_makes_a_handful_of_messages(place: Place) -> None:
    for number in range(60):
        await _comes(place, number)
        await place.talks.passes(timedelta(seconds=30))
    heard = await _heard(place, CARLA)
    sent = [each for each in heard if not each.startswith("(changed)")]
    assert len(sent) == 2
    assert sent[0].startswith("V0 offers to help:")
    # What is not sent yet is changed where it waits.
    assert len(heard) <= 8
    assert "new offers of help to look at" in heard[-1]


async def test_after_an_hour_the_next_offer_is_told_at_once_again(place: Place) -> None:
    await _comes(place, 0)
    await place.talks.passes(timedelta(minutes=61))
    await _comes(place, 1)
    heard = await _heard(place, CARLA)
    assert [each.split(":")[0] for each in heard] == ["V0 offers to help", "V1 offers to help"]
