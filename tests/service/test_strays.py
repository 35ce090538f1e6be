"""Whatever fails, and however: what somebody typed and the token do not reach the terminal."""

import asyncio
import json
import signal
import subprocess
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import pytest

from bot.sandbox.people import Person
from bot.sandbox.server import TEST_TOKEN, Sandbox
from tests.environment import environment
from tests.service.leaking import DEADLY, FAILING, HARMLESS

TYPED: Final = "Rosa Quince is ill"
SECRETS: Final = (TYPED, "Quince", TEST_TOKEN, TEST_TOKEN.partition(":")[2])


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox() as box:
        yield box


async def _leaking(folder: Path, sandbox: Sandbox, *arguments: str) -> Process:
    settings = {
        "DOORSTEP_TELEGRAM_TOKEN": TEST_TOKEN,
        "DOORSTEP_TELEGRAM_API": sandbox.address,
    }
    # As talkative as Python can be asked to be.
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "dev", "-W", "default", "-m", "tests.service.leaking", *arguments),
        cwd=folder,
        env=environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


async def _service(folder: Path, sandbox: Sandbox) -> tuple[Process, Person]:
    """Start a service in which things fail, and somebody who writes to it."""
    maria = sandbox.add_person("Maria", language="en")
    maria.starts()
    process = await _leaking(folder, sandbox, "run")
    await _is_answered(maria, 0)
    return process, maria


async def _is_answered(person: Person, seen: int) -> None:
    while len(person.from_bot) <= seen:  # noqa: ASYNC110 - the sandbox announces no message
        await asyncio.sleep(0.02)


def _is_clean(said: bytes) -> bool:
    return not any(secret in said.decode() for secret in SECRETS)


async def test_nothing_that_was_typed_is_printed_whatever_fails(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    process, maria = await _service(tmp_path, sandbox)
    for names in (*FAILING, " and ".join(HARMLESS)):
        seen = len(maria.from_bot)
        maria.says(f"{TYPED} by {names}")
        await _is_answered(maria, seen)
    process.send_signal(signal.SIGTERM)
    out, errors = await process.communicate()
    assert process.returncode == 0
    assert out.splitlines() == [b"the database was made"]
    assert _is_clean(errors)
    lines = [json.loads(line) for line in errors.splitlines()]
    named = {name for line in lines if "error" in line for name in line["error"].split(" < ")}
    assert named >= {"ValueError", "InvalidURL", "ValidationError", "OperationalError"}
    said = {line.get("says") for line in lines}
    assert said >= {
        "an event could not be dealt with",
        "an error ended a thread",
        "an error came where nobody could hear of it",
        "the service has ended",
    }
    assert {line["logger"] for line in lines} >= {"asyncio", "aiohttp.client", "py.warnings"}


@pytest.mark.parametrize("name", DEADLY)
async def test_an_end_that_nobody_wanted_quotes_nothing(
    tmp_path: Path, sandbox: Sandbox, name: str
) -> None:
    process, maria = await _service(tmp_path, sandbox)
    maria.says(f"{TYPED} by {name}")
    out, errors = await process.communicate()
    assert process.returncode not in (0, None)
    assert _is_clean(out + errors)


async def test_an_end_that_nobody_wanted_says_where(tmp_path: Path, sandbox: Sandbox) -> None:
    for name, says in (("odd", b"an error ended the process"), ("abort", b"leaking.py")):
        folder = tmp_path / name
        folder.mkdir()
        process, maria = await _service(folder, sandbox)
        maria.says(f"{TYPED} by {name}")
        _, errors = await process.communicate()
        assert says in errors


async def test_a_command_that_fails_does_not_quote_the_token(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    process = await _leaking(tmp_path, sandbox, "doctor")
    out, errors = await process.communicate()
    assert process.returncode == 1
    assert _is_clean(out + errors)
    assert json.loads(errors.splitlines()[-1])["error"] == "ValueError"
