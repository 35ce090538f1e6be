"""The command `python -m bot demo`, run as people run it."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

import aiohttp
import pytest

from bot.demo.story import DOOR, STREET
from handlers.texts import T, Texts


async def _start(folder: Path, *arguments: str) -> Process:
    """Start the demo with its temporary files in a folder, and settings that it must not read."""
    environment = {"PATH": os.environ["PATH"], "TMPDIR": str(folder), "DOORSTEP_OWNERS": "nobody"}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", *arguments),
        env=environment,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
    )


async def _reads_until(process: Process, words: str) -> str:
    assert process.stdout is not None
    async for line in process.stdout:
        if words in line.decode():
            return line.decode()
    raise AssertionError(f"the demo never said {words!r}")


def _said(id: str) -> str:
    """Return how a wording begins, which a line of a bubble holds."""
    return Texts().say(T(id), "en")[:30].rstrip()


def _is_empty(folder: Path) -> bool:
    return not any(folder.iterdir())


async def test_the_story_is_played_once(tmp_path: Path) -> None:
    process = await _start(tmp_path, "--once")
    said, complained = (part.decode() for part in await process.communicate())

    assert (process.returncode, complained) == (0, "")
    order = [
        "/link Elm Grove",
        "[Ask for help]",
        "[Send]",
        _said("card-open"),
        _said("claim-yours"),
        _said("claim-claimed"),
        _said("card-taken"),
        STREET,
        DOOR,
        _said("card-done"),
        "That was the story.",
    ]
    place = 0
    for words in order:
        place = said.index(words, place)
    assert all(len(line) <= 80 for line in said.splitlines())
    assert "\x1b" not in said
    assert _is_empty(tmp_path)


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
async def test_the_page_stays_until_the_demo_is_ended(tmp_path: Path, ending: int) -> None:
    process = await _start(tmp_path)
    address = (await _reads_until(process, "Now you: open")).split()[3]
    async with aiohttp.ClientSession() as web, web.get(f"{address}/control/state") as answer:
        people = (await answer.json())["people"]
    assert [person["name"] for person in people] == ["Rosa", "Ben", "Priya", "Sam", "Olive"]

    process.send_signal(ending)
    _, complained = await process.communicate()
    assert (process.returncode, complained) == (0, b"")
    assert _is_empty(tmp_path)


async def test_it_is_ended_in_the_middle_of_the_story(tmp_path: Path) -> None:
    process = await _start(tmp_path)
    await _reads_until(process, "Rosa's phone")
    process.send_signal(signal.SIGINT)
    _, complained = await process.communicate()
    assert (process.returncode, complained) == (0, b"")
    assert _is_empty(tmp_path)


async def test_a_port_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    nothing = asyncio.Event()
    taken = await asyncio.start_server(lambda _reader, _writer: nothing.set(), "127.0.0.1", 0)
    async with taken:
        port = str(taken.sockets[0].getsockname()[1])
        for wrong in (port, "70000"):
            process = await _start(tmp_path, "--once", "--port", wrong)
            _, complained = await process.communicate()
            assert process.returncode == 2
            assert complained.decode().startswith("doorstep: --port")
            assert complained.count(b"\n") == 1
