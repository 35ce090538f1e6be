"""Timed work: done at its moment, once, whatever fails and whenever the service ends."""

import contextlib
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.messengers import NotDeliveredError
from storage import due_work, people, start_links
from storage.database import Transaction
from storage.failures import DatabaseUnavailableError
from storage.retention import TIDY
from storage.tables import start_links as links_table
from tests.clock import BEGINNING, MovableClock
from tests.service.scene import Scene, configuration_for, running
from tests.service.scripted import ScriptedMessenger
from tests.storage import neighbours


async def plan(scene: Scene, kind: str, subject: int, **after: float) -> None:
    """Have work done a while from now, for the first chat."""
    await scene.chat("telegram:1")
    moment = scene.clock.now() + timedelta(**after)
    await scene.do(lambda transaction: due_work.plan(transaction, kind, subject, moment))


async def test_work_is_done_when_its_time_has_come(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        await plan(scene, "again", 2, hours=1)
        await scene.passes(minutes=59)
        assert messenger.texts_to("telegram:1") == []
        await scene.passes(minutes=2)
        assert messenger.texts_to("telegram:1") == ["again 2"]
        await scene.passes(hours=5)
        assert messenger.texts_to("telegram:1") == ["again 2", "again 1"]


async def test_work_planned_before_a_restart_is_done_after_it(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        await plan(scene, "again", 1, hours=1)
    clock.move(timedelta(days=1))
    async with running(file, messenger, clock) as scene:
        await scene.settle()
        assert messenger.texts_to("telegram:1") == ["again 1"]


async def test_work_that_fails_leaves_nothing_behind_and_is_tried_again_after_a_pause(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async with running(file, messenger, clock) as scene:
        await plan(scene, "broken", 1, seconds=0)
        await plan(scene, "again", 1, seconds=0)
        await scene.passes(hours=3)
        assert messenger.texts_to("telegram:1") == ["again 1"]
        next_at = await scene.do(due_work.next_at)
        assert next_at is not None
        assert next_at <= clock.now() + due_work.LONGEST_PAUSE


async def test_what_ended_long_ago_is_dropped(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    messenger.hears("telegram:1", "hello")
    async with running(file, messenger, clock) as scene:
        await scene.jumps(hours=30)
        assert await scene.updates() == [(1, "done")]
        await scene.jumps(hours=20)
        assert await scene.updates() == []
        assert await scene.statuses() == ["sent"]
        await scene.jumps(days=8)
        assert await scene.statuses() == []
        assert await scene.do(lambda transaction: due_work.is_planned(transaction, TIDY, 0))


async def test_a_running_service_shows_every_minute_that_it_is_alive(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    sign = configuration_for(file).alive_file
    async with running(file, messenger, clock) as scene:
        await scene.passes(minutes=10)
        assert sign.stat().st_mtime == (BEGINNING + timedelta(minutes=10)).timestamp()


@pytest.mark.sqlite("a lock on the whole file")
async def test_a_database_that_is_locked_for_a_while_ends_no_service(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    sign = configuration_for(file).alive_file
    async with running(file, messenger, clock, busy_timeout=20) as scene:
        await scene.settle()
        before = sign.stat().st_mtime
        with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            clock.move(timedelta(minutes=1))
            for _ in range(3):
                with pytest.raises(DatabaseUnavailableError):
                    await scene.do(due_work.next_at)
            assert sign.stat().st_mtime == before
        await scene.passes(minutes=2)
        assert sign.stat().st_mtime > before


async def test_links_that_lead_nowhere_any_more_are_dropped(
    file: Path, messenger: ScriptedMessenger, clock: MovableClock
) -> None:
    async def make(transaction: Transaction) -> None:
        person = await people.add(transaction, "telegram:1", "en", clock.now())
        task = await neighbours.request(transaction, person)
        until = clock.now() + timedelta(hours=24)
        await start_links.make(transaction, "abc", person.id, task.id, until)

    async def count(transaction: Transaction) -> int:
        return len((await transaction.connection.execute(select(links_table))).all())

    async with running(file, messenger, clock) as scene:
        await scene.do(make)
        await scene.jumps(hours=23)
        assert await scene.do(count) == 1
        await scene.jumps(hours=2)
        assert await scene.do(count) == 0


async def test_a_service_starts_once_the_app_can_be_reached(
    file: Path, messenger: ScriptedMessenger
) -> None:
    clock = ImpatientClock()
    messenger.start_failures = [NotDeliveredError(), NotDeliveredError()]
    async with running(file, messenger, clock):
        assert clock.now() > BEGINNING


class ImpatientClock(MovableClock):
    """Moves its own hands while the service starts, since nobody else can."""

    async def sleep(self, seconds: float) -> None:
        if self.now() < BEGINNING + timedelta(seconds=1):
            self.move(timedelta(seconds=seconds))
            return
        await super().sleep(seconds)
