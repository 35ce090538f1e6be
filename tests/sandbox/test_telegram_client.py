"""python-telegram-bot reads all that the sandbox says, and calls each method over HTTP."""

import pytest
from telegram import (
    Bot,
    BotCommand,
    Chat,
    ChatFullInfo,
    ChatMember,
    File,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    TelegramObject,
    Update,
    User,
    WebhookInfo,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from bot.sandbox.mischief import TooManyRequests
from bot.sandbox.people import Person
from bot.sandbox.schema import bot_api
from bot.sandbox.server import Sandbox
from bot.sandbox.things import PICTURE
from tests.sandbox.gallery import collect

_CLASSES: dict[str, type[TelegramObject]] = {
    "Message": Message,
    "User": User,
    "WebhookInfo": WebhookInfo,
    "ChatFullInfo": ChatFullInfo,
    "ChatMember": ChatMember,
    "File": File,
    "BotCommand": BotCommand,
}
_KINDS = {
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "callback_query",
    "my_chat_member",
    "chat_member",
}


async def test_every_payload_fits_the_description_and_is_read() -> None:
    gallery = await collect()
    assert {kind for one in gallery.updates for kind in one} == {*_KINDS, "update_id"}
    for update in gallery.updates:
        assert bot_api().complaint("Update", update) is None, update
        read = Update.de_json(update)
        assert read.effective_chat is not None
        assert not read.api_kwargs
    for kind, result in gallery.results:
        assert bot_api().complaint(kind, result) is None, (kind, result)
        items = result if isinstance(result, list) else [result]
        for item in items:
            if isinstance(item, dict):
                assert _CLASSES[kind.removeprefix("Array of ")].de_json(item) is not None


@pytest.fixture
def bot(sandbox: Sandbox) -> Bot:
    address = f"{sandbox.address}/bot"
    return Bot(sandbox.token, base_url=address, base_file_url=f"{sandbox.address}/file/bot")


async def test_it_carries_a_conversation(bot: Bot, sandbox: Sandbox, maria: Person) -> None:
    async with bot:
        assert bot.username == "DoorstepBot"
        updates = await bot.get_updates()
        assert updates[0].message is not None
        assert updates[0].message.text == "/start"
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
        sent = await bot.send_message(
            maria.id,
            "<b>Sure</b>?",
            parse_mode="HTML",
            reply_markup=markup,
            protect_content=True,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_parameters=ReplyParameters(updates[0].message.message_id),
        )
        maria.taps("Yes")
        (pressed,) = await bot.get_updates(offset=updates[-1].update_id + 1)
        assert pressed.callback_query is not None
        assert await bot.answer_callback_query(pressed.callback_query.id, "Good")
        edited = await bot.edit_message_text("Settled", maria.id, sent.message_id)
        assert isinstance(edited, Message)
        await bot.edit_message_reply_markup(maria.id, sent.message_id, reply_markup=markup)
        assert await bot.delete_message(maria.id, sent.message_id)
    assert maria.toasts[0].text == "Good"
    assert not sandbox.recorder.violations


async def test_it_sends_files_and_looks_around(bot: Bot, sandbox: Sandbox, maria: Person) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    group.make_bot_admin()
    async with bot:
        await bot.send_photo(maria.id, PICTURE, caption="Receipt")
        sent = await bot.send_document(maria.id, b"milk", filename="list.txt")
        assert sent.document is not None
        file = await bot.get_file(sent.document.file_id)
        assert bytes(await file.download_as_bytearray()) == b"milk"
        await bot.send_location(maria.id, 53.4, -2.2)
        await bot.send_chat_action(maria.id, "typing")
        assert (await bot.get_chat(group.id)).type == Chat.GROUP
        assert (await bot.get_chat_member(group.id, maria.id)).status == ChatMember.OWNER
        assert len(await bot.get_chat_administrators(group.id)) == 2
        card = await bot.send_message(group.id, "Shopping")
        await bot.pin_chat_message(group.id, card.message_id)
        await bot.unpin_chat_message(group.id, card.message_id)
        await bot.set_my_commands([BotCommand("ask", "Ask for help")])
        assert [one.command for one in await bot.get_my_commands()] == ["ask"]
        await bot.set_my_name("Doorstep")
        await bot.set_my_description("Ask")
        await bot.set_my_short_description("Ask")
        await bot.delete_webhook(drop_pending_updates=True)
        assert (await bot.get_webhook_info()).pending_update_count == 0
        await bot.leave_chat(group.id)
    assert not sandbox.recorder.violations


async def test_it_recognises_each_refusal(
    bot: Bot, sandbox: Sandbox, maria: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    # How the library gives out waits from its next major version on; the older way warns.
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    group = sandbox.add_group("Albion helpers", [maria])
    old = group.id
    group.upgrade_to_supergroup()
    sandbox.mischief.next_calls("sendMessage", TooManyRequests(7))
    async with bot:
        with pytest.raises(RetryAfter):
            await bot.send_message(maria.id, "Hello")
        with pytest.raises(ChatMigrated) as moved:
            await bot.send_message(old, "Hello")
        assert moved.value.new_chat_id == group.id
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(99, "Hello")
        group.remove_bot()
        with pytest.raises(Forbidden, match="kicked"):
            await bot.send_message(group.id, "Hello")
