"""The letters that documents are printed in: those of Europe, the Caucasus and the Near East.

Any other letter is printed as a question mark. What reads the font is imported with the first
document.
"""

import logging
import unicodedata
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Final

FONT: Final = Path(__file__).parent / "fonts" / "DejaVuSans.ttf"
#: Stands for a letter that the font does not have.
_NO_LETTER: Final = "?"


def printable(text: str) -> str:
    """Return a text without what cannot be printed; marks above a letter are joined to it."""
    known = _letters()
    return "".join(
        letter if letter == "\n" or ord(letter) in known else _instead(letter)
        for letter in unicodedata.normalize("NFC", text)
    )


def is_from_right(text: str) -> bool:
    """Say whether a text begins with a letter of a writing that runs from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def _instead(letter: str) -> str:
    # Marks and signs for joining are missed by nobody who misses the letters.
    return "" if unicodedata.category(letter)[0] in "MC" else _NO_LETTER


@cache
def _letters() -> frozenset[int]:
    # It comes without types, and is imported late: see the top of the file.
    font_tools = import_module("fontTools.ttLib")
    # It writes what it doubts into the log.
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    with font_tools.TTFont(FONT, lazy=True) as font:
        return frozenset(font.getBestCmap())
