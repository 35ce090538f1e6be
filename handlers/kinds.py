"""The kinds of help: who may take each, and what a request of it is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from storage.model import Kind, Level


@dataclass(frozen=True, slots=True)
class KindOfHelp:
    """What is asked for a kind besides when and where, and the level of trust that it takes."""

    level: Level
    asks_size: bool = False
    asks_payment: bool = False
    asks_needs: bool = False
    asks_language: bool = False
    #: Whether somebody comes to the door, so that an address is needed.
    at_the_door: bool = True
    #: Whether it makes sense to have it every week.
    weekly: bool = False


KINDS: Final = {
    Kind.SHOPPING: KindOfHelp(Level.OPEN, asks_size=True, asks_payment=True, weekly=True),
    Kind.FOOD_PARCEL: KindOfHelp(Level.OPEN, asks_size=True, weekly=True),
    Kind.HOT_MEAL: KindOfHelp(Level.OPEN, weekly=True),
    Kind.ERRAND: KindOfHelp(Level.OPEN, asks_size=True, asks_payment=True, weekly=True),
    Kind.POST: KindOfHelp(Level.OPEN),
    Kind.DOG_WALK: KindOfHelp(Level.OPEN, weekly=True),
    Kind.DOORSTEP_CHAT: KindOfHelp(Level.OPEN, asks_language=True, weekly=True),
    Kind.PHARMACY_RUN: KindOfHelp(Level.CHECKED, asks_payment=True, weekly=True),
    Kind.PHONE_CALL: KindOfHelp(Level.CHECKED, asks_language=True, at_the_door=False, weekly=True),
    Kind.LIFT: KindOfHelp(Level.CHECKED, asks_needs=True),
    Kind.LISTENING: KindOfHelp(Level.ASSIGNED, asks_language=True),
    Kind.PAPERWORK: KindOfHelp(Level.ASSIGNED, asks_language=True),
    Kind.SOMETHING_ELSE: KindOfHelp(Level.ASSIGNED),
}


#: Up to how much is paid back, as everybody is offered it, in whole units of the currency.
OFFERED_CEILINGS: Final = (10, 20, 50)
#: Who may take each kind where a scheme has set nothing stricter.
LEVELS: Final[Mapping[Kind, Level]] = {kind: each.level for kind, each in KINDS.items()}
_BY_STRICTNESS: Final = (Level.OPEN, Level.CHECKED, Level.ASSIGNED)


def strictest(one: Level, other: Level) -> Level:
    """Return the stricter of two levels."""
    return max(one, other, key=_BY_STRICTNESS.index)


def at_least(level: Level) -> tuple[Level, ...]:
    """Return a level and those that are stricter."""
    return _BY_STRICTNESS[_BY_STRICTNESS.index(level) :]


def looser_than(level: Level) -> tuple[Level, ...]:
    """Return the levels that are less strict."""
    return _BY_STRICTNESS[: _BY_STRICTNESS.index(level)]


def takes_check(kind: Kind, level: Level, levels: Mapping[Kind, Level]) -> bool:
    """Say whether a helper has to be checked, be they first or chosen by a coordinator.

    `levels` are those of the scheme.
    """
    return Level.CHECKED in (level, levels[kind], LEVELS[kind])


def level_of(kind: Kind, levels: Mapping[Kind, Level], *, mentions_keys_or_money: bool) -> Level:
    """Return who may take a request; keys and money in it always take a coordinator's choice."""
    return Level.ASSIGNED if mentions_keys_or_money else levels[kind]
