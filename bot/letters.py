"""Letters as PDF, and the paper that they are printed on.

What makes a PDF takes half a second and 50 MB to import.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from fpdf import FPDF

from bot.lettering import FONT, printable
from handlers.payload import Letter

if TYPE_CHECKING:
    from fpdf.fonts import TTFFont

#: In millimetres, on A4.
MARGIN: Final = 25
LINE: Final = 7
PARAGRAPH: Final = 4
#: In points.
TITLE_SIZE: Final = 18
TEXT_SIZE: Final = 12

# It writes what it cannot print into the log; so does what it reads fonts with, which
# `lettering` keeps quiet.
logging.getLogger("fpdf").setLevel(logging.CRITICAL)


def letter_pdf(letter: Letter, now: datetime) -> bytes:
    """Return a letter as PDF, with `now` as the date of its making."""
    with empty_page(letter.title, letter.language, now, MARGIN) as page:
        page.set_font_size(TITLE_SIZE)
        page.multi_cell(0, LINE * 1.5, printable(letter.title), align="L", new_x="LMARGIN")
        page.ln(PARAGRAPH)
        page.set_font_size(TEXT_SIZE)
        for paragraph in letter.paragraphs:
            page.multi_cell(0, LINE, printable(paragraph), align="L", new_x="LMARGIN")
            page.ln(PARAGRAPH)
        return bytes(page.output())


@contextmanager
def empty_page(title: str, language: str, now: datetime, margin: float) -> Iterator[FPDF]:
    """Lay an empty page of A4 ready to be printed on, with a margin in millimetres."""
    page = FPDF(format="A4")
    page.set_creation_date(now)
    page.set_lang(language)
    page.set_title(title)
    page.set_margin(margin)
    page.add_page()
    page.add_font("DejaVu", fname=FONT)
    page.set_font("DejaVu")
    # Letters that join, and writing from right to left.
    page.set_text_shaping(True)
    try:
        yield page
    finally:
        for font in page.fonts.values():
            # The library leaves its file open.
            cast("TTFFont", font).ttfont.close()
