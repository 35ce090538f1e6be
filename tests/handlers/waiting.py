"""A place with two coordinators, and one thing of each sort that waits for them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import update

from handlers.asking.asking_for_others import consent
from handlers.cards import DEFAULT_ZONE
from handlers.deadlines import CONFIRM, DISPUTED
from handlers.queue.item import Sort
from storage import (
    approvals,
    checks,
    due_work,
    expenses,
    helped_people,
    interests,
    neighbourhoods,
    repeats,
    roles,
    tasks,
    volunteers,
)
from storage.approvals import Matter
from storage.database import Transaction
from storage.model import (
    ConsentHow,
    Kind,
    Level,
    NewRepeat,
    Person,
    Reach,
    Relation,
    Role,
    Secrets,
    Status,
    Task,
)
from storage.private import PrivateText
from storage.roles import Appointed
from storage.tables import tasks as task_rows
from storage.volunteers import Offer
from tests.handlers.talks import ANA, OWNER, RUTH, TOKEN, Talks, talks_in

CARLA: Final = "telegram:8001"
DAN: Final = "telegram:8002"
#: A coordinator of a partner organisation, which owns the neighbourhood beside.
EVA: Final = "telegram:8003"
LEAD: Final = "telegram:8004"


@dataclass
class Place:
    """A scheme with a neighbourhood of its own and one of a partner, and people in the first."""

    talks: Talks
    home: int
    ruth: Person
    ana: Person

    async def change(self, work: Callable[[Transaction], Awaitable[Any]]) -> Any:
        """Change something in the database."""
        return await self.talks.look(work)

    async def asked(self, token: str = TOKEN, **changes: Any) -> Task:
        """Let Ruth have asked for something, and then have it read otherwise."""
        await self.talks.request(RUTH, token)
        if changes:
            await self.change(
                lambda transaction: transaction.connection.execute(
                    update(task_rows).where(task_rows.c.token == token).values(**changes)
                )
            )
        return await self.talks.task(token)

    async def done(self, planned: str, since: timedelta = timedelta(0)) -> Task:
        """Let Ana have called something done, and have work planned for it."""
        task, ana, now = await self.asked(), self.ana, self.talks.now

        async def finish(transaction: Transaction) -> None:
            assert await tasks.claim(transaction, task, ana.id, now - since, 3)
            assert await tasks.finish(transaction, task, ana.id, now - since)
            await due_work.plan(transaction, planned, task.id, now + timedelta(days=1))

        await self.change(finish)
        return await self.talks.task()

    async def offers(self, *kinds: Kind, account: str = ANA) -> Person:
        """Let somebody offer kinds of help at home."""
        person = await self.talks.person(account)
        offer = Offer(frozenset(kinds), frozenset({self.home}))
        await self.change(
            lambda transaction: volunteers.save(transaction, person.id, offer, self.talks.now)
        )
        return person


@asynccontextmanager
async def place_in(folder: Path) -> AsyncIterator[Place]:
    """Open a scheme in an empty folder; nothing waits yet."""
    async with talks_in(folder) as talks:
        home = await talks.neighbourhood()
        beside = await talks.neighbourhood("Clapton")
        names = {OWNER: "Olive", CARLA: "Carla", DAN: "Dan", EVA: "Eva", LEAD: "Lena"}
        known = {each: await talks.arrives(each, name) for each, name in names.items()}

        async def appoint(transaction: Transaction) -> None:
            hospice = await roles.make_organisation(transaction, "St Joseph's", talks.now)
            await neighbourhoods.give_to(transaction, beside, hospice)
            for account, role, held in (
                (CARLA, Role.COORDINATOR, Appointed(None, frozenset({home}))),
                (DAN, Role.COORDINATOR, Appointed()),
                (EVA, Role.COORDINATOR, Appointed(hospice)),
                (LEAD, Role.LEAD, Appointed()),
            ):
                number = known[account].id
                await roles.appoint(transaction, number, role, held, number, talks.now)

        await talks.look(appoint)
        ruth = await talks.arrives(RUTH, "Ruth")
        ana = await talks.arrives(ANA, "Ana")
        yield Place(talks, home, ruth, ana)


@dataclass(frozen=True)
class Thing:
    """Something that waits: what is read of it, what settles it, and what comes too late.

    `begins` is the button that leads to it where more is asked first.
    """

    reads: str
    settles: str
    too_late: str
    begins: str = ""


async def unclaimed(place: Place) -> Thing:
    """Nobody takes a request, and its window is nearly over."""
    await place.asked(reach=Reach.COORDINATOR)
    return Thing("T1 waits, and nobody can see it", "", "")


async def uncompleted(place: Place) -> Thing:
    """A request has no kind."""
    await place.asked(status=Status.WITH_COORDINATOR, kind=Kind.SOMETHING_ELSE)
    return Thing("It has no kind yet.", f"kind:{TOKEN}:errand", "already sorted this out")


async def unchosen(place: Place) -> Thing:
    """Ana could do something for which a helper is picked."""
    await place.offers(Kind.LISTENING)
    await place.change(
        lambda transaction: volunteers.note_reviewed(
            transaction, place.ana.id, place.ana.id, place.talks.now
        )
    )
    task = await place.asked(kind=Kind.LISTENING, level=Level.ASSIGNED)
    await place.change(
        lambda transaction: interests.note(transaction, task, place.ana.id, place.talks.now)
    )
    return Thing("[Choose Ana|", f"pick:{TOKEN}:{place.ana.id}", "already has a helper")


async def disputed(place: Place) -> Thing:
    """Ruth says that something else happened."""
    await place.done(DISPUTED)
    return Thing("says that T1 is not done", f"settle:{TOKEN}:1:done", "settled T1 already")


async def unconfirmed(place: Place) -> Thing:
    """Ruth has not said for a day whether it is done."""
    await place.done(CONFIRM, since=timedelta(days=1, hours=1))
    return Thing("has not answered yet", f"settle:{TOKEN}:1:done", "settled T1 already")


async def late(place: Place) -> Thing:
    """Ana should have said by now that it is done."""
    task, now = await place.asked(), place.talks.now

    async def hold(transaction: Transaction) -> None:
        await tasks.claim(transaction, task, place.ana.id, now, 3)
        await tasks.note_contact(
            transaction, await tasks.get(transaction, task.id), place.ana.id, now
        )

    await place.change(hold)
    place.talks.now += timedelta(hours=5)
    return Thing("The time for it is over", "", "")


async def cost(place: Place) -> Thing:
    """Ana has paid something."""
    task = await place.done(CONFIRM)
    expense = await place.change(
        lambda transaction: expenses.hand_in(
            transaction, task, place.ana.id, 1250, "GBP", None, place.talks.now
        )
    )
    return Thing("Ana paid £12.50", f"cost-approved:{expense.id}", "already")


async def words(place: Place) -> Thing:
    """Ruth thanks Ana in her own words."""
    task, now = await place.done(CONFIRM), place.talks.now
    number = await place.change(
        lambda transaction: approvals.propose(
            transaction, Matter.THANKS, task, place.ruth, PrivateText("Dear Ana"), now
        )
    )
    return Thing("Dear Ana", f"approve:{number}:{int(now.timestamp())}", "already")


async def check_wanted(place: Place) -> Thing:
    """Ana offers what takes a check, and a coordinator has a look first."""
    ana = await place.offers(Kind.LIFT)
    stamp = int(place.talks.now.timestamp())
    return Thing("These kinds need a check: Lift", f"offer-seen:{ana.id}:{stamp}", "already looked")


async def offer(place: Place) -> Thing:
    """Ana offers what anybody may do."""
    ana = await place.offers(Kind.SHOPPING)
    stamp = int(place.talks.now.timestamp())
    declines = f"offer-decline:{ana.id}:{stamp}"
    return Thing("Ana offers to help", declines, "do not know this helper", f"offer-no:{ana.id}")


async def check(place: Place) -> Thing:
    """Ana's check ends soon."""
    ana = await place.offers(Kind.LIFT)
    now = place.talks.now

    async def end_soon(transaction: Transaction) -> None:
        last_day = (now + timedelta(days=10)).date()
        await checks.record_check(transaction, ana.id, ana.id, now, last_day)
        await volunteers.note_reviewed(transaction, ana.id, ana.id, now)

    await place.change(end_soon)
    return Thing("The check of Ana is good up to", "", "")


async def weekly(place: Place) -> Thing:
    """Ana came every week, and does not any more."""
    task, now = await place.done("repeat"), place.talks.now
    week, secrets = timedelta(days=7), Secrets(first_name=PrivateText("Ruth"))
    new = NewRepeat("w1", task, place.ana.id, now + week, now + week, now, secrets)

    async def stand_still(transaction: Transaction) -> None:
        repeat = await repeats.add(transaction, place.ruth, new)
        assert repeat is not None
        await repeats.part(transaction, repeat, place.ana.id)

    await place.change(stand_still)
    return Thing("weekly help that nobody gives", "weekly:w1:wish", "has ended", "weekly:w1")


async def unanswered(place: Place) -> Thing:
    """Ruth asks for Joan, and does not say whether she still agrees."""
    agreed_at = datetime(2025, 1, 1, tzinfo=DEFAULT_ZONE)

    async def ask(transaction: Transaction) -> int:
        number = await helped_people.add(
            transaction,
            place.ruth.id,
            PrivateText("Joan"),
            Relation.NEIGHBOUR,
            None,
            consent(ConsentHow.ON_THE_PHONE, agreed_at),
        )
        await helped_people.set_neighbourhood(transaction, number, place.home)
        return number

    number = await place.change(ask)
    reads, ends = "whether Joan still agrees", f"consent-ended:{number}"
    return Thing(reads, ends, "This has already ended.", f"consent-end:{number}")


THINGS: Final[dict[Sort, Callable[[Place], Awaitable[Thing]]]] = {
    Sort.UNCLAIMED: unclaimed,
    Sort.COMPLETE: uncompleted,
    Sort.CHOOSE: unchosen,
    Sort.DISPUTE: disputed,
    Sort.UNCONFIRMED: unconfirmed,
    Sort.LATE: late,
    Sort.COST: cost,
    Sort.WORDS: words,
    Sort.CHECK_WANTED: check_wanted,
    Sort.OFFER: offer,
    Sort.CHECK: check,
    Sort.WEEKLY: weekly,
    Sort.CONSENT: unanswered,
}
