"""What the service says by itself: its lines, with gaps for whatever it puts into them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Final

from babel.dates import get_day_names, get_month_names

from handlers.dialogue import NONCE_LENGTH
from handlers.helping.doorstep_words import words_in
from handlers.house import TOKEN_LETTERS
from handlers.texts import LOCALES
from tests.endurance.comparing import GAP, REMEMBERED, folded, stands_in, without

#: Stands in a shape for whatever is another one each time.
CHANGES: Final = "#"
#: Lines are looked up by so many of their first letters, or fewer where a gap comes earlier.
BEGINNING: Final = 4
_LANGUAGES: Final = ("en", "es")
_NAME_OF_WORDING: Final = re.compile(r"^[\w-]+ = |^\s+\*?\[\w+\]\s*")
#: Chooses between one and many: a number that nobody typed.
_COUNTED: Final = re.compile(r"\{ (\$\w+) ->")
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
_DAY: Final = rf"\b(?:{'|'.join(map(re.escape, _DAYS))})\b"
#: When something is, as the service writes it: a day, with the time or from when to when.
_MOMENT: Final = re.compile(
    rf"(?:{_DAY} )?\d\d? (?:de )?{_DAY}(?:(?: de)? \d{{4}})?"
    r"(?:(?:,| at| a las) \d\d:\d\d(?:–\d\d:\d\d)?)?(?![^\W_])"
)
_CHANGING: Final = "|".join(
    (
        rf"“(?:{_AT_THE_DOOR})(?: \((?:{_AT_THE_DOOR})\))?”",
        # What a button carries of a request: one word, too long for a short part.
        rf"(?<=:)[{TOKEN_LETTERS}]{{10}}(?=:|$)",
        # From where on the next page of what waits is shown.
        r"(?<=\bqueue:)[a-z-]+:\d+:\d+$",
        # What it carries of a conversation, and which question it answers.
        rf"(?<=\bq:)[{TOKEN_LETTERS}]{{{NONCE_LENGTH}}}\d+(?=:)",
        r"\d+",
        _DAY,
    )
)
_CHANGING_PARTS: Final = re.compile(_CHANGING)
#: The names of the wordings that say what was noticed in a text, and quote it.
_NOTICED: Final = re.compile(r"found-[\w-]+ = (.+)\{ \$value \}")


class Shapes:
    """Lines with gaps, but for what changes, and whether one is said around what may be seen."""

    def __init__(self) -> None:
        self._shapes: set[str] = set()
        self._with_gaps: defaultdict[str, list[_WithGaps]] = defaultdict(list)

    def add(self, line: str) -> None:
        """Take a line for the service's own."""
        own = shape(line)
        if own not in self._shapes:
            self._shapes.add(own)
            if GAP in own:
                known = _WithGaps(own)
                self._with_gaps[known.beginning[:BEGINNING]].append(known)

    def __contains__(self, line: str) -> bool:
        """Return whether a line is said with the same gaps."""
        return shape(line) in self._shapes

    def says_around(self, line: str, allowed: set[str]) -> bool:
        """Return whether a line is said with nothing in its gaps but what may be seen.

        So nothing is told of somebody called Will by "I will write to Ana". Also other things that
        the service says may stand there: when something is, and lines such as a kind of help.
        """
        # Only without the commas of what it says of a time can its gaps be told apart.
        return line in self or any(
            all(self._is_seen(each, allowed) for each in known.gaps_in(written))
            for written in (line, _MOMENT.sub(GAP, line))
            for length in range(BEGINNING + 1)
            for known in self._with_gaps.get(written[:length], ())
            if known.fits(written)
        )

    def _is_seen(self, text: str, allowed: set[str]) -> bool:
        pieces = re.split(f"[{GAP},/]", _MOMENT.sub(GAP, without(text, allowed)))
        return all(each in self for each in map(str.strip, pieces) if each)


class _WithGaps:
    """The shape of a line with gaps."""

    def __init__(self, own: str) -> None:
        self._pieces = re.split(f"([{GAP}{CHANGES}])", own)
        self.beginning = self._pieces[0]

    def fits(self, line: str) -> bool:
        """Return whether this is the shape of a line, whatever is in its gaps."""
        # Most lines begin and end differently, which is quicker to see than to look for gaps.
        is_alike = line.startswith(self.beginning) and line.endswith(self._pieces[-1])
        return is_alike and self._pattern.fullmatch(line) is not None

    def gaps_in(self, line: str) -> tuple[str, ...]:
        """Return what stands in the gaps of a line that fits."""
        found = self._pattern.fullmatch(line)
        return found.groups() if found is not None else ()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        written = {GAP: "(.+?)", CHANGES: rf"(?:{CHANGES}|{_CHANGING})"}
        return re.compile("".join(written.get(each, re.escape(each)) for each in self._pieces))


@lru_cache(maxsize=REMEMBERED)
def shape(line: str) -> str:
    """Return a line without its numbers, days, words at the door and what its buttons carry."""
    return _CHANGING_PARTS.sub(CHANGES, line)


def wordings() -> Iterator[str]:
    """Yield each line that the service may say, with a gap for whatever is put into it."""
    counted = ""
    for line in _written():
        chooses = _COUNTED.search(line)
        if chooses is not None or not line.startswith(" "):
            counted = chooses[1] if chooses is not None else ""
        said = _NAME_OF_WORDING.sub("", line)
        yield _PUT_IN.sub(GAP, said.replace(f"{{ {counted} }}", "0") if counted else said)


def quotes(line: str, read: Iterable[str]) -> bool:
    """Return whether a line says what was noticed in texts, in nothing but pieces of them."""
    for beginning in _NOTICED_BEGINNINGS:
        if line.startswith(beginning):
            pieces = line.removeprefix(beginning).split(", ")
            texts = list(read)
            return all(any(stands_in(piece, text) for text in texts) for piece in pieces)
    return False


def _written() -> Iterator[str]:
    for path in LOCALES.glob("*/*.ftl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                yield line


_NOTICED_BEGINNINGS: Final = tuple(
    folded(found[1]) for found in map(_NOTICED.fullmatch, _written()) if found
)
