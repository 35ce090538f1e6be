"""The country in which a neighbourhood lies, told by its time zone."""

from functools import cache
from importlib import resources


def country_of(time_zone: str) -> str | None:
    """Return a country's two letters, such as GB for `Europe/London`; None where no list says."""
    return _countries().get(time_zone)


@cache
def _countries() -> dict[str, str]:
    """Return the country of every zone, from the list that comes with the time zones."""
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab")
    found: dict[str, str] = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, _, zone, *_ = line.split("\t")
            found[zone] = country
    return found
