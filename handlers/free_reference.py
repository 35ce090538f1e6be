"""A reference that no request has yet."""

from handlers.house import Turn
from storage import tasks


async def free_reference(turn: Turn) -> str:
    """Return a new reference for people to say to each other."""
    tries = [turn.house.reference() for _ in range(8)]
    taken = await tasks.references_taken(turn.transaction, tries)
    return next(each for each in tries if each not in taken)
