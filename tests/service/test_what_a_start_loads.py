"""What a service that is started has loaded: every module costs time and memory, and some much."""

import asyncio
import contextlib
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from bot.sandbox.server import Sandbox
from handlers.texts import LOCALES
from handlers.wordings import Wordings
from storage.keys import Keys
from storage.migration import migrate
from tests.clock import BEGINNING
from tests.environment import environment
from tests.service.test_command_line import GOOD

#: Loaded by whoever needs them first.
SPARED: Final = {
    "aiogram": "chosen by a setting",
    "aiohttp.web": "for webhooks and watching",
    "alembic": "for older databases",
    "asyncpg": "for PostgreSQL",
    "bot.sandbox": "for trying out",
    "fpdf": "for letters",
    "matplotlib": "for charts",
    "phonenumbers": "for the first text",
    "PIL": "for photos",
    "segno": "for posters",
    "shapely": "for outlines",
    "sqlalchemy.dialects.postgresql": "for PostgreSQL",
    "sqlalchemy.orm": "for nothing here",
    "uharfbuzz": "for letters",
}
RUN: Final = """
import sys
from pathlib import Path
from bot.command_line import main
status = main(["run"])
Path("loaded").write_text(" ".join(sys.modules))
sys.exit(status)
"""


@pytest.mark.sqlite("what is loaded for a server is loaded there")
async def test_a_start_loads_nothing_that_only_few_need(tmp_path: Path) -> None:
    path = tmp_path / "doorstep.sqlite"
    url = f"sqlite+aiosqlite:///{path}"
    keys = path.with_name("doorstep.keys")
    Keys(keys).close()
    await migrate(url, BEGINNING, keys)
    async with Sandbox() as sandbox:
        stranger = sandbox.add_person("Stranger")
        stranger.starts()
        settings = {**GOOD, "DOORSTEP_TELEGRAM_API": sandbox.address, "DOORSTEP_DATABASE": url}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", RUN),
            cwd=tmp_path,
            env=environment(settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        while process.returncode is None and not stranger.from_bot:  # noqa: ASYNC110 - as in `start`
            await asyncio.sleep(0.02)
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        _, log = await process.communicate()
    assert process.returncode == 0, log
    loaded = set((tmp_path / "loaded").read_text().split())
    assert "telegram" in loaded
    assert loaded & set(SPARED) == set()


def test_a_wording_is_parsed_once_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    real = Wordings._parse

    def note(self: Wordings, name: str) -> None:
        parsed.append(name)
        real(self, name)

    monkeypatch.setattr(Wordings, "_parse", note)
    wordings = Wordings(LOCALES / "en")
    assert parsed == []
    assert "relay-stopped" in wordings
    assert "“Answer”" in wordings.format("relay-stopped", {})
    assert parsed == ["relay-stopped", "button-answer"]
