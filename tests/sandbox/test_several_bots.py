"""Several bots in one sandbox: the same people and groups, and each bot's own of all else."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox.server import Bot, Sandbox

OTHER = "7000000002:another-token-of-no-value-at-all"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(enforce_pace=False) as box:
        yield box


@pytest.fixture
def other(sandbox: Sandbox) -> Bot:
    return sandbox.add_bot(OTHER, "Parish", "ParishBot")


async def _call(sandbox: Sandbox, bot: Bot, method: str, **params: Any) -> dict[str, Any]:
    url = f"{sandbox.address}/bot{bot.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, json=params) as answer:
        found: dict[str, Any] = await answer.json()
        return found


async def _heard(sandbox: Sandbox, bot: Bot) -> list[str]:
    """Return the texts and presses that wait for a bot."""
    updates = (await _call(sandbox, bot, "getUpdates"))["result"]
    parts = [next(each[kind] for kind in each if kind != "update_id") for each in updates]
    return [part.get("text") or part.get("data") or "-" for part in parts]


async def test_each_bot_has_its_own_private_chat_numbers_and_blocks(
    sandbox: Sandbox, other: Bot
) -> None:
    first = sandbox.bots[0]
    ana = sandbox.add_person("Ana")
    ana.says("Hello")
    ana.at(other.account).says("Good morning")
    ana.at(other.account).says("Are you there?")
    assert await _heard(sandbox, first) == ["Hello"]
    assert await _heard(sandbox, other) == ["Good morning", "Are you there?"]
    answers = [
        await _call(sandbox, bot, "sendMessage", chat_id=ana.id, text="Yes")
        for bot in (first, other)
    ]
    assert [each["result"]["message_id"] for each in answers] == [2, 3]
    assert ana.texts == ["Hello", "Yes"]
    ana.blocks_bot()
    refused = await _call(sandbox, first, "sendMessage", chat_id=ana.id, text="Still there?")
    assert refused["error_code"] == 403
    assert (await _call(sandbox, other, "sendMessage", chat_id=ana.id, text="Yes"))["ok"]


async def test_whoever_never_opened_a_chat_with_a_bot_is_not_written_to_by_it(
    sandbox: Sandbox, other: Bot
) -> None:
    ana = sandbox.add_person("Ana")
    ana.says("Hello")
    refused = await _call(sandbox, other, "sendMessage", chat_id=ana.id, text="Hello")
    assert refused["description"] == "Bad Request: chat not found"


async def test_a_group_is_one_for_all_and_a_press_is_for_whose_message_it_is_below(
    sandbox: Sandbox, other: Bot
) -> None:
    ana = sandbox.add_person("Ana")
    group = sandbox.add_group("Elm Park", [ana], supergroup=True)
    group.add_bot(bot=other.account)
    buttons = {"inline_keyboard": [[{"text": "I can", "callback_data": "claim:x"}]]}
    sent = await _call(
        sandbox, other, "sendMessage", chat_id=group.id, text="A card", reply_markup=buttons
    )
    assert sent["ok"]
    for bot in sandbox.bots:
        bot.world.queue.forget_all()
    press = ana.taps("I can", chat=group).press
    assert await _heard(sandbox, sandbox.bots[0]) == []
    assert await _heard(sandbox, other) == ["claim:x"]
    assert press is not None
    wrong = await _call(sandbox, sandbox.bots[0], "answerCallbackQuery", callback_query_id=press.id)
    assert not wrong["ok"]
    assert (await _call(sandbox, other, "answerCallbackQuery", callback_query_id=press.id))["ok"]


async def test_a_command_is_heard_by_whom_it_names_or_by_who_wrote_last(
    sandbox: Sandbox, other: Bot
) -> None:
    ana = sandbox.add_person("Ana")
    group = sandbox.add_group("Elm Park", [ana], supergroup=True)
    group.add_bot(bot=other.account)
    await _call(sandbox, other, "sendMessage", chat_id=group.id, text="Hello")
    for bot in sandbox.bots:
        bot.world.queue.forget_all()
    ana.says("/help", group)
    ana.says("/link@DoorstepBot", group)
    assert await _heard(sandbox, sandbox.bots[0]) == ["/link@DoorstepBot"]
    assert await _heard(sandbox, other) == ["/help"]


async def test_files_are_known_by_other_names_to_each_bot(sandbox: Sandbox, other: Bot) -> None:
    ana = sandbox.add_person("Ana")
    ana.sends_document(b"-", "letter.pdf")
    (update,) = (await _call(sandbox, sandbox.bots[0], "getUpdates"))["result"]
    file = update["message"]["document"]["file_id"]
    assert (await _call(sandbox, sandbox.bots[0], "getFile", file_id=file))["ok"]
    assert not (await _call(sandbox, other, "getFile", file_id=file))["ok"]


async def test_a_token_that_was_revoked_opens_nothing_and_leaves_the_others(
    sandbox: Sandbox, other: Bot
) -> None:
    sandbox.revoke(other)
    assert (await _call(sandbox, other, "getMe"))["error_code"] == 401
    assert (await _call(sandbox, sandbox.bots[0], "getMe"))["ok"]
    assert not sandbox.recorder.violations


async def test_a_link_leads_to_the_bot_that_it_names(sandbox: Sandbox, other: Bot) -> None:
    ana = sandbox.add_person("Ana")
    ana.opens_link("https://t.me/ParishBot?start=word")
    assert await _heard(sandbox, sandbox.bots[0]) == []
    assert await _heard(sandbox, other) == ["/start word"]
