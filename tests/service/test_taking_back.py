"""Private messages are taken back: deleted while the app lets us, and else written over."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.messengers import (
    ChatUnreachableError,
    FateUnknownError,
    MessageGoneError,
    MessengerError,
    NotDeliveredError,
    RefusedError,
)
from bot.pictures import blank
from storage import outbox, outbox_changes, outbox_states
from storage.database import Transaction
from storage.model import FIRST_BOT
from storage.outbox import Purpose
from tests.clock import MovableClock
from tests.service.scene import Scene, running
from tests.service.scripted import ScriptedMessenger, message

ANA = "telegram:1"
LABEL = "details:1:1"


async def _shown(scene: Scene, *, with_file: bool = False) -> int:
    """Show somebody details and return the number of their chat."""
    chat = await scene.chat(ANA)
    await scene.keep(message(chat, "details", label=LABEL, with_file=with_file))
    await scene.settle()
    return chat


async def _take_back(scene: Scene, chat: int) -> None:
    async def take(transaction: Transaction) -> None:
        now = scene.clock.now()
        taken = await outbox_changes.take_back(transaction, chat, LABEL, now)
        rows = [message(chat, "gone", action="take_back", changes=each) for each in taken]
        await outbox.add(transaction, rows, now)

    await scene.do(take)
    await scene.settle()


def _done(messenger: ScriptedMessenger) -> list[tuple[str, str]]:
    return [(each.action, each.text) for each in messenger.delivered]


async def test_what_is_young_is_deleted(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        chat = await _shown(scene)
        clock.move(timedelta(hours=47))
        await _take_back(scene, chat)
        assert _done(messenger) == [("send", "details"), ("delete", "1")]


async def test_what_is_old_is_written_over(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        chat = await _shown(scene)
        clock.move(timedelta(hours=48))
        await _take_back(scene, chat)
        assert _done(messenger) == [("send", "details"), ("edit", "gone")]
        assert messenger.delivered[-1].file is None


async def test_a_picture_with_nothing_on_it_takes_the_place_of_an_old_one(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        chat = await _shown(scene, with_file=True)
        clock.move(timedelta(days=9))
        await _take_back(scene, chat)
        instead = messenger.delivered[-1].file
        assert instead is not None
        assert instead.content == await blank()


@pytest.mark.parametrize(
    "error",
    [MessageGoneError("message can't be deleted"), RefusedError("message_delete_forbidden")],
)
async def test_what_the_app_will_not_delete_after_all_is_written_over(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock, error: MessengerError
) -> None:
    async with running(file, messenger, clock) as scene:
        chat = await _shown(scene)
        errors = [error]
        messenger.judge = lambda _chat: errors.pop() if errors else None
        await _take_back(scene, chat)
        assert _done(messenger) == [("send", "details"), ("edit", "gone")]


async def test_what_its_reader_has_deleted_is_no_failure(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        chat = await _shown(scene)
        clock.move(timedelta(days=9))
        messenger.judge = lambda _chat: MessageGoneError("message to edit not found")
        await _take_back(scene, chat)
        assert await scene.statuses() == ["sent", "dead"]


@pytest.mark.parametrize("error", [NotDeliveredError("down"), FateUnknownError("no answer")])
async def test_it_is_tried_until_it_is_done(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock, error: MessengerError
) -> None:
    async with running(file, messenger, clock) as scene:
        chat = await _shown(scene)
        messenger.judge = lambda _chat: error
        await _take_back(scene, chat)
        await scene.passes(minutes=10)
        messenger.judge = None
        await scene.passes(minutes=10)
        assert _done(messenger) == [("send", "details"), ("delete", "1")]


async def test_a_closed_chat_gets_it_when_it_opens_again(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        chat = await _shown(scene)
        messenger.judge = lambda _chat: ChatUnreachableError("blocked")
        await _take_back(scene, chat)
        assert await scene.statuses() == ["sent", "waiting"]
        messenger.judge = None
        clock.move(timedelta(days=30))
        await scene.do(
            lambda transaction: outbox_states.resume(transaction, chat, FIRST_BOT, clock.now())
        )
        await scene.settle()
        assert _done(messenger) == [("send", "details"), ("edit", "gone")]


async def test_what_has_not_left_never_does(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        messenger.judge = lambda _chat: NotDeliveredError("down")
        chat = await _shown(scene)
        await _take_back(scene, chat)
        messenger.judge = None
        await scene.passes(minutes=10)
        assert _done(messenger) == []
        assert await scene.statuses() == ["dead"]


async def test_what_may_have_left_is_not_sent_once_more(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        messenger.answers.clear()
        messenger.judge_after = lambda _chat: FateUnknownError("no answer")
        chat = await scene.chat(ANA)
        await scene.keep(message(chat, "details", Purpose.ANSWER, label=LABEL))
        while not messenger.under_way:
            await scene.do(lambda transaction: outbox_changes.labelled(transaction, LABEL))

        async def take(transaction: Transaction) -> None:
            taken = await outbox_changes.take_back(transaction, chat, LABEL, clock.now())
            rows = [message(chat, "gone", action="take_back", changes=each) for each in taken]
            await outbox.add(transaction, rows, clock.now())

        await scene.do(take)
        messenger.answers.set()
        messenger.judge_after = None
        await scene.passes(minutes=10)
        assert [each for each in _done(messenger) if each[0] == "send"] == [("send", "details")]
