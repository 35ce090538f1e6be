"""Messages on their way out: their order, their pace, and what becomes of those that fail."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.messengers import (
    ChatMovedError,
    ChatUnreachableError,
    FateUnknownError,
    MessageGoneError,
    MessengerError,
    NotDeliveredError,
    RefusedError,
    RetryAfterError,
    TapTooOldError,
    TokenRefusedError,
)
from bot.outbox import HANGS_AFTER
from bot.pacing import BULK_BURST, LATELY
from storage import departures, outbox
from storage.database import Transaction
from storage.outbox import Purpose
from tests.clock import MovableClock
from tests.service.scene import Scene, running
from tests.service.scripted import UNHURRIED, Judge, ScriptedMessenger, message


def first_time(error: MessengerError) -> Judge:
    """Let the first call fail, and carry out all others."""
    errors = [error]
    return lambda _chat: errors.pop() if errors else None


def always(error: MessengerError, in_chat: str) -> Judge:
    """Let every call for one chat fail."""
    return lambda chat: error if chat == in_chat else None


@asynccontextmanager
async def over_a_slow_line(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> AsyncIterator[Scene]:
    """Run a service over a line on which each message takes a fifth of a second."""
    messenger.abilities = UNHURRIED
    messenger.judge = lambda _chat: clock.move(timedelta(seconds=0.2))
    async with running(file, messenger, clock) as scene:
        others = [await scene.chat(f"telegram:{number}") for number in range(100, 100 + LATELY)]
        await scene.keep(*(message(chat, "bulk", Purpose.BULK) for chat in others))
        yield scene


async def test_an_answer_goes_ahead_of_five_hundred_in_bulk(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.abilities = UNHURRIED
    async with running(file, messenger, clock) as scene:
        chats = [await scene.chat(f"telegram:{number}") for number in range(1, 502)]
        await scene.keep(*(message(chat, "bulk", Purpose.BULK) for chat in chats[:-1]))
        await scene.keep(message(chats[-1], "answer"))
        await scene.passes(seconds=1)
        position = [each.text for each in messenger.delivered].index("answer")
        assert position <= BULK_BURST


async def test_one_at_a_time_goes_of_each_sort_as_long_as_the_pace_needs_no_more(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.abilities = UNHURRIED
    messenger.answers.clear()
    async with running(file, messenger, clock) as scene:
        chats = [await scene.chat(f"telegram:{number}") for number in range(1, 6)]
        await scene.keep(*(message(chat, "bulk", Purpose.BULK) for chat in chats[:3]))
        await scene.keep(*(message(chat, "answer") for chat in chats[3:]))
        while len(messenger.under_way) < 2:
            await scene.commits()
        assert await scene.statuses() == ["sending", "pending", "pending", "sending", "pending"]
        clock.move(HANGS_AFTER)
        while len(messenger.under_way) < 3:
            await scene.commits()
        # What hangs holds up no answer.
        assert await scene.statuses() == ["sending", "pending", "pending", "sending", "sending"]
        messenger.answers.set()
        await scene.settle()
        assert await scene.statuses() == ["sent"] * 5


async def test_over_a_slow_network_as_many_go_in_bulk_as_the_pace_needs(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with over_a_slow_line(file, messenger, clock) as scene:
        chats = [await scene.chat(f"telegram:{number}") for number in range(20)]
        await scene.passes(seconds=1)
        messenger.answers.clear()
        await scene.keep(*(message(chat, "bulk", Purpose.BULK) for chat in chats))
        while len(messenger.under_way) < 6:
            clock.move(timedelta(seconds=0.1))
            await scene.commits()
        clock.move(timedelta(seconds=10))
        await scene.commits()
        assert (await scene.statuses()).count("sending") == 6
        messenger.answers.set()


async def test_over_a_slow_network_answers_go_one_by_one_until_they_queue(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with over_a_slow_line(file, messenger, clock) as scene:
        chats = [await scene.chat(f"telegram:{number}") for number in range(20)]
        await scene.passes(seconds=10)
        messenger.answers.clear()
        await scene.keep(*(message(chat, "answer") for chat in chats))
        while not messenger.under_way or clock.next_waking is None:
            await scene.commits()
        assert len(messenger.under_way) == 1
        # One second, since when a queue stands, is less than this.
        clock.move(timedelta(seconds=0.999))
        await scene.commits()
        assert (await scene.statuses()).count("sending") == 1
        clock.move(timedelta(seconds=0.001))
        while len(messenger.under_way) < 6:
            await scene.commits()
        messenger.answers.set()


async def test_answers_to_taps_go_first_of_all(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        messenger.answers.clear()
        chat = await scene.chat("telegram:1")
        await scene.keep(
            message(chat, "answer"),
            message(None, "Taken", Purpose.TAP_ANSWER, action="answer_tap"),
        )
        messenger.answers.set()
        await scene.settle()
        assert [each.text for each in messenger.delivered] == ["Taken", "answer"]


async def test_one_message_at_a_time_goes_to_a_chat_and_in_order(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        messenger.answers.clear()
        one, other = await scene.chat("telegram:1"), await scene.chat("telegram:2")
        await scene.keep(*(message(one, f"{turn}") for turn in range(3)), message(other, "x"))
        while len(messenger.under_way) < 2:
            await scene.commits()
        assert sorted(messenger.under_way) == ["telegram:1", "telegram:2"]
        assert await scene.statuses() == ["sending", "pending", "pending", "sending"]
        messenger.answers.set()
        await scene.settle()
        assert messenger.texts_to("telegram:1") == ["0", "1", "2"]


async def test_a_message_that_failed_is_not_overtaken(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = first_time(NotDeliveredError())
    async with running(file, messenger, clock) as scene:
        chat = await scene.chat("telegram:1")
        await scene.keep(message(chat, "first"), message(chat, "second"))
        await scene.settle()
        assert messenger.texts_to("telegram:1") == []
        await scene.passes(seconds=2)
        assert messenger.texts_to("telegram:1") == ["first", "second"]


async def test_nothing_is_sent_to_a_chat_before_the_app_wants_it(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = first_time(RetryAfterError(20))
    async with running(file, messenger, clock) as scene:
        chat, other = await scene.chat("telegram:1"), await scene.chat("telegram:2")
        await scene.keep(message(chat, "first"))
        await scene.settle()
        await scene.keep(message(chat, "urgent", Purpose.SAFETY), message(other, "other"))
        await scene.passes(seconds=19)
        assert [each.text for each in messenger.delivered] == ["other"]
    # A new process keeps the promise of the one before.
    async with running(file, messenger, clock) as scene:
        await scene.passes(seconds=0.9)
        assert messenger.texts_to("telegram:1") == []
        await scene.passes(seconds=0.2)
        assert messenger.texts_to("telegram:1") == ["first", "urgent"]


async def test_two_chats_asked_to_wait_at_once_stand_for_all(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    waits = {"telegram:1": 5, "telegram:2": 10}

    def judge(chat: str) -> MessengerError | None:
        seconds = waits.pop(chat, None)
        return RetryAfterError(seconds) if seconds else None

    messenger.judge = judge
    async with running(file, messenger, clock) as scene:
        chats = [await scene.chat(f"telegram:{number}") for number in (1, 2, 3)]
        await scene.keep(message(chats[0], "a"), message(chats[1], "b"))
        await scene.settle()
        await scene.keep(message(chats[2], "c"))
        await scene.passes(seconds=9)
        assert messenger.delivered == []
        await scene.passes(seconds=2)
        assert {each.text for each in messenger.delivered} == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("purpose", "action", "seen", "status"),
    [
        (Purpose.ANSWER, "send", ["words", "Again: words"], "sent"),
        (Purpose.SAFETY, "send", ["words", "Again: words"], "sent"),
        (Purpose.NEWS, "send", ["words", "Again: words"], "sent"),
        (Purpose.CARD, "send", ["words", "words"], "sent"),
        (Purpose.CARD, "edit", ["words", "words"], "sent"),
        (Purpose.CARD, "delete", ["17", "17"], "sent"),
        (Purpose.BULK, "send", ["words"], "unknown"),
        (Purpose.TAP_ANSWER, "answer_tap", ["words"], "dead"),
    ],
)
async def test_an_unknown_fate_is_met_by_what_the_message_is_for(
    file: Path,
    messenger: ScriptedMessenger,
    clock: MovableClock,
    purpose: Purpose,
    action: str,
    seen: list[str],
    status: str,
) -> None:
    messenger.judge_after = first_time(FateUnknownError())
    async with running(file, messenger, clock) as scene:
        chat = None if action == "answer_tap" else await scene.chat("telegram:1")
        number = 17 if action in ("edit", "delete") else None
        await scene.keep(message(chat, "words", purpose, action=action, number=number))
        await scene.passes(minutes=1)
        assert [each.text for each in messenger.delivered] == seen
        assert await scene.statuses() == [status]


async def test_what_was_leaving_at_a_crash_is_of_unknown_fate(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        chat = await scene.chat("telegram:1")
        bulk = await scene.chat("telegram:2")

        async def crash(transaction: Transaction) -> None:
            now = clock.now() + timedelta(days=1)
            messages = [message(chat, "answer"), message(bulk, "bulk", Purpose.BULK)]
            await outbox.add(transaction, messages, now)
            await departures.start_sending(transaction, [1, 2])

        await scene.do(crash)
    async with running(file, messenger, clock) as scene:
        await scene.passes(minutes=1)
        assert [each.text for each in messenger.delivered] == ["Again: answer"]
        assert await scene.statuses() == ["sent", "unknown"]


async def test_what_is_for_a_closed_chat_waits(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = always(ChatUnreachableError(), "telegram:1")
    async with running(file, messenger, clock) as scene:
        chat = await scene.chat("telegram:1")
        await scene.keep(message(chat, "first"), message(chat, "second"))
        await scene.passes(hours=1)
        assert await scene.statuses() == ["waiting", "waiting"]


async def test_what_goes_in_bulk_does_not_wait_for_a_closed_chat(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = always(ChatUnreachableError(), "telegram:1")
    async with running(file, messenger, clock) as scene:
        chat = await scene.chat("telegram:1")
        await scene.keep(message(chat, "call", Purpose.BULK))
        await scene.settle()
        await scene.keep(message(chat, "another call", Purpose.BULK), message(chat, "answer"))
        await scene.settle()
        assert await scene.statuses() == ["dead", "waiting"]


async def test_a_group_that_moved_gets_its_messages_at_its_new_address(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = always(ChatMovedError("telegram:-1002"), "telegram:-1")
    async with running(file, messenger, clock) as scene:
        chat = await scene.chat("telegram:-1")
        await scene.keep(message(chat, "first"), message(chat, "second"))
        await scene.settle()
        assert messenger.texts_to("telegram:-1002") == ["first", "second"]


@pytest.mark.parametrize(
    ("error", "action"),
    [
        (RefusedError("never"), "send"),
        (MessageGoneError(), "edit"),
        (TapTooOldError(), "answer_tap"),
    ],
)
async def test_what_the_app_will_never_do_is_given_up(
    file: Path,
    messenger: ScriptedMessenger,
    clock: MovableClock,
    error: MessengerError,
    action: str,
) -> None:
    messenger.judge = first_time(error)
    async with running(file, messenger, clock) as scene:
        chat = None if action == "answer_tap" else await scene.chat("telegram:1")
        number = 5 if action == "edit" else None
        await scene.keep(message(chat, "words", action=action, number=number))
        await scene.passes(minutes=5)
        assert messenger.delivered == []
        assert await scene.statuses() == ["dead"]


async def test_what_comes_too_late_or_changes_nothing_is_not_sent(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = first_time(RefusedError("never"))
    async with running(file, messenger, clock) as scene:
        chat = await scene.chat("telegram:1")
        await scene.keep(message(chat, "refused"))
        await scene.keep(
            message(chat, "late", expires_at=clock.now()),
            message(chat, "change of the refused one", action="edit", changes=1),
            message(chat, "good"),
        )
        await scene.settle()
        assert messenger.texts_to("telegram:1") == ["good"]
        assert await scene.statuses() == ["dead", "dead", "dead", "sent"]


async def test_a_change_goes_after_the_message_that_it_changes(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = first_time(NotDeliveredError())
    async with running(file, messenger, clock) as scene:
        chat = await scene.chat("telegram:1")
        await scene.keep(message(chat, "progress 1", Purpose.NEWS))
        await scene.keep(message(chat, "progress 2", action="edit", changes=1))
        await scene.passes(minutes=1)
        assert [(each.action, each.text) for each in messenger.delivered] == [
            ("send", "progress 1"),
            ("edit", "progress 2"),
        ]


async def test_a_long_failure_of_the_app_loses_nothing(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = always(NotDeliveredError(), "telegram:1")
    async with running(file, messenger, clock) as scene:
        chat = await scene.chat("telegram:1")
        await scene.keep(message(chat, "words"))
        await scene.passes(minutes=20)
        messenger.judge = None
        await scene.passes(minutes=1)
        assert messenger.texts_to("telegram:1") == ["words"]


async def test_an_error_that_no_messenger_should_raise_is_given_up_in_the_end(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    def judge(chat: str) -> MessengerError | None:
        raise ZeroDivisionError

    messenger.judge = judge
    async with running(file, messenger, clock) as scene:
        chat = await scene.chat("telegram:1")
        await scene.keep(message(chat, "words"))
        await scene.passes(minutes=5)
        assert await scene.statuses() == ["dead"]


async def test_a_token_that_is_refused_in_the_midst_ends_the_service_and_keeps_the_message(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.judge = first_time(TokenRefusedError())

    async def talk(scene: Scene) -> None:
        chat = await scene.chat("telegram:1")
        await scene.keep(message(chat, "words"))
        await scene.settle()

    with pytest.raises(TokenRefusedError):
        async with running(file, messenger, clock) as scene:
            await talk(scene)
    async with running(file, messenger, clock) as scene:
        await scene.passes(minutes=1)
        assert messenger.texts_to("telegram:1") == ["words"]
