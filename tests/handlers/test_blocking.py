"""Who can be blocked by whom, and what somebody can still do while they are."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from handlers.events import Event, Place, Said, Sender, Tapped
from handlers.reception import receive
from storage import blocks, conversations, people, roles, tasks
from storage.database import Transaction
from storage.model import Kind, Level, Role, Status, WhyBlocked
from storage.private import PrivateText
from storage.roles import Appointed
from tests.handlers.talks import ANA, BEN, OWNER, TOKEN, Talks, talks_in

TOM = "telegram:7008"
MARY = "telegram:7009"


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Tom and Mary look after Elm Park, where Ana and Ben live too; Olive owns the scheme."""
    async with talks_in(tmp_path) as talks:
        area = await talks.neighbourhood()
        for account, name in ((OWNER, "Olive"), (ANA, "Ana"), (BEN, "Ben"), (MARY, "Mary")):
            await talks.arrives(account, name)
        await talks.arrives(TOM, "Tom")
        await talks.offers(BEN, Kind.SHOPPING)
        for account in (OWNER, ANA, BEN, TOM, MARY):
            await talks.look(partial(_lives_in, account=account, area=area))
        for account in (TOM, MARY):
            await talks.look(partial(_looks_after, account=account, area=area, talks=talks))
        yield talks


async def _lives_in(transaction: Transaction, account: str, area: int) -> None:
    person = await people.find(transaction, account)
    assert person is not None
    await people.set_neighbourhood(transaction, person, area)


async def _looks_after(transaction: Transaction, account: str, area: int, talks: Talks) -> None:
    person = await people.find(transaction, account)
    assert person is not None
    appointed = Appointed(neighbourhoods=frozenset({area}))
    number = person.id
    await roles.appoint(transaction, number, Role.COORDINATOR, appointed, number, talks.now)


async def _is_blocked(talks: Talks, account: str) -> bool:
    person = await talks.person(account)
    return await talks.look(partial(blocks.is_blocked, person_id=person.id))


async def _block(talks: Talks, by: str, account: str) -> str:
    """Let somebody try to block another, and return what they see."""
    person = await talks.person(account)
    await talks.taps(by, f"block-yes:{person.id}:rules")
    return talks.seen_by(by)


async def _hears(talks: Talks, event: Event) -> None:
    await talks.look(lambda transaction: receive(transaction, event, talks.now, talks.house))


async def _writes(talks: Talks, account: str, text: str) -> None:
    place = Place(account, is_private=True)
    await _hears(talks, Said(Sender(account), place, 1, PrivateText(text)))


async def test_a_coordinator_blocks_whom_they_look_after(talks: Talks) -> None:
    assert "Ben is blocked" in await _block(talks, TOM, BEN)
    assert await _is_blocked(talks, BEN)


@pytest.mark.parametrize(
    ("by", "whom", "answer"),
    [
        (TOM, TOM, "cannot block yourself"),
        (TOM, OWNER, "owns the scheme cannot be blocked"),
        (TOM, MARY, "only an owner can block them"),
        (BEN, ANA, "cannot do that here"),
    ],
)
async def test_who_cannot_be_blocked(talks: Talks, by: str, whom: str, answer: str) -> None:
    assert answer in await _block(talks, by, whom)
    assert not await _is_blocked(talks, whom)


async def test_an_owner_blocks_a_coordinator(talks: Talks) -> None:
    assert "Mary is blocked" in await _block(talks, OWNER, MARY)
    await _block(talks, MARY, BEN)
    assert not await _is_blocked(talks, BEN)


@pytest.mark.parametrize("data", ["block:99999", "block-yes:1:gossip", "unblock:x", "blocking:"])
async def test_forged_buttons_block_nobody(talks: Talks, data: str) -> None:
    await talks.taps(TOM, data)
    assert await talks.look(blocks.standing) == []


async def test_what_was_begun_is_forgotten_and_nothing_else_begins(talks: Talks) -> None:
    await _writes(talks, BEN, "/ask")
    await _block(talks, TOM, BEN)
    ben = await talks.person(BEN)
    await _writes(talks, BEN, "Shopping")
    await _writes(talks, BEN, "/ask")
    assert await talks.look(partial(conversations.load, person=ben)) is None
    assert "A coordinator has decided so" in await talks.kept_for(BEN)


async def test_a_worry_is_told_all_the_same(talks: Talks) -> None:
    await _block(talks, TOM, BEN)
    await _writes(talks, BEN, "/worry")
    await _writes(talks, BEN, "I am being followed")
    ben = await talks.person(BEN)
    stored = await talks.look(partial(conversations.load, person=ben))
    assert stored is not None
    assert stored.name == "worry"


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("/mydata", "This is what is kept about you"),
        ("/privacy", "kept"),
        ("/forget", "forget"),
    ],
)
async def test_their_rights_stay_theirs(talks: Talks, command: str, answer: str) -> None:
    await _block(talks, TOM, BEN)
    before = await talks.kept_for(BEN)
    await _writes(talks, BEN, command)
    said = (await talks.kept_for(BEN)).removeprefix(before)
    assert answer in said
    assert "A coordinator has decided so" not in said


async def test_an_old_button_does_nothing_for_somebody_blocked(talks: Talks) -> None:
    await talks.request(ANA)
    ben, task = await talks.person(BEN), await talks.task()
    claim = partial(tasks.claim, task=task, person_id=ben.id, now=talks.now, at_once=1)
    assert await talks.look(claim)
    await _block(talks, TOM, BEN)
    assert (await talks.task()).status is Status.OPEN
    place = Place(BEN, is_private=True)
    for data in (f"off:{TOKEN}:1", f"ask-yes:{TOKEN}", "menu:ask", f"write:{TOKEN}:1"):
        await _hears(talks, Tapped(Sender(BEN), place, "1", data))
    assert (await talks.task()).status is Status.OPEN


async def test_nobody_takes_by_themself_what_somebody_blocked_asked_for(talks: Talks) -> None:
    await talks.request(ANA)
    await _block(talks, TOM, ANA)
    task = await talks.task()
    assert (task.status, task.level) == (Status.OPEN, Level.ASSIGNED)


async def test_whoever_is_let_in_again_can_ask(talks: Talks) -> None:
    await _block(talks, TOM, BEN)
    ben = await talks.person(BEN)
    talks.now += timedelta(days=1)
    await talks.taps(MARY, f"unblock:{ben.id}")
    await _writes(talks, BEN, "/ask")
    assert await talks.look(partial(conversations.load, person=ben)) is not None


async def test_the_reason_is_one_of_a_few(talks: Talks) -> None:
    await _block(talks, TOM, BEN)
    (block,) = await talks.look(blocks.standing)
    assert block.reason is WhyBlocked.RULES
