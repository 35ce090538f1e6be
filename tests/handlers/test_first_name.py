"""A first name is corrected, and shown so from then on."""

from functools import partial
from pathlib import Path

from handlers.asking.my_requests import mine
from handlers.keeping import privacy
from handlers.volunteering.profile import profile
from storage import helped_people, tasks
from storage.helped_people import Consent
from storage.model import ConsentHow, Kind, Relation
from storage.private import PrivateText
from tests.handlers.talks import ANA, RUTH, Talks, talks_in, words


async def _corrects(talks: Talks, account: str, name: str) -> None:
    await talks.taps(account, "menu:name")
    await talks.answers(account, words(name))


async def _name_in(talks: Talks, token: str) -> str | None:
    task = await talks.task(token)
    found = (await talks.look(partial(tasks.secrets_of, task=task))).first_name
    return None if found is None else found.reveal()


async def test_a_resident_corrects_their_name_in_open_requests_too(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ruth = await talks.arrives(RUTH, "Rut")
        agreed = Consent(ConsentHow.IN_PERSON, talks.now, talks.now.date())
        agnes = await talks.look(
            partial(
                helped_people.add,
                requester_id=ruth.id,
                first_name=PrivateText("Agnes"),
                relation=Relation.NEIGHBOUR,
                organisation_id=None,
                consent=agreed,
            )
        )
        await talks.request(RUTH, "own")
        await talks.request(RUTH, "hers", helped_id=agnes)
        await talks.act(RUTH, privacy.privacy)
        assert "[Correct my first name|menu:name]" in talks.seen_by(RUTH)
        await _corrects(talks, RUTH, "Ruta")
        assert "your name here is Ruta." in talks.seen_by(RUTH)
        assert (await talks.person(RUTH)).first_name == PrivateText("Ruta")
        assert await _name_in(talks, "own") == "Ruta"
        # Whom she asks for has a name of her own.
        assert await _name_in(talks, "hers") == "Ruth"


async def test_a_helper_corrects_the_name_that_neighbours_see(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        ana = await talks.arrives(ANA, "Anna")
        await talks.arrives(RUTH, "Ruth")
        await talks.offers(ANA, Kind.SHOPPING)
        task = await talks.request(RUTH)
        claim = partial(tasks.claim, task=task, person_id=ana.id, now=talks.now, at_once=1)
        assert await talks.look(claim)
        await talks.act(ANA, profile)
        assert "[Correct my first name|menu:name]" in talks.seen_by(ANA)
        await _corrects(talks, ANA, "Ana")
        await talks.act(RUTH, mine)
        assert "Ana has taken it" in talks.seen_by(RUTH)
        assert "Anna" not in talks.seen_by(RUTH)


async def test_whoever_has_no_name_yet_is_asked_for_none(tmp_path: Path) -> None:
    async with talks_in(tmp_path) as talks:
        await talks.arrives(ANA)
        await talks.act(ANA, privacy.privacy)
        assert "menu:name" not in talks.seen_by(ANA)
        await talks.taps(ANA, "menu:name")
        assert "I do not have a name of yours yet" in talks.seen_by(ANA)
