"""The text of files that people send, as far as they hold any."""

import codecs
from typing import Final

from handlers.events import FileProblem, TextFile
from storage.private import PrivateText

#: In bytes: an outline of a neighbourhood with thousands of points is far below it.
LARGEST_TEXT: Final = 1_000_000
#: What a file begins with that is not written in plain UTF-8, and what it is written in.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(content: bytes) -> TextFile | FileProblem:
    """Return the text in a file; one that is empty, or has a zero byte in it, holds none."""
    if len(content) > LARGEST_TEXT:
        return FileProblem.TOO_LARGE
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return FileProblem.NOT_TEXT
    if "\x00" in text or not text.strip():
        return FileProblem.NOT_TEXT
    return TextFile(PrivateText(text))
