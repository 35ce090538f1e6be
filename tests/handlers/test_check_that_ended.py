"""A check may end while its helper holds a task that takes one."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from storage import checks, tasks
from storage.database import Transaction
from storage.model import Kind, Level, Status
from tests.handlers.talks import ANA, OWNER, RUTH, TOKEN, Talks, talks_in


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
