"""Posters to be hung up: one page of A4 in black and white, made of lines and letters alone.

The title and the code are for two metres away; whatever else there is gives way to them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, cast

from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.enums import Align, MethodReturnValue, TextMode

from bot.lettering import is_from_right, printable
from bot.letters import empty_page
from bot.qr_codes import BORDER, qr_code
from handlers.payload import Poster

#: In millimetres, on A4.
MARGIN: Final = 18
WIDTH: Final = 210 - 2 * MARGIN
HEIGHT: Final = 297 - 2 * MARGIN
_GAP: Final = 8
_FRAME: Final = 1.2
_CORNER: Final = 6
#: Sizes of letters, in points: the first is taken that leaves room for the rest.
_TITLE_SIZES: Final = (60, 54, 48, 42, 36, 30, 24)
_LINK_SIZES: Final = (18, 16, 14, 12, 10, 8)
#: Sizes of the letters of the text, and beside each how wide the code is, in millimetres: a phone
#: reads it from ten times as far away.
_TEXT_AND_CODE: Final = (
    *((22, 120), (20, 115), (18, 115), (18, 105), (16, 105), (16, 95), (14, 95), (14, 85)),
    *((12, 85), (11, 80)),
)
#: What the title takes at most of the height, and the link.
_TITLE_SHARE: Final = 0.34
_LINK_SHARE: Final = 0.08
#: No more letters than these are looked at; so many have no room on a page.
_MOST_OF_TITLE: Final = 300
_MOST_OF_TEXT: Final = 3_000
_MM_OF_POINT: Final = 25.4 / 72
_LINE: Final = 1.25
#: Letters are made bold by a line around them, as thick as this share of their size.
_BOLD: Final = 0.04
#: By how much lines are made shorter at a time to be more alike.
_STEP: Final = 0.95
#: Stands for what has no room left.
_CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class _Words:
    """Lines that fit, with the size of their letters in points and their height in mm."""

    size: float
    lines: Sequence[str]
    align: Align

    @property
    def line(self) -> float:
        return self.size * _MM_OF_POINT * _LINE

    @property
    def height(self) -> float:
        return self.line * len(self.lines)


def poster_pdf(poster: Poster, now: datetime) -> bytes:
    """Return a poster as PDF of one page, with `now` as the date of its making.

    Letters become smaller where there are many; what has no room even so is cut off. Raises
    segno.DataOverflowError where the link is too long for a code.
    """
    with empty_page(poster.title, poster.language, now, MARGIN) as page:
        page.set_auto_page_break(auto=False)
        page.c_margin = 0
        _fill(page, poster)
        return bytes(page.output())


def _fill(page: FPDF, poster: Poster) -> None:
    title = _title(page, poster.title[:_MOST_OF_TITLE])
    link = _link(page, poster.link)
    # Between title and text, above the frame, and within it above the link and below.
    room = HEIGHT - title.height - link.height - 3.5 * _GAP
    text, code = _text_and_code(page, _within(poster.paragraphs, _MOST_OF_TEXT), room)
    with page.local_context(text_mode=TextMode.FILL_STROKE, line_width=title.size * _BOLD):
        _print(page, title)
    page.ln(_GAP)
    for words in text:
        _print(page, words)
        page.ln(words.line / 2)
    _frame(page, poster.link, code, link)


def _title(page: FPDF, text: str) -> _Words:
    """Return the title in the largest letters that break no word, in lines of like length."""
    height = HEIGHT * _TITLE_SHARE
    words = _lines(page, text, _TITLE_SIZES[0])
    for size in _TITLE_SIZES:
        words = _lines(page, text, size)
        if words.height <= height and _is_whole(words, text):
            break
    width = WIDTH * _STEP
    while width > WIDTH / 2:
        narrower = _lines(page, text, words.size, width)
        if len(narrower.lines) > len(words.lines) or not _is_whole(narrower, text):
            break
        words, width = narrower, width * _STEP
    return _cut(words, height)


def _is_whole(words: _Words, text: str) -> bool:
    """Say whether no word stands on two lines."""
    return " ".join(words.lines).split() == printable(text).split()


def _link(page: FPDF, link: str) -> _Words:
    """Return the link as people type it, on one line where there is room for it."""
    typed = link.removeprefix("https://")
    words = _lines(page, typed, _LINK_SIZES[0])
    for size in _LINK_SIZES:
        words = _lines(page, typed, size, WIDTH - 2 * _GAP)
        if len(words.lines) <= 1:
            break
    return replace(_cut(words, HEIGHT * _LINK_SHARE), align=Align.C)


def _text_and_code(
    page: FPDF, paragraphs: Sequence[str], height: float
) -> tuple[list[_Words], float]:
    """Return the paragraphs in the largest letters that leave room for the code, and its width."""
    text: list[_Words] = []
    for size, code in _TEXT_AND_CODE:
        text = [_lines(page, each, size) for each in paragraphs]
        if code + sum(each.height + each.line / 2 for each in text) <= height:
            return text, code
    _, code = _TEXT_AND_CODE[-1]
    room, kept = height - code, list[_Words]()
    for words in text:
        if words.line * 1.5 > room:
            break
        kept.append(_cut(words, room - words.line / 2))
        room -= kept[-1].height + words.line / 2
    return kept, code


def _within(paragraphs: Sequence[str], most: int) -> list[str]:
    """Return paragraphs up to so many letters in all."""
    kept: list[str] = []
    for paragraph in paragraphs:
        if most <= 0:
            break
        kept.append(paragraph[:most])
        most -= len(paragraph)
    return kept


def _lines(page: FPDF, text: str, size: float, width: float = WIDTH) -> _Words:
    page.set_font_size(size)
    lines = page.multi_cell(
        width, text=printable(text), align="L", dry_run=True, output=MethodReturnValue.LINES
    )
    align = Align.R if is_from_right(text) else Align.L
    # What it returns depends on what it was asked for, which its type does not tell.
    return _Words(size, cast("list[str]", lines), align)


def _cut(words: _Words, height: float) -> _Words:
    most = max(1, int(height / words.line))
    if len(words.lines) <= most:
        return words
    *kept, last = words.lines[:most]
    return replace(words, lines=[*kept, f"{last.rstrip()[:-2]}{_CUT}"])


def _print(page: FPDF, words: _Words) -> None:
    page.set_font_size(words.size)
    for line in words.lines:
        page.cell(WIDTH, words.line, line, align=words.align, new_x="LMARGIN", new_y="NEXT")


def _frame(page: FPDF, link: str, code: float, typed: _Words) -> None:
    """Draw a frame at the foot of the page around the code and the link."""
    height = code + typed.height + 1.5 * _GAP
    top = MARGIN + HEIGHT - height
    page.set_line_width(_FRAME)
    page.rect(MARGIN, top, WIDTH, height, style="D", round_corners=True, corner_radius=_CORNER)
    _draw_code(page, link, MARGIN + (WIDTH - code) / 2, top + _GAP / 2, code)
    page.set_y(top + code + _GAP / 2)
    _print(page, typed)


def _draw_code(page: FPDF, link: str, left: float, top: float, width: float) -> None:
    """Draw a code with its border within a square; it is one shape, so that no seam shows."""
    code = qr_code(link)
    side = width / (len(code.matrix) + 2 * BORDER)
    with page.new_path() as path:
        path.style.fill_color = "#000000"
        path.style.stroke_color = None
        for row, cells in enumerate(code.matrix, BORDER):
            for begin, length in _runs(cells):
                x, y = left + (begin + BORDER) * side, top + row * side
                _rectangle(path, x, y, length * side, side)


def _rectangle(path: PaintedPath, x: float, y: float, width: float, height: float) -> None:
    path.move_to(x, y)
    path.line_to(x + width, y)
    path.line_to(x + width, y + height)
    path.line_to(x, y + height)
    path.close()


def _runs(cells: Sequence[int]) -> list[tuple[int, int]]:
    """Return where dark squares of a row begin, and how many follow one another."""
    found: list[tuple[int, int]] = []
    for place, is_dark in enumerate(cells):
        if is_dark and found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif is_dark:
            found.append((place, 1))
    return found
