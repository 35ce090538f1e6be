"""Several processes share a server, and each of them is killed: nobody notices for long."""

import asyncio
import itertools
import random
import signal
from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import select

from bot.sandbox.people import Person
from bot.sandbox.recorder import summary
from storage.database import Transaction
from storage.tables import inbox
from tests.endurance.amounts import ENDURE, Notes, amount
from tests.endurance.several import PROMISED, Several, several_on

#: What everybody says, each of which is answered in other words.
WORDS: Final = (
    ("/privacy", "/help", "/mine", "/language", "/cancel") if ENDURE else ("/help", "/mine")
)
PEOPLE: Final = amount(4, 12)
ROUNDS: Final = amount(1, 8)
#: How long nothing may come before something must have been lost, in seconds.
PATIENCE: Final = 90.0
SENDS: Final = "this process sends from now on"
RUNS: Final = "the service is running"


async def _until(is_so: Callable[[], bool], seconds: float = PATIENCE) -> float:
    """Wait until something is so, and return how long that took."""
    time = asyncio.get_running_loop().time
    begun = time()
    while not is_so():
        assert time() - begun < seconds
        await asyncio.sleep(0.02)
    return time() - begun


class Asker:
    """Somebody who says the same things, as fast as they can, and looks at what comes back."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._said = 0

    @property
    def seen(self) -> list[str]:
        """What they were answered, after the greeting."""
        return [message.text or "" for message in self.person.from_bot][1:]

    def says_all(self) -> None:
        for words in WORDS:
            self.person.says(words)
        self._said += len(WORDS)

    async def learns(self) -> list[str]:
        """Say each once the one before is answered, and return the answers."""
        for words in WORDS:
            self.person.says(words)
            self._said += 1
            await _until(lambda: len(self.seen) == self._said)
        return self.seen

    def is_answered(self, answers: Sequence[str]) -> bool:
        return len(self._once(answers)) >= self._said

    def _numbers(self, answers: Sequence[str]) -> list[int]:
        # A word that it may come twice stands before it.
        return [
            next(number for number, answer in enumerate(answers) if text.endswith(answer))
            for text in self.seen
        ]

    def _once(self, answers: Sequence[str]) -> list[int]:
        numbers = self._numbers(answers)
        pairs = zip(numbers, [None, *numbers], strict=False)
        return [number for number, before in pairs if number != before]

    def came_twice(self, answers: Sequence[str]) -> int:
        """Return how much came twice; fails where anything is lost or out of its order."""
        once = self._once(answers)
        assert once == [number % len(WORDS) for number in range(self._said)]
        return len(self.seen) - len(once)


class Cast:
    """The processes, of which each that was killed is replaced by a new one."""

    def __init__(self, stage: Several) -> None:
        self.stage = stage
        self.kills = 0
        self.longest = 0.0
        self._number = 0
        self.sends, self.stands_by = "", ""

    async def sends_all(self, name: str) -> None:
        """Wait until a process sends for every bot."""
        await self.stage.has_said(name, SENDS, len(self.stage.sandbox.bots))

    async def begin(self) -> None:
        self.stage.start("one", "receive")
        await self.stage.has_said("one", RUNS)
        self.stage.start("two", "receive")
        self.stage.start("clock", "time")
        self.sends = self._another_sender()
        await self.sends_all(self.sends)
        self.stands_by = self._another_sender()
        for name in ("two", "clock", self.stands_by):
            await self.stage.has_said(name, RUNS)

    def _another_sender(self) -> str:
        self._number += 1
        name = f"sender {self._number}"
        self.stage.start(name, "send")
        return name

    async def sender_is_gone(self) -> None:
        """Wait until the one who stands by sends, and have another one stand by."""
        time = asyncio.get_running_loop().time
        begun = time()
        await self.sends_all(self.stands_by)
        self.longest = max(self.longest, time() - begun)
        self.sends, self.stands_by = self.stands_by, self._another_sender()
        await self.stage.has_said(self.stands_by, RUNS)

    async def sender_is_killed(self) -> None:
        self.stage.kill(self.sends)
        self.kills += 1
        await self.sender_is_gone()

    async def is_killed(self, name: str, role: str) -> None:
        """Kill one that others do the work of, and replace it once they do."""
        self.stage.kill(name)
        self.kills += 1
        self.longest = max(self.longest, await _until_taken(self.stage))
        self.stage.log_of(name).unlink()
        self.stage.start(name, role)
        await self.stage.has_said(name, RUNS)


async def _until_taken(stage: Several) -> float:
    """Wait until what was kept before this moment is dealt with, and return how long that took."""
    time = asyncio.get_running_loop().time
    begun = time()
    kept = await stage.look(_waiting)
    while kept & await stage.look(_waiting):
        assert time() - begun < PATIENCE
    return time() - begun


async def _waiting(transaction: Transaction) -> set[int]:
    found = await transaction.connection.execute(
        select(inbox.c.number).where(inbox.c.status == "new")
    )
    return set(found.scalars())


async def test_each_of_them_is_killed_under_load(tmp_path: Path, goal: str, notes: Notes) -> None:
    moments = random.Random(1)
    async with several_on(tmp_path, goal, ("one", "two"), bots=2) as stage:
        cast = Cast(stage)
        await cast.begin()
        bots = itertools.cycle(bot.account for bot in stage.sandbox.bots)
        people = [stage.sandbox.add_person(f"P{number}", "en") for number in range(PEOPLE)]
        askers = [Asker(person.at(next(bots))) for person in people]
        for asker in askers:
            asker.person.starts()
        await _until(lambda: all(asker.person.from_bot for asker in askers))
        answers = await askers[0].learns()
        for _ in range(ROUNDS):
            kills: list[Callable[[], Coroutine[Any, Any, None]]] = [
                cast.sender_is_killed,
                partial(cast.is_killed, "one", "receive"),
            ]
            if ENDURE:
                kills += [
                    partial(cast.is_killed, "two", "receive"),
                    partial(cast.is_killed, "clock", "time"),
                ]
            for kill in kills:
                for asker in askers:
                    asker.says_all()
                await asyncio.sleep(moments.uniform(0, 0.5))
                await kill()
                await _until(lambda: all(asker.is_answered(answers) for asker in askers))
        twice = sum(asker.came_twice(answers) for asker in askers)
        assert twice <= cast.kills
        violations = stage.sandbox.recorder.violations
        assert not violations, summary(violations)
        # Both took their share of it, whoever it was from.
        assert min(stage.front.taken.values()) > 0
        assert cast.longest <= PROMISED
    notes("processes killed beside others", cast.kills)
    notes("messages that came twice after those kills", twice)
    notes("longest time until others did the work, in seconds", round(cast.longest, 1))


@pytest.mark.skipif(not ENDURE, reason="takes its time: with ENDURE=1")
async def test_whoever_hangs_does_not_send_what_somebody_else_sends(
    tmp_path: Path, goal: str
) -> None:
    async with several_on(tmp_path, goal, ("one",)) as stage:
        cast = Cast(stage)
        stage.start("one", "receive,time")
        await stage.has_said("one", RUNS)
        cast.sends = "first"
        stage.start("first", "send")
        await stage.has_said("first", SENDS)
        cast.stands_by = "second"
        stage.start("second", "send")
        await stage.has_said("second", RUNS)
        asker = Asker(stage.sandbox.add_person("Ada", "en"))
        asker.person.starts()
        await _until(lambda: bool(asker.person.from_bot))
        answers = await asker.learns()
        hangs = stage.running["first"]
        hangs.send_signal(signal.SIGSTOP)
        asker.says_all()
        await cast.sender_is_gone()
        await _until(lambda: asker.is_answered(answers))
        hangs.send_signal(signal.SIGCONT)
        await stage.has_said("first", "this process sends nothing any more")
        asker.says_all()
        await _until(lambda: asker.is_answered(answers))
        assert asker.came_twice(answers) <= 1
        assert cast.longest <= PROMISED


async def test_a_service_by_itself_and_parts_of_one_refuse_each_other(
    tmp_path: Path, goal: str
) -> None:
    async with several_on(tmp_path, goal, ("one",)) as stage:
        stage.start("one", "receive, send,time")
        await stage.has_said("one", RUNS)
        stage.start("whole", "")
        said = stage.ends_by_itself("whole")
        assert "another doorstep runs on" in said


async def test_a_file_is_for_one_process(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path / 'doorstep.sqlite'}"
    async with several_on(tmp_path, url, ()) as stage:
        stage.start("one", "receive")
        said = stage.ends_by_itself("one")
        assert said == (
            "doorstep: --role is for several processes on a server of PostgreSQL, and"
            " DOORSTEP_DATABASE names a file; run doorstep run without it\n"
        )


async def test_a_role_that_is_none_is_refused(tmp_path: Path, goal: str) -> None:
    async with several_on(tmp_path, goal, ()) as stage:
        stage.start("one", "sender")
        said = stage.ends_by_itself("one")
        assert said == "doorstep: --role takes receive, send, time, with commas between several\n"
