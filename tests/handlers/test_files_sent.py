"""A file that somebody sends: an answer where one is asked for, and told kindly elsewhere."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import delete, select

from handlers import reception
from handlers.conversations import CONVERSATIONS
from handlers.dialogue import Conversation
from handlers.entering import Enter
from handlers.events import (
    Event,
    FileProblem,
    FileSent,
    PhotoSent,
    Place,
    Said,
    Sender,
    TextFile,
)
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.payload import Payload
from handlers.texts import T
from storage import outbox as kept
from storage.database import Transaction
from storage.private import PrivateText
from storage.tables import outbox
from tests.handlers.talks import ANA, Talks, talks_in

AT_HOME: Final = Place(ANA, is_private=True)
SENT: Final = FileSent(Sender(ANA, "en"), AT_HOME, 5, "f1", size=12)
#: More than anybody types into one message, and as much as is fetched.
LONG: Final = "[51.5, -0.1] " * 76_000


def _read(text: str) -> str | T:
    return text if text.startswith("[") else T("problem-choose")


async def _know(turn: PersonalTurn, subject: str) -> None:
    return None


async def _asks_for_file(known: None) -> str:
    # The words of any question will do.
    given: str = await Enter("language", _read, takes_files=True)
    return given


async def _asks_for_words(known: None) -> str:
    given: str = await Enter("language", _read)
    return given


async def _act(turn: PersonalTurn, known: None, answer: str) -> Sequence[Message]:
    return [Say(turn.person, (PrivateText(f"{len(answer)} letters: {answer[:12]}"),))]


FOR_FILES: Final = Conversation("files", _know, _asks_for_file, _act)
FOR_WORDS: Final = Conversation("words", _know, _asks_for_words, _act)


@pytest.fixture
async def talks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Talks]:
    for each in (FOR_FILES, FOR_WORDS):
        monkeypatch.setitem(CONVERSATIONS, each.name, each)
    async with talks_in(tmp_path) as talks:
        await talks.arrives(ANA, "Ana")
        yield talks


async def _sees(talks: Talks, event: Event) -> str:
    """Return what the person sees because of an event."""

    async def hear(transaction: Transaction) -> list[str]:
        await transaction.connection.execute(delete(outbox))
        await reception.receive(transaction, event, talks.now, talks.house)
        rows = await transaction.connection.execute(
            select(outbox.c.payload, outbox.c.created_at).order_by(outbox.c.id)
        )
        opened = [transaction.open(row.payload, kept.PAYLOAD, row.created_at) for row in rows]
        return [Payload.model_validate_json(text.reveal()).text for text in opened if text]

    return "\n---\n".join(await talks.look(hear))


async def _wants(talks: Talks, event: FileSent) -> bool:
    return await talks.look(
        partial(reception.wants_file, event=event, now=talks.now, house=talks.house)
    )


def _holding(text: str) -> FileSent:
    return replace(SENT, content=TextFile(PrivateText(text)))


async def test_the_text_of_a_file_answers_like_typed_words(talks: Talks) -> None:
    await talks.begins(ANA, "files")
    assert await _wants(talks, SENT)
    assert await _sees(talks, _holding(LONG)) == (f"{len(LONG.strip())} letters: [51.5, -0.1]")


async def test_typed_words_answer_as_before(talks: Talks) -> None:
    await talks.begins(ANA, "files")
    typed = Said(Sender(ANA), AT_HOME, 6, PrivateText("[1]"))
    assert await _sees(talks, typed) == "3 letters: [1]"


async def test_a_number_in_a_file_is_no_button(talks: Talks) -> None:
    await talks.begins(ANA, "files")
    for text in ("1", "Stop", "/cancel", "2"):
        assert "I need one of the buttons here" in await _sees(talks, _holding(text))


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (FileProblem.TOO_LARGE, "at most 1 MB"),
        (FileProblem.NOT_TEXT, "no plain text in it"),
        (FileProblem.NOT_FETCHED, "Please send it again"),
        (None, "Please send it again"),
    ],
)
async def test_why_a_file_is_not_taken_is_told_and_the_question_asked_again(
    talks: Talks, problem: FileProblem | None, told: str
) -> None:
    await talks.begins(ANA, "files")
    seen = await _sees(talks, replace(SENT, content=problem))
    assert told in seen
    assert talks.house.texts.say(T("ask-language"), "en") in seen
    assert "letters" in await _sees(talks, _holding("[1]"))


async def test_where_words_are_wanted_no_file_is_fetched_or_taken(talks: Talks) -> None:
    await talks.begins(ANA, "words")
    assert not await _wants(talks, SENT)
    for event in (SENT, _holding("[1]")):
        assert "only read written words here" in await _sees(talks, event)


async def test_where_nothing_was_asked_a_file_is_answered_kindly(talks: Talks) -> None:
    assert not await _wants(talks, SENT)
    photo = PhotoSent(SENT.sender, AT_HOME, 4, "p1")
    assert await _sees(talks, SENT) == await _sees(talks, photo) != ""


async def test_of_a_stranger_nothing_is_fetched(talks: Talks) -> None:
    stranger = replace(SENT, sender=Sender("telegram:4711"))
    assert not await _wants(talks, stranger)


async def test_a_file_in_a_group_is_none_of_our_business(talks: Talks) -> None:
    await talks.begins(ANA, "files")
    event = replace(_holding("[1]"), place=Place("telegram:-1001", is_private=False))
    assert await _sees(talks, event) == ""


async def test_words_of_danger_below_a_file_are_noticed(talks: Talks) -> None:
    event = replace(SENT, caption=PrivateText("I have chest pain"))
    assert "999" in await _sees(talks, event)


async def test_what_a_file_holds_stands_in_no_repr() -> None:
    assert "secret" not in repr(_holding("my secret"))
