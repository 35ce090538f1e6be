"""The service is asked to end: what is under way comes to its end, however often it is asked."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.sandbox.mischief import Delayed
from bot.sandbox.server import Sandbox
from tests.service.test_command_line import start


def _leaving(folder: Path) -> list[tuple[object, ...]]:
    """Return the messages of which nobody would know what became of them."""
    with closing(sqlite3.connect(folder / "doorstep.sqlite")) as rows:
        return rows.execute("SELECT id FROM outbox WHERE status = 'sending'").fetchall()


async def test_asked_twice_it_ends_no_less_gently(tmp_path: Path) -> None:
    async with Sandbox() as sandbox:
        service = await start(tmp_path, sandbox)
        sandbox.mischief.next_calls("sendMessage", Delayed(2.5))
        sandbox.people[0].says("I need milk")
        while not _leaving(tmp_path):  # noqa: ASYNC110 - a file
            await asyncio.sleep(0.02)
        service.process.send_signal(signal.SIGINT)
        await asyncio.sleep(0.2)
        status, log = await service.ends_by(signal.SIGINT)
    assert _leaving(tmp_path) == []
    assert (status, "the service has ended" in log) == (0, True)
