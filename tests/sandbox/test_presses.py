"""Buttons: pressing, answering, and what can go wrong with both."""

from datetime import timedelta

import pytest

from bot.sandbox.groups import NotPossibleError
from bot.sandbox.people import Person
from bot.sandbox.schema import Json
from bot.sandbox.server import Sandbox
from tests.clock import MovableClock
from tests.sandbox.api import Api, button


async def _pressed(api: Api) -> Json:
    press: Json = (await api.updates())[-1]["callback_query"]
    return press


async def test_a_press_is_answered_by_a_toast(api: Api, maria: Person) -> None:
    await api.send(maria.id, "Shopping", [button("Take it", "t:1")])
    tap = maria.taps("Take it")
    press = await _pressed(api)
    assert (press["data"], press["from"]["id"]) == ("t:1", maria.id)
    assert press["message"]["text"] == "Shopping"
    assert tap.press is not None
    assert tap.press.id == press["id"]
    answer = {"callback_query_id": press["id"], "text": "It is yours", "show_alert": True}
    assert await api.ok("answerCallbackQuery", **answer) is True
    assert await api.ok("answerCallbackQuery", **answer) is True
    assert [(one.text, one.is_alert) for one in maria.toasts] == [("It is yours", True)]


async def test_an_answer_can_come_too_late(api: Api, clock: MovableClock, maria: Person) -> None:
    await api.send(maria.id, "Shopping", [button("Take it", "t:1")])
    maria.taps("Take it")
    press = await _pressed(api)
    clock.move(timedelta(seconds=16))
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    for number in (press["id"], "4711"):
        refusal = await api.refused("answerCallbackQuery", callback_query_id=number)
        assert refusal[:2] == (400, too_old)
    assert maria.toasts == []


async def test_an_answer_can_open_the_private_chat_and_no_other_place(
    api: Api, sandbox: Sandbox, maria: Person, tom: Person
) -> None:
    group = sandbox.add_group("Albion helpers", [maria, tom])
    await api.send(group.id, "Shopping", [button("Take it", "t:1")])
    tom.taps("Take it", chat=group)
    number = (await _pressed(api))["id"]
    for url in ("https://a.example", "https://t.me/OtherBot?start=x", "t.me/DoorstepBot?start="):
        await api.refused("answerCallbackQuery", callback_query_id=number, url=url)
    link = "https://t.me/DoorstepBot?start=task-1"
    await api.ok("answerCallbackQuery", callback_query_id=number, url=link)
    opened = tom.toasts[-1].url
    assert opened == link
    tom.opens_link(opened)
    assert (await api.updates())[-1]["message"]["text"] == "/start task-1"
    await api.send(tom.id, "Welcome")
    assert tom.sees("Welcome")


async def test_a_toast_has_a_limit(api: Api, maria: Person) -> None:
    await api.send(maria.id, "Shopping", [button("Take it", "t:1")])
    maria.taps("Take it")
    number = (await _pressed(api))["id"]
    await api.refused("answerCallbackQuery", callback_query_id=number, text="x" * 201)


async def test_the_newest_button_with_these_words_is_tapped(api: Api, maria: Person) -> None:
    await api.send(maria.id, "One?", [button("Yes", "one"), button("No", "no")])
    newest = await api.send(maria.id, "Two?", [button("Yes", "two")])
    maria.taps("Yes")
    assert (await _pressed(api))["data"] == "two"
    maria.taps("No")
    assert (await _pressed(api))["data"] == "no"
    with pytest.raises(NotPossibleError, match=r"no button 'Maybe', only \['Yes', 'Yes', 'No'\]"):
        maria.taps("Maybe")
    await api.ok("deleteMessage", chat_id=maria.id, message_id=newest["message_id"])
    maria.taps("Yes")
    assert (await _pressed(api))["data"] == "one"


async def test_old_and_deleted_messages_are_not_told(
    api: Api, clock: MovableClock, maria: Person
) -> None:
    await api.send(maria.id, "Shopping", [button("Take it", "t:1")])
    message = maria.messages[-1]
    maria.presses(message, message.buttons[0][0], message_is_forgotten=True)
    hidden = {"message_id": message.number, "date": 0}
    assert (await _pressed(api))["message"].items() >= hidden.items()
    clock.move(timedelta(days=3))
    maria.taps("Take it")
    assert (await _pressed(api))["message"].items() >= hidden.items()
    await api.send(maria.id, "Later")
    maria.sends_raw("forged", message)
    assert (await _pressed(api))["data"] == "forged"


async def test_a_phone_may_repeat_a_press(api: Api, sandbox: Sandbox, maria: Person) -> None:
    sandbox.mischief.rates.set("repeated_presses", 1)
    await api.updates()
    await api.send(maria.id, "Shopping", [button("Take it", "t:1")])
    maria.taps("Take it")
    presses = [one["callback_query"] for one in await api.updates()]
    assert [one["data"] for one in presses] == ["t:1", "t:1"]
    assert presses[0]["id"] != presses[1]["id"]


async def test_keys_and_links(api: Api, sandbox: Sandbox, maria: Person) -> None:
    keys = {"keyboard": [["Yes", {"text": "Here I am", "request_location": True}]]}
    markup = {"keyboard": [[{"text": "Yes"}, keys["keyboard"][0][1]]]}
    await api.ok("sendMessage", chat_id=maria.id, text="Sure?", reply_markup=markup)
    tap = maria.taps("Yes")
    assert tap.message is not None
    assert (await api.updates())[-1]["message"]["text"] == "Yes"
    with pytest.raises(NotPossibleError, match="shares_location"):
        maria.taps("Here I am")
    link = {"text": "Open", "url": f"https://t.me/{sandbox.bot.username}?start=abc"}
    await api.send(maria.id, "Here", [link])
    assert maria.taps("Open").opened == link["url"]
    assert (await api.updates())[-1]["message"]["text"] == "/start abc"
    maria.opens_link("https://a.example/page")
    assert await api.updates() == []
    assert maria.opened_links == [link["url"], "https://a.example/page"]
