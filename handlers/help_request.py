"""What a request for help is made of: what its conversation may know, and everything answered."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from handlers.cards import DEFAULT_ZONE
from handlers.when_and_where import PickedPlace, PickedTime
from storage.model import Kind, Need, Neighbourhood, Size, WhoPays
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

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which typed times are meant."""
        home = self.home or next(iter(self.neighbourhoods), None)
        return ZoneInfo(home.time_zone) if home else DEFAULT_ZONE


class HelpRequest(BaseModel):
    """Everything that a resident said."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)

    name: PrivateText
    health_agreed: bool | None
    kind: Kind
    words: PrivateText | None
    when: PickedTime
    where: PickedPlace
    street: PrivateText | None = None
    door: PrivateText | None = None
    entry_notes: PrivateText | None = None
    phone: PrivateText | None = None
    size: Size | None = None
    needs: frozenset[Need] = frozenset()
    language_wanted: str | None = None
    who_pays: WhoPays | None = None
    ceiling: int | None = None
