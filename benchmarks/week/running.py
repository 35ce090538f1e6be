"""One simulated week: the town, the service with a clock that is moved, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from benchmarks.week import town
from benchmarks.week.living import Deed, Town
from benchmarks.week.town import Resident, Volunteer
from bot.handling import Handlers, real_handlers
from bot.sandbox.groups import Group
from handlers.house import House
from handlers.waiting import waterfall
from storage import checks, neighbourhoods, people, volunteers
from storage.database import Transaction
from storage.due_work import DueWork
from storage.model import Kind, Stage, Status
from storage.private import PrivateText
from storage.tables import reveals, tasks
from storage.volunteers import Offer
from tests.endurance.amounts import LIFTED
from tests.scene import Scene, scene_in

Tell = Callable[[str], None]

ZONE: Final = ZoneInfo("Europe/London")
DAYS: Final = 7
#: So many more days pass until the last request of the week is over.
AFTERWARDS: Final = 4
#: What was done so long after its window still counts as done in it.
GRACE: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Week:
    """What came of a week.

    `in_window` is the share of all requests that were done in the time they were for; messages are
    those to one volunteer, and posts those that can be seen in one group.
    """

    requests: int
    in_window: float
    #: How many hours each request that was ever claimed had waited for its first claim.
    waits: tuple[float, ...]
    messages_a_day: float
    posts_a_day: float

    @property
    def claimed(self) -> int:
        """How many requests were ever claimed."""
        return len(self.waits)

    @property
    def hours_to_claim(self) -> float:
        """The median of the hours to the first claim."""
        return median(self.waits)


def posting_once() -> Handlers:
    """Return the handlers of a service that posts each card once and then waits."""
    real = real_handlers()

    async def do_timed(
        transaction: Transaction, work: DueWork, now: datetime, house: House
    ) -> None:
        if work.kind not in waterfall.TIMED:
            await real.do_timed(transaction, work, now, house)

    return replace(real, do_timed=do_timed)


async def live(folder: Path, handlers: Handlers, seed: int, tell: Tell) -> Week:
    """Let a week pass in a folder of its own, and return what came of it."""
    days = DAYS + AFTERWARDS
    async with scene_in(
        folder, abilities=LIFTED, enforce_pace=False, handlers=handlers, seed=seed, rng=seed
    ) as scene:
        monday = datetime.combine(
            scene.clock.now().astimezone(ZONE).date() + timedelta(days=7), datetime.min.time(), ZONE
        )
        residents = town.residents(seed, monday, DAYS)
        helpers = town.volunteers(seed, monday, days)
        groups = await _settled(scene, residents, helpers)
        numbers = {name: await _number(scene, name) for name in scene.people}
        street = Town(scene, ZONE, numbers, seed)
        _plan(street, residents, helpers, groups)
        await scene.passes(monday - scene.clock.now())
        for day in range(days):
            await _pass_day(street, monday + timedelta(days=day + 1))
            tell(f"day {day + 1} of {days}")
        return await _outcome(scene, helpers, groups, days)


async def _settled(
    scene: Scene, residents: list[Resident], helpers: list[Volunteer]
) -> dict[str, Group]:
    """Make everybody known to the service, without asking them anything."""
    scene.owner()
    groups: dict[str, Group] = {}
    areas: dict[str, int] = {}
    for area in town.AREAS:
        members = [scene.person(each.name) for each in helpers if each.area == area]
        groups[area] = scene.group(f"{area} helpers", members)
        areas[area] = await scene.neighbourhood(area, groups[area])

    async def beside(transaction: Transaction) -> None:
        for number in areas.values():
            others = [other for other in areas.values() if other != number]
            await neighbourhoods.set_adjacent(transaction, number, others)
            await neighbourhoods.change(transaction, number, homes=4000)

    await scene.transact(beside)
    for resident in residents:
        if resident.asks:
            await scene.resident(scene.person(resident.name), areas[resident.area])
    for helper in helpers:
        await _enlist(scene, helper, areas[helper.area])
    return groups


async def _enlist(scene: Scene, helper: Volunteer, area: int) -> None:
    person = scene.people[helper.name]
    now = scene.clock.now()

    async def make(transaction: Transaction) -> None:
        known = await people.add(transaction, f"telegram:{person.id}", "en", now)
        await people.set_name(transaction, known, PrivateText(helper.name))
        await people.note_agreement(transaction, known, now, health=True)
        offer = Offer(
            helper.kinds,
            frozenset({area}),
            times=helper.times,
            languages=frozenset({"en"}),
            has_car=Kind.LIFT in helper.kinds,
            tasks_at_once=helper.at_once,
            asked_at_most=helper.asked_at_most,
        )
        await volunteers.save(transaction, known.id, offer, now)
        await volunteers.note_reviewed(transaction, known.id, known.id, now)
        if helper.is_checked:
            day = (now + timedelta(days=300)).date()
            await checks.record_check(transaction, known.id, known.id, now, day)

    await scene.transact(make)
    person.account.has_started = True


async def _number(scene: Scene, name: str) -> int:
    account = f"telegram:{scene.people[name].id}"
    found = await scene.transact(lambda transaction: people.find(transaction, account))
    return 0 if found is None else found.id


def _plan(
    street: Town,
    residents: list[Resident],
    helpers: list[Volunteer],
    groups: dict[str, Group],
) -> None:
    for resident in residents:
        for moment, kind, offered in resident.asks:
            street.plan(moment, _asks(street, resident, kind, offered))
    for helper in helpers:
        for moment in helper.reads:
            street.plan(moment, _reads(street, helper, groups[helper.area]))
        for moment in helper.looks:
            street.plan(moment, _looks(street, helper))


def _asks(street: Town, resident: Resident, kind: Kind, offered: int) -> Deed:
    return lambda: street.asks(resident, kind, offered)


def _reads(street: Town, helper: Volunteer, group: Group) -> Deed:
    return lambda: street.reads_group(helper, group)


def _looks(street: Town, helper: Volunteer) -> Deed:
    return lambda: street.looks(helper)


async def _pass_day(street: Town, midnight: datetime) -> None:
    """Let everything happen that is planned before midnight, by people or by the service."""
    scene = street.scene
    planned = await scene.next_planned()
    while (moment := street.next_at) is not None and moment < midnight:
        # Most looks at a phone change nothing; only what the service hears of has to settle.
        if planned is not None and planned <= moment:
            await scene.passes(moment - scene.clock.now())
            planned = await scene.next_planned()
        scene.clock.move_to(moment)
        if await street.do_next():
            await scene.settles()
            planned = await scene.next_planned()
    await scene.passes(midnight - scene.clock.now())


async def _outcome(
    scene: Scene, helpers: list[Volunteer], groups: dict[str, Group], days: int
) -> Week:
    first_claim = (
        select(func.min(reveals.c.at))
        .where(reveals.c.task_id == tasks.c.id, reveals.c.stage == Stage.CLAIMED)
        .scalar_subquery()
    )

    async def read(transaction: Transaction) -> list[tuple[datetime, datetime | None, bool]]:
        result = await transaction.connection.execute(
            select(
                tasks.c.created_at,
                first_claim.label("claimed_at"),
                tasks.c.status,
                tasks.c.closed_at,
                tasks.c.window_end,
            )
        )
        return [
            (
                row.created_at,
                row.claimed_at,
                row.status == Status.DONE and row.closed_at <= row.window_end + GRACE,
            )
            for row in result
        ]

    rows = await scene.transact(read)
    waits = [(claimed - asked).total_seconds() / 3600 for asked, claimed, _ in rows if claimed]
    to_helpers = sum(len(scene.people[each.name].from_bot) for each in helpers)
    in_groups = sum(len(group.from_bot) for group in groups.values())
    return Week(
        requests=len(rows),
        in_window=sum(is_done for _, _, is_done in rows) / len(rows),
        waits=tuple(waits),
        messages_a_day=to_helpers / len(helpers) / days,
        posts_a_day=in_groups / len(groups) / days,
    )
