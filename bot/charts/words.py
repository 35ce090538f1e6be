"""The words on a chart: how wide they are, and in which lines they fit. Lengths are in inches."""

from bisect import bisect_right
from functools import lru_cache
from typing import Final

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from bot.lettering import FONT, printable

INK: Final = "#1c1c1c"
PALE_INK: Final = "#5c5c5c"
#: Sizes of letters, in points.
TITLE: Final = 18.0
HEADING: Final = 14.0
WORDS: Final = 12.0
NOTE: Final = 10.5
_POINTS: Final = 72
_LINE: Final = 1.3
#: No letter is narrower than this share of its height, so that no more need be looked at.
_NARROWEST: Final = 0.25
_CUT: Final = "…"
_PATHS: Final = TextToPath()


def font(size: float) -> FontProperties:
    """Return the font of every document in a size."""
    return FontProperties(fname=FONT, size=size)


def line_height(size: float) -> float:
    """Return how high a line is."""
    return size * _LINE / _POINTS


@lru_cache(maxsize=1000)
def width_of(text: str, size: float) -> float:
    """Return how wide a text is on one line."""
    width, _, _ = _PATHS.get_text_width_height_descent(text, font(size), ismath=False)
    return float(width) / _POINTS


def wrapped(text: str, size: float, width: float, most: int) -> list[str]:
    """Return a text in at most so many lines that fit into a width, else cut off."""
    letters = int(most * width * _POINTS / (size * _NARROWEST))
    lines: list[str] = [""]
    for word in printable(text)[:letters].split():
        for part in _parts(word, size, width):
            longer = f"{lines[-1]} {part}".strip()
            if width_of(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
    is_cut = len(lines) > most or len(text) > letters
    kept = lines[:most]
    if is_cut:
        kept[-1] = _shortened(kept[-1] + _CUT, size, width)
    return kept


def _parts(word: str, size: float, width: float) -> list[str]:
    """Return a word in parts that each fit into a width."""
    parts: list[str] = []
    while width_of(word, size) > width and len(word) > 1:
        part = word[: max(1, _fitting(word, size, width))]
        parts.append(part)
        word = word[len(part) :]
    return [*parts, word]


def _fitting(text: str, size: float, width: float) -> int:
    """Return how many of the first letters fit."""
    lengths = range(1, len(text) + 1)
    return bisect_right(lengths, width, key=lambda length: width_of(text[:length], size))


def _shortened(text: str, size: float, width: float) -> str:
    while width_of(text, size) > width and len(text) > 1:
        text = text[:-2] + _CUT
    return text
