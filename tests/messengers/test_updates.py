"""What each of Telegram's updates means."""

import json
from pathlib import Path
from typing import get_args

import pytest
from telegram import Update
from telegram.constants import MessageType, UpdateType

from bot.messengers import UpdateNotUnderstoodError
from bot.messengers.telegram.message_kinds import CONTENT_KINDS, SERVICE_KINDS, UPDATE_KINDS
from bot.messengers.telegram.updates import WANTED_UPDATES, read_update
from bot.sandbox import schema
from handlers.events import (
    AnonymousSaid,
    Edited,
    Event,
    LocationShared,
    Said,
    UnsupportedSent,
)
from tests.messengers.example_updates import (
    ADA,
    GROUP,
    LEFT,
    PLACE,
    PRIVATE,
    Json,
    heard,
    standing,
)
from tests.messengers.updates_and_events import ALL


@pytest.mark.parametrize(("update", "event"), ALL.values(), ids=ALL.keys())
def test_an_update_becomes_its_event(update: Json, event: Event) -> None:
    assert read_update(json.dumps(update)) == event


def test_every_event_has_an_update() -> None:
    assert {type(event) for _, event in ALL.values()} == set(get_args(Event))


@pytest.mark.parametrize(("update", "event"), ALL.values(), ids=ALL.keys())
def test_the_library_sees_the_same_people_and_chats(update: Json, event: Event) -> None:
    """The examples are real: the library's own types take them and agree about who and where."""
    parsed = Update.de_json(update)
    person = getattr(event, "sender", None)
    place = getattr(event, "place", None)
    if person is not None:
        assert parsed.effective_user is not None
        assert person.account == f"telegram:{parsed.effective_user.id}"
        assert person.language == parsed.effective_user.language_code
    if place is not None and parsed.effective_chat is not None:
        assert place.chat == f"telegram:{parsed.effective_chat.id}"
        assert place.is_private == (parsed.effective_chat.type == "private")
    if isinstance(event, Said | Edited | UnsupportedSent | LocationShared | AnonymousSaid):
        assert parsed.effective_message is not None
        assert event.message == parsed.effective_message.message_id


SPOILT: dict[str, str] = {
    "nothing": "",
    "no JSON": "{",
    "a list": "[]",
    "a word": '"update"',
    "a number with too many digits": '{"update_id": ' + "9" * 5000 + "}",
    "too deep": "[" * 100_000,
    "a message that is a word": '{"update_id": 9, "message": "hello"}',
    "a message that is nothing": '{"update_id": 9, "message": {}}',
    "a message without a chat": json.dumps(heard(text="hello", chat=None)),
    "a chat without a number": json.dumps(heard(text="hello", chat={"type": "private"})),
    "a chat of no known type": json.dumps(heard(text="hello", chat=PRIVATE | {"type": "cave"})),
    "a chat whose number is a word": json.dumps(heard(text="hello", chat=PRIVATE | {"id": "7"})),
    "a person's chat below zero": json.dumps(heard(text="hello", chat=PRIVATE | {"id": -7})),
    "a group above zero": json.dumps(heard(text="hello", chat=GROUP | {"id": 7})),
    "a group that becomes a person": json.dumps(heard(chat=GROUP, migrate_to_chat_id=7001)),
    "a person who becomes a group": json.dumps(heard(chat=PRIVATE, migrate_to_chat_id=-1001)),
    "a chat whose number is true": json.dumps(heard(text="hello", chat=PRIVATE | {"id": True})),
    "a person whose number is huge": json.dumps(heard(text="hello", sender=ADA | {"id": 2**70})),
    "words that are a number": json.dumps(heard(text=5)),
    "sizes that are no list": json.dumps(heard(photo={"file_id": "f1"})),
    "sizes that are words": json.dumps(heard(photo=["f1"])),
    "a size without its width": json.dumps(heard(photo=[{"file_id": "f1", "height": 3}])),
    "a place off the map": json.dumps(heard(location={"latitude": 91, "longitude": 0})),
    "a place that is no number": json.dumps(heard(location=PLACE | {"latitude": float("nan")})),
    "a tap of nobody": '{"update_id": 9, "callback_query": {"id": "77", "data": "t:abc"}}',
    "a standing that is not known": json.dumps(standing(GROUP, LEFT, {"status": "floating"})),
}


@pytest.mark.parametrize("body", SPOILT.values(), ids=SPOILT.keys())
def test_what_cannot_be_read_is_refused(body: str) -> None:
    with pytest.raises(UpdateNotUnderstoodError):
        read_update(body)


def test_a_refusal_quotes_nothing() -> None:
    with pytest.raises(UpdateNotUnderstoodError) as refusal:
        read_update(json.dumps(heard(text=["my secret"], chat=PRIVATE)))
    assert str(refusal.value) == "text of message is not text"
    assert refusal.value.__context__ is None


def test_every_kind_of_message_of_the_library_is_known() -> None:
    """A newer library that knows more kinds fails here, so that somebody decides about them."""
    read_elsewhere = {"text", "location"}
    beside_the_content = {
        "business_connection_id",
        "effect_id",
        "reply_to_story",
        "sender_boost_count",
        "sender_business_bot",
        "suggested_post_info",
    }
    known = CONTENT_KINDS.keys() | SERVICE_KINDS | read_elsewhere | beside_the_content
    assert {kind.value for kind in MessageType} <= known
    assert not CONTENT_KINDS.keys() & SERVICE_KINDS


def test_every_kind_stands_in_the_description_of_the_bot_api() -> None:
    description = json.loads(Path(schema.__file__).with_name("bot_api.json").read_text())
    fields = {name: set(kind["fields"]) for name, kind in description["types"].items()}
    assert CONTENT_KINDS.keys() | SERVICE_KINDS <= fields["Message"]
    assert fields["Update"] - {"update_id"} == UPDATE_KINDS


def test_every_kind_of_update_of_the_library_is_known() -> None:
    assert {kind.value for kind in UpdateType} <= UPDATE_KINDS
    assert set(WANTED_UPDATES) <= UPDATE_KINDS
