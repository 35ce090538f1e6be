"""Texts as they are compared: without case, signs that nobody sees, and references of requests."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

#: Stands where something was taken out: no part reaches over it.
GAP: Final = "\ue000"
#: How many texts are remembered as they were compared.
REMEMBERED: Final = 100_000
WORD: Final = re.compile(r"[^\W_]+")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_REFERENCE: Final = re.compile(r"\b[a-z]{3}-\d\d\b")


@lru_cache(maxsize=REMEMBERED)
def folded(text: str) -> str:
    """Return a text without case and unseen signs, in the compatible form of its letters (NFKC)."""
    seen = _UNSEEN.sub("", text)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())


def plain(text: str) -> str:
    """Return a text as it is compared, without the references of requests.

    They go first, so that nothing that may be read is taken out of the middle of one.
    """
    return _REFERENCE.sub(GAP, folded(text))


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as they are compared, but for empty ones."""
    lines = map(single_spaced, folded(text).splitlines())
    return [_REFERENCE.sub(GAP, line) for line in lines if line]


def single_spaced(line: str) -> str:
    """Return a line with one space wherever there was any."""
    return " ".join(line.split())


def without(text: str, allowed: Iterable[str]) -> str:
    """Take what somebody may see out of a text as it is compared; its lines stay apart."""
    words = {*WORD.findall(text), ""}
    standing = {each for each in allowed if _first_word(each) in words}
    # What somebody may see can hold shorter things that they may see too: the longest go first.
    for each in sorted(standing, key=len, reverse=True):
        pattern = _pattern(each)
        if pattern is not None:
            text = pattern.sub(_gaps, text)
    return text


def stands_in(text: str, whole: str) -> bool:
    """Return whether a text stands, by itself, in one as it is compared."""
    pattern = _pattern(text)
    return pattern is not None and pattern.search(whole) is not None


def _gaps(found: re.Match[str]) -> str:
    return "\n".join(GAP for _ in found[0].splitlines())


@lru_cache(maxsize=REMEMBERED)
def _first_word(text: str) -> str:
    found = WORD.search(plain(text))
    return found[0] if found else ""


@lru_cache(maxsize=REMEMBERED)
def _pattern(allowed: str) -> re.Pattern[str] | None:
    words = plain(allowed).split()
    if not words:
        return None
    written = r"\s+".join(map(re.escape, words))
    # A name that may be read stands for itself, and not for the beginning of another.
    before = r"(?<![^\W_])" if words[0][0].isalnum() else ""
    after = r"(?![^\W_])" if words[-1][-1].isalnum() else ""
    return re.compile(before + written + after)
