"""People without an app: who may speak for them, what is urgent, and how long a number is shown."""

from collections.abc import AsyncIterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from handlers.messages import Say
from handlers.question import Picked
from handlers.texts import T
from storage import people, repeats, rings, roles, tasks
from storage.database import Transaction
from storage.model import Kind, Level, NewTask, Person, Role, Secrets, Status, Task
from storage.outbox import Purpose
from storage.private import PrivateText
from storage.roles import Appointed
from tests.handlers.talks import ANA, BEN, OWNER, TOKEN, Talks, talks_in

ADA = "phone:ada"
TOM = "telegram:7008"
MARY = "telegram:7009"
PHONE = "020 7946 0018"


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Ada has no app; Tom and Mary look after Elm Park, where Ana and Ben help."""
    async with talks_in(tmp_path) as talks:
        for account, name in ((OWNER, "Olive"), (ANA, "Ana"), (BEN, "Ben")):
            await talks.arrives(account, name)
        area = await talks.neighbourhood()
        for account, name in ((TOM, "Tom"), (MARY, "Mary")):
            await _appoint(talks, (await talks.arrives(account, name)).id, area)
        for account in (ANA, BEN, TOM):
            await talks.offers(account, Kind.SHOPPING)
        ada = await talks.look(partial(_make_ada, talks=talks))
        await talks.look(partial(_make_request, ada=ada, area=area, talks=talks))
        yield talks


async def _appoint(talks: Talks, person_id: int, area: int) -> None:
    await talks.look(
        lambda transaction: roles.appoint(
            transaction,
            person_id,
            Role.COORDINATOR,
            Appointed(neighbourhoods=frozenset({area})),
            person_id,
            talks.now,
        )
    )


async def _make_ada(transaction: Transaction, talks: Talks) -> Person:
    ada = await people.add(transaction, ADA, "en", talks.now, rung=True)
    await people.set_name(transaction, ada, PrivateText("Ada"))
    await people.set_phone(transaction, ada, PrivateText(PHONE))
    return await people.get(transaction, ada.id)


async def _make_request(transaction: Transaction, ada: Person, area: int, talks: Talks) -> Task:
    new = NewTask(
        reference="KRT-27",
        token=TOKEN,
        resident_id=ada.id,
        neighbourhood_id=area,
        status=Status.OPEN,
        kind=Kind.SHOPPING,
        level=Level.OPEN,
        size=None,
        needs=frozenset(),
        language_wanted=None,
        who_pays=None,
        ceiling=None,
        window_start=talks.now + timedelta(hours=4),
        window_end=talks.now + timedelta(hours=6),
        created_at=talks.now,
        secrets=Secrets(first_name=PrivateText("Ada"), phone=PrivateText(PHONE)),
        by_phone=True,
    )
    return await tasks.add(transaction, ada, new)


async def _helps(talks: Talks, account: str) -> None:
    """Let somebody take the request and say that it is done."""
    person = await talks.person(account)
    task = await talks.task()
    assert await talks.look(
        partial(tasks.claim, task=task, person_id=person.id, now=talks.now, at_once=1)
    )
    await talks.taps(account, f"done:{TOKEN}:{task.claim_number + 1}")


async def test_a_coordinator_speaks_for_whoever_is_rung(talks: Talks) -> None:
    await _helps(talks, ANA)
    await talks.taps(TOM, f"confirm:{TOKEN}:1")
    assert (await talks.task()).confirmed_at == talks.now
    assert "KRT-27 is finished" in talks.seen_by(TOM)
    assert talks.seen_by(ADA) == ""


async def test_who_helped_does_not_say_for_the_other_side_that_it_is_done(talks: Talks) -> None:
    await _helps(talks, TOM)
    await talks.taps(TOM, f"confirm:{TOKEN}:1")
    assert (await talks.task()).confirmed_at is None
    await talks.taps(MARY, f"confirm:{TOKEN}:1")
    assert (await talks.task()).confirmed_at == talks.now


@pytest.mark.parametrize("account", [ANA, BEN])
async def test_nobody_else_speaks_for_them(talks: Talks, account: str) -> None:
    await _helps(talks, ANA)
    for data in (f"confirm:{TOKEN}:1", f"disputed:{TOKEN}:1:nobody-came", f"dropped:{TOKEN}"):
        await talks.taps(account, data)
    task = await talks.task()
    assert (task.status, task.confirmed_at) == (Status.DONE, None)


async def test_what_is_said_on_the_phone_is_said_in_their_name(talks: Talks) -> None:
    await _helps(talks, ANA)
    await talks.taps(TOM, f"confirm:{TOKEN}:1")
    await talks.taps(TOM, f"howitwent:{TOKEN}:1:not-good")
    assert "Ada had asked for help with KRT-27" in await talks.kept_for(MARY)


async def test_nobody_is_said_to_know_what_they_have_not_been_rung_for(talks: Talks) -> None:
    ada = await talks.person(ADA)
    area = (await talks.task()).neighbourhood_id
    assert area is not None
    await talks.look(partial(people.set_neighbourhood, person=ada, neighbourhood_id=area))
    await talks.taps(TOM, f"block-yes:{ada.id}:rules")
    assert "Ada is blocked, and somebody has to tell them on the phone." in talks.seen_by(TOM)
    await talks.passes(timedelta(minutes=1))
    assert "Please ring Ada" in await talks.kept_for(TOM)
    assert "/worry" not in await talks.kept_for(TOM)
    await talks.taps(TOM, f"unblock:{ada.id}")
    assert "Somebody has to tell them on the phone." in talks.seen_by(TOM)
    await talks.taps(TOM, f"closed:{TOKEN}:not-needed")
    assert "somebody has to ring them" in talks.seen_by(TOM)


async def test_news_waits_in_no_chat_of_theirs(talks: Talks) -> None:
    await _helps(talks, ANA)
    assert await talks.kept_for(ADA) == ""


async def test_what_cannot_wait_is_told_at_night_and_again_soon(talks: Talks) -> None:
    talks.now = talks.now.replace(hour=23)
    ada = await talks.person(ADA)

    async def worry(_turn: object) -> list[Say]:
        return [Say(ada, (T("worry-waits-to-owners"),), purpose=Purpose.SAFETY)]

    await talks.act(TOM, worry)
    await talks.passes(timedelta(minutes=1))
    assert "cannot wait" in await talks.kept_for(TOM)
    before = (await talks.kept_for(TOM)).count(PHONE)
    await talks.passes(timedelta(hours=1))
    assert (await talks.kept_for(TOM)).count(PHONE) == before + 1


async def test_other_calls_are_asked_for_again_by_day(talks: Talks) -> None:
    talks.now = talks.now.replace(hour=19)
    await _helps(talks, ANA)
    await talks.passes(timedelta(hours=10))
    assert PHONE in await talks.kept_for(TOM)
    assert "This call still waits" not in await talks.kept_for(TOM)
    await talks.passes(timedelta(hours=4))
    assert "This call still waits" in await talks.kept_for(TOM)


async def test_whose_role_has_ended_loses_the_number_as_well(talks: Talks) -> None:
    await _helps(talks, ANA)
    await talks.passes(timedelta(minutes=1))
    assert PHONE in await talks.kept_for(MARY)
    mary = await talks.person(MARY)
    await talks.look(
        lambda transaction: roles.end(transaction, mary.id, Role.COORDINATOR, talks.now)
    )
    await talks.taps(TOM, f"confirm:{TOKEN}:1")
    assert PHONE not in await talks.kept_for(MARY)


async def test_a_call_that_nobody_makes_is_forgotten_with_the_request(talks: Talks) -> None:
    await _helps(talks, ANA)
    await talks.passes(timedelta(days=4))
    task = await talks.task()
    waiting = await talks.look(partial(rings.waiting_about, task_ids=[task.id]))
    assert waiting == []
    assert PHONE not in await talks.kept_for(TOM)


async def test_they_are_not_asked_to_offer_something(talks: Talks) -> None:
    await _helps(talks, ANA)
    await talks.taps(TOM, f"confirm:{TOKEN}:1")
    await talks.passes(timedelta(days=2))
    waiting = await talks.look(
        partial(rings.waiting_for, person_id=(await talks.person(ADA)).id, task_id=None)
    )
    assert waiting is None


async def test_weekly_help_goes_on_by_phone(talks: Talks) -> None:
    await _helps(talks, ANA)
    await talks.taps(TOM, f"confirm:{TOKEN}:1")
    await talks.begins(TOM, "again", TOKEN)
    await talks.answers(TOM, Picked("anybody"), Picked("yes"))
    await talks.passes(timedelta(days=6))
    ada = await talks.person(ADA)
    found = await talks.look(partial(tasks.unfinished_of, resident_id=ada.id))
    assert [each.by_phone for each in found] == [True]
    (weekly,) = await talks.look(partial(repeats.of_resident, person_id=ada.id))
    await talks.taps(ANA, f"repeat:ended:{weekly.token}")
    assert await talks.look(partial(repeats.of_resident, person_id=ada.id)) != []
    await talks.taps(TOM, f"repeat:ended:{weekly.token}")
    assert await talks.look(partial(repeats.of_resident, person_id=ada.id)) == []
    assert "weekly" in talks.seen_by(TOM)
    assert talks.seen_by(ADA) == ""
