"""A check may end while its helper holds a task that takes one."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers.house import Turn
from handlers.queue.reading import queue
from handlers.volunteering import check_expiry
from storage import checks, tasks
from storage.database import Transaction
from storage.model import Kind, Level, Status
from tests.handlers.talks import ANA, OWNER, RUTH, TOKEN, Talks, press, talks_in


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Ana holds a pharmacy run of Ruth's, and is checked until tomorrow."""
    async with talks_in(tmp_path) as talks:
        for account, name in ((OWNER, "Olive"), (RUTH, "Ruth"), (ANA, "Ana")):
            await talks.arrives(account, name)
        await talks.offers(ANA, Kind.PHARMACY_RUN)
        task = await talks.request(RUTH, kind=Kind.PHARMACY_RUN, level=Level.CHECKED)
        ana = await talks.person(ANA)

        async def holds(transaction: Transaction) -> None:
            last_day = (talks.now + timedelta(days=1)).date()
            await checks.record_check(transaction, ana.id, ana.id, talks.now, last_day)
            assert await tasks.claim(transaction, task, ana.id, talks.now, 3)

        await talks.look(holds)
        yield talks


async def test_the_door_is_shown_on_the_last_day(talks: Talks) -> None:
    talks.now += timedelta(days=1)
    await talks.taps(ANA, f"off:{TOKEN}:1")
    assert (await talks.task()).status is Status.ON_THE_WAY


async def test_the_door_is_not_shown_after_it(talks: Talks) -> None:
    talks.now += timedelta(days=2)
    await talks.taps(ANA, f"off:{TOKEN}:1")
    assert (await talks.task()).status is Status.CLAIMED
    assert "has run out" in talks.seen_by(ANA)
    assert f"back:{TOKEN}:1" in talks.seen_by(ANA)
    assert "[Record a check|" in talks.seen_by(OWNER)
    assert not talks.seen_by(RUTH)


async def test_it_can_still_be_handed_back(talks: Talks) -> None:
    talks.now += timedelta(days=2)
    await talks.taps(ANA, f"back:{TOKEN}:1")
    assert (await talks.task()).status is Status.OPEN


async def _take_back(talks: Talks) -> None:
    ana = await talks.person(ANA)
    await talks.taps(OWNER, f"check:{ana.id}")
    await talks.answers(OWNER, *press("end-background", "send"))


async def test_what_takes_a_check_is_taken_away_when_it_is_taken_back(talks: Talks) -> None:
    await _take_back(talks)
    assert (await talks.task()).status is Status.OPEN
    assert "no longer good" in talks.seen_by(ANA)
    assert "T1" in talks.seen_by(ANA)
    assert "Ana cannot come after all" in talks.seen_by(RUTH)
    assert "Open for others again: T1" in talks.seen_by(OWNER)


async def test_it_is_taken_away_on_the_way_too_but_not_what_takes_no_check(talks: Talks) -> None:
    await talks.taps(ANA, f"off:{TOKEN}:1")
    await talks.offers(ANA, Kind.PHARMACY_RUN, Kind.SHOPPING)
    other = await talks.request(RUTH, "t2")
    ana = await talks.person(ANA)
    await talks.look(lambda transaction: tasks.claim(transaction, other, ana.id, talks.now, 3))
    await _take_back(talks)
    assert (await talks.task()).status is Status.OPEN
    assert (await talks.task("t2")).status is Status.CLAIMED
    assert "T2" not in talks.seen_by(ANA)


@pytest.mark.parametrize(
    ("visit_in", "status"), [(0, Status.CLAIMED), (1, Status.OPEN)], ids=["last day", "after it"]
)
async def test_on_the_day_after_the_last_what_lies_after_it_is_taken_away(
    talks: Talks, visit_in: int, status: Status
) -> None:
    ana, last_day = await talks.person(ANA), talks.now.date() + timedelta(days=9)
    await talks.look(
        lambda transaction: checks.record_check(transaction, ana.id, ana.id, talks.now, last_day)
    )
    began = talks.now
    talks.now += timedelta(days=9 + visit_in)
    late = await talks.request(RUTH, "t3", kind=Kind.PHARMACY_RUN, level=Level.CHECKED)
    talks.now = began

    async def hold(transaction: Transaction) -> None:
        assert await tasks.claim(transaction, late, ana.id, talks.now, 3)
        held = await tasks.get(transaction, late.id)
        await tasks.note_contact(transaction, held, ana.id, talks.now)
        turn = Turn(transaction, talks.now, talks.house)
        await check_expiry.plan(turn, ana)

    await talks.look(hold)
    await talks.passes(timedelta(days=10, hours=2))
    assert (await talks.task("t3")).status is status
    assert f"[Record a check|check:{ana.id}]" in await _queue_of_owner(talks)


async def _queue_of_owner(talks: Talks) -> str:
    await talks.act(OWNER, queue)
    return talks.seen_by(OWNER)


@pytest.mark.parametrize(
    ("last_day", "status"), [(13, Status.CLAIMED), (14, Status.ON_THE_WAY)], ids=["before", "on it"]
)
async def test_the_day_of_a_visit_is_that_of_its_place(
    tmp_path: Path, last_day: int, status: Status
) -> None:
    async with talks_in(tmp_path) as talks:
        # In summer half past midnight is still the day before, by Greenwich.
        talks.now = talks.now.replace(hour=21, minute=30)
        await talks.arrives(RUTH, "Ruth")
        ana = await talks.arrives(ANA, "Ana")
        await talks.offers(ANA, Kind.PHARMACY_RUN)
        task = await talks.request(RUTH, kind=Kind.PHARMACY_RUN, level=Level.CHECKED)

        async def holds(transaction: Transaction) -> None:
            day = talks.now.date().replace(day=last_day)
            await checks.record_check(transaction, ana.id, ana.id, talks.now, day)
            assert await tasks.claim(transaction, task, ana.id, talks.now, 3)

        await talks.look(holds)
        await talks.taps(ANA, f"off:{TOKEN}:1")
        assert (await talks.task()).status is status
