"""Groups: privacy mode, topics, rights, anonymous admins, and groups that move."""

import pytest

from bot.sandbox.groups import NotPossibleError
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import ANONYMOUS_ADMIN
from tests.sandbox.api import Api, button


async def _texts(api: Api) -> list[str]:
    return [
        one["message"]["text"] for one in await api.updates() if "text" in one.get("message", {})
    ]


async def test_the_bot_is_told_that_it_was_added(api: Api, sandbox: Sandbox, maria: Person) -> None:
    await api.updates()
    group = sandbox.add_group("Albion helpers", [maria])
    member, service = await api.updates()
    change = member["my_chat_member"]
    assert change["chat"] == {"id": group.id, "type": "group", "title": "Albion helpers"}
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == (
        "left",
        "member",
    )
    assert service["message"]["new_chat_members"][0]["id"] == sandbox.bot.id


async def test_privacy_mode(api: Api, sandbox: Sandbox, maria: Person, tom: Person) -> None:
    group = sandbox.add_group("Albion helpers", [maria, tom])
    await api.updates()
    await api.send(group.id, "Shopping")
    card = group.from_bot[-1]
    talk = tom.says("Nice weather", group)
    tom.says("/link Albion", group)
    tom.says("/link@DoorstepBot Albion", group)
    tom.says("/link@OtherBot Albion", group)
    tom.says("I could", group, reply_to=card)
    maria.says("Me too", group, reply_to=talk)
    group.rename("Albion Street")
    heard = await api.updates()
    assert [one["message"].get("text") for one in heard] == [
        "/link Albion",
        "/link@DoorstepBot Albion",
        "I could",
        None,
    ]
    assert heard[-1]["message"]["new_chat_title"] == "Albion Street"
    tom.edits(talk, "Nice weather today")
    assert await api.updates() == []
    group.make_bot_admin()
    tom.says("Anybody there?", group)
    assert await _texts(api) == ["Anybody there?"]


async def test_commands_are_marked(api: Api, sandbox: Sandbox, maria: Person) -> None:
    maria.says("😀 /help@DoorstepBot and a/b see https://a.example @somebody")
    message = (await api.updates())[-1]["message"]
    assert [(one["type"], one["offset"], one["length"]) for one in message["entities"]] == [
        ("bot_command", 3, 17),
        ("url", 33, 17),
        ("mention", 51, 9),
    ]
    assert sandbox.bot.username == "DoorstepBot"


@pytest.mark.parametrize("new_group_first", [False, True])
async def test_a_group_becomes_a_supergroup(
    api: Api, sandbox: Sandbox, maria: Person, new_group_first: bool
) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    await api.send(group.id, "Shopping", [button("Take it", "t")])
    await api.updates()
    old = group.id
    group.upgrade_to_supergroup(new_group_first=new_group_first)
    assert group.ids == [old, group.id]
    messages = [one["message"] for one in await api.updates()]
    if new_group_first:
        messages.reverse()
    left, came = messages
    assert (left["chat"]["id"], left["migrate_to_chat_id"]) == (old, group.id)
    assert (came["chat"]["id"], came["migrate_from_chat_id"]) == (group.id, old)
    refusal = await api.refused("sendMessage", chat_id=old, text="Hello")
    assert refusal == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": group.id},
    )
    await api.send(group.id, "Hello")
    assert group.texts == ["Shopping", "Hello"]
    assert sandbox.recorder.everything_shown_in(*group.ids) == ["Shopping", "Take it", "Hello"]
    assert not list(sandbox.recorder.unexpected)
    with pytest.raises(NotPossibleError):
        group.upgrade_to_supergroup()


@pytest.mark.parametrize("is_super", [False, True])
async def test_a_bot_that_was_put_out(
    api: Api, sandbox: Sandbox, maria: Person, is_super: bool
) -> None:
    group = sandbox.add_group("Albion helpers", [maria], supergroup=is_super)
    card = await api.send(group.id, "Shopping", [button("Take it", "t")])
    await api.updates()
    group.remove_bot()
    kind = "supergroup" if is_super else "group"
    kicked = (403, f"Forbidden: bot was kicked from the {kind} chat")
    assert (await api.refused("sendMessage", chat_id=group.id, text="Hello"))[:2] == kicked
    edit = {"chat_id": group.id, "message_id": card["message_id"], "text": "Taken"}
    assert (await api.refused("editMessageText", **edit))[:2] == kicked
    maria.says("/link", group)
    maria.taps("Take it", chat=group)
    change = (await api.updates())[-1]["my_chat_member"]
    assert change["new_chat_member"]["status"] == "kicked"
    group.add_bot(maria)
    await api.ok("editMessageText", **edit)
    assert group.sees("Taken")


async def test_a_bot_that_leaves(api: Api, sandbox: Sandbox, maria: Person) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    assert await api.ok("leaveChat", chat_id=group.id) is True
    refusal = await api.refused("sendMessage", chat_id=group.id, text="Hello")
    assert refusal[:2] == (403, "Forbidden: bot is not a member of the group chat")
    refusal = await api.refused("leaveChat", chat_id=maria.id)
    assert refusal.code == 400


@pytest.mark.parametrize("is_super", [False, True])
async def test_a_bot_that_may_not_post(
    api: Api, sandbox: Sandbox, maria: Person, is_super: bool
) -> None:
    group = sandbox.add_group("Albion helpers", [maria], supergroup=is_super)
    await api.updates()
    group.forbid_posting()
    refusal = await api.refused("sendMessage", chat_id=group.id, text="Hello")
    words = "Bad Request: not enough rights to send text messages to the chat"
    assert refusal[:2] == (400, words)
    changes = [one["my_chat_member"]["new_chat_member"]["status"] for one in await api.updates()]
    assert changes == (["restricted"] if is_super else [])
    group.allow_posting()
    await api.send(group.id, "Hello")


async def test_topics(api: Api, sandbox: Sandbox, maria: Person) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    with pytest.raises(NotPossibleError):
        group.add_topic("Requests")
    group.make_forum()
    thread = group.add_topic("Requests")
    await api.updates()
    sent = await api.send(group.id, "Shopping", message_thread_id=thread)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    assert sent["chat"]["is_forum"] is True
    maria.says("/link", group, thread=thread)
    assert (await api.updates())[-1]["message"]["message_thread_id"] == thread
    refusal = await api.refused(
        "sendMessage", chat_id=group.id, text="Shopping", message_thread_id=4711
    )
    assert refusal[:2] == (400, "Bad Request: message thread not found")
    with pytest.raises(NotPossibleError):
        maria.says("/link", group, thread=4711)


async def test_anonymous_admins_are_nobody_until_they_press(
    api: Api, sandbox: Sandbox, maria: Person, tom: Person
) -> None:
    group = sandbox.add_group("Albion helpers", [maria, tom], supergroup=True)
    await api.send(group.id, "Shopping", [button("Take it", "t")])
    with pytest.raises(NotPossibleError):
        tom.says_anonymously("/link Albion", group)
    group.make_admin(tom)
    await api.updates()
    tom.says_anonymously("/link Albion", group)
    tom.taps("Take it", chat=group)
    said, pressed = await api.updates()
    assert said["message"]["from"]["id"] == ANONYMOUS_ADMIN
    assert said["message"]["sender_chat"]["id"] == group.id
    assert pressed["callback_query"]["from"]["id"] == tom.id


async def test_who_is_in_a_group(api: Api, sandbox: Sandbox, maria: Person, tom: Person) -> None:
    group = sandbox.add_group("Albion helpers", [maria])

    async def status(person: int) -> str:
        member = await api.ok("getChatMember", chat_id=group.id, user_id=person)
        return str(member["status"])

    assert await status(maria.id) == "creator"
    await api.refused("getChatMember", chat_id=group.id, user_id=tom.id)
    group.add_member(tom)
    assert await status(tom.id) == "member"
    assert tom.rooms == [tom, group]
    group.remove_member(tom)
    assert await status(tom.id) == "left"
    assert tom.rooms == [tom]
    with pytest.raises(NotPossibleError):
        tom.says("Hello?", group)
    group.make_bot_admin()
    admins = await api.ok("getChatAdministrators", chat_id=group.id)
    assert [one["user"]["first_name"] for one in admins] == ["Maria", "Doorstep"]
    assert await api.ok("getChatMemberCount", chat_id=group.id) == 2
    await api.refused("getChatAdministrators", chat_id=maria.id)
    assert (await api.ok("getChat", chat_id=group.id))["title"] == "Albion helpers"
    assert (await api.ok("getChat", chat_id=maria.id))["type"] == "private"


async def test_only_an_admin_pins(api: Api, sandbox: Sandbox, maria: Person) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    sent = await api.send(group.id, "Shopping")
    card = {"chat_id": group.id, "message_id": sent["message_id"]}
    refusal = await api.refused("pinChatMessage", **card)
    words = "Bad Request: not enough rights to manage pinned messages in the chat"
    assert refusal.description == words
    group.make_bot_admin()
    assert await api.ok("pinChatMessage", **card) is True
    pinned = (await api.ok("getChat", chat_id=group.id))["pinned_message"]
    assert pinned["text"] == "Shopping"
    assert await api.ok("unpinChatMessage", **card) is True
    await api.refused("unpinChatMessage", **card)


async def test_what_is_pinned_stays_in_sight_until_it_is_unpinned_or_gone(
    api: Api, sandbox: Sandbox, maria: Person
) -> None:
    group = sandbox.add_group("Albion helpers", [maria], supergroup=True)
    group.make_bot_admin(can_pin=False)
    cards = [await api.send(group.id, words) for words in ("Shopping", "Post", "Lift")]
    numbers = [card["message_id"] for card in cards]
    await api.refused("pinChatMessage", chat_id=group.id, message_id=numbers[0])
    group.make_bot_admin()
    for number in (*numbers, numbers[0]):
        await api.ok("pinChatMessage", chat_id=group.id, message_id=number)
    assert [message.text for message in group.pinned] == ["Post", "Lift", "Shopping"]
    # Everybody there sees that something was pinned, once for each message.
    told = [message for message in group.messages if message.service is not None]
    assert sum("pinned_message" in (message.service or {}) for message in told) == 3
    refusal = await api.refused("pinChatMessage", chat_id=group.id, message_id=told[-1].number)
    assert refusal.description == "Bad Request: message can't be pinned"
    await api.ok("deleteMessage", chat_id=group.id, message_id=numbers[0])
    assert [message.text for message in group.pinned] == ["Post", "Lift"]
    await api.ok("unpinAllChatMessages", chat_id=group.id)
    assert group.pinned == []


async def test_a_channel(api: Api, sandbox: Sandbox) -> None:
    channel = sandbox.add_channel("Albion news")
    post = channel.posts("Good morning")
    channel.edits(post, "Good evening")
    first, second = await api.updates()
    assert first["channel_post"]["text"] == "Good morning"
    assert second["edited_channel_post"]["text"] == "Good evening"
    await api.send(channel.id, "Shopping")
    assert channel.texts == ["Good evening", "Shopping"]


async def test_the_bot_has_commands_and_a_name(api: Api, sandbox: Sandbox) -> None:
    me = await api.ok("getMe")
    assert (me["id"], me["username"]) == (sandbox.bot.id, "DoorstepBot")
    commands = [{"command": "ask", "description": "Ask for help"}]
    assert await api.ok("setMyCommands", commands=commands, language_code="es") is True
    assert await api.ok("getMyCommands", language_code="es") == commands
    assert await api.ok("getMyCommands") == []
    for wrong in ({"command": "Ask", "description": "x"}, {"command": "ask", "description": ""}):
        await api.refused("setMyCommands", commands=[wrong])
    await api.refused("setMyCommands", commands=commands * 101)
    await api.ok("deleteMyCommands", language_code="es")
    assert await api.ok("getMyCommands", language_code="es") == []
    assert await api.ok("setMyName", name="Doorstep") is True
    assert await api.ok("setMyDescription", description="Ask, and somebody comes") is True
    await api.refused("setMyShortDescription", short_description="x" * 121)
