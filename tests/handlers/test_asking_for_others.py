"""Asking for somebody else, where something changes on the way or somebody pretends."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from handlers.question import Heard
from handlers.scheme.role_names import role_called
from storage import helped_people, people, roles, tasks
from storage.database import Transaction
from storage.helped_people import Consent
from storage.model import ConsentHow, Relation, Role
from storage.private import PrivateText
from storage.roles import Appointed
from tests.handlers.talks import ANA, BEN, OWNER, Talks, press, talks_in, words

#: From whom it is for to the kind of help.
FOR_AGNES: Final[list[Heard]] = [
    *press("somebody-else", "neighbour"),
    words("Agnes"),
    *press("yes", "in-person", "yes"),
]
#: From the words to what is sent, at a place that is asked about.
THE_REST: Final[list[Heard]] = [*press("skip"), words("tomorrow at 3pm")]


@pytest.fixture
async def scheme(tmp_path: Path) -> AsyncIterator[Talks]:
    """Ana and Ben, who have agreed before, in a scheme with two neighbourhoods."""
    async with talks_in(tmp_path) as talks:
        for account, name in ((OWNER, "Olive"), (ANA, "Ana"), (BEN, "Ben")):
            await talks.arrives(account, name)
        for name in ("Elm Park", "Mill Side"):
            await talks.neighbourhood(name)
        yield talks


async def _asks_for(talks: Talks, name: str, days: int = 90) -> int:
    """Let Ana ask for somebody already, whose consent is good for some days."""
    ana = await talks.person(ANA)
    agreed = Consent(ConsentHow.IN_PERSON, talks.now, talks.now.date() + timedelta(days=days))

    async def record(transaction: Transaction) -> int:
        number = await helped_people.add(
            transaction, ana.id, PrivateText(name), Relation.NEIGHBOUR, None, agreed
        )
        await helped_people.set_health(transaction, number, ana.id, talks.now, keeps=True)
        return number

    return await talks.look(record)


async def test_the_home_of_whoever_asks_stays_what_it_was(scheme: Talks) -> None:
    ana = await scheme.person(ANA)
    await scheme.look(lambda transaction: people.set_neighbourhood(transaction, ana, 1))
    await scheme.begins(ANA, "ask")
    await scheme.answers(ANA, *FOR_AGNES, *press("dog-walk"), *THE_REST)
    assert "Where does Agnes need the help?" in scheme.seen_by(ANA)
    assert "Last time" not in scheme.seen_by(ANA)
    await scheme.answers(ANA, *press("2", "skip", "send"))
    assert (await scheme.person(ANA)).neighbourhood_id == 1
    agnes = await scheme.look(lambda transaction: helped_people.get(transaction, 1))
    assert (agnes.neighbourhood_id, agnes.review_on) == (2, scheme.now.date() + timedelta(days=90))
    task = await scheme.look(lambda transaction: tasks.get(transaction, 1))
    assert (task.resident_id, task.helped_id) == (ana.id, agnes.id)


async def test_what_others_had_to_agree_to_is_asked_again_sooner(scheme: Talks) -> None:
    await scheme.begins(ANA, "ask")
    agreed = [*FOR_AGNES[:-2], *press("by-somebody-else", "yes", "dog-walk")]
    await scheme.answers(ANA, *agreed, *THE_REST, *press("1", "skip", "send"))
    agnes = await scheme.look(lambda transaction: helped_people.get(transaction, 1))
    assert agnes.review_on == scheme.now.date() + timedelta(days=30)


async def test_a_request_for_somebody_never_becomes_one_for_oneself(scheme: Talks) -> None:
    number = await _asks_for(scheme, "Agnes")
    await scheme.begins(ANA, "ask")
    await scheme.answers(ANA, *press(str(number), "dog-walk"), *THE_REST, *press("1"))
    await scheme.look(lambda transaction: helped_people.end(transaction, number, scheme.now))
    await scheme.answers(ANA, *press("send"))
    assert "Whom is this for?" in scheme.seen_by(ANA)
    assert "Agnes" not in scheme.seen_by(ANA)


async def test_whoever_is_no_colleague_any_more_cannot_ask_as_one(scheme: Talks) -> None:
    ana, olive = await scheme.person(ANA), await scheme.person(OWNER)

    async def appoint(transaction: Transaction) -> None:
        surgery = await roles.make_organisation(transaction, "The Surgery", scheme.now)
        held = Appointed(surgery)
        await roles.appoint(transaction, ana.id, Role.COLLEAGUE, held, olive.id, scheme.now)

    await scheme.look(appoint)
    await scheme.begins(ANA, "ask", "for-another")
    await scheme.answers(ANA, *press("colleague"), words("Henry"), *press("yes"))
    await scheme.look(
        lambda transaction: roles.end(transaction, ana.id, Role.COLLEAGUE, scheme.now)
    )
    await scheme.answers(ANA, *press("in-person"))
    assert "Who are you to the person who needs help?" in scheme.seen_by(ANA)
    assert "in my work" not in scheme.seen_by(ANA)


async def test_more_people_than_there_are_buttons_can_be_named(scheme: Talks) -> None:
    names = [f"Nora {letter}" for letter in "ABCDEFGHIJ"]
    for name in names:
        await _asks_for(scheme, name)
    await scheme.begins(ANA, "ask")
    assert "For Nora J" in scheme.seen_by(ANA)
    assert "For Nora A" not in scheme.seen_by(ANA)
    await scheme.answers(ANA, words("nora a"))
    assert "What would help Nora A?" in scheme.seen_by(ANA)


async def test_nobody_answers_for_whom_another_asks(scheme: Talks) -> None:
    number = await _asks_for(scheme, "Agnes")
    for subject in (str(number), "99", "9" * 40, "", "one"):
        await scheme.begins(BEN, "consent", subject)
        assert "already ended" in scheme.seen_by(BEN)


async def test_each_role_has_its_name_in_every_language(scheme: Talks) -> None:
    for role in Role:
        for language in scheme.house.texts.languages:
            assert scheme.house.texts.say(role_called(role, None), language)
