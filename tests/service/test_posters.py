"""Posters: one page, whatever stands on it, with a code that leads where it says."""

import logging
import re
import zlib
from dataclasses import dataclass
from typing import Final

import pytest
import segno

from bot.documents import DocumentError, rendered
from bot.qr_codes import BORDER
from handlers.payload import Poster
from tests.clock import BEGINNING

LINK: Final = "https://t.me/DoorstepBot?start=ask-12"
POSTER: Final = Poster(
    name="poster",
    language="en",
    title="Do you need a hand in Elm Grove?",
    paragraphs=(
        "Shopping, a lift or a chat at the door: your neighbours are glad to help.",
        "Point the camera of your phone at the square below.",
    ),
    link=LINK,
)
_RECTANGLE: Final = re.compile(
    rb"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l ([\d.]+) ([\d.]+) l ([\d.]+) ([\d.]+) l h"
)
_SIZE: Final = re.compile(rb"/F\d+ ([\d.]+) Tf")


async def _pdf(poster: Poster) -> bytes:
    made = await rendered(poster, BEGINNING)
    assert (made.kind, made.name) == ("document", "poster.pdf")
    return made.content


def _drawn(pdf: bytes) -> bytes:
    """Return what is drawn on the page."""
    streams = re.findall(rb"stream\r?\n(.+?)\r?\nendstream", pdf, re.DOTALL)
    opened = []
    for each in streams:
        try:
            opened.append(zlib.decompress(each))
        except zlib.error:
            continue
    return next(each for each in opened if b" Tf" in each)


@dataclass(frozen=True)
class _Code:
    """A code as it is drawn: its dark squares as (row, column), and its width in millimetres."""

    squares: set[tuple[int, int]]
    width: float


def _code(pdf: bytes) -> _Code:
    corners = [[float(each) for each in points] for points in _RECTANGLE.findall(_drawn(pdf))]
    boxes = [(min(each[::2]), max(each[::2]), min(each[1::2])) for each in corners]
    left, right = min(box[0] for box in boxes), max(box[1] for box in boxes)
    top, side = min(box[2] for box in boxes), corners[0][5] - corners[0][3]
    squares = {
        (round((y - top) / side), round((x - left) / side) + place)
        for x, end, y in boxes
        for place in range(round((end - x) / side))
    }
    return _Code(squares, right - left + 2 * BORDER * side)


def _dark(link: str) -> set[tuple[int, int]]:
    """Return the dark squares that the code of a link has."""
    rows = segno.make_qr(link, error="q").matrix
    return {
        (row, place) for row, cells in enumerate(rows) for place, dark in enumerate(cells) if dark
    }


def _sizes(pdf: bytes) -> list[float]:
    """Return the sizes of the letters from the top of the page on, in points."""
    return [float(each) for each in _SIZE.findall(_drawn(pdf))]


async def test_a_poster_is_read_from_two_metres_and_its_code_from_one() -> None:
    pdf = await _pdf(POSTER)
    title, *others = _sizes(pdf)
    assert title >= 48
    assert min(others) >= 18
    code = _code(pdf)
    assert code.squares == _dark(LINK)
    assert code.width >= 100


async def test_a_poster_is_one_page_of_a4_in_black_and_of_lines_alone() -> None:
    pdf = await _pdf(POSTER)
    assert re.findall(rb"/Count (\d+)", pdf) == [b"1"]
    assert b"/MediaBox [0 0 595.28 841.89]" in pdf
    assert b"/Subtype /Image" not in pdf
    assert b"/Lang (en)" in pdf
    assert len(pdf) < 60_000
    # No colour is ever chosen but black.
    assert set(re.findall(rb"([\d. ]+) (?:g|G|rg|RG)\b", _drawn(pdf))) <= {b"0", b" 0"}


async def test_the_same_poster_is_the_same_file() -> None:
    assert await _pdf(POSTER) == await _pdf(POSTER)


WORST: Final = {
    "a title of 4000 letters": {"title": "a" * 4000},
    "a title of 1000 words": {"title": "helping hands " * 500},
    "no words at all": {"title": "", "paragraphs": ()},
    "empty paragraphs": {"paragraphs": ("", " ", "\n")},
    "far too much text": {"paragraphs": ("Your neighbours are glad to help. " * 100,) * 40},
    "a thousand paragraphs": {"paragraphs": ("Help",) * 1000},
    "from right to left": {
        "language": "ar",
        "title": "هل تحتاج إلى مساعدة؟",
        "paragraphs": ("جيرانك سعداء بمساعدتك.", "שלום Ben 12"),
    },
    "letters that the font lacks": {
        "title": "助けが必要ですか 👋🏽",
        "paragraphs": ("\ud83d \x00 \u202e",),
    },
    "many lines": {"title": "a\nb\nc\nd\ne\nf\ng\nh\ni\nj", "paragraphs": ("a\n" * 100,)},
}


@pytest.mark.parametrize("worst", WORST.values(), ids=WORST.keys())
async def test_whatever_stands_on_it_there_is_one_page_with_a_whole_code(
    worst: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    pdf = await _pdf(POSTER.model_copy(update=worst))
    assert re.findall(rb"/Count (\d+)", pdf) == [b"1"]
    code = _code(pdf)
    assert code.squares == _dark(LINK)
    assert round(code.width) >= 80
    assert min(_sizes(pdf)) >= 8
    assert caplog.text == ""


async def test_a_long_link_has_a_code_all_the_same() -> None:
    link = f"https://doorstep.example/{'x' * 600}"
    assert _code(await _pdf(POSTER.model_copy(update={"link": link}))).squares == _dark(link)


async def test_a_link_that_fits_into_no_code_is_said_without_a_word_of_it() -> None:
    with pytest.raises(DocumentError) as failure:
        await _pdf(POSTER.model_copy(update={"link": f"https://doorstep.example/{'x' * 4000}"}))
    assert str(failure.value) == "DataOverflowError"
    assert failure.value.__cause__ is None
    assert failure.value.__context__ is None
