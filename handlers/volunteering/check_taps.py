"""The button with which somebody begins to record a check, or to take one back."""

from typing import Final

from handlers import current
from handlers.house import PersonalTurn
from handlers.messages import Message, number_carried
from handlers.tapping import Taps
from handlers.volunteering.record_check import RECORD_CHECK
from storage import checks


async def _begin(turn: PersonalTurn, person: str) -> list[Message]:
    number = number_carried(person)
    # If somebody else records one meanwhile, or takes one back, the later one is told.
    changes = 0 if number is None else await checks.changes_of(turn.transaction, number)
    return await current.begin(turn, RECORD_CHECK.name, f"{person}:{changes}")


TAPS: Final[Taps] = {"check": _begin}
