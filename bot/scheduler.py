"""The scheduler: does timed work when its time has come, each piece in a transaction of its own."""

import asyncio
import logging
from functools import partial

from bot.backoff import PatientDatabase
from bot.clock import Clock
from bot.handling import Handlers
from bot.log import failure, word
from bot.observing import Onlookers
from bot.safekeeping import BACKUP, Safekeeping
from bot.waking import wait
from handlers.house import House
from storage import due_work
from storage.database import Database, DatabaseClosedError, Transaction
from storage.due_work import DueWork
from storage.retention import TIDY, TIDY_EVERY

_LOG = logging.getLogger(__name__)


class Scheduler:
    """Does what is due until cancelled."""

    def __init__(
        self,
        database: Database,
        transact: PatientDatabase,
        clock: Clock,
        handlers: Handlers,
        house: House,
        safekeeping: Safekeeping,
        onlookers: Onlookers,
    ) -> None:
        self._news = database.due_work
        self._transact = transact
        self._clock = clock
        self._handlers = handlers
        self._house = house
        self._safekeeping = safekeeping
        self._at_step = onlookers.at_step
        self._observer = onlookers.observer
        self._kinds = handlers.kinds | {BACKUP}
        self._is_working = True

    @property
    def at_work(self) -> int:
        """1 while it works or looks for work, else 0."""
        return int(self._is_working)

    async def run(self) -> None:
        """Do timed work for ever, whatever an earlier process had taken included."""
        await self._transact(self._plan_tidying)
        while True:
            self._news.clear()
            self._is_working = True
            leased = await self._transact(
                lambda transaction: due_work.lease(transaction, self._clock.now())
            )
            if leased:
                self._at_step("work leased")
                await asyncio.gather(*(self._do(work) for work in leased))
                continue
            next_at = await self._transact(due_work.next_at)
            self._is_working = False
            await wait(self._news, next_at, self._clock)

    async def _plan_tidying(self, transaction: Transaction) -> None:
        if not await due_work.is_planned(transaction, TIDY, 0):
            await due_work.plan(transaction, TIDY, 0, self._clock.now() + TIDY_EVERY)

    async def _do(self, work: DueWork) -> None:
        if work.kind == BACKUP:
            self._safekeeping.begin(work)
            return
        try:
            await self._transact(partial(self._finish, work))
        except DatabaseClosedError:
            raise
        except Exception as error:  # noqa: BLE001 - one piece that fails stops no other
            kind = word(work.kind, self._kinds)
            failure(_LOG, "timed work failed", error, work=work.id, kind=kind)
            self._observer.timed(work.kind, is_done=False)
            await self._transact(
                lambda transaction: due_work.put_off(transaction, work, self._clock.now())
            )
        else:
            self._observer.timed(work.kind, is_done=True)
            self._at_step("work done")

    async def _finish(self, work: DueWork, transaction: Transaction) -> None:
        # Struck out first, so that the work itself may plan it anew.
        if not await due_work.finish(transaction, work):
            return
        await self._handlers.do_timed(transaction, work, self._clock.now(), self._house)
