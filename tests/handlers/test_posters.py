"""Posters: what is on them, and what following one begins."""

from pathlib import Path

import pytest

from handlers.helping.claiming import followed
from handlers.messages import Say
from handlers.payload import Document, Poster, QrCode
from handlers.settled import put
from storage import conversations, entry, neighbourhoods, roles, volunteers
from storage.database import Transaction
from storage.model import Kind, Role
from storage.roles import Appointed
from storage.volunteers import Offer
from tests.handlers.talks import ANA, BEN, OWNER, Talks, press, talks_in


async def _made(talks: Talks, account: str, *answers: str) -> list[Document]:
    await talks.begins(account, "poster")
    await talks.answers(account, *press(*answers))
    return [each.document for each in talks.said if isinstance(each, Say) and each.document]


async def _code(transaction: Transaction, area: int) -> str:
    return entry.poster_codes(transaction, area)[0]


async def _follows(talks: Talks, account: str, word: str) -> str:
    await talks.act(account, lambda turn: followed(turn, word))
    return talks.seen_by(account)


async def test_a_poster_comes_as_link_code_and_page(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        elm = await talks.neighbourhood()
        await talks.look(lambda transaction: put(transaction, scheme="Northside & Friends"))
        code, page = await _made(talks, OWNER, "ask", "es")
        code_of_elm = await talks.look(lambda transaction: _code(transaction, elm))
        link = f"https://chat.example/ask-{elm}-{code_of_elm}"
        assert link in talks.seen_by(OWNER)
        assert code == QrCode(name="qr-ask-elm-park", link=link)
        assert isinstance(page, Poster)
        assert (page.link, page.language, page.name) == (link, "es", "poster-ask-elm-park")
        assert page.title.startswith("¿")
        assert "Northside & Friends" in page.paragraphs[0]
        assert "Elm Park" in page.paragraphs[0]


async def test_a_scheme_without_a_name_has_posters_too(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        await talks.neighbourhood("Ñuñoa – Árbol")
        _, page = await _made(talks, OWNER, "offer", "en")
        assert isinstance(page, Poster)
        assert "Ñuñoa – Árbol" in page.paragraphs[0]
        assert page.name == "poster-offer-nunoa-arbol"


async def test_a_coordinator_makes_posters_for_their_own_places(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        olive, ana = await talks.arrives(OWNER, "Olive"), await talks.arrives(ANA, "Ana")
        elm = await talks.neighbourhood()
        await talks.neighbourhood("Mill Side")
        mine = Appointed(None, frozenset({elm}))
        await talks.look(
            lambda transaction: roles.appoint(
                transaction, ana.id, Role.COORDINATOR, mine, olive.id, talks.now
            )
        )
        _, page = await _made(talks, ANA, "ask", "en")
        assert isinstance(page, Poster)
        assert f"/ask-{elm}-" in page.link
        await talks.begins(ANA, "poster")
        await talks.look(
            lambda transaction: roles.end(transaction, ana.id, Role.COORDINATOR, talks.now)
        )
        await talks.answers(ANA, *press("ask"))
        assert not [each for each in talks.said if isinstance(each, Say) and each.document]
        assert "cannot" in talks.seen_by(ANA)


async def test_a_stranger_asks_at_the_place_of_the_poster(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(ANA)
        elm = await talks.neighbourhood(zone="Europe/Madrid")
        said = await _follows(talks, ANA, f"ask-{elm}")
        assert "Elm Park" in said
        # The numbers to ring are those of the place, and not of where nothing is known.
        assert "112" in said
        assert "999" not in said


async def test_a_helper_keeps_the_places_where_they_help_already(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ben = await talks.arrives(BEN, "Ben")
        elm, mill = await talks.neighbourhood(), await talks.neighbourhood("Mill Side")
        offer = Offer(kinds=frozenset({Kind.POST}), neighbourhoods=frozenset({elm}))
        await talks.look(lambda each: volunteers.save(each, ben.id, offer, talks.now))
        assert "takes the place" in await _follows(talks, BEN, f"offer-{mill}")
        await talks.answers(BEN, *press("post", "done", "yes", "weekday-morning", "done"))
        await talks.answers(BEN, *press("en", "done", "no", "1", "weekly"))
        assert "Elm Park" in talks.seen_by(BEN)
        await talks.answers(BEN, *press("send"))
        found = await talks.volunteer(BEN)
        assert found is not None
        assert found.neighbourhoods == {elm, mill}


async def test_following_twice_asks_on_where_they_were(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(ANA)
        elm = await talks.neighbourhood()
        await _follows(talks, ANA, f"ask-{elm}")
        await talks.answers(ANA, *press("yes"))
        before = talks.seen_by(ANA).partition("[")[0]
        assert (await _follows(talks, ANA, f"ask-{elm}")).partition("[")[0] == before
        # Another poster in the middle of it waits.
        assert "in the middle" in await _follows(talks, ANA, f"offer-{elm}")


@pytest.mark.parametrize(
    "word",
    ["ask-", "ask-0", "ask-99", "ask--1", "ask-１", "ask-1e3", "ask-" + "9" * 60, "offer-elm"],
)
async def test_a_poster_of_nowhere_is_answered_kindly(tmp_path: Path, word: str) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await talks.arrives(ANA)
        await talks.neighbourhood()
        said = await _follows(talks, ANA, word)
        assert "not there any more" in said
        assert "menu:ask" in said
        assert await talks.look(lambda each: conversations.load(each, ana)) is None


async def test_without_a_neighbourhood_it_says_how_to_make_one(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        assert await _made(talks, OWNER) == []
        assert "/setup" in talks.seen_by(OWNER)
        assert await talks.look(neighbourhoods.all_of_them) == []
