"""The description of the Bot API as a check."""

import pytest

from bot.sandbox.schema import Json, WrongParametersError, bot_api

USER = {"id": 1, "is_bot": False, "first_name": "Maria"}


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("User", USER),
        ("Array of User", [USER, USER]),
        ("Array of Array of Integer", [[1], []]),
        ("Integer or String", "@albion"),
        ("Float", 1),
        (
            "MaybeInaccessibleMessage",
            {"chat": {"id": 1, "type": "private"}, "message_id": 1, "date": 0},
        ),
        ("ChatMember", {"status": "left", "user": USER}),
        ("ForumTopicClosed", {}),
        ("RichText", ["a", {"type": "bold"}]),
    ],
)
def test_what_fits(kind: str, value: object) -> None:
    assert bot_api().complaint(kind, value) is None


@pytest.mark.parametrize(
    ("kind", "value", "complaint"),
    [
        ("User", {**USER, "id": "1"}, "has a field 'id' that is not of type int"),
        ("User", {**USER, "id": True}, "has a field 'id' that is not of type int"),
        ("User", {**USER, "age": 5}, "has a field 'age' that User does not know"),
        ("User", {"id": 1, "is_bot": False}, "lacks the field 'first_name'"),
        ("User", 5, "is not of type User"),
        ("Array of User", [USER, 5], "has an item that is not of type User"),
        ("Array of User", USER, "is not a list"),
        ("True", False, "is not true"),
        ("Integer or String", 1.5, "is not of type str"),
        ("ForumTopicClosed", {"a": 1}, "is not an empty object"),
    ],
)
def test_what_does_not_fit(kind: str, value: object, complaint: str) -> None:
    assert bot_api().complaint(kind, value) == complaint


def test_forms_are_read_by_the_types_of_their_fields() -> None:
    method = bot_api().method("SendLocation")
    assert method is not None
    form = {
        "chat_id": "-100",
        "latitude": "53.5",
        "protect_content": "True",
        "reply_markup": '{"remove_keyboard": true}',
        "unknown": "x",
    }
    values: Json = method.read_form(form)
    assert values == {
        "chat_id": -100,
        "latitude": 53.5,
        "protect_content": True,
        "reply_markup": {"remove_keyboard": True},
        "unknown": "x",
    }
    for wrong in ({"latitude": "north"}, {"reply_markup": "{"}):
        with pytest.raises(WrongParametersError):
            method.read_form(wrong)
    assert bot_api().method("sendPigeon") is None


def test_every_method_and_type_compiles() -> None:
    api = bot_api()
    for name in api.method_names:
        assert api.method(name) is not None
    for name in api.type_names:
        api.check_of(name)({})
