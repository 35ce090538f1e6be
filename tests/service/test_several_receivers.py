"""Two services that receive on one server: whose turn it is, and what one leaves to the other."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from bot.clock import SystemClock
from bot.handling import Handlers
from bot.messengers import RawUpdate
from bot.parts import Role
from bot.service import Service
from handlers.events import Event, Said
from handlers.house import House
from storage import inbox
from storage.company import Company
from storage.database import Database, Transaction
from storage.engines import open_engine
from storage.keys import Keys
from tests.databases import is_on_server, url_of
from tests.ports import free_port
from tests.service.scene import configuration_for
from tests.service.scripted import ECHO, ScriptedMessenger

pytestmark = pytest.mark.skipif(not is_on_server(), reason="about a server: --database postgresql")

ADA, BEN = "telegram:7001", "telegram:7002"


@dataclass
class Ears:
    """Hears words in their order; some of them only once they may be heard."""

    heard: list[str] = field(default_factory=list)
    hangs_at: str = ""
    goes_on: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def handlers(self) -> Handlers:
        return replace(ECHO, receive=self._receive)

    async def _receive(
        self, transaction: Transaction, event: Event, now: datetime, house: House
    ) -> None:
        assert isinstance(event, Said)
        words = event.text.reveal()
        if words == self.hangs_at:
            await self.goes_on.wait()
        self.heard.append(words)


@asynccontextmanager
async def receiving(file: Path, ears: Ears, seed: int) -> AsyncIterator[Service]:
    """Run a service that receives beside others."""
    url, clock = url_of(file), SystemClock()
    database = Database(
        open_engine(url, shares=True), Keys(file.with_name("doorstep.keys")), shares=True
    )
    async with Service(
        configuration_for(file, free_port()),
        ScriptedMessenger(clock),
        database,
        clock,
        Random(seed),
        handlers=ears.handlers,
        roles={Role.RECEIVE},
        company=Company(url, database),
    ) as service:
        try:
            yield service
        finally:
            ears.goes_on.set()


def _update(number: int, whose: str, words: str) -> RawUpdate:
    return RawUpdate(number, json.dumps({"number": number, "from": whose, "text": words}))


async def _takes(service: Service, number: int, whose: str, words: str) -> None:
    await service.receiving[0].inbox.take([_update(number, whose, words)])


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 - nobody but a test wants to know
            await asyncio.sleep(0.01)


async def test_what_somebody_said_later_waits_for_what_another_process_has(file: Path) -> None:
    ears = Ears(hangs_at="first")
    async with receiving(file, ears, 1) as one, receiving(file, ears, 2) as other:
        await _takes(one, 1, ADA, "first")
        await _takes(other, 2, ADA, "second")
        await _takes(other, 3, BEN, "of somebody else")
        await _until(lambda: "of somebody else" in ears.heard)
        # It would have been heard by now.
        await asyncio.sleep(0.1)
        assert ears.heard == ["of somebody else"]
        ears.goes_on.set()
        await _until(lambda: len(ears.heard) == 3)
        assert ears.heard == ["of somebody else", "first", "second"]


async def test_what_is_left_is_heard_before_what_came_behind_it(file: Path) -> None:
    ears = Ears()
    async with receiving(file, ears, 1) as service:
        gone = inbox.Lines({1: ADA, 2: ADA}, 99)
        pairs = [(each, _update(each, ADA, f"{each}").body) for each in (1, 2)]

        async def leave(transaction: Transaction) -> None:
            await inbox.keep(transaction, "telegram", pairs, SystemClock().now(), gone)

        # What was left before it began is taken over at once; this only later.
        await _takes(service, 9, BEN, "begun")
        await _until(lambda: ears.heard == ["begun"])
        await service.database.transact(leave)
        await _takes(service, 3, ADA, "3")
        await _until(lambda: len(ears.heard) == 4)
        assert ears.heard == ["begun", "1", "2", "3"]


async def test_nothing_is_heard_twice_where_two_take_it(file: Path) -> None:
    ears = Ears()
    async with receiving(file, ears, 1) as one, receiving(file, ears, 2) as other:
        updates = [_update(number, ADA, f"{number}") for number in range(1, 11)]
        await asyncio.gather(
            *(each.receiving[0].inbox.take(updates) for each in (one, other, one, other))
        )
        await _until(lambda: len(ears.heard) >= 10)
        await asyncio.sleep(0.1)
        assert ears.heard == [f"{number}" for number in range(1, 11)]
