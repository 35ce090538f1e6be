"""What the people of the town do with their phones, moment by moment, in front of the service."""

import heapq
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from benchmarks.week.town import Resident, Volunteer
from bot.sandbox.groups import Group
from bot.sandbox.people import Person
from bot.sandbox.world import Message
from handlers.texts import T, Texts
from storage import tasks
from storage.database import Transaction
from storage.model import Kind, Status, Task
from tests.scene import Scene

#: Says whether anything was done that the service hears of.
Deed = Callable[[], Awaitable[bool]]

#: How many of the newest messages of a group somebody reads who looks into it.
READ_BACK: Final = 6
CLAIM: Final = "I can do this"
NOT_NOW: Final = "Not this time"


@dataclass(order=True)
class _Planned:
    moment: datetime
    order: int
    deed: Deed = field(compare=False)


class StuckError(Exception):
    """A simulated person was asked something that they do not know how to answer."""


class Town:
    """Everybody in the town, and what each of them will do next."""

    def __init__(self, scene: Scene, zone: ZoneInfo, numbers: Mapping[str, int], seed: int) -> None:
        self.scene = scene
        self._zone = zone
        self._numbers = numbers
        self._seed = seed
        self._texts = Texts()
        self._planned: list[_Planned] = []
        self._order = count()
        #: What each volunteer has thought about already, by the message.
        self._considered: set[tuple[str, int]] = set()
        self._promised: set[tuple[int, int]] = set()

    @property
    def next_at(self) -> datetime | None:
        """When somebody does something next, or None where nobody will."""
        return self._planned[0].moment if self._planned else None

    def plan(self, moment: datetime, deed: Deed) -> None:
        """Let something be done at a moment."""
        heapq.heappush(self._planned, _Planned(moment, next(self._order), deed))

    async def do_next(self) -> bool:
        """Do what comes next; says whether the service heard of it."""
        return await heapq.heappop(self._planned).deed()

    # Residents

    async def asks(self, resident: Resident, kind: Kind, offered: int) -> bool:
        """Ask for help from /ask to *Send*, as somebody does who knows the service."""
        person = self.scene.people[resident.name]
        label = self._texts.say(T(f"kind-{kind.value}"), "en")
        person.says("/ask")
        for _ in range(20):
            await self.scene.settles()
            shown = person.from_bot[-1]
            if (shown.text or "").startswith("Sent."):
                return True
            self._answers(person, shown, label, resident.area, offered)
        raise StuckError(person.from_bot[-1].text)

    def _answers(self, person: Person, shown: Message, kind: str, area: str, offered: int) -> None:
        labels = [label for row in shown.buttons for label in (each.label for each in row)]
        for wanted in ("Send", kind, area):
            if wanted in labels:
                person.taps(wanted, shown)
                return
        if "When would you like help" in (shown.text or ""):
            times = [label for label in labels if label not in ("Back", "Stop")]
            person.taps(times[min(offered, len(times) - 1)], shown)
        elif "phone number" in (shown.text or ""):
            person.says("020 7946 0000")
        elif "Done" in labels or "Skip" in labels:
            person.taps("Done" if "Done" in labels else "Skip", shown)
        else:
            person.taps(labels[0], shown)

    # Volunteers

    async def reads_group(self, volunteer: Volunteer, group: Group) -> bool:
        """Look through the newest messages of a group, and perhaps take something."""
        person = self.scene.people[volunteer.name]
        for card in group.from_bot[-READ_BACK:]:
            labels = [each.label for row in card.buttons for each in row]
            seen = (f"{volunteer.name} {group.title}", card.number)
            if CLAIM not in labels or seen in self._considered:
                continue
            self._considered.add(seen)
            random = Random(f"{self._seed} {volunteer.name} {card.text} {card.number}")
            task = await self._task_of(card)
            if task is None or not self._fits(volunteer, task):
                continue
            if random.random() < volunteer.takes:
                person.taps(CLAIM, card)
                await self.scene.settles()
                await self._promises(volunteer)
                return True
        return False

    async def looks(self, volunteer: Volunteer) -> bool:
        """Look at what was written to them, and answer what asks for an answer."""
        person, has_answered = self.scene.people[volunteer.name], False
        for message in person.from_bot[-READ_BACK:]:
            labels = [each.label for row in message.buttons for each in row]
            seen = (volunteer.name, message.number)
            if NOT_NOW not in labels or seen in self._considered:
                continue
            self._considered.add(seen)
            has_answered = True
            random = Random(f"{self._seed} {volunteer.name} asked {message.number}")
            if random.random() < volunteer.agrees:
                person.taps(CLAIM, message)
            elif random.random() < 0.6:
                person.taps(NOT_NOW, message)
            await self.scene.settles()
        if has_answered:
            await self._promises(volunteer)
        return has_answered

    async def _promises(self, volunteer: Volunteer) -> None:
        """Plan what somebody does about everything that they have newly taken."""
        for task in await self._held(volunteer):
            if (task.id, task.claim_number) in self._promised:
                continue
            self._promised.add((task.id, task.claim_number))
            random = Random(f"{self._seed} {volunteer.name} promise {task.id} {task.claim_number}")
            if random.random() < volunteer.keeps:
                self._keeps(volunteer, task, random)
            elif random.random() < 0.5:
                later = self.scene.clock.now() + timedelta(hours=1 + 4 * random.random())
                self.plan(later, self._taps_if_there(volunteer, "I can't after all"))
            # The others are not heard of again.

    def _keeps(self, volunteer: Volunteer, task: Task, random: Random) -> None:
        now = self.scene.clock.now()
        length = (task.window_end - task.window_start) * 0.8
        start = max(task.window_start + length * random.random(), now + timedelta(minutes=20))
        self.plan(now + timedelta(minutes=10), self._taps_if_there(volunteer, "I am in touch"))
        self.plan(start, self._taps_if_there(volunteer, "I am setting off"))
        ready = start + timedelta(minutes=20 + 40 * random.random())
        self.plan(ready, self._taps_if_there(volunteer, "Done"))

    def _taps_if_there(self, volunteer: Volunteer, label: str) -> Deed:
        async def tap() -> bool:
            person = self.scene.people[volunteer.name]
            for message in reversed(person.from_bot[-30:]):
                if label in (each.label for row in message.buttons for each in row):
                    person.taps(label, message)
                    return True
            return False

        return tap

    def _fits(self, volunteer: Volunteer, task: Task) -> bool:
        return task.kind in volunteer.kinds and self._has_time(volunteer, task)

    def _has_time(self, volunteer: Volunteer, task: Task) -> bool:
        zone = self._zone
        local = task.window_start.astimezone(zone)
        day = "weekend" if local.weekday() >= 5 else "weekday"
        middle = (task.window_start + (task.window_end - task.window_start) / 2).astimezone(zone)
        part = "morning" if middle.hour < 12 else "afternoon" if middle.hour < 17 else "evening"
        return f"{day}-{part}" in volunteer.times

    async def _task_of(self, card: Message) -> Task | None:
        data = next(each.data for row in card.buttons for each in row if each.label == CLAIM)
        token = (data or "").partition(":")[2]
        found = await self.scene.transact(lambda transaction: tasks.with_token(transaction, token))
        return found if found is not None and found.status is Status.OPEN else None

    async def _held(self, volunteer: Volunteer) -> list[Task]:
        number = self._numbers[volunteer.name]

        async def held(transaction: Transaction) -> list[Task]:
            return await tasks.held_by(transaction, number)

        return await self.scene.transact(held)
