"""Backups and the copy of the keys, while the service runs.

When the next backup is made stands in the database, like all timed work, so that none is left out
or made twice because of a restart. It is made in a thread of its own, outside of any transaction.
"""

import asyncio
import logging
from collections.abc import Collection
from datetime import datetime, time, timedelta
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import Final
from zoneinfo import ZoneInfo

from bot.backoff import PatientDatabase
from bot.clock import Clock
from bot.configuration import Places
from bot.crew import Crew
from bot.log import failure, word
from bot.observing import Onlookers
from handlers.forgetting.doing_it import FORGOTTEN
from handlers.house import House
from handlers.safekeeping import NO_BACKUP
from handlers.safety.whereabouts import zone_of_scheme
from handlers.settled import settled
from storage import backups, due_work, forgetting, neighbourhoods
from storage.backups import BackupError, Source, Trouble
from storage.database import DatabaseClosedError, Transaction
from storage.due_work import DueWork
from storage.keys_copy import KeysCopy, KeysCopyError

_LOG = logging.getLogger(__name__)

#: Timed work: the next backup.
BACKUP: Final = "backup"
#: When it is made, by the clock of the scheme: when hardly anybody writes.
MADE_AT: Final = time(3, 30)
#: What could not be made is tried again.
TRIED_AGAIN: Final = timedelta(hours=1)
#: How often it is looked whether the keys have changed, in seconds.
LOOKED_EVERY: Final = 60


class Safekeeping:
    """Makes backups when they are due, and keeps the copy of the keys as the keys are."""

    def __init__(
        self,
        places: Places,
        transact: PatientDatabase,
        clock: Clock,
        house: House,
        crew: Crew,
        onlookers: Onlookers,
    ) -> None:
        self._places = places
        self._transact = transact
        self._clock = clock
        self._house = house
        self._crew = crew
        self._at_step = onlookers.at_step
        self._observer = onlookers.observer
        self._source = source_of(places)
        self._copy = KeysCopy(places.keys, places.keys_copy) if places.keys_copy else None
        self._is_backing_up = False
        self._is_looking = False

    @property
    def at_work(self) -> int:
        """1 while it looks or makes a backup, else 0."""
        return int(self._is_backing_up or self._is_looking)

    async def run(self) -> None:
        """Look after the keys until cancelled; returns where the settings name no place."""
        await self._transact(self._plan)
        if self._places.backups is None and self._copy is None:
            return
        while True:
            await self._look()
            await self._clock.sleep(LOOKED_EVERY)

    async def _plan(self, transaction: Transaction) -> None:
        if await forgetting.are_keys_back(transaction):
            await due_work.plan(transaction, FORGOTTEN, 0, self._clock.now())
        if self._places.backups is None:
            await due_work.drop(transaction, 0, BACKUP)
            await _mended(transaction, set(Trouble) - {Trouble.KEYS_COPY})
        else:
            # The first one at once, so that whoever set it up sees it.
            await due_work.plan_unless_planned(transaction, BACKUP, 0, self._clock.now())
        if self._copy is None:
            await _mended(transaction, {Trouble.KEYS_COPY})

    async def _look(self) -> None:
        """Note who was forgotten beside the backups, and write the copy of the keys anew."""
        self._is_looking = True
        try:
            troubles = await asyncio.to_thread(self._kept_up)
            await self._transact(partial(self._tell, troubles))
        finally:
            self._is_looking = False

    def _kept_up(self) -> set[Trouble]:
        troubles: set[Trouble] = set()
        if self._copy is not None:
            try:
                self._copy.keep_up()
            except KeysCopyError:
                troubles.add(Trouble.KEYS_COPY)
        if self._places.backups is not None:
            try:
                backups.note_forgotten(self._source, self._places.backups)
            except BackupError as error:
                troubles.add(error.trouble)
        return troubles

    async def _tell(self, troubles: Collection[Trouble], transaction: Transaction) -> None:
        for trouble in troubles:
            # Who was told today is told again tomorrow.
            await due_work.plan_unless_planned(transaction, NO_BACKUP, trouble, self._clock.now())
        if Trouble.KEYS_COPY not in troubles:
            await _mended(transaction, {Trouble.KEYS_COPY})

    def begin(self, work: DueWork) -> None:
        """Make a backup beside everything else; nothing where one is being made already."""
        if not self._is_backing_up:
            self._is_backing_up = True
            self._crew.start(self._back_up(work))

    async def _back_up(self, work: DueWork) -> None:
        try:
            trouble = await self._tried()
            await self._transact(partial(self._note, work, trouble))
            self._observer.timed(BACKUP, is_done=trouble is None)
            self._at_step("backup noted")
            await self._look()
        except DatabaseClosedError:
            # The service ends; the work is still planned.
            return
        except Exception as error:  # noqa: BLE001 - what nobody foresaw must not end the service
            failure(_LOG, "the backup failed", error)
            await self._transact(
                lambda transaction: due_work.put_off(transaction, work, self._clock.now())
            )
        finally:
            self._is_backing_up = False

    async def _tried(self) -> Trouble | None:
        try:
            await asyncio.to_thread(self._made, self._clock.now())
        except BackupError as error:
            reason = word(error.trouble.name, Trouble.__members__)
            _LOG.warning("no backup was made", extra={"reason": reason})
            return error.trouble
        return None

    def _made(self, now: datetime) -> None:
        folder = self._places.backups
        if folder is None:
            return
        backups.make(self._source, folder, now, self._at_step)
        stem = self._places.database_file.stem
        backups.prune(folder, stem, self._places.backups_kept, self._at_step)

    async def _note(self, work: DueWork, trouble: Trouble | None, transaction: Transaction) -> None:
        if not await due_work.finish(transaction, work):
            return
        now = self._clock.now()
        if trouble is None:
            await _mended(transaction, set(Trouble) - {Trouble.KEYS_COPY})
            at = await self._next_night(transaction, now)
        else:
            await due_work.plan_unless_planned(transaction, NO_BACKUP, trouble, now)
            at = now + TRIED_AGAIN
        await due_work.plan(transaction, BACKUP, 0, at)

    async def _next_night(self, transaction: Transaction, now: datetime) -> datetime:
        house = await settled(transaction, self._house)
        everywhere = await neighbourhoods.all_of_them(transaction)
        zone = ZoneInfo(zone_of_scheme(house, everywhere))
        day = now.astimezone(zone).date()
        at = datetime.combine(day, MADE_AT, zone)
        return at if at > now else datetime.combine(day + timedelta(days=1), MADE_AT, zone)


def source_of(places: Places) -> Source:
    """Return what is backed up."""
    try:
        installed = version("doorstep")
    except PackageNotFoundError:
        installed = "not installed"
    return Source(places.database_file, places.keys, installed)


async def _mended(transaction: Transaction, troubles: Collection[Trouble]) -> None:
    for trouble in troubles:
        await due_work.drop(transaction, trouble, NO_BACKUP)
