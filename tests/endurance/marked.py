"""Private words that can be told from all others, wherever they turn up."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import count
from typing import Final

from bot.sandbox.world import World

_MARKED: Final = re.compile(r"zq[a-p]{6}")
_LETTERS: Final = "abcdefghijklmnop"


class Marks:
    """Makes words that nobody else would write, and remembers what each of them is."""

    def __init__(self) -> None:
        self._numbers = count()
        self.meaning: dict[str, str] = {}

    def word(self, meaning: str) -> str:
        """Return a new word; no detector of the service has a reason to notice it."""
        number = next(self._numbers)
        word = "zq" + "".join(_LETTERS[number >> shift & 15] for shift in range(0, 24, 4))
        self.meaning[word] = meaning
        return word


def marks_in(texts: Iterable[str]) -> set[str]:
    """Return every marked word in texts."""
    return {word for text in texts for word in _MARKED.findall(text.lower())}


def marks_in_bytes(content: bytes) -> set[str]:
    """Return every marked word in a file, written in one or in two bytes a letter."""
    texts = (content.decode("latin-1"), content.replace(b"\x00", b"").decode("latin-1"))
    return marks_in(texts)


class Entitlements:
    """Which marked words may be seen by whom."""

    def __init__(self) -> None:
        self._may_see: defaultdict[int, set[str]] = defaultdict(set)

    def allow(self, person: int, words: Iterable[str]) -> None:
        """Let a person see words from now on."""
        self._may_see[person].update(words)

    def revoke(self, person: int, words: Iterable[str]) -> None:
        """Let a person be shown words no more."""
        self._may_see[person].difference_update(words)

    def of(self, person: int) -> set[str]:
        """Return what a person may have seen."""
        return self._may_see[person]


class Watch:
    """Looks at all that is shown, each thing once, for words that its readers may not see."""

    def __init__(self, world: World, marks: Marks, entitlements: Entitlements) -> None:
        self._world = world
        self._marks = marks
        self._entitlements = entitlements
        self._read: defaultdict[int, int] = defaultdict(int)
        self.looked_at = 0

    def leaks(self) -> list[str]:
        """Return what was shown since the last look to somebody who may not see it."""
        found: list[str] = []
        for place, shown in self._world.shown.items():
            fresh = shown[self._read[place] :]
            self._read[place] = len(shown)
            self.looked_at += len(fresh)
            wrong = marks_in(fresh) - self._entitlements.of(place)
            found += [f"{self._marks.meaning[word]}, shown in {place}" for word in wrong]
        return found
