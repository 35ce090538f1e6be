"""What an app does that sends updates to a webhook, for a service on a scripted messenger."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import aiohttp

from bot.handling import AtStep, Handlers, nothing
from bot.observing import Observer
from bot.webhook import secret_for
from tests.clock import MovableClock
from tests.ports import free_port
from tests.service.scene import TOKEN, Scene, running
from tests.service.scripted import ECHO, ScriptedMessenger

SECRET = secret_for(TOKEN)


class Answer(NamedTuple):
    """What came back: status, body, and after how many seconds to come again."""

    status: int
    body: bytes
    later: str | None


@dataclass
class Sender:
    """Sends updates to a port of this machine."""

    port: int
    session: aiohttp.ClientSession

    async def sends(self, number: int, account: str, text: str) -> int:
        """Send that somebody wrote something; returns the status of the answer."""
        told = {"number": number, "from": account, "text": text}
        return (await self.posts(json.dumps(told).encode())).status

    async def posts(
        self,
        body: bytes | AsyncIterator[bytes],
        headers: Mapping[str, str] | None = None,
        method: str = "POST",
    ) -> Answer:
        """Send anything, with the secret unless other headers are named."""
        said = {"X-Secret": SECRET} if headers is None else headers
        url = f"http://127.0.0.1:{self.port}/telegram"
        async with self.session.request(method, url, data=body, headers=said) as answer:
            return Answer(answer.status, await answer.read(), answer.headers.get("Retry-After"))


@asynccontextmanager
async def served(
    file: Path,
    messenger: ScriptedMessenger,
    clock: MovableClock,
    *,
    handlers: Handlers = ECHO,
    at_step: AtStep = nothing,
    observer: Observer | None = None,
) -> AsyncIterator[tuple[Scene, Sender]]:
    """Run a service with a webhook, and an app that sends to it."""
    port = free_port()
    async with (
        aiohttp.ClientSession() as session,
        running(
            file,
            messenger,
            clock,
            handlers=handlers,
            at_step=at_step,
            observer=observer,
            busy_timeout=20,
            webhook=port,
        ) as scene,
    ):
        await scene.settle()
        yield scene, Sender(port, session)
