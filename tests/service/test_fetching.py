"""Photos and files are fetched before anybody hears of them, and hold up nobody else."""

import io
import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image

from bot.handling import Handlers
from bot.messengers import (
    FateUnknownError,
    FileTooLargeError,
    MessengerError,
    NotDeliveredError,
    RawUpdate,
    RefusedError,
    RetryAfterError,
    TokenRefusedError,
)
from bot.text_files import LARGEST_TEXT
from handlers.events import (
    Event,
    FileProblem,
    FileSent,
    PhotoSent,
    Picture,
    PictureProblem,
    Place,
    Sender,
    TextFile,
)
from handlers.house import House
from storage.database import Transaction
from tests.clock import MovableClock
from tests.service.scene import running
from tests.service.scripted import ECHO, DeliberatelyBrokenError, ScriptedMessenger

ADA, BEN = "telegram:1", "telegram:2"


def _photo() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (60, 40), "red").save(written, "JPEG", comment=b"12 Elm Street")
    return written.getvalue()


class PhotoMessenger(ScriptedMessenger):
    """Understands photos and files besides words."""

    def understand(self, update: RawUpdate) -> Event:
        read = json.loads(update.body)
        if "file" not in read:
            return super().understand(update)
        place = Place(read["in"], is_private=read["in"] == read["from"])
        if "size" in read:
            return FileSent(Sender(read["from"]), place, 1, read["file"], read["size"])
        return PhotoSent(Sender(read["from"]), place, 1, read["file"])

    def sends_file(self, content: bytes, size: int | None = None, chat: str = ADA) -> None:
        """Have Ada send a file, of which the app says that it has a size."""
        self.files["t1"] = content
        told = {"from": ADA, "in": chat, "file": "t1", "size": size}
        self.hears_raw(json.dumps(told))

    def sends_photo(self, account: str, file: str = "f1", chat: str | None = None) -> None:
        """Have somebody send a photo."""
        self.hears_raw(json.dumps({"from": account, "in": chat or account, "file": file}))


@dataclass
class Listener:
    """Hears photos and files, and wants them or does not."""

    wants: bool = True
    fails: bool = False
    heard: list[PhotoSent | FileSent] = field(default_factory=list)
    asked: int = 0

    @property
    def pictures(self) -> list[Picture | PictureProblem | None]:
        return [event.picture for event in self.heard if isinstance(event, PhotoSent)]

    @property
    def contents(self) -> list[str | FileProblem | None]:
        """What was heard of files: the text of one, or why there is none."""
        return [
            event.content.text.reveal() if isinstance(event.content, TextFile) else event.content
            for event in self.heard
            if isinstance(event, FileSent)
        ]

    @property
    def handlers(self) -> Handlers:
        return replace(
            ECHO, receive=self._receive, wants_picture=self._wants, wants_file=self._wants
        )

    async def _wants(
        self, transaction: Transaction, event: PhotoSent | FileSent, now: datetime, house: House
    ) -> bool:
        self.asked += 1
        if self.fails:
            raise DeliberatelyBrokenError
        return self.wants

    async def _receive(
        self, transaction: Transaction, event: Event, now: datetime, house: House
    ) -> None:
        if isinstance(event, PhotoSent | FileSent):
            self.heard.append(event)
        await ECHO.receive(transaction, event, now, house)


@pytest.fixture
def messenger(clock: MovableClock) -> PhotoMessenger:
    return PhotoMessenger(clock, files={"f1": _photo()})


@pytest.fixture
def listener() -> Listener:
    return Listener()


async def test_a_photo_is_heard_with_its_clean_picture(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.sends_photo(ADA)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    [picture] = listener.pictures
    assert isinstance(picture, Picture)
    assert picture.content != messenger.files["f1"]
    assert b"Elm Street" not in picture.content
    assert Image.open(io.BytesIO(picture.content)).size == (60, 40)


async def test_what_nobody_wants_is_not_fetched(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    listener.wants = False
    messenger.sends_photo(ADA)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert listener.pictures == [None]
    assert messenger.fetched == []


async def test_nobody_is_asked_about_a_photo_in_a_group(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.sends_photo(ADA, chat="telegram:-100")
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert (listener.pictures, listener.asked) == ([None], 0)


async def test_a_photo_that_takes_long_holds_up_its_sender_alone(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.fetches.clear()
    # More of them than events are dealt with side by side.
    for number in range(100):
        messenger.sends_photo(f"telegram:{1000 + number}")
    messenger.sends_photo(ADA)
    messenger.hears(ADA, "after my photo")
    messenger.hears(BEN, "hello")
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        while not messenger.texts_to(BEN):
            await scene.commits()
        assert listener.heard == []
        assert messenger.texts_to(ADA) == []
        messenger.fetches.set()
        await scene.settle()
    assert len(listener.heard) == 101
    assert messenger.texts_to(ADA) == ["after my photo"]


@pytest.mark.parametrize(
    "error",
    [
        NotDeliveredError(),
        FateUnknownError(),
        RefusedError("temporarily unavailable"),
        RetryAfterError(2),
    ],
)
async def test_what_fails_is_tried_again_after_a_pause(
    file: Path,
    messenger: PhotoMessenger,
    clock: MovableClock,
    listener: Listener,
    error: MessengerError,
) -> None:
    messenger.fetch_failures = [error, error]
    messenger.sends_photo(ADA)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
        assert listener.heard == []
        await scene.passes(seconds=10)
    [picture] = listener.pictures
    assert isinstance(picture, Picture)
    assert len(messenger.fetched) == 3


async def test_after_a_few_tries_it_is_heard_without(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.fetch_failures = [NotDeliveredError() for _ in range(9)]
    messenger.sends_photo(ADA)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.passes(seconds=10)
    assert listener.pictures == [PictureProblem.NOT_FETCHED]
    assert len(messenger.fetched) == 4


async def test_nobody_waits_for_an_app_that_wants_a_long_pause(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.fetch_failures = [RetryAfterError(600)]
    messenger.sends_photo(ADA)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert listener.pictures == [PictureProblem.NOT_FETCHED]


async def test_why_there_is_no_picture_is_told(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.fetch_failures = [FileTooLargeError("the file is too large")]
    messenger.files["words"] = b"no picture"
    messenger.sends_photo(ADA)
    messenger.sends_photo(ADA, "words")
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert listener.pictures == [PictureProblem.TOO_LARGE, PictureProblem.NOT_A_PICTURE]


async def test_a_photo_is_heard_though_nobody_can_say_whether_it_is_wanted(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    listener.fails = True
    messenger.sends_photo(ADA)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
        assert await scene.updates() == [(1, "done")]
    assert listener.pictures == [None]


class EndedHereError(Exception):
    """The process ended at this step."""


async def test_a_photo_that_was_fetched_before_the_process_ended_is_fetched_again(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    def at_step(step: str) -> None:
        if step == "file fetched":
            raise EndedHereError

    messenger.sends_photo(ADA)
    with pytest.raises(EndedHereError):
        async with running(
            file, messenger, clock, handlers=listener.handlers, at_step=at_step
        ) as scene:
            await scene.settle()
    assert listener.heard == []
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert len(listener.heard) == 1
    assert messenger.fetched == ["f1", "f1"]


async def test_a_token_that_is_refused_ends_the_service(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.fetch_failures = [TokenRefusedError()]
    messenger.sends_photo(ADA)
    with pytest.raises(TokenRefusedError):
        async with running(file, messenger, clock, handlers=listener.handlers) as scene:
            await scene.settle()


async def test_a_file_is_heard_with_its_text(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.sends_file("Straße".encode(), 7)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert listener.contents == ["Straße"]


async def test_a_file_that_nobody_wants_or_that_is_in_a_group_is_not_fetched(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    listener.wants = False
    messenger.sends_file(b"a")
    messenger.sends_file(b"a", chat="telegram:-100")
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert (listener.contents, listener.asked) == ([None, None], 1)
    assert messenger.fetched == []


async def test_a_file_that_the_app_calls_too_large_is_not_fetched(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.sends_file(b"a", LARGEST_TEXT + 1)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert (listener.contents, messenger.fetched) == ([FileProblem.TOO_LARGE], [])


@pytest.mark.parametrize("size", [None, 0, -5, 12, LARGEST_TEXT])
async def test_a_file_is_as_large_as_it_is_whatever_the_app_says(
    file: Path,
    messenger: PhotoMessenger,
    clock: MovableClock,
    listener: Listener,
    size: int | None,
) -> None:
    messenger.sends_file(b"a" * (LARGEST_TEXT + 1), size)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    # It is asked for once: nothing about it would be better the next time.
    assert (listener.contents, messenger.fetched) == ([FileProblem.TOO_LARGE], ["t1"])


async def test_a_file_of_the_largest_size_is_taken(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.sends_file(b"a" * LARGEST_TEXT, LARGEST_TEXT)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert listener.contents == ["a" * LARGEST_TEXT]


async def test_a_file_that_is_not_fetched_is_heard_without(
    file: Path, messenger: PhotoMessenger, clock: MovableClock, listener: Listener
) -> None:
    messenger.fetch_failures = [NotDeliveredError() for _ in range(9)]
    messenger.sends_file(b"a")
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.passes(seconds=10)
    assert listener.contents == [FileProblem.NOT_FETCHED]


@pytest.mark.parametrize("end", [b"", b"\xff"], ids=["text", "no text"])
async def test_what_a_file_holds_reaches_no_log(
    file: Path,
    messenger: PhotoMessenger,
    clock: MovableClock,
    listener: Listener,
    caplog: pytest.LogCaptureFixture,
    end: bytes,
) -> None:
    caplog.set_level("DEBUG")
    messenger.sends_file(b"12 Elm Street" + end)
    async with running(file, messenger, clock, handlers=listener.handlers) as scene:
        await scene.settle()
    assert listener.contents == [FileProblem.NOT_TEXT if end else "12 Elm Street"]
    assert "Elm" not in caplog.text
