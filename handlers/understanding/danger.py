"""Words of danger, in any language that has a list, whatever language the person chose.

Where it is in doubt, it is danger: a false alarm costs a message and a lead's look, and a miss may
cost a life.
"""

import re
from enum import StrEnum
from functools import cache
from typing import Final

from handlers.understanding.words import fold, languages, words_of


class Danger(StrEnum):
    """What is feared: that people harm themselves, or anything else that threatens a life."""

    SELF_HARM = "self-harm"
    LIFE = "life"


#: Takes the place of what is harmless, so that nothing is found across it.
_NOTHING: Final = "#"
_GAP: Final = r"(?:\w+ ){0,3}"
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("'’‘ʼ´`"))
#: Ends of sentences, but not the dots of somebody who is out of breath.
_ENDS: Final = re.compile(r"\.{2,}|…|[.!?;\n]")
_WORDS: Final = re.compile(r"[^\W_]+|\|")


def danger_in(text: str) -> Danger | None:
    """Return the danger that a text tells of, or None. Takes time in line with its length."""
    spelled = _spelled(text)
    for harmless in _patterns("harmless"):
        spelled = harmless.sub(f" {_NOTHING} ", spelled)
    if any(pattern.search(spelled) for pattern in _patterns("self_harm")):
        return Danger.SELF_HARM
    if any(pattern.search(spelled) for pattern in _patterns("life")):
        return Danger.LIFE
    return None


def _spelled(text: str) -> str:
    """Return the folded words of a text with one space around each, and a bar between sentences."""
    marked = _ENDS.sub(lambda end: " " if len(end[0]) > 1 or end[0] == "…" else " | ", text)
    words = _WORDS.findall(fold(marked.translate(_APOSTROPHES)))
    return f" {' '.join(words)} "


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    """Return what the lists of all languages say under a key, one pattern for each language."""
    return tuple(
        re.compile(" (?:" + "|".join(map(_pattern, words_of(language, "danger")[key])) + ")(?= )")
        for language in languages()
    )


def _pattern(written: str) -> str:
    """Return a phrase of a list as a pattern; the file of words says how a phrase is written."""
    parts = [_part(each) for each in written.translate(_APOSTROPHES).split()]
    return "".join(
        part if part == _GAP or number == len(parts) - 1 else part + " "
        for number, part in enumerate(parts)
    )


def _part(written: str) -> str:
    if written == "..":
        return _GAP
    choices = [
        re.escape(fold(each).removesuffix("*")) + (r"\w*" if each.endswith("*") else "")
        for each in written.split("/")
    ]
    return f"(?:{'|'.join(choices)})"
