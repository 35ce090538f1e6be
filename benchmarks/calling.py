"""The sandbox, at Telegram's own pace, with a coordinator who calls everybody who is stored.

A process of its own that talks as `benchmarks.load` does. Its order is a `CallOut`. While it is
carried out others ask for help, in no hurry, and some of those who are called say yes. Every few
seconds is told what was counted.
"""

import asyncio
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from statistics import quantiles
from time import perf_counter
from typing import Final

from benchmarks.caller import WORDS, Caller
from benchmarks.crowd import LostTheWayError, Walker, listen
from benchmarks.journey import LAST_WORDS
from benchmarks.load import ADMIN, FIRST_ACCOUNT, SECOND, say, serving
from bot.sandbox.methods import PACED
from bot.sandbox.people import Person
from bot.sandbox.schema import Json
from bot.sandbox.server import Sandbox
from bot.sandbox.world import Message, World

#: How often is told how far it is, in seconds.
TELL: Final = 10.0
#: How often the coordinator looks at the phone, in seconds.
GLANCE: Final = 0.1
#: Where nobody is written to for so many seconds, the bot hangs or is done.
PATIENCE: Final = 60.0
#: One of so many says yes, so many seconds after they were called.
SAYS_YES: Final = 25
THINKS: Final = 3.0


@dataclass(frozen=True, slots=True)
class CallOut:
    """How many are called, and how many others ask for help meanwhile.

    Each of those takes a step, waits for the answer, and pauses for so many seconds.
    """

    recipients: int
    residents: int
    pause: float


@dataclass
class Counted:
    """What happened: calls that count for the pace, words to those called, waits in seconds."""

    paced: list[float] = field(default_factory=list)
    heard: Counter[int] = field(default_factory=Counter)
    #: How many calls had been made when the first and the last of those who are called heard.
    first: int = 0
    last: int = 0
    waits: list[float] = field(default_factory=list)

    def note(self, number: int, words: str) -> bool:
        """Count a call for a chat; says whether it called somebody."""
        self.paced.append(perf_counter())
        if number < FIRST_ACCOUNT or WORDS not in words:
            return False
        self.first = self.first or len(self.paced)
        self.last = len(self.paced)
        self.heard[number] += 1
        return True

    def described(self) -> Json:
        """Return the figures from the first to the last who heard; waits in milliseconds."""
        seconds = self.paced[self.last - 1] - self.paced[self.first - 1] if self.last else 0.0
        cuts = quantiles(self.waits, n=100) if len(self.waits) > 1 else [0.0] * 99
        return {
            "heard": len(self.heard),
            "heard_twice": sum(times > 1 for times in self.heard.values()),
            "seconds": seconds,
            "messages_per_second": (self.last - self.first) / seconds if seconds else 0.0,
            "answers": len(self.waits),
            "median_ms": cuts[49] * 1000,
            "p95_ms": cuts[94] * 1000,
            "longest_ms": max(self.waits, default=0.0) * 1000,
        }


class Resident:
    """Somebody who asks for help again and again, and takes their time."""

    def __init__(self, person: Person, number: int, pause: float, counted: Counted) -> None:
        self._walker = Walker(person, number)
        self._pause = pause
        self._counted = counted
        self._answer: asyncio.Future[Message] | None = None

    async def walk(self, begins_after: float) -> None:
        """Go on until cancelled; where a time that was chosen has passed meanwhile, begin anew."""
        await asyncio.sleep(begins_after)
        while True:
            self._answer = asyncio.get_running_loop().create_future()
            try:
                self._walker.go()
                wait, _ = self._walker.answered(await self._answer)
                self._counted.waits.append(wait)
            except LostTheWayError:
                self._walker.begin_anew()
            await asyncio.sleep(self._pause)

    def hear(self, message: Message) -> None:
        """Take what the bot says, where it is an answer and no news."""
        data = (button.data or "" for row in message.buttons for button in row)
        is_answer = LAST_WORDS in (message.text or "") or any(each[:2] == "q:" for each in data)
        if is_answer and self._answer is not None and not self._answer.done():
            self._answer.set_result(message)


class Called:
    """Those who are called, one of so many of whom says yes after a moment."""

    def __init__(self, people: list[Person], counted: Counted) -> None:
        self._people = {each.id: each for each in people[::SAYS_YES]}
        self._counted = counted
        self._since: dict[int, float] = {}

    def hear(self, number: int, message: Message, is_call: bool) -> None:  # noqa: FBT001 - by call_soon
        """Take what the bot says to somebody: it calls them, or answers them."""
        if is_call and number in self._people:
            asyncio.get_running_loop().call_later(THINKS, self._say_yes, number, message)
        elif number in self._since:
            self._counted.waits.append(perf_counter() - self._since.pop(number))

    def _say_yes(self, number: int, message: Message) -> None:
        self._since[number] = perf_counter()
        self._people[number].taps_button(message, message.buttons[0][0])


async def main() -> None:
    """Serve one bot, and have everybody called."""
    async with serving(enforce_pace=True) as (sandbox, _):
        line = await asyncio.to_thread(sys.stdin.readline)
        if line:
            await _call(sandbox, CallOut(**json.loads(line)))
            await asyncio.to_thread(sys.stdin.readline)


async def _call(sandbox: Sandbox, order: CallOut) -> None:
    caller = Caller(sandbox.person(ADMIN), sandbox.add_person("Second", account=SECOND))
    everybody = [
        sandbox.add_person(f"Person {number}", account=FIRST_ACCOUNT + number)
        for number in range(order.recipients + order.residents)
    ]
    for person in everybody:
        person.account.has_started = True
    counted = Counted()
    residents = {
        person.id: Resident(person, number, order.pause, counted)
        for number, person in enumerate(everybody[order.recipients :])
    }
    _let_hear(counted, residents, Called(everybody[: order.recipients], counted))
    async with asyncio.TaskGroup() as tasks:
        walking = [
            tasks.create_task(resident.walk(number * order.pause / order.residents))
            for number, resident in enumerate(residents.values())
        ]
        walking.append(tasks.create_task(_act(caller)))
        await _until_over(counted, order.recipients)
        for task in walking:
            task.cancel()
    asked_to_wait = sandbox.recorder.violations_counted
    say("progress", is_over=True, asked_to_wait=asked_to_wait, **counted.described())


async def _act(caller: Caller) -> None:
    while True:
        caller.acts()
        await asyncio.sleep(GLANCE)


def _let_hear(counted: Counted, residents: dict[int, Resident], called: Called) -> None:
    def heard(method: str, world: World, params: Json) -> None:
        number = int(params["chat_id"])
        is_call = counted.note(number, params.get("text", ""))
        if method != "sendMessage":
            return
        message = next(reversed(world.chats[number].messages.values()))
        # Only now that the bot's own call is answered would a person read it.
        soon = asyncio.get_running_loop().call_soon
        if number in residents:
            soon(residents[number].hear, message)
        else:
            soon(called.hear, number, message, is_call)

    for method in PACED:
        listen(method, partial(heard, method))


async def _until_over(counted: Counted, recipients: int) -> None:
    """Tell every few seconds how far it is, until all have heard or nobody hears any more."""
    heard, latest = -1, perf_counter() + PATIENCE
    while len(counted.heard) < recipients and perf_counter() < latest:
        if len(counted.heard) > heard:
            heard, latest = len(counted.heard), perf_counter() + PATIENCE
        say("progress", is_over=False, **counted.described())
        await asyncio.sleep(min(TELL, 1 + (recipients - heard) / 30))


if __name__ == "__main__":
    asyncio.run(main())
