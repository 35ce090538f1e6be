"""People who ask for help again and again: as soon as the bot has answered them, or at a pace."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import quantiles
from time import perf_counter

from benchmarks.journey import LAST_WORDS, NEIGHBOURHOODS, STEPS
from bot.sandbox.groups import Group
from bot.sandbox.methods import METHODS
from bot.sandbox.people import Person
from bot.sandbox.schema import Json
from bot.sandbox.world import Message, World


class LostTheWayError(Exception):
    """The bot answered with something else than the next step of the journey."""


@dataclass
class Counted:
    """What happened: steps begun and answered, their times in seconds, journeys, calls."""

    steps_begun: int = 0
    steps: int = 0
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    journeys: int = 0
    cards: int = 0
    taps: int = 0
    taps_answered: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether nothing that was begun still waits for an answer."""
        return (
            self.steps == self.steps_begun
            and self.taps_answered >= self.taps
            and self.cards >= self.journeys
        )

    def note_begun(self, *, is_tap: bool) -> None:
        """Count a step that somebody takes."""
        self.steps_begun += 1
        self.taps += is_tap

    def note_step(self, wait: float, *, is_over: bool) -> None:
        """Count a step that was answered, after `wait` seconds."""
        self.steps += 1
        self.journeys += is_over
        self.waits.append(wait)

    def described(self) -> Json:
        """Return the figures; times in milliseconds."""
        cuts = quantiles(self.waits, n=100)
        return {
            "steps": self.steps,
            "seconds": self.seconds,
            "steps_per_second": self.steps / self.seconds,
            "median_ms": cuts[49] * 1000,
            "p99_ms": cuts[98] * 1000,
            "longest_ms": max(self.waits) * 1000,
            "journeys": self.journeys,
            "cards": self.cards,
            "taps": self.taps,
            "taps_answered": self.taps_answered,
        }


class Walker:
    """One person on their journey."""

    def __init__(self, person: Person, number: int) -> None:
        self.person = person
        self._place = number % len(NEIGHBOURHOODS)
        self._step = 0
        self._since = 0.0
        self._last: Message | None = None

    def go(self, since: float | None = None) -> bool:
        """Take the next step; says whether it was a tap.

        `since` is when it was to be taken, where that was earlier.
        """
        action = STEPS[self._step]
        self._since = perf_counter() if since is None else since
        if isinstance(action, str):
            self.person.says(action)
            return False
        place = self._place if action is None else action
        buttons = [one for row in self._last.buttons for one in row] if self._last else []
        if self._last is None or place >= len(buttons):
            raise LostTheWayError(f"no such button at step {self._step}")
        self.person.taps_button(self._last, buttons[place])
        return True

    def begin_anew(self) -> None:
        """Leave the journey as it is; the next step is the first one again."""
        self.person.says("/cancel")
        self._step, self._last = 0, None

    def answered(self, message: Message) -> tuple[float, bool]:
        """Take an answer; returns how long it took and whether the journey is over."""
        self._last = message
        is_over = LAST_WORDS in (message.text or "")
        if is_over != (self._step == len(STEPS) - 1):
            raise LostTheWayError(f"an unexpected answer to step {self._step}")
        self._step = (self._step + 1) % len(STEPS)
        return perf_counter() - self._since, is_over


class Crowd:
    """Everybody on their journeys, in the process of the sandbox whose people they are."""

    def __init__(self, people: list[Person], groups: list[Group]) -> None:
        self._walkers = {
            person.account.id: Walker(person, number) for number, person in enumerate(people)
        }
        self._groups = {group.id for group in groups}
        self._counted = Counted()
        self._not_begun = 0
        #: Who has nothing to wait for, where steps are taken at a pace.
        self._free: asyncio.Queue[Walker] | None = None
        self._done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        listen("sendMessage", self._heard)
        listen("answerCallbackQuery", self._tap_answered)

    async def walk(self, steps: int, pace: float | None = None) -> Counted:
        """Let everybody go on until so many steps are taken, and return what happened.

        `pace` is how many steps are begun a second, whether the earlier ones are answered or not;
        without it everybody goes on as soon as they are answered. Over only when every step and
        every tap has its answer, and every request its card. Raises LostTheWayError.
        """
        counted = self._counted = Counted()
        self._not_begun = steps
        self._done = asyncio.get_running_loop().create_future()
        begun = perf_counter()
        self._free = None
        if pace is None:
            for walker in self._walkers.values():
                self._go(walker)
            await self._done
        else:
            keeping_pace = asyncio.create_task(self._keep_pace(pace))
            try:
                await self._done
            finally:
                keeping_pace.cancel()
        counted.seconds = perf_counter() - begun
        return counted

    async def _keep_pace(self, pace: float) -> None:
        """Let somebody take a step whenever it is time; nobody free is a wait that counts."""
        free = self._free = asyncio.Queue()
        for walker in self._walkers.values():
            free.put_nowait(walker)
        moment = perf_counter()
        while self._not_begun:
            moment += 1 / pace
            await asyncio.sleep(moment - perf_counter())
            self._go(await free.get(), moment)

    def _go(self, walker: Walker, since: float | None = None) -> None:
        try:
            if self._not_begun:
                self._not_begun -= 1
                self._counted.note_begun(is_tap=walker.go(since))
        except LostTheWayError as error:
            self._fail(error)

    def _fail(self, error: LostTheWayError) -> None:
        if not self._done.done():
            self._done.set_exception(error)

    def _heard(self, world: World, params: Json) -> None:
        number = int(params["chat_id"])
        if number in self._groups:
            self._counted.cards += 1
            self._end_if_done()
        walker = self._walkers.get(number)
        if walker is not None:
            message = next(reversed(world.chats[number].messages.values()))
            # Only now that the bot's own call is answered would a person read it.
            asyncio.get_running_loop().call_soon(self._answered, walker, message)

    def _tap_answered(self, _world: World, _params: Json) -> None:
        self._counted.taps_answered += 1
        self._end_if_done()

    def _answered(self, walker: Walker, message: Message) -> None:
        try:
            wait, is_over = walker.answered(message)
        except LostTheWayError as error:
            self._fail(error)
            return
        if self._free is None:
            self._go(walker)
        else:
            self._free.put_nowait(walker)
        self._counted.note_step(wait, is_over=is_over)
        self._end_if_done()

    def _end_if_done(self) -> None:
        if self._not_begun == 0 and self._counted.is_complete and not self._done.done():
            self._done.set_result(None)


def listen(method: str, heard: Callable[[World, Json], None]) -> None:
    """Hear of every call of a method that was carried out."""
    carry_out = METHODS[method]

    def carry_out_and_tell(world: World, params: Json) -> object:
        result = carry_out(world, params)
        heard(world, params)
        return result

    METHODS[method] = carry_out_and_tell
