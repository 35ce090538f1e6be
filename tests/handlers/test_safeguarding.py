"""Who reads a worry: leads, or else owners; never the other side of it, and nobody twice."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from handlers import timed
from handlers.house import PersonalTurn
from handlers.messages import Message
from handlers.safety import danger, safeguarding
from storage import due_work, people, roles, tasks, worries
from storage.database import Transaction
from storage.model import Kind, Role, Task
from storage.retention.periods import WORRIES
from storage.roles import Appointed
from storage.worries import Worry
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, Talks, press, talks_in, words

LENA, MARTA = "telegram:8001", "telegram:8002"


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Ana has asked for help, Ben helps her, Olive owns the scheme."""
    async with talks_in(tmp_path) as opened:
        await opened.arrives(OWNER, "Olive")
        for account, name in ((ANA, "Ana"), (BEN, "Ben"), (RUTH, "Ruth")):
            await opened.arrives(account, name)
        yield opened


async def lead(talks: Talks, account: str, name: str) -> None:
    """Appoint somebody."""
    known = await talks.arrives(account, name)
    await talks.look(
        lambda transaction: roles.appoint(
            transaction, known.id, Role.LEAD, Appointed(), known.id, talks.now
        )
    )


async def helps(talks: Talks, account: str) -> Task:
    """Let somebody take Ana's request."""
    await talks.offers(account, Kind.SHOPPING)
    task, helper = await talks.request(ANA), await talks.person(account)

    async def claim(transaction: Transaction) -> bool:
        return await tasks.claim(transaction, task, helper.id, talks.now, 3)

    assert await talks.look(claim)
    return await talks.task()


async def tells(talks: Talks, account: str, subject: str = "") -> None:
    """Let somebody tell their worry."""
    await talks.begins(account, "worry", subject)
    await talks.answers(account, words("He counted my money"), *press("send"))


async def worry(talks: Talks, number: int = 1) -> Worry:
    """Return a worry as it stands."""
    found = await talks.look(lambda transaction: worries.find(transaction, number))
    assert found is not None
    return found


async def taps(talks: Talks, account: str, name: str, number: str = "1") -> bool:
    """Let somebody tap a button below a worry; False where there is no such button."""
    known = True

    async def tap(turn: PersonalTurn) -> list[Message]:
        nonlocal known
        messages = await safeguarding.TAPS[name](turn, number)
        known = messages is not None
        return messages or []

    await talks.act(account, tap)
    return known


def readers(talks: Talks) -> set[str]:
    """Return everybody whom the last act showed the words."""
    return {
        account
        for account in (ANA, BEN, RUTH, OWNER, LENA, MARTA)
        if "Their words: He counted my money" in talks.seen_by(account)
    }


async def test_owners_read_it_while_there_is_no_lead(talks: Talks) -> None:
    await tells(talks, ANA)
    assert readers(talks) == {OWNER}


async def test_owners_do_not_read_it_once_there_is_a_lead(talks: Talks) -> None:
    await lead(talks, LENA, "Lena")
    await tells(talks, ANA)
    assert readers(talks) == {LENA}


@pytest.mark.parametrize("names_request", [True, False])
async def test_a_lead_on_the_other_side_does_not_read_it(talks: Talks, names_request: bool) -> None:
    await lead(talks, LENA, "Lena")
    await lead(talks, MARTA, "Marta")
    task = await helps(talks, LENA)
    await tells(talks, ANA, task.token if names_request else "")
    assert readers(talks) == {MARTA}
    await taps(talks, LENA, "worry-read")
    assert "cannot do that" in talks.seen_by(LENA)
    assert (await worry(talks)).acknowledged_by is None


async def test_owners_read_it_where_no_other_lead_is_left(talks: Talks) -> None:
    await lead(talks, LENA, "Lena")
    task = await helps(talks, LENA)
    await tells(talks, ANA, task.token)
    assert readers(talks) == {OWNER}


async def test_it_is_kept_while_nobody_but_the_other_side_could_read_it(talks: Talks) -> None:
    task = await helps(talks, OWNER)
    await tells(talks, ANA, task.token)
    assert readers(talks) == set()
    assert "I keep it until there is somebody" in talks.seen_by(ANA)
    await lead(talks, LENA, "Lena")
    await looked_at(talks, timedelta(hours=4))
    assert readers(talks) == {LENA}
    assert talks.seen_by(OWNER) == ""


async def test_a_request_of_others_cannot_be_named(talks: Talks) -> None:
    task = await helps(talks, BEN)
    await talks.begins(RUTH, "worry", task.token)
    assert task.reference not in talks.seen_by(RUTH)
    await talks.answers(RUTH, words("Hm"), *press("send"))
    assert (await worry(talks)).task_id is None


async def looked_at(talks: Talks, after: timedelta) -> None:
    """Let time pass and the work that is due be done."""
    talks.now += after

    async def work(turn: PersonalTurn) -> list[Message]:
        (due,) = [
            each
            for each in await due_work.lease(turn.transaction, turn.now)
            if each.kind == safeguarding.WORRY
        ]
        messages = await safeguarding.TIMED[due.kind](turn, due.subject)
        await due_work.finish(turn.transaction, due)
        return messages

    await talks.act(RUTH, work)


async def test_whatever_is_not_settled_has_a_next_deadline(talks: Talks) -> None:
    async def is_planned() -> bool:
        return await talks.look(
            lambda transaction: due_work.is_planned(transaction, safeguarding.WORRY, 1)
        )

    await tells(talks, ANA)
    for _ in range(20):
        assert await is_planned()
        await looked_at(talks, timedelta(hours=24))
        assert readers(talks) == {OWNER}
    await taps(talks, OWNER, "worry-read")
    for _ in range(5):
        assert await is_planned()
        await looked_at(talks, safeguarding.STILL_OPEN_EVERY)
    await taps(talks, OWNER, "worry-settled")
    assert not await is_planned()
    await talks.tidied(WORRIES.default)
    settled = await worry(talks)
    assert await talks.look(lambda transaction: worries.words_of(transaction, settled)) is None


@pytest.mark.parametrize("number", ["", "x", "-1", "2", "9" * 30])
async def test_a_button_of_no_worry_is_none(talks: Talks, number: str) -> None:
    await tells(talks, ANA)
    assert not await taps(talks, OWNER, "worry-read", number)
    assert not await taps(talks, OWNER, "worry-settled", number)


async def test_one_call_for_many_words_of_danger(talks: Talks) -> None:
    async def writes(text: str) -> None:
        await talks.act(ANA, lambda turn: danger.noticed(turn, text))

    await writes("I cannot breathe")
    assert "Words of danger from Ana" in talks.seen_by(OWNER)
    assert "computer" in talks.seen_by(ANA)
    talks.now += timedelta(minutes=1)
    await writes("still I cannot breathe " + "and so on " * 400)
    assert talks.seen_by(OWNER) == ""
    assert "ring 999 or 112 now" in talks.seen_by(ANA)
    assert "computer" not in talks.seen_by(ANA)
    kept = await talks.look(_words)
    assert "still I cannot breathe" in kept
    assert len(kept) <= danger.SHOWN_AT_MOST
    talks.now += danger.ONE_CALL
    await writes("it is bleeding")
    assert "Words of danger from Ana" in talks.seen_by(OWNER)
    await writes("all is well")
    assert talks.said == []


async def _words(transaction: Transaction) -> str:
    found = await worries.find(transaction, 1)
    assert found is not None
    kept = await worries.words_of(transaction, found)
    assert kept is not None
    return kept.reveal()


async def test_numbers_are_those_of_ones_own_neighbourhood(talks: Talks) -> None:
    await talks.neighbourhood("Aldea", "Europe/London")
    number = await talks.neighbourhood("Zaragoza Centro", "Europe/Madrid")
    ana = await talks.person(ANA)
    await talks.look(lambda transaction: people.set_neighbourhood(transaction, ana, number))
    await talks.act(ANA, lambda turn: danger.noticed(turn, "quiero morir"))
    assert "ring 112 now" in talks.seen_by(ANA)
    assert "024" in talks.seen_by(ANA)


def test_worries_are_looked_after_in_time() -> None:
    assert safeguarding.WORRY in timed._WORK
