"""A bot and the sandbox that it talks to, each in a process of its own, for as long as needed."""

import asyncio
import contextlib
import json
import shutil
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import psutil
from sqlalchemy import make_url

from benchmarks.calling import CallOut
from benchmarks.journey import API, CLOCK_AT, GROUPS, NEIGHBOURHOODS, STATE, TOKEN
from benchmarks.load import ADMIN, SECOND, Order
from benchmarks.servers import execute
from benchmarks.store import Store
from bot.messengers.telegram.addresses import APP
from bot.messengers.telegram.libraries import AIOGRAM, PYTHON_TELEGRAM_BOT
from tests.environment import environment

#: In seconds: what a process may take to say the next thing, and to end.
PATIENCE: Final = 70.0
END: Final = 15.0
#: The ids that a fresh sandbox gives to its groups, checked at every start.
GROUP_IDS: Final = tuple(-4_200_001 - number for number in range(len(NEIGHBOURHOODS)))

Line = dict[str, Any]


class BenchmarkError(Exception):
    """A process did not do what it should; the message says which, and what it wrote."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a bot works: its store, the sandbox's address and token, and a Redis where it has one.

    `clock_at` is what its clock shows at the start; the machine's time where nothing is said.
    """

    store: Store
    address: str
    token: str
    redis: str = ""
    clock_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Bot:
    """A bot to be measured: `module` is run by Python, with what `environment` makes of a place.

    `library` and `state` are what it is built on and where it keeps what was said.
    """

    title: str
    library: str
    state: str
    module: tuple[str, ...]
    environment: Callable[[Place], Mapping[str, str]]
    is_ours: bool = False
    is_on_server: bool = False


def _doorstep(place: Place) -> Mapping[str, str]:
    clock = {} if place.clock_at is None else {CLOCK_AT: place.clock_at.isoformat()}
    return {
        "DOORSTEP_TELEGRAM_TOKEN": place.token,
        "DOORSTEP_TELEGRAM_API": place.address,
        "DOORSTEP_DATABASE": place.store.url,
        "DOORSTEP_KEYS": str(place.store.keys_file),
        **clock,
    }


def _doorstep_on_aiogram(place: Place) -> Mapping[str, str]:
    return {**_doorstep(place), "DOORSTEP_TELEGRAM_LIBRARY": AIOGRAM}


def _plain(place: Place) -> Mapping[str, str]:
    groups = ",".join(str(group) for group in GROUP_IDS)
    return {TOKEN: place.token, API: place.address, GROUPS: groups}


def _with_pickle(place: Place) -> Mapping[str, str]:
    return {**_plain(place), STATE: str(place.store.folder / "state.pickle")}


def _with_redis(place: Place) -> Mapping[str, str]:
    return {**_plain(place), STATE: place.redis}


def _looked_after(place: Place) -> Mapping[str, str]:
    return {**_doorstep(place), "DOORSTEP_OWNERS": f"{APP}:{ADMIN},{APP}:{SECOND}"}


_AS_RUN: Final = ("bot", "run")
_UNPACED: Final = ("benchmarks.our_service",)
_FSM: Final = ("benchmarks.peers.aiogram_fsm",)
_HANDLER: Final = ("benchmarks.peers.conversation_handler",)
_FILE, _SERVER, _MEMORY = "SQLite", "PostgreSQL", "memory"

#: As anybody runs it, and with people who look after the scheme.
DOORSTEP: Final = Bot("Doorstep", PYTHON_TELEGRAM_BOT, _FILE, _AS_RUN, _doorstep, is_ours=True)
DOORSTEP_LOOKED_AFTER: Final = replace(DOORSTEP, environment=_looked_after)
#: With its pace lifted, for what Telegram allows would be all that one measures.
ON_FILE: Final = replace(DOORSTEP, title="Doorstep, SQLite", module=_UNPACED)
ON_SERVER: Final = replace(ON_FILE, title="Doorstep, PostgreSQL", state=_SERVER, is_on_server=True)
AIOGRAM_ON_FILE: Final = replace(ON_FILE, library=AIOGRAM, environment=_doorstep_on_aiogram)
AIOGRAM_ON_SERVER: Final = replace(ON_SERVER, library=AIOGRAM, environment=_doorstep_on_aiogram)
PLAIN_HANDLER: Final = Bot("memory", PYTHON_TELEGRAM_BOT, _MEMORY, _HANDLER, _plain)
PICKLING_HANDLER: Final = Bot(
    "PicklePersistence", PYTHON_TELEGRAM_BOT, "a pickle, now and then", _HANDLER, _with_pickle
)
PLAIN_FSM: Final = Bot("memory", AIOGRAM, _MEMORY, _FSM, _plain)
REDIS_FSM: Final = Bot("RedisStorage", AIOGRAM, "Redis, on disk now and then", _FSM, _with_redis)


def as_run(bot: Bot) -> Bot:
    """Return a bot as anybody runs it, with its pace kept."""
    return replace(bot, module=_AS_RUN) if bot.is_ours else bot


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory of a process in bytes: resident, and with what is shared counted by its share."""

    resident: int
    proportional: int


@dataclass(frozen=True, slots=True)
class Walked:
    """What the crowd counted (see `crowd.Counted`), and the processor time of the bot meanwhile."""

    counted: Line
    processor_seconds: float

    @property
    def steps_per_second(self) -> float:
        return float(self.counted["steps_per_second"])


@dataclass(frozen=True, slots=True)
class Called:
    """What a call-out came to (see `calling.Counted`), and the bot's memory every few seconds."""

    counted: Line
    memory: list[Memory]
    processor_seconds: float


class Running:
    """A bot that has answered a stranger. Times in seconds since its process was begun."""

    def __init__(self, load: "_Child", bot: "_Child", store: Store) -> None:
        self._load = load
        self._bot = bot
        self.store = store
        self.first_poll = 0.0
        self.first_answer = 0.0

    async def wait_for_first_answer(self) -> None:
        """Note how long the bot takes to ask for updates, and to answer one."""
        await self._hear("polled")
        self.first_poll = perf_counter() - self._bot.begun
        await self._hear("answered")
        self.first_answer = perf_counter() - self._bot.begun

    def memory(self) -> Memory:
        """Return what the bot's process holds now."""
        full = self._bot.measured.memory_full_info()
        return Memory(resident=full.rss, proportional=full.pss)

    def processor_seconds(self) -> float:
        """Return the processor time that the bot has used so far, in seconds."""
        times = self._bot.measured.cpu_times()
        return float(times.user + times.system)

    async def walk(self, order: Order) -> Walked:
        """Send the crowd on its way and return what was counted."""
        await self._load.tell(asdict(order))
        await self._hear("begun")
        before = self.processor_seconds()
        counted = await self._hear("ended")
        return Walked(counted, self.processor_seconds() - before)

    async def call(self, order: CallOut) -> Called:
        """Have everybody called who is stored, and return what came of it."""
        before, memory = self.processor_seconds(), [self.memory()]
        await self._load.tell(asdict(order))
        while not (counted := await self._hear("progress"))["is_over"]:
            memory.append(self.memory())
        return Called(counted, [*memory, self.memory()], self.processor_seconds() - before)

    async def _hear(self, event: str) -> Line:
        """Return what the sandbox says next; raises BenchmarkError where the bot ends before."""
        said = asyncio.create_task(self._load.hear(event))
        ended = asyncio.create_task(self._bot.process.wait())
        await asyncio.wait((said, ended), return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if said.done():
            return said.result()
        said.cancel()
        raise BenchmarkError(f"{self._bot.title} ended: {self._bot.complaints()}")


@contextlib.asynccontextmanager
async def running(
    bot: Bot,
    filled: Store,
    load: str = "benchmarks.load",
    *,
    redis: str = "",
    clock_at: datetime | None = None,
) -> AsyncIterator[Running]:
    """Run a bot in a folder of its own, on a copy of a store where it has one.

    `load` is the module of the sandbox's process. Raises BenchmarkError.
    """
    async with (
        _copied(filled, is_whole=bot.is_ours) as store,
        _child("the sandbox", (load,), store.folder, {}) as sandbox,
    ):
        listening = await sandbox.hear("listening")
        assert tuple(listening["groups"]) == GROUP_IDS
        place = Place(store, listening["address"], listening["token"], redis, clock_at)
        async with _child(bot.title, bot.module, store.folder, bot.environment(place)) as child:
            now = Running(sandbox, child, store)
            await now.wait_for_first_answer()
            yield now


@contextlib.asynccontextmanager
async def _copied(filled: Store, *, is_whole: bool) -> AsyncIterator[Store]:
    """Copy a store, or nothing of it, into a folder that goes afterwards."""
    with tempfile.TemporaryDirectory(prefix="doorstep-benchmark-") as folder:
        if not is_whole:
            yield Store(Path(folder))
            return
        for path in filled.folder.iterdir():
            shutil.copy(path, folder)
        if filled.server_url is None:
            yield Store(Path(folder))
            return
        name, whole = Path(folder).name.replace("-", "_"), make_url(filled.server_url)
        office = whole.set(database="postgres").render_as_string()
        await execute(office, f'CREATE DATABASE "{name}" TEMPLATE "{whole.database}"')
        try:
            yield Store(Path(folder), whole.set(database=name).render_as_string())
        finally:
            await execute(office, f'DROP DATABASE "{name}" WITH (FORCE)')


class _Child:
    """A process of ours; what it complains of goes into a file."""

    def __init__(self, title: str, process: asyncio.subprocess.Process, complaints: Path) -> None:
        self.begun = perf_counter()
        self.measured = psutil.Process(process.pid)
        self.process = process
        self.title = title
        self._complaints = complaints

    async def hear(self, event: str) -> Line:
        """Return the next line, which has to be of this kind; raises BenchmarkError."""
        assert self.process.stdout is not None
        try:
            line = await asyncio.wait_for(self.process.stdout.readline(), PATIENCE)
        except TimeoutError:
            raise BenchmarkError(f"{self.title} says nothing of {event!r}") from None
        if not line:
            raise BenchmarkError(f"{self.title} ended before {event!r}: {self.complaints()}")
        said: Line = json.loads(line)
        if said["event"] != event:
            raise BenchmarkError(f"{self.title} says {said['event']!r} instead of {event!r}")
        return said

    async def tell(self, order: Line) -> None:
        """Write a line to it."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(order).encode() + b"\n")
        await self.process.stdin.drain()

    def complaints(self) -> str:
        """Return the end of what it wrote to its standard error."""
        return self._complaints.read_text(errors="replace")[-2000:]


@contextlib.asynccontextmanager
async def _child(
    title: str, module: tuple[str, ...], folder: Path, settings: Mapping[str, str]
) -> AsyncIterator[_Child]:
    complaints = folder / f"{module[0]}.stderr"
    with complaints.open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *module,
            cwd=folder,
            env=environment(settings),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=stderr,
        )
    child = _Child(title, process, complaints)
    try:
        yield child
    finally:
        await _end(process)


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.communicate(), END)
    except TimeoutError:
        process.kill()
        await process.communicate()
