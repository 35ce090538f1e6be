"""A text made easy to search: without accents, tricks and case, each letter still in its place."""

import unicodedata
from dataclasses import dataclass

from handlers.understanding.identifiers.kinds import Found, Identifier

_ALIKE = {
    **dict.fromkeys("’‘ʼ´`＇", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
#: Signs of no width, and those that only change the sign before them.
_NO_LETTER = frozenset({"Mn", "Me", "Cf", "Cc"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in small letters (`plain`) and as it came (`cased`), both without accents.

    Both have the same length; `at` is the place of each of their letters in the text itself.
    """

    plain: str
    cased: str
    at: tuple[int, ...]

    def found(self, kind: Identifier, start: int, end: int) -> Found:
        """Return what stands at a place of the reading as a place of the text."""
        return Found(kind, self.at[start], self.at[end - 1] + 1)


def read(text: str) -> Reading:
    """Return the reading of a text; digits of any script become those of the Latin one."""
    letters: list[tuple[str, int]] = []
    for place, sign in enumerate(text):
        for part in unicodedata.normalize("NFKD", _ALIKE.get(sign, sign)):
            kind = unicodedata.category(part)
            if kind in _NO_LETTER:
                if part.isspace():
                    letters.append((" ", place))
                continue
            digit = unicodedata.digit(part, None)
            letters.append((part if digit is None else str(digit), place))
    cased = "".join(letter for letter, _ in letters)
    # A letter whose small form is two letters stays as it is, so that places stay the same.
    plain = "".join(each.lower() if len(each.lower()) == 1 else each for each in cased)
    return Reading(plain, cased, tuple(place for _, place in letters))


def folded(text: str) -> str:
    """Return words as a reading has them, for comparing with it."""
    return read(text).plain
