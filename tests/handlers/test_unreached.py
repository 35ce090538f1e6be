"""People whom nothing reaches: who hears of it, what they see, and that it is taken back."""

from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from handlers import delivery
from handlers.helping.unreached import close
from handlers.house import Turn
from handlers.payload import Payload
from storage import outbox as outgoing
from storage import tasks
from storage.database import Transaction
from storage.model import FIRST_BOT, Secrets, Stage
from storage.private import PrivateText
from storage.tables import outbox, reveals
from tests.handlers.talks import ANA, OWNER, RUTH, Talks, talks_in

PHONE = "020 7946 0018"


async def _scheme(talks: Talks) -> None:
    for account, name in ((OWNER, "Olive"), (RUTH, "Ruth"), (ANA, "Ana")):
        await talks.arrives(account, name)
    task = await talks.request(RUTH)
    secrets = Secrets(phone=PrivateText(PHONE))
    ruth = await talks.person(RUTH)
    await talks.look(partial(tasks.add_secrets, task=task, resident=ruth, secrets=secrets))


async def _claims(talks: Talks, *, is_in_touch: bool = False) -> None:
    ana, task = await talks.person(ANA), await talks.task()
    assert await talks.look(
        partial(tasks.claim, task=task, person_id=ana.id, now=talks.now, at_once=1)
    )
    if is_in_touch:
        task = await talks.task()
        assert await talks.look(
            partial(tasks.note_contact, task=task, person_id=ana.id, now=talks.now)
        )


async def _told(talks: Talks, account: str) -> list[str]:
    """Return everything that was ever meant for somebody's private chat."""
    person = await talks.person(account)

    async def read(transaction: Transaction) -> list[str]:
        rows = await transaction.connection.execute(
            select(outbox.c.payload, outbox.c.created_at)
            .where(outbox.c.chat_id == person.chat_id)
            .order_by(outbox.c.id)
        )
        payloads = [transaction.open(row.payload, outgoing.PAYLOAD, row.created_at) for row in rows]
        return [Payload.model_validate_json(each.reveal()).text for each in payloads if each]

    return await talks.look(read)


async def _fails(talks: Talks, account: str) -> None:
    """Let a message to somebody fail because they cannot be reached."""
    person = await talks.person(account)
    await talks.look(
        lambda transaction: delivery.unreachable(
            transaction, person.chat_id, FIRST_BOT, talks.now, talks.house
        )
    )


async def _comes_back(talks: Talks, account: str) -> None:
    person = await talks.person(account)
    await talks.look(
        lambda transaction: delivery.there_now(Turn(transaction, talks.now, talks.house), person)
    )


async def test_owners_ring_where_news_fails_once_for_each_time(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _scheme(talks)
        await _fails(talks, RUTH)
        await _fails(talks, RUTH)
        (told,) = await _told(talks, OWNER)
        assert "Ruth" in told
        assert PHONE in told
        assert not any(PHONE in each for each in await _told(talks, RUTH))
        await _comes_back(talks, RUTH)
        # It was not sent yet, and so it changed before anybody saw the number.
        (told,) = await _told(talks, OWNER)
        assert PHONE not in told
        await _fails(talks, RUTH)
        assert [PHONE in each for each in await _told(talks, OWNER)] == [False, True]


async def test_that_a_phone_number_was_shown_is_written_down(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _scheme(talks)
        await _fails(talks, RUTH)
        shown = await talks.look(
            lambda transaction: transaction.connection.execute(
                select(reveals.c.person_id, reveals.c.stage)
            )
        )
        assert list(shown) == [((await talks.person(OWNER)).id, Stage.RINGING)]
        assert "phone number" in (await _told(talks, RUTH))[-1]


async def test_the_number_is_not_shown_once_the_request_is_over(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _scheme(talks)
        await _fails(talks, RUTH)
        task = await talks.task()
        await talks.look(lambda transaction: close(Turn(transaction, talks.now, talks.house), task))
        assert PHONE not in "".join(await _told(talks, OWNER))


@pytest.mark.parametrize("is_in_touch", [False, True])
async def test_the_resident_hears_of_a_helper_out_of_reach_who_had_confirmed(
    tmp_path: Path, *, is_in_touch: bool
) -> None:
    async with talks_in(tmp_path) as talks:
        await _scheme(talks)
        await _claims(talks, is_in_touch=is_in_touch)
        await _fails(talks, ANA)
        await _fails(talks, ANA)
        (told,) = await _told(talks, OWNER)
        assert ("Please find out" in told) is is_in_touch
        assert len(await _told(talks, RUTH)) == is_in_touch
        await _comes_back(talks, ANA)
        assert ["can be reached again" in each for each in await _told(talks, OWNER)] == [True]
        assert len(await _told(talks, RUTH)) == is_in_touch


async def test_nobody_hears_of_somebody_on_whom_nobody_counts(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await _scheme(talks)
        await _fails(talks, ANA)
        assert await _told(talks, OWNER) == []
        assert not (await talks.person(ANA)).reachable
