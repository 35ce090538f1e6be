"""What becomes of a first sentence in conversation: filled in, kept, and always confirmed."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers import current
from handlers.asking import first_words
from handlers.house import PersonalTurn
from handlers.messages import Message
from handlers.question import Words
from storage import conversations
from tests.handlers.talks import ANA, OWNER, RUTH, Talks, press, talks_in, words


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """Ana has asked before; Ruth is new."""
    async with talks_in(tmp_path) as opened:
        await opened.neighbourhood()
        await opened.arrives(OWNER, "Olive")
        await opened.arrives(ANA, "Ana")
        await opened.arrives(RUTH)
        yield opened


async def writes(talks: Talks, account: str, text: str) -> bool:
    """Let somebody write who is asked nothing; False where it is not understood."""
    understood = False

    async def hear(turn: PersonalTurn) -> list[Message]:
        nonlocal understood
        messages = await first_words.heard(turn, Words(text, turn.person.language))
        understood = messages is not None
        return messages or []

    await talks.act(account, hear)
    return understood


async def test_a_kind_and_a_time_are_confirmed_before_anything_else(talks: Talks) -> None:
    assert await writes(talks, ANA, "bread and milk tomorrow please")
    assert "I understood: Shopping for you, Tuesday 14 April" in talks.seen_by(ANA)
    await talks.answers(ANA, *press("send"))
    assert "Where is the help needed?" in talks.seen_by(ANA)


async def test_a_kind_alone_is_confirmed_with_the_time_asked_for(talks: Talks) -> None:
    assert await writes(talks, ANA, "I need bread and milk")
    assert "When would you like help?" in talks.seen_by(ANA)
    await talks.answers(ANA, words("tomorrow"))
    assert "I understood: Shopping for you, Tuesday 14 April" in talks.seen_by(ANA)


async def test_whoever_is_new_agrees_first_and_repeats_nothing(talks: Talks) -> None:
    assert await writes(talks, RUTH, "walk my dog tomorrow please")
    assert "You would like help: Dog walk" in talks.seen_by(RUTH)
    await talks.answers(RUTH, *press("yes", "no", "me"), words("Ruth"))
    assert "I understood: Dog walk for you, Tuesday 14 April" in talks.seen_by(RUTH)


async def test_a_time_that_is_over_when_it_is_confirmed_is_asked_for_anew(talks: Talks) -> None:
    assert await writes(talks, ANA, "a hot meal tonight please")
    talks.now = talks.now.replace(hour=22)
    await talks.answers(ANA, *press("send"))
    assert "The time you chose is over now" in talks.seen_by(ANA)


async def test_sentences_at_the_question_of_kind_are_all_kept(talks: Talks) -> None:
    await talks.begins(ANA, "ask")
    await talks.answers(ANA, words("bread and my tablets please"))
    assert "not sure which kind" in talks.seen_by(ANA)
    await talks.answers(ANA, words("stamps, please"), words("tomorrow"))
    assert "I understood: Post for you, Tuesday 14 April" in talks.seen_by(ANA)
    await talks.answers(ANA, *press("send", "1"))
    assert "bread and my tablets please\nstamps, please" in talks.seen_by(ANA)


async def test_what_is_not_plain_is_left_to_others(talks: Talks) -> None:
    for text in ("Hello", "Where is my shopping?", "", "need milk " + "a" * 2000):
        assert not await writes(talks, ANA, text)


async def test_offering_begins_the_offer(talks: Talks) -> None:
    assert await writes(talks, ANA, "happy to walk dogs")
    assert "you would like to help" in talks.seen_by(ANA)
    ana = await talks.person(ANA)
    stored = await talks.look(lambda transaction: conversations.load(transaction, ana))
    assert stored is not None
    assert stored.name == "offer"


async def test_a_worry_steps_in_front_and_the_request_goes_on(talks: Talks) -> None:
    assert await writes(talks, ANA, "bread and milk tomorrow please")
    await talks.act(ANA, lambda turn: current.begin(turn, "worry"))
    assert "What worries you?" in talks.seen_by(ANA)

    async def stops(turn: PersonalTurn) -> list[Message]:
        stored = await conversations.load(turn.transaction, turn.person)
        assert stored is not None
        return await current.hear(turn, stored, press("stop")[0])

    await talks.act(ANA, stops)
    assert "I understood: Shopping for you" in talks.seen_by(ANA)
