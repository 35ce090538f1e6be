"""A store with people in it: agreed, named, each with finished requests behind them."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import text

from benchmarks import rows, servers
from benchmarks.journey import NEIGHBOURHOODS
from bot.messengers.telegram.addresses import APP
from handlers import settled
from storage import chats, migration, neighbourhoods
from storage.database import Database, Transaction
from storage.engines import is_postgresql, open_engine
from storage.keys import Keys

#: How many people are stored in one transaction.
_BATCH: Final = 10_000
_HOMES: Final = 1_200
_ZONE: Final = "Europe/London"
#: Tables in which numbers were chosen that the server would give out again.
_NUMBERED: Final = ("chats", "people", "tasks", "outbox", "due_work")


@dataclass(frozen=True, slots=True)
class Holding:
    """How much a store holds: people with a finished request, messages and updates each.

    The first of the people are volunteers, so many of them. Of each person there is an open request
    too, up to `open_requests`.
    """

    people: int
    volunteers: int = 0
    open_requests: int = 0


@dataclass(frozen=True, slots=True)
class Store:
    """A folder with keys and a database, unless that is on a server at a URL."""

    folder: Path
    server_url: str | None = None

    @property
    def database_file(self) -> Path:
        return self.folder / "doorstep.sqlite"

    @property
    def url(self) -> str:
        return self.server_url or f"sqlite+aiosqlite:///{self.database_file}"

    @property
    def keys_file(self) -> Path:
        return self.folder / "doorstep.keys"

    async def requests(self) -> int:
        """Return how many requests are stored."""
        ((found,),) = await self._read("SELECT count(*) FROM tasks")
        return int(found)

    async def fates(self) -> dict[str, int]:
        """Return how many recipients of call-outs have met which fate."""
        counted = await self._read("SELECT fate, count(*) FROM call_out_recipients GROUP BY fate")
        return {str(fate): int(number) for fate, number in counted}

    async def _read(self, statement: str) -> list[tuple[Any, ...]]:
        if self.server_url is not None:
            connection = await servers.connect(self.server_url)
            found = [tuple(row) for row in await connection.fetch(statement)]
            await connection.close()
            return found
        with contextlib.closing(sqlite3.connect(self.database_file)) as file:
            return file.execute(statement).fetchall()


async def fill(store: Store, holding: Holding, groups: Sequence[int]) -> None:
    """Fill a store that is not there yet, and link each group's chat to its neighbourhood."""
    now = datetime.now(UTC)
    keys = Keys(store.keys_file)
    # Alembic brings an event loop of its own.
    await asyncio.to_thread(asyncio.run, migration.migrate(store.url, now, store.keys_file))
    database = Database(open_engine(store.url), keys)
    await database.start()
    await database.transact(lambda transaction: _link(transaction, groups, now))
    # A commit for each of a million keys would take longer than all the rest.
    with keys.file.changing():
        for first in range(0, holding.people, _BATCH):
            some = range(first, min(first + _BATCH, holding.people))

            async def add(transaction: Transaction, some: range = some) -> None:
                await rows.add_people(transaction, some, now)
                await rows.add_volunteers(transaction, _up_to(some, holding.volunteers), now)
                await rows.add_open_requests(transaction, _up_to(some, holding.open_requests), now)

            await database.transact(add)
    if is_postgresql(store.url):
        await database.transact(_go_on_counting)
    await database.stop()
    keys.close()


def _up_to(some: range, number: int) -> range:
    return range(some.start, max(some.start, min(some.stop, number)))


async def _link(transaction: Transaction, groups: Sequence[int], now: datetime) -> None:
    for name, group in zip(NEIGHBOURHOODS, groups, strict=True):
        area = await neighbourhoods.make(transaction, name, _ZONE, now)
        await neighbourhoods.change(transaction, area, homes=_HOMES)
        chat = await chats.remember(transaction, f"{APP}:{group}", is_private=False)
        await neighbourhoods.link_group(transaction, chat, None, area, "en")
    # As many as an owner can allow: a crowd that goes fast sends more than others do.
    await settled.put(transaction, open_requests_at_most=10)


async def _go_on_counting(transaction: Transaction) -> None:
    for table in _NUMBERED:
        last = f"(SELECT max(id) FROM {table})"  # noqa: S608 - our own words
        counter = f"pg_get_serial_sequence('{table}', 'id')"
        await transaction.connection.execute(text(f"SELECT setval({counter}, {last})"))
