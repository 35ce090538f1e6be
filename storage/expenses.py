"""Expenses: what helping has cost a helper, and what a coordinator decided about it.

Amounts are in the smallest unit of their currency, such as pence.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update

from storage.database import Transaction
from storage.dialects import insert as upsert
from storage.model import Task
from storage.queue import Sight, sees_expense
from storage.tables import expenses, tasks


class Decision(StrEnum):
    """Where an expense stands: it waits, and the others are ends."""

    WAITING = "waiting"
    #: The scheme pays it.
    APPROVED = "approved"
    #: The resident has paid it back, as was agreed.
    PAID_BACK = "paid-back"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Expense:
    """What one helper paid for one task."""

    id: int
    task_id: int
    person_id: int
    amount: int
    currency: str
    receipt_id: int | None
    #: Where it was paid, for a request that was handed over to others since.
    neighbourhood_id: int | None
    status: Decision
    created_at: datetime
    decided_at: datetime | None


def _expense(row: Row[Any]) -> Expense:
    return Expense(
        id=row.id,
        task_id=row.task_id,
        person_id=row.person_id,
        amount=row.amount,
        currency=row.currency,
        receipt_id=row.receipt_id,
        neighbourhood_id=row.neighbourhood_id,
        status=Decision(row.status),
        created_at=row.created_at,
        decided_at=row.decided_at,
    )


async def hand_in(
    transaction: Transaction,
    task: Task,
    person_id: int,
    amount: int,
    currency: str,
    receipt_id: int | None,
    now: datetime,
    neighbourhood_id: int | None = None,
) -> Expense | None:
    """Keep what a helper paid, in the place of one that was refused; None where one is kept.

    `neighbourhood_id` is where they did, for a request that was handed over to others since.
    """
    values = {
        "amount": amount,
        "currency": currency,
        "receipt_id": receipt_id,
        "neighbourhood_id": neighbourhood_id,
        "status": Decision.WAITING,
        "decided_by": None,
        "decided_at": None,
        "created_at": now,
    }
    result = await transaction.connection.execute(
        upsert(expenses)
        .values(task_id=task.id, person_id=person_id, **values)
        .on_conflict_do_update(
            index_elements=[expenses.c.task_id, expenses.c.person_id],
            set_=values,
            where=expenses.c.status == Decision.REFUSED,
        )
        .returning(expenses)
    )
    row = result.one_or_none()
    return None if row is None else _expense(row)


async def find(transaction: Transaction, expense_id: int) -> Expense | None:
    """Return an expense, or None where there never was one of that number."""
    result = await transaction.connection.execute(
        select(expenses).where(expenses.c.id == expense_id)
    )
    row = result.one_or_none()
    return None if row is None else _expense(row)


async def of_helper(transaction: Transaction, task_id: int, person_id: int) -> Expense | None:
    """Return what a helper handed in for a task, or None."""
    result = await transaction.connection.execute(
        select(expenses).where(expenses.c.task_id == task_id, expenses.c.person_id == person_id)
    )
    row = result.one_or_none()
    return None if row is None else _expense(row)


async def waiting_of(transaction: Transaction, person_id: int) -> list[Expense]:
    """Return what somebody paid and nobody has decided about, the oldest first."""
    return await _waiting(transaction, expenses.c.person_id == person_id)


async def waiting_for(transaction: Transaction, resident_id: int) -> list[Expense]:
    """Return what was paid for the requests of somebody and nobody has decided about."""
    theirs = select(tasks.c.id).where(tasks.c.resident_id == resident_id)
    return await _waiting(transaction, expenses.c.task_id.in_(theirs))


async def _waiting(transaction: Transaction, which: ColumnElement[bool]) -> list[Expense]:
    result = await transaction.connection.execute(
        select(expenses)
        .where(which, expenses.c.status == Decision.WAITING)
        .order_by(expenses.c.created_at, expenses.c.id)
    )
    return [_expense(row) for row in result]


async def decide(
    transaction: Transaction, expense: Expense, decision: Decision, by: int, now: datetime
) -> bool:
    """Settle an expense; False where somebody had settled it before."""
    result = await transaction.connection.execute(
        update(expenses)
        .where(expenses.c.id == expense.id, expenses.c.status == Decision.WAITING)
        .values(status=decision, decided_by=by, decided_at=now)
    )
    return result.rowcount > 0


async def ledger(transaction: Transaction, sight: Sight) -> list[tuple[Expense, str, str]]:
    """Return every expense in sight with its task's reference and kind, the oldest first."""
    result = await transaction.connection.execute(
        select(expenses, tasks.c.reference, tasks.c.kind)
        .join(tasks, tasks.c.id == expenses.c.task_id)
        .where(sees_expense(sight))
        .order_by(expenses.c.created_at, expenses.c.id)
    )
    return [(_expense(row), row.reference, row.kind) for row in result]
