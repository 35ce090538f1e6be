"""Lines of updates across processes: what waits behind others, and what a dead process left.

An update belongs to the process that took it, which holds a seat under its number for as long as it
lives. Whose line it is in stands beside it as a keyed hash.
"""

from collections.abc import Collection, Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, select, update

from storage import company
from storage.database import Transaction
from storage.inbox import BODY, Arrived
from storage.tables import inbox, is_literally
from storage.turns import beside

_IS_NEW: Final = is_literally(inbox.c.status, "new")


def seat_of(receiver: int) -> str:
    """Return the seat that a process holds as long as it lives."""
    return f"receive:{receiver}"


def _of_others(messenger: str, receiver: int) -> ColumnElement[bool]:
    is_others = inbox.c.receiver.is_distinct_from(receiver)
    return and_(inbox.c.messenger == messenger, _IS_NEW, is_others)


async def first_of_others(
    transaction: Transaction, messenger: str, receiver: int, whose: Collection[str]
) -> dict[str, int]:
    """Return the lowest number in some people's lines that other processes have, where any is."""
    hashes = {each: each_of for each_of in whose for each in transaction.keys.fingerprints(each_of)}
    if not hashes:
        return {}
    result = await transaction.connection.execute(
        select(inbox.c.line, func.min(inbox.c.number))
        .where(inbox.c.line.in_(list(hashes)), _of_others(messenger, receiver))
        .group_by(inbox.c.line)
    )
    found: dict[str, int] = {}
    for line, number in result:
        found[hashes[line]] = min(number, found.get(hashes[line], number))
    return found


async def adopt(transaction: Transaction, messenger: str, receiver: int) -> list[Arrived]:
    """Take over what processes left that are gone, and return it in the order of its numbers."""
    result = await transaction.connection.execute(
        select(inbox.c.receiver).where(_of_others(messenger, receiver)).distinct()
    )
    gone = [each for each in result.scalars().all() if await _is_gone(transaction, each)]
    if not gone:
        return []
    result = await transaction.connection.execute(
        beside(
            update(inbox)
            .where(_of_others(messenger, receiver), _is_any_of(gone))
            .values(receiver=receiver)
            .returning(inbox.c.number, inbox.c.attempts, inbox.c.body)
        )
    )
    return _arrived(transaction, messenger, result.all())


async def _is_gone(transaction: Transaction, receiver: int | None) -> bool:
    if receiver is None:
        # It was taken while a service ran here by itself, which nobody does now.
        return True
    lock = company.lock_of(seat_of(receiver))
    found: bool = await transaction.connection.scalar(select(func.pg_try_advisory_xact_lock(lock)))
    return found


def _is_any_of(receivers: Iterable[int | None]) -> ColumnElement[bool]:
    known = [each for each in receivers if each is not None]
    return inbox.c.receiver.is_(None) | inbox.c.receiver.in_(known)


def _arrived(transaction: Transaction, messenger: str, rows: Iterable[Any]) -> list[Arrived]:
    found = []
    for row in sorted(rows, key=lambda row: int(row.number)):
        body = transaction.open(row.body, BODY, messenger, row.number)
        if body is not None:
            found.append(Arrived(row.number, row.attempts, body))
    return found
