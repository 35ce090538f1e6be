"""Worries, for those who may read each of them; anybody else finds no trace of one."""

from datetime import datetime
from typing import Final

from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.queue.item import Item, Sort, Source
from handlers.safety import safeguarding
from storage import queue, queue_sorts, worries
from storage.model import Role
from storage.queue import Mark, Sight
from storage.worries import Worry

#: So many are read at a time.
_PAGE: Final = 50


async def _readable(turn: PersonalTurn, sight: Sight) -> list[tuple[Mark, Worry]]:
    """Return the open worries that the person of the turn may read, the oldest first."""
    found: list[tuple[Mark, Worry]] = []
    actor = await actor_of(turn)
    if not actor.is_owner and Role.LEAD not in actor.roles:
        return found
    after: Mark | None = None
    while True:
        marks = await queue.page(
            turn.transaction, queue_sorts.worries_open, sight, turn.now, _PAGE, after
        )
        for mark in marks:
            worry = await worries.find(turn.transaction, mark.number)
            if worry is not None and await safeguarding.may_read(turn, worry):
                found.append((mark, worry))
        if len(marks) < _PAGE:
            return found
        after = marks[-1]


async def _count(turn: PersonalTurn, sight: Sight) -> int:
    return len(await _readable(turn, sight))


async def _some(turn: PersonalTurn, sight: Sight, most: int, after: Mark | None) -> list[Item]:
    readable = [each for each in await _readable(turn, sight) if after is None or each[0] > after]
    return [
        Item(mark, None, await safeguarding.shown_to(turn, worry, (turn.person,)))
        for mark, worry in readable[:most]
    ]


async def _oldest(turn: PersonalTurn, sight: Sight) -> datetime | None:
    readable = await _readable(turn, sight)
    return readable[0][0].at if readable else None


SOURCES: Final = (Source(Sort.WORRY, _count, _some, _oldest),)
