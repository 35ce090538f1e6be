"""Methods that tell about the bot itself, about chats and about who is in them."""

import json

from bot.sandbox.access import chat_of, check_presence
from bot.sandbox.hearing import change_standing
from bot.sandbox.payloads import chat_payload, member_payload, message_payload, user_payload
from bot.sandbox.refusals import bad_request
from bot.sandbox.schema import Json
from bot.sandbox.world import Chat, Member, World

_COMMANDS_LIMIT = 100
_TEXT_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def get_me(world: World, _params: Json) -> Json:
    """`getMe`: a bot that may join groups and, in privacy mode, does not read everything there."""
    return {
        **user_payload(world.bot),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_webhook(world: World, params: Json) -> bool:
    """`setWebhook`: from now on updates are sent there; without an address, as `deleteWebhook`."""
    world.webhook.set(params)
    return True


def delete_webhook(world: World, params: Json) -> bool:
    """`deleteWebhook`: what waits is kept, or dropped where that is asked for."""
    world.webhook.set({"drop_pending_updates": params.get("drop_pending_updates")})
    return True


def get_webhook_info(world: World, _params: Json) -> Json:
    """`getWebhookInfo`."""
    return world.webhook.info()


def set_my_commands(world: World, params: Json) -> bool:
    """`setMyCommands`, for each scope and language of its own."""
    commands: list[Json] = params["commands"]
    if len(commands) > _COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name = command["command"].removeprefix("/")
        if not (1 <= len(name) <= 32 and name.isascii() and name.replace("_", "a").isalnum()):
            raise bad_request("BOT_COMMAND_INVALID")
        if name != name.lower():
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_commands_key(params)] = commands
    return True


def get_my_commands(world: World, params: Json) -> list[Json]:
    """`getMyCommands` of one scope and language."""
    return world.commands.get(_commands_key(params), [])


def delete_my_commands(world: World, params: Json) -> bool:
    """`deleteMyCommands` of one scope and language."""
    world.commands.pop(_commands_key(params), None)
    return True


def _commands_key(params: Json) -> str:
    scope = params.get("scope") or {"type": "default"}
    return json.dumps([scope, params.get("language_code") or ""], sort_keys=True)


def set_my_text(_world: World, params: Json) -> bool:
    """`setMyName`, `setMyDescription` and `setMyShortDescription`."""
    for name, limit in _TEXT_LIMITS.items():
        if len(params.get(name) or "") > limit:
            raise bad_request(f"{name.upper()}_TOO_LONG")
    return True


def get_file(world: World, params: Json) -> Json:
    """`getFile`."""
    return world.files.description(params["file_id"])


def get_chat(world: World, params: Json) -> Json:
    """`getChat`."""
    chat = chat_of(world, params)
    if not chat.is_private:
        check_presence(world, chat)
    full: Json = {
        **chat_payload(chat),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    pinned = chat.messages.get(chat.pinned[-1]) if chat.pinned else None
    if pinned is not None:
        full["pinned_message"] = message_payload(pinned)
    return full


def get_chat_member(world: World, params: Json) -> Json:
    """`getChatMember`; somebody known who was never there has left."""
    chat = chat_of(world, params)
    check_presence(world, chat)
    account = world.accounts.get(params["user_id"])
    if account is None:
        raise bad_request("invalid user_id specified")
    if chat.is_private:
        if account not in (world.bot, chat.person):
            raise bad_request("member not found")
        return member_payload(Member(account))
    member = chat.member(account)
    if member is None and not (account.is_known or account.has_started):
        raise bad_request("invalid user_id specified")
    return member_payload(member or Member(account, "left"))


def get_chat_administrators(world: World, params: Json) -> list[Json]:
    """`getChatAdministrators`, bots left out but for this one."""
    return [
        member_payload(member)
        for member in _group(world, params).members.values()
        if member.is_admin
    ]


def get_chat_member_count(world: World, params: Json) -> int:
    """`getChatMemberCount`."""
    members = _group(world, params).members.values()
    return sum(member.is_inside for member in members)


def _group(world: World, params: Json) -> Chat:
    chat = chat_of(world, params)
    check_presence(world, chat)
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return chat


def leave_chat(world: World, params: Json) -> bool:
    """`leaveChat`; the bot hears of its own leaving as of any other."""
    chat = chat_of(world, params)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    check_presence(world, chat)
    change_standing(world, chat, world.bot, world.bot, "left")
    return True
