"""Calls that have to be made: to people without an app, and to those whom no message reaches."""

from typing import Final

from handlers.actions import About
from handlers.house import PersonalTurn
from handlers.messages import Say
from handlers.phoned import calls
from handlers.queue.from_tables import source
from handlers.queue.item import Sort
from storage import rings


async def _call(turn: PersonalTurn, number: int) -> tuple[About | None, Say]:
    ring = await rings.find(turn.transaction, number)
    assert ring is not None  # noqa: S101 - it was found in the same transaction
    return await calls.about(turn, ring), await calls.shown(turn, turn.person, ring)


SOURCES: Final = (source(Sort.RING, _call, lambda _turn: rings.to_make),)
