"""The time that stands somewhere in a sentence about something else."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from handlers.understanding.when import TimeProblem, Window, understand_when
from handlers.understanding.when_marks import LONGEST_TEXT, Kind, Mark, marks_of
from handlers.understanding.when_reading import read_when
from handlers.understanding.words import fold, tokens, words_of

_LEADS: Final = (Kind.AT, Kind.BY, Kind.BEFORE, Kind.AFTER, Kind.FROM, Kind.NEXT, Kind.FILLER)
_SHORT: Final = 3
#: Takes the place of what is no part of a time; a word that no language has.
_NO_TIME: Final = "xx"


def time_in(text: str, language: str, now: datetime, zone: ZoneInfo) -> Window | None:
    """Return the time that a sentence names, or None where there is none or it is in doubt.

    Only a day, a part of a day or haste counts: a number alone is often a house or an amount.
    """
    text = fold(text[:LONGEST_TEXT])[:LONGEST_TEXT]
    unsure = set(words_of(language, "first_sentence")["no_time"])
    found = list(tokens(text))
    if unsure & {token.group() for token in found}:
        return None
    kept, end, place = "", 0, 0
    marks = marks_of(text, language)
    for number, mark in enumerate(marks):
        first, last = found[place], found[place + mark.length - 1]
        kept += text[end : first.start()]
        kept += _NO_TIME if _counts(marks, number) else text[first.start() : last.end()]
        end, place = last.end(), place + mark.length
    reading = read_when(kept, language)
    if not (reading.names_day or reading.parts or reading.soon):
        return None
    made = understand_when(kept, language, now, zone)
    return None if isinstance(made, TimeProblem) else made


def _counts(marks: list[Mark], place: int) -> bool:
    """Say whether a word is no part of a time: it counts something, or only looks like a day."""
    mark = marks[place]
    following = marks[place + 1] if place + 1 < len(marks) else None
    before = marks[place - 1] if place else None
    if Kind.NUMBER in mark.kinds:
        return following is not None and Kind.UNKNOWN in following.kinds
    if Kind.WEEKDAY in mark.kinds and len(mark.text) <= _SHORT:
        return before is None or not before.is_any(_LEADS)
    return False
