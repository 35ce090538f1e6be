"""The house as a scheme has set it up in chat, laid over what the program starts with."""

from dataclasses import replace
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from handlers.house import House
from handlers.kinds import LEVELS, strictest
from storage import settings
from storage.database import Transaction
from storage.model import Kind, Level

#: The name under which each setting of `House` is kept.
SCHEME: Final = "scheme"


class Settled(BaseModel):
    """What was set, checked; None where the program's own value stays."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    #: How the scheme calls itself.
    scheme: str | None = None
    #: Who may take each kind, where that is stricter than by default.
    levels: dict[Kind, Level] = Field(default_factory=dict)


async def settled(transaction: Transaction, house: House) -> House:
    """Return the house with all that was set in chat."""
    found = Settled.model_validate(await settings.all_of_them(transaction))
    levels = {kind: strictest(LEVELS[kind], found.levels.get(kind, LEVELS[kind])) for kind in Kind}
    return replace(house, scheme=found.scheme, levels=levels)
