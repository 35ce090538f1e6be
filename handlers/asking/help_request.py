"""What a request for help is made of: what its conversation may know, and everything answered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from handlers.cards import DEFAULT_ZONE, merged_with
from handlers.kinds import LEVELS
from handlers.when_and_where import PickedPlace, PickedTime
from storage.helped_people import HelpedPerson
from storage.model import (
    ConsentHow,
    Detail,
    Kind,
    Level,
    Need,
    Neighbourhood,
    Relation,
    Size,
    WhoPays,
)
from storage.private import PrivateText

#: Lengths in characters; together they fit into one message.
WORDS_LIMIT: Final = 1000
NAME_LIMIT: Final = 40
STREET_LIMIT: Final = 120
DOOR_LIMIT: Final = 40
NOTES_LIMIT: Final = 300
PHONE_LIMIT: Final = 40


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use besides the answers."""

    now: datetime
    languages: tuple[str, ...]
    neighbourhoods: tuple[Neighbourhood, ...]
    home: Neighbourhood | None
    has_agreed: bool
    name: PrivateText | None = field(repr=False)
    #: How many homes a place named on a card has at least; for the look at it before it is sent.
    fewest_homes: int = 0
    #: How many people at least share what a card tells of somebody.
    rare_below: int = 0
    #: Who may take each kind of help.
    levels: Mapping[Kind, Level] = field(default_factory=lambda: LEVELS)
    #: Whether they began in order to ask for somebody else.
    for_another: bool = False
    #: Everybody whom they asked for before, also those whom they ask for no longer.
    helped: tuple[HelpedPerson, ...] = ()
    is_colleague: bool = False
    #: For whom as much is open as may be, by the number of the person; None is whoever asks.
    full: frozenset[int | None] = frozenset()
    #: Whether what whoever asks tells of their own health may be kept; None where nobody asked.
    keeps_health: bool | None = None
    #: The number of whoever asks for themself, where they are known.
    resident_id: int | None = None
    #: Where to ring whoever asks, where that is known before they are asked.
    phone: PrivateText | None = field(default=None, repr=False)

    @property
    def has_read(self) -> bool:
        """Whether they were told what becomes of a request, which helpers are not."""
        return self.has_agreed and (self.keeps_health is not None or bool(self.helped))

    def home_of(self, whom: "AskedFor | None") -> Neighbourhood | None:
        """Return where whoever is to be helped lives, as far as it is known."""
        if whom is None or whom.relation is None:
            return self.home
        number = whom.recorded.neighbourhood_id if whom.recorded else None
        return next((each for each in self.neighbourhoods if each.id == number), None)

    def named_with(self, neighbourhood_id: int | None) -> list[Neighbourhood]:
        """Return the neighbourhoods that a card from one of them names; none without one."""
        home = next((each for each in self.neighbourhoods if each.id == neighbourhood_id), None)
        return [] if home is None else merged_with(home, [*self.neighbourhoods], self.fewest_homes)

    def zone_of(self, whom: "AskedFor | None") -> ZoneInfo:
        """Return the time zone in which typed times are meant."""
        home = self.home_of(whom) or self.home or next(iter(self.neighbourhoods), None)
        return ZoneInfo(home.time_zone) if home else DEFAULT_ZONE


class AskedFor(BaseModel):
    """Somebody whom another person asks for, and what that person is to them.

    `relation` is None where they ask for themself, on the phone, and a coordinator writes it down.
    """

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    first_name: PrivateText
    relation: Relation | None
    recorded: HelpedPerson | None = None
    #: How they agreed just now; None where what is recorded still holds.
    agreed: ConsentHow | None = None
    #: Whether what is told of their health may be kept; None where nobody asked them.
    keeps_health: bool | None = None


class NoLonger(BaseModel):
    """That somebody does not want to be asked for any more."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    person: HelpedPerson


class HelpRequest(BaseModel):
    """Everything that a resident said; `name` is their own, also where they ask for another."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    name: PrivateText
    whom: AskedFor | None = None
    #: Whether what is told of the health of whoever asks may be kept; None where they asked for
    #: somebody else and were not asked.
    keeps_health: bool | None
    kind: Kind
    words: PrivateText | None
    when: PickedTime
    where: PickedPlace
    street: PrivateText | None = None
    door: PrivateText | None = None
    entry_notes: PrivateText | None = None
    phone: PrivateText | None = None
    size: Size | None = None
    #: How many helpers it takes.
    slots: int = 1
    needs: frozenset[Need] = frozenset()
    language_wanted: str | None = None
    who_pays: WhoPays | None = None
    ceiling: int | None = None
    #: What its card leaves out, since it would tell whose it is.
    left_out: frozenset[Detail] = frozenset()
    #: Whether a line for the card is to be written once it is sent.
    adds_line: bool = False

    @property
    def is_on_the_phone(self) -> bool:
        """Whether a coordinator writes it down for somebody on the phone."""
        return self.whom is not None and self.whom.relation is None

    @property
    def person(self) -> PrivateText | None:
        """The first name of the person helped, where somebody else asks for them."""
        return self.whom.first_name if self.whom else None
