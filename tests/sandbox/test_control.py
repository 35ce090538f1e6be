"""What the page does: following the phones, and acting for people by hand."""

import base64

import pytest
from aiohttp import ClientSession, WSMsgType

from bot.sandbox.people import Person
from bot.sandbox.schema import Json
from bot.sandbox.server import Sandbox
from bot.sandbox.things import PICTURE
from tests.sandbox.api import Api, button


class Page:
    """A browser's requests to the page's own server."""

    def __init__(self, sandbox: Sandbox, session: ClientSession) -> None:
        self.address = sandbox.address
        self.session = session

    async def post(self, path: str, body: object) -> tuple[int, Json]:
        headers = {"Origin": self.address}
        address = f"{self.address}/control/{path}"
        async with self.session.post(address, json=body, headers=headers) as response:
            return response.status, await response.json()

    async def act(self, person: int, verb: str, **fields: object) -> tuple[int, Json]:
        return await self.post("act", {"person": person, "verb": verb, **fields})

    async def state(self) -> Json:
        async with self.session.get(f"{self.address}/control/state") as response:
            state: Json = await response.json()
            return state


@pytest.fixture
def page(sandbox: Sandbox, api: Api) -> Page:
    return Page(sandbox, api.session)


async def test_the_page_and_its_files_are_served(page: Page) -> None:
    async with page.session.get(f"{page.address}/") as response:
        assert response.status == 200
        assert response.content_type == "text/html"
    for path, status in (
        ("page/style.css", 200),
        ("page/nothing.css", 404),
        ("page/..%2Fserver.py", 404),
    ):
        async with page.session.get(f"{page.address}/{path}") as response:
            assert response.status == status


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "a.example"},
        {"Host": "127.0.0.1.a.example:80"},
        {"Origin": "https://a.example"},
        {"Origin": "null"},
    ],
)
@pytest.mark.parametrize("path", ["", "control/state", "control/live", "page/style.css"])
async def test_other_sites_are_kept_out(page: Page, headers: dict[str, str], path: str) -> None:
    async with page.session.get(f"{page.address}/{path}", headers=headers) as response:
        assert response.status == 403
    async with page.session.post(f"{page.address}/control/act", headers=headers) as response:
        assert response.status == 403


async def test_the_state_shows_the_phones(
    api: Api, page: Page, sandbox: Sandbox, maria: Person
) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    await api.send(maria.id, "Sure?", [button("Yes", "y")], protect_content=True)
    maria.taps("Yes")
    press = (await api.updates())[-1]["callback_query"]["id"]
    await api.ok("answerCallbackQuery", callback_query_id=press, text="Good", show_alert=True)
    keys = {"keyboard": [[{"text": "Here I am", "request_location": True}]]}
    await api.ok("sendMessage", chat_id=maria.id, text="Where?", reply_markup=keys)
    maria.sends_sticker()

    state = await page.state()
    assert state["bot"] == {"id": 7000000001, "username": "DoorstepBot", "name": "Doorstep"}
    (shown,) = state["people"]
    assert (shown["id"], shown["name"], shown["language"]) == (maria.id, "Maria", "es")
    private, in_group = shown["chats"]
    sure, where, sticker = private["messages"][1:]
    assert sure == {
        "id": sure["id"],
        "from": {"id": 7000000001, "name": "Doorstep", "is_bot": True},
        "text": "Sure?",
        "date": "2026-04-13T09:00:00+00:00",
        "edited": False,
        "protected": True,
        "thread_id": None,
        "service": None,
        "buttons": [[{"label": "Yes", "data": "y"}]],
        "reply_keyboard": None,
        "media": None,
    }
    assert where["reply_keyboard"] == [[{"label": "Here I am", "request_location": True}]]
    assert sticker["media"] == {"kind": "sticker", "name": "👍"}
    assert (in_group["chat_id"], in_group["kind"]) == (group.id, "group")
    assert in_group["messages"][0]["service"] == "Doorstep joined the group"
    assert [(one["text"], one["alert"]) for one in shown["toasts"]] == [("Good", True)]


async def test_pictures_are_sent_and_shown_and_other_files_only_saved(
    page: Page, sandbox: Sandbox, maria: Person
) -> None:
    sent = base64.b64encode(PICTURE).decode()
    status, _ = await page.act(maria.id, "sends_photo", content=sent, text="My door")
    assert status == 200
    maria.sends_document(b"<script>alert(1)</script>", "page.html")
    maria.sends_document(b"%PDF-1.3 a letter", "letter.pdf")
    maria.sends_voice()
    messages = (await page.state())["people"][0]["chats"][0]["messages"]
    photo, document, letter, voice = [message["media"] for message in messages[1:]]
    assert (photo["kind"], document["name"]) == ("photo", "page.html")
    assert "file" not in voice
    for media, kind in (
        (photo, "image/png"),
        (document, "application/octet-stream"),
        (letter, "application/pdf"),
    ):
        address = f"{page.address}/control/file/{media['file']}"
        async with page.session.get(address) as response:
            assert response.content_type == kind
            assert response.headers["X-Content-Type-Options"] == "nosniff"
    async with page.session.get(f"{page.address}/control/file/nothing") as response:
        assert response.status == 404
    status, _ = await page.act(maria.id, "sends_photo", content="no base64")
    assert status == 400


async def test_a_file_is_sent_and_fetched_by_the_bot(api: Api, page: Page, maria: Person) -> None:
    outline = b'{"type": "Polygon"}'
    sent = base64.b64encode(outline).decode()
    file: dict[str, object] = {"content": sent, "name": "elm.geojson"}
    assert (await page.act(maria.id, "sends_document", **file, text="Our street"))[0] == 200
    message = (await api.updates())[-1]["message"]
    assert (message["document"]["file_name"], message["caption"]) == ("elm.geojson", "Our street")
    assert message["document"]["file_size"] == len(outline)
    described = await api.ok("getFile", file_id=message["document"]["file_id"])
    address = f"{page.address}/file/bot{api.base.rpartition('/bot')[2]}/{described['file_path']}"
    async with page.session.get(address) as response:
        assert await response.read() == outline
    for wrong in ({"content": "?"}, {"name": ""}, {"name": "x" * 256}):
        assert (await page.act(maria.id, "sends_document", **(file | wrong)))[0] == 400


async def test_people_act_by_hand(api: Api, page: Page, sandbox: Sandbox, maria: Person) -> None:
    status, ana = await page.post("people", {"name": "Ana", "language": "es"})
    assert status == 200
    members = [maria.id, ana["id"]]
    _, group = await page.post("groups", {"title": "Albion helpers", "members": members})
    await api.updates()
    await page.act(ana["id"], "starts", payload="abc")
    await page.act(ana["id"], "says", text="/link", chat_id=group["id"])
    said = sandbox.person(ana["id"]).says("Hello")
    await page.act(ana["id"], "edits", message_id=said.number, text="Hello!")
    await page.act(ana["id"], "shares_location", lat=53.4, lon=-2)
    await page.act(ana["id"], "sends_sticker")
    sent = await api.send(ana["id"], "Sure?", [button("No", "n"), button("Yes", "y")])
    tap = {"message_id": sent["message_id"], "row": 0, "column": 1}
    assert await page.act(ana["id"], "taps", **tap) == (200, {"ok": True})
    await page.act(ana["id"], "says", text="Why?", reply_to=sent["message_id"])
    await page.act(ana["id"], "opens_link", url="https://t.me/DoorstepBot?start=x")
    await page.act(ana["id"], "blocks_bot")
    await page.act(ana["id"], "unblocks_bot")
    updates = await api.updates()
    kinds = [next(name for name in one if name != "update_id") for one in updates]
    messages = ["message"] * 3 + ["edited_message"] + ["message"] * 2 + ["callback_query"]
    assert kinds == [*messages, "message", "message", "my_chat_member", "my_chat_member"]
    assert updates[6]["callback_query"]["data"] == "y"
    assert updates[7]["message"]["reply_to_message"]["text"] == "Sure?"


async def test_a_card_of_before_the_group_moved_is_still_tapped(
    api: Api, page: Page, sandbox: Sandbox, maria: Person
) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    old = await api.send(group.id, "Old card", [button("Take it", "old")])
    group.upgrade_to_supergroup()
    while (await api.send(group.id, "Card", [button("Take it", "new")]))["message_id"] < old[
        "message_id"
    ]:
        pass
    shown = (await page.state())["people"][0]["chats"][1]["messages"]
    assert len({one["id"] for one in shown}) == len(shown)
    number = next(one["id"] for one in shown if one["text"] == "Old card")
    tap = {"chat_id": group.id, "message_id": number, "row": 0, "column": 0}
    await page.act(maria.id, "taps", **tap)
    assert (await api.updates())[-1]["callback_query"]["data"] == "old"


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("act", [], "that is not a JSON object"),
        ("act", {"person": 99, "verb": "starts"}, "there is no such person"),
        ("act", {"person": "x", "verb": "starts"}, "person has to be a number"),
        ("act", {"person": 7001, "verb": "says", "text": " "}, "empty message"),
        ("act", {"person": 7001, "verb": "says", "text": "x" * 4097}, "at most 4096"),
        ("act", {"person": 7001, "verb": "flies"}, "nobody can do that here"),
        ("act", {"person": 7001, "verb": "says", "text": 5}, "text has to be text"),
        ("act", {"person": 7001, "verb": "says", "text": "?", "chat_id": -1}, "not in that chat"),
        ("act", {"person": 7001, "verb": "starts", "payload": "ñ"}, "a start payload has"),
        ("act", {"person": 7001, "verb": "edits", "message_id": 4711}, "that message is gone"),
        ("act", {"person": 7001, "verb": "shares_location", "lat": "x"}, "lat has to be a number"),
        (
            "act",
            {"person": 7001, "verb": "shares_location", "lat": 91, "lon": 0},
            "nowhere on the map",
        ),
        (
            "act",
            {"person": 7001, "verb": "taps", "message_id": 1, "row": 0, "column": -1},
            "that button is gone",
        ),
        ("people", {"name": " ", "language": "en"}, "name has to be 1 to 64"),
        ("groups", {"title": "Albion", "members": []}, "a group needs somebody in it"),
        ("mischief", {"delayed": 2}, "a rate is between 0 and 1"),
        ("mischief", {"delayed": "often"}, "a switch takes a number"),
        ("mischief", {"set": 1}, "there is no such switch"),
    ],
)
async def test_what_cannot_be_done_is_said_plainly(
    page: Page, maria: Person, path: str, body: object, error: str
) -> None:
    assert maria.id == 7001
    status, answer = await page.post(path, body)
    assert status == 400
    assert error in answer["error"]


async def test_switches_can_be_turned(page: Page, sandbox: Sandbox) -> None:
    assert (await page.post("mischief", {"delayed": 0.5, "longest_wait": 9}))[0] == 200
    rates = sandbox.mischief.rates
    assert (rates.delayed, rates.longest_wait) == (0.5, 9)


async def test_an_open_page_hears_of_every_change(page: Page, maria: Person) -> None:
    headers = {"Origin": page.address}
    async with page.session.ws_connect(f"{page.address}/control/live", headers=headers) as socket:
        first = await socket.receive_json(timeout=5)
        assert first["people"][0]["chats"][0]["messages"][-1]["text"] == "/start"
        maria.says("One")
        maria.says("Two")
        second = await socket.receive_json(timeout=5)
        texts = [one["text"] for one in second["people"][0]["chats"][0]["messages"]]
        assert texts[-2:] == ["One", "Two"]


async def test_an_open_page_does_not_keep_the_sandbox_from_ending() -> None:
    sandbox = Sandbox()
    async with ClientSession() as session:
        async with sandbox:
            socket = await session.ws_connect(f"{sandbox.address}/control/live")
            await socket.receive_json(timeout=5)
        assert (await socket.receive(timeout=5)).type in {WSMsgType.CLOSE, WSMsgType.CLOSED}
        await socket.close()
