"""What every library must do about webhooks: how one is set, what is said of it, what is sent."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.messengers import (
    Delivery,
    Messenger,
    NotDeliveredError,
    RefusedError,
    RetryAfterError,
    TokenRefusedError,
    UpdateNotUnderstoodError,
    Webhook,
    WebhookFailure,
)
from bot.messengers.telegram.updates import WANTED_UPDATES
from handlers.events import Said
from tests.messengers.example_updates import heard
from tests.messengers.scripted_api import Answer, ScriptedApi, refusal, result

URL = "https://doorstep.example.org/telegram"
WEBHOOK = Webhook(URL, "a-secret_of-9", 17)
NONE: dict[str, Any] = {"url": "", "has_custom_certificate": False, "pending_update_count": 4}
SET: dict[str, Any] = NONE | {"url": URL, "allowed_updates": list(WANTED_UPDATES)}
FAILED = 1_776_000_000


class TestSetting:
    async def test_everything_is_said_with_it(self, api: ScriptedApi, messenger: Messenger) -> None:
        await messenger.set_webhook(WEBHOOK)
        # What waits is kept: nothing is asked to be dropped.
        assert api.called("setWebhook") == [
            {
                "url": URL,
                "secret_token": "a-secret_of-9",
                "max_connections": 17,
                "allowed_updates": list(WANTED_UPDATES),
            }
        ]

    async def test_it_is_taken_away_where_there_is_one(
        self, api: ScriptedApi, messenger: Messenger
    ) -> None:
        api.tell("getWebhookInfo", result(NONE), result(SET))
        await messenger.set_webhook(None)
        assert api.called("deleteWebhook") == []
        await messenger.set_webhook(None)
        assert api.called("deleteWebhook") == [{}]

    async def test_an_address_that_is_refused(self, api: ScriptedApi, messenger: Messenger) -> None:
        words = "Bad Request: bad webhook: Failed to resolve host: Name or service not known"
        api.tell("setWebhook", refusal(400, words))
        with pytest.raises(RefusedError) as caught:
            await messenger.set_webhook(WEBHOOK)
        assert caught.value.reason == words.removeprefix("Bad Request: ").lower()

    async def test_other_failures(self, api: ScriptedApi, messenger: Messenger) -> None:
        api.tell("setWebhook", refusal(429, "Too Many Requests", retry_after=3))
        with pytest.raises(RetryAfterError):
            await messenger.set_webhook(WEBHOOK)
        api.tell("setWebhook", refusal(401, "Unauthorized"))
        with pytest.raises(TokenRefusedError):
            await messenger.set_webhook(WEBHOOK)

    async def test_the_secret_reaches_no_log_and_no_error(
        self, api: ScriptedApi, messenger: Messenger, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level("DEBUG")
        told = []
        for answer in (refusal(400, f"Bad Request: {WEBHOOK.secret}"), Answer(b"", status=502)):
            api.tell("setWebhook", answer)
            with pytest.raises((RefusedError, NotDeliveredError)) as caught:
                await messenger.set_webhook(WEBHOOK)
            told += [repr(caught.value), repr(caught.value.__context__)]
        assert WEBHOOK.secret not in caplog.text + "".join(told)
        assert WEBHOOK.secret not in repr(WEBHOOK)


class TestWhatIsSaidOfIt:
    async def test_there_is_none(self, api: ScriptedApi, messenger: Messenger) -> None:
        api.tell("getWebhookInfo", result(NONE))
        assert await messenger.delivery() == Delivery(None, 4)

    async def test_all_is_well(self, api: ScriptedApi, messenger: Messenger) -> None:
        api.tell("getWebhookInfo", result(SET))
        said = await messenger.delivery()
        assert said == Delivery(URL, 4)
        assert said.at is not None
        assert said.at.tzinfo is not None

    @pytest.mark.parametrize(
        ("words", "failure"),
        [
            ("Wrong response from the webhook: 403 Forbidden", WebhookFailure.REFUSED),
            ("Wrong response from the webhook: 404 Not Found", WebhookFailure.NOT_FOUND),
            ("Wrong response from the webhook: 502 Bad Gateway", WebhookFailure.NOBODY_BEHIND),
            ("Wrong response from the webhook: 503 Service Unavailable", WebhookFailure.LATER),
            ("Wrong response from the webhook: 418 my secret", WebhookFailure.OTHER),
            ("Connection refused", WebhookFailure.CONNECTION),
            ("Connection timed out", WebhookFailure.CONNECTION),
            ("Read timeout expired", WebhookFailure.NO_ANSWER),
            ("Webhook connection closed", WebhookFailure.NO_ANSWER),
            ("Failed to resolve host: Name or service not known", WebhookFailure.NAME),
            ("SSL error {error:0A000086:certificate verify failed}", WebhookFailure.CERTIFICATE),
            (5, WebhookFailure.OTHER),
        ],
    )
    async def test_a_failure_is_named_in_words_of_ours(
        self, api: ScriptedApi, messenger: Messenger, words: object, failure: WebhookFailure
    ) -> None:
        api.tell(
            "getWebhookInfo",
            result(SET | {"last_error_date": FAILED, "last_error_message": words}),
        )
        at = datetime.fromtimestamp(FAILED, UTC)
        assert await messenger.delivery() == Delivery(URL, 4, at, failure)

    async def test_kinds_that_are_not_sent(self, api: ScriptedApi, messenger: Messenger) -> None:
        api.tell("getWebhookInfo", result(SET | {"allowed_updates": ["message"]}))
        assert not (await messenger.delivery()).has_all_kinds

    @pytest.mark.parametrize("said", [True, "", {}, {"url": None}])
    async def test_no_answer_is_no_success(
        self, api: ScriptedApi, messenger: Messenger, said: object
    ) -> None:
        api.tell("getWebhookInfo", result(said))
        with pytest.raises(NotDeliveredError):
            await messenger.delivery()

    async def test_strange_values_do_no_harm(self, api: ScriptedApi, messenger: Messenger) -> None:
        strange = {"pending_update_count": "4", "last_error_date": 2**70, "allowed_updates": 3}
        api.tell("getWebhookInfo", result(SET | strange))
        assert await messenger.delivery() == Delivery(URL, 0)
        api.tell("getWebhookInfo", result(SET | {"allowed_updates": [[], {}, 5]}))
        assert await messenger.delivery() == Delivery(URL, 4, has_all_kinds=False)

    @pytest.mark.parametrize(
        "date", ["", "soon", "Mon, 24 Nov 99999999999 04:00:00 GMT", "Tue, 24 Nov 2026 04:00:00"]
    )
    async def test_a_date_that_says_nothing_is_left_out(
        self, api: ScriptedApi, messenger: Messenger, date: str
    ) -> None:
        said = result(SET)
        said.headers["Date"] = date
        api.tell("getWebhookInfo", said)
        assert (await messenger.delivery()).at is None


class TestWhatIsSent:
    async def test_an_update_comes_as_it_is(self, messenger: Messenger) -> None:
        update = messenger.unpack(json.dumps(heard(text="héllo")).encode())
        assert update.number == 9
        event = messenger.understand(update)
        assert isinstance(event, Said)
        assert event.text.reveal() == "héllo"

    async def test_the_number_may_stand_anywhere(self, messenger: Messenger) -> None:
        assert messenger.unpack(b'{"message": {"update_id": 3}, "update_id": 9}').number == 9
        assert messenger.unpack(b' {"update_id" : -9}').number == -9

    @pytest.mark.parametrize(
        "body", [b'{"update_id":9,"message":{', b'{"update_id":9,"message":"\xff"}']
    )
    async def test_with_a_number_it_may_be_anything(
        self, messenger: Messenger, body: bytes
    ) -> None:
        update = messenger.unpack(body)
        assert update.number == 9
        with pytest.raises(UpdateNotUnderstoodError):
            messenger.understand(update)

    @pytest.mark.parametrize(
        "body",
        [b"", b"hello", b"[]", b"{}", b'{"update_id": "9"}', b'{"update_id": true}', b"[" * 10**5],
    )
    async def test_without_a_number_it_is_no_update(
        self, messenger: Messenger, body: bytes
    ) -> None:
        with pytest.raises(UpdateNotUnderstoodError) as caught:
            messenger.unpack(body)
        assert caught.value.__cause__ is None
