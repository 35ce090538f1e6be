"""Every week anew: given to the volunteer of the pair where they come, to everybody otherwise."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from handlers.weekly.again import wish_label
from handlers.weekly.weekly import WEEKLY
from storage import chats, checks, due_work, outbox_changes, repeats, tasks, volunteers
from storage.database import Transaction
from storage.model import Kind, Level, Repeat, Secrets, Status, Task
from storage.private import PrivateText
from storage.queue import EVERYTHING
from tests.handlers.talks import ANA, BEN, OWNER, RUTH, TOKEN, Talks, press, talks_in, words
from tests.storage import neighbours

WEEK = timedelta(days=7)
#: By then the next week is arranged, and nobody has let the time to get in touch go by.
ARRANGED = timedelta(days=3, hours=1)


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    async with talks_in(tmp_path) as scheme:
        for account, name in ((OWNER, "Olive"), (RUTH, "Ruth"), (ANA, "Ana"), (BEN, "Ben")):
            await scheme.arrives(account, name)
        for account in (ANA, BEN):
            await scheme.offers(account, Kind.SHOPPING, Kind.PHONE_CALL, Kind.LIFT)
        yield scheme


async def done(talks: Talks, kind: Kind = Kind.SHOPPING, level: Level = Level.OPEN) -> Task:
    """Let Ben have helped Ruth."""
    task = await talks.request(RUTH, kind=kind, level=level)
    ben = await talks.person(BEN)

    async def help_out(transaction: Transaction) -> None:
        assert await tasks.claim(transaction, task, ben.id, talks.now, at_once=9)
        assert await tasks.finish(
            transaction, await tasks.get(transaction, task.id), ben.id, talks.now
        )

    await talks.look(help_out)
    return await talks.task()


async def pair(talks: Talks, kind: Kind = Kind.SHOPPING, level: Level = Level.OPEN) -> Repeat:
    """Let Ruth and Ben both wish for every week."""
    task = await done(talks, kind, level)
    await talks.begins(RUTH, "again", task.token)
    await talks.answers(RUTH, *press("same", "yes"))
    repeat = await going(talks)
    await talks.passes(timedelta(minutes=1))
    await talks.taps(BEN, f"repeat:yes:{repeat.token}")
    return await going(talks)


async def going(talks: Talks) -> Repeat:
    (found,) = await talks.look(partial(repeats.in_sight, sight=EVERYTHING))
    return found


async def made(talks: Talks, repeat: Repeat) -> list[Task]:
    return await talks.look(partial(tasks.of_repeat, repeat_id=repeat.id))


async def test_it_is_the_volunteers_of_the_pair_however_much_they_hold(talks: Talks) -> None:
    repeat = await pair(talks)
    ben = await talks.person(BEN)
    other = await talks.request(ANA, "a1")
    await talks.look(partial(tasks.claim, task=other, person_id=ben.id, now=talks.now, at_once=1))
    await talks.passes(ARRANGED)
    (task,) = await made(talks, repeat)
    assert (task.status, task.helper_id, task.contact_at) == (Status.CLAIMED, ben.id, None)
    assert task.window_start - repeat.first_start == WEEK
    secrets = await talks.look(partial(tasks.secrets_of, task=task))
    assert secrets.words == PrivateText("Milk, please")


async def test_there_is_always_a_next_time_to_look_at(talks: Talks) -> None:
    repeat = await pair(talks)
    for _ in range(5):
        await talks.passes(timedelta(days=11))
        planned = await talks.look(partial(due_work.is_planned, kind=WEEKLY, subject=repeat.id))
        assert planned
        assert (await going(talks)).next_start > talks.now


@pytest.mark.parametrize("why", ["paused", "no longer such help", "out of reach"])
async def test_a_volunteer_who_cannot_come_is_not_given_it(talks: Talks, why: str) -> None:
    repeat = await pair(talks)
    ben = await talks.person(BEN)
    match why:
        case "paused":
            until = talks.now.date() + timedelta(days=30)
            await talks.look(partial(volunteers.pause, person_id=ben.id, until=until))
        case "no longer such help":
            await talks.offers(BEN, Kind.POST)
        case _:
            await talks.look(partial(chats.set_reachable, chat_id=ben.chat_id, reachable=False))
    await talks.passes(ARRANGED)
    (task,) = await made(talks, repeat)
    assert (task.status, task.helper_id) == (Status.OPEN, None)
    assert (await going(talks)).helper_id == ben.id


async def test_a_check_that_ends_before_the_day_is_missed(talks: Talks) -> None:
    ben = await talks.person(BEN)
    last = (talks.now + WEEK).date()
    await talks.look(
        partial(
            checks.record_check,
            person_id=ben.id,
            recorded_by=ben.id,
            now=talks.now,
            expires_on=last,
        )
    )
    repeat = await pair(talks, Kind.PHONE_CALL, Level.CHECKED)
    await talks.passes(ARRANGED)
    assert [task.helper_id for task in await made(talks, repeat)] == [ben.id]
    (task,) = await made(talks, repeat)
    await talks.look(partial(tasks.finish, task=task, person_id=ben.id, now=talks.now))
    await talks.passes(WEEK)
    assert [task.helper_id for task in await made(talks, repeat)] == [None, ben.id]


async def test_nothing_piles_up(talks: Talks) -> None:
    repeat = await pair(talks)
    await talks.passes(timedelta(days=18))
    assert len(await made(talks, repeat)) == 1
    # Two weeks after its time what nobody took is closed, and the next week is asked for again.
    await talks.passes(timedelta(days=14))
    asked = await made(talks, repeat)
    assert len(asked) == 2
    assert sum(task.is_finished for task in asked) == 1


async def test_nobody_is_asked_at_night_where_the_service_did_not_run_by_day(talks: Talks) -> None:
    task = await done(talks)
    await talks.begins(RUTH, "again", task.token)
    await talks.answers(RUTH, *press("same", "yes"))
    talks.now = talks.now.replace(hour=23)
    await talks.passes(timedelta(0))
    repeat = await going(talks)
    assert not await talks.look(partial(outbox_changes.labelled, label=wish_label(repeat)))
    await talks.passes(timedelta(hours=9))
    assert await talks.look(partial(outbox_changes.labelled, label=wish_label(repeat)))


async def test_what_could_not_be_arranged_in_time_is_told(talks: Talks) -> None:
    repeat = await pair(talks)
    talks.now += timedelta(days=8)
    await talks.passes(timedelta(minutes=1))
    assert await made(talks, repeat) == []
    assert (await going(talks)).next_start > talks.now


@pytest.mark.parametrize(
    ("kind", "said"), [(Kind.LIFT, "cannot come every week"), (Kind.SHOPPING, "")]
)
async def test_only_some_kinds_come_every_week(talks: Talks, kind: Kind, said: str) -> None:
    await done(talks, kind)
    await talks.taps(RUTH, f"again:{TOKEN}")
    assert said in talks.seen_by(RUTH)


async def test_details_that_are_deleted_cannot_come_every_week(talks: Talks) -> None:
    task = await done(talks)
    await talks.look(partial(neighbours.forget_secrets, task_id=task.id))
    await talks.taps(RUTH, f"again:{TOKEN}")
    assert "are deleted by now" in talks.seen_by(RUTH)


async def test_nobody_else_and_nothing_unfinished(talks: Talks) -> None:
    await talks.request(RUTH)
    await talks.taps(RUTH, f"again:{TOKEN}")
    assert "not a request of yours that is done" in talks.seen_by(RUTH)
    await talks.taps(ANA, f"again:{TOKEN}")
    assert "not a request of yours that is done" in talks.seen_by(ANA)


async def test_an_address_of_one_week_is_kept_for_the_next(talks: Talks) -> None:
    repeat = await pair(talks)
    await talks.passes(ARRANGED)
    (task,) = await made(talks, repeat)
    await talks.begins(RUTH, "address", task.token)
    await talks.answers(RUTH, words("Elm Road"), words("4"), *press("skip", "skip"))
    kept = await talks.look(partial(repeats.secrets_of, repeat=repeat))
    assert kept == Secrets(
        first_name=PrivateText("Ruth"),
        words=PrivateText("Milk, please"),
        street=PrivateText("Elm Road"),
        door=PrivateText("4"),
    )
