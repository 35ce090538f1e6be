"""Postcodes as people type them, and the lists of them that a neighbourhood serves."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

# As many as one message can show, whatever their spelling.
MOST_POSTCODES = 200
# Longer than any message that holds a postcode; what stands behind it is not read.
_LONGEST_TEXT = 4_000

# The letters that end a British postcode leave out C, I, K, M, O and V, so that "3pm" is none.
# Source: BS 7666, as the UK government's guidance on addresses repeats it.
_OUTWARD = "[A-Z]{1,2}[0-9][A-Z0-9]?"
_INWARD = "[0-9][ABD-HJLNP-UW-Z]{2}"
_OUTWARD_ALONE = re.compile(_OUTWARD)
_BRITISH = re.compile(f"({_OUTWARD}) ?({_INWARD})")
_BRITISH_START = re.compile(f"({_OUTWARD})(?: ([0-9]))?")
_BRITISH_IN_TEXT = re.compile(rf"(?<![A-Z0-9])({_OUTWARD})[ -]{{0,2}}({_INWARD})(?![A-Z0-9])")
# Five digits that belong to no telephone number or other long number.
_FIVE_DIGITS_IN_TEXT = re.compile(
    r"(?<![A-Z0-9+])(?<![0-9]{3}[ .-])[0-9]{5}(?![A-Z0-9])(?![ .-]?[0-9]{3})"
)
_ELSEWHERE = re.compile(r"[A-Z0-9]+(?:[ -][A-Z0-9]+)?")
_LONG_LETTERS = re.compile(r"[A-Z]{4}")
_LONG_DIGITS = re.compile(r"[0-9]{8}")
_DIGITS_START = re.compile(r"[0-9]{2,8}")
_SEPARATORS = re.compile(r"[,;/\n]")


class PostcodeListProblem(StrEnum):
    """Why a typed list of postcodes was not taken."""

    EMPTY = "empty"
    NOT_A_POSTCODE = "not-a-postcode"
    TOO_MANY = "too-many"


def _tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text[:_LONGEST_TEXT]).upper().split())


def normalise_postcode(text: str) -> str | None:
    """A postcode in its usual spelling, such as `N16 9PP` or `28013`; None if it is none.

    The first half of a British one, such as `N16`, will do. Those of other countries are letters
    and digits, three digits or more, at most one space or hyphen, 3 to 10 characters.
    """
    tidy = _tidy(text).strip(" .,;")
    british = _BRITISH.fullmatch(tidy)
    if british is not None:
        return " ".join(british.groups())
    if _OUTWARD_ALONE.fullmatch(tidy):
        return tidy
    elsewhere = (
        3 <= len(tidy) <= 10
        and _ELSEWHERE.fullmatch(tidy)
        and not _LONG_LETTERS.search(tidy)
        and not _LONG_DIGITS.search(tidy)
        and sum(sign.isdigit() for sign in tidy) >= 3
    )
    return tidy if elsewhere else None


def find_postcode(text: str) -> str | None:
    """The first postcode in a sentence, British or of five digits, in its usual spelling."""
    whole = normalise_postcode(text)
    if whole is not None:
        return whole
    tidy = _tidy(text)
    british = _BRITISH_IN_TEXT.search(tidy)
    if british is not None:
        return " ".join(british.groups())
    digits = _FIVE_DIGITS_IN_TEXT.search(tidy)
    return None if digits is None else digits.group()


def serves(prefixes: Iterable[str], postcode: str) -> bool:
    """Whether one of the prefixes covers a postcode.

    `N1` covers `N1 4AB` and not `N16 9PP`; `EC1` covers `EC1A 1BB`; `E8 1` covers `E8 1AB`; `280`
    covers `28013`.
    """
    normal = normalise_postcode(postcode)
    return normal is not None and any(_covers(_tidy(prefix), normal) for prefix in prefixes)


def _covers(prefix: str, postcode: str) -> bool:
    if prefix[:1].isdigit():
        joined = postcode.replace("-", "").replace(" ", "")
        return joined.startswith(prefix.replace("-", "").replace(" ", ""))
    first, _, rest = prefix.partition(" ")
    outward, _, inward = postcode.partition(" ")
    # The letter that ends some outward codes of inner London parts a district.
    district = outward[:-1] if outward[-1].isalpha() and not rest else outward
    return bool(first) and first in {outward, district} and inward.startswith(rest)


def parse_postcode_list(text: str) -> list[str] | PostcodeListProblem:
    """The prefixes in an owner's typed list such as `N16, E8 1, E8 2`, each once, in order.

    Commas, semicolons, strokes and line breaks part them; spaces too where that leaves no doubt.
    """
    prefixes: dict[str, None] = {}
    for part in _SEPARATORS.split(text[:_LONGEST_TEXT]):
        tidy = _tidy(part)
        if not tidy:
            continue
        words = tidy.split()
        whole = None if all(map(_OUTWARD_ALONE.fullmatch, words)) else _prefix(tidy)
        for prefix in map(_prefix, words) if whole is None else [whole]:
            if prefix is None:
                return PostcodeListProblem.NOT_A_POSTCODE
            prefixes[prefix] = None
    if not prefixes:
        return PostcodeListProblem.EMPTY
    return list(prefixes) if len(prefixes) <= MOST_POSTCODES else PostcodeListProblem.TOO_MANY


def _prefix(text: str) -> str | None:
    start = _BRITISH_START.fullmatch(text) or _DIGITS_START.fullmatch(text)
    return text if start is not None else normalise_postcode(text)
