"""Timekeeping: what has its moment is done then, and what has to be looked after is."""

import asyncio
import contextlib
from datetime import timedelta
from typing import Final

from bot.parts import Means
from bot.safekeeping import Safekeeping
from bot.scheduler import Scheduler
from storage import due_work, resting
from storage.database import Transaction
from storage.migration import drop_old_copies
from storage.retention.periods import OLD_COPIES

#: How often copies of older databases are looked at, in seconds.
HOUR: Final = 3600
#: What one of several processes holds who looks after backups and keys.
SEAT: Final = "safekeeping"


class Timekeeping:
    """The part of a service that keeps time: timed work, backups, keys, and old copies."""

    def __init__(self, means: Means) -> None:
        self._company = means.company
        self._clock = means.clock
        self._transact = means.transact
        self._database_file = means.configuration.database_file
        self._safekeeping = Safekeeping(
            means.configuration,
            means.transact,
            means.clock,
            means.house,
            means.crew,
            means.onlookers,
        )
        self._scheduler = Scheduler(
            means.database,
            means.transact,
            means.clock,
            means.handlers,
            means.house,
            self._safekeeping,
            means.onlookers,
        )

    @property
    def at_work(self) -> int:
        """At least 1 while it works or looks for work, else 0."""
        return self._scheduler.at_work + self._safekeeping.at_work

    async def open(self) -> None:
        """Get ready: nothing is to be done for it."""

    async def run(self) -> None:
        """Keep time until cancelled; raises ExceptionGroup with what a loop failed with."""
        async with asyncio.TaskGroup() as loops:
            loops.create_task(self._scheduler.run(), name="scheduler")
            loops.create_task(self._keep_safe(), name="safekeeping")
            loops.create_task(self._drop_old_copies(), name="old copies")

    async def _keep_safe(self) -> None:
        """Look after backups and keys; of several processes one does."""
        if self._company is None:
            await self._safekeeping.run()
        else:
            await self._company.while_holding(SEAT, self._safekeeping.run)

    async def close(self) -> None:
        """Leave nothing open: what is under way runs in the crew."""

    async def set_back(self, by: timedelta) -> None:
        """Go on as before with a clock that was set back, or ahead where `by` is negative."""
        now = self._clock.now()
        await self._transact(lambda transaction: resting.until_earlier(transaction, by, now))

    async def has_due(self, transaction: Transaction) -> bool:
        """Say whether timed work is to be done now."""
        moment = await due_work.next_at(transaction)
        return moment is not None and moment <= self._clock.now()

    async def _drop_old_copies(self) -> None:
        """Delete copies of older databases once their time is over."""
        while True:
            before = self._clock.now() - OLD_COPIES.default
            # Where the folder cannot be read now, it can be in an hour.
            with contextlib.suppress(OSError):
                drop_old_copies(self._database_file, before)
            await self._clock.sleep(HOUR)
