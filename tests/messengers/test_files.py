"""Files on Telegram's wire, there and back, and messages that answer or are pinned."""

import pytest

from bot.messengers import (
    LARGEST_FILE,
    ChatUnreachableError,
    FateUnknownError,
    File,
    FileTooLargeError,
    Messenger,
    MessengerError,
    NotDeliveredError,
    RefusedError,
    RetryAfterError,
    TokenRefusedError,
)
from handlers.payload import Button, Payload
from tests.messengers.libraries import MakesMessenger
from tests.messengers.scripted_api import LOST, TOKEN, Answer, ScriptedApi, refusal, result

PHOTO = File("photo", "picture.jpg", b"\xff\xd8\xff picture")
LETTER = File("document", "thank-you.pdf", b"%PDF letter")
WORDS = Payload(
    text="The receipt <3",
    buttons=((Button(label="Approve", data="ok:1"),),),
    protect=True,
    reply_to=9,
)
PATH = "photos/file_7.jpg"


def _described(**more: object) -> Answer:
    return result({"file_id": "f7", "file_unique_id": "u7", "file_path": PATH} | more)


class TestSending:
    @pytest.mark.parametrize(
        ("file", "method", "number"), [(PHOTO, "sendPhoto", 13), (LETTER, "sendDocument", 14)]
    )
    async def test_a_file_arrives_with_its_words_and_buttons(
        self, api: ScriptedApi, messenger: Messenger, file: File, method: str, number: int
    ) -> None:
        assert await messenger.send("telegram:7001", WORDS, None, file) == number
        [call] = api.called(method)
        assert call == {
            "chat_id": 7001,
            "caption": "The receipt <3",
            "reply_markup": {"inline_keyboard": [[{"text": "Approve", "callback_data": "ok:1"}]]},
            "protect_content": True,
            "reply_parameters": {"message_id": 9, "allow_sending_without_reply": True},
            file.kind: (file.name, file.content),
        }

    async def test_a_file_without_words_has_no_caption(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        await messenger.send("telegram:-1001", Payload(text=""), 4, PHOTO)
        [call] = api.called("sendPhoto")
        assert call.keys() == {"chat_id", "message_thread_id", "protect_content", "photo"}

    async def test_a_large_file_arrives_whole(self, api: ScriptedApi, messenger: Messenger) -> None:
        content = bytes(range(256)) * 12_000
        await messenger.send("telegram:7001", WORDS, None, File("document", "a.csv", content))
        assert api.called("sendDocument")[0]["document"] == ("a.csv", content)

    async def test_words_can_answer_a_message_that_may_be_gone(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        await messenger.send("telegram:7001", WORDS, None)
        [call] = api.called("sendMessage")
        assert call["reply_parameters"] == {"message_id": 9, "allow_sending_without_reply": True}

    @pytest.mark.parametrize(
        ("answer", "meaning"),
        [
            (refusal(400, "Bad Request: IMAGE_PROCESS_FAILED"), RefusedError),
            (refusal(400, "Bad Request: message caption is too long"), RefusedError),
            (refusal(403, "Forbidden: bot was blocked by the user"), ChatUnreachableError),
            (refusal(500, "Internal Server Error"), NotDeliveredError),
            (refusal(429, "Too Many Requests", retry_after=3), RetryAfterError),
            (LOST, FateUnknownError),
            (result({}), FateUnknownError),
        ],
    )
    async def test_a_failure_is_named_as_for_words(
        self,
        api: ScriptedApi,
        messenger: Messenger,
        answer: Answer,
        meaning: type[MessengerError],
    ) -> None:
        api.tell("sendPhoto", answer)
        with pytest.raises(MessengerError) as failure:
            await messenger.send("telegram:7001", WORDS, None, PHOTO)
        assert type(failure.value) is meaning
        assert len(api.called("sendPhoto")) == 1


class TestPinning:
    async def test_a_message_is_pinned_without_a_sound(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        await messenger.pin("telegram:-1001", 12)
        assert api.called("pinChatMessage") == [
            {"chat_id": -1001, "message_id": 12, "disable_notification": True}
        ]

    async def test_who_may_not_pin_is_told(self, api: ScriptedApi, messenger: Messenger) -> None:
        words = "Bad Request: not enough rights to manage pinned messages in the chat"
        api.tell("pinChatMessage", refusal(400, words))
        with pytest.raises(MessengerError):
            await messenger.pin("telegram:-1001", 12)


class TestFetching:
    async def test_a_file_comes_whole(self, api: ScriptedApi, messenger: Messenger) -> None:
        content = bytes(range(256)) * 12_000
        api.tell("getFile", _described())
        api.files[PATH] = Answer(content)
        assert await messenger.fetch("f7") == content
        assert api.called("getFile") == [{"file_id": "f7"}]

    async def test_no_more_is_fetched_than_was_asked_for(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        api.tell("getFile", _described(file_size=4), _described(file_size=2), _described())
        api.files[PATH] = Answer(b"1234")
        # What the app says of its size may be a lie, or missing.
        for _ in range(3):
            with pytest.raises(FileTooLargeError):
                await messenger.fetch("f7", 3)
        api.tell("getFile", _described(file_size=4))
        assert await messenger.fetch("f7", 4) == b"1234"

    async def test_a_file_that_is_too_large_is_not_fetched(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        api.tell(
            "getFile",
            _described(file_size=LARGEST_FILE + 1),
            refusal(400, "Bad Request: file is too big"),
            _described(),
        )
        api.files[PATH] = Answer(bytes(LARGEST_FILE + 1))
        for _ in range(3):
            with pytest.raises(FileTooLargeError):
                await messenger.fetch("f7")
        api.tell("getFile", _described(file_size=LARGEST_FILE))
        api.files[PATH] = Answer(bytes(LARGEST_FILE))
        assert len(await messenger.fetch("f7")) == LARGEST_FILE

    @pytest.mark.parametrize(
        ("answer", "meaning"),
        [
            (Answer(b"", status=404), RefusedError),
            (Answer(b"", status=401), TokenRefusedError),
            (Answer(b"", status=429), RefusedError),
            (Answer(b"", status=502), NotDeliveredError),
            (Answer(b"", status=301), NotDeliveredError),
            (LOST, FateUnknownError),
        ],
    )
    async def test_a_download_may_fail(
        self,
        api: ScriptedApi,
        messenger: Messenger,
        answer: Answer,
        meaning: type[MessengerError],
    ) -> None:
        api.tell("getFile", _described())
        api.files[PATH] = answer
        with pytest.raises(MessengerError) as failure:
            await messenger.fetch("f7")
        assert type(failure.value) is meaning

    @pytest.mark.parametrize(
        ("answer", "meaning"),
        [
            (refusal(400, "Bad Request: wrong file_id or the file is unavailable"), RefusedError),
            (refusal(500, "Internal Server Error"), NotDeliveredError),
            (refusal(429, "Too Many Requests", retry_after=3), RetryAfterError),
            (refusal(401, "Unauthorized"), TokenRefusedError),
            (LOST, FateUnknownError),
        ],
    )
    async def test_asking_where_it_lies_may_fail(
        self,
        api: ScriptedApi,
        messenger: Messenger,
        answer: Answer,
        meaning: type[MessengerError],
    ) -> None:
        api.tell("getFile", answer)
        with pytest.raises(MessengerError) as failure:
            await messenger.fetch("f7")
        assert type(failure.value) is meaning

    @pytest.mark.parametrize(
        "path",
        [None, 7, "", "/var/lib/photos/7.jpg", "../getMe", "photos/../../x", "photos/7.jpg?a=b"],
    )
    async def test_no_address_but_a_plain_one_is_gone_to(
        self, api: ScriptedApi, messenger: Messenger, path: object
    ) -> None:
        api.tell("getFile", _described(file_path=path))
        with pytest.raises(RefusedError):
            await messenger.fetch("f7")

    async def test_a_stopped_messenger_fetches_nothing(self, messenger: Messenger) -> None:
        await messenger.stop()
        with pytest.raises(NotDeliveredError):
            await messenger.fetch("f7")


async def test_neither_token_nor_address_reach_a_log_or_an_error(
    api: ScriptedApi, make_messenger: MakesMessenger, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    messenger = make_messenger(TOKEN, api.address)
    await messenger.start()
    told: list[str] = []
    for answer in (Answer(b"", status=404), Answer(b"", status=502), LOST):
        api.tell("getFile", _described())
        api.files[PATH] = answer
        with pytest.raises(MessengerError) as failure:
            await messenger.fetch("f7")
        told.append(repr(failure.value))
        assert failure.value.__context__ is None
    await messenger.stop()
    everything = caplog.text + "".join(told)
    assert "secret" not in everything
    assert PATH not in everything
