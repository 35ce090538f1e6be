"""Administrators without a name, channels and bots are nobody: no command and no button hears them.

And no button of a private chat works in a group, whoever presses it.
"""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import select

from bot.messengers.telegram.updates import read_update
from handlers import reception
from handlers.payload import Payload
from storage import tables
from storage.database import Transaction
from tests import registers
from tests.clock import BEGINNING
from tests.endurance.permissions.play import KEPT
from tests.endurance.permissions.rows import Dump, dump
from tests.endurance.permissions.things import build
from tests.endurance.permissions.world import World
from tests.handlers.talks import OWNER, Talks, talks_in
from tests.messengers.example_updates import ANONYMOUS, BOT, CHANNEL, GROUP, heard, tapped
from tests.messengers.example_updates import message as message_with

Json = dict[str, Any]
#: All that there is, but for the chats that are known: one may be new.
EVERYTHING: Final = sorted(set(KEPT) - {tables.chats.name})
OLIVE: Final = {"id": int(OWNER.partition(":")[2]), "is_bot": False, "first_name": "Olive"}


@pytest.fixture
async def talks(tmp_path: Path) -> AsyncIterator[Talks]:
    """A scheme full of things."""
    async with talks_in(tmp_path) as opened:
        await opened.look(_filled)
        yield opened


async def _filled(transaction: Transaction) -> None:
    await build(transaction, BEGINNING)


async def _everything(talks: Talks) -> Dump:
    """Return every row; but not when somebody was last heard of, which any deed of theirs notes."""
    found = await talks.look(lambda transaction: dump(transaction, EVERYTHING))
    heard_of = {tables.people.c.seen_at.name, tables.people.c.asked_to_stay_at.name}
    found["people"] = {
        key: {name: value for name, value in row.items() if name not in heard_of}
        for key, row in found["people"].items()
    }
    return found


async def _happens(talks: Talks, update: Json) -> None:
    event = read_update(json.dumps(update))
    await talks.look(
        lambda transaction: reception.receive(transaction, event, talks.now, talks.house)
    )


async def _said(talks: Talks) -> list[str]:
    """Return all that is said to anybody, without the notices over buttons."""

    async def read(transaction: Transaction) -> list[str]:
        rows = await transaction.connection.execute(
            select(tables.outbox.c.payload, tables.outbox.c.created_at).where(
                tables.outbox.c.action == "send"
            )
        )
        opened = [transaction.open(row.payload, "outbox.payload", row.created_at) for row in rows]
        return [Payload.model_validate_json(each.reveal()).text for each in opened if each]

    return await talks.look(read)


def _words_of_nobody(text: str) -> Iterator[Json]:
    for sender, also in (
        (ANONYMOUS, {"sender_chat": GROUP}),
        (ANONYMOUS, {}),
        (BOT, {"sender_chat": CHANNEL}),
        (BOT, {}),
    ):
        yield heard(text=text, chat=GROUP, sender=sender, **also)
    post = {"message_id": 5, "date": 1776000000, "chat": CHANNEL, "sender_chat": CHANNEL}
    yield {"update_id": 9, "channel_post": {**post, "text": text}}
    yield {"update_id": 9, "edited_channel_post": {**post, "text": text, "edit_date": 1776000001}}


async def test_no_command_hears_nobody(talks: Talks) -> None:
    before = await _everything(talks)
    for command in registers.all_commands():
        for rest in ("", " Albion", " i_invited0free"):
            for update in _words_of_nobody(f"/{command}{rest}"):
                await _happens(talks, update)
    assert await _everything(talks) == before
    assert {each.partition(",")[0] for each in await _said(talks)} == {
        "I cannot tell who wrote this"
    }


#: What may stand behind the name of a button.
DETAILS: Final = ("", "1", str(World.first(tables.people)), f"task{World.first(tables.tasks)}")


async def test_no_button_hears_nobody(talks: Talks) -> None:
    before = await _everything(talks)
    for name in registers.all_buttons():
        for detail in DETAILS:
            for sender in (ANONYMOUS, BOT):
                for chat in (GROUP, CHANNEL):
                    card = message_with(chat=chat, sender=BOT)
                    data = f"{name}:{detail}"
                    await _happens(talks, tapped(**{"from": sender}, message=card, data=data))
    assert await _everything(talks) == before
    assert await _said(talks) == []


async def test_no_button_of_a_private_chat_works_in_a_group(talks: Talks) -> None:
    before = await _everything(talks)
    card = message_with(chat=GROUP, sender=BOT)
    for name in set(registers.all_buttons()) - {"claim"}:
        for detail in DETAILS:
            data = f"{name}:{detail}"
            await _happens(talks, tapped(**{"from": OLIVE}, message=card, data=data))
    assert await _everything(talks) == before
    assert await _said(talks) == []
