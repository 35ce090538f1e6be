"""Pictures, letters and tables on their way out with a message, and messages that are pinned."""

from datetime import timedelta
from pathlib import Path

import pytest
from _pytest.logging import LogCaptureFixture

from bot import carrier
from bot.documents import DocumentError
from bot.messengers import (
    ChatUnreachableError,
    File,
    MessengerError,
    NotDeliveredError,
    RetryAfterError,
)
from handlers.payload import Chart, Letter, Panel, Payload, Poster, QrCode, Series, Sheet
from storage import pictures
from storage.outbox import Outgoing, Purpose
from storage.private import PrivateText
from tests.clock import BEGINNING, MovableClock
from tests.service.scene import Scene, running
from tests.service.scripted import Delivered, ScriptedMessenger

ADA, GROUP = "telegram:1", "telegram:-100"
JPEG = b"\xff\xd8\xff picture"
SHEET = Sheet(name="costs", heading=("Task", "Amount"), rows=(("KMT-42", "£ 3.20"),))
LETTER = Letter(name="thank-you", language="en", title="Thank you", paragraphs=("Dear Ada",))
LINK = "https://t.me/DoorstepBot?start=ask-12"
CODE = QrCode(name="elm-grove", link=LINK)
POSTER = Poster(name="poster", language="en", title="Help", paragraphs=("Near you",), link=LINK)
CHART = Chart(
    name="report",
    language="en",
    title="Doorstep",
    panels=(Panel(title="Done", labels=("Lift",), series=(Series(name="", values=(7,)),)),),
    not_told="fewer than 5",
    nothing="nothing",
)


async def _picture(scene: Scene) -> int:
    until = BEGINNING + timedelta(days=1)
    return await scene.do(
        lambda transaction: pictures.keep(
            transaction, transaction.keys.house, JPEG, BEGINNING, until
        )
    )


async def _keep(scene: Scene, payload: Payload, chat: str = ADA) -> None:
    text = PrivateText(payload.model_dump_json(exclude_defaults=True))
    await scene.keep(Outgoing(await scene.chat(chat), "send", Purpose.ANSWER, text))


def _seen(messenger: ScriptedMessenger) -> list[tuple[str, str, File | None]]:
    return [(each.action, each.text, each.file) for each in messenger.delivered]


async def test_a_picture_goes_with_its_words(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        await _keep(scene, Payload(text="The receipt", picture=await _picture(scene)))
        await scene.settle()
    assert _seen(messenger) == [("send", "The receipt", File("photo", "picture.jpg", JPEG))]


async def test_of_a_picture_that_is_gone_the_words_are_left(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        await _keep(scene, Payload(text="The receipt", picture=4711))
        await _keep(scene, Payload(text="", picture=4711))
        await scene.settle()
        assert await scene.statuses() == ["sent", "dead"]
    assert _seen(messenger) == [("send", "The receipt", None)]


async def test_a_picture_that_was_not_delivered_is_sent_later(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    errors: list[MessengerError] = [NotDeliveredError()]
    messenger.judge = lambda _chat: errors.pop() if errors else None
    async with running(file, messenger, clock) as scene:
        await _keep(scene, Payload(text="The receipt", picture=await _picture(scene)))
        await scene.passes(seconds=2)
    assert _seen(messenger) == [("send", "The receipt", File("photo", "picture.jpg", JPEG))]


async def test_letters_and_tables_go_as_files(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        await _keep(scene, Payload(text="All costs", document=SHEET))
        await _keep(scene, Payload(text="For you", document=LETTER))
        await scene.settle()
    sheet, letter = [each.file for each in messenger.delivered]
    assert sheet is not None
    assert (sheet.kind, sheet.name) == ("document", "costs.csv")
    assert letter is not None
    assert (letter.kind, letter.name) == ("document", "thank-you.pdf")
    assert letter.content.startswith(b"%PDF-")


async def test_what_is_to_be_seen_goes_as_a_picture_and_what_is_to_be_printed_as_a_file(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        for document in (CODE, CHART, POSTER):
            await _keep(scene, Payload(text="For you", document=document))
        await scene.settle()
    files = [each.file for each in messenger.delivered]
    assert [(each.kind, each.name, each.content[:4]) for each in files if each is not None] == [
        ("photo", "elm-grove.png", b"\x89PNG"),
        ("photo", "report.png", b"\x89PNG"),
        ("document", "poster.pdf", b"%PDF"),
    ]


async def test_a_letter_that_cannot_be_made_stops_nobody(
    file: Path,
    messenger: ScriptedMessenger,
    clock: MovableClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fails(*_: object) -> File:
        raise DocumentError("RuntimeError")

    monkeypatch.setattr(carrier, "rendered", fails)
    async with running(file, messenger, clock) as scene:
        await _keep(scene, Payload(text="For you", document=LETTER))
        await _keep(scene, Payload(text="after it"))
        await scene.settle()
        assert await scene.statuses() == ["dead", "sent"]


async def test_what_asks_for_it_is_pinned_once_it_is_noted_as_sent(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    steps: list[str] = []

    def at_step(step: str) -> None:
        steps.append(f"{step}, {len(messenger.delivered)} calls")

    async with running(file, messenger, clock, at_step=at_step) as scene:
        await _keep(scene, Payload(text="Open here", pin=True), GROUP)
        await scene.settle()
    assert [each[:2] for each in _seen(messenger)] == [("send", "Open here"), ("pin", "1")]
    assert steps[-1] == "sent and noted, 1 calls"


async def test_a_pin_that_is_refused_changes_nothing_and_is_told_once(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock, caplog: LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    messenger.judge_pin = lambda _chat: ChatUnreachableError("not enough rights")
    async with running(file, messenger, clock) as scene:
        for words in ("Open here", "Open there"):
            await _keep(scene, Payload(text=words, pin=True), GROUP)
            await scene.settle()
        assert await scene.statuses() == ["sent", "sent"]
        # The group is written to as before.
        await _keep(scene, Payload(text="after it"), GROUP)
        await scene.settle()
    assert messenger.texts_to(GROUP) == ["Open here", "Open there", "after it"]
    assert caplog.text.count("cannot be pinned") == 1


async def test_after_a_pin_that_failed_the_next_is_tried(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    errors: list[MessengerError] = [RetryAfterError(5)]
    messenger.judge_pin = lambda _chat: errors.pop() if errors else None
    async with running(file, messenger, clock) as scene:
        for words in ("Open here", "Open there"):
            await _keep(scene, Payload(text=words, pin=True), GROUP)
            await scene.settle()
    assert messenger.delivered[-1] == Delivered(clock.now(), "pin", GROUP, "2")
