"""Tasks: requests on their way from the resident who asked to the volunteer who helps.

Whether a change may happen stands in the statement that makes it; its row count tells.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, insert, or_, select, update

from storage.database import Transaction
from storage.model import (
    ClosedAs,
    Detail,
    Kind,
    Level,
    Need,
    NewTask,
    Person,
    Reach,
    Secrets,
    Size,
    Status,
    Task,
    WhoPays,
)
from storage.prepared import Prepared
from storage.tables import helped_people, tasks

HELD = (Status.CLAIMED, Status.ON_THE_WAY)
UNFINISHED = (Status.WITH_COORDINATOR, Status.OPEN, *HELD)
SECRETS = (
    *("first_name", "words", "place", "street", "door", "entry_notes", "phone"),
    *("resident_word", "helper_word", "handover_note"),
)

#: What a task reads like that nobody holds.
NOBODYS: dict[str, Any] = dict.fromkeys(
    ("helper_id", "claimed_at", "contact_at", "coming_from", "coming_until", "set_off_at")
)

_TASK = select(*(column for column in tasks.c if column.name not in SECRETS))
#: Written once, because every request needs them.
_ADD = Prepared(insert(tasks).returning(*_TASK.selected_columns))
_GET = Prepared(_TASK.where(tasks.c.id == bindparam("task")))
_REFERENCE = Prepared(select(tasks.c.reference).where(tasks.c.reference == bindparam("reference")))
_WITH_TOKEN = Prepared(_TASK.where(tasks.c.token == bindparam("token")))


def _task(row: Row[Any]) -> Task:
    return Task(
        id=row.id,
        reference=row.reference,
        token=row.token,
        resident_id=row.resident_id,
        neighbourhood_id=row.neighbourhood_id,
        status=Status(row.status),
        kind=Kind(row.kind),
        level=Level(row.level),
        size=None if row.size is None else Size(row.size),
        needs=frozenset(Need(need) for need in row.needs),
        language_wanted=row.language_wanted,
        who_pays=None if row.who_pays is None else WhoPays(row.who_pays),
        ceiling=row.ceiling,
        window_start=row.window_start,
        window_end=row.window_end,
        created_at=row.created_at,
        helper_id=row.helper_id,
        claim_number=row.claim_number,
        claimed_at=row.claimed_at,
        set_off_at=row.set_off_at,
        closed_at=row.closed_at,
        helped_id=row.helped_id,
        request=row.request,
        slot=row.slot,
        slots=row.slots,
        repeat_id=row.repeat_id,
        reach=Reach(row.reach),
        opened_at=row.opened_at,
        contact_at=row.contact_at,
        confirmed_at=row.confirmed_at,
        coming_from=row.coming_from,
        coming_until=row.coming_until,
        organisation_id=row.organisation_id,
        by_phone=row.by_phone,
        closed_as=None if row.closed_as is None else ClosedAs(row.closed_as),
        cleared_at=row.cleared_at,
        named=frozenset(row.named),
        left_out=frozenset(Detail(each) for each in row.left_out),
    )


async def _some(transaction: Transaction, statement: Select[Any]) -> list[Task]:
    return [_task(row) for row in await transaction.connection.execute(statement)]


async def add(transaction: Transaction, resident: Person, new: NewTask) -> Task:
    """Keep a new request; its private parts are sealed with the key of whoever is helped."""
    public = {
        "reference": new.reference,
        "token": new.token,
        "resident_id": new.resident_id,
        "neighbourhood_id": new.neighbourhood_id,
        "status": new.status,
        "kind": new.kind,
        "level": new.level,
        "size": new.size,
        "needs": sorted(new.needs),
        "language_wanted": new.language_wanted,
        "who_pays": new.who_pays,
        "ceiling": new.ceiling,
        "window_start": new.window_start,
        "window_end": new.window_end,
        "created_at": new.created_at,
        "helped_id": new.helped_id,
        "request": new.request or new.token,
        "slot": new.slot,
        "slots": new.slots,
        "repeat_id": new.repeat_id,
        "by_phone": new.by_phone,
        "named": sorted(new.named),
        "left_out": sorted(new.left_out),
    }
    key = await key_for(transaction, resident, new.helped_id)
    sealed = _sealed(transaction, key, new.token, new.secrets)
    result = await transaction.connection.execute(_ADD, public | sealed)
    return _task(result.one())


async def key_for(transaction: Transaction, resident: Person, helped_id: int | None) -> str:
    """Return the key of whoever is helped: of the resident, or of somebody they ask for."""
    if helped_id is None:
        return resident.key
    result = await transaction.connection.execute(
        select(helped_people.c.key).where(helped_people.c.id == helped_id)
    )
    found: str = result.scalar_one()
    return found


def _sealed(transaction: Transaction, key: str, token: str, secrets: Secrets) -> dict[str, object]:
    return {
        name: transaction.seal(key, getattr(secrets, name), f"tasks.{name}", token)
        for name in SECRETS
        if getattr(secrets, name) is not None
    }


async def get(transaction: Transaction, task_id: int) -> Task:
    """Return a task that is known to exist."""
    return _task((await transaction.connection.execute(_GET, {"task": task_id})).one())


async def with_token(transaction: Transaction, token: str) -> Task | None:
    """Return the task that a button speaks of, or None where nobody ever made such a button."""
    row = (await transaction.connection.execute(_WITH_TOKEN, {"token": token})).one_or_none()
    return None if row is None else _task(row)


async def secrets_of(transaction: Transaction, task: Task) -> Secrets:
    """Return everything private of a task; who may see which part is decided above."""
    columns = [tasks.c[name] for name in SECRETS]
    result = await transaction.connection.execute(select(*columns).where(tasks.c.id == task.id))
    row = result.one()
    return Secrets(
        **{
            name: transaction.open(getattr(row, name), f"tasks.{name}", task.token)
            for name in SECRETS
        }
    )


async def add_secrets(
    transaction: Transaction, task: Task, resident: Person, secrets: Secrets
) -> None:
    """Keep what is given of the private parts, and leave the others as they are."""
    key = await key_for(transaction, resident, task.helped_id)
    sealed = _sealed(transaction, key, task.token, secrets)
    if sealed:
        await transaction.connection.execute(
            update(tasks).where(tasks.c.id == task.id).values(**sealed)
        )


async def of_request(transaction: Transaction, task: Task) -> list[Task]:
    """Return the tasks of a request, one for each helper it takes, in the order of their slots."""
    return await _some(
        transaction, _TASK.where(tasks.c.request == task.request).order_by(tasks.c.slot, tasks.c.id)
    )


async def unfinished_places(transaction: Transaction, task: Task) -> list[Task]:
    """Return those tasks of a request that are not finished."""
    places = await of_request(transaction, task)
    return [each for each in places if not each.is_finished]


async def asked_for_by(transaction: Transaction, resident_id: int) -> list[Task]:
    """Return all that somebody ever asked for, however it ended."""
    statement = _TASK.where(tasks.c.resident_id == resident_id).order_by(tasks.c.id)
    return await _some(transaction, statement)


async def unfinished_of(transaction: Transaction, resident_id: int) -> list[Task]:
    """Return what a resident asked for and nobody has finished yet, the oldest first."""
    return await _some(
        transaction,
        _TASK.where(tasks.c.resident_id == resident_id, tasks.c.status.in_(UNFINISHED)).order_by(
            tasks.c.id
        ),
    )


async def held_by(transaction: Transaction, person_id: int) -> list[Task]:
    """Return what a volunteer has taken and not finished, the oldest claim first."""
    return await _some(
        transaction,
        _TASK.where(tasks.c.helper_id == person_id, tasks.c.status.in_(HELD)).order_by(
            tasks.c.claimed_at, tasks.c.id
        ),
    )


async def open_in(transaction: Transaction, neighbourhood_id: int) -> list[Task]:
    """Return what nobody in a neighbourhood has taken yet, the oldest first."""
    return await _some(
        transaction,
        _TASK.where(
            tasks.c.status == Status.OPEN, tasks.c.neighbourhood_id == neighbourhood_id
        ).order_by(tasks.c.id),
    )


async def of_repeat(transaction: Transaction, repeat_id: int) -> list[Task]:
    """Return what was made of weekly help, the latest time first."""
    return await _some(
        transaction,
        _TASK.where(tasks.c.repeat_id == repeat_id).order_by(tasks.c.window_start.desc()),
    )


async def lately_for(
    transaction: Transaction, resident_id: int, helped_id: int | None, since: datetime
) -> list[Task]:
    """Return what was asked for somebody and is open, or was closed since a moment.

    That is the resident themself, or the person whom they asked for.
    """
    return await _some(
        transaction,
        _TASK.where(
            tasks.c.resident_id == resident_id,
            tasks.c.helped_id.is_(None) if helped_id is None else tasks.c.helped_id == helped_id,
            or_(tasks.c.status.in_(UNFINISHED), tasks.c.closed_at >= since),
        ).order_by(tasks.c.id),
    )


async def helped_lately(transaction: Transaction, resident_id: int, since: datetime) -> list[Task]:
    """Return what a resident asked for and was helped with since a moment, the latest first."""
    return await _some(
        transaction,
        _TASK.where(
            tasks.c.resident_id == resident_id,
            tasks.c.status == Status.DONE,
            tasks.c.closed_at >= since,
        ).order_by(tasks.c.closed_at.desc(), tasks.c.id),
    )


async def change(transaction: Transaction, *conditions: Any, **values: Any) -> bool:
    """Change the tasks of which the conditions hold; False where there is none."""
    result = await transaction.connection.execute(update(tasks).where(*conditions).values(**values))
    return result.rowcount > 0


def has_room(person_id: int, at_once: int) -> list[ColumnElement[bool]]:
    """Return the conditions on a task under which a volunteer may hold it beside their others."""
    mine = tasks.alias("mine")
    held = (
        select(func.count())
        .select_from(mine)
        .where(mine.c.helper_id == person_id, mine.c.status.in_(HELD))
    )
    holds, holds_of_it = (
        each.scalar_subquery() for each in (held, held.where(mine.c.request == tasks.c.request))
    )
    return [tasks.c.resident_id != person_id, holds < at_once, holds_of_it == 0]


def claimed_by(person_id: int, now: datetime) -> dict[str, Any]:
    """Return what a task reads like from the moment that a volunteer has taken it."""
    return {
        **NOBODYS,
        "status": Status.CLAIMED,
        "helper_id": person_id,
        "claimed_at": now,
        "claim_number": tasks.c.claim_number + 1,
    }


async def claim(
    transaction: Transaction,
    task: Task,
    person_id: int,
    now: datetime,
    at_once: int,
    also: Sequence[ColumnElement[bool]] = (),
) -> bool:
    """Give an open task to a volunteer; False where somebody was first or they hold too many.

    A resident cannot take their own request, and nobody holds two places of one request. `at_once`
    is how many tasks the volunteer may hold, and `also` are further conditions.
    """
    return await change(
        transaction,
        tasks.c.id == task.id,
        tasks.c.status == Status.OPEN,
        *has_room(person_id, at_once),
        *also,
        **claimed_by(person_id, now),
    )


async def release(transaction: Transaction, task: Task, person_id: int) -> bool:
    """Open a task again that its helper hands back; False where it is not theirs (any more)."""
    return await change(
        transaction,
        tasks.c.id == task.id,
        tasks.c.helper_id == person_id,
        tasks.c.status.in_(HELD),
        status=Status.OPEN,
        **NOBODYS,
    )


async def end_lease(transaction: Transaction, task: Task) -> bool:
    """Open a task again whose helper never got in touch; False where they did, or it moved on."""
    return await change(
        transaction,
        tasks.c.id == task.id,
        tasks.c.status == Status.CLAIMED,
        tasks.c.contact_at.is_(None),
        tasks.c.claim_number == task.claim_number,
        status=Status.OPEN,
        **NOBODYS,
    )


async def note_contact(transaction: Transaction, task: Task, person_id: int, now: datetime) -> bool:
    """Note that the helper is in touch; False where it is not theirs or they said so before."""
    return await change(
        transaction,
        tasks.c.id == task.id,
        tasks.c.helper_id == person_id,
        tasks.c.claim_number == task.claim_number,
        tasks.c.status.in_(HELD),
        tasks.c.contact_at.is_(None),
        contact_at=now,
    )


async def note_coming(
    transaction: Transaction, task: Task, person_id: int, start: datetime, end: datetime
) -> bool:
    """Note when the helper means to come; False where the task is not theirs (any more)."""
    return await change(
        transaction,
        tasks.c.id == task.id,
        tasks.c.helper_id == person_id,
        tasks.c.claim_number == task.claim_number,
        tasks.c.status.in_(HELD),
        coming_from=start,
        coming_until=end,
    )


async def set_off(transaction: Transaction, task: Task, person_id: int, now: datetime) -> bool:
    """Note that the helper is on the way; False where it is not theirs or they left before."""
    return await change(
        transaction,
        tasks.c.id == task.id,
        tasks.c.helper_id == person_id,
        tasks.c.status == Status.CLAIMED,
        status=Status.ON_THE_WAY,
        set_off_at=now,
        contact_at=func.coalesce(tasks.c.contact_at, now),
    )


async def finish(transaction: Transaction, task: Task, person_id: int, now: datetime) -> bool:
    """Note that the helper has helped; False where it is not theirs or was finished before."""
    return await change(
        transaction,
        tasks.c.id == task.id,
        tasks.c.helper_id == person_id,
        tasks.c.status.in_(HELD),
        status=Status.DONE,
        closed_at=now,
    )


async def withdraw(
    transaction: Transaction,
    task: Task,
    now: datetime,
    closed_as: ClosedAs | None = None,
    closed_by: int | None = None,
) -> bool:
    """Close all of a request that is not finished; False where nothing of it was open any more.

    `closed_as` and `closed_by` are why a coordinator closed it, and who.
    """
    return await change(
        transaction,
        tasks.c.request == task.request,
        tasks.c.status.in_(UNFINISHED),
        status=Status.WITHDRAWN,
        closed_at=now,
        closed_as=closed_as,
        closed_by=closed_by,
    )


async def is_reference_taken(transaction: Transaction, reference: str) -> bool:
    """Say whether a reference belongs to a task already."""
    found = await transaction.connection.scalar(_REFERENCE, {"reference": reference})
    return found is not None
