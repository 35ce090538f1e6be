"""The scheduler: does timed work when its time has come, each piece in a transaction of its own."""

import asyncio
import logging
from datetime import timedelta
from functools import partial
from typing import Final

from bot.backoff import PatientDatabase
from bot.clock import Clock
from bot.handling import Handlers
from bot.log import failure, word
from bot.observing import Onlookers
from bot.waking import wait
from handlers.house import House
from storage import due_work, inbox, outbox, pictures, relay, shown_buttons, start_links
from storage.database import Database, DatabaseClosedError, Transaction
from storage.due_work import DueWork

_LOG = logging.getLogger(__name__)

#: The scheduler's own work: dropping what ended long ago.
TIDY: Final = "tidy"
TIDY_EVERY: Final = timedelta(hours=1)
#: Longer than any messaging app repeats an update, which is known by its row here.
UPDATES_KEPT: Final = timedelta(hours=48)
MESSAGES_KEPT: Final = timedelta(days=7)
WAITING_KEPT: Final = timedelta(days=14)


class Scheduler:
    """Does what is due until cancelled."""

    def __init__(
        self,
        database: Database,
        transact: PatientDatabase,
        clock: Clock,
        handlers: Handlers,
        house: House,
        onlookers: Onlookers,
    ) -> None:
        self._news = database.due_work
        self._transact = transact
        self._clock = clock
        self._handlers = handlers
        self._house = house
        self._at_step = onlookers.at_step
        self._observer = onlookers.observer
        self._kinds = handlers.kinds | {TIDY}
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
        now = self._clock.now()
        if work.kind == TIDY:
            await inbox.tidy(transaction, now - UPDATES_KEPT)
            await outbox.tidy(transaction, now - MESSAGES_KEPT, now - WAITING_KEPT)
            await start_links.tidy(transaction, now)
            await shown_buttons.tidy(transaction, now - MESSAGES_KEPT)
            await relay.tidy(transaction, now)
            await pictures.tidy(transaction, now)
            await due_work.plan(transaction, TIDY, 0, now + TIDY_EVERY)
        else:
            await self._handlers.do_timed(transaction, work, now, self._house)
