"""A token that is refused, or used by somebody else too, and a clock that is wrong."""

import asyncio
import json
import logging
import signal
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.sandbox.mischief import Refused
from bot.sandbox.server import TEST_TOKEN, Sandbox
from tests.clock import MachineClock, MovableClock
from tests.commands import ran
from tests.service.one_line import CLOCK, CONTESTED, REFUSED, doctor_says, settings
from tests.service.scene import running
from tests.service.scripted import ScriptedMessenger
from tests.service.test_command_line import begin, start

#: A token of the right form that Telegram does not know.
UNKNOWN = "7000000002:a-token-that-nobody-knows-anywhere"
UNAUTHORISED = Refused(401, "Unauthorized")


def _unusual(log: str) -> list[str]:
    """Return what a log says besides that all goes its way."""
    assert TEST_TOKEN.partition(":")[2] not in log
    assert "Traceback" not in log
    return [line for line in log.splitlines() if '"level": "info"' not in line]


def _rows(folder: Path, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "doorstep.sqlite")) as rows:
        return rows.execute(statement).fetchall()


async def test_a_token_that_is_not_known_is_named(folder: Path) -> None:
    async with Sandbox() as sandbox:
        given = settings(
            {"DOORSTEP_TELEGRAM_TOKEN": UNKNOWN, "DOORSTEP_TELEGRAM_API": sandbox.address}
        )
        done = await asyncio.to_thread(ran, folder, "run", **given)
        doctor = await asyncio.to_thread(ran, folder, "doctor", **given)
    lines = _unusual(done.stderr)
    assert (done.status, len(lines)) == (2, 1)
    assert REFUSED in lines[0]
    doctor_says(doctor, "Telegram does not know it; copy it from @BotFather", "token")
    assert UNKNOWN not in done.stderr + doctor.stdout


@pytest.mark.parametrize("method", ["getUpdates", "sendMessage"])
async def test_a_token_that_is_revoked_meanwhile_ends_the_service_and_loses_nothing(
    method: str, tmp_path: Path
) -> None:
    async with Sandbox() as sandbox:
        service = await start(tmp_path, sandbox)
        for each in {method, "sendMessage"}:
            sandbox.mischief.next_calls(each, *[UNAUTHORISED] * 20)
        sandbox.people[0].says("I need milk and bread")
        status, log = await asyncio.wait_for(service.ends_by_itself(), 30)
    assert status == 2
    (line,) = _unusual(log)
    assert REFUSED in line
    left = _rows(tmp_path, "SELECT status FROM outbox WHERE status <> 'sent'")
    unread = _rows(tmp_path, "SELECT number FROM inbox WHERE status = 'new'")
    assert left or unread
    assert {status for (status,) in left} <= {"pending", "retry"}


async def test_two_services_with_one_token_say_so(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        folders = [tmp_path / name for name in ("here", "there")]
        for folder in folders:
            folder.mkdir()
        services = [await start(folders[0], sandbox), await begin(folders[1], sandbox)]
        while not (folders[0] / "doorstep.sqlite.contested-telegram").exists():  # noqa: ASYNC110 - a file
            await asyncio.sleep(0.02)
        given = settings({"DOORSTEP_TELEGRAM_API": sandbox.address})
        doctor = await asyncio.to_thread(ran, folders[0], "doctor", **given)
        ended = [await service.ends_by(signal.SIGTERM) for service in services]
    doctor_says(doctor, "another program asks for them with the same token", "updates")
    said = [_unusual(log) for _, log in ended]
    assert all(len(lines) <= 1 for lines in said)
    assert any(said)
    assert all(CONTESTED in json.loads(line)["says"] for lines in said for line in lines)
    assert [status for status, _ in ended] == [0, 0]


@pytest.mark.parametrize(("seconds", "word"), [(3600, "behind"), (-300, "ahead"), (20, "")])
async def test_the_doctor_compares_the_clock_with_telegrams(
    seconds: int, word: str, folder: Path
) -> None:
    theirs = MovableClock(SystemClock().now() + timedelta(seconds=seconds))
    async with Sandbox(clock=theirs) as sandbox:
        given = settings({"DOORSTEP_TELEGRAM_API": sandbox.address})
        doctor = await asyncio.to_thread(ran, folder, "doctor", **given)
    if word:
        doctor_says(doctor, f"{word} {CLOCK[2]}", "clock")
    else:
        assert "ok    clock: as Telegram's" in doctor.stdout


@pytest.mark.parametrize(("hours", "says"), [(3, CLOCK[0]), (-3, CLOCK[1])])
async def test_a_clock_that_jumps_is_said_in_one_line(
    hours: int,
    says: str,
    file: Path,
    messenger: ScriptedMessenger,
    clock: MovableClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    machine = MachineClock(clock)
    async with running(file, messenger, clock, machine=machine) as scene:
        machine.set(timedelta(hours=hours))
        await scene.passes(minutes=2)
    (line,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert (line.getMessage(), line.__dict__["seconds"]) == (says, 3 * 3600)
