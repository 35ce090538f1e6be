"""How much somebody has begun lately, and whether they may begin more.

What forbids a claim stands in the statement that makes it, so that two claims at once cannot pass a
limit together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Select,
    bindparam,
    distinct,
    func,
    literal,
    or_,
    select,
    update,
)

from storage.database import Transaction
from storage.dialects import insert
from storage.model import Stage, Task
from storage.prepared import Prepared
from storage.tables import no_shows, reached_limits, reveals, tasks
from storage.tasks import UNFINISHED

#: Within this time claims are counted, and the requests whose private parts somebody was shown.
DAY: Final = timedelta(days=1)
#: Within this time it is counted how often somebody did not turn up.
MONTH: Final = timedelta(days=30)

_SEEN = tasks.alias("seen")


class Reached(StrEnum):
    """A limit of which those hear who look after somebody, and which they can lift."""

    REQUESTS = "requests"
    REVEALS = "reveals"
    NO_SHOWS = "no-shows"


class Why(StrEnum):
    """How somebody did not turn up: they never got in touch, or nobody came."""

    SILENT = "silent"
    NOBODY_CAME = "nobody-came"


@dataclass(frozen=True, slots=True)
class NoShows:
    """How often somebody may not have turned up, lately at a moment, and still take requests."""

    fewer_than: int
    now: datetime


@dataclass(frozen=True, slots=True)
class Claiming:
    """How much a volunteer may take within a day: `claims`, and `requests` that they are shown."""

    claims: int
    requests: int
    no_shows: NoShows


# --- Taking requests -----------------------------------------------------------------------------


def may_claim(person_id: int, limits: Claiming) -> list[ColumnElement[bool]]:
    """Return the conditions on a task under which no limit keeps a volunteer from taking it."""
    now = limits.no_shows.now
    claimed = _shown(person_id, now, func.count()).scalar_subquery()
    others = _shown(person_id, now, func.count(distinct(_SEEN.c.request)))
    others_seen = others.where(_SEEN.c.request != tasks.c.request).scalar_subquery()
    lifted = _reached(person_id, Reached.REVEALS).where(reached_limits.c.lifted_until > now)
    return [
        claimed < limits.claims,
        or_(others_seen < limits.requests, lifted.exists()),
        turns_up(person_id, limits.no_shows),
    ]


def turns_up(person: int | ColumnElement[int], limit: NoShows) -> ColumnElement[bool]:
    """Return the condition under which somebody has not been missed too often."""
    return _missed(person, limit.now, func.count()).scalar_subquery() < limit.fewer_than


def _shown(person_id: int, now: datetime, *columns: Any) -> Select[Any]:
    """Select of what a helper was shown within a day; weekly help is nothing new to them."""
    return (
        select(*columns)
        .select_from(reveals.join(_SEEN, _SEEN.c.id == reveals.c.task_id))
        .where(
            reveals.c.person_id == person_id,
            reveals.c.at > now - DAY,
            reveals.c.stage == Stage.CLAIMED,
            _SEEN.c.repeat_id.is_(None),
        )
    )


def _missed(person: int | ColumnElement[int], now: datetime, *columns: Any) -> Select[Any]:
    """Select of how somebody did not turn up: lately, and since somebody let them go on."""
    let_go_on = (
        select(func.max(reached_limits.c.lifted_at))
        .where(reached_limits.c.person_id == person, reached_limits.c.what == Reached.NO_SHOWS)
        .scalar_subquery()
    )
    return (
        select(*columns)
        .select_from(no_shows)
        .where(
            no_shows.c.person_id == person,
            no_shows.c.at > now - MONTH,
            or_(let_go_on.is_(None), no_shows.c.at > let_go_on),
        )
    )


@dataclass(frozen=True, slots=True)
class Refused:
    """What keeps somebody from taking a request: `what` is None where they took too many.

    `until` is when it passes by itself.
    """

    what: Reached | None
    until: datetime


async def why_not(
    transaction: Transaction, task: Task, person_id: int, limits: Claiming
) -> Refused | None:
    """Return the limit that keeps a volunteer from taking a task, or None where none does."""
    now = limits.no_shows.now
    missed_at = await missed_too_often(transaction, person_id, limits.no_shows)
    if missed_at is not None:
        return Refused(Reached.NO_SHOWS, missed_at)
    claims = _shown(person_id, now, reveals.c.at).order_by(reveals.c.at.desc())
    first_of_them = await _nth(transaction, claims, limits.claims)
    if first_of_them is not None:
        return Refused(None, first_of_them + DAY)
    if await is_lifted(transaction, person_id, Reached.REVEALS, now):
        return None
    last_at = func.max(reveals.c.at)
    seen = _shown(person_id, now, last_at).where(_SEEN.c.request != task.request)
    by_request = seen.group_by(_SEEN.c.request).order_by(last_at.desc())
    first_of_them = await _nth(transaction, by_request, limits.requests)
    return None if first_of_them is None else Refused(Reached.REVEALS, first_of_them + DAY)


async def seen_lately(transaction: Transaction, person_id: int, now: datetime) -> tuple[int, int]:
    """Return how many requests a helper was shown within a day, and how many they still have."""
    is_theirs = _SEEN.c.helper_id == person_id
    seen = await transaction.connection.scalar(
        _shown(person_id, now, func.count(distinct(_SEEN.c.request)))
    )
    kept = await transaction.connection.scalar(
        _shown(person_id, now, func.count(distinct(_SEEN.c.request))).where(is_theirs)
    )
    return seen, kept


async def missed_too_often(
    transaction: Transaction, person_id: int, limit: NoShows
) -> datetime | None:
    """Return until when somebody takes no requests, since they were missed; None where they may."""
    moments = _missed(person_id, limit.now, no_shows.c.at).order_by(no_shows.c.at.desc())
    first_of_them = await _nth(transaction, moments, limit.fewer_than)
    return None if first_of_them is None else first_of_them + MONTH


async def _nth(transaction: Transaction, moments: Select[Any], number: int) -> datetime | None:
    """Return the moment that is so far down in a list, or None where the list is shorter."""
    found: datetime | None = await transaction.connection.scalar(
        moments.limit(1).offset(number - 1)
    )
    return found


# --- Not turning up ------------------------------------------------------------------------------


async def note_no_show(transaction: Transaction, task: Task, why: Why, now: datetime) -> bool:
    """Note that the helper of a task did not turn up; False where it is known of this claim.

    The task is given as it stood while they held it.
    """
    result = await transaction.connection.execute(
        insert(no_shows)
        .values(
            person_id=task.helper_id,
            task_id=task.id,
            claim_number=task.claim_number,
            why=why,
            at=now,
        )
        .on_conflict_do_nothing(
            index_elements=[no_shows.c.task_id, no_shows.c.claim_number],
        )
    )
    return result.rowcount > 0


async def missed_lately(transaction: Transaction, person_id: int, now: datetime) -> int:
    """Return how often somebody did not turn up, since a month or since they may go on."""
    found: int = await transaction.connection.scalar(_missed(person_id, now, func.count()))
    return found


# --- Asking for help -----------------------------------------------------------------------------


_ASKED_HERE = (
    tasks.c.resident_id == bindparam("person"),
    tasks.c.repeat_id.is_(None),
    ~tasks.c.by_phone,
)
#: Written once, because every step of asking needs it.
_OPEN_REQUESTS = Prepared(
    select(tasks.c.helped_id, func.count(distinct(tasks.c.request)))
    .where(*_ASKED_HERE, tasks.c.status.in_(UNFINISHED))
    .group_by(tasks.c.helped_id)
)
_ASKED_LATELY = Prepared(
    select(func.count(distinct(tasks.c.request))).where(
        *_ASKED_HERE, tasks.c.created_at > bindparam("since")
    )
)


async def open_requests(transaction: Transaction, person_id: int) -> Mapping[int | None, int]:
    """Return how many requests of somebody are open, by the number of the person helped.

    None stands for themself. Requests that weekly help made, and those taken by phone, do not
    count: nobody has just asked for them here.
    """
    result = await transaction.connection.execute(_OPEN_REQUESTS, {"person": person_id})
    return {row[0]: row[1] for row in result}


async def asked_lately(transaction: Transaction, person_id: int, now: datetime) -> int:
    """Return how many requests somebody made within a day, also what they took back since."""
    values = {"person": person_id, "since": now - DAY}
    found: int = await transaction.connection.scalar(_ASKED_LATELY, values)
    return found


# --- Letting somebody go on ----------------------------------------------------------------------


def _reached(person_id: int, what: Reached) -> Select[Any]:
    return select(reached_limits.c.id).where(
        reached_limits.c.person_id == person_id, reached_limits.c.what == what
    )


async def note_reached(
    transaction: Transaction, person_id: int, what: Reached, now: datetime, once_in: timedelta
) -> int | None:
    """Note that somebody reached a limit, and return the number of that.

    None where that was noted before within `once_in`, and nobody has let them go on since.
    """
    lately = _reached(person_id, what).where(
        reached_limits.c.at > now - once_in, reached_limits.c.lifted_at.is_(None)
    )
    columns = (reached_limits.c.person_id, reached_limits.c.what, reached_limits.c.at)
    values = zip((person_id, what, now), columns, strict=True)
    new = select(*(literal(value, column.type) for value, column in values))
    result = await transaction.connection.execute(
        insert(reached_limits)
        .from_select(columns, new.where(~lately.exists()))
        .returning(reached_limits.c.id)
    )
    found: int | None = result.scalar_one_or_none()
    return found


@dataclass(frozen=True, slots=True)
class AtLimit:
    """That somebody reached a limit, and whether somebody has let them go on since."""

    number: int
    person_id: int
    what: Reached
    is_lifted: bool


async def reached(transaction: Transaction, number: int) -> AtLimit | None:
    """Return who reached which limit, or None where nobody ever did under that number."""
    result = await transaction.connection.execute(
        select(reached_limits).where(reached_limits.c.id == number)
    )
    row = result.one_or_none()
    if row is None:
        return None
    return AtLimit(row.id, row.person_id, Reached(row.what), row.lifted_at is not None)


async def is_lifted(transaction: Transaction, person_id: int, what: Reached, now: datetime) -> bool:
    """Say whether somebody may go on for now, whatever they have begun."""
    lifted = _reached(person_id, what).where(reached_limits.c.lifted_until > now).limit(1)
    return await transaction.connection.scalar(lifted) is not None


async def lift(
    transaction: Transaction, number: int, by: int, now: datetime, until: datetime
) -> bool:
    """Let somebody go on who reached a limit; False where somebody else has let them."""
    result = await transaction.connection.execute(
        update(reached_limits)
        .where(reached_limits.c.id == number, reached_limits.c.lifted_at.is_(None))
        .values(lifted_by=by, lifted_at=now, lifted_until=until)
    )
    return result.rowcount > 0
