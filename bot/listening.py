"""Listening at an address of this machine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from bot.terminal import CannotGoOnError
from bot.web_addresses import ListenAddress


async def listen(runner: web.AppRunner, address: ListenAddress, setting: str) -> None:
    """Let a server listen; raises CannotGoOnError, which names the setting."""
    await runner.setup()
    try:
        await web.TCPSite(runner, address.host, address.port).start()
    except OSError:
        await runner.cleanup()
        raise CannotGoOnError(
            f"{setting} names {address}, which cannot be used; is it this machine's,"
            " and does something else listen there? choose another port"
        ) from None


@asynccontextmanager
async def listening(
    runner: web.AppRunner, address: ListenAddress, setting: str
) -> AsyncIterator[None]:
    """Let a server listen meanwhile; raises CannotGoOnError, which names the setting."""
    await listen(runner, address, setting)
    try:
        yield
    finally:
        await runner.cleanup()
