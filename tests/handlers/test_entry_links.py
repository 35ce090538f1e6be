"""Who comes in by a link, where people are invited: while whoever made it may make links."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from handlers import settled
from handlers.events import Place, Said, Sender
from handlers.helping.links import poster_word
from handlers.house import Turn
from handlers.limits import links_tried
from handlers.limits.by_invitation import Standing, standing
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


async def _stands(talks: Talks, account: str, word: str) -> Standing:
    """Let somebody follow a link; return how they stand to the scheme because of it."""
    place = Place(account, is_private=True)
    event = Said(Sender(account), place, 1, PrivateText(f"/start {word}"))

    async def work(transaction: Transaction) -> Standing:
        house = await settled.settled(transaction, talks.house)
        stood = await standing(Turn(transaction, talks.now, house), event)
        await receive(transaction, event, talks.now, house)
        return stood

    return await talks.look(work)


async def test_the_number_of_a_neighbourhood_lets_nobody_in(talks: Talks) -> None:
    async def made(transaction: Transaction) -> str:
        return poster_word(Turn(transaction, talks.now, talks.house), "ask", 1)

    poster = await talks.look(made)
    altered = poster[:-1] + ("0" if poster[-1] != "0" else "1")
    for word in ("ask-1", "offer-1", "ask-1-", altered, poster.replace("-1-", "-2-")):
        assert await _stands(talks, ANA, word) is Standing.OUTSIDE, word
    assert await _stands(talks, ANA, poster) is Standing.COMES_IN
    assert await _stands(talks, ANA, "/ask") is Standing.INSIDE


async def test_whoever_guesses_is_looked_at_no_more(talks: Talks) -> None:
    for number in range(links_tried.MOST_TRIED):
        assert await _stands(talks, ANA, f"ask-1-{number:016}") is Standing.OUTSIDE
    assert await _stands(talks, ANA, "m_toms") is Standing.OUTSIDE
    talks.now += timedelta(hours=2)
    assert await _stands(talks, ANA, "m_toms") is Standing.FOLLOWS_LINK
