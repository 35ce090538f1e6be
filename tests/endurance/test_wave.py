"""A wave: many strangers come by the link of one call-out, and each of them offers help first.

Nothing is lost, everybody stands in the queue of those who look after the scheme, who are not
written to for each of them, and whoever asks for help meanwhile is answered.
"""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from statistics import quantiles

import pytest

from benchmarks.caller import Caller
from benchmarks.journey import NEIGHBOURHOODS
from benchmarks.load import FIRST_ACCOUNT
from benchmarks.store import Holding, fill
from bot.clock import SystemClock
from bot.messengers.telegram.addresses import APP
from bot.sandbox.server import Sandbox
from handlers.texts import T
from tests.databases import rows_of
from tests.endurance.amounts import ENDURE, Notes, amount
from tests.endurance.killed_service import PATIENCE, KilledService, NothingComesError, store_in
from tests.endurance.neighbours import SENT, TEXTS
from tests.endurance.strangers import Walker, let_hear
from tests.fresh_scheme import database_in

STRANGERS = amount(40, 5_000)
RESIDENTS = amount(3, 100)
#: Over so many seconds they come; so long they think before each answer, at most.
COMING = amount(3, 480)
THINKING = 4.0 if ENDURE else 0.2
COORDINATORS = (6001, 6002)
FIRST_STRANGER = 50_001
#: How often it is looked whether all is done, in seconds.
LOOK = amount(1, 5) / 5
#: So many messages may come to a coordinator, whatever the number of strangers.
FEW = 10
#: What of the queue is about strangers.
SORTS = ("queue-sort-check-wanted", "queue-sort-offer")


class Wave:
    """Everybody who comes, and where they come to."""

    def __init__(self, service: KilledService, caller: Caller) -> None:
        self.service = service
        self.caller = caller
        self.residents: list[Walker] = []
        self.strangers: list[Walker] = []
        self._random = Random(1)

    def people(self) -> None:
        """Bring everybody on who comes later."""
        link = self.caller.link
        assert link is not None
        start = "/start " + link.partition("start=")[2]
        self.residents += [self._walker(FIRST_ACCOUNT + each, "/ask") for each in range(RESIDENTS)]
        self.strangers += [self._walker(FIRST_STRANGER + each, start) for each in range(STRANGERS)]

    def _walker(self, account: int, begins: str) -> Walker:
        person = self.service.sandbox.add_person(f"Person {account}", account=account)
        return Walker(person, begins, typed="Ruth", thinks=THINKING, random=self._random)

    def comes(self) -> None:
        """Let everybody begin, each at their own moment."""
        loop = asyncio.get_running_loop()
        for each in (*self.residents, *self.strangers):
            loop.call_later(self._random.uniform(0, COMING), each.begins)

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so; fails where nothing happens any more."""
        time = asyncio.get_running_loop().time
        counted, latest = -1, time() + PATIENCE
        while not is_so():
            self.caller.acts()
            calls = self.service.sandbox.recorder.calls_counted
            if calls != counted:
                counted, latest = calls, time() + PATIENCE
            elif time() > latest:
                raise NothingComesError(self.service.complaints)
            await asyncio.sleep(LOOK)

    def is_over(self) -> bool:
        """Whether everybody has been answered, and every stranger has said yes."""
        if not all(each.is_content for each in (*self.residents, *self.strangers)):
            return False
        return self.values("call_out_recipients", "answer").count("yes") == STRANGERS

    def values(self, table: str, column: str) -> list[object]:
        """Return what stands in a column of all rows of a table."""
        return [row[column] for row in rows_of(database_in(self.service.folder), table)]

    @property
    def in_queue(self) -> int:
        """How many strangers stand in the queue, as the coordinator has just read it."""
        text = next(each for each in reversed(self.caller.author.texts) if _overview(each))
        return sum(_overview(text))


def _overview(text: str) -> list[int]:
    """Return the numbers of offers that an overview of the queue speaks of."""
    found = []
    for line in text.splitlines():
        number = int("".join(re.findall(r"\d", line)) or "1")
        if line in {TEXTS.say(T(sort, number=number), "en") for sort in SORTS}:
            found.append(number)
    return found


@asynccontextmanager
async def wave_in(folder: Path) -> AsyncIterator[Wave]:
    """Store some residents; the service is not yet running."""
    box = Sandbox(clock=SystemClock(), enforce_pace=False, check_calls=not ENDURE)
    async with box as sandbox:
        author, second = (
            sandbox.add_person(f"Coordinator {account}", account=account)
            for account in COORDINATORS
        )
        groups = [sandbox.add_group(name, [author]) for name in NEIGHBOURHOODS]
        await fill(store_in(folder), Holding(RESIDENTS), [group.id for group in groups])
        owners = tuple(f"{APP}:{account}" for account in COORDINATORS)
        service = KilledService(folder, sandbox, owners=owners)
        try:
            yield Wave(service, Caller(author, second))
        finally:
            service.kill()


async def test_everybody_who_comes_by_a_link_stands_in_the_queue(
    tmp_path: Path, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with wave_in(tmp_path) as wave:
        wave.service.start()
        await wave.until(lambda: wave.caller.link is not None)
        wave.people()
        let_hear({each.person.id: each for each in (*wave.residents, *wave.strangers)}, monkeypatch)
        author = wave.caller.author
        told = len(author.from_bot)
        begun = asyncio.get_running_loop().time()
        wave.comes()
        await wave.until(wave.is_over)
        took = asyncio.get_running_loop().time() - begun
        assert len(author.from_bot) - told <= FEW
        notes("messages to a coordinator during the wave", len(author.from_bot) - told)
        author.says("/queue")
        await wave.until(lambda: any(map(_overview, author.texts)))
        assert wave.in_queue == STRANGERS
        assert wave.values("volunteers", "reviewed_at").count(None) == STRANGERS
        assert set(wave.values("inbox", "status")) == {"done"}
        for resident in wave.residents:
            assert any(SENT in text for text in resident.person.texts)
        assert not wave.service.sandbox.recorder.violations
        assert not list(wave.service.sandbox.recorder.unexpected)
        assert '"level": "error"' not in wave.service.complaints
        notes("strangers who came by a link", STRANGERS)
        notes("seconds until the last of them was done", round(took))
        for name, walkers in (("strangers", wave.strangers), ("residents", wave.residents)):
            waits = quantiles([wait for each in walkers for wait in each.waits], n=100)
            notes(f"answers to {name}, median and p95 in ms", _in_ms(waits[49], waits[94]))


def _in_ms(*seconds: float) -> tuple[int, ...]:
    return tuple(round(1000 * each) for each in seconds)
