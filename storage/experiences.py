"""How help went, in the eyes of those who took part: each says so once, and for coordinators."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import exists, select, update

from storage.database import Transaction
from storage.dialects import insert as upsert
from storage.model import Person, Task
from storage.private import PrivateText
from storage.tables import experiences, people, volunteers, worries

WORDS: Final = "experiences.words"


class Side(StrEnum):
    """Which of the two somebody was."""

    RESIDENT = "resident"
    HELPER = "helper"


class How(StrEnum):
    """How it went."""

    GOOD = "good"
    MIXED = "mixed"
    NOT_GOOD = "not-good"


@dataclass(frozen=True, slots=True)
class Experience:
    """What somebody said of how it went; `words` is None where there are none (any more)."""

    task_id: int
    person_id: int
    side: Side
    how: How
    words: PrivateText | None = field(repr=False)


async def note(
    transaction: Transaction, task: Task, person: Person, side: Side, how: How, now: datetime
) -> bool:
    """Note how it went for somebody; False where they had said so before."""
    result = await transaction.connection.execute(
        upsert(experiences)
        .values(task_id=task.id, person_id=person.id, side=side, how=how, at=now)
        .on_conflict_do_nothing(index_elements=[experiences.c.task_id, experiences.c.person_id])
    )
    return result.rowcount > 0


async def find(transaction: Transaction, task_id: int, person_id: int) -> Experience | None:
    """Return what somebody said of how a task went, or None."""
    result = await transaction.connection.execute(
        select(experiences).where(
            experiences.c.task_id == task_id, experiences.c.person_id == person_id
        )
    )
    row = result.one_or_none()
    if row is None:
        return None
    words = transaction.open(row.words, WORDS, task_id)
    return Experience(row.task_id, row.person_id, Side(row.side), How(row.how), words)


async def add_words(
    transaction: Transaction, task: Task, person: Person, words: PrivateText
) -> bool:
    """Add words to what somebody said; False where they said nothing, or added some before."""
    result = await transaction.connection.execute(
        update(experiences)
        .where(
            experiences.c.task_id == task.id,
            experiences.c.person_id == person.id,
            experiences.c.words.is_(None),
        )
        .values(words=transaction.seal(person.key, words, WORDS, task.id))
    )
    return result.rowcount > 0


async def ask_to_offer(transaction: Transaction, person_id: int, now: datetime) -> bool:
    """Note that somebody who was helped is asked to offer something too; False where not to ask.

    Nobody is asked twice, nobody who offers something already, and nobody for whom it did not go
    well or who reported a worry.
    """
    result = await transaction.connection.execute(
        update(people)
        .where(
            people.c.id == person_id,
            people.c.asked_to_offer_at.is_(None),
            ~exists().where(volunteers.c.person_id == person_id),
            ~exists().where(worries.c.person_id == person_id),
            ~exists().where(
                experiences.c.person_id == person_id, experiences.c.how == How.NOT_GOOD
            ),
        )
        .values(asked_to_offer_at=now)
    )
    return result.rowcount > 0
