"""What the service says by itself: its lines, with gaps for whatever it puts into them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from babel.dates import get_day_names, get_month_names

from handlers.helping.doorstep_words import words_in
from handlers.house import TOKEN_LETTERS
from handlers.texts import LOCALES
from tests.endurance.comparing import GAP, REMEMBERED, folded, stands_in, without

#: Stands in a shape for whatever is another one each time.
CHANGES: Final = "#"
#: Lines are looked up by so many of their first letters.
BEGINNING: Final = 4
_LANGUAGES: Final = ("en", "es")
_NAME_OF_WORDING: Final = re.compile(r"^[\w-]+ = |^\s+\*?\[\w+\]\s*")
_PUT_IN: Final = re.compile(r"\{[^}]*\}")
_DAYS: Final = sorted(
    {
        name.casefold()
        for language in _LANGUAGES
        for names in (get_day_names, get_month_names)
        for width in ("wide", "abbreviated")
        for name in names(width, locale=language).values()
    },
    key=len,
    reverse=True,
)
_AT_THE_DOOR: Final = "|".join(
    re.escape(word.casefold()) for language in _LANGUAGES for word in words_in(language).values()
)
_CHANGING: Final = "|".join(
    (
        rf"“(?:{_AT_THE_DOOR})(?: \((?:{_AT_THE_DOOR})\))?”",
        # What a button carries of a request: one word, too long for a short part.
        rf"(?<=:)[{TOKEN_LETTERS}]{{10}}(?=:|$)",
        r"\d+",
        rf"\b(?:{'|'.join(map(re.escape, _DAYS))})\b",
    )
)
_CHANGING_PARTS: Final = re.compile(_CHANGING)
#: The names of the wordings that say what was noticed in a text, and quote it.
_NOTICED: Final = re.compile(r"found-[\w-]+ = (.+)\{ \$value \}")


class OwnLines:
    """Lines with gaps, and whether one is said: as it is, or around what its reader may see."""

    def __init__(self) -> None:
        self._lines: set[str] = set()
        self._by_beginning: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, line: str) -> None:
        """Take a line, or the shape of one, for the service's own."""
        if line not in self._lines:
            self._lines.add(line)
            beginning = re.split(f"[{GAP}{CHANGES}]", line)[0][:BEGINNING]
            self._by_beginning[beginning if len(beginning) == BEGINNING else ""].append(line)

    def __contains__(self, line: str) -> bool:
        """Return whether a line is said as it is."""
        return line in self._lines

    def says_around(self, line: str, allowed: set[str], *, may_change: bool) -> bool:
        """Return whether a line is one of these with nothing but what may be seen in its gaps.

        So nothing is told of somebody called Will by "I will write to Ana". `may_change` says
        whether these are shapes.
        """
        for known in (*self._by_beginning[line[:BEGINNING]], *self._by_beginning[""]):
            found = _with_gaps(known, may_change).fullmatch(line)
            if found and all(_is_seen(each, allowed) for each in found.groups()):
                return True
        return False


def shape(line: str) -> str:
    """Return a line without its numbers, days, words at the door and what its buttons carry."""
    return _CHANGING_PARTS.sub(CHANGES, line)


def wordings() -> Iterator[str]:
    """Yield each line that the service may say, with a gap for whatever is put into it."""
    for line in _written():
        yield _PUT_IN.sub(GAP, _NAME_OF_WORDING.sub("", line))


def quotes(line: str, read: Iterable[str]) -> bool:
    """Return whether a line says what was noticed in texts, in nothing but pieces of them."""
    for beginning in _NOTICED_BEGINNINGS:
        if line.startswith(beginning):
            pieces = line.removeprefix(beginning).split(", ")
            texts = list(read)
            return all(any(stands_in(piece, text) for text in texts) for piece in pieces)
    return False


def _is_seen(text: str, allowed: set[str]) -> bool:
    return set(without(text, allowed)) <= {GAP, " "}


@lru_cache(maxsize=REMEMBERED)
def _with_gaps(known: str, may_change: bool) -> re.Pattern[str]:
    patterns = {GAP: "(.+?)"}
    if may_change:
        patterns[CHANGES] = rf"(?:{CHANGES}|{_CHANGING})"
    pieces = re.split(f"([{GAP}{CHANGES}])", known)
    return re.compile("".join(patterns.get(each, re.escape(each)) for each in pieces))


def _written() -> Iterator[str]:
    for path in LOCALES.glob("*/*.ftl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield line


_NOTICED_BEGINNINGS: Final = tuple(
    folded(found[1]) for found in map(_NOTICED.fullmatch, _written()) if found
)
