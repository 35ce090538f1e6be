"""The load of a test with faults: requests on their way, and who waits for an answer since when."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.sandbox.people import Person
from bot.sandbox.updates import PRESS_KEPT
from bot.sandbox.world import Message
from tests.endurance.journeys import Journey
from tests.endurance.neighbours import Resident, lift_limits
from tests.scene import Scene

PLACE = "Elm Street"
ANSWERS = {"words": "Bread", "where": PLACE}
#: More rounds than a journey has steps.
MOST_ROUNDS = 60


class Typist(Resident):
    """Somebody who types what others tap: the app keeps words for a day, presses for minutes."""

    def _answer(self, question: Message) -> None:
        key = self._note(question)
        self.person.says(self.answers.get(key, question.labels[0]))


@dataclass
class Load:
    """Requests on their way, of residents who type and helpers who tap."""

    scene: Scene
    journeys: list[Journey] = field(default_factory=list)
    helpers: list[Person] = field(default_factory=list)
    _home: int = 0

    async def set_up(self, helpers: int) -> None:
        """Bring on a group of helpers who may take very much."""
        scene = self.scene
        self.helpers += [scene.person(f"Vic {number}") for number in range(helpers)]
        self._home = await scene.neighbourhood(PLACE, scene.group(PLACE, self.helpers))
        for helper in self.helpers:
            await scene.volunteer(helper, self._home, at_once=100)
        await scene.transact(lift_limits)

    async def more(self, number: int) -> list[Journey]:
        """Begin so many requests more."""
        begun = []
        for _ in range(number):
            count = len(self.journeys)
            ruth = self.scene.person(f"Ruth {count}")
            await self.scene.resident(ruth, self._home)
            helper = self.helpers[count % len(self.helpers)]
            group = self.scene.groups[PLACE]
            begun.append(Journey(Typist(ruth, ANSWERS), None, helper, group))
            self.journeys.append(begun[-1])
        return begun

    async def goes_on(self, journeys: Iterable[Journey], rounds: int) -> None:
        """Let people act, and be answered, so many times."""
        for _ in range(rounds):
            for journey in journeys:
                journey.acts()
            await self.scene.settles()

    async def gets_asked(self, journeys: Iterable[Journey]) -> None:
        """Let requests be asked for until their cards hang."""
        waiting = list(journeys)
        for _ in range(MOST_ROUNDS):
            waiting = [each for each in waiting if each.resident.reference is None]
            if not waiting:
                return
            await self.goes_on(waiting, 1)
        raise AssertionError([each.where_it_stands for each in waiting])

    async def ends(self, journeys: Iterable[Journey]) -> None:
        """Let people act until all is done."""
        left = list(journeys)
        for each in left:
            each.taps_again()
        for _ in range(MOST_ROUNDS):
            left = [each for each in left if not each.is_complete]
            if not left:
                return
            await self.goes_on(left, 1)
        raise AssertionError([each.where_it_stands for each in left])


class Waiting:
    """People who have just acted, and when the service answered each of them."""

    def __init__(self, scene: Scene, journeys: Iterable[Journey], lasts: timedelta) -> None:
        self._scene = scene
        self._seen: dict[Person, tuple[int, int]] = {}
        for journey in journeys:
            who = journey.acted_last if journey.acts() else None
            # The app drops presses that it cannot hand over for so long: nobody can answer them.
            if who is not None and (who is journey.resident.person or lasts < PRESS_KEPT):
                self._seen[who] = _shown_to(who)
        self.answered_at: dict[Person, datetime] = {}

    def has_ended(self) -> bool:
        """Say whether everybody has been answered by now."""
        self.look()
        return len(self.answered_at) == len(self._seen)

    @property
    def left(self) -> list[str]:
        """Who has not been answered."""
        return [who.name for who in self._seen if who not in self.answered_at]

    def look(self) -> None:
        """Note who has been answered by now."""
        for who, seen in self._seen.items():
            if who not in self.answered_at and _shown_to(who) != seen:
                self.answered_at[who] = self._scene.clock.now()


def _shown_to(who: Person) -> tuple[int, int]:
    return max((each.number for each in who.from_bot), default=0), len(who.toasts)
