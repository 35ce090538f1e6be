"""What the bot hears of all that happens, and under which rules."""

from bot.sandbox.payloads import (
    member_change_payload,
    message_payload,
    press_payload,
    user_payload,
)
from bot.sandbox.world import Account, Chat, Member, Message, Press, Standing, World


def bot_hears(world: World, message: Message) -> bool:
    """Say whether the bot gets a message, as privacy mode has it in groups.

    A bot that is not an admin gets commands that are not another bot's, answers to itself, and
    service messages (https://core.telegram.org/bots/features#privacy-mode). Of several bots only
    the one that wrote there last hears a command that names none.
    """
    chat = message.chat
    if chat.is_private:
        return True
    member = chat.member(world.bot)
    if member is None or not member.is_inside:
        return False
    if member.is_admin or message.service is not None:
        return True
    if message.reply_to is not None and message.reply_to.sender is world.bot:
        return True
    first_word = (message.text or "").split(maxsplit=1)[:1]
    if not first_word or not first_word[0].startswith("/"):
        return False
    _, _, addressed = first_word[0].partition("@")
    if addressed:
        return addressed.lower() == (world.bot.username or "").lower()
    by_bots = (one.sender for one in reversed(chat.messages.values()) if _is_by_bot(one))
    return next(by_bots, world.bot) is world.bot


def _is_by_bot(message: Message) -> bool:
    return message.service is None and message.sender is not None and message.sender.is_bot


def tell_message(world: World, message: Message) -> None:
    """Queue a message for every bot that may hear it."""
    for each in world.concerned(message.chat):
        if bot_hears(each, message):
            if message.sender is not None:
                each.accounts[message.sender.id].is_known = True
            kind = "channel_post" if message.chat.kind == "channel" else "message"
            each.queue.put(kind, message_payload(message))


def tell_edit(world: World, message: Message) -> None:
    """Queue a changed message for every bot that may hear it."""
    for each in world.concerned(message.chat):
        if bot_hears(each, message):
            kind = "edited_channel_post" if message.chat.kind == "channel" else "edited_message"
            each.queue.put(kind, message_payload(message))


def tell_press(world: World, press: Press, *, accessible: bool) -> None:
    """Queue a press for the bot below whose message the button is."""
    member = press.chat.member(world.bot)
    if not press.chat.is_private and (member is None or not member.is_inside):
        return
    world.accounts[press.person.id].is_known = True
    world.add_press(press)
    world.queue.put("callback_query", press_payload(press, accessible=accessible))


def change_standing(
    world: World,
    chat: Chat,
    by: Account,
    account: Account,
    standing: Standing,
    *,
    can_pin: bool = True,
) -> None:
    """Change how somebody stands in a chat, and tell the bot as far as it is told."""
    before = chat.members.get(account.id) or Member(account, "left")
    after = Member(account, standing, can_pin=can_pin)
    chat.members[account.id] = after
    world.version += 1
    payload = member_change_payload(chat, by, before, after, int(world.seconds()))
    for each in world.concerned(chat):
        if account is each.bot:
            each.accounts[by.id].is_known = True
            each.queue.put("my_chat_member", payload)
            continue
        bot_member = chat.member(each.bot)
        if bot_member is not None and bot_member.is_admin:
            each.queue.put("chat_member", payload)


def tell_private_door(world: World, person: Account, *, is_open: bool) -> None:
    """Tell the bot that a person has blocked it, or has let it in again."""
    blocked, open_ = Member(world.bot, "kicked"), Member(world.bot, "member")
    before, after = (blocked, open_) if is_open else (open_, blocked)
    chat = world.chats[person.id]
    payload = member_change_payload(chat, person, before, after, int(world.seconds()))
    world.queue.put("my_chat_member", payload)


def joined(world: World, chat: Chat, by: Account, account: Account) -> Message:
    """Post and tell the service message that somebody came into a group."""
    for each in world.concerned(chat):
        each.accounts[account.id].is_known = True
    service = {"new_chat_members": [user_payload(account)]}
    message = world.post(Message(chat=chat, sender=by, service=service))
    tell_message(world, message)
    return message


def left(world: World, chat: Chat, by: Account, account: Account) -> Message:
    """Post and tell the service message that somebody left a group."""
    service = {"left_chat_member": user_payload(account)}
    message = world.post(Message(chat=chat, sender=by, service=service))
    tell_message(world, message)
    return message
