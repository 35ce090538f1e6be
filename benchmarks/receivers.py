"""Two receivers against one, on one PostgreSQL: how many steps a second are dealt with.

Only what receives is measured: a bot may send thirty messages a second, and one process sends more
than that. People type the answers of a whole journey, each once the one before was dealt with, and
whoever stands in for the messaging app sends them to the receivers in turn, so that the steps of
one person come to both.
"""

import asyncio
import itertools
import json
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any, Final

import aiohttp
import psutil

from benchmarks import servers
from benchmarks.extent import Extent, Figures, Tell
from benchmarks.load import FIRST_ACCOUNT
from benchmarks.stage import GROUP_IDS, BenchmarkError
from benchmarks.store import Holding, Store, fill
from bot.clock import SystemClock
from bot.messengers.telegram.webhooks import SECRET_HEADER
from bot.sandbox.server import Sandbox
from bot.webhook import secret_for
from tests.environment import environment
from tests.ports import free_port

#: What everybody types, from the beginning of a request to *Send*.
TYPED: Final = (
    "/ask",
    "Shopping",
    "Bread, milk and something for the cat, please",
    "tomorrow morning",
    "Elm Park",
    "One small bag",
    "There is nothing to pay",
    "Send",
)
#: How many journeys anybody walks: more requests than this nobody may have open.
JOURNEYS: Final = 3
#: So many people walk at a time for each of those at a time elsewhere: it is about what is most.
CROWDED: Final = 2
#: In seconds: what a process may take to start, and what may pass without a step.
PATIENCE: Final = 60.0
#: How often it is looked which steps are dealt with, in seconds.
GLANCE: Final = 0.02
_WAITING: Final = "SELECT number FROM inbox WHERE status = 'new'"


async def receivers(extent: Extent, tell: Tell) -> Figures:
    """Have journeys walked with one receiver and with two, in turn, and return medians."""
    rates: dict[int, list[float]] = {1: [], 2: []}
    processor: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory(prefix="doorstep-benchmark-") as name, ExitStack() as stack:
        folder = _open_to_others(Path(name))
        server = stack.enter_context(servers.postgresql(_made(folder / "postgresql")))
        for turn in range(extent.rounds):
            # Whoever goes first goes second the next time.
            for number in (1, 2) if turn % 2 == 0 else (2, 1):
                tell(f"{number} receiving, round {turn + 1} of {extent.rounds}")
                place = f"round_{turn}_{number}"
                await servers.execute(server.address("postgres"), f"CREATE DATABASE {place}")
                store = Store(_made(folder / place), server.address(place))
                await fill(store, Holding(extent.people * CROWDED), GROUP_IDS)
                rate, cost = await _measured(store, number, extent.people * CROWDED)
                rates[number].append(rate)
                processor[number].append(cost)
    ratios = [two / one for one, two in zip(rates[1], rates[2], strict=True)]
    return {
        "steps_per_second": {str(each): median(found) for each, found in rates.items()},
        "processor_ms_a_step": {str(each): median(found) for each, found in processor.items()},
        "rounds": {str(each): found for each, found in rates.items()},
        "times_as_many": median(ratios),
        "wanted": 1.7,
    }


def _open_to_others(folder: Path) -> Path:
    # The server may run as somebody else, who has to come to its own folder in it.
    folder.chmod(0o711)
    return folder


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


async def _measured(store: Store, number: int, people: int) -> tuple[float, float]:
    ports = [free_port() for _ in range(number)]
    async with Sandbox(clock=SystemClock()) as sandbox, _line_to(store) as line:
        with _running(store, sandbox, ports) as processes:
            app = _App(secret_for(sandbox.token), ports, line)
            async with aiohttp.ClientSession() as app.session:
                await app.wait_until_all_listen(processes)
                await app.walk(people, journeys=1, first=1)
                before = _processor(processes)
                begun = perf_counter()
                steps = await app.walk(people, journeys=JOURNEYS - 1, first=1_000_000)
                seconds = perf_counter() - begun
                used = _processor(processes) - before
    return steps / seconds, 1000 * used / steps


@asynccontextmanager
async def _line_to(store: Store) -> AsyncIterator[Any]:
    line = await servers.connect(store.url)
    try:
        yield line
    finally:
        await line.close()


def _processor(processes: "list[subprocess.Popen[bytes]]") -> float:
    times = [psutil.Process(each.pid).cpu_times() for each in processes]
    return sum(each.user + each.system for each in times)


@contextmanager
def _running(
    store: Store, sandbox: Sandbox, ports: list[int]
) -> "Iterator[list[subprocess.Popen[bytes]]]":
    processes = []
    for port in ports:
        settings = {
            "DOORSTEP_DATABASE": store.url,
            "DOORSTEP_KEYS": str(store.keys_file),
            "DOORSTEP_TELEGRAM_TOKEN": sandbox.token,
            "DOORSTEP_TELEGRAM_API": sandbox.address,
            "DOORSTEP_WEBHOOK_URL": "http://127.0.0.1:1/telegram",
            "DOORSTEP_WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        }
        with (store.folder / f"{port}.log").open("wb") as log:
            # Each in a session of its own, as each of them would be on a computer of its own.
            process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run", "--role", "receive"],
                env=environment(settings),
                cwd=store.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        processes.append(process)
    try:
        yield processes
    finally:
        for process in processes:
            process.kill()
            process.wait()


class _App:
    """Stands in for the messaging app, and for the web server in front of the receivers."""

    session: aiohttp.ClientSession

    def __init__(self, secret: str, ports: list[int], line: Any) -> None:
        self._head = {SECRET_HEADER: secret}
        self._ports = ports
        self._next = itertools.cycle(ports)
        self._line = line
        self._waiting: set[int] = set()
        self._looked = asyncio.Condition()

    async def wait_until_all_listen(self, processes: "list[subprocess.Popen[bytes]]") -> None:
        async with asyncio.timeout(PATIENCE):
            for port, process in zip(self._ports, processes, strict=True):
                while not await self._listens(port):
                    if process.poll() is not None:
                        raise BenchmarkError("a receiver ended by itself")
                    await asyncio.sleep(0.1)

    async def _listens(self, port: int) -> bool:
        try:
            async with self.session.get(f"http://127.0.0.1:{port}/") as answer:
                return answer.status == 403
        except aiohttp.ClientError:
            return False

    async def walk(self, people: int, journeys: int, first: int) -> int:
        """Have everybody walk, and return how many steps were dealt with."""
        numbers = itertools.count(first)
        looking = asyncio.create_task(self._look())
        try:
            async with asyncio.timeout(PATIENCE + people), asyncio.TaskGroup() as walking:
                for each in range(people):
                    walking.create_task(self._walk_one(each, journeys, numbers))
        finally:
            looking.cancel()
            await asyncio.gather(looking, return_exceptions=True)
        return people * journeys * len(TYPED)

    async def _walk_one(self, person: int, journeys: int, numbers: Iterator[int]) -> None:
        for words in TYPED * journeys:
            number = next(numbers)
            await self._send(person, number, words)
            await self._until_dealt_with(number)

    async def _send(self, person: int, number: int, words: str) -> None:
        account = FIRST_ACCOUNT + person
        message = {
            "message_id": number,
            "date": 1,
            "chat": {"id": account, "type": "private", "first_name": "P"},
            "from": {"id": account, "is_bot": False, "first_name": "P", "language_code": "en"},
            "text": words,
        }
        body = json.dumps({"update_id": 500_000_000 + number, "message": message})
        while True:
            address = f"http://127.0.0.1:{next(self._next)}/telegram"
            async with self.session.post(address, data=body, headers=self._head) as answer:
                await answer.read()
                if answer.status == 200:
                    return
            await asyncio.sleep(0.05)

    async def _until_dealt_with(self, number: int) -> None:
        async with self._looked:
            # What is known of the last look may be from before it was sent.
            await self._looked.wait()
            await self._looked.wait_for(lambda: 500_000_000 + number not in self._waiting)

    async def _look(self) -> None:
        while True:
            self._waiting = {row["number"] for row in await self._line.fetch(_WAITING)}
            async with self._looked:
                self._looked.notify_all()
            await asyncio.sleep(GLANCE)
