"""One of each payload that the sandbox can give: every kind of update, and of every result."""

from dataclasses import dataclass

from aiohttp import ClientSession, FormData

from bot.sandbox.schema import Json
from bot.sandbox.server import Sandbox
from bot.sandbox.things import KINDS, PICTURE
from tests.clock import MovableClock
from tests.sandbox.api import Api, button


@dataclass(frozen=True, slots=True)
class Gallery:
    """Updates, and results by the Bot API's name of their type."""

    updates: list[Json]
    results: list[tuple[str, object]]


async def collect() -> Gallery:
    """Return everything that can happen, as the bot is told of it."""
    async with (
        Sandbox(clock=MovableClock(), enforce_pace=False) as sandbox,
        ClientSession() as session,
    ):
        api = Api(sandbox, session)
        kinds = ["message", "edited_message", "channel_post", "edited_channel_post"]
        kinds += ["callback_query", "my_chat_member", "chat_member"]
        await api.ok("getUpdates", allowed_updates=kinds)
        results = await _happen(sandbox, api)
        return Gallery(await api.updates(), results)


async def _happen(sandbox: Sandbox, api: Api) -> list[tuple[str, object]]:
    maria = sandbox.add_person("Maria", "es", "maria_albion")
    tom = sandbox.add_person("Tom", None)
    maria.starts("abc")
    said = maria.says("Where is my request? https://a.example")
    maria.edits(said, "Where is it?")
    maria.forwards("Somebody else wrote this", hidden_name="Ana")
    maria.shares_location(53.4, -2.2)
    maria.shares_contact()
    maria.sends_sticker()
    maria.sends_photo(caption="Receipt")
    maria.sends_document(b"milk", "list.txt")
    maria.sends_voice()
    maria.sends_album([PICTURE, PICTURE], "Two receipts")
    maria.sends_photo(forwarded_from="Ana", reply_to=maria.messages[0])
    maria.moves(maria.shares_location(53.4, -2.2, live_seconds=900), 53.5, -2.3)
    for kind in KINDS:
        maria.sends(kind, "Wisteria", forwarded_from="Ana")
    results = await _send_all(api, maria.id)
    maria.taps("Yes")
    maria.presses(maria.from_bot[0], maria.from_bot[0].buttons[0][0], message_is_forgotten=True)
    maria.blocks_bot()
    maria.unblocks_bot()

    group = sandbox.add_group("Albion helpers", [maria])
    group.add_member(tom)
    group.make_admin(tom)
    await api.send(group.id, "Shopping", [button("Take it", "t")])
    tom.taps("Take it", chat=group)
    tom.says("I could", group, reply_to=group.from_bot[-1])
    group.rename("Albion Street")
    group.upgrade_to_supergroup()
    group.make_forum()
    thread = group.add_topic("Requests")
    results.append(("Message", await api.send(group.id, "Shopping", message_thread_id=thread)))
    tom.says("/link", group, thread=thread)
    tom.says_anonymously("/link", group)
    results += await _look_at_group(api, group.id, tom.id)
    group.forbid_posting()
    me = {"chat_id": group.id, "user_id": sandbox.bot.id}
    results.append(("ChatMember", await api.ok("getChatMember", **me)))
    group.allow_posting()
    group.make_bot_admin()
    card = group.from_bot[-1].number
    await api.ok("pinChatMessage", chat_id=group.id, message_id=card)
    results.append(("ChatFullInfo", await api.ok("getChat", chat_id=group.id)))
    results.append(("Array of ChatMember", await api.ok("getChatAdministrators", chat_id=group.id)))
    group.remove_member(tom)
    group.remove_bot()
    post = sandbox.add_channel("Albion news").posts("Good morning")
    sandbox.add_channel("Other news").edits(post, "Good evening")
    return results


async def _send_all(api: Api, chat: int) -> list[tuple[str, object]]:
    sent = await api.send(
        chat,
        "<b>Sure</b>? /help",
        [button("Yes", "y"), {"text": "Open", "url": "https://a.example"}],
        parse_mode="HTML",
        protect_content=True,
        link_preview_options={"is_disabled": True},
    )
    edit = {"chat_id": chat, "message_id": sent["message_id"], "text": "Really sure?"}
    rows = {"inline_keyboard": [[button("Yes", "y")]]}
    results: list[tuple[str, object]] = [
        ("Message", sent),
        ("Message", await api.ok("editMessageText", reply_markup=rows, **edit)),
        ("Message", await api.ok("sendLocation", chat_id=chat, latitude=53.4, longitude=-2.2)),
        ("User", await api.ok("getMe")),
        ("WebhookInfo", await api.ok("getWebhookInfo")),
        ("ChatFullInfo", await api.ok("getChat", chat_id=chat)),
    ]
    for method, field, content in (
        ("sendPhoto", "photo", PICTURE),
        ("sendDocument", "document", b"milk, bread"),
    ):
        form = FormData({"chat_id": str(chat), "caption": "Here"})
        form.add_field(field, content, filename="list.txt")
        async with api.session.post(f"{api.base}/{method}", data=form) as response:
            results.append(("Message", (await response.json())["result"]))
    document = results[-1][1]
    assert isinstance(document, dict)
    file_id = document["document"]["file_id"]
    results.append(("File", await api.ok("getFile", file_id=file_id)))
    commands = [{"command": "ask", "description": "Ask for help"}]
    await api.ok("setMyCommands", commands=commands)
    results.append(("Array of BotCommand", await api.ok("getMyCommands")))
    return results


async def _look_at_group(api: Api, group: int, person: int) -> list[tuple[str, object]]:
    member = {"chat_id": group, "user_id": person}
    return [
        ("ChatMember", await api.ok("getChatMember", **member)),
        ("ChatMember", await api.ok("getChatMember", **{**member, "user_id": 7001})),
        ("Integer", await api.ok("getChatMemberCount", chat_id=group)),
    ]
