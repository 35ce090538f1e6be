"""The whole service on a small stage: real SQLite, the sandbox over HTTP, a clock that is moved."""

import asyncio
import logging
import random
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import SecretStr
from sqlalchemy import func, select

from bot.clock import Clock
from bot.configuration import Configuration
from bot.handling import AtStep, Handlers, nothing, real_handlers
from bot.messengers import Abilities
from bot.messengers.telegram.libraries import PYTHON_TELEGRAM_BOT, telegram_messenger
from bot.messengers.telegram.messenger import ABILITIES
from bot.observing import Observer, Onlookers
from bot.polling import Polling
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.recorder import summary
from bot.sandbox.server import Bot, Sandbox
from bot.service import Service
from bot.tokens import BotToken
from handlers.kinds import KINDS
from storage import chats, checks, departures, neighbourhoods, people, roles, volunteers
from storage.database import Database, Transaction, Work
from storage.engines import open_engine
from storage.keys import Keys
from storage.model import FIRST_BOT, Kind, Level, Role
from storage.private import PrivateText
from storage.retention import TIDY
from storage.tables import due_work as due_work_rows
from storage.tables import outbox
from storage.volunteers import Offer
from tests.clock import MovableClock, everybody_sleeps
from tests.fresh_scheme import begin_in, keys_in, url_in
from tests.ports import free_port, webhook_here

T = TypeVar("T")

OWNER: Final = 9001
#: How far the clock may be moved to let messages out at their pace, in one act.
PATIENCE: Final = timedelta(minutes=5)


class ErrorLoggedError(AssertionError):
    """The service logged an error."""


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class Scene:
    """A scheme with people in it. Between any two acts the service can be ended and started."""

    def __init__(
        self,
        folder: Path,
        clock: MovableClock,
        sandbox: Sandbox,
        *,
        abilities: Abilities = ABILITIES,
        at_step: AtStep = nothing,
        observer: Observer | None = None,
        handlers: Handlers | None = None,
        seed: int = 1,
        library: str = PYTHON_TELEGRAM_BOT,
        webhook: bool = False,
        machine: Clock | None = None,
        busy_timeout: int = 5000,
        url: str | None = None,
    ) -> None:
        """Prepare it.

        `machine` is the clock of the service where that is not the true one, `url` its database
        where that is not the one of the folder.
        """
        self.folder = folder
        self.clock = clock
        self._machine = machine or clock
        self.sandbox = sandbox
        self.people: dict[str, Person] = {}
        self.groups: dict[str, Group] = {}
        #: Bots beside the first, by their names in the app, and their tokens as in the settings.
        self.bots: dict[str, Bot] = {}
        self.more_tokens: tuple[BotToken, ...] = ()
        self.url = url or url_in(folder)
        self.keys = keys_in(folder)
        #: Where backups go and updates come to, by the names of the settings.
        self.places: Mapping[str, Any] = webhook_here(free_port()) if webhook else {}
        self._random = random.Random(seed)
        self._abilities = abilities
        self._onlookers = Onlookers(at_step, observer or Observer())
        self._handlers = handlers
        self._library = library
        self._service: Service | None = None
        self.database: Database | None = None
        # Without connections while the service is ended, but with the statements it has made.
        self._engine = open_engine(self.url, busy_timeout)
        self.errors = _Errors()
        self.errors_expected = False

    def person(self, name: str, language: str = "en", account: int | None = None) -> Person:
        """Bring on somebody with a phone."""
        self.people[name] = self.sandbox.add_person(name, language, account=account)
        return self.people[name]

    def owner(self, name: str = "Olive", language: str = "en") -> Person:
        """Bring on the owner of the scheme."""
        return self.person(name, language, account=OWNER)

    def group(self, title: str, members: Iterable[Person], *, forum: bool = False) -> Group:
        """Make a group chat of people and let the bot in."""
        self.groups[title] = self.sandbox.add_group(title, list(members), forum=forum)
        return self.groups[title]

    def bot(self, name: str, organisation: str | None = None) -> Bot:
        """Make another bot; the service knows it once it is started anew."""
        number = 7_000_000_001 + len(self.sandbox.bots)
        token = f"{number}:another-token-of-no-value-at-all"
        self.bots[name] = self.sandbox.add_bot(token, name, f"{name}Bot")
        known = BotToken(name.lower(), SecretStr(token), organisation)
        self.more_tokens = (*self.more_tokens, known)
        return self.bots[name]

    async def start(self) -> None:
        """Start the service."""
        self.database = Database(self._engine, Keys(self.keys))
        first, *more = [
            telegram_messenger(
                token=bot.token.get_secret_value(),
                api=self.sandbox.address,
                name=bot.name,
                library=self._library,
                abilities=self._abilities,
            )
            for bot in (BotToken(FIRST_BOT, SecretStr(self.sandbox.token)), *self.more_tokens)
        ]
        configuration = Configuration(
            database=self.url,
            keys=self.keys,
            telegram_token=SecretStr(self.sandbox.token),
            more_tokens=self.more_tokens,
            telegram_api=self.sandbox.address,
            owners=frozenset({f"telegram:{OWNER}"}),
            **self.places,
        )
        self._service = Service(
            configuration,
            first,
            self.database,
            self._machine,
            self._random,
            handlers=self._handlers or real_handlers(),
            onlookers=self._onlookers,
            more=more,
        )
        await self._service.__aenter__()

    @property
    def service(self) -> Service:
        """The service that runs."""
        assert self._service is not None
        return self._service

    async def stop(self) -> None:
        """End the service; what it knows is on disk."""
        service, self._service = self._service, None
        if service is not None:
            await service.__aexit__(None, None, None)

    async def goes_on_at(self, url: str) -> None:
        """Have the service start on another database from now on; it has ended meanwhile."""
        await self._engine.dispose()
        self.url, self._engine = url, open_engine(url)

    async def restart(self) -> None:
        """End the service and start it again."""
        await self.stop()
        await self.start()

    async def settles(self, patience: timedelta = PATIENCE) -> None:
        """Wait until everybody has been answered, moving the clock only for the sending pace."""
        latest = self.clock.now() + patience
        while not await self._is_quiet():
            # Whoever was about to be answered may just have been, and then no time has to pass.
            if await self.waits_for_the_clock() and not await self._is_quiet():
                await everybody_sleeps()
                waking = self.clock.next_waking
                if waking is not None and waking <= latest:
                    self.clock.move_to(waking)
            await asyncio.sleep(0.001)

    async def wakes(self) -> None:
        """Let the service go on for a moment, and the next sleeper wake, whatever else waits."""
        for _ in range(200):
            await asyncio.sleep(0.01)
            if not self.sandbox.waiting and await self.service.is_idle():
                break
        waking = self.clock.next_waking
        if waking is not None:
            self.clock.move_to(waking)
        await asyncio.sleep(0.01)

    async def _is_quiet(self) -> bool:
        if self.sandbox.waiting or self._service is None:
            return False
        return await self._service.is_idle() and not await self._has_unsent()

    async def _has_unsent(self) -> bool:
        return await self.transact(_unsent) > 0

    async def waits_for_the_clock(self) -> bool:
        """Say whether nothing moves by itself for a moment.

        Updates that lie there untouched are waited for longer: they are about to be fetched, be the
        machine as busy as it may, unless the service pauses because it could not.
        """
        waiting = self.sandbox.waiting
        for _ in range(self._looks() if waiting else 5):
            await asyncio.sleep(0.002)
            if self.sandbox.waiting != waiting or self._service is None:
                return False
            if not await self._service.is_idle():
                return False
        return True

    def _looks(self) -> int:
        """Return for how many looks updates may lie there before the clock has to move."""
        if self._service is None or not self._service.receiving:
            return 25
        asks = [each.arrivals for each in self._service.receiving]
        return 500 if all(isinstance(each, Polling) and not each.rests for each in asks) else 25

    async def passes(self, time: timedelta) -> None:
        """Let time pass, stopping at every moment for which the service has planned something."""
        await self.settles()
        end = self.clock.now() + time
        while self.clock.now() < end:
            planned = await self.next_planned()
            self.clock.move_to(end if planned is None else min(end, planned))
            # Whoever slept has to wake before anybody can say that nothing is to be done.
            await asyncio.sleep(0.002)
            await self.settles()

    async def next_planned(self) -> datetime | None:
        """Return the next moment for which the service has planned something, or None."""
        bots = [FIRST_BOT, *(each.name for each in self.more_tokens)]
        return await self.transact(partial(_next_planned, bots))

    async def transact(self, work: Work[T]) -> T:
        """Look into the database, or change it, as the service would."""
        assert self.database is not None
        return await self.database.transact(work)

    async def neighbourhood(
        self, name: str, group: Group | None = None, *, postcodes: Iterable[str] = ()
    ) -> int:
        """Make a neighbourhood, with its cards in a group."""
        now = self.clock.now()

        async def make(transaction: Transaction) -> int:
            number = await neighbourhoods.make(transaction, name, "Europe/London", now)
            await neighbourhoods.set_postcodes(transaction, number, list(postcodes))
            if group is not None:
                address = f"telegram:{group.id}"
                chat_id = await chats.remember(transaction, address, is_private=False)
                await neighbourhoods.link_group(transaction, chat_id, None, number, "en")
            return number

        return await self.transact(make)

    async def volunteer(
        self,
        person: Person,
        neighbourhood: int,
        kinds: Iterable[Kind] | None = None,
        *,
        at_once: int = 3,
        is_checked: bool = False,
    ) -> None:
        """Make somebody a volunteer without asking them anything."""
        now = self.clock.now()
        default = {kind for kind, kind_of in KINDS.items() if kind_of.level is Level.OPEN}
        takes = frozenset(default if kinds is None else kinds)

        async def make(transaction: Transaction) -> None:
            account = f"telegram:{person.id}"
            language = person.account.language or "en"
            known = await people.find(transaction, account)
            if known is None:
                known = await people.add(transaction, account, language, now)
            await people.set_name(transaction, known, PrivateText(person.name))
            await people.note_agreement(transaction, known, now, health=True)
            offer = Offer(takes, frozenset({neighbourhood}), tasks_at_once=at_once)
            await volunteers.save(transaction, known.id, offer, now)
            await volunteers.note_reviewed(transaction, known.id, known.id, now)
            if is_checked:
                day = (now + timedelta(days=365)).date()
                await checks.record_check(transaction, known.id, known.id, now, day)

        await self.transact(make)
        person.account.has_started = True

    async def resident(self, person: Person, neighbourhood: int) -> None:
        """Make somebody a resident who has asked before."""
        now = self.clock.now()

        async def make(transaction: Transaction) -> None:
            known = await people.add(
                transaction, f"telegram:{person.id}", person.account.language or "en", now
            )
            await people.set_name(transaction, known, PrivateText(person.name))
            await people.note_agreement(transaction, known, now, health=True)
            await people.set_neighbourhood(transaction, known, neighbourhood)

        await self.transact(make)
        person.account.has_started = True

    async def lead(self, person: Person) -> None:
        """Make somebody a safeguarding lead."""
        await self.appoint(person, Role.LEAD)

    async def appoint(
        self,
        person: Person,
        role: Role,
        organisation: str | None = None,
        neighbourhoods: Iterable[int] = (),
    ) -> None:
        """Appoint somebody, for a partner organisation where one is named."""
        now = self.clock.now()

        async def appoint(transaction: Transaction) -> None:
            account = f"telegram:{person.id}"
            known = await people.find(transaction, account) or await people.add(
                transaction, account, person.account.language or "en", now
            )
            await people.set_name(transaction, known, PrivateText(person.name))
            number = None
            if organisation is not None:
                number = await roles.make_organisation(transaction, organisation, now)
            appointed = roles.Appointed(number, frozenset(neighbourhoods))
            await roles.appoint(transaction, known.id, role, appointed, known.id, now)

        await self.transact(appoint)
        person.account.has_started = True

    def no_surprises(self) -> None:
        """Fail on any error in the log and on any call that a correct service never makes."""
        if self.errors.records and not self.errors_expected:
            said = [
                f"{record.name}: {record.getMessage()} {getattr(record, 'error', '')}"
                for record in self.errors.records
            ]
            raise ErrorLoggedError("\n".join(said))
        assert not self.sandbox.recorder.violations, summary(self.sandbox.recorder.violations)
        refused = [
            f"{call.method}: {call.status} {call.description}"
            for call in self.sandbox.recorder.unexpected
        ]
        assert not refused, refused


async def _next_planned(bots: Iterable[str], transaction: Transaction) -> datetime | None:
    # Nobody sees the hourly tidying, so the clock need not stop for it.
    of_anybodys = select(
        func.min(func.coalesce(due_work_rows.c.leased_until, due_work_rows.c.due_at))
    ).where(due_work_rows.c.kind != TIDY)
    planned = (
        await transaction.connection.scalar(of_anybodys),
        *[await departures.next_due_at(transaction, bot) for bot in bots],
    )
    return min((moment for moment in planned if moment is not None), default=None)


async def _unsent(transaction: Transaction) -> int:
    result = await transaction.connection.execute(
        select(func.count())
        .select_from(outbox)
        .where(outbox.c.status.in_(("pending", "retry", "sending")))
    )
    return int(result.scalar_one())


@asynccontextmanager
async def scene_in(
    folder: Path,
    *,
    abilities: Abilities = ABILITIES,
    enforce_pace: bool = True,
    at_step: AtStep = nothing,
    observer: Observer | None = None,
    handlers: Handlers | None = None,
    seed: int = 1,
    rng: int = 0,
    library: str = PYTHON_TELEGRAM_BOT,
    webhook: bool = False,
    clock: MovableClock | None = None,
    machine: Clock | None = None,
    busy_timeout: int = 5000,
    url: str | None = None,
) -> AsyncIterator[Scene]:
    """Set the stage in a folder and clear it afterwards; fails on any surprise.

    `machine` is the clock of the service, where that is not the true one.
    """
    clock = clock or MovableClock()
    box = Sandbox(clock=clock, rng=random.Random(rng), enforce_pace=enforce_pace)
    async with box as sandbox:
        scene = Scene(
            folder,
            clock,
            sandbox,
            abilities=abilities,
            at_step=at_step,
            observer=observer,
            handlers=handlers,
            seed=seed,
            library=library,
            webhook=webhook,
            machine=machine,
            busy_timeout=busy_timeout,
            url=url,
        )
        if url is None:
            begin_in(folder)
        logging.getLogger().addHandler(scene.errors)
        try:
            await scene.start()
            yield scene
            await scene.settles()
        finally:
            logging.getLogger().removeHandler(scene.errors)
            await scene.stop()
        scene.no_surprises()
