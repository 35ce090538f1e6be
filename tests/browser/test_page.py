"""The sandbox's page by hand: what is typed and tapped there reaches a bot, and the other way."""

import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.qr_codes import qr_png
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from tests.browser.chromium import open_browser
from tests.browser.screen import SandboxPage, Screen

YES = {"inline_keyboard": [[{"text": "I can do this", "callback_data": "claim"}]]}


class PlainBot:
    """A bot that calls the Bot API by hand."""

    def __init__(self, web: aiohttp.ClientSession, sandbox: Sandbox) -> None:
        self._web = web
        self._address = f"{sandbox.address}/bot{sandbox.token}"
        self._next = 0

    async def call(self, method: str, **parameters: object) -> Any:
        async with self._web.post(f"{self._address}/{method}", json=parameters) as answer:
            told = await answer.json()
        assert told["ok"], told
        return told["result"]

    async def hears(self, kind: str) -> dict[str, Any]:
        """Return the next update of this kind, passing over others."""
        while True:
            for update in await self.call("getUpdates", offset=self._next, limit=1, timeout=10):
                self._next = update["update_id"] + 1
                if kind in update:
                    return dict(update[kind])


@dataclass
class Street:
    """A resident and a volunteer, their group, a bot, and the page that shows them all."""

    sandbox: Sandbox
    bot: PlainBot
    page: SandboxPage
    rosa: Person
    ben: Person
    group: Group

    @property
    def rosas_phone(self) -> Screen:
        return self.page.phone(self.rosa.account.id)

    @property
    def bens_phone(self) -> Screen:
        return self.page.phone(self.ben.account.id)


@pytest.fixture
async def street() -> AsyncIterator[Street]:
    async with (
        Sandbox(enforce_pace=False) as sandbox,
        aiohttp.ClientSession() as web,
        open_browser() as tab,
    ):
        rosa, ben = sandbox.add_person("Rosa"), sandbox.add_person("Ben", language="es")
        group = sandbox.add_group("Elm Grove", [ben, rosa])
        page = SandboxPage(tab)
        await tab.resize(1400, 900)
        await page.open(sandbox.address)
        yield Street(sandbox, PlainBot(web, sandbox), page, rosa, ben, group)
        assert tab.complaints == []


async def test_what_is_typed_reaches_the_bot(street: Street) -> None:
    await street.rosas_phone.says("I need bread\n\nand milk")

    message = await street.bot.hears("message")
    while message.get("text") is None:
        message = await street.bot.hears("message")
    assert message["text"] == "I need bread\n\nand milk"
    assert message["from"]["id"] == street.rosa.account.id
    await street.rosas_phone.sees("I need bread\n\nand milk")


async def test_a_card_is_tapped_and_changes_before_everybodys_eyes(street: Street) -> None:
    card = await street.bot.call(
        "sendMessage", chat_id=street.group.id, text="Dog walk", reply_markup=YES
    )
    await street.rosas_phone.sees_news("Elm Grove")
    await street.bens_phone.opens("Elm Grove")
    await street.bens_phone.taps("I can do this")

    press = await street.bot.hears("callback_query")
    assert press["from"]["id"] == street.ben.account.id
    assert press["data"] == "claim"
    await street.bot.call("answerCallbackQuery", callback_query_id=press["id"], text="Yours!")
    await street.bot.call(
        "editMessageText",
        chat_id=street.group.id,
        message_id=card["message_id"],
        text="Dog walk\nTaken by Ben",
    )

    await street.bens_phone.sees_toast("Yours!")
    await street.page.group.sees("Dog walk\nTaken by Ben")
    await street.page.group.sees("edited")
    await street.bens_phone.sees_buttons()


async def test_an_alert_waits_until_it_is_answered(street: Street) -> None:
    await street.bot.call("sendMessage", chat_id=street.group.id, text="Dog walk", reply_markup=YES)
    await street.bens_phone.opens("Elm Grove")
    await street.bens_phone.taps("I can do this")
    press = await street.bot.hears("callback_query")
    await street.bot.call(
        "answerCallbackQuery", callback_query_id=press["id"], text="Too late", show_alert=True
    )

    await street.bens_phone.sees_toast("Too late")
    await street.page.page.click(f"{street.bens_phone.place} [data-toast=alert] [data-label=OK]")
    assert await street.page.page.texts("[data-toast]") == []


async def test_the_link_of_an_answer_opens_the_private_chat(street: Street) -> None:
    await street.bot.call("sendMessage", chat_id=street.group.id, text="Dog walk", reply_markup=YES)
    await street.bens_phone.opens("Elm Grove")
    await street.bens_phone.taps("I can do this")
    press = await street.bot.hears("callback_query")
    link = f"https://t.me/{street.sandbox.bot.username}?start=k7f"
    await street.bot.call("answerCallbackQuery", callback_query_id=press["id"], url=link)

    message = await street.bot.hears("message")
    assert message["text"] == "/start k7f"
    await street.bens_phone.sees("/start k7f")


async def test_what_is_written_is_never_taken_for_markup(street: Street) -> None:
    words = "<img src=x onerror=alert(1)> & <b>bread</b>"
    await street.rosas_phone.says(words)
    await street.rosas_phone.sees(words)


async def test_a_draft_and_the_focus_outlive_what_arrives(street: Street) -> None:
    field = f"{street.rosas_phone.place} .conversation:not([hidden]) [data-write]"
    await street.rosas_phone.says("Hello")
    await street.page.page.type_into(field, "half a thou")
    await street.bot.call("sendMessage", chat_id=street.rosa.id, text="Hello Rosa")
    await street.rosas_phone.sees("Hello Rosa")

    assert await street.page.page.evaluate(
        f"[document.activeElement.value, document.querySelector({json.dumps(field)}).value]"
    ) == ["half a thou", "half a thou"]


async def test_the_keyboard_alone_is_enough(street: Street) -> None:
    tab = street.page.page
    await tab.click(f"{street.rosas_phone.place} [role=tab]", "Doorstep")
    await tab.press("ArrowRight")
    await tab.press("ArrowLeft")
    # From the tab to the messages and on to Start, which leaves the focus where one writes.
    await tab.press("Tab")
    await tab.press("Tab")
    await tab.press("Enter")
    await street.rosas_phone.sees("/start")
    await tab.command("Input.insertText", text="I need bread")
    await tab.press("Enter")
    await street.rosas_phone.sees("I need bread")


async def test_everything_else_that_a_phone_can_do(street: Street) -> None:
    phone = street.rosas_phone
    await phone.says("bread")
    await phone.sees("bread")
    await phone.chooses("Edit last message")
    await phone.says(" and milk")
    await phone.sees("bread and milk")
    assert (await street.bot.hears("edited_message"))["text"] == "bread and milk"

    await phone.chooses("Send a sticker")
    await phone.sees("sticker")
    await phone.chooses("Share location")
    await street.page.page.click(f"{phone.place} .place [data-label=Share]")
    await phone.sees("location")

    await phone.chooses("Block the bot")
    standing = await street.bot.hears("my_chat_member")
    while standing["chat"]["type"] != "private":
        standing = await street.bot.hears("my_chat_member")
    assert standing["new_chat_member"]["status"] == "kicked"
    await street.page.page.click(f"{phone.place} .barred [data-label=Unblock]")
    await street.page.page.wait_for_element(f"{phone.place} [data-write]")


async def test_a_file_is_chosen_and_sent(street: Street, tmp_path: Path) -> None:
    outline = tmp_path / "elm grove.geojson"
    outline.write_text('{"type": "Polygon"}', encoding="utf-8")
    await street.rosas_phone.sends_file(outline)

    await street.rosas_phone.sees("elm grove.geojson")
    message = await street.bot.hears("message")
    while "document" not in message:
        message = await street.bot.hears("message")
    assert message["document"]["file_name"] == "elm grove.geojson"
    kept = street.sandbox.world.files.find(message["document"]["file_id"])
    assert kept.content == b'{"type": "Polygon"}'


async def test_pictures_of_the_bot_are_shown_and_pages_opened_beside(street: Street) -> None:
    files, rosa = street.sandbox.world.files, street.rosa.id
    street.rosa.starts()
    picture = files.add("report.png", qr_png("https://t.me/DoorstepBot"))
    poster = files.add("poster.pdf", b"%PDF-1.3 poster")
    table = files.add("report.csv", b"a,b")
    await street.bot.call("sendPhoto", chat_id=rosa, photo=picture.id)
    for each in (poster, table):
        await street.bot.call("sendDocument", chat_id=rosa, document=each.id)

    await street.rosas_phone.sees("report.csv")
    tab = street.page.page
    await tab.wait_for("document.querySelector('img.photo')?.naturalWidth > 500")
    links = await tab.evaluate(
        "[...document.querySelectorAll('a[data-file]')].map(a => [a.target, a.download])"
    )
    assert links[-2:] == [["_blank", ""], ["", "report.csv"]]


async def test_a_reply_keyboard_is_offered_and_used(street: Street) -> None:
    await street.rosas_phone.taps("Start")
    await street.rosas_phone.sees("/start")
    keys = {"keyboard": [[{"text": "Today"}, {"text": "Tomorrow"}]]}
    await street.bot.call("sendMessage", chat_id=street.rosa.id, text="When?", reply_markup=keys)
    await street.rosas_phone.sees("When?")
    await street.rosas_phone.taps("Tomorrow")
    await street.rosas_phone.sees("Tomorrow")


async def test_phones_and_groups_are_added_and_eight_phones_are_shown(street: Street) -> None:
    for number in range(3, 10):
        await street.page.fill("Add a phone", "name", f"Person {number}")
    tab = street.page.page
    await tab.wait_for("!document.getElementById('others').hidden")
    assert len(await tab.texts(".phone h2")) == 8

    await tab.evaluate(
        """(() => {
            const others = document.getElementById("others-choice");
            others.selectedIndex = 1;
            others.dispatchEvent(new Event("change"));
        })()"""
    )
    assert (await tab.texts(".phone h2"))[:2] == ["Person 9", "Rosa"]

    await street.page.fill("Add a group", "title", "Rise Street")
    await street.rosas_phone.sees_news("Rise Street")
    await street.page.group.opens("Rise Street")


async def test_a_reader_stays_in_a_group_that_becomes_a_supergroup(street: Street) -> None:
    await street.rosas_phone.opens("Elm Grove")
    await street.rosas_phone.says("Good morning")
    await street.rosas_phone.sees("Good morning")
    street.group.upgrade_to_supergroup()
    await street.bot.call("sendMessage", chat_id=street.group.id, text="Still here")

    await street.rosas_phone.sees("Still here")
    await street.rosas_phone.sees("Good morning")
    await street.page.group.sees("Still here")
