"""Several real processes on one server, with a web server in front of those that receive."""

import asyncio
import itertools
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

import aiohttp
from aiohttp import web

from bot.clock import SystemClock
from bot.messengers.telegram.webhooks import SECRET_HEADER
from bot.sandbox.server import Sandbox
from storage.database import Database, Work
from storage.engines import open_engine
from storage.keys import Keys
from tests.environment import environment
from tests.ports import free_port

T = TypeVar("T")

#: How long processes may take to start, in seconds.
PATIENCE: Final = 60.0
#: What is promised: after so many seconds somebody else does what a dead process did.
PROMISED: Final = 10.0


class Front:
    """Hands what comes to one address to each of several in turn, or the next where one is gone."""

    def __init__(self, ports: tuple[int, ...]) -> None:
        self.port = free_port()
        self._next = itertools.cycle(ports)
        self._tries = len(ports)
        #: How much each of them took.
        self.taken = dict.fromkeys(ports, 0)

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        async with aiohttp.ClientSession() as self._session:
            app = web.Application()
            app.router.add_post("/telegram{bot:.*}", self._hand_on)
            runner = web.AppRunner(app, access_log=None)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", self.port).start()
            try:
                yield
            finally:
                await runner.cleanup()

    async def _hand_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        head = {name: request.headers.get(name, "") for name in (SECRET_HEADER, "Content-Type")}
        for _ in range(self._tries):
            port = next(self._next)
            try:
                async with self._session.post(
                    f"http://127.0.0.1:{port}{request.path}", data=body, headers=head
                ) as answer:
                    await answer.read()
                    self.taken[port] += answer.status == 200
                    again = answer.headers.get("Retry-After")
                    headers = {} if again is None else {"Retry-After": again}
                    return web.Response(status=answer.status, headers=headers)
            except aiohttp.ClientError:
                continue
        return web.Response(status=502)


@dataclass
class Several:
    """The processes by their names; each is `doorstep run` with a role."""

    folder: Path
    url: str
    sandbox: Sandbox
    front: Front
    ports: Mapping[str, int]
    running: "dict[str, subprocess.Popen[bytes]]" = field(default_factory=dict)

    def start(self, name: str, role: str) -> None:
        """Start a process, without a role a whole service; one that receives has a port."""
        settings = {
            "DOORSTEP_DATABASE": self.url,
            "DOORSTEP_KEYS": str(self.folder / "doorstep.keys"),
            "DOORSTEP_TELEGRAM_TOKEN": self.sandbox.token,
            "DOORSTEP_MORE_TOKENS": ";".join(
                f"bot{number}={bot.token}" for number, bot in enumerate(self.sandbox.bots[1:], 2)
            ),
            "DOORSTEP_TELEGRAM_API": self.sandbox.address,
            "DOORSTEP_WEBHOOK_URL": f"http://127.0.0.1:{self.front.port}/telegram",
        }
        if name in self.ports:
            settings["DOORSTEP_WEBHOOK_LISTEN"] = f"127.0.0.1:{self.ports[name]}"
        with self.log_of(name).open("ab") as log:
            self.running[name] = subprocess.Popen(  # noqa: S603 - our own words
                [sys.executable, "-m", "bot", "run", *(["--role", role] if role else [])],
                cwd=self.folder,
                env=environment(settings),
                stdout=log,
                stderr=log,
            )

    def log_of(self, name: str) -> Path:
        """Return where a process writes its log."""
        return self.folder / f"{name}.log"

    async def has_said(self, name: str, words: str, times: int = 1) -> None:
        """Wait until a process has written something into its log so many times."""
        async with asyncio.timeout(PATIENCE):
            while self.log_of(name).read_text().count(words) < times:
                assert self.running[name].poll() is None, self.log_of(name).read_text()
                await asyncio.sleep(0.05)

    def kill(self, name: str) -> None:
        """Kill a process as it is."""
        process = self.running.pop(name)
        process.kill()
        process.wait()

    def ends_by_itself(self, name: str) -> str:
        """Wait until a process has ended, and return its log."""
        self.running.pop(name).wait(PATIENCE)
        return self.log_of(name).read_text()

    async def look(self, work: Work[T]) -> T:
        """Look into the database, as a command does beside the processes."""
        database = Database(open_engine(self.url), Keys(self.folder / "doorstep.keys"))
        await database.start()
        try:
            return await database.transact(work)
        finally:
            await database.stop()


@asynccontextmanager
async def several_on(
    folder: Path, url: str, receivers: tuple[str, ...], bots: int = 1
) -> AsyncIterator[Several]:
    """Set a stage on which no process runs yet; whatever runs at its end is killed."""
    ports = {name: free_port() for name in receivers}
    front = Front(tuple(ports.values()))
    async with Sandbox(clock=SystemClock()) as sandbox, front.listening():
        for number in range(2, bots + 1):
            token = f"{7_000_000_000 + number}:another-token-of-no-value-at-all"
            sandbox.add_bot(token, f"Doorstep {number}", f"Doorstep{number}Bot")
        stage = Several(folder, url, sandbox, front, ports)
        try:
            yield stage
        finally:
            for name in list(stage.running):
                stage.kill(name)
