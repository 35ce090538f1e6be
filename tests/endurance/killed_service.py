"""A stage whose service is a process of its own, with the sandbox and its people here."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import ColumnElement, func, select

from benchmarks.store import Store
from bot.clock import SystemClock
from bot.messengers import Abilities
from bot.sandbox.server import Sandbox
from handlers.dialogue import RECALLED_AFTER
from handlers.texts import T
from storage.database import Database, Transaction, Work
from storage.due_work import LEASE
from storage.engines import open_engine
from storage.keys import Keys
from storage.tables import outbox, tasks
from tests.clock import MovableClock
from tests.databases import is_on_server
from tests.endurance import child
from tests.endurance.amounts import LIFTED
from tests.endurance.child import OWNER, Orders
from tests.endurance.journeys import Journey
from tests.endurance.neighbours import TEXTS, Resident
from tests.fresh_scheme import begin_in, url_in
from tests.ports import free_port
from tests.scene import Scene

R = TypeVar("R")

_FORKS: Final = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([child.__name__])

#: How long nothing may happen before something must have been lost, in seconds.
PATIENCE: Final = 30.0
#: How often people look at their phones, in seconds.
GLANCE: Final = 0.005


class NothingComesError(AssertionError):
    """Somebody waited for an answer that never came; says how far their journey had come."""


class KilledService:
    """Runs a service process, starts it again whenever it was killed, and counts what that cost.

    The clock of each process is `ahead` of the one before it: then what was leased at a kill is
    free again, and nobody has to wait for that. Where it is about pace, all clocks have to agree.
    """

    def __init__(
        self,
        folder: Path,
        sandbox: Sandbox,
        *,
        abilities: Abilities = LIFTED,
        owners: tuple[str, ...] = (OWNER,),
        ahead: timedelta = 2 * LEASE,
        listens: int = 0,
    ) -> None:
        self.folder = folder
        self._url = url_in(folder)
        self._listens = listens
        self.sandbox = sandbox
        self._abilities = abilities
        self._owners = owners
        self._ahead = ahead
        self.kills = 0
        #: How many messages were leaving when the service was killed: as many may come twice.
        self.leaving = 0
        #: How many messages were sent while the stage was set.
        self.settled = 0
        self._process = self._forked(self.orders)

    def start(self, dies_at: str = "", occurrence: int = 0) -> None:
        """Start the service."""
        self._process = self._forked(replace(self.orders, dies_at=dies_at, occurrence=occurrence))
        self._process.start()

    def _forked(self, orders: Orders) -> ForkServerProcess:
        return _FORKS.Process(target=child.run, args=(orders,), daemon=True)

    @property
    def is_alive(self) -> bool:
        """Whether the service runs."""
        return self._process.is_alive()

    def kill(self) -> None:
        """Kill the service as it is."""
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    async def starts_again(self) -> None:
        """Count a death and start the service anew, to live this time."""
        assert self._process.exitcode == -9, self.complaints
        self.kills += 1
        self.leaving += await self._look(_count_leaving)
        self.start()

    async def _look(self, work: Work[R]) -> R:
        database = Database(open_engine(self.orders.url), Keys(self.folder / "doorstep.keys"))
        await database.start()
        try:
            return await database.transact(work)
        finally:
            await database.stop()

    @property
    def orders(self) -> Orders:
        """Where the service keeps what it writes."""
        ahead = (self.kills * self._ahead).total_seconds()
        sandbox = self.sandbox
        return Orders(
            self.folder,
            self._url,
            sandbox.address,
            sandbox.token,
            ahead,
            self._abilities,
            self._owners,
            listens=self._listens,
        )

    @property
    def complaints(self) -> str:
        """What the process wrote as it failed."""
        return self.orders.log_file.read_text() if self.orders.log_file.exists() else ""

    @property
    def steps(self) -> list[str]:
        """Every labelled step that was passed so far."""
        return self.orders.steps_file.read_text().splitlines()

    async def is_quiet(self) -> bool:
        """Say whether nothing waits to be sent."""
        return await self._look(_count_unsent) == 0

    async def duplicates(self) -> int:
        """Return how many messages arrived more often than they were to be sent."""
        arrived = sum(call.method == "sendMessage" for call in self.sandbox.recorder.carried_out)
        return arrived - (await self.count_sent() - self.settled)

    async def count_sent(self) -> int:
        """Return how many messages are noted as sent."""
        return await self._look(_count_sent)

    async def finished_requests(self) -> list[str]:
        """Return the references of the requests that are done; fails where others are left."""
        return await self._look(_references)


def store_in(folder: Path) -> Store:
    """Return where a scheme is stored that is known by a folder."""
    return Store(folder, url_in(folder) if is_on_server() else None)


async def _count_leaving(transaction: Transaction) -> int:
    return await _count(transaction, outbox.c.status == "sending")


async def _count_unsent(transaction: Transaction) -> int:
    return await _count(transaction, outbox.c.status.in_(("pending", "retry", "sending")))


async def _count_sent(transaction: Transaction) -> int:
    return await _count(transaction, outbox.c.status == "sent", outbox.c.action == "send")


async def _count(transaction: Transaction, *conditions: ColumnElement[bool]) -> int:
    counted = select(func.count()).select_from(outbox).where(*conditions)
    return int((await transaction.connection.execute(counted)).scalar_one())


async def _references(transaction: Transaction) -> list[str]:
    rows = (await transaction.connection.execute(select(tasks.c.reference, tasks.c.status))).all()
    assert {row.status for row in rows} <= {"done"}
    return [row.reference for row in rows]


#: As many messages over all as leave one by one over a line as fast as this machine's, and to each
#: chat as fast as they come: then a kill is about one message at most.
ONE_BY_ONE: Final = replace(LIFTED, overall_limit=10, overall_seconds=0.5)
#: As many messages over all as Telegram takes.
AT_ITS_PACE: Final = replace(LIFTED, overall_limit=30, overall_seconds=1)


@asynccontextmanager
async def stage_in(
    folder: Path, *, webhook: bool = False, abilities: Abilities = ONE_BY_ONE
) -> AsyncIterator[tuple[KilledService, Journey]]:
    """Set a stage with the people of one journey; the service is not yet running."""
    async with Sandbox(clock=SystemClock(), enforce_pace=False) as sandbox:
        listens = free_port() if webhook else 0
        service = KilledService(folder, sandbox, abilities=abilities, listens=listens)
        clock = MovableClock(SystemClock().now() - RECALLED_AFTER)
        scene = Scene(folder, clock, sandbox, abilities=LIFTED)
        begin_in(folder)
        await scene.start()
        ruth, hal, vic = scene.person("Ruth"), scene.person("Hal"), scene.person("Vic")
        group = scene.group("Elm Street", [hal, vic])
        home = await scene.neighbourhood("Elm Street", group)
        for helper in (hal, vic):
            await scene.volunteer(helper, home)
        # Left half-way long enough ago for the service to come back to it as soon as it starts.
        dora = scene.person("Dora")
        dora.says("/ask")
        await scene.settles()
        await scene.stop()
        sandbox.recorder.calls.clear()
        service.settled = await service.count_sent()
        try:
            yield service, Journey(Resident(ruth, ANSWERS), hal, vic, group)
        finally:
            service.kill()
        assert dora.sees(RECALLED)


RECALLED: Final = TEXTS.say(T("draft-recalled"), "en")
#: What a newcomer says.
ANSWERS: Final = {
    "name": "Ruth",
    "words": "Bread, please",
    "street": "12 Elm Street",
    "door": "12b",
    "entry-notes": "Ring twice",
    "phone": "07700 900123",
}


async def lead_to_its_end(service: KilledService, journey: Journey) -> None:
    """Let people act as soon as they can until all is done, whatever the service suffers."""
    time = asyncio.get_running_loop().time
    latest = time() + PATIENCE
    while not (journey.is_complete and service.is_alive and await service.is_quiet()):
        if not service.is_alive:
            await service.starts_again()
        if journey.acts():
            latest = time() + PATIENCE
        elif time() > latest:
            raise NothingComesError(f"{journey.where_it_stands}\n{service.complaints}")
        await asyncio.sleep(GLANCE)


async def judge(service: KilledService, journey: Journey) -> int:
    """Check that nothing was lost, and return how many messages came twice."""
    service.kill()
    assert not journey.resident.asked_again
    assert await service.finished_requests() == [journey.resident.reference]
    assert not service.sandbox.recorder.violations
    assert not list(service.sandbox.recorder.unexpected)
    assert '"level": "error"' not in service.complaints
    duplicates = await service.duplicates()
    assert duplicates <= min(service.leaving, service.kills)
    return duplicates
