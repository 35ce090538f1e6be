"""The kinds of words that may point at somebody, and how careful to be about all others."""

from dataclasses import dataclass
from enum import StrEnum


class Identifier(StrEnum):
    """What some words may give away."""

    NAME = "name"
    PHONE = "phone"
    STREET = "street"
    FLAT = "flat"
    POSTCODE = "postcode"
    EMAIL = "email"
    CODE = "code"
    HANDLE = "handle"
    LINK = "link"
    #: The number of a paper or a bank card, or a date of birth.
    PAPER = "paper"
    HEALTH = "health"
    PLACE = "place"
    #: Digits of which nothing more is known.
    NUMBER = "number"
    #: A word that is on no list of plain words.
    UNKNOWN = "unknown"


class Caution(StrEnum):
    """What is found beside what the rules and lists know."""

    RULES = "rules"
    #: Every digit and sign of an account too, and every word with a capital that is on no list.
    NUMBERS_AND_NAMES = "numbers-and-names"
    #: Every word that is on no list of plain words.
    EVERY_WORD = "every-word"


@dataclass(frozen=True, slots=True)
class Found:
    """Some of the letters of a text, from `start` up to `end`, and what they may give away."""

    kind: Identifier
    start: int
    end: int
