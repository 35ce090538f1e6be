"""What is read from the files that people send: plain text, or a reason why there is none."""

import codecs
import gzip

import pytest

from bot.text_files import LARGEST_TEXT, read_text
from handlers.events import FileProblem, TextFile

OUTLINE = '{"type": "Feature", "properties": {"name": "Peña – ulica Żółta – 東"}}'


@pytest.mark.parametrize(
    "content",
    [
        OUTLINE.encode(),
        codecs.BOM_UTF8 + OUTLINE.encode(),
        codecs.BOM_UTF16_LE + OUTLINE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + OUTLINE.encode("utf-16-be"),
    ],
    ids=["plain", "UTF-8 with a mark", "UTF-16, little end first", "UTF-16, big end first"],
)
def test_text_is_read_as_it_was_written(content: bytes) -> None:
    made = read_text(content)
    assert isinstance(made, TextFile)
    assert made.text.reveal() == OUTLINE


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \r\n\t",
        codecs.BOM_UTF8,
        codecs.BOM_UTF16_LE,
        b"\x00",
        OUTLINE.encode() + b"\x00",
        OUTLINE.encode("utf-16-le"),
        OUTLINE.encode("utf-32"),
        OUTLINE.encode("cp1250", errors="replace"),
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF16_LE + b"\x3d\xd8",
        b"\xed\xa0\xbd",
        b"\xff\xd8\xff\xe0 picture",
        b"\x89PNG\r\n\x1a\n",
        b"%PDF-1.3\n%\xe9\xeb\xf1",
        b"PK\x03\x04\x14\x00 a packed map",
        gzip.compress(OUTLINE.encode(), mtime=0),
        bytes(range(256)),
    ],
    ids=lambda content: content[:9].hex() or "nothing",
)
def test_what_is_no_text_is_named_so(content: bytes) -> None:
    assert read_text(content) is FileProblem.NOT_TEXT


def test_a_file_may_be_so_large_and_no_larger() -> None:
    assert isinstance(read_text(b"a" * LARGEST_TEXT), TextFile)
    assert read_text(b"a" * (LARGEST_TEXT + 1)) is FileProblem.TOO_LARGE
