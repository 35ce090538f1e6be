"""What the events of several people ask for first, read at once where they share a commit."""

from collections.abc import Sequence
from typing import TypeVar

from storage import conversations, repetitions
from storage.database import Foreseen, Transaction, Work

T = TypeVar("T")


def of_somebody(account: str, work: Work[T]) -> Foreseen[T]:
    """Return work that hears what somebody did, foreseen as such."""
    return Foreseen(work, account, _read)


async def _read(transaction: Transaction, accounts: Sequence[str]) -> None:
    """Read who they are, what each is being asked, and what waits in their chats."""
    chats = await conversations.read_ahead(transaction, accounts)
    await repetitions.read_ahead(transaction, chats)
