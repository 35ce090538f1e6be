"""The faults: of the messaging app, of the way to it, of the database, and of the clock."""

import asyncio
import contextlib
import shutil
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from bot.sandbox.methods import PACED
from bot.sandbox.mischief import (
    CutShort,
    DroppedAfter,
    DroppedBefore,
    Rates,
    ServerError,
    Spell,
    TooManyRequests,
)
from tests.endurance.faults.kit import Bring, Fault, Stage
from tests.postgresql import Server

MINUTE: Final = timedelta(minutes=1)
#: Just less than that after which whoever stopped half-way is written to without having asked.
HOUR: Final = timedelta(minutes=59)
#: How long somebody is asked to wait who sends too much, in seconds.
ASKED: Final = 5


def _spells(lasts: timedelta, *spells: Spell) -> Bring:
    """Let calls go wrong for a while."""

    @asynccontextmanager
    async def bring(stage: Stage) -> AsyncIterator[None]:
        ends = stage.scene.clock.now() + lasts
        stage.scene.sandbox.mischief.schedule(*(replace(each, ends=ends) for each in spells))
        # What waits for updates asks anew.
        await stage.scene.sandbox.hang_up()
        yield

    return bring


def _silence(*, hanging: bool) -> Bring:
    @asynccontextmanager
    async def bring(stage: Stage) -> AsyncIterator[None]:
        until = stage.scene.clock.now() + HOUR
        stage.scene.sandbox.mischief.be_silent(until, hanging=hanging)
        await stage.scene.sandbox.hang_up()
        yield

    return bring


@asynccontextmanager
async def _refused(stage: Stage) -> AsyncIterator[None]:
    async with stage.scene.sandbox.refuses_connections():
        yield


@asynccontextmanager
async def _too_much_in_one_chat(stage: Stage) -> AsyncIterator[None]:
    chat = stage.load.journeys[-1].resident.person.id
    ends = stage.scene.clock.now() + MINUTE
    spell = Spell(fault=TooManyRequests(ASKED), ends=ends, methods=PACED, chat=chat)
    stage.scene.sandbox.mischief.schedule(spell)
    yield


@asynccontextmanager
async def _everything_twice(stage: Stage) -> AsyncIterator[None]:
    mischief = stage.scene.sandbox.mischief
    mischief.rates = Rates(duplicate_updates=0.9, repeated_presses=0.9)
    yield
    mischief.rates = Rates()


@asynccontextmanager
async def _locked(stage: Stage) -> AsyncIterator[None]:
    """Let another process hold the lock for writing; a connection of its own is as good as one."""
    file = stage.scene.folder / "doorstep.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@asynccontextmanager
async def _gone(stage: Stage) -> AsyncIterator[None]:
    file = stage.scene.folder / "doorstep.sqlite"
    away = file.with_suffix(".away")
    shutil.move(file, away)
    yield
    shutil.move(away, file)


@asynccontextmanager
async def _full(stage: Stage) -> AsyncIterator[None]:
    """Fill the disk to the last byte; the folder has to be a small disk of its own."""
    with closing(sqlite3.connect(stage.scene.folder / "doorstep.sqlite")) as beside:
        # What the log of the database has room for already would hide it for a while.
        beside.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    filler = stage.scene.folder / "filler"
    _fill(filler)
    yield
    filler.unlink()


def _fill(path: Path) -> None:
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass


def stops(server: Server) -> Fault:
    """Let a database server end for a while."""

    @asynccontextmanager
    async def bring(_stage: Stage) -> AsyncIterator[None]:
        await asyncio.to_thread(server.stop)
        yield
        await asyncio.to_thread(server.start)

    return Fault("a database server that stops", MINUTE, bring, lets_through=False)


def _set(by: timedelta) -> Bring:
    @asynccontextmanager
    async def bring(stage: Stage) -> AsyncIterator[None]:
        stage.machine.set(by)
        yield
        stage.machine.set(-by)

    return bring


OF_THE_APP: Final[Sequence[Fault]] = (
    Fault("an hour of silence", HOUR, _silence(hanging=False), lets_through=False),
    Fault("an hour of hanging", HOUR, _silence(hanging=True), lets_through=False),
    Fault("connections refused", 10 * MINUTE, _refused, lets_through=False),
    Fault("messages alone fail", HOUR, _spells(HOUR, Spell(fault=ServerError(500), methods=PACED))),
    Fault(
        "a broken server",
        10 * MINUTE,
        _spells(10 * MINUTE, Spell(fault=ServerError(502))),
        lets_through=False,
    ),
    Fault("too much", MINUTE, _spells(MINUTE, Spell(fault=TooManyRequests(ASKED), methods=PACED))),
    Fault("too much in one chat", MINUTE, _too_much_in_one_chat),
    Fault("dropped before", MINUTE, _spells(MINUTE, Spell(fault=DroppedBefore(), every=2))),
    Fault("dropped after", MINUTE, _spells(MINUTE, Spell(fault=DroppedAfter(), every=3))),
    Fault("half an answer", MINUTE, _spells(MINUTE, Spell(fault=CutShort(), every=3))),
    Fault("everything twice", MINUTE, _everything_twice),
)
OF_THE_CLOCK: Final[Sequence[Fault]] = (
    Fault("the clock back by minutes", MINUTE, _set(-3 * MINUTE)),
    Fault("the clock back by an hour", MINUTE, _set(-HOUR)),
    Fault("the clock ahead by minutes", MINUTE, _set(40 * MINUTE)),
)
OF_THE_FILE: Final[Sequence[Fault]] = (
    Fault("a locked database", MINUTE, _locked, lets_through=False),
    Fault("a database file that is gone", MINUTE, _gone, lets_through=False),
)
FULL_DISK: Final = Fault("a full disk", MINUTE, _full, lets_through=False)
