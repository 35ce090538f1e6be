"""Who lives in the simulated neighbourhoods: residents, volunteers, and how each of them is.

What people do is drawn from a seeded generator, each person from one of their own, so that two
ways of running the service meet the same people on the same days.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from storage.model import Kind

#: The neighbourhoods, with their share of the residents and of the volunteers.
AREAS: Final = {"Albion": (200, 70), "Brookside": (100, 50)}
#: How often each kind is asked for, as parts of the whole; only kinds that anybody may take or that
#: take a check, since the others wait for a coordinator.
KINDS: Final = {
    Kind.SHOPPING: 34,
    Kind.PHARMACY_RUN: 16,
    Kind.HOT_MEAL: 8,
    Kind.FOOD_PARCEL: 8,
    Kind.ERRAND: 8,
    Kind.DOG_WALK: 8,
    Kind.DOORSTEP_CHAT: 8,
    Kind.LIFT: 10,
}
CHECKED: Final = frozenset({Kind.PHARMACY_RUN, Kind.LIFT})
#: When people ask, by hours of the day: most in the morning, few in the evening, none at night.
ASKING_HOURS: Final = {
    **dict.fromkeys(range(7, 9), 2),
    **dict.fromkeys(range(9, 13), 6),
    **dict.fromkeys(range(13, 18), 4),
    **dict.fromkeys(range(18, 22), 2),
}
#: How many requests a resident makes in a week, on average.
REQUESTS_A_WEEK: Final = 0.6
#: When a volunteer's phone is looked at.
FIRST_LOOK, LAST_LOOK = 7, 22


@dataclass(frozen=True, slots=True)
class Resident:
    """Somebody who may ask; `asks` holds when, what for, and which of the offered times."""

    name: str
    area: str
    asks: tuple[tuple[datetime, Kind, int], ...]


@dataclass(frozen=True, slots=True)
class Volunteer:
    """Somebody who helps, and how.

    `reads` is when they look into the group, `looks` when they look at what was written to
    themselves. Chances are between 0 and 1: to take a card that fits, to say yes when they are
    asked, and to keep what they said.
    """

    name: str
    area: str
    kinds: frozenset[Kind]
    times: frozenset[str]
    is_checked: bool
    at_once: int
    asked_at_most: str
    reads: tuple[datetime, ...]
    looks: tuple[datetime, ...]
    takes: float
    agrees: float
    keeps: float


def residents(seed: int, monday: datetime, days: int) -> list[Resident]:
    """Return everybody who may ask, with what they will ask for in these days."""
    people = []
    for area, (count, _) in AREAS.items():
        for number in range(count):
            random = Random(f"{seed} resident {area} {number}")
            asks = []
            for day in range(days):
                if random.random() < REQUESTS_A_WEEK / 7:
                    hour = random.choices(list(ASKING_HOURS), list(ASKING_HOURS.values()))[0]
                    moment = monday + timedelta(
                        days=day, hours=hour, seconds=random.random() * 3600
                    )
                    kind = random.choices(list(KINDS), list(KINDS.values()))[0]
                    asks.append((moment, kind, random.choices(range(4), (3, 4, 3, 2))[0]))
            people.append(Resident(f"R{area[0]}{number}", area, tuple(asks)))
    return people


def volunteers(seed: int, monday: datetime, days: int) -> list[Volunteer]:
    """Return everybody who helps, with when they look at their phone in these days."""
    people = []
    for area, (_, count) in AREAS.items():
        for number in range(count):
            random = Random(f"{seed} volunteer {area} {number}")
            is_checked = random.random() < 0.5
            wanted = [kind for kind in KINDS if random.random() < 0.55] or [Kind.SHOPPING]
            eagerness = random.choices((2.5, 1.0, 0.3), (2, 5, 3))[0]
            people.append(
                Volunteer(
                    name=f"V{area[0]}{number}",
                    area=area,
                    kinds=frozenset(kind for kind in wanted if is_checked or kind not in CHECKED)
                    or frozenset({Kind.SHOPPING}),
                    times=_times(random),
                    is_checked=is_checked,
                    at_once=random.choice((1, 1, 2)),
                    asked_at_most=random.choices(
                        ("as-needed", "daily", "weekly", "never"), (2, 3, 3, 2)
                    )[0],
                    reads=_moments(random, monday, days, eagerness),
                    looks=_moments(random, monday, days, 5),
                    takes=0.2 * min(eagerness, 1.5),
                    agrees=random.choice((0.25, 0.4, 0.55)),
                    keeps=0.95 if random.random() < 0.8 else 0.3,
                )
            )
    return people


def _times(random: Random) -> frozenset[str]:
    days = random.choices((("weekday",), ("weekend",), ("weekday", "weekend")), (4, 2, 5))[0]
    parts = ("morning", "afternoon", "evening")
    chosen = [part for part in parts if random.random() < 0.6] or ["afternoon"]
    return frozenset(f"{day}-{part}" for day in days for part in chosen)


def _moments(random: Random, monday: datetime, days: int, a_day: float) -> tuple[datetime, ...]:
    """Return moments between the first and the last look of each day, so many a day on average."""
    hours = LAST_LOOK - FIRST_LOOK
    found = []
    for day in range(days):
        number = int(a_day) + (random.random() < a_day % 1)
        found += [
            monday + timedelta(days=day, hours=FIRST_LOOK + random.random() * hours)
            for _ in range(number)
        ]
    return tuple(sorted(found))
