"""Health details: asked about once, of whoever they are about, and what a no does."""

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from handlers import dialogue
from handlers.asking.about_health import words_of_health
from handlers.asking.ask_for_help import ASK
from handlers.keeping import privacy
from storage import helped_people, people, tasks
from storage.model import Kind
from storage.private import PrivateText
from tests.handlers.talks import ANA, BEN, RUTH, Talks, press, talks_in, words

ASKED: Final = "May I also keep what you tell me about your health?"
ASKED_OF_AGNES: Final = "what you tell me about the health of Agnes?"
#: From the time to sending, for somebody who is known.
THE_REST: Final = (words("tomorrow at 3pm"), *press("1", "send"))


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    async with talks_in(tmp_path) as made:
        await made.neighbourhood()
        yield made


async def _helper(talks: Talks) -> None:
    """Let Ana have agreed as a helper, who was asked nothing about her health."""
    await talks.arrives(ANA)
    ana = await talks.person(ANA)
    await talks.look(partial(people.set_name, person=ana, name=PrivateText("Ana")))
    await talks.look(partial(people.note_agreement, person=ana, now=talks.now, health=None))
    await talks.offers(ANA, Kind.SHOPPING)


async def _words_of(talks: Talks, number: int) -> str | None:
    task = await talks.look(partial(tasks.get, task_id=number))
    found = (await talks.look(partial(tasks.secrets_of, task=task))).words
    return None if found is None else found.reveal()


async def test_a_helper_who_asks_reads_the_notice_and_is_asked_once(talks: Talks) -> None:
    await _helper(talks)
    await talks.begins(ANA, "ask")
    assert "here is what happens with what you tell me" in talks.seen_by(ANA)
    await talks.answers(ANA, *press("yes"))
    assert ASKED in talks.seen_by(ANA)
    await talks.answers(ANA, *press("no", "dog-walk", "skip"), *THE_REST)
    ana = await talks.person(ANA)
    assert ana.keeps_health is False
    await talks.begins(ANA, "ask")
    assert "What would help you?" in talks.seen_by(ANA)


async def test_who_asks_for_another_is_asked_of_their_health_and_not_of_her_own(
    talks: Talks,
) -> None:
    await _helper(talks)
    await talks.begins(ANA, "ask", "for-another")
    await talks.answers(ANA, *press("yes", "neighbour"), words("Agnes"))
    await talks.answers(ANA, *press("yes", "in-person"))
    assert ASKED_OF_AGNES in talks.seen_by(ANA)
    await talks.answers(ANA, *press("no", "dog-walk", "skip"), words("tomorrow at 3pm"))
    await talks.answers(ANA, *press("1", "skip", "send"))
    agnes = await talks.look(partial(helped_people.get, helped_id=1))
    assert agnes.keeps_health is False
    assert (await talks.person(ANA)).keeps_health is None
    await talks.begins(ANA, "ask")
    await talks.answers(ANA, *press("1"))
    assert "What would help Agnes?" in talks.seen_by(ANA)
    await talks.answers(ANA, *press("back", "me"))
    assert ASKED in talks.seen_by(ANA)


async def test_words_of_health_are_not_kept_after_a_no(talks: Talks) -> None:
    await talks.arrives(RUTH, "Ruth")
    await talks.begins(RUTH, "ask")
    await talks.answers(RUTH, *press("dog-walk"))
    assert "leave your health out" in talks.seen_by(RUTH)
    await talks.answers(RUTH, words("My knee hurts, please walk Rex"))
    assert "These words may tell of it: knee" in talks.seen_by(RUTH)
    await talks.answers(RUTH, words("Please walk Rex"), *THE_REST)
    assert await _words_of(talks, 1) == "Please walk Rex"


async def test_they_are_kept_where_their_author_says_so(talks: Talks) -> None:
    await talks.arrives(RUTH, "Ruth")
    await talks.begins(RUTH, "ask")
    await talks.answers(RUTH, *press("dog-walk"), words("The bell is broken"))
    await talks.answers(RUTH, *press("keep-words"), *THE_REST)
    assert await _words_of(talks, 1) == "The bell is broken"


async def test_a_first_sentence_of_before_the_no_is_asked_for_anew(talks: Talks) -> None:
    await talks.arrives(BEN)
    said = {"kind": "dog-walk", "words": "I had a stroke, please walk Rex"}
    await talks.act(BEN, lambda turn: dialogue.begin(turn, ASK, answers=said))
    await talks.answers(BEN, *press("yes", "no", "me"), words("Ben"))
    assert "so it is deleted" in talks.seen_by(BEN)
    await talks.answers(BEN, words("Walk Rex"))
    assert "When would you like help?" in talks.seen_by(BEN)


async def test_a_yes_keeps_everything(talks: Talks) -> None:
    await talks.arrives(RUTH, "Ruth")
    await talks.taps(RUTH, "health:yes")
    await talks.begins(RUTH, "ask")
    await talks.answers(RUTH, *press("dog-walk"), words("My knee hurts"), *THE_REST)
    assert await _words_of(talks, 1) == "My knee hurts"


async def test_the_answer_can_be_seen_and_changed(talks: Talks) -> None:
    await talks.arrives(RUTH, "Ruth")
    await talks.act(RUTH, privacy.privacy)
    assert "You said no to keeping anything about your health." in talks.seen_by(RUTH)
    assert "[Health details: yes|health:yes]" in talks.seen_by(RUTH)
    await talks.taps(RUTH, "health:yes")
    assert (await talks.person(RUTH)).keeps_health is True
    await talks.taps(RUTH, "health:no")
    assert (await talks.person(RUTH)).keeps_health is False


async def test_nobody_changes_it_for_whom_somebody_else_asks(talks: Talks) -> None:
    await test_who_asks_for_another_is_asked_of_their_health_and_not_of_her_own(talks)
    await talks.arrives(BEN, "Ben")
    for account, keeps in ((BEN, False), (ANA, True)):
        await talks.taps(account, "health:yes:1")
        agnes = await talks.look(partial(helped_people.get, helped_id=1))
        assert agnes.keeps_health is keeps
    await talks.act(ANA, privacy.privacy)
    assert "[Health of Agnes: no|health:no:1]" in talks.seen_by(ANA)


@pytest.mark.parametrize("data", ["", "perhaps", "yes:", "yes:x", "no:99"])
async def test_a_forged_button_changes_nothing(talks: Talks, data: str) -> None:
    await talks.arrives(RUTH, "Ruth")
    before = await talks.person(RUTH)
    await talks.taps(RUTH, f"health:{data}")
    assert (await talks.person(RUTH)).keeps_health is (before.keeps_health or data == "yes:")


def test_words_are_found_as_they_were_typed() -> None:
    assert words_of_health("I have Diabetes and a bad Knee") == ("Diabetes", "Knee")
