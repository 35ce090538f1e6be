"""While the app does not answer it is asked now and then, and nothing is sent; then all goes."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest

from bot.messengers import (
    ChatUnreachableError,
    Delivery,
    FateUnknownError,
    MessengerError,
    NotDeliveredError,
    RetryAfterError,
)
from bot.reach import FAILURES
from tests.clock import MovableClock
from tests.service.scene import running
from tests.service.scripted import ScriptedMessenger, message

CHATS = 20


class SilentMessenger(ScriptedMessenger):
    """Answers nothing between two moments; `is_asked` counts what is asked meanwhile."""

    asked: int = 0
    silent_until: float = 0.0
    #: Whether only messages fail, and other questions are answered.
    answers_questions: bool = False
    #: How long it asks to wait whenever it is asked something, in seconds.
    asks_to_wait: float = 0.0

    def is_silent(self) -> bool:
        return self.clock.now().timestamp() < self.silent_until

    async def delivery(self) -> Delivery:
        self.asked += 1
        if self.asks_to_wait:
            raise RetryAfterError(self.asks_to_wait)
        if self.is_silent() and not self.answers_questions:
            raise NotDeliveredError
        return await super().delivery()


@pytest.mark.parametrize("answers_questions", [False, True])
async def test_after_an_hour_of_silence_everything_goes_within_seconds(
    file: Path, clock: MovableClock, caplog: pytest.LogCaptureFixture, *, answers_questions: bool
) -> None:
    messenger = SilentMessenger(clock)
    messenger.answers_questions = answers_questions
    messenger.silent_until = clock.now().timestamp() + 3600
    tried: list[str] = []

    def judge(chat: str) -> MessengerError | None:
        tried.append(chat)
        return NotDeliveredError() if messenger.is_silent() else None

    messenger.judge = judge
    with caplog.at_level(logging.INFO, "bot.reach"):
        async with running(file, messenger, clock) as scene:
            for number in range(CHATS):
                await scene.keep(message(await scene.chat(f"telegram:{number}"), "Hello"))
            await scene.passes(minutes=59, seconds=59)
            assert not messenger.delivered
            # Nobody's message is tried again and again, unless nothing else can tell.
            assert len(tried) <= (1_000 if answers_questions else CHATS + FAILURES)
            ended = clock.now() + timedelta(seconds=1)
            await scene.passes(seconds=11)
            assert len(messenger.delivered) == CHATS
            assert max(each.at for each in messenger.delivered) <= ended + timedelta(seconds=10)
    assert len(caplog.records) <= 2
    assert [each.levelname for each in caplog.records[:2]] == ["WARNING", "INFO"]


async def test_one_failure_or_two_hold_up_nobody(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    errors = [FateUnknownError(), NotDeliveredError()]
    messenger.judge = lambda _chat: errors.pop() if errors else None
    async with running(file, messenger, clock) as scene:
        for number in range(3):
            await scene.keep(message(await scene.chat(f"telegram:{number}"), "Hello"))
        await scene.settle()
        assert [each.chat for each in messenger.delivered] == ["telegram:2"]


async def test_a_refusal_is_an_answer_too(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    lost, refused = NotDeliveredError(), ChatUnreachableError()
    errors: list[MessengerError] = [lost, lost, refused, lost, lost]
    messenger.judge = lambda _chat: errors.pop(0) if errors else None
    async with running(file, messenger, clock) as scene:
        for number in range(6):
            await scene.keep(message(await scene.chat(f"telegram:{number}"), "Hello"))
        await scene.settle()
        assert [each.chat for each in messenger.delivered] == ["telegram:5"]


async def test_a_question_waits_as_long_as_the_app_asked_for(
    file: Path, clock: MovableClock
) -> None:
    messenger = SilentMessenger(clock)
    messenger.asks_to_wait = 30
    messenger.judge = lambda _chat: NotDeliveredError()
    async with running(file, messenger, clock) as scene:
        for number in range(CHATS):
            await scene.keep(message(await scene.chat(f"telegram:{number}"), "Hello"))
        await scene.passes(minutes=2)
    assert 2 <= messenger.asked <= 1 + 2 * 60 / 30
