"""The running service: a bot or several, one database, and what works between them."""

import asyncio
import contextlib
import logging
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from bot.backoff import PatientDatabase
from bot.clock import Clock
from bot.configuration import Configuration
from bot.crew import Crew
from bot.handling import Handlers, real_handlers
from bot.log import name_of
from bot.messengers import Messenger, TokenRefusedError
from bot.observing import Onlookers
from bot.one_bot import OneBot, why
from bot.parts import Means, Part, Role
from bot.receiving import Receiving
from bot.sending import Sending
from bot.timekeeping import Timekeeping
from handlers.house import House
from handlers.texts import Texts
from storage import bots, due_work, resting
from storage.company import Company
from storage.database import Database, Transaction
from storage.failures import DatabaseUnavailableError

if TYPE_CHECKING:
    from bot.door import Door

_LOG = logging.getLogger(__name__)

#: How long what is under way may take to end, in seconds of the machine's own time.
PATIENCE: Final = 5.0
#: How often the service shows that it is alive, in seconds.
HEARTBEAT: Final = 60
#: Clocks of several machines may differ by so much.
SET_BACK: Final = timedelta(seconds=5)
#: How often it is looked whether something is to be sent by bots that are not there, in seconds.
HOUR: Final = 3600
#: What a service does by itself.
ALL_ROLES: Final = frozenset(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands with a service: whether it has begun, whether its loops run, its sign of life.

    `waiting` are the updates in memory and not dealt with, `leaving` the messages under way. `bots`
    says of each whether it is connected and its token good.
    """

    has_begun: bool
    is_running: bool
    alive_at: datetime
    waiting: int = 0
    leaving: int = 0
    bots: Mapping[str, bool] = field(default_factory=dict)


@dataclass
class Service:
    """Runs while it is entered. The messengers, the database and the clock are its own until then.

    `random` makes tokens and references, and spreads pauses. `onlookers` hear of every step after
    which a crash may come, and of whatever can be counted. In the `company` of other processes it
    may do only part of what there is to do: what its `roles` are. `more` are further bots: none of
    them holds up or ends another.
    """

    configuration: Configuration
    messenger: Messenger
    database: Database
    clock: Clock
    random: Random
    _: KW_ONLY
    texts: Texts = field(default_factory=Texts)
    handlers: Handlers = field(default_factory=real_handlers)
    onlookers: Onlookers = field(default_factory=Onlookers)
    roles: Collection[Role] = ALL_ROLES
    company: Company | None = None
    more: Sequence[Messenger] = ()

    def __post_init__(self) -> None:
        self._has_begun = False
        self._alive_at = self.clock.now()
        #: Waits for the database, where that of the database says that it is away.
        self._transact = PatientDatabase(
            self.database.transact, self.clock, self.random, self.onlookers.observer
        )
        self._crew = Crew()
        #: The bots and what keeps time, once it is entered.
        self.bots: list[OneBot] = []
        self.timekeeping: list[Timekeeping] = []
        self._connections: dict[OneBot, asyncio.Task[None]] = {}
        self._links: dict[str, Callable[[str], str]] = {}

    async def __aenter__(self) -> Self:
        await self.database.start()
        self._make_parts()
        try:
            if self.company is not None:
                await self.company.open()
            await self._go_on()
            await self._connect()
        except BaseException:
            await self._close()
            raise
        self._loops = asyncio.create_task(self._run_loops(), name="service")
        self._has_begun = True
        _LOG.info("the service is running")
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Receive nothing more, let what is under way end, and close; raises why a loop failed."""
        self._loops.cancel()
        (failed,) = await asyncio.gather(self._loops, return_exceptions=True)
        await self._close_parts()
        await asyncio.gather(self._crew.end(PATIENCE), *(bot.end(PATIENCE) for bot in self.bots))
        await self._close()
        _LOG.info("the service has ended")
        if isinstance(failed, Exception) and error is None:
            raise failed

    async def run(self) -> None:
        """Run until cancelled.

        Raises TokenRefusedError, CannotGoOnError where updates cannot come to the address that was
        set, or whatever a loop failed with.
        """
        async with self:
            # The loops end only by failing.
            await asyncio.wait([self._loops])

    @property
    def standing(self) -> Standing:
        """How it stands with the service at this moment."""
        if not self._has_begun:
            return Standing(has_begun=False, is_running=False, alive_at=self._alive_at)
        return Standing(
            has_begun=True,
            is_running=not self._loops.done(),
            alive_at=self._alive_at,
            waiting=sum(each.inbox.waiting for each in self.receiving),
            leaving=sum(each.leaving for each in self.sending),
            bots={bot.name: bot.is_at_work for bot in self.bots},
        )

    @property
    def receiving(self) -> list[Receiving]:
        """What receives, of each bot."""
        return [bot.receiving for bot in self.bots if bot.receiving is not None]

    @property
    def sending(self) -> list[Sending]:
        """What sends, of each bot."""
        return [bot.sending for bot in self.bots if bot.sending is not None]

    async def is_idle(self) -> bool:
        """Say whether nothing is to be done before the clock moves or somebody does something.

        Raises what a loop failed with.
        """
        if self._loops.done():
            await self._loops
        if self._at_work():
            return False
        return not await self.database.transact(self._has_due) and not self._at_work()

    def _at_work(self) -> int:
        return sum(part.at_work for part in self._parts)

    async def _has_due(self, transaction: Transaction) -> bool:
        return any([await part.has_due(transaction) for part in self._parts])

    async def _connect(self) -> None:
        """Return once one bot is there and all others were tried; raises TokenRefusedError."""
        self._connections = {
            bot: asyncio.create_task(bot.connect(), name=f"connection {bot.name}")
            for bot in self.bots
        }
        await asyncio.gather(*(bot.was_tried.wait() for bot in self.bots))
        while not any(bot.is_at_work for bot in self.bots):
            waiting = [each for each in self._connections.values() if not each.done()]
            if not waiting:
                # Every one failed; the first says why.
                await self._connections[self.bots[0]]
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for connection in self._connections.values():
            error = connection.exception() if connection.done() else None
            if error is not None and not isinstance(error, TokenRefusedError):
                raise error

    def _make_parts(self) -> None:
        house = House(
            texts=self.texts,
            owners=self.configuration.owners,
            private_chat_link=self._link,
            random=self.random,
            bot=self.messenger.name,
            bots=frozenset(each.name for each in self._messengers),
            links=self._links,
            bots_of_partners={
                each.organisation.casefold(): each.name
                for each in self.configuration.bots
                if each.organisation is not None
            },
        )
        means = Means(
            self.configuration,
            self.database,
            self._transact,
            self.clock,
            self.random,
            self.handlers,
            house,
            self._crew,
            self.onlookers,
            self.company,
            self._door(),
        )
        self.bots = [OneBot(each, means, self.roles) for each in self._messengers]
        if Role.TIME in self.roles:
            self.timekeeping.append(Timekeeping(means))

    def _link(self, start: str) -> str:
        """Return a link to the first bot, or to another one while that is not there."""
        names = (each.name for each in self._messengers if each.name in self._links)
        makes = self._links.get(next(names, ""), self.messenger.private_chat_link)
        return makes(start)

    def _door(self) -> "Door | None":
        if self.configuration.webhook_url is None or Role.RECEIVE not in self.roles:
            return None
        # A web server is loaded only by whoever is one.
        from bot.door import Door  # noqa: PLC0415 - see above

        return Door(self.configuration.webhook_listen)

    @property
    def _messengers(self) -> list[Messenger]:
        return [self.messenger, *self.more]

    @property
    def _parts(self) -> list[Part]:
        at_work = [part for bot in self.bots if bot.is_at_work for part in bot.parts]
        return [*at_work, *self.timekeeping]

    async def _run_loops(self) -> None:
        try:
            async with asyncio.TaskGroup() as loops:
                for bot in self.bots:
                    loops.create_task(self._serve(bot), name=f"bot {bot.name}")
                for part in self.timekeeping:
                    loops.create_task(part.run(), name="timekeeping")
                    loops.create_task(self._mind_absent_bots(), name="absent bots")
                if self.company is not None:
                    loops.create_task(self.company.run(), name="company")
                loops.create_task(self._show_life(), name="heartbeat")
                loops.create_task(self._mind_the_clock(), name="clock")
                loops.create_task(self._crew.watch(), name="crew")
        except ExceptionGroup as group:
            raise why(group) from None

    async def _serve(self, bot: OneBot) -> None:
        """Let one bot work, until its token is refused; raises TokenRefusedError for the last."""
        try:
            await self._connections[bot]
            self._links[bot.name] = bot.private_chat_link
            await bot.run()
        except TokenRefusedError:
            self._links.pop(bot.name, None)
            await bot.leave()
            if all(each.is_refused for each in self.bots):
                raise
            _LOG.error(
                "the token of a bot is not known to Telegram; put its new one into .env",
                extra=name_of(bot.name),
            )
            await self._let_absent_rest()

    async def _mind_absent_bots(self) -> None:
        """Say of which bots the settings know nothing any more, and let wait what is for them."""
        known = {each.name for each in self._messengers}
        left = await self._transact(
            lambda transaction: bots.left_behind(transaction.connection.execute, known)
        )
        for each in left:
            _LOG.warning(
                "people or messages wait for a bot that is not in DOORSTEP_MORE_TOKENS",
                extra={**name_of(each.bot), "count": each.chats + each.messages},
            )
        while True:
            await self._let_absent_rest()
            await self.clock.sleep(HOUR)

    async def _let_absent_rest(self) -> None:
        known = {bot.name for bot in self.bots if not bot.is_refused}
        await self._transact(lambda transaction: bots.let_rest(transaction, known))

    async def _mind_the_clock(self) -> None:
        """Go on as before where somebody sets the clock."""
        while True:
            by = await self.clock.jump()
            seconds = round(abs(by).total_seconds())
            if by > timedelta():
                _LOG.warning("the clock has jumped ahead", extra={"seconds": seconds})
            else:
                _LOG.warning("the clock was set back", extra={"seconds": seconds})
            for part in self._parts:
                await part.set_back(-by)

    async def _go_on(self) -> None:
        """Go on where another process ended, also where the clock was set back since."""
        now, transact = self.clock.now(), self.database.transact
        by = await transact(lambda transaction: resting.ahead(transaction, now))
        if by > SET_BACK:
            seconds = round(by.total_seconds())
            _LOG.warning("the clock was set back since the last run", extra={"seconds": seconds})
            await transact(lambda transaction: resting.until_earlier(transaction, by, now))

    async def _show_life(self) -> None:
        path = self.configuration.alive_file
        while True:
            # A database that hangs is not alive, though the rest of the service may be.
            # Where nothing can be written, no sign is right: it is what others look at.
            with contextlib.suppress(DatabaseUnavailableError, OSError):
                await self.database.transact(_look)
                self._alive_at = self.clock.now()
                _touch(path, self._alive_at.timestamp())
            await self.clock.sleep(HEARTBEAT)

    async def _close_parts(self) -> None:
        for connection in self._connections.values():
            connection.cancel()
        await asyncio.gather(*self._connections.values(), return_exceptions=True)
        for bot in self.bots:
            await bot.close()
        for part in self.timekeeping:
            await part.close()

    async def _close(self) -> None:
        try:
            await self._close_parts()
            await asyncio.gather(*(bot.disconnect() for bot in self.bots))
        finally:
            if self.company is not None:
                await self.company.close()
            await self.database.stop()


async def _look(transaction: Transaction) -> None:
    await due_work.next_at(transaction)


def _touch(path: Path, moment: float) -> None:
    path.touch(mode=0o600)
    os.utime(path, (moment, moment))
