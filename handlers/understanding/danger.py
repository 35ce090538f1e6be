"""Words of danger, in any language that has a list, whatever language the person chose.

Where it is in doubt, it is danger: a false alarm costs a message and a lead's look, and a miss may
cost a life.
"""

import re
from enum import StrEnum
from functools import cache

from handlers.understanding.phrases import DONE, any_of, spelled
from handlers.understanding.words import languages, words_of


class Danger(StrEnum):
    """What is feared: that people harm themselves, or anything else that threatens a life."""

    SELF_HARM = "self-harm"
    LIFE = "life"


def danger_in(text: str) -> Danger | None:
    """Return the danger that a text tells of, or None. Takes time in line with its length."""
    words = spelled(text)
    for harmless in _patterns("harmless"):
        words = harmless.sub(f" {DONE} ", words)
    if any(pattern.search(words) for pattern in _patterns("self_harm")):
        return Danger.SELF_HARM
    if any(pattern.search(words) for pattern in _patterns("life")):
        return Danger.LIFE
    return None


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    """Return what the lists of all languages say under a key, one pattern for each language."""
    return tuple(any_of(words_of(language, "danger")[key]) for language in languages())
