"""A source of the queue whose things are rows of one table."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from handlers.actions import About
from handlers.house import PersonalTurn
from handlers.messages import Say
from handlers.queue.item import Item, Sort, Source
from storage import queue
from storage.queue import Mark, Sight, Waiting

#: How a row is shown to the person of the turn, by its number, and what it is about.
Shown = Callable[[PersonalTurn, int], Awaitable[tuple[About | None, Say]]]


def source(sort: Sort, shown: Shown, waiting_in: Callable[[PersonalTurn], Waiting]) -> Source:
    """Return the source of all rows that a statement finds."""

    async def count(turn: PersonalTurn, sight: Sight) -> int:
        return await queue.counted(turn.transaction, waiting_in(turn), sight, turn.now)

    async def some(turn: PersonalTurn, sight: Sight, most: int, after: Mark | None) -> list[Item]:
        marks = await queue.page(turn.transaction, waiting_in(turn), sight, turn.now, most, after)
        items = []
        for mark in marks:
            about, say = await shown(turn, mark.number)
            items.append(Item(mark, about, (say,)))
        return items

    async def oldest(turn: PersonalTurn, sight: Sight) -> datetime | None:
        first = await queue.page(turn.transaction, waiting_in(turn), sight, turn.now, 1, None)
        return first[0].at if first else None

    return Source(sort, count, some, oldest)
