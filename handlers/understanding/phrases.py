"""Phrases as the files of words write them: "a/b" either word, a star any ending, ".." a gap.

A gap is up to three words long, and no phrase reaches over the end of a sentence.
"""

import re
from typing import Final

from handlers.understanding.words import fold

#: Takes the place of what has been understood, so that nothing more is found in it or across it.
DONE: Final = "#"
_GAP: Final = r"(?:\w+ ){0,3}"
_APOSTROPHES: Final = str.maketrans(dict.fromkeys("'’‘ʼ´`"))
#: Ends of sentences, but not the dots of somebody who is out of breath.
_ENDS: Final = re.compile(r"\.{2,}|…|[.!?;\n]")
_WORDS: Final = re.compile(r"[^\W_]+|\|")


def spelled(text: str) -> str:
    """Return the folded words of a text with one space around each, and a bar between sentences."""
    marked = _ENDS.sub(lambda end: " " if len(end[0]) > 1 or end[0] == "…" else " | ", text)
    words = _WORDS.findall(fold(marked.translate(_APOSTROPHES)))
    return f" {' '.join(words)} "


def any_of(phrases: list[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of some phrases in a spelled text."""
    return re.compile(" (?:" + "|".join(map(_pattern, phrases)) + ")(?= )")


def _pattern(phrase: str) -> str:
    parts = [_part(each) for each in phrase.translate(_APOSTROPHES).split()]
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
