"""Whoever sends very much slows down themself alone, and what comes in danger goes ahead."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from bot.lines import HEARD_AT_ONCE, MOST_OF_ONE
from bot.messengers.telegram.messenger import ABILITIES
from handlers.events import Event, Said
from handlers.house import House
from storage import chats, outbox
from storage.database import Transaction
from tests.clock import MovableClock
from tests.service.scene import running
from tests.service.scripted import ECHO, ScriptedMessenger, message

FLOODER = "telegram:666"
OTHERS = [f"telegram:{number}" for number in range(1, 21)]


def _is_urgent(event: Event) -> bool:
    return isinstance(event, Said) and event.text.reveal().startswith("help")


async def _too_much(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    assert isinstance(event, Said)
    chat_id = await chats.remember(transaction, event.place.chat, is_private=True)
    await outbox.add(transaction, [message(chat_id, "too much")], now)


HANDLERS = replace(ECHO, is_urgent=_is_urgent, too_much=_too_much)


@pytest.fixture
def paced(clock: MovableClock) -> ScriptedMessenger:
    """An app that takes messages at the real pace."""
    return ScriptedMessenger(clock, abilities=ABILITIES)


async def test_others_are_heard_at_once_behind_thousands_of_one(
    file: Path, paced: ScriptedMessenger, clock: MovableClock
) -> None:
    for number in range(5_000):
        paced.hears(FLOODER, f"{number}", number=1 + number)
    for number, other in enumerate(OTHERS):
        paced.hears(other, "hello", number=10_000 + number)
    async with running(file, paced, clock, handlers=HANDLERS) as scene:
        await scene.passes(seconds=5)
        assert all(paced.texts_to(other) == ["hello"] for other in OTHERS)
        updates = await scene.updates()
        assert len(updates) <= MOST_OF_ONE + HEARD_AT_ONCE + len(OTHERS)


async def test_what_waits_is_heard_in_its_order_and_one_is_told_once_of_what_was_left_out(
    file: Path, paced: ScriptedMessenger, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(MOST_OF_ONE + 50):
        paced.hears(FLOODER, f"{number}")
    async with running(file, paced, clock, handlers=HANDLERS) as scene:
        await scene.passes(minutes=20)
        said = paced.texts_to(FLOODER)
    assert said.count("too much") == 1
    heard = [text for text in said if text != "too much"]
    assert MOST_OF_ONE <= len(heard) < MOST_OF_ONE + 50
    assert heard == [str(number) for number in range(len(heard))]
    assert "more than can be heard" in caplog.text
    assert FLOODER not in caplog.text


async def test_words_of_danger_go_ahead_however_much_waits(
    file: Path, paced: ScriptedMessenger, clock: MovableClock
) -> None:
    for number in range(MOST_OF_ONE - 20):
        paced.hears(FLOODER, f"{number}")
    paced.hears(FLOODER, "help me")
    for number in range(MOST_OF_ONE):
        paced.hears(FLOODER, f"more {number}")
    paced.hears(FLOODER, "help, beyond all that is heard")
    async with running(file, paced, clock, handlers=HANDLERS) as scene:
        await scene.settle()
        statuses = dict(await scene.updates())
        waiting = [number for number, status in statuses.items() if status == "new"]
        assert statuses[MOST_OF_ONE - 20 + 1] == "done"
        assert statuses[max(statuses)] == "done"
        assert len(waiting) > HEARD_AT_ONCE


async def test_what_waits_for_its_turn_is_heard_after_a_restart(
    file: Path, paced: ScriptedMessenger, clock: MovableClock
) -> None:
    for number in range(HEARD_AT_ONCE + 5):
        paced.hears(FLOODER, f"{number}")
    async with running(file, paced, clock, handlers=HANDLERS) as scene:
        await scene.settle()
        assert [status for _, status in await scene.updates()].count("new") == 5
    async with running(file, paced, clock, handlers=HANDLERS) as scene:
        await scene.passes(minutes=2)
        assert [status for _, status in await scene.updates()].count("new") == 0
    assert sorted(paced.texts_to(FLOODER), key=int) == [
        str(number) for number in range(HEARD_AT_ONCE + 5)
    ]


async def test_what_concerns_nobody_is_not_even_kept(
    file: Path, paced: ScriptedMessenger, clock: MovableClock
) -> None:
    handlers = replace(HANDLERS, concerns_us=_is_urgent)
    paced.hears(FLOODER, "chatter")
    paced.hears(FLOODER, "help")
    async with running(file, paced, clock, handlers=handlers) as scene:
        await scene.passes(seconds=1)
        assert await scene.updates() == [(2, "done")]
        assert paced.confirmed == 2
