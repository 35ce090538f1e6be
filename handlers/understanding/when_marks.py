"""What each word of a typed time can mean, taken from the word lists of a language."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from handlers.understanding.words import fold, phrase, tokens, words_of

# Longer than anybody answers "when?"; what stands behind it is not read.
LONGEST_TEXT = 4_000
_LONGEST_NUMBER = 4


class Kind(StrEnum):
    """The part that a word or phrase can play; most are keys of a file of words."""

    AT = "at"
    ABOUT = "about"
    AFTER = "after"
    FROM = "from"
    BEFORE = "before"
    BY = "by"
    BETWEEN = "between"
    TO = "to"
    AND = "and"
    OR = "or"
    AM = "am"
    PM = "pm"
    O_CLOCK = "o_clock"
    IN = "in"
    WITHIN = "within"
    FROM_NOW = "from_now"
    ONE = "one"
    NEXT = "next"
    NEXT_WEEK = "next_week"
    THIS_WEEK = "this_week"
    WEEKEND = "weekend"
    WEEK_ON = "week_on"
    NEXT_WEEKEND = "next_weekend"
    NOW = "now"
    ANY_TIME = "any_time"
    NOT = "not"
    OF = "of"
    THE = "the"
    ORDINAL = "ordinal"
    FILLER = "filler"
    DAY = "days"
    PART = "parts"
    PART_TODAY = "parts_today"
    CLOCK = "clock"
    MINUTES_FIRST = "minutes_first"
    MINUTES_LAST = "minutes_last"
    UNIT = "units"
    WEEKDAY = "weekdays"
    MONTH = "months"
    NUMBER = "numbers"
    SIGN = "sign"
    UNKNOWN = "unknown"


PART_NAMES = ("morning", "afternoon", "evening")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word, number or phrase of a text with the parts that it can play, each with its value.

    `glued` says that nothing stands between it and what comes before; `length` is its number of
    words; `text` is kept out of every `repr`, since a person typed it.
    """

    kinds: Mapping[Kind, int]
    text: str = field(repr=False)
    glued: bool
    length: int = 1

    def is_any(self, kinds: Iterable[Kind]) -> bool:
        """Whether it can play one of these parts."""
        return any(kind in self.kinds for kind in kinds)


Phrases = Mapping[tuple[str, ...], Mapping[Kind, int]]


def _entries(language: str) -> Iterator[tuple[str, Kind, int]]:
    words = words_of(language, "when")
    for key, phrases in words["words"].items():
        yield from ((text, Kind(key), 0) for text in phrases)
    for kind in (Kind.DAY, Kind.CLOCK, Kind.MINUTES_FIRST, Kind.MINUTES_LAST, Kind.UNIT):
        for value, phrases in words[kind].items():
            yield from ((text, kind, int(value)) for text in phrases)
    for kind in (Kind.PART, Kind.PART_TODAY):
        for part, phrases in words[kind].items():
            yield from ((text, kind, PART_NAMES.index(part)) for text in phrases)
    for kind, first in ((Kind.WEEKDAY, 0), (Kind.MONTH, 1), (Kind.NUMBER, 1)):
        for value, phrases in enumerate(words["lists"][kind], start=first):
            yield from ((text, kind, value) for text in phrases)


@cache
def _phrases(language: str) -> tuple[Phrases, int]:
    """All phrases of a language, and the number of words of the longest."""
    phrases: dict[tuple[str, ...], dict[Kind, int]] = {}
    for text, kind, value in _entries(language):
        phrases.setdefault(phrase(text), {})[kind] = value
    return phrases, max(map(len, phrases))


def marks_of(text: str, language: str) -> list[Mark]:
    """The marks of a text, the longest known phrase first; takes time in line with its length."""
    phrases, longest = _phrases(language)
    found = list(tokens(fold(text[:LONGEST_TEXT])[:LONGEST_TEXT]))
    spelled = [token.group() for token in found]
    marks: list[Mark] = []
    place = 0
    while place < len(found):
        glued = place > 0 and found[place - 1].end() == found[place].start()
        for length in range(min(longest, len(found) - place), 0, -1):
            kinds = phrases.get(tuple(spelled[place : place + length]))
            if kinds is not None:
                break
        else:
            length, kinds = 1, _kinds_of_token(spelled[place])
        marks.append(Mark(kinds, spelled[place], glued, length))
        place += length
    return marks


def _kinds_of_token(token: str) -> dict[Kind, int]:
    if token.isdecimal():
        # A longer number is a telephone number or the like, never a part of a time.
        return {Kind.NUMBER: int(token)} if len(token) <= _LONGEST_NUMBER else {Kind.UNKNOWN: 0}
    return {Kind.SIGN: 0} if token in {":", ".", "/", "-"} else {Kind.UNKNOWN: 0}
