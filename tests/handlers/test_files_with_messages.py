"""Pictures and documents that go with a message: below its words, or after them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.payload import CAPTION_LIMIT, Letter, Payload, Sheet
from handlers.texts import T
from storage import outbox as kept
from storage.database import Transaction
from storage.model import FIRST_BOT
from storage.private import PrivateText
from storage.relay import Quote
from storage.tables import outbox
from tests.handlers.talks import ANA, Talks, talks_in

SHEET = Sheet(name="costs", heading=("Task",), rows=(("KMT-42",),))
LETTER = Letter(name="thank-you", language="en", title="Thank you", paragraphs=("Dear Ana",))
BUTTONS = ((Press(T("button-stop"), "stop:1"),),)


async def _kept(transaction: Transaction) -> list[Payload]:
    rows = await transaction.connection.execute(
        select(outbox.c.payload, outbox.c.created_at).order_by(outbox.c.id)
    )
    opened = [transaction.open(row.payload, kept.PAYLOAD, row.created_at) for row in rows]
    return [Payload.model_validate_json(text.reveal()) for text in opened if text]


async def _said(talks: Talks, words: str, *, document: Letter | Sheet | None) -> list[Payload]:
    """Return what is kept of a message with a picture, or with a document in its place."""

    async def says(turn: PersonalTurn) -> Sequence[Message]:
        picture = 7 if document is None else None
        lines = (PrivateText(words),)
        return [
            Say(
                turn.person,
                lines,
                BUTTONS,
                protect=True,
                picture=picture,
                document=document,
                reply_to=Quote(9, FIRST_BOT),
            )
        ]

    await talks.arrives(ANA, "Ana")
    await talks.act(ANA, says)
    return await talks.look(_kept)


@pytest.mark.parametrize("document", [None, SHEET, LETTER])
async def test_words_that_fit_stand_below_it(
    tmp_path: Path, document: Letter | Sheet | None
) -> None:
    async with talks_in(tmp_path) as talks:
        [said] = await _said(talks, "o" * CAPTION_LIMIT, document=document)
    assert said.text == "o" * CAPTION_LIMIT
    assert (said.picture, said.document) == (7 if document is None else None, document)
    assert (said.protect, said.reply_to, len(said.buttons)) == (True, 9, 1)


@pytest.mark.parametrize("document", [None, SHEET, LETTER])
@pytest.mark.parametrize("words", ["o" * (CAPTION_LIMIT + 1), "😀" * (CAPTION_LIMIT // 2 + 1)])
async def test_longer_words_come_before_it_whole(
    tmp_path: Path, words: str, document: Letter | Sheet | None
) -> None:
    async with talks_in(tmp_path) as talks:
        said, alone = await _said(talks, words, document=document)
    assert (said.text, said.reply_to, len(said.buttons)) == (words, 9, 1)
    assert (said.picture, said.document) == (None, None)
    assert alone == Payload(
        text="", protect=True, picture=7 if document is None else None, document=document
    )
