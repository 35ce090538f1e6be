"""What is read from the tables because nobody is told it: tokens, windows, and names just given."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Row, select

from storage import helped_people, holds, people
from storage.database import Transaction
from storage.tables import repeats, tasks
from tests.endurance.model.plain import Plain
from tests.endurance.model.records import Asked, Somebody, Weekly
from tests.endurance.model.stage import Stage
from tests.endurance.model.telling import Told

WEEK = timedelta(days=7)


async def new_places(stage: Stage, plain: Plain) -> list[Row[Any]]:
    """Return the rows of places that the plain model does not know, in their order."""

    async def read(transaction: Transaction) -> list[Row[Any]]:
        statement = (
            select(tasks, repeats.c.token.label("weekly"))
            .outerjoin(repeats, repeats.c.id == tasks.c.repeat_id)
            .where(tasks.c.token.not_in(list(plain.places)))
            .order_by(tasks.c.id)
        )
        return list(await transaction.connection.execute(statement))

    return await stage.look(read)


async def name_of(stage: Stage, somebody: Somebody) -> str:
    """Return the name that somebody gave."""
    person = await stage.look(partial(people.find, account=somebody.account))
    return "" if person is None or person.first_name is None else person.first_name.reveal()


async def number_of(stage: Stage, somebody: Somebody) -> int:
    """Return the number of somebody who is known; 0 for anybody else."""
    person = await stage.look(partial(people.find, account=somebody.account))
    return 0 if person is None else person.id


async def is_held(stage: Stage, somebody: Somebody) -> bool:
    """Say whether something of somebody has to be kept for a worry."""
    number = await number_of(stage, somebody)
    return await stage.look(partial(holds.is_held, person_id=number, now=stage.now))


async def name_of_helped(stage: Stage, number: int) -> str:
    """Return the first name of somebody who is asked for."""
    helped = await stage.look(partial(helped_people.get, helped_id=number))
    return helped.first_name.reveal()


async def next_of(stage: Stage, token: str) -> datetime:
    """Return when weekly help comes next for which nothing was arranged."""

    async def read(transaction: Transaction) -> datetime:
        found = await transaction.connection.execute(
            select(repeats.c.next_start).where(repeats.c.token == token)
        )
        start: datetime = found.scalar_one()
        return start

    return await stage.look(read)


async def new_weekly(stage: Stage, plain: Plain) -> list[str]:
    """Return the tokens of weekly help that the plain model does not know."""

    async def read(transaction: Transaction) -> list[str]:
        found = await transaction.connection.execute(
            select(repeats.c.token).where(repeats.c.token.not_in(list(plain.weekly)))
        )
        return list(found.scalars())

    return await stage.look(read)


def can_come(plain: Plain, somebody: Somebody, place: Asked, start: datetime) -> bool:
    """Say whether a volunteer may give such help on the day of a moment, and is there."""
    offered, day = somebody.volunteer, plain.today(start)
    if offered is None or place.kind not in offered.kinds or not somebody.reachable:
        return False
    if offered.paused_until is not None and day <= offered.paused_until:
        return False
    takes_check = place.level == "checked" or place.kind in ("pharmacy-run", "phone-call")
    return not takes_check or plain.is_checked(somebody, day)


async def adopt_weekly(stage: Stage, plain: Plain, told: list[Told]) -> set[str]:
    """Take in what was made of weekly help while time passed; returns the new tokens."""
    if not any(each.buttons for each in told):
        return set()
    new = set()
    for row in await new_places(stage, plain):
        assert row.weekly is not None, "a request that nobody made"
        resident = plain.weekly[row.weekly].first.resident
        _adopt(plain, plain.weekly[row.weekly], row, stage.now)
        new.add(row.token)
        heard = [each.text for each in told if each.chat == resident.account]
        assert any(row.reference in each for each in heard), "a week that nobody is told of"
    return new


def _adopt(plain: Plain, weekly: Weekly, row: Row[Any], now: datetime) -> None:
    first = weekly.first
    assert weekly.status == "going", f"weekly help that is {weekly.status} goes on"
    before = [each for each in plain.places.values() if each.weekly is weekly]
    assert all(each.status in ("done", "withdrawn") for each in before), "weeks pile up"
    days = plain.today(row.window_start) - plain.today(first.start)
    assert not days.days % WEEK.days, "not on the same day of the week"
    assert row.window_start > now, "arranged for the past"
    place = Asked(
        token=row.token,
        reference=row.reference,
        request=row.request,
        resident=first.resident,
        kind=first.kind,
        level=weekly.level,
        area=first.area,
        start=row.window_start,
        end=row.window_end,
        language=first.language,
        needs_car=first.needs_car,
        person=first.person,
        weekly=weekly,
        mentions_keys=first.mentions_keys,
    )
    plain.places[row.token] = place
    if weekly.helper is not None and can_come(plain, weekly.helper, place, row.window_start):
        plain.taken(weekly.helper, place, by_itself=True)
