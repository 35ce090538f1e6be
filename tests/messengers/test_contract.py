"""What every library must do on Telegram's wire: calls as they arrive, answers as they come."""

import json

import pytest

from bot.messengers import (
    ChatMovedError,
    ChatUnreachableError,
    ContestedError,
    FateUnknownError,
    File,
    MessageGoneError,
    Messenger,
    MessengerError,
    NotDeliveredError,
    RefusedError,
    RetryAfterError,
    TapTooOldError,
    TokenRefusedError,
)
from bot.messengers.telegram.http import LARGEST_ANSWER
from handlers.events import Said
from handlers.payload import Button, Payload, TapAnswer
from tests.messengers.example_updates import heard
from tests.messengers.libraries import MakesMessenger
from tests.messengers.scripted_api import LOST, TOKEN, Answer, ScriptedApi, refusal, result

HELLO = Payload(text="hello")
CARD = Payload(
    text="hello <b>all</b>",
    buttons=(
        (Button(label="Yes", data="t:1"), Button(label="No", data="t:2")),
        (Button(label="Where?", url="https://example.org/"), Button(label="Talk", start="word")),
    ),
    protect=True,
)
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Yes", "callback_data": "t:1"}, {"text": "No", "callback_data": "t:2"}],
        [
            {"text": "Where?", "url": "https://example.org/"},
            {"text": "Talk", "url": "https://t.me/doorstep_bot?start=word"},
        ],
    ]
}


class TestStarting:
    async def test_commands_are_published_for_every_language(
        self, api: ScriptedApi, make_messenger: MakesMessenger
    ) -> None:
        commands = {"": [("ask", "Ask for help")], "es": [("ask", "Pedir ayuda")]}
        messenger = make_messenger(TOKEN, api.address, commands=commands)
        await messenger.start()
        await messenger.stop()
        published = [
            (call.get("language_code", ""), call["commands"])
            for call in api.called("setMyCommands")
        ]
        assert published == [
            ("", [{"command": "ask", "description": "Ask for help"}]),
            ("es", [{"command": "ask", "description": "Pedir ayuda"}]),
        ]

    async def test_a_webhook_is_taken_away(self, api: ScriptedApi, messenger: Messenger) -> None:
        api.tell(
            "getWebhookInfo",
            result(
                {
                    "url": "https://example.org/",
                    "has_custom_certificate": False,
                    "pending_update_count": 2,
                }
            ),
        )
        await messenger.set_webhook(None)
        # What waits is kept: nothing is asked to be dropped.
        assert api.called("deleteWebhook") == [{}]

    async def test_no_webhook_no_call(self, api: ScriptedApi, messenger: Messenger) -> None:
        assert messenger.name == "telegram"
        await messenger.set_webhook(None)
        assert api.called("deleteWebhook") == []

    async def test_to_start_leaves_a_webhook_as_it_is(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        assert [method for method, _ in api.calls] == ["getMe"]

    @pytest.mark.parametrize("code", [401, 404])
    async def test_an_unknown_token_is_refused(
        self, api: ScriptedApi, make_messenger: MakesMessenger, code: int
    ) -> None:
        api.tell("getMe", refusal(code, "Unauthorized"))
        messenger = make_messenger(TOKEN, api.address)
        with pytest.raises(TokenRefusedError):
            await messenger.start()
        await messenger.stop()

    async def test_a_link_opens_the_private_chat(self, messenger: Messenger) -> None:
        assert messenger.private_chat_link("a-b_c") == "https://t.me/doorstep_bot?start=a-b_c"


class TestSending:
    async def test_a_message_arrives_as_it_was_meant(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        assert await messenger.send("telegram:-1001", CARD, thread=4) == 12
        [call] = api.called("sendMessage")
        assert call == {
            "chat_id": -1001,
            "text": "hello <b>all</b>",
            "link_preview_options": {"is_disabled": True},
            "reply_markup": KEYBOARD,
            "protect_content": True,
            "message_thread_id": 4,
        }

    async def test_a_plain_message_has_neither_buttons_nor_markup(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        await messenger.send("telegram:7001", HELLO, thread=None)
        [call] = api.called("sendMessage")
        assert not {"reply_markup", "parse_mode", "message_thread_id"} & call.keys()

    async def test_an_edit_replaces_text_and_buttons(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        await messenger.edit("telegram:-1001", 12, CARD)
        [call] = api.called("editMessageText")
        assert (call["chat_id"], call["message_id"]) == (-1001, 12)
        assert (call["text"], call["reply_markup"]) == ("hello <b>all</b>", KEYBOARD)
        assert call["link_preview_options"] == {"is_disabled": True}

    async def test_a_picture_takes_the_place_of_a_file(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        instead = File("photo", "picture.jpg", b"nothing to be seen")
        await messenger.edit("telegram:7001", 12, HELLO, instead)
        [call] = api.called("editMessageMedia")
        assert (call["chat_id"], call["message_id"]) == (7001, 12)
        assert call["media"]["caption"] == "hello"
        assert call["media"]["type"] == "photo"
        assert call["media"]["media"].startswith("attach://")
        assert not {"text", "caption", "link_preview_options"} & call.keys()

    async def test_a_message_is_taken_back(self, api: ScriptedApi, messenger: Messenger) -> None:
        await messenger.delete("telegram:7001", 12)
        assert api.called("deleteMessage") == [{"chat_id": 7001, "message_id": 12}]

    async def test_a_tap_gets_a_notice(self, api: ScriptedApi, messenger: Messenger) -> None:
        await messenger.answer_tap(TapAnswer(tap="tap", text="Taken", alert=True))
        [call] = api.called("answerCallbackQuery")
        assert call == {"callback_query_id": "tap", "text": "Taken", "show_alert": True}

    async def test_a_tap_opens_the_private_chat(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        await messenger.answer_tap(TapAnswer(tap="tap", start="word"))
        [call] = api.called("answerCallbackQuery")
        assert call["url"] == "https://t.me/doorstep_bot?start=word"

    async def test_many_messages_share_one_connection(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        for _ in range(5):
            await messenger.send("telegram:7001", HELLO, thread=None)
        assert len(api.connections) == 1

    async def test_an_address_of_another_app_is_refused(self, messenger: Messenger) -> None:
        with pytest.raises(RefusedError):
            await messenger.send("matrix:7001", HELLO, thread=None)


MEMBERS = [
    ({"status": "creator"}, True),
    ({"status": "administrator"}, True),
    ({"status": "member"}, True),
    ({"status": "restricted", "is_member": True}, True),
    ({"status": "restricted", "is_member": False}, False),
    ({"status": "left"}, False),
    ({"status": "kicked"}, False),
]


class TestMembership:
    @pytest.mark.parametrize(("standing", "inside"), MEMBERS)
    async def test_who_is_in_a_group(
        self, api: ScriptedApi, messenger: Messenger, standing: dict[str, object], inside: bool
    ) -> None:
        api.tell("getChatMember", result(standing | {"user": {"id": 7001, "is_bot": False}}))
        assert await messenger.is_member("telegram:-1001", "telegram:7001") is inside
        assert api.called("getChatMember") == [{"chat_id": -1001, "user_id": 7001}]

    @pytest.mark.parametrize("words", ["user not found", "PARTICIPANT_ID_INVALID"])
    async def test_somebody_unknown_is_no_member(
        self, api: ScriptedApi, messenger: Messenger, words: str
    ) -> None:
        api.tell("getChatMember", refusal(400, f"Bad Request: {words}"))
        assert not await messenger.is_member("telegram:-1001", "telegram:7001")

    async def test_an_answer_of_another_kind_is_no_yes(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        for odd in ([], [{"status": "member"}], {"status": ["member"]}, {"status": None}, "member"):
            api.tell("getChatMember", result(odd))
            assert not await messenger.is_member("telegram:-1001", "telegram:7001")


UNREACHABLE = [
    refusal(403, "Forbidden: bot was blocked by the user"),
    refusal(403, "Forbidden: bot was kicked from the supergroup chat"),
    refusal(403, "Forbidden: user is deactivated"),
    refusal(403, "Forbidden: bot can't initiate conversation with a user"),
    refusal(400, "Bad Request: chat not found"),
    refusal(400, "Bad Request: not enough rights to send text messages to the chat"),
    refusal(400, "Bad Request: message thread not found"),
    refusal(400, "Bad Request: TOPIC_CLOSED"),
]
NOT_DELIVERED = [
    refusal(500, "Internal Server Error"),
    Answer(b"<html>Bad Gateway</html>", status=502),
    Answer(b"", status=503),
]
PAGE = b"<html>Welcome to the network of this hotel</html>"
#: Somebody on the way, who knows nothing of tokens and chats.
NOT_THE_API = [
    *(Answer(PAGE, status=status) for status in (302, 400, 401, 403, 404, 407, 409)),
    Answer(b'{"detail": "Not Found"}', status=404),
    Answer(b'{"ok": true, "result": {"message_id": 1}}', status=403),
    refusal(500, "Internal Server Error", migrate_to_chat_id=-1009),
]
LOST_ANSWERS = [
    LOST,
    Answer(b"", status=504),
    Answer(b"not JSON"),
    Answer(b"[" * 100_000),
    Answer(b"[]"),
    Answer(b"{}"),
    Answer(b'{"ok": false}'),
    Answer(b'{"ok": false, "result": {"message_id": 1}}'),
    result("no message"),
    result({}),
]
SENDING: list[tuple[Answer, type[MessengerError]]] = [
    *((answer, ChatUnreachableError) for answer in UNREACHABLE),
    *((answer, NotDeliveredError) for answer in (*NOT_DELIVERED, *NOT_THE_API)),
    *((answer, FateUnknownError) for answer in LOST_ANSWERS),
    (refusal(401, "Unauthorized"), TokenRefusedError),
    (refusal(404, "Not Found"), TokenRefusedError),
    (refusal(400, "Bad Request: message is too long"), RefusedError),
    (Answer(b'{"ok": false, "description": 5, "parameters": []}', status=400), RefusedError),
    (refusal(400, "Bad Request", retry_after="soon", migrate_to_chat_id="there"), RefusedError),
    (refusal(400, "Bad Request", retry_after=10**30, migrate_to_chat_id=True), RefusedError),
    (refusal(400, "Bad Request", migrate_to_chat_id=7001), RefusedError),
    (Answer(PAGE, status=413), RefusedError),
]


class TestFailing:
    @pytest.mark.parametrize(("answer", "meaning"), SENDING)
    async def test_a_failure_is_named(
        self,
        api: ScriptedApi,
        messenger: Messenger,
        answer: Answer,
        meaning: type[MessengerError],
    ) -> None:
        api.tell("sendMessage", answer)
        with pytest.raises(MessengerError) as failure:
            await messenger.send("telegram:7001", HELLO, thread=None)
        assert type(failure.value) is meaning
        # One call, one try: whether to send again is not for the library to decide.
        assert len(api.called("sendMessage")) == 1

    async def test_nobody_answers_the_door(self, make_messenger: MakesMessenger) -> None:
        messenger = make_messenger(TOKEN, "http://127.0.0.1:1")
        with pytest.raises(NotDeliveredError):
            await messenger.start()
        await messenger.stop()

    async def test_a_wrong_base_address(self, make_messenger: MakesMessenger) -> None:
        messenger = make_messenger(TOKEN, "nonsense")
        with pytest.raises(NotDeliveredError):
            await messenger.start()
        await messenger.stop()

    async def test_a_stopped_messenger_sends_nothing(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        await messenger.stop()
        with pytest.raises(NotDeliveredError):
            await messenger.send("telegram:7001", HELLO, thread=None)
        assert api.called("sendMessage") == []

    async def test_an_answer_without_end_is_not_kept_in_memory(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        long = b'{"ok": true, "result": {"message_id": 1}}'.ljust(LARGEST_ANSWER + 1)
        api.tell("sendMessage", Answer(long), Answer(long[:-1]))
        with pytest.raises(FateUnknownError):
            await messenger.send("telegram:7001", HELLO, thread=None)
        assert await messenger.send("telegram:7001", HELLO, thread=None) == 1

    @pytest.mark.parametrize(
        ("parameters", "seconds"),
        [
            ({"retry_after": 7}, 7),
            ({"retry_after": 86_400}, 86_400),
            ({}, 5),
            *(({"retry_after": odd}, 5) for odd in (0, -3, 10**30, "soon", None, [7])),
        ],
    )
    async def test_the_app_asks_to_wait(
        self,
        api: ScriptedApi,
        messenger: Messenger,
        parameters: dict[str, object],
        seconds: float,
    ) -> None:
        api.tell("sendMessage", refusal(429, "Too Many Requests", **parameters))
        with pytest.raises(RetryAfterError) as failure:
            await messenger.send("telegram:7001", HELLO, thread=None)
        assert failure.value.seconds == seconds

    async def test_a_group_has_moved(self, api: ScriptedApi, messenger: Messenger) -> None:
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        api.tell("sendMessage", refusal(400, words, migrate_to_chat_id=-1009))
        with pytest.raises(ChatMovedError) as failure:
            await messenger.send("telegram:-55", HELLO, thread=None)
        assert failure.value.new == "telegram:-1009"

    async def test_a_reason_is_kept_without_what_it_quotes(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        words = "Bad Request: inline keyboard button URL 'http://my secret' is invalid"
        api.tell("sendMessage", refusal(400, words))
        with pytest.raises(RefusedError) as failure:
            await messenger.send("telegram:7001", HELLO, thread=None)
        assert failure.value.reason == "inline keyboard button url … is invalid"

    async def test_a_message_that_already_reads_so_counts_as_edited(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        words = "Bad Request: message is not modified: specified new message content is the same"
        api.tell("editMessageText", refusal(400, words))
        await messenger.edit("telegram:7001", 12, HELLO)

    @pytest.mark.parametrize(
        "words",
        ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"],
    )
    async def test_a_message_that_cannot_be_edited_is_gone(
        self, api: ScriptedApi, messenger: Messenger, words: str
    ) -> None:
        api.tell("editMessageText", refusal(400, f"Bad Request: {words}"))
        with pytest.raises(MessageGoneError):
            await messenger.edit("telegram:7001", 12, HELLO)

    async def test_a_message_that_is_gone_counts_as_taken_back(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        api.tell("deleteMessage", refusal(400, "Bad Request: message to delete not found"))
        await messenger.delete("telegram:7001", 12)

    async def test_a_message_that_must_stay_is_said_to_stay(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        words = "Bad Request: message can't be deleted for everyone"
        api.tell("deleteMessage", refusal(400, words))
        with pytest.raises(MessageGoneError):
            await messenger.delete("telegram:7001", 12)

    async def test_a_tap_may_be_too_old(self, api: ScriptedApi, messenger: Messenger) -> None:
        words = "query is too old and response timeout expired or query ID is invalid"
        api.tell("answerCallbackQuery", refusal(400, f"Bad Request: {words}"))
        with pytest.raises(TapTooOldError):
            await messenger.answer_tap(TapAnswer(tap="tap"))


class TestReceiving:
    async def test_updates_come_one_by_one_and_are_confirmed_by_the_next_question(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        first, second = heard(text="hello"), heard(text="héllo") | {"update_id": 10}
        api.tell("getUpdates", result([first, second]))
        updates = await messenger.receive(None)
        assert [update.number for update in updates] == [9, 10]
        assert [json.loads(update.body) for update in updates] == [first, second]
        assert isinstance(messenger.understand(updates[0]), Said)
        await messenger.receive(10)
        asked = api.called("getUpdates")
        assert "offset" not in asked[0]
        assert asked[1]["offset"] == 11
        assert asked[1]["allowed_updates"] == [
            "message",
            "edited_message",
            "channel_post",
            "callback_query",
            "my_chat_member",
        ]

    async def test_a_bad_update_does_not_spoil_its_neighbours(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        spoilt = {"update_id": 10, "message": {"chat": "hello"}}
        last = heard(text="hello") | {"update_id": 11}
        api.tell("getUpdates", result([heard(), spoilt, "hello", {"update_id": "12"}, last]))
        assert [update.number for update in await messenger.receive(None)] == [9, 10, 11]

    async def test_one_update_that_a_library_cannot_read_costs_none_of_the_others(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        batch = [heard(text="hello") | {"update_id": number} for number in range(100, 200)]
        # A name belongs here, which the app leaves out for some accounts.
        batch[40]["message"]["forward_origin"] = {"type": "hidden_user", "date": 1776000000}
        api.tell("getUpdates", result(batch))
        updates = await messenger.receive(None)
        assert [update.number for update in updates] == list(range(100, 200))
        assert all(isinstance(messenger.understand(update), Said) for update in updates)

    async def test_a_batch_without_a_single_number_is_no_success(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        api.tell("getUpdates", result(["hello", {"update_id": True}]))
        with pytest.raises(NotDeliveredError):
            await messenger.receive(None)

    async def test_no_list_is_no_success(self, api: ScriptedApi, messenger: Messenger) -> None:
        api.tell("getUpdates", result({"update_id": 9}))
        with pytest.raises(NotDeliveredError):
            await messenger.receive(None)

    async def test_a_second_service_that_polls(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        api.tell("getUpdates", refusal(409, "Conflict: terminated by other getUpdates request"))
        with pytest.raises(ContestedError):
            await messenger.receive(None)


class TestSecrecy:
    async def test_neither_token_nor_words_reach_a_log_or_an_error(
        self,
        api: ScriptedApi,
        make_messenger: MakesMessenger,
        caplog: pytest.LogCaptureFixture,
    ) -> None:
        caplog.set_level("DEBUG")
        messenger = make_messenger(TOKEN, api.address)
        await messenger.start()
        secret = Payload(text="my secret")
        told: list[str] = []
        for answer, _ in SENDING:
            api.tell("sendMessage", answer)
            with pytest.raises(MessengerError) as failure:
                await messenger.send("telegram:7001", secret, thread=None)
            told.append(repr(failure.value))
            assert failure.value.__context__ is None
        api.tell("getUpdates", result([heard(text="my secret"), "my secret"]))
        await messenger.receive(None)
        await messenger.stop()
        everything = caplog.text + "".join(told)
        assert "secret" not in everything
        assert "an update without a number was skipped" in everything
