"""The inbox: every update, kept before the messaging app is told that it arrived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import bindparam, select, update

from storage.database import Transaction
from storage.dialects import insert
from storage.prepared import Prepared
from storage.private import PrivateText
from storage.tables import inbox, is_literally
from storage.turns import beside

BODY = "inbox.body"


#: Written once, because every update needs them.
_KEEP = Prepared(beside(insert(inbox).on_conflict_do_nothing().returning(inbox.c.number)))
_CLOSE = Prepared(
    beside(
        update(inbox)
        .where(
            inbox.c.messenger == bindparam("which_messenger"),
            inbox.c.number == bindparam("which_number"),
            inbox.c.status == "new",
        )
        .values(status=bindparam("now_is"), body=None, line=None, receiver=None)
    ),
    is_exact=True,
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """An update that waits to be dealt with; `body` is JSON as the messaging app sent it."""

    number: int
    attempts: int
    body: PrivateText = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lines:
    """Whose line each update is in, by its number, and which process has them, by its own."""

    of: Mapping[int, str] = field(repr=False)
    receiver: int


async def keep(
    transaction: Transaction,
    messenger: str,
    updates: Sequence[tuple[int, str]],
    now: datetime,
    lines: Lines | None = None,
) -> list[int]:
    """Keep updates and return the numbers of those that were not known yet.

    The `lines` are noted where several processes receive.
    """
    if not updates:
        return []
    # Within one batch, too, an app may repeat itself.
    result = await transaction.connection.execute(
        _KEEP,
        [
            {
                "messenger": messenger,
                "number": number,
                "status": "new",
                "body": transaction.keys.seal(
                    transaction.keys.transit, body, BODY, messenger, number
                ),
                "received_at": now,
                **_line_of(transaction, number, lines),
            }
            for number, body in sorted(dict(reversed(updates)).items())
        ],
    )
    return sorted(result.scalars())


def _line_of(transaction: Transaction, number: int, lines: Lines | None) -> dict[str, object]:
    if lines is None:
        return {}
    whose = lines.of.get(number)
    line = None if whose is None else transaction.keys.fingerprints(whose)[0]
    return {"line": line, "receiver": lines.receiver}


async def waiting(transaction: Transaction, messenger: str) -> list[Arrived]:
    """Return every update that was kept and not dealt with, in the order of their numbers."""
    result = await transaction.connection.execute(
        select(inbox.c.number, inbox.c.attempts, inbox.c.body)
        .where(inbox.c.messenger == messenger, is_literally(inbox.c.status, "new"))
        .order_by(inbox.c.number)
    )
    opened = [
        (row.number, row.attempts, transaction.open(row.body, BODY, messenger, row.number))
        for row in result
    ]
    # Of an older backup it may be that nobody can read them any more.
    return [Arrived(number, attempts, body) for number, attempts, body in opened if body]


def mark_done(transaction: Transaction, messenger: str, number: int) -> None:
    """Note that an update has been dealt with, and empty it.

    Where it already was, the transaction ends with ChangedMeanwhileError, and so nothing is dealt
    with twice.
    """
    values = {"which_messenger": messenger, "which_number": number, "now_is": "done"}
    transaction.connection.later(_CLOSE, values)


async def quarantine(transaction: Transaction, messenger: str, number: int) -> bool:
    """Put aside an update that nothing here can deal with; False where it was dealt with."""
    values = {"which_messenger": messenger, "which_number": number, "now_is": "quarantined"}
    result = await transaction.connection.execute(_CLOSE, values)
    return result.rowcount > 0


async def count_attempt(transaction: Transaction, messenger: str, number: int) -> int | None:
    """Note that dealing with an update failed; returns how often it has, None where it was done."""
    result = await transaction.connection.execute(
        update(inbox)
        .where(inbox.c.messenger == messenger, inbox.c.number == number, inbox.c.status == "new")
        .values(attempts=inbox.c.attempts + 1)
        .returning(inbox.c.attempts)
    )
    attempts: int | None = result.scalar_one_or_none()
    return attempts
