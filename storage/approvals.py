"""Words of their author's own that a coordinator reads before anybody else does."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final, Never, final

from sqlalchemy import ColumnElement, Row, and_, or_, select, text, update

from storage.database import Transaction
from storage.dialects import insert as upsert
from storage.model import Person, Task
from storage.private import PrivateText
from storage.queue import Sight, sees_task
from storage.tables import approvals, tasks
from storage.tables.afterwards import ONE_EACH

WORDS: Final = "approvals.words"


class Matter(StrEnum):
    """What the words are for."""

    #: Thanks from a resident, for the helper alone.
    THANKS = "thanks"
    #: A thought that others could learn from, for the group.
    THOUGHT = "thought"
    #: A line for the card of a request: see `storage/card_lines.py`.
    CARD_LINE = "card-line"


class Standing(StrEnum):
    """Where a proposal stands; all but `WAITING` are ends."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    #: Nobody decided about it in time.
    DROPPED = "dropped"
    #: Its author took it back, or wrote something else in its place.
    TAKEN_BACK = "taken-back"
    #: Ready-made words, which need nobody's approval; kept so that they are sent once only.
    READY_MADE = "ready-made"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words that were handed in; `words` is None once they have been deleted."""

    id: int
    matter: Matter
    task_id: int
    author_id: int
    words: PrivateText | None = field(repr=False)
    standing: Standing
    created_at: datetime
    decided_at: datetime | None


@final
class Approved:
    """Words that a coordinator approved; nothing but their decision in the database makes one."""

    __slots__ = ("_words", "owners")
    _words: str
    #: The names of the keys of whoever wrote them.
    owners: frozenset[str]

    def __init__(self, _nobody_may_make_one: Never) -> None:
        raise TypeError("only an approval makes approved words")

    @property
    def words(self) -> str:
        """What everybody may read from now on."""
        return self._words

    @classmethod
    def _by_decision(cls, words: PrivateText) -> "Approved":
        made = object.__new__(cls)
        made._words = words.reveal()
        made.owners = words.owners
        return made


def approved_words(proposal: Proposal) -> Approved | None:
    """Return words that somebody approved; None where nobody did, or they are gone."""
    if proposal.standing is not Standing.APPROVED or proposal.words is None:
        return None
    return Approved._by_decision(proposal.words)  # noqa: SLF001 - the one place that may


def proposal_of(transaction: Transaction, row: Row[Any]) -> Proposal:
    """Return what a row of `approvals` holds."""
    return Proposal(
        id=row.id,
        matter=Matter(row.kind),
        task_id=row.task_id,
        author_id=row.author_id,
        words=transaction.open(row.words, WORDS, row.kind, row.task_id),
        standing=Standing(row.status),
        created_at=row.created_at,
        decided_at=row.decided_at,
    )


async def propose(
    transaction: Transaction,
    matter: Matter,
    task: Task,
    author: Person,
    words: PrivateText | None,
    now: datetime,
) -> int | None:
    """Keep words until they are decided about and return their number; None stands for ready-made.

    Each author hands in one of each matter for a task, and another one only where the first was
    refused or dropped; otherwise None is returned.
    """
    values = {
        "words": transaction.seal(author.key, words, WORDS, matter, task.id),
        "status": Standing.READY_MADE if words is None else Standing.WAITING,
        "decided_by": None,
        "decided_at": None,
        "created_at": now,
    }
    result = await transaction.connection.execute(
        upsert(approvals)
        .values(kind=matter, task_id=task.id, author_id=author.id, **values)
        .on_conflict_do_update(
            index_elements=[approvals.c.kind, approvals.c.task_id, approvals.c.author_id],
            index_where=text(ONE_EACH),
            set_=values,
            where=approvals.c.status.in_((Standing.REFUSED, Standing.DROPPED)),
        )
        .returning(approvals.c.id)
    )
    return result.scalar_one_or_none()


async def find(transaction: Transaction, proposal_id: int) -> Proposal | None:
    """Return a proposal by its number, or None where there never was one."""
    result = await transaction.connection.execute(
        select(approvals).where(approvals.c.id == proposal_id)
    )
    row = result.one_or_none()
    return None if row is None else proposal_of(transaction, row)


async def handed_in(
    transaction: Transaction, matter: Matter, task_id: int, author_id: int
) -> Proposal | None:
    """Return what somebody handed in about a task, or None."""
    result = await transaction.connection.execute(
        select(approvals).where(
            approvals.c.kind == matter,
            approvals.c.task_id == task_id,
            approvals.c.author_id == author_id,
        )
    )
    row = result.one_or_none()
    return None if row is None else proposal_of(transaction, row)


async def waiting(transaction: Transaction, sight: Sight) -> list[Proposal]:
    """Return what is in sight and nobody has decided about yet, the oldest first."""
    result = await transaction.connection.execute(
        select(approvals)
        .join(tasks, tasks.c.id == approvals.c.task_id)
        .where(approvals.c.status == Standing.WAITING, sees_task(sight))
        .order_by(approvals.c.created_at, approvals.c.id)
    )
    return [proposal_of(transaction, row) for row in result]


async def waiting_of(transaction: Transaction, person_id: int) -> list[int]:
    """Return the numbers of what waits that somebody wrote, and of lines for their cards."""
    theirs = select(tasks.c.id).where(tasks.c.resident_id == person_id)
    is_their_line = and_(approvals.c.kind == Matter.CARD_LINE, approvals.c.task_id.in_(theirs))
    result = await transaction.connection.execute(
        select(approvals.c.id)
        .where(
            approvals.c.status == Standing.WAITING,
            or_(approvals.c.author_id == person_id, is_their_line),
        )
        .order_by(approvals.c.id)
    )
    return list(result.scalars())


async def approve(
    transaction: Transaction,
    proposal: Proposal,
    coordinator_id: int,
    now: datetime,
    *conditions: ColumnElement[bool],
) -> Approved | None:
    """Approve words; None where somebody else decided before, or the words are gone.

    `conditions` have to hold of the row beside that.
    """
    if proposal.words is None:
        return None
    decision = (Standing.APPROVED, coordinator_id, now)
    if not await _decided(transaction, proposal, *decision, *conditions):
        return None
    return approved_words(replace(proposal, standing=Standing.APPROVED))


async def refuse(
    transaction: Transaction, proposal: Proposal, coordinator_id: int, now: datetime
) -> bool:
    """Refuse words; False where somebody else decided before."""
    return await _decided(transaction, proposal, Standing.REFUSED, coordinator_id, now)


async def drop(transaction: Transaction, proposal: Proposal, now: datetime) -> bool:
    """Give up words that nobody decided about, and delete them; False where somebody did."""
    is_dropped = await _decided(transaction, proposal, Standing.DROPPED, None, now)
    if is_dropped:
        await forget_words(transaction, proposal.id)
    return is_dropped


async def _decided(
    transaction: Transaction,
    proposal: Proposal,
    standing: Standing,
    coordinator_id: int | None,
    now: datetime,
    *conditions: ColumnElement[bool],
) -> bool:
    result = await transaction.connection.execute(
        update(approvals)
        .where(
            approvals.c.id == proposal.id,
            approvals.c.status == Standing.WAITING,
            # Words that were handed in anew since are another matter.
            approvals.c.created_at == proposal.created_at,
            *conditions,
        )
        .values(status=standing, decided_by=coordinator_id, decided_at=now)
    )
    return result.rowcount > 0


async def forget_words(transaction: Transaction, proposal_id: int) -> None:
    """Delete the words of a proposal that was decided about; that there was one stays."""
    await transaction.connection.execute(
        update(approvals)
        .where(approvals.c.id == proposal_id, approvals.c.status != Standing.WAITING)
        .values(words=None)
    )
