"""aiogram, which knows Bot API 10.3, reads all that the sandbox says and calls it over HTTP.

All that needs aiogram is in this module, for importing it takes seconds.
"""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    ChatFullInfo,
    File,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    Update,
    User,
    WebhookInfo,
)
from aiogram.utils.chat_member import ChatMemberAdapter
from pydantic import BaseModel

from bot.sandbox.mischief import TooManyRequests
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.things import PICTURE
from tests.sandbox.gallery import collect

_CLASSES: dict[str, type[BaseModel]] = {
    "Message": Message,
    "User": User,
    "WebhookInfo": WebhookInfo,
    "ChatFullInfo": ChatFullInfo,
    "File": File,
    "BotCommand": BotCommand,
}


def _unknown_fields(model: BaseModel) -> list[str]:
    """Return the fields, at any depth, that aiogram does not know."""
    unknown = list(model.model_extra or {})
    for value in (getattr(model, name) for name in type(model).model_fields):
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, BaseModel):
                unknown += _unknown_fields(part)
    return unknown


async def test_every_payload_is_read() -> None:
    gallery = await collect()
    for update in gallery.updates:
        assert _unknown_fields(Update.model_validate(update)) == []
    for kind, result in gallery.results:
        for item in result if isinstance(result, list) else [result]:
            if not isinstance(item, dict):
                continue
            if "ChatMember" in kind:
                read: BaseModel = ChatMemberAdapter.validate_python(item)
            else:
                read = _CLASSES[kind.removeprefix("Array of ")].model_validate(item)
            assert _unknown_fields(read) == []


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.address))
    async with Bot(sandbox.token, session=session) as bot:
        yield bot


async def test_it_carries_a_conversation(bot: Bot, sandbox: Sandbox, maria: Person) -> None:
    updates = await bot.get_updates(allowed_updates=["message", "callback_query"])
    assert updates[0].message is not None
    assert updates[0].message.text == "/start"
    row = [InlineKeyboardButton(text="Yes", callback_data="y")]
    markup = InlineKeyboardMarkup(inline_keyboard=[row])
    sent = await bot.send_message(
        maria.id, "<b>Sure</b>?", parse_mode="HTML", reply_markup=markup, protect_content=True
    )
    maria.taps("Yes")
    (pressed,) = await bot.get_updates(offset=updates[-1].update_id + 1)
    assert pressed.callback_query is not None
    assert await bot.answer_callback_query(pressed.callback_query.id, "Good", show_alert=True)
    await bot.edit_message_text("Settled", chat_id=maria.id, message_id=sent.message_id)
    await bot.delete_message(maria.id, sent.message_id)
    await bot.send_photo(maria.id, BufferedInputFile(PICTURE, "receipt.png"), caption="Receipt")
    file = await bot.send_document(maria.id, BufferedInputFile(b"milk", "list.txt"))
    assert file.document is not None
    fetched = await bot.download(file.document)
    assert fetched is not None
    assert fetched.read() == b"milk"
    assert maria.toasts[0].is_alert
    assert not sandbox.recorder.violations


async def test_it_looks_around(bot: Bot, sandbox: Sandbox, maria: Person) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    assert (await bot.get_me()).username == "DoorstepBot"
    assert (await bot.get_chat(group.id)).title == "Albion helpers"
    assert (await bot.get_chat_member(group.id, maria.id)).status == "creator"
    assert len(await bot.get_chat_administrators(group.id)) == 1
    await bot.set_my_commands([BotCommand(command="ask", description="Ask for help")])
    assert (await bot.get_my_commands())[0].command == "ask"
    await bot.send_location(maria.id, 53.4, -2.2)
    await bot.send_chat_action(maria.id, "typing")
    await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).url == ""
    await bot.leave_chat(group.id)
    assert not sandbox.recorder.violations


async def test_it_recognises_each_refusal(bot: Bot, sandbox: Sandbox, maria: Person) -> None:
    group = sandbox.add_group("Albion helpers", [maria])
    old = group.id
    group.upgrade_to_supergroup()
    sandbox.mischief.next_calls("sendMessage", TooManyRequests(7))
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(maria.id, "Hello")
    with pytest.raises(TelegramMigrateToChat) as moved:
        await bot.send_message(old, "Hello")
    assert moved.value.migrate_to_chat_id == group.id
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(99, "Hello")
    group.remove_bot()
    with pytest.raises(TelegramForbiddenError, match="kicked"):
        await bot.send_message(group.id, "Hello")
