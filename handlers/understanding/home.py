"""To which neighbourhood a place belongs, where several of them say that it is theirs."""

from collections.abc import Iterable

from handlers.understanding.geography import hectares
from handlers.understanding.outline import contains
from handlers.understanding.postcodes import serves
from storage.model import Neighbourhood


def home_of_spot(
    neighbourhoods: Iterable[Neighbourhood], latitude: float, longitude: float
) -> Neighbourhood | None:
    """Return the neighbourhood in whose outline a spot lies: of several, the smallest.

    A small one that is drawn within a larger one was meant to have what lies in it.
    """
    around = [
        (hectares(each.outline), each.id, each)
        for each in neighbourhoods
        if each.outline is not None and contains(each.outline, latitude, longitude)
    ]
    return min(around)[-1] if around else None


def home_of_postcode(
    neighbourhoods: Iterable[Neighbourhood], postcode: str
) -> Neighbourhood | None:
    """Return the neighbourhood that serves a postcode: of several, the one that says it closest.

    `E8 1` is closer to `E8 1AB` than `E8`.
    """
    serving = [
        (-_closest(each, postcode), each.id, each)
        for each in neighbourhoods
        if serves(each.postcodes, postcode)
    ]
    return min(serving)[-1] if serving else None


def _closest(area: Neighbourhood, postcode: str) -> int:
    """Return how many letters of a postcode a neighbourhood that serves it names."""
    return max(len(prefix) for prefix in area.postcodes if serves([prefix], postcode))
