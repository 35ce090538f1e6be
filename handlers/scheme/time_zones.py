"""The question for a time zone: a button, its name, or the city that it is named after."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from zoneinfo import available_timezones

from handlers.cards import DEFAULT_ZONE
from handlers.entering import Enter
from handlers.question import Option
from handlers.texts import PublicName, T, folded
from handlers.understanding.country import country_of


class PickZone(Enter[str]):
    """A time zone, with a button for every one that is known in the scheme."""

    def __init__(self, key: str, known: Iterable[str]) -> None:
        zones = sorted({DEFAULT_ZONE.key, *known})
        super().__init__(key, read_zone, [Option(zone, PublicName(zone)) for zone in zones])


def read_zone(text: str) -> str | T:
    """Return the zone that somebody wrote: whole, or the city alone."""
    return _zones().get(_spelled(text)) or T("problem-time-zone")


@cache
def _zones() -> dict[str, str]:
    """Return the name of every time zone that belongs to a place, by each of its spellings."""
    # Those of the sea differ by a sign only, and nobody lives there.
    names = [name for name in available_timezones() if "/" in name and "Etc/" not in name]
    # Older names of a zone stand in no country's list.
    listed = [name for name in names if country_of(name) is not None]
    cities = Counter(_city(name) for name in listed)
    by_city = {_city(name): name for name in listed if cities[_city(name)] == 1}
    return {**by_city, **{_spelled(name): name for name in names}}


def _city(name: str) -> str:
    return _spelled(name.rpartition("/")[2])


def _spelled(zone: str) -> str:
    """Return the name of a time zone without what people write in more ways than one."""
    return "/".join(folded(part) for part in zone.replace("_", " ").split("/"))
