"""A service under test, and what a test does with it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from pydantic import SecretStr
from sqlalchemy import Select, select

from bot.clock import Clock
from bot.configuration import Configuration
from bot.handling import AtStep, Handlers, nothing
from bot.messengers import Messenger
from bot.observing import Observer, Onlookers
from bot.service import Service
from storage import chats, outbox
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from storage.outbox import Outgoing
from storage.tables import inbox as inbox_table
from storage.tables import outbox as outbox_table
from tests.clock import MovableClock, everybody_sleeps
from tests.databases import url_of
from tests.ports import webhook_here
from tests.service.scripted import ECHO

T = TypeVar("T")

#: Looks like a token and opens nothing.
TOKEN = "7000000001:a-token-that-opens-nothing-anywhere"  # noqa: S105 - see above


def configuration_for(file: Path, webhook: int | None = None) -> Configuration:
    """Return settings that name a database file, the keys beside it, and a webhook at a port."""
    address = {} if webhook is None else webhook_here(webhook)
    return Configuration(
        telegram_token=SecretStr(TOKEN),
        telegram_api="http://127.0.0.1",
        database=url_of(file),
        keys=file.with_name("doorstep.keys"),
        **address,
    )


@dataclass
class Scene:
    """A running service; `settle` waits until it has nothing to do at this moment."""

    service: Service
    database: Database
    clock: MovableClock

    async def settle(self) -> None:
        await asyncio.sleep(0)
        # The service has no event for having nothing to do; nobody but tests wants to know.
        while not await self.service.is_idle():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.001)
        await everybody_sleeps()

    async def passes(self, **time: float) -> None:
        """Let time pass, waking everybody at their moment, and settle."""
        end = self.clock.now() + timedelta(**time)
        await self.settle()
        while (waking := self.clock.next_waking) is not None and waking <= end:
            self.clock.move_to(waking)
            await self.settle()
        self.clock.move_to(end)
        await self.settle()

    async def jumps(self, **time: float) -> None:
        """Let a long time pass at once, waking everybody at its end only, and settle."""
        await self.settle()
        self.clock.move(timedelta(**time))
        await self.settle()

    async def do(self, work: Callable[[Transaction], Awaitable[T]]) -> T:
        return await self.database.transact(work)

    async def commits(self) -> None:
        """Return once everything is committed that was handed to the database by now."""
        await self.do(_nothing)

    async def chat(self, address: str) -> int:
        is_private = not address.partition(":")[2].startswith("-")
        return await self.do(
            lambda transaction: chats.remember(transaction, address, is_private=is_private)
        )

    async def keep(self, *messages: Outgoing) -> None:
        await self.do(lambda transaction: outbox.add(transaction, messages, self.clock.now()))

    async def statuses(self) -> list[str]:
        """The state of every message, the oldest first."""
        return await self._column(select(outbox_table.c.status).order_by(outbox_table.c.id))

    async def updates(self) -> list[tuple[int, str]]:
        """Number and state of every update."""
        statement = select(inbox_table.c.number, inbox_table.c.status).order_by(
            inbox_table.c.number
        )
        return await self.do(lambda transaction: _rows(transaction, statement))

    async def _column(self, statement: Select[Any]) -> list[str]:
        return [row[0] for row in await self.do(lambda each: _rows(each, statement))]


async def _nothing(_: Transaction) -> None:
    """Read and change nothing."""


async def _rows(transaction: Transaction, statement: Select[Any]) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await transaction.connection.execute(statement)]


def not_begun(
    file: Path,
    messenger: Messenger,
    clock: MovableClock,
    *,
    handlers: Handlers = ECHO,
    at_step: AtStep = nothing,
    observer: Observer | None = None,
    busy_timeout: int = 5000,
    webhook: int | None = None,
    machine: Clock | None = None,
) -> Scene:
    """Return a service on a database file that is yet to be entered.

    `machine` is its clock, where that is not the true one.
    """
    configuration = configuration_for(file, webhook)
    engine = open_engine(configuration.database, busy_timeout)
    database = Database(engine, Keys(configuration.keys))
    onlookers = Onlookers(at_step, observer or Observer())
    service = Service(
        configuration,
        messenger,
        database,
        machine or clock,
        Random(1),
        handlers=handlers,
        onlookers=onlookers,
    )
    return Scene(service, database, clock)


@asynccontextmanager
async def running(
    file: Path,
    messenger: Messenger,
    clock: MovableClock,
    *,
    handlers: Handlers = ECHO,
    at_step: AtStep = nothing,
    observer: Observer | None = None,
    busy_timeout: int = 5000,
    webhook: int | None = None,
    machine: Clock | None = None,
) -> AsyncIterator[Scene]:
    """Run a service on a database file."""
    scene = not_begun(
        file,
        messenger,
        clock,
        handlers=handlers,
        at_step=at_step,
        observer=observer,
        busy_timeout=busy_timeout,
        webhook=webhook,
        machine=machine,
    )
    async with scene.service:
        yield scene
