"""The door to which the messaging app sends the updates of every bot; a secret tells whose it is.

Whoever knows none of the secrets gets not as much as a word.
"""

import asyncio
from http import HTTPStatus
from typing import Final, Protocol

from aiohttp import web

from bot.listening import listen
from bot.web_addresses import ListenAddress

#: More bytes than any update has; Telegram's are a few thousand.
LARGEST_BODY: Final = 1_000_000


class Hearer(Protocol):
    """Who takes what is sent for one bot."""

    def knows(self, request: web.Request) -> bool:
        """Say whether a request says the secret of this bot."""
        ...

    async def hear(self, request: web.Request) -> web.Response:
        """Answer a request that does."""
        ...


class Door:
    """Listens at an address of this machine while anybody is there to hear."""

    def __init__(self, address: ListenAddress) -> None:
        self._address = address
        self._runner: web.AppRunner | None = None
        self._hearers: list[Hearer] = []
        self._opening = asyncio.Lock()

    async def open(self, hearer: Hearer) -> None:
        """Let in what is meant for somebody; raises CannotGoOnError."""
        async with self._opening:
            if self._runner is None:
                app = web.Application(client_max_size=LARGEST_BODY)
                app.router.add_route("*", "/{path:.*}", self._answer)
                # The rest of what nobody wants to hear is not waited for either.
                runner = web.AppRunner(
                    app, access_log=None, handle_signals=False, shutdown_timeout=1, lingering_time=0
                )
                await listen(runner, self._address, "DOORSTEP_WEBHOOK_LISTEN")
                self._runner = runner
            if hearer not in self._hearers:
                self._hearers.append(hearer)

    async def close(self, hearer: Hearer) -> None:
        """Let in nothing more for somebody, and listen no more once nobody is left."""
        async with self._opening:
            if hearer in self._hearers:
                self._hearers.remove(hearer)
            if not self._hearers:
                runner, self._runner = self._runner, None
                if runner is not None:
                    await runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        # All are asked, so that the time it takes tells nothing.
        found = [hearer for hearer in self._hearers if hearer.knows(request)]
        return await found[0].hear(request) if found else closing(HTTPStatus.FORBIDDEN)


def closing(status: HTTPStatus) -> web.Response:
    """Return an answer without a word, after which the connection ends."""
    response = web.Response(status=status)
    response.force_close()
    return response
