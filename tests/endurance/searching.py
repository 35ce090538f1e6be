"""Looks for private parts in whatever is shown, however they are written there.

Texts are compared without case, without signs that nobody sees, and in the compatible form of their
letters (NFKC). Each part is looked for in one of three ways, and how many in which is counted:

- one of six letters and digits or more anywhere, with whatever stands between its letters left out:
  `07700 900-482` is found in `call:07700900482`, and a long text by what is cut out of it;
- a shorter one, such as `41` or `Bob`, as whole words: in `Bobby` or `KMT-410` it says nothing;
- one of signs alone as it stands.

What the service says by itself cries no wolf: a line that it also says around other words, all of
which are known (`learn`), is left out for short parts if it is the same but for its numbers, days,
references and words at the door, and for long ones only if it is the very same. What its reader may
see is taken out, each text as a whole, before the rest is searched: of a text that somebody may
read each part is still found where it stands by itself, unless they may read that too.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Final

from babel.dates import get_day_names, get_month_names

from handlers.helping.doorstep_words import words_in
from handlers.texts import LOCALES

#: From so many letters and digits on a part is looked for anywhere, and a number by its last ones.
LONG: Final = 6
NUMBER: Final = 9
#: A long text is also found by pieces of so many letters, one behind the other.
PIECE: Final = 16
#: How many texts are remembered as they were compared.
REMEMBERED: Final = 20_000
#: Stands where something was taken out: no part reaches over it.
GAP: Final = "\ue000"
_NAME_OF_WORDING: Final = re.compile(r"^[\w-]+ = |^\s+\*?\[\w+\]\s*")
_PUT_IN: Final = re.compile(r"\{[^}]*\}")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_WORD: Final = re.compile(r"[^\W_]+")
_REFERENCE: Final = re.compile(r"\b[a-z]{3}-\d\d\b")
_DAYS: Final = sorted(
    {
        name.casefold()
        for language in ("en", "es")
        for names in (get_day_names, get_month_names)
        for width in ("wide", "abbreviated")
        for name in names(width, locale=language).values()
    },
    key=len,
    reverse=True,
)
_NUMBER_OR_DAY: Final = re.compile(rf"\d+|\b(?:{'|'.join(map(re.escape, _DAYS))})\b")
_AT_THE_DOOR: Final = "|".join(
    re.escape(word.casefold()) for language in ("en", "es") for word in words_in(language).values()
)
_WORDS_AT_THE_DOOR: Final = re.compile(rf"“(?:{_AT_THE_DOOR})(?: \((?:{_AT_THE_DOOR})\))?”")


class Way(StrEnum):
    """How a part is looked for."""

    ANYWHERE = "anywhere"
    WHOLE_WORDS = "as whole words"
    AS_IT_STANDS = "as it stands"


@dataclass(frozen=True, slots=True)
class Part:
    """Something private: its text, and what it is, for the message of a failing test."""

    text: str = field(repr=False)
    meaning: str


@dataclass(frozen=True, slots=True)
class _Rest:
    """A text without the service's own lines: for long parts, and for short ones."""

    long: str
    short: str


@lru_cache(maxsize=REMEMBERED)
def folded(text: str) -> str:
    """Return a text as it is compared."""
    seen = _UNSEEN.sub("", text)
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())


def _letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum() or each == GAP)


class Search:
    """Knows every private part, and what the service says by itself."""

    def __init__(self) -> None:
        self.ways: Counter[Way] = Counter()
        self._known: dict[str, Part] = {}
        self._anchors: defaultdict[str, dict[str, Part]] = defaultdict(dict)
        self._words: defaultdict[str, dict[tuple[str, ...], Part]] = defaultdict(dict)
        self._signs: dict[str, Part] = {}
        self._lines: set[str] = set()
        self._shapes: set[str] = set()
        self.looked_at = 0
        for wording in _wordings():
            self.learn(wording)

    def add(self, text: str, meaning: str) -> None:
        """Look for a part from now on."""
        plain = folded(text).strip()
        if not plain or plain in self._known:
            return
        part = self._known[plain] = Part(text, meaning)
        letters = _letters(plain)
        if len(letters) >= LONG:
            self.ways[Way.ANYWHERE] += 1
            self._add_long(letters, part)
        elif letters:
            self.ways[Way.WHOLE_WORDS] += 1
            words = tuple(_WORD.findall(plain))
            self._words[words[0]][words] = part
        else:
            self.ways[Way.AS_IT_STANDS] += 1
            self._signs[plain] = part

    def _add_long(self, letters: str, part: Part) -> None:
        # Written from abroad, a telephone number begins in another way.
        is_number = letters.isdigit() and len(letters) > NUMBER
        needles = [letters[-NUMBER:] if is_number else letters]
        if len(letters) >= 2 * PIECE:
            needles += [
                letters[start : start + PIECE] for start in range(0, len(letters) - PIECE, PIECE)
            ]
        for needle in needles:
            self._anchors[needle[:LONG]].setdefault(needle, part)

    def learn(self, text: str, allowed: Iterable[str] = ()) -> None:
        """Take the lines of a text for the service's own, but for what its reader may see in them.

        A line in which there is more that is private is none.
        """
        for line in _lines_of(_without(_plain(text), allowed)):
            if not self._found(_Rest(line, line)):
                self._lines.add(line)
                if any(each.isalpha() for each in line):
                    self._shapes.add(_shape(line))

    def leaks(self, text: str, allowed: Iterable[str] = ()) -> list[Part]:
        """Return the parts that stand in a text beside what its reader may see."""
        self.looked_at += 1
        rest = self._rest_of(_lines_of(text))
        if not self._found(rest):
            return []
        whole = _without(_plain(text), allowed)
        return self._found(self._rest_of(_lines_of(whole)))

    def leaks_in_bytes(self, content: bytes) -> list[Part]:
        """Return the long parts that stand in a file, written in one or in two bytes a letter.

        Short ones stand by chance in any picture; they are looked for in what a file says in words.
        """
        texts = [content.decode("latin-1"), content.decode("utf-8", "ignore")]
        texts.append(content.replace(b"\x00", b"").decode("latin-1"))
        return [part for text in texts for part in self._long(_letters(folded(text)))]

    def _rest_of(self, lines: list[str]) -> _Rest:
        long = [GAP if line in self._lines else line for line in lines]
        short = [GAP if _shape(line) in self._shapes else line for line in long]
        return _Rest("\n".join(long), "\n".join(short))

    def _found(self, rest: _Rest) -> list[Part]:
        found = self._long(_letters(rest.long))
        words = _WORD.findall(rest.short)
        for place, word in enumerate(words):
            for wanted, part in self._words.get(word, {}).items():
                if tuple(words[place : place + len(wanted)]) == wanted:
                    found.append(part)
        return [*found, *(part for sign, part in self._signs.items() if sign in rest.short)]

    def _long(self, letters: str) -> list[Part]:
        found: list[Part] = []
        for start in range(len(letters) - LONG + 1):
            anchored = self._anchors.get(letters[start : start + LONG])
            if anchored is not None:
                found += [
                    part for needle, part in anchored.items() if letters.startswith(needle, start)
                ]
        return found


def _wordings() -> Iterator[str]:
    """Yield each line that the service may say, with a gap for whatever is put into it."""
    for path in LOCALES.glob("*/*.ftl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            yield _PUT_IN.sub(GAP, _NAME_OF_WORDING.sub("", line))


def _plain(text: str) -> str:
    """Return a text as it is compared, without the references of requests.

    They go first, so that nothing that may be read is taken out of the middle of one.
    """
    return _REFERENCE.sub(GAP, folded(text))


def _lines_of(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in folded(text).splitlines())
    return [_REFERENCE.sub(GAP, line) for line in lines if line]


@lru_cache(maxsize=REMEMBERED)
def _shape(line: str) -> str:
    return _NUMBER_OR_DAY.sub("#", _WORDS_AT_THE_DOOR.sub("#", line))


def _without(text: str, allowed: Iterable[str]) -> str:
    # What somebody may see can hold shorter things that they may see too: the longest go first.
    patterns = [_pattern(each) for each in sorted(set(allowed), key=len, reverse=True)]
    for pattern in patterns:
        if pattern is not None:
            text = pattern.sub(GAP, text)
    return text


@lru_cache(maxsize=REMEMBERED)
def _pattern(allowed: str) -> re.Pattern[str] | None:
    words = _plain(allowed).split()
    if not words:
        return None
    written = r"\s+".join(map(re.escape, words))
    # A name that may be read stands for itself, and not for the beginning of another.
    before = r"(?<![^\W_])" if words[0][0].isalnum() else ""
    after = r"(?![^\W_])" if words[-1][-1].isalnum() else ""
    return re.compile(before + written + after)
