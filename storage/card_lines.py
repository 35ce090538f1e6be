"""A line of a resident's own for the card of their request: one waits, and one stands, at most.

A request of several tasks has them together. Another line is another row, so that a coordinator
always decides about the words that they have read.
"""

from datetime import datetime

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    bindparam,
    func,
    insert,
    select,
    update,
)

from storage import approvals as words
from storage.approvals import WORDS, Approved, Matter, Proposal, Standing
from storage.database import Transaction
from storage.model import Person, Task
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.statements import Rows
from storage.tables import approvals, tasks
from storage.tasks import UNFINISHED, key_for

_c = approvals.c


def _first_of(request: str | BindParameter[str]) -> ScalarSelect[int]:
    """Return the number of the task that stands for a whole request."""
    return select(func.min(tasks.c.id)).where(tasks.c.request == request).scalar_subquery()


def _of(request: str | BindParameter[str], *standings: Standing) -> tuple[ColumnElement[bool], ...]:
    return (
        _c.task_id == _first_of(request),
        _c.kind == Matter.CARD_LINE,
        _c.status.in_(standings),
    )


async def propose(
    transaction: Transaction,
    task: Task,
    author: Person,
    resident: Person,
    line: PrivateText,
    now: datetime,
) -> Proposal:
    """Keep a line until it is decided about, in the place of one that waits.

    It is sealed with the key of whoever is helped: it is about them, and goes when they go.
    """
    await take_back(transaction, task, Standing.WAITING)
    first = await transaction.connection.scalar(select(_first_of(task.request)))
    key = await key_for(transaction, resident, task.helped_id)
    result = await transaction.connection.execute(
        insert(approvals)
        .values(
            kind=Matter.CARD_LINE,
            task_id=first,
            author_id=author.id,
            words=transaction.seal(key, line, WORDS, Matter.CARD_LINE, first),
            status=Standing.WAITING,
            created_at=now,
        )
        .returning(approvals)
    )
    return words.proposal_of(transaction, result.one())


async def waiting(transaction: Transaction, task: Task) -> Proposal | None:
    """Return the line of a request that nobody has decided about yet, or None."""
    statement = select(approvals).where(*_of(task.request, Standing.WAITING))
    return _one(transaction, await transaction.connection.execute(statement))


#: Written once, because every card needs it.
_STANDING = Prepared(
    select(approvals)
    .where(*_of(bindparam("request"), Standing.APPROVED))
    .order_by(_c.decided_at.desc(), _c.id.desc())
    .limit(1)
)


async def standing(transaction: Transaction, task: Task) -> Proposal | None:
    """Return the line that a coordinator approved for the card of a request, or None."""
    return _one(
        transaction,
        await transaction.connection.execute(_STANDING, {"request": task.request}),
    )


def _one(transaction: Transaction, rows: Rows) -> Proposal | None:
    row = rows.one_or_none()
    found = None if row is None else words.proposal_of(transaction, row)
    return None if found is None or found.words is None else found


async def on_card(transaction: Transaction, task: Task) -> Approved | None:
    """Return the line as the card of a request may show it, or None."""
    found = await standing(transaction, task)
    return None if found is None else words.approved_words(found)


async def approve(
    transaction: Transaction, proposal: Proposal, coordinator_id: int, now: datetime
) -> Approved | None:
    """Approve a line in the place of the one that stands.

    None where it was decided about or taken back before, or where its request is finished.
    """
    request = select(tasks.c.request).where(tasks.c.id == proposal.task_id).scalar_subquery()
    places = tasks.alias("places")
    is_open = (
        select(places.c.id)
        .where(places.c.request == request, places.c.status.in_(UNFINISHED))
        .exists()
    )
    approved = await words.approve(transaction, proposal, coordinator_id, now, is_open)
    if approved is not None:
        await _end(
            transaction,
            Standing.TAKEN_BACK,
            _c.task_id == proposal.task_id,
            _c.kind == Matter.CARD_LINE,
            _c.status == Standing.APPROVED,
            _c.id != proposal.id,
        )
    return approved


async def take_back(transaction: Transaction, task: Task, *standings: Standing) -> bool:
    """Take back the lines of a request that stand so, and delete them; False where none does."""
    return await _end(transaction, Standing.TAKEN_BACK, *_of(task.request, *standings))


async def forget(transaction: Transaction, task: Task) -> None:
    """Delete every line of a request; that there was one stays."""
    await _end(transaction, Standing.DROPPED, *_of(task.request, Standing.WAITING))
    await transaction.connection.execute(
        update(approvals)
        .where(_c.task_id == _first_of(task.request), _c.kind == Matter.CARD_LINE)
        .values(words=None)
    )


async def _end(
    transaction: Transaction, standing: Standing, *conditions: ColumnElement[bool]
) -> bool:
    result = await transaction.connection.execute(
        update(approvals).where(*conditions).values(status=standing, words=None)
    )
    return result.rowcount > 0
