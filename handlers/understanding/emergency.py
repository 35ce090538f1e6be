"""The numbers to ring when somebody's life is in danger, by the time zone of a neighbourhood."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from handlers.understanding.country import country_of

DEFAULT: Final = "default"


@dataclass(frozen=True, slots=True)
class EmergencyNumbers:
    """What to ring in a country: `any` takes every call, the next three only their own.

    `crisis` is a line for people who think of ending their life, where one is known.
    """

    any: tuple[str, ...] = ()
    ambulance: tuple[str, ...] = ()
    fire: tuple[str, ...] = ()
    police: tuple[str, ...] = ()
    crisis: tuple[str, ...] = ()


def numbers_in(time_zone: str) -> EmergencyNumbers:
    """Return the numbers of the country of a time zone, such as `Europe/London`."""
    everywhere = numbers_by_country()
    return everywhere.get(country_of(time_zone) or DEFAULT, everywhere[DEFAULT])


@cache
def numbers_by_country() -> dict[str, EmergencyNumbers]:
    """Return the numbers of every country that is listed, by its two letters."""
    text = resources.files(__package__).joinpath("emergency.toml").read_text(encoding="utf-8")
    return {
        country: EmergencyNumbers(**{name: tuple(numbers) for name, numbers in listed.items()})
        for country, listed in tomllib.loads(text).items()
    }
