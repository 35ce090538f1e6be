"""Somebody who was helped every week has died: weeks go by, and their home hears nothing at all."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from handlers.cards import DEFAULT_ZONE
from handlers.deadlines import plan_for_closed_task, plan_for_open_task
from handlers.house import Turn
from handlers.messages import Say
from handlers.texts import T
from handlers.weekly.weekly import plan
from handlers.weekly.weekly_times import first_of, next_time
from storage import chats, helped_people, outbox_states, people, repeats, silence, tasks
from storage.database import Transaction
from storage.helped_people import Consent
from storage.model import ConsentHow, Kind, NewRepeat, Relation, Repeat, Secrets, Task
from storage.outbox import Purpose
from storage.private import PrivateText
from storage.tables import outbox as outbox_rows
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, Talks, talks_in

HALF_A_YEAR = timedelta(days=180)
WEEK = timedelta(days=7)
NAME = Secrets(first_name=PrivateText("Ruth"), street=PrivateText("Elm Road"))


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    async with talks_in(tmp_path) as scheme:
        for account, name in ((OWNER, "Olive"), (RUTH, "Ruth"), (ANA, "Ana"), (BEN, "Ben")):
            await scheme.arrives(account, name)
        for account in (ANA, BEN):
            await scheme.offers(account, Kind.SHOPPING, Kind.POST)
        yield scheme


def turn_of(talks: Talks, transaction: Transaction) -> Turn:
    return Turn(transaction, talks.now, talks.house)


async def helped(talks: Talks, token: str, helper: str, helped_id: int | None = None) -> Task:
    """Let Ruth have asked, and a helper have said that it is done."""
    task = await talks.request(RUTH, token, helped_id=helped_id)
    person = await talks.person(helper)

    async def help_out(transaction: Transaction) -> None:
        assert await tasks.claim(transaction, task, person.id, talks.now, at_once=9)
        held = await tasks.get(transaction, task.id)
        assert await tasks.finish(transaction, held, person.id, talks.now)
        done = await tasks.get(transaction, task.id)
        await plan_for_closed_task(turn_of(talks, transaction), done)

    await talks.look(help_out)
    return await talks.task(token)


async def weekly_pair(talks: Talks, helped_id: int | None = None) -> Repeat:
    """Let Ben come to Ruth every week."""
    task = await helped(talks, "d1", BEN, helped_id)
    ben, ruth = await talks.person(BEN), await talks.person(RUTH)
    start, end = task.window_start + WEEK, task.window_end + WEEK

    async def pair(transaction: Transaction) -> Repeat:
        new = NewRepeat("w1", task, ben.id, start, end, talks.now, NAME)
        repeat = await repeats.add(transaction, ruth, new)
        assert repeat is not None
        assert await repeats.accept(transaction, repeat, ben.id)
        turn = turn_of(talks, transaction)
        first = first_of(repeat, DEFAULT_ZONE)
        await plan(turn, repeat, next_time(first, talks.now))
        return await repeats.get(transaction, repeat.id)

    return await talks.look(pair)


async def open_request(talks: Talks, token: str, helped_id: int | None = None) -> Task:
    """Let Ruth have asked for something that nobody has taken."""
    task = await talks.request(RUTH, token, helped_id=helped_id)
    await talks.look(lambda transaction: plan_for_open_task(turn_of(talks, transaction), task))
    return task


async def dies(talks: Talks, repeat: Repeat) -> None:
    await talks.taps(OWNER, f"weekly:{repeat.token}:died-yes")


async def to(talks: Talks, account: str) -> int:
    """Return how many messages there ever were for somebody that were sent or will be."""
    person = await talks.person(account)

    async def count(transaction: Transaction) -> int:
        rows = await transaction.connection.execute(
            select(func.count())
            .select_from(outbox_rows)
            .where(outbox_rows.c.chat_id == person.chat_id, outbox_rows.c.status != "dead")
        )
        return int(rows.scalar_one())

    return await talks.look(count)


async def all_is_sent(talks: Talks) -> None:
    """Let everything that waits in the outbox have arrived."""

    async def arrive(transaction: Transaction) -> None:
        rows = await transaction.connection.execute(select(outbox_rows.c.id))
        for each in rows.scalars():
            outbox_states.mark_sent(transaction, each, 1, talks.now)

    await talks.look(arrive)


async def test_half_a_year_goes_by_in_silence(talks: Talks) -> None:
    pair = await weekly_pair(talks)
    await helped(talks, "d2", ANA)
    await open_request(talks, "o1")
    await talks.begins(RUTH, "ask")
    await talks.passes(timedelta(days=4))
    before = await to(talks, RUTH)
    assert before > 0
    await all_is_sent(talks)
    await dies(talks, pair)
    assert "Ruth has died" in talks.seen_by(BEN)
    assert talks.seen_by(RUTH) == ""
    told_ana, told_ben = await to(talks, ANA), await to(talks, BEN)
    await talks.passes(HALF_A_YEAR)
    assert await to(talks, RUTH) == before
    assert (await to(talks, ANA), await to(talks, BEN)) == (told_ana, told_ben)


async def test_all_that_was_open_is_closed_and_all_that_was_kept_is_forgotten(
    talks: Talks,
) -> None:
    pair = await weekly_pair(talks)
    await open_request(talks, "o1")
    await dies(talks, pair)
    await talks.passes(timedelta(days=4))

    async def left(transaction: Transaction) -> tuple[list[Task], list[Repeat], Secrets, Secrets]:
        ruth = await people.find(transaction, RUTH)
        assert ruth is not None
        closed = await tasks.with_token(transaction, "o1")
        assert closed is not None
        return (
            await tasks.unfinished_of(transaction, ruth.id),
            await repeats.of_resident(transaction, ruth.id),
            await repeats.secrets_of(transaction, pair),
            await tasks.secrets_of(transaction, closed),
        )

    assert await talks.look(left) == ([], [], Secrets(), Secrets())


async def test_what_waits_for_a_closed_chat_never_arrives(talks: Talks) -> None:
    pair = await weekly_pair(talks)
    ruth = await talks.person(RUTH)
    await talks.look(partial(chats.set_reachable, chat_id=ruth.chat_id, reachable=False))
    await open_request(talks, "o1")
    await talks.passes(timedelta(days=4))
    assert await to(talks, RUTH) > 0
    await dies(talks, pair)
    assert await to(talks, RUTH) == 0


async def test_what_is_just_leaving_is_not_tried_again(talks: Talks) -> None:
    pair = await weekly_pair(talks)
    await open_request(talks, "o1")
    await talks.passes(timedelta(days=4))
    ruth = await talks.person(RUTH)

    async def leaving(transaction: Transaction) -> list[int]:
        mine = outbox_rows.c.chat_id == ruth.chat_id
        await transaction.connection.execute(
            outbox_rows.update().where(mine).values(status="sending")
        )
        rows = await transaction.connection.execute(select(outbox_rows.c.id).where(mine))
        return list(rows.scalars())

    ids = await talks.look(leaving)
    assert ids
    await dies(talks, pair)
    for row in ids:
        await talks.look(partial(outbox_states.mark_for_retry, row_id=row, due_at=talks.now))
    assert await to(talks, RUTH) == 0


async def test_whoever_writes_from_that_home_is_answered_and_asks_anew(talks: Talks) -> None:
    pair = await weekly_pair(talks)
    await dies(talks, pair)
    before = await to(talks, RUTH)
    await talks.begins(RUTH, "ask")
    assert await to(talks, RUTH) == before + 1
    # What was begun and left is not recalled.
    await talks.passes(timedelta(days=3))
    assert await to(talks, RUTH) == before + 1
    ruth = await talks.person(RUTH)
    await talks.look(partial(people.note_agreement, person=ruth, now=talks.now, health=None))
    await open_request(talks, "o2")
    await talks.passes(timedelta(days=1))
    assert await to(talks, RUTH) > before + 1


async def test_who_asked_for_somebody_else_hears_nothing_of_the_dead(talks: Talks) -> None:
    ruth = await talks.person(RUTH)
    agreed = Consent(ConsentHow.IN_PERSON, talks.now, talks.now.date() + timedelta(days=30))

    async def record(transaction: Transaction) -> int:
        return await helped_people.add(
            transaction, ruth.id, PrivateText("Walter"), Relation.NEIGHBOUR, None, agreed
        )

    walter = await talks.look(record)
    pair = await weekly_pair(talks, walter)
    await open_request(talks, "o1", walter)
    own = await open_request(talks, "o2")
    await all_is_sent(talks)
    await dies(talks, pair)
    assert talks.seen_by(RUTH) == ""
    before = await to(talks, RUTH)
    await talks.look(lambda transaction: tasks.withdraw(transaction, own, talks.now))
    await talks.passes(HALF_A_YEAR)
    assert await to(talks, RUTH) == before
    # Of what they ask for themself they hear as before.
    await open_request(talks, "o3")
    await talks.passes(timedelta(days=1))
    assert await to(talks, RUTH) > before


async def test_whom_the_dead_helped_are_told_that_somebody_else_will_come(talks: Talks) -> None:
    pair = await weekly_pair(talks)
    await talks.offers(RUTH, Kind.SHOPPING)
    task = await talks.request(ANA, "a1")
    ruth = await talks.person(RUTH)
    await talks.look(
        lambda transaction: tasks.claim(transaction, task, ruth.id, talks.now, at_once=1)
    )
    await dies(talks, pair)
    assert "A1" in talks.seen_by(ANA)
    assert await talks.volunteer(RUTH) is None
    assert talks.seen_by(BEN).count("Ruth has died") == 1


@pytest.mark.parametrize("purpose", list(Purpose))
async def test_no_purpose_gets_through(talks: Talks, purpose: Purpose) -> None:
    ruth = await talks.person(RUTH)
    await talks.look(partial(silence.leave_in_peace, person=ruth, now=talks.now))
    say = Say(ruth, (T("stopped"),), purpose=purpose)

    async def says(_turn: object) -> list[Say]:
        return [say]

    await talks.act(ANA, says)
    assert await to(talks, RUTH) == 0
    await talks.act(RUTH, says)
    assert await to(talks, RUTH) == 1
