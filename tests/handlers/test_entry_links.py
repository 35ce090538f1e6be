"""Who comes in by a link, where people are invited: while whoever made it may make links."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from handlers import settled
from handlers.events import Place, Said, Sender
from handlers.reception import receive
from storage import blocks, entry, roles
from storage.database import Transaction
from storage.entry import EntryLink, Purpose
from storage.model import Role, WhyBlocked
from storage.private import PrivateText
from storage.roles import Appointed
from tests.handlers.talks import ANA, BEN, OWNER, Talks, talks_in

TOM: Final = "telegram:7008"


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Tom, who coordinates, and Olive have each made a link; nobody else has come in."""
    async with talks_in(tmp_path) as talks:
        await talks.neighbourhood()
        for account, name, token in ((TOM, "Tom", "toms"), (OWNER, "Olive", "olives")):
            number = (await talks.arrives(account, name)).id
            expires_at = talks.now + timedelta(days=30)
            link = EntryLink(token, Purpose.RESIDENT, number, expires_at, most=5)
            await talks.look(partial(entry.make_link, link=link, now=talks.now))
        await _is_coordinator(talks)
        await talks.look(lambda transaction: settled.put(transaction, by_invitation=True))
        yield talks


async def _is_coordinator(talks: Talks) -> None:
    tom = (await talks.person(TOM)).id
    await talks.look(
        lambda transaction: roles.appoint(
            transaction, tom, Role.COORDINATOR, Appointed(), tom, talks.now
        )
    )


async def _comes_in(talks: Talks, account: str, token: str) -> bool:
    """Let somebody follow a link; says whether it let them in."""
    event = Said(
        Sender(account), Place(account, is_private=True), 1, PrivateText(f"/start m_{token}")
    )

    async def work(transaction: Transaction) -> int:
        house = await settled.settled(transaction, talks.house)
        await receive(transaction, event, talks.now, house)
        link = await entry.find_link(transaction, token)
        assert link is not None
        return link.used

    before = await talks.look(partial(entry.find_link, token=token))
    assert before is not None
    return await talks.look(work) == before.used + 1


async def _end_role(transaction: Transaction, tom: int, talks: Talks) -> None:
    assert await roles.end(transaction, tom, Role.COORDINATOR, talks.now)


async def _block(transaction: Transaction, tom: int, talks: Talks) -> None:
    await blocks.block(transaction, tom, WhyBlocked.OPEN_QUESTION, tom, talks.now)


@pytest.mark.parametrize("ends", [_end_role, _block])
async def test_a_link_ends_with_the_role_of_whoever_made_it(
    talks: Talks, ends: Callable[..., Awaitable[None]]
) -> None:
    assert await _comes_in(talks, ANA, "toms")
    tom = (await talks.person(TOM)).id
    await talks.look(partial(ends, tom=tom, talks=talks))
    assert not await _comes_in(talks, BEN, "toms")
    assert await _comes_in(talks, BEN, "olives")


async def test_it_is_good_again_once_they_hold_the_role_again(talks: Talks) -> None:
    tom = (await talks.person(TOM)).id
    await talks.look(partial(_end_role, tom=tom, talks=talks))
    talks.now += timedelta(hours=1)
    await _is_coordinator(talks)
    assert await _comes_in(talks, BEN, "toms")
