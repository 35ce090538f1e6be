"""Where somebody lives, as far as the service knows."""

from zoneinfo import ZoneInfo

from handlers.cards import DEFAULT_ZONE
from handlers.house import PersonalTurn
from storage import neighbourhoods


async def zone_of_person(turn: PersonalTurn) -> ZoneInfo:
    """Return the time zone of somebody's home; of the scheme's, where their home is not known."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    home = next((each for each in everywhere if each.id == turn.person.neighbourhood_id), None)
    home = home or next(iter(everywhere), None)
    return ZoneInfo(home.time_zone) if home else DEFAULT_ZONE
