"""Which tenure of a seat it is: whoever had it before and does not know yet can change nothing."""

from typing import Final

from sqlalchemy import bindparam, select

from storage.database import Transaction
from storage.dialects import insert
from storage.tables import turns
from storage.turns import beside

_BEGIN: Final = beside(
    insert(turns)
    .values(name=bindparam("seat"), number=1)
    .on_conflict_do_update(index_elements=[turns.c.name], set_={"number": turns.c.number + 1})
    .returning(turns.c.number)
)
#: Held until the commit: a newer tenure begins before it, and is seen, or after it.
_TENURE: Final = select(turns.c.number).where(turns.c.name == bindparam("seat"))


class SeatLostError(Exception):
    """Somebody else has the seat by now; nothing was changed."""


async def begin_tenure(transaction: Transaction, seat: str) -> int:
    """Begin a new tenure of a seat, whose lock is held, and return its number."""
    result = await transaction.connection.execute(_BEGIN, {"seat": seat})
    number: int = result.scalar_one()
    return number


async def insist_on(transaction: Transaction, seat: str, tenure: int) -> None:
    """Raise SeatLostError where a newer tenure has begun; none does before the commit."""
    result = await transaction.connection.execute(
        _TENURE.with_for_update(read=True), {"seat": seat}
    )
    if result.scalar_one_or_none() != tenure:
        raise SeatLostError
