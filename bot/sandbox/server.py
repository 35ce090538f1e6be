"""The sandbox itself: a Bot API server on this machine's loopback address."""

import random
from types import TracebackType
from typing import Self

from aiohttp import web

from bot.clock import Clock, SystemClock
from bot.sandbox.bot_api import BotApi, Rules
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


class Sandbox:
    """Telegram in a box, for one bot.

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
        clock = clock or SystemClock()
        bot = Account(
            id=int(token.partition(":")[0]), name=bot_name, username=bot_username, is_bot=True
        )
        # Mischief is for tests, which must be repeatable, and keeps no secret.
        rng = rng or random.Random(0)  # noqa: S311
        self.mischief = Mischief(clock, rng)
        queue = UpdateQueue(clock, self.mischief.delivers_again)
        self.token = token
        webhook = Webhook(clock, queue, rng, self.mischief.silent_for)
        self.world = World(clock, bot, queue, webhook, keep=keep_history)
        self.recorder = Recorder(self.world.shown, keep=keep_history)
        self.people: list[Person] = []
        self.groups: list[Group] = []
        self._port = port
        self._runner: web.AppRunner | None = None
        self._api = BotApi(
            self.world,
            Pace(clock, is_enforced=enforce_pace),
            self.mischief,
            self.recorder,
            Rules(token=token, check_calls=check_calls),
        )
        self._control = Control(self)

    @property
    def address(self) -> str:
        """Where the sandbox listens, such as `http://127.0.0.1:8123`."""
        return f"http://{HOST}:{self._port}"

    @property
    def bot(self) -> Account:
        return self.world.bot

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
        self._api.add_routes(app)
        self._control.add_routes(app)
        # A bot that hangs up must not leave a poll behind that still waits for updates.
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """End what waits, and listen no more."""
        self.world.queue.close()
        await self.world.webhook.close()
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
