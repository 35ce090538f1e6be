"""Whom somebody has to ring, until it is ticked off: people without an app, and those out of reach.

With words, which may be none as yet, it is what they are to be told; where there never were any, no
message reaches them any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, insert, or_, select, update

from storage.database import Transaction
from storage.dialects import insert as upsert
from storage.model import Person, Status, Task
from storage.private import PrivateText
from storage.queue import Sight, sees_person, sees_task
from storage.tables import rings, tasks

WORDS: Final = "rings.words"
PASSED_ON: Final = "rings.passed_on"
#: In characters: what is said in one call, and what the other side may write until it is made, so
#: that both fit into one message.
LONGEST: Final = 1700
LONGEST_PASSED_ON: Final = 1500
_NOTHING: Final = PrivateText("")
#: While it stands so, what is new of a request comes to what was to be told before.
_GOING_ON: Final = (Status.CLAIMED, Status.ON_THE_WAY)
#: Moments are told apart as finely as they are kept.
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_FINEST: Final = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Ring:
    """A call to be made: to whom, about which task if any, and with which words until it is made.

    `passed_on` is what the other side wrote, and `created_at` when the newest of all came.
    """

    id: int
    person_id: int
    task_id: int | None
    claim_number: int
    is_urgent: bool
    created_at: datetime
    settled_by: int | None
    settled_at: datetime | None
    words: PrivateText | None = field(repr=False)
    passed_on: PrivateText | None = field(repr=False)

    @property
    def stamp(self) -> str:
        """What its buttons carry: with newer words it is another matter."""
        return f"{self.id}:{(self.created_at - _EPOCH) // _FINEST}"

    @property
    def has_words(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.words or self.passed_on)


def _ring(transaction: Transaction, row: Row[Any]) -> Ring:
    return Ring(
        id=row.id,
        person_id=row.person_id,
        task_id=row.task_id,
        claim_number=row.claim_number,
        is_urgent=row.is_urgent,
        created_at=row.created_at,
        settled_by=row.settled_by,
        settled_at=row.settled_at,
        words=transaction.open(row.words, WORDS, row.person_id, row.task_id),
        passed_on=transaction.open(row.passed_on, PASSED_ON, row.person_id, row.task_id),
    )


async def _some(transaction: Transaction, *conditions: ColumnElement[bool]) -> list[Ring]:
    result = await transaction.connection.execute(
        select(rings).where(*conditions).order_by(rings.c.created_at, rings.c.id)
    )
    return [_ring(transaction, row) for row in result]


async def put(
    transaction: Transaction,
    person: Person,
    words: PrivateText,
    now: datetime,
    *,
    task: Task | None = None,
    is_urgent: bool = False,
    is_passed_on: bool = False,
) -> int:
    """Have somebody told something, and return the number of the call.

    What still waits to be told of the same task is told in the same call, unless it is out of date:
    of an earlier claim, or of a task that is not held any more. What the other side wrote
    (`is_passed_on`) is never out of date. No words leave what waits as it is, and make it newer.
    """
    waiting = await waiting_for(transaction, person.id, None if task is None else task.id)
    said, passed_on = (_NOTHING, words) if is_passed_on else (words, _NOTHING)
    if waiting is not None:
        said = _newer(waiting, said, task)
        passed_on = _below(waiting.passed_on or _NOTHING, passed_on)
    place = (person.id, None if task is None else task.id)
    values = {
        "claim_number": 0 if task is None else task.claim_number,
        "words": transaction.seal(person.key, said, WORDS, *place),
        "passed_on": transaction.seal(person.key, passed_on, PASSED_ON, *place)
        if passed_on
        else None,
        "is_urgent": is_urgent or (waiting is not None and waiting.is_urgent),
        "created_at": now,
    }
    if waiting is not None:
        await transaction.connection.execute(
            update(rings).where(rings.c.id == waiting.id).values(values)
        )
        return waiting.id
    result = await transaction.connection.execute(
        insert(rings)
        .values(person_id=person.id, task_id=None if task is None else task.id, **values)
        .returning(rings.c.id)
    )
    number: int = result.scalar_one()
    return number


def _newer(waiting: Ring, words: PrivateText, task: Task | None) -> PrivateText:
    """Return what is to be told by now, with what waits and is still true of the task."""
    before = waiting.words or _NOTHING
    if not words:
        return before
    goes_on = task is None or task.status in _GOING_ON
    is_same_claim = waiting.claim_number == (0 if task is None else task.claim_number)
    return _also(before, words) if goes_on and is_same_claim else words


async def ask_for(
    transaction: Transaction, person: Person, task: Task, now: datetime
) -> int | None:
    """Have somebody rung whom no message reaches, and return the number of the call.

    None where that was asked for this request before, and nobody has claimed it since.
    """
    of_request = select(tasks.c.id).where(tasks.c.request == task.request)
    asked = select(rings.c.id).where(
        rings.c.person_id == person.id,
        rings.c.task_id.in_(of_request),
        rings.c.claim_number == task.claim_number,
        # What was not needed any more, because they could be reached again, does not count.
        or_(rings.c.settled_at.is_(None), rings.c.settled_by.is_not(None)),
    )
    if (await transaction.connection.execute(asked)).first() is not None:
        return None
    result = await transaction.connection.execute(
        upsert(rings)
        .values(
            person_id=person.id,
            task_id=task.id,
            claim_number=task.claim_number,
            created_at=now,
        )
        .on_conflict_do_update(
            index_elements=[rings.c.task_id],
            index_where=and_(rings.c.settled_at.is_(None), rings.c.task_id.is_not(None)),
            set_={"claim_number": task.claim_number, "created_at": now},
        )
        .returning(rings.c.id)
    )
    number: int = result.scalar_one()
    return number


def _also(before: PrivateText, words: PrivateText) -> PrivateText:
    """Return words below earlier ones, once; where both are too long, the newer ones."""
    framed, same = f"\n\n{before.reveal()}\n\n", f"\n\n{words.reveal()}\n\n"
    # What is said once more is the newest again: who comes at 3, at 4, at 3 comes at 3.
    earlier = framed.replace(same, "\n\n").strip("\n")
    both = _below(before.with_words(earlier), words)
    return words if len(both.reveal()) > LONGEST else both


def _below(before: PrivateText, words: PrivateText) -> PrivateText:
    return PrivateText.joined("\n\n", (each for each in (before, words) if each))


async def find(transaction: Transaction, number: int) -> Ring | None:
    """Return a call, also one that was made; None where there never was one of that number."""
    found = await _some(transaction, rings.c.id == number)
    return found[0] if found else None


async def waiting_for(transaction: Transaction, person_id: int, task_id: int | None) -> Ring | None:
    """Return the call about a task, or about none, that has to be made to somebody."""
    about = rings.c.task_id.is_(None) if task_id is None else rings.c.task_id == task_id
    found = await _some(
        transaction, rings.c.person_id == person_id, about, rings.c.settled_at.is_(None)
    )
    return found[0] if found else None


async def waiting_of(transaction: Transaction, person_id: int) -> list[Ring]:
    """Return the calls that have to be made to somebody."""
    return await _some(transaction, rings.c.person_id == person_id, rings.c.settled_at.is_(None))


async def waiting_about(transaction: Transaction, task_ids: Sequence[int]) -> list[Ring]:
    """Return the calls about some tasks that have to be made."""
    return await _some(transaction, rings.c.task_id.in_(task_ids), rings.c.settled_at.is_(None))


async def settle(
    transaction: Transaction, ring: Ring, now: datetime, settled_by: int | None = None
) -> bool:
    """Tick a call off and forget its words; False where that was done, or it has newer words.

    `settled_by` is who rang; None where the call was not needed any more.
    """
    result = await transaction.connection.execute(
        update(rings)
        .where(
            rings.c.id == ring.id,
            rings.c.settled_at.is_(None),
            rings.c.created_at == ring.created_at,
        )
        .values(settled_at=now, settled_by=settled_by, words=None, passed_on=None)
    )
    return result.rowcount > 0


def to_make(sight: Sight, now: datetime) -> Select[Any]:
    """Select calls that have to be made, by when their newest words came."""
    of_task = select(tasks.c.id).where(tasks.c.id == rings.c.task_id, sees_task(sight)).exists()
    of_nothing = and_(rings.c.task_id.is_(None), sees_person(sight, rings.c.person_id))
    return select(rings.c.created_at, rings.c.id).where(
        rings.c.settled_at.is_(None), or_(of_task, of_nothing)
    )
