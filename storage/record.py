"""What a volunteer has done, in numbers: nothing in it names anybody."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from storage.database import Transaction
from storage.model import Kind, Status
from storage.tables import tasks


@dataclass(frozen=True, slots=True)
class Record:
    """How often somebody has helped, by kind of help, and when for the first and last time."""

    by_kind: Counter[Kind]
    first: datetime
    last: datetime

    @property
    def total(self) -> int:
        """How often they have helped in all."""
        return self.by_kind.total()


async def of(transaction: Transaction, person_id: int) -> Record | None:
    """Return what somebody has done, or None where they have not helped yet."""
    result = await transaction.connection.execute(
        select(
            tasks.c.kind,
            func.count().label("number"),
            func.min(tasks.c.closed_at).label("first"),
            func.max(tasks.c.closed_at).label("last"),
        )
        .where(tasks.c.helper_id == person_id, tasks.c.status == Status.DONE)
        .group_by(tasks.c.kind)
        .order_by(tasks.c.kind)
    )
    rows = result.all()
    if not rows:
        return None
    by_kind = Counter({Kind(row.kind): row.number for row in rows})
    return Record(by_kind, min(row.first for row in rows), max(row.last for row in rows))
