"""A reference that no request has yet."""

from typing import Final

from handlers.house import Turn
from storage import tasks

#: How many are tried of each length, the shortest first.
_TRIES: Final = 8
#: There are a million of the shortest and ten thousand times as many of the longest.
_DIGITS: Final = (2, 4, 6)


async def free_reference(turn: Turn) -> str:
    """Return a new reference for people to say to each other, longer where most are taken."""
    for digits in _DIGITS:
        for reference in [turn.house.reference(digits) for _ in range(_TRIES)]:
            if not await tasks.is_reference_taken(turn.transaction, reference):
                return reference
    raise RuntimeError("every reference is taken")
