"""Where somebody lives, as far as the service knows."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from handlers.cards import DEFAULT_ZONE
from handlers.house import House, PersonalTurn
from storage import neighbourhoods
from storage.model import Neighbourhood


async def zone_of_person(turn: PersonalTurn) -> ZoneInfo:
    """Return the time zone of somebody's home; of the scheme's, where their home is not known."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    home = next((each for each in everywhere if each.id == turn.person.neighbourhood_id), None)
    return ZoneInfo(home.time_zone if home else zone_of_scheme(turn.house, everywhere))


def zone_of_scheme(house: House, everywhere: Sequence[Neighbourhood]) -> str:
    """Return the time zone that a scheme has set; that of its oldest neighbourhood, else."""
    oldest = min(everywhere, key=lambda each: each.id, default=None)
    return house.time_zone or (oldest.time_zone if oldest else DEFAULT_ZONE.key)
