"""The sandbox itself: a Bot API server on this machine's loopback address."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.clock import Clock, SystemClock
from bot.sandbox.bot_api import BotApi, BotApis
from bot.sandbox.control import Control
from bot.sandbox.groups import Channel, Group
from bot.sandbox.mischief import Mischief
from bot.sandbox.pace import Pace
from bot.sandbox.people import Person
from bot.sandbox.recorder import Recorder
from bot.sandbox.schema import Json
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import Account, Chat, Member, World

HOST = "127.0.0.1"
#: Looks like a token and opens nothing anywhere else.
TEST_TOKEN = "7000000001:sandbox-token-of-no-value-anywhere"  # noqa: S105 - see the line above


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot: its token, the world as it knows it, and what goes wrong with its calls."""

    token: str
    world: World
    mischief: Mischief

    @property
    def account(self) -> Account:
        return self.world.bot


class Sandbox:
    """Telegram in a box, for one bot or several.

    `check_calls` checks every call against the description of the Bot API, `enforce_pace` refuses
    what is sent too fast, and `keep_history` remembers everything; a long benchmark turns them off.
    The base address of the Bot API is `address + "/bot"`.
    """

    def __init__(  # noqa: PLR0913 - each is a switch by its own name
        self,
        *,
        clock: Clock | None = None,
        token: str = TEST_TOKEN,
        rng: random.Random | None = None,
        port: int = 0,
        bot_name: str = "Doorstep",
        bot_username: str = "DoorstepBot",
        check_calls: bool = True,
        enforce_pace: bool = True,
        keep_history: bool = True,
    ) -> None:
        self._clock = clock or SystemClock()
        # Mischief is for tests, which must be repeatable, and keeps no secret.
        self._rng = rng or random.Random(0)  # noqa: S311 - of a toy
        self._check_calls, self._enforce_pace = check_calls, enforce_pace
        self._keep_history = keep_history
        self.recorder = Recorder(keep=keep_history)
        self.people: list[Person] = []
        self.groups: list[Group] = []
        self._port = port
        self._runner: web.AppRunner | None = None
        self._apis = BotApis(self.recorder, self._clock)
        self._opened: dict[str, BotApi] = {}
        #: Every bot, the first one first.
        self.bots: list[Bot] = []
        self.token = token
        first = self._made(token, bot_name, bot_username)
        self.world, self.mischief = first.world, first.mischief
        self._control = Control(self)

    @property
    def address(self) -> str:
        """Where the sandbox listens, such as `http://127.0.0.1:8123`."""
        return f"http://{HOST}:{self._port}"

    @property
    def bot(self) -> Account:
        return self.world.bot

    def add_bot(self, token: str, name: str, username: str) -> "Bot":
        """Add another bot, with a token of its own, among the same people and groups."""
        return self._made(token, name, username)

    def revoke(self, bot: "Bot") -> None:
        """Let the token of a bot open nothing any more."""
        self._apis.revoke(bot.token)

    def let_in(self, bot: "Bot") -> None:
        """Let the token of a bot that was revoked be good again."""
        self._apis.add(bot.token, self._opened[bot.token])

    def _made(self, token: str, name: str, username: str) -> "Bot":
        number = int(token.partition(":")[0])
        account = Account(id=number, name=name, username=username, is_bot=True)
        mischief = Mischief(self._clock, self._rng)
        queue = UpdateQueue(self._clock, mischief.delivers_again)
        webhook = Webhook(self._clock, queue, self._rng, mischief.silent_for)
        beside = self.bots[0].world if self.bots else None
        keep = self._keep_history
        world = World(self._clock, account, queue, webhook, keep=keep, beside=beside)
        if beside is None:
            self.recorder.watch(world.shown)
        pace = Pace(self._clock, is_enforced=self._enforce_pace)
        checks = self._check_calls
        api = BotApi(world, pace, mischief, self.recorder, check_calls=checks)
        self._apis.add(token, api)
        self._opened[token] = api
        bot = Bot(token, world, mischief)
        self.bots.append(bot)
        return bot

    @property
    def waiting(self) -> int:
        """How many updates wait for any bot whose token is good."""
        return sum(len(each.world.queue) for each in self.bots if self._apis.knows(each.token))

    @property
    def version(self) -> int:
        """A number that rises whenever something has changed that a phone shows."""
        return sum(each.world.version for each in self.bots)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen on the port, or on any free one."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        self._apis.add_routes(app)
        self._control.add_routes(app)
        # A bot that hangs up must not leave a poll behind that still waits for updates.
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5
        )
        await self._runner.setup()
        await self._listen(self._runner)

    async def _listen(self, runner: web.AppRunner) -> None:
        await web.TCPSite(runner, HOST, self._port).start()
        self._port = runner.addresses[0][1]

    async def hang_up(self) -> None:
        """End every connection, also those over which a call is under way."""
        server = self._runner and self._runner.server
        for connection in server.connections if server else ():
            connection.force_close()
            if connection.transport is not None:
                connection.transport.abort()
        # Those at the other end see it with the next look at their sockets.
        await asyncio.sleep(0.01)

    @contextlib.asynccontextmanager
    async def refuses_connections(self) -> AsyncIterator[None]:
        """End every connection and refuse new ones, as where nobody listens at the port."""
        runner = self._runner
        assert runner is not None  # noqa: S101 - it has to be started
        for site in list(runner.sites):
            await site.stop()
        await self.hang_up()
        try:
            yield
        finally:
            await self._listen(runner)

    async def stop(self) -> None:
        """End what waits, and listen no more."""
        for bot in self.bots:
            bot.world.queue.close()
            await bot.world.webhook.close()
        await self._control.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def add_person(
        self,
        name: str,
        language: str | None = "en",
        username: str | None = None,
        *,
        account: int | None = None,
    ) -> Person:
        """Add a person with a phone, who has not yet started the bot."""
        added = self.world.add_account(name, language, account)
        added.username = username
        person = Person(self.world, added, self.groups, self.mischief)
        self.people.append(person)
        return person

    def add_group(
        self,
        title: str,
        members: list[Person],
        *,
        forum: bool = False,
        supergroup: bool = False,
        with_bot: bool = True,
    ) -> Group:
        """Add a group of people, the first of whom owns it; the bot is added by them."""
        chat = self.world.add_chat("supergroup" if forum or supergroup else "group", title)
        group = Group(self.world, chat, members[0].account)
        for person in members:
            chat.members[person.account.id] = Member(person.account)
        chat.members[members[0].account.id] = Member(members[0].account, "creator")
        chat.is_forum = forum
        self.groups.append(group)
        if with_bot:
            group.add_bot()
        return group

    def add_channel(self, title: str) -> Channel:
        """Add a channel with the bot as an admin."""
        chat: Chat = self.world.add_chat("channel", title)
        chat.members[self.bot.id] = Member(self.bot, "administrator")
        return Channel(self.world, chat)

    def inject_update(self, update: Json) -> int:
        """Put an update into the stream as it is, however strange, and return its number."""
        return self.world.queue.inject(update)

    def person(self, account: int) -> Person:
        """Return a person by the number of their account; raises KeyError."""
        for person in self.people:
            if person.account.id == account:
                return person
        raise KeyError(account)
