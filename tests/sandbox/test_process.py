"""The sandbox as a process of its own."""

import asyncio
import signal
import sys

import pytest
from aiohttp import ClientSession


@pytest.mark.parametrize("wrong", ["--token=abc", "--port=99999", "--port=x"])
async def test_it_says_what_is_wrong_with_its_options(wrong: str) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.sandbox", wrong, stderr=asyncio.subprocess.PIPE
    )
    _, err = await process.communicate()
    assert process.returncode == 2
    assert b"Traceback" not in err
    assert wrong.partition("=")[0].encode() in err


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
async def test_it_says_where_it_is_and_ends_cleanly(ending: signal.Signals) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.sandbox",
        "--fast",
        "--token=12:abc",
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    address = (await process.stdout.readline()).decode().strip()
    async with ClientSession() as session:
        async with session.get(f"{address}/bot12:abc/getMe") as response:
            assert (await response.json())["result"]["id"] == 12
        poll = asyncio.create_task(session.get(f"{address}/bot12:abc/getUpdates?timeout=50"))
        await asyncio.sleep(0.1)
        process.send_signal(ending)
        out, err = await process.communicate()
        await asyncio.gather(poll, return_exceptions=True)
    assert (process.returncode, out, err) == (0, b"", b"")
