"""`/healthz` and `/metrics`: how the service is, over HTTP, for whoever watches over it.

Both hold numbers and words out of this source, and nothing that belongs to a person.
"""

import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Final

from aiohttp import web
from aiohttp.typedefs import Handler
from prometheus_client import CONTENT_TYPE_LATEST

from bot.clock import Clock
from bot.health import Health
from bot.listening import listening
from bot.log import failure
from bot.metrics import Metrics
from bot.observing import Onlookers
from bot.service import Service
from bot.web_addresses import ListenAddress
from storage.database import Database

_LOG = logging.getLogger(__name__)

_NOT_KEPT: Final = {"Cache-Control": "no-store"}


class _Answers:
    """Answers what is asked over HTTP."""

    def __init__(
        self, address: ListenAddress, health: Health, metrics: Metrics, clock: Clock
    ) -> None:
        self._address = address
        self._health = health
        self._metrics = metrics
        self._clock = clock

    async def healthz(self, request: web.Request) -> web.Response:
        """Answer 200 where all is well, else 503 with which parts are not."""
        found = await self._health.examine()
        unwell = sorted(found.unwell)
        said: dict[str, object] = {"ok": not unwell, "unwell": unwell}
        if len(found.standing.bots) > 1:
            # One that is not there makes nothing unwell: to end the others for it helps nobody.
            said["bots"] = dict(found.standing.bots)
        return web.json_response(said, status=503 if unwell else 200, headers=_NOT_KEPT)

    async def metrics(self, request: web.Request) -> web.Response:
        """Answer with every number there is."""
        body = self._metrics.shown(await self._health.examine(), self._clock.now())
        return web.Response(body=body, headers={**_NOT_KEPT, "Content-Type": CONTENT_TYPE_LATEST})

    @web.middleware
    async def guarded(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer nobody who asked for another host, and never with the words of an error."""
        # A page in a browser on this machine may have had its name pointed here.
        if not self._address.answers_to(request.host):
            return web.json_response({"ok": False}, status=421)
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception as error:  # noqa: BLE001 - whoever watches is told that it failed
            failure(_LOG, "how the service is could not be said", error)
            return web.json_response({"ok": False}, status=500)


class Watch:
    """Watches over a service that is yet to be made, and tells how it is at an address.

    `kinds`, `seconds` and `free_bytes` are as for Metrics.
    """

    def __init__(
        self,
        address: ListenAddress,
        kinds: Iterable[str],
        clock: Clock,
        seconds: Callable[[], float],
        free_bytes: Callable[[], int],
    ) -> None:
        self._address = address
        self._clock = clock
        self._metrics = Metrics(kinds, seconds, free_bytes)

    @property
    def onlookers(self) -> Onlookers:
        """Who is to hear of what the service does."""
        return Onlookers(observer=self._metrics)

    @asynccontextmanager
    async def over(self, service: Service, database: Database) -> AsyncIterator[None]:
        """Tell how a service is meanwhile; raises CannotGoOnError."""
        database.at_group = self._metrics.at_group
        health = Health(lambda: service.standing, database.transact, self._clock)
        runner = web.AppRunner(
            self._application(health), access_log=None, handle_signals=False, shutdown_timeout=1
        )
        try:
            async with listening(runner, self._address, "DOORSTEP_WATCH"):
                yield
        finally:
            await health.end()

    def _application(self, health: Health) -> web.Application:
        answers = _Answers(self._address, health, self._metrics, self._clock)
        app = web.Application(middlewares=[answers.guarded])
        app.router.add_get("/healthz", answers.healthz)
        app.router.add_get("/metrics", answers.metrics)
        return app
