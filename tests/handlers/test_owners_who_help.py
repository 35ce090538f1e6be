"""An owner who helps: they read nothing that is said of them, nor decide about their own money."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from storage import confirming, tasks
from storage.database import Transaction
from tests.handlers.talks import ANA, OWNER, RUTH, TOKEN, Talks, press, talks_in, words


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Ruth asked, and Olive helped, who is an owner as well as Ana."""
    async with talks_in(tmp_path) as talks:
        talks.house = replace(talks.house, owners=frozenset({OWNER, ANA}))
        await talks.arrives(OWNER, "Olive")
        await talks.arrives(RUTH, "Ruth")
        await talks.arrives(ANA, "Ana")
        task = await talks.request(RUTH)
        olive = await talks.person(OWNER)

        async def helped(transaction: Transaction) -> None:
            assert await tasks.claim(transaction, task, olive.id, talks.now, 3)
            assert await tasks.finish(transaction, task, olive.id, talks.now)
            done = await tasks.get(transaction, task.id)
            assert await confirming.confirm(transaction, done, talks.now)

        await talks.look(helped)
        yield talks


async def _alone(talks: Talks) -> None:
    talks.house = replace(talks.house, owners=frozenset({OWNER}))


async def test_nobody_reads_what_is_said_of_them(talks: Talks) -> None:
    await talks.taps(RUTH, f"howitwent:{TOKEN}:1:not-good")
    assert "did not go well" in talks.seen_by(ANA)
    assert not talks.seen_by(OWNER)
    await talks.begins(RUTH, "how-it-went", f"{TOKEN}:1")
    await talks.answers(RUTH, words("She was rude."))
    assert "She was rude." in talks.seen_by(ANA)
    assert not talks.seen_by(OWNER)


async def test_a_resident_hears_that_nobody_else_could_be_told(talks: Talks) -> None:
    await _alone(talks)
    await talks.taps(RUTH, f"howitwent:{TOKEN}:1:not-good")
    assert "I could not reach a coordinator yet." in talks.seen_by(RUTH)
    assert not talks.seen_by(OWNER)


async def test_nobody_decides_about_their_own_costs(talks: Talks) -> None:
    await _hands_in_costs(talks)
    assert "paid £12.50" in talks.seen_by(ANA)
    assert "[Approve|" not in talks.seen_by(OWNER)
    await talks.taps(OWNER, "cost-approved:1")
    assert "Somebody else decides about this" in talks.seen_by(OWNER)
    await talks.taps(ANA, "cost-approved:1")
    assert "are approved" in talks.seen_by(OWNER)


async def test_whoever_is_the_only_owner_decides(talks: Talks) -> None:
    await _alone(talks)
    await _hands_in_costs(talks)
    await talks.taps(OWNER, "cost-approved:1")
    assert "are approved" in talks.seen_by(OWNER)


async def _hands_in_costs(talks: Talks) -> None:
    await talks.begins(OWNER, "cost", TOKEN)
    await talks.answers(OWNER, words("12.50"), *press("skip", "send"))
