"""Several bots in one service: what happens to one holds up none of the others."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

import pytest

from bot.messengers import TokenRefusedError
from bot.sandbox.mischief import TooManyRequests
from bot.sandbox.people import Person
from bot.sandbox.server import Bot
from handlers.payload import Payload
from storage import blocks, bots, outbox, people
from storage.database import Transaction
from storage.model import FIRST_BOT, Role, WhyBlocked
from storage.outbox import Outgoing, Purpose
from storage.private import PrivateText
from tests.scene import Scene, scene_in

KEPT_OUT: Final = "You cannot ask for help or help here for now."


@dataclass(frozen=True, slots=True)
class Pair:
    """A scene with two bots, and somebody who uses the other one."""

    scene: Scene
    parish: Bot

    def at_parish(self, name: str) -> Person:
        """Bring on somebody who writes to the bot of the parish."""
        return self.scene.person(name).at(self.parish.account)

    async def writes_to_both(self, text: str) -> tuple[Person, Person]:
        """Let one person write to each bot, and wait for the answers."""
        ana, ben = self.scene.person("Ana"), self.at_parish("Ben")
        ana.says(text)
        ben.says(text)
        await self.scene.settles()
        return ana, ben


@asynccontextmanager
async def _pair(
    folder: Path, *, webhook: bool = False, busy_timeout: int = 5000
) -> AsyncIterator[Pair]:
    async with scene_in(folder, webhook=webhook, busy_timeout=busy_timeout) as scene:
        parish = scene.bot("Parish", "St Mary's Parish")
        await scene.restart()
        yield Pair(scene, parish)


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_each_hears_and_answers_its_own(tmp_path: Path, webhook: bool) -> None:
    async with _pair(tmp_path, webhook=webhook) as pair:
        ana, ben = await pair.writes_to_both("/help")
        assert ana.sees("This is what you can do here")
        assert ben.sees("This is what you can do here")
        assert not ana.at(pair.parish.account).from_bot
        assert not ben.at(pair.scene.sandbox.bot).from_bot
        assert pair.scene.service.standing.bots == {FIRST_BOT: True, "parish": True}


async def test_the_webhooks_have_paths_and_secrets_of_their_own(tmp_path: Path) -> None:
    async with _pair(tmp_path, webhook=True) as pair:
        set_for = [
            (call.bot, call.params["url"], call.params["secret_token"])
            for call in pair.scene.sandbox.recorder.of("setWebhook")
        ][-2:]
        (first, own, secret), (other, below, another) = sorted(set_for)
        assert [first, other] == [bot.account.id for bot in pair.scene.sandbox.bots]
        assert below == own.rstrip("/") + "/parish"
        assert secret != another


async def test_somebody_who_uses_both_gets_everything_once_and_goes_on_at_the_other(
    tmp_path: Path,
) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        ana = scene.person("Ana")
        there = ana.at(pair.parish.account)
        ana.says("/language")
        await scene.settles()
        there.says("Español")
        await scene.settles()
        assert [len(each.from_bot) for each in (ana, there)] == [1, 1]
        assert there.sees("español")
        ana.says("/mine")
        await scene.settles()
        assert [len(each.from_bot) for each in (ana, there)] == [2, 1]


async def test_what_waits_is_sent_by_the_bot_that_they_open_next(tmp_path: Path) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        ana = scene.person("Ana")
        there = ana.at(pair.parish.account)
        ana.says("/help")
        await scene.settles()
        ana.blocks_bot()
        await scene.settles()
        await scene.resident(scene.person("Rosa"), await scene.neighbourhood("Elm Park"))
        there.says("/mine")
        await scene.settles()
        assert len(there.from_bot) == 1
        ana.unblocks_bot()
        there.says("/help")
        await scene.settles()
        # To open a chat again is not to write there.
        assert len(there.from_bot) == 2
        assert len(ana.from_bot) == 1


async def test_whoever_blocks_a_bot_that_they_use_no_more_misses_nothing(tmp_path: Path) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        ana = scene.person("Ana")
        there = ana.at(pair.parish.account)
        ana.says("/help")
        await scene.settles()
        there.says("/mine")
        await scene.settles()
        ana.blocks_bot()
        await scene.settles()
        await _tells(scene, ana, "News")
        assert [len(each.from_bot) for each in (ana, there)] == [1, 2]
        # To let the other one in again changes nothing of where they are answered.
        ana.unblocks_bot()
        await scene.settles()
        await _tells(scene, ana, "More news")
        assert [len(each.from_bot) for each in (ana, there)] == [1, 3]


async def _tells(scene: Scene, person: Person, words: str) -> None:
    """Send somebody words that they gave no reason for."""
    now = scene.clock.now()

    async def tell(transaction: Transaction) -> None:
        known = await people.find(transaction, f"telegram:{person.id}")
        assert known is not None
        payload = PrivateText(Payload(text=words).model_dump_json())
        message = Outgoing(known.chat_id, "send", Purpose.NEWS, payload)
        await outbox.add(transaction, [message], now)

    await scene.transact(tell)
    await scene.settles()


async def test_whoever_the_scheme_blocks_is_blocked_at_every_bot(tmp_path: Path) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        ana = scene.person("Ana")
        there = ana.at(pair.parish.account)
        ana.says("/ask")
        await scene.settles()
        known = await scene.transact(lambda each: people.find(each, f"telegram:{ana.id}"))
        assert known is not None
        who, now = known.id, scene.clock.now()
        await scene.transact(lambda each: blocks.block(each, who, WhyBlocked.MISUSE, who, now))
        for phone in (there, ana):
            phone.says("/ask")
            await scene.settles()
            assert KEPT_OUT in (phone.from_bot[-1].text or "")
        await scene.transact(lambda each: blocks.unblock(each, who, who, now))
        for phone in (there, ana):
            phone.says("/ask")
            await scene.settles()
            assert KEPT_OUT not in (phone.from_bot[-1].text or "")


async def test_a_bot_that_is_told_to_wait_does_not_slow_the_other(tmp_path: Path) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        people = [scene.person(f"Ana{number}") for number in range(4)]
        others = [pair.at_parish(f"Ben{number}") for number in range(4)]
        asked = [TooManyRequests(300)] * len(people)
        scene.sandbox.mischief.next_calls("sendMessage", *asked)
        begun = scene.clock.now()
        for each in (*people, *others):
            each.says("/help")
        while not all(each.from_bot for each in others):
            assert scene.clock.now() - begun < timedelta(seconds=30)
            await scene.wakes()
        assert [len(each.from_bot) for each in others] == [1] * len(others)
        assert [len(each.from_bot) for each in people] == [0] * len(people)
        scene.clock.move(timedelta(seconds=301))
        await scene.settles()
        assert [len(each.from_bot) for each in people] == [1] * len(people)


async def test_a_bot_whose_api_is_silent_does_not_stop_the_other(tmp_path: Path) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        now = scene.clock.now()
        pair.parish.mischief.be_silent(now + timedelta(hours=1))
        ana = scene.person("Ana")
        ana.says("/help")
        for _ in range(200):
            if ana.from_bot:
                break
            await scene.wakes()
        assert len(ana.from_bot) == 1
        await scene.restart()
        ana.says("/help")
        for _ in range(200):
            if len(ana.from_bot) > 1:
                break
            await scene.wakes()
        assert scene.service.standing.bots == {FIRST_BOT: True, "parish": False}
        pair.parish.mischief.speak()
        ben = pair.at_parish("Ben")
        ben.says("/help")
        await scene.settles()
        assert len(ben.from_bot) == 1


async def test_a_token_that_was_revoked_leaves_the_others_at_work(tmp_path: Path) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        ana, ben = await pair.writes_to_both("/help")
        scene.errors_expected = True
        scene.sandbox.revoke(pair.parish)
        ben.says("/mine")
        await scene.wakes()
        ana.says("/mine")
        await scene.settles()
        assert len(ana.from_bot) == 2
        assert scene.service.standing.bots == {FIRST_BOT: True, "parish": False}
        said = [record.getMessage() for record in scene.errors.records]
        assert said == ["the token of a bot is not known to Telegram; put its new one into .env"]
        await scene.restart()
        ana.says("/help")
        await scene.settles()
        assert len(ana.from_bot) == 3


@pytest.mark.sqlite("a lock on the whole file")
async def test_a_token_that_was_revoked_while_the_database_is_away(tmp_path: Path) -> None:
    async with _pair(tmp_path, webhook=True, busy_timeout=20) as pair:
        scene = pair.scene
        await scene.settles()
        scene.errors_expected = True
        with closing(sqlite3.connect(tmp_path / "doorstep.sqlite", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            scene.sandbox.revoke(pair.parish)
            # It is asked once a minute how its webhook stands.
            while scene.service.standing.bots["parish"]:
                await _moment(scene)
            for _ in range(5):
                await _moment(scene)
        ana = scene.person("Ana")
        ana.says("/help")
        for _ in range(20):
            await _moment(scene)
        assert len(ana.from_bot) == 1


async def _moment(scene: Scene) -> None:
    """Let the next sleeper wake, though updates lie there that nobody fetches."""
    await asyncio.sleep(0.02)
    if (waking := scene.clock.next_waking) is not None:
        scene.clock.move_to(waking)


async def test_no_link_leads_to_a_bot_whose_token_was_revoked(tmp_path: Path) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        cora = scene.person("Cora")
        await scene.appoint(cora, Role.CONTACT, "St Mary's Parish")
        assert f"t.me/{pair.parish.account.username}?" in await _invitation(scene, cora)
        scene.errors_expected = True
        scene.sandbox.revoke(pair.parish)
        pair.at_parish("Ben").says("/help")
        while scene.service.standing.bots["parish"]:
            await _moment(scene)
        assert f"t.me/{scene.sandbox.bot.username}?" in await _invitation(scene, cora)


async def _invitation(scene: Scene, person: Person) -> str:
    """Have somebody make a link that appoints, by the first buttons; returns what they read."""
    person.says("/invite")
    await scene.settles()
    while "t.me/" not in (text := person.from_bot[-1].text or ""):
        person.taps(person.from_bot[-1].labels[0])
        await scene.settles()
    return text


async def test_without_any_good_token_the_service_does_not_begin(tmp_path: Path) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        await scene.stop()
        for bot in scene.sandbox.bots:
            scene.sandbox.revoke(bot)
        with pytest.raises(TokenRefusedError):
            await scene.start()
        for bot in scene.sandbox.bots:
            scene.sandbox.let_in(bot)
        await scene.start()


async def test_what_is_for_a_bot_that_is_gone_from_the_settings_waits_for_it(
    tmp_path: Path,
) -> None:
    async with _pair(tmp_path) as pair:
        scene = pair.scene
        owner = scene.owner("Olive").at(pair.parish.account)
        owner.says("/help")
        await scene.settles()
        told = len(owner.from_bot)
        known, scene.more_tokens = scene.more_tokens, ()
        await scene.restart()
        left = await scene.transact(
            lambda transaction: bots.left_behind(transaction.connection.execute, {FIRST_BOT})
        )
        assert left == [bots.Left("parish", 1, 0)]
        group = scene.group("Elm Park", [scene.person("Ana")])
        await scene.neighbourhood("Elm Park", group)
        group.remove_bot()
        await scene.transact(lambda transaction: bots.let_rest(transaction, {FIRST_BOT}))
        await scene.stop()
        scene.more_tokens = known
        await scene.start()
        await scene.settles()
        assert len(owner.from_bot) == told + 1
        assert not owner.at(scene.sandbox.bot).from_bot
