"""Whether this process may send: always by itself, and for a tenure where others stand by."""

from dataclasses import dataclass

from storage import seats
from storage.company import Company
from storage.database import Transaction


class Mandate:
    """That of a process beside which nobody else sends."""

    @property
    def lasts(self) -> bool:
        """Whether nobody else can have begun to send."""
        return True

    async def insist(self, transaction: Transaction) -> None:
        """Raise SeatLostError where somebody else has begun to send."""


@dataclass(frozen=True)
class Tenure(Mandate):
    """That of the one who holds a seat, until they lose it."""

    company: Company
    seat: str
    number: int

    @property
    def lasts(self) -> bool:
        return self.company.holds(self.seat)

    async def insist(self, transaction: Transaction) -> None:
        await seats.insist_on(transaction, self.seat, self.number)
