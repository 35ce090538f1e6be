"""Looks for private parts in whatever is shown, however they are written there.

Texts are compared without case, without signs that nobody sees, and in the compatible form of their
letters (NFKC). Each part is looked for in one of three ways, and how many in which is counted:

- one of six letters and digits or more anywhere, with whatever stands between its letters left out:
  `07700 900-482` is found in `call:07700900482`, and a long text by what is cut out of it;
- a shorter one, such as `41` or `Bob`, as whole words: in `Bobby` or `KMT-410` it says nothing;
- one of signs alone as it stands.

What the service says by itself cries no wolf: a line that it also says around other words, all of
which are known (`learn`), is left out for short parts if it is the same but for its numbers, days,
references, words at the door and what its buttons carry, and for long ones only if it is the very
same. What its reader may see is taken out, each text as a whole, before the rest is searched: of a
text that somebody may read each part is still found where it stands by itself, unless they may read
that too. Only below a text that stands there whole, the lines that say what was noticed in it may
repeat pieces of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tests.endurance.comparing import (
    GAP,
    WORD,
    folded,
    lines_of,
    plain,
    single_spaced,
    stands_in,
    without,
)
from tests.endurance.own_lines import Shapes, quotes, wordings

#: From so many letters and digits on a part is looked for anywhere, and a number by its last ones.
LONG: Final = 6
NUMBER: Final = 9
#: A long text is also found by pieces of so many letters, one behind the other.
PIECE: Final = 16


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
        self._shapes = Shapes()
        self.looked_at = 0
        for wording in wordings():
            self.learn(wording)

    def add(self, text: str, meaning: str) -> None:
        """Look for a part from now on."""
        written = folded(text).strip()
        if not written or written in self._known:
            return
        part = self._known[written] = Part(text, meaning)
        letters = _letters(written)
        if len(letters) >= LONG:
            self.ways[Way.ANYWHERE] += 1
            self._add_long(letters, part)
        elif letters:
            self.ways[Way.WHOLE_WORDS] += 1
            words = tuple(WORD.findall(written))
            self._words[words[0]][words] = part
        else:
            self.ways[Way.AS_IT_STANDS] += 1
            self._signs[written] = part

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
        for line in lines_of(without(plain(text), allowed)):
            if not self._found(_Rest(line, line)):
                self._lines.add(line)
                # A number alone would be the shape of any door.
                if any(map(str.isalpha, line)) or not any(map(str.isalnum, line)):
                    self._shapes.add(line)

    def leaks(self, text: str, allowed: Iterable[str] = ()) -> list[Part]:
        """Return the parts that stand in a text beside what its reader may see."""
        self.looked_at += 1
        if not self._found(self._rest_of(lines_of(text))):
            return []
        whole, may_see = plain(text), set(allowed)
        left = without(whole, may_see)
        if not self._found(self._rest_of(lines_of(left))):
            return []
        return self._found(self._rest_beside(left, whole, may_see))

    def leaks_in_bytes(self, content: bytes) -> list[Part]:
        """Return the long parts that stand in a file, written in one or in two bytes a letter.

        Short ones stand by chance in any picture; they are looked for in what a file says in words.
        """
        texts = [content.decode("latin-1"), content.decode("utf-8", "ignore")]
        texts.append(content.replace(b"\x00", b"").decode("latin-1"))
        return [part for text in texts for part in self._long(_letters(folded(text)))]

    def _rest_of(self, lines: list[str]) -> _Rest:
        long = [GAP if line in self._lines else line for line in lines]
        short = [GAP if line in self._shapes else line for line in long]
        return _Rest("\n".join(long), "\n".join(short))

    def _rest_beside(self, left: str, whole: str, allowed: set[str]) -> _Rest:
        """Return what is left once each line was compared before anything was taken out of it."""
        read = [each for each in map(plain, allowed) if stands_in(each, whole)]
        rest: list[_Rest] = []
        for line, remains in zip(whole.splitlines(), left.splitlines(), strict=True):
            of_line = self._rest_of([single_spaced(remains)])
            before = single_spaced(line)
            if before in self._lines or quotes(before, read):
                of_line = _Rest(GAP, GAP)
            elif of_line.short != GAP and self._shapes.says_around(before, allowed):
                of_line = _Rest(of_line.long, GAP)
            rest.append(of_line)
        return _Rest("\n".join(each.long for each in rest), "\n".join(each.short for each in rest))

    def _found(self, rest: _Rest) -> list[Part]:
        found = self._long(_letters(rest.long))
        words = WORD.findall(rest.short)
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
