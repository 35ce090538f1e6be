"""The numbers to ring when somebody's life is in danger, by the time zone of a neighbourhood."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from handlers.understanding.country import country_of

DEFAULT: Final = "default"
#: As many as a frightened person can choose from.
MOST_NUMBERS: Final = 3
_NUMBER: Final = re.compile(r"(?=(?:\D*\d){2})[+*#]?\d[\d -]{0,18}#?", re.ASCII)


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


def numbers_in(
    time_zone: str, of_scheme: Mapping[str, EmergencyNumbers] | None = None
) -> EmergencyNumbers:
    """Return the numbers of the country of a time zone, such as `Europe/London`.

    `of_scheme` are those that a scheme has set, by country; they come first.
    """
    everywhere = {**numbers_by_country(), **(of_scheme or {})}
    return everywhere.get(listed_under(time_zone), everywhere[DEFAULT])


def listed_under(time_zone: str) -> str:
    """Return the two letters of the country of a time zone, or `default` where no list has it."""
    return country_of(time_zone) or DEFAULT


def read_numbers(text: str) -> tuple[str, ...] | None:
    """Return telephone numbers that were typed with commas between them; None if they are none."""
    parts = [" ".join(part.split()) for part in re.split(r"[,;\n]", text) if part.strip()]
    if not 0 < len(parts) <= MOST_NUMBERS or not all(map(_NUMBER.fullmatch, parts)):
        return None
    return tuple(dict.fromkeys(parts))


@cache
def numbers_by_country() -> dict[str, EmergencyNumbers]:
    """Return the numbers of every country that is listed, by its two letters."""
    text = resources.files(__package__).joinpath("emergency.toml").read_text(encoding="utf-8")
    return {
        country: EmergencyNumbers(**{name: tuple(numbers) for name, numbers in listed.items()})
        for country, listed in tomllib.loads(text).items()
    }
