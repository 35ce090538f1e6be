"""What may be sent, changed and deleted, and how the rest is refused."""

import pytest

from bot.sandbox.people import Person
from bot.sandbox.recorder import Rule
from bot.sandbox.schema import Json
from bot.sandbox.server import Sandbox
from tests.clock import MovableClock
from tests.sandbox.api import Api, button


async def test_a_message_appears_on_the_phone(api: Api, maria: Person) -> None:
    await api.send(
        maria.id,
        "What do you need?",
        [button("Shopping", "k:1"), button("Stop", "k:0")],
        protect_content=True,
        link_preview_options={"is_disabled": True},
    )
    message = maria.messages[-1]
    assert message.text == "What do you need?"
    assert [[one.label for one in row] for row in message.buttons] == [["Shopping", "Stop"]]
    assert message.is_protected
    assert message.link_preview == {"is_disabled": True}
    assert maria.sees("Shopping")


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("", "Bad Request: message text is empty"),
        ("  \n ", "Bad Request: message text is empty"),
        ("x" * 4097, "Bad Request: message is too long"),
        ("😀" * 2049, "Bad Request: message is too long"),
    ],
)
async def test_text_has_limits(api: Api, maria: Person, text: str, description: str) -> None:
    refusal = await api.refused("sendMessage", chat_id=maria.id, text=text)
    assert refusal[:2] == (400, description)


async def test_the_limit_counts_what_is_left_of_html(api: Api, maria: Person) -> None:
    text = "<b>" + "x" * 4000 + "</b> &amp; " + "y" * 90
    message = await api.send(maria.id, text, parse_mode="HTML")
    assert len(message["text"]) == 4093
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 4000}]


@pytest.mark.parametrize(
    "text", ["<b>open", "open</b>", "<u><b>crossed</u></b>", "a < b", "<x>y</x>"]
)
async def test_broken_html_is_refused(api: Api, maria: Person, text: str) -> None:
    refusal = await api.refused("sendMessage", chat_id=maria.id, text=text, parse_mode="HTML")
    assert refusal.description.startswith("Bad Request: can't parse entities")


@pytest.mark.parametrize(
    ("one", "description"),
    [
        (button("Go", "x" * 65), "BUTTON_DATA_INVALID"),
        (button("Go", "ñ" * 33), "BUTTON_DATA_INVALID"),
        (button("Go", ""), "BUTTON_DATA_INVALID"),
        (button(" ", "x"), "BUTTON_TEXT_INVALID"),
        ({"text": "Go"}, "can't parse inline keyboard button"),
        ({**button("Go", "x"), "url": "https://a.example"}, "can't parse inline keyboard button"),
        ({"text": "Go", "url": "nowhere"}, "inline keyboard button URL is invalid"),
    ],
)
async def test_a_button_does_exactly_one_thing(
    api: Api, maria: Person, one: Json, description: str
) -> None:
    refusal = await api.refused(
        "sendMessage", chat_id=maria.id, text="?", reply_markup={"inline_keyboard": [[one]]}
    )
    assert refusal.description.startswith(f"Bad Request: {description}")
    await api.send(maria.id, "64 bytes are fine", [button("Go", "ñ" * 32)])


async def test_location_is_asked_for_in_private_only(
    api: Api, sandbox: Sandbox, maria: Person
) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    markup = {"keyboard": [[{"text": "Here I am", "request_location": True}]]}
    await api.ok("sendMessage", chat_id=maria.id, text="Where?", reply_markup=markup)
    refusal = await api.refused("sendMessage", chat_id=group.id, text="Where?", reply_markup=markup)
    assert refusal.description == "Bad Request: location can be requested in private chats only"


async def test_an_edit_replaces_text_and_buttons(api: Api, maria: Person) -> None:
    sent = await api.send(maria.id, "One?", [button("Yes", "y")])
    edit = {"chat_id": maria.id, "message_id": sent["message_id"]}
    await api.ok("editMessageText", text="Two?", **edit)
    message = maria.messages[-1]
    assert (message.text, message.labels, message.is_edited) == ("Two?", [], True)
    await api.ok(
        "editMessageReplyMarkup", reply_markup={"inline_keyboard": [[button("No", "n")]]}, **edit
    )
    assert message.labels == ["No"]
    await api.ok("editMessageReplyMarkup", **edit)
    assert message.labels == []


async def test_an_unchanged_edit_is_refused(api: Api, maria: Person) -> None:
    sent = await api.send(maria.id, "One?", [button("Yes", "y")])
    same = {
        "chat_id": maria.id,
        "message_id": sent["message_id"],
        "reply_markup": {"inline_keyboard": [[button("Yes", "y")]]},
    }
    for method, text in (("editMessageText", {"text": " One? "}), ("editMessageReplyMarkup", {})):
        refusal = await api.refused(method, **same, **text)
        assert refusal.description.startswith("Bad Request: message is not modified: ")


async def test_only_messages_of_its_own_can_be_edited(api: Api, maria: Person) -> None:
    theirs = maria.says("Hello")
    chat = {"chat_id": maria.id, "text": "?"}
    refusal = await api.refused("editMessageText", message_id=theirs.number, **chat)
    assert refusal.description == "Bad Request: message can't be edited"
    refusal = await api.refused("editMessageText", message_id=4711, **chat)
    assert refusal.description == "Bad Request: message to edit not found"
    keyboard = await api.ok("sendMessage", reply_markup={"keyboard": [[{"text": "Yes"}]]}, **chat)
    refusal = await api.refused("editMessageText", message_id=keyboard["message_id"], **chat)
    assert refusal.description == "Bad Request: message can't be edited"


async def test_a_deleted_message_is_gone(api: Api, maria: Person, clock: MovableClock) -> None:
    sent = await api.send(maria.id, "Address")
    named = {"chat_id": maria.id, "message_id": sent["message_id"]}
    assert await api.ok("deleteMessage", **named) is True
    assert not maria.sees("Address")
    refusal = await api.refused("deleteMessage", **named)
    assert refusal.description == "Bad Request: message to delete not found"
    refusal = await api.refused("editMessageText", text="?", **named)
    assert refusal.description == "Bad Request: message to edit not found"

    old = await api.send(maria.id, "Old")
    clock.move_to(clock.now().replace(day=clock.now().day + 3))
    refusal = await api.refused("deleteMessage", chat_id=maria.id, message_id=old["message_id"])
    assert refusal.description == "Bad Request: message can't be deleted for everyone"


async def test_people_whom_the_bot_cannot_reach(
    api: Api, sandbox: Sandbox, maria: Person, tom: Person
) -> None:
    async def refusal(chat: int) -> tuple[int, str]:
        answer = await api.refused("sendMessage", chat_id=chat, text="Hello")
        return answer.code, answer.description

    assert await refusal(99) == (400, "Bad Request: chat not found")
    assert await refusal(tom.id) == (400, "Bad Request: chat not found")
    group = sandbox.add_group("Albion helpers", [maria, tom])
    await api.send(group.id, "Shopping", [button("Take it", "t")])
    tom.taps("Take it", chat=group)
    never = "Forbidden: bot can't initiate conversation with a user"
    assert await refusal(tom.id) == (403, never)
    maria.blocks_bot()
    assert await refusal(maria.id) == (403, "Forbidden: bot was blocked by the user")
    maria.unblocks_bot()
    await api.send(maria.id, "Welcome back")
    maria.deletes_account()
    assert await refusal(maria.id) == (403, "Forbidden: user is deactivated")


async def test_an_answer_names_the_message_that_it_answers(api: Api, maria: Person) -> None:
    asked = maria.says("Where is my request?")
    reply = {"message_id": asked.number}
    message = await api.send(maria.id, "Nobody yet", reply_parameters=reply)
    assert message["reply_to_message"]["text"] == "Where is my request?"
    missing = {"message_id": 4711}
    call = {"chat_id": maria.id, "text": "?"}
    refusal = await api.refused("sendMessage", reply_parameters=missing, **call)
    assert refusal.description == "Bad Request: message to be replied not found"
    lenient = {**missing, "allow_sending_without_reply": True}
    assert "reply_to_message" not in await api.ok("sendMessage", reply_parameters=lenient, **call)


async def test_locations_and_actions(api: Api, maria: Person) -> None:
    await api.ok("sendLocation", chat_id=maria.id, latitude=53.4, longitude=-2.2)
    media = maria.messages[-1].media
    assert media is not None
    assert media.kind == "location"
    await api.refused("sendLocation", chat_id=maria.id, latitude=91.0, longitude=0.0)
    assert await api.ok("sendChatAction", chat_id=maria.id, action="typing") is True
    await api.refused("sendChatAction", chat_id=maria.id, action="dancing")


@pytest.mark.parametrize(
    ("params", "complaint"),
    [
        ({"text": "Hello", "chat": 1}, "chat is not a parameter of sendMessage"),
        ({"text": 5}, "text is not of type str"),
        ({}, "text is missing"),
        ({"text": "?", "reply_markup": {"inline_keyboard": [[{"data": "x"}]]}}, "reply_markup"),
    ],
)
async def test_a_call_that_does_not_fit_the_description(
    api: Api, sandbox: Sandbox, maria: Person, params: Json, complaint: str
) -> None:
    refusal = await api.refused("sendMessage", chat_id=maria.id, **params)
    assert refusal.code == 400
    assert refusal.description.startswith(f"Bad Request: {complaint}")
    assert [one.rule for one in sandbox.recorder.violations] == [Rule.WRONG_PARAMETERS]
    assert len(list(sandbox.recorder.unexpected)) == 1


async def test_unknown_methods_and_tokens(api: Api, sandbox: Sandbox) -> None:
    assert (await api.refused("sendPigeon"))[:2] == (404, "Not Found")
    wrong = f"{sandbox.address}/bot1:wrong/getMe"
    async with api.session.get(wrong) as response:
        assert response.status == 401
        assert await response.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized",
        }
    rules = [one.rule for one in sandbox.recorder.violations]
    assert rules == [Rule.UNKNOWN_METHOD, Rule.WRONG_TOKEN]


async def test_parameters_come_in_every_shape(api: Api, maria: Person) -> None:
    markup = '{"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]}'
    form = {"chat_id": str(maria.id), "text": "Form", "reply_markup": markup}
    for send in (
        api.session.post(f"{api.base}/sendMessage", data=form),
        api.session.get(f"{api.base}/SENDMESSAGE", params=form),
        api.session.post(f"{api.base}/sendMessage", json={"chat_id": str(maria.id), "text": "J"}),
    ):
        async with send as response:
            assert response.status == 200, await response.text()
    assert maria.texts[-3:] == ["Form", "Form", "J"]
