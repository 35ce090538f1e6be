"""Files made of letters and tables.

What makes a PDF is imported with the first letter, for it takes half a second and 50 MB. Its font
has the letters of Europe, the Caucasus and the Near East; any other is printed as a question mark.
"""

import asyncio
import csv
import io
import logging
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from bot.messengers import File
from handlers.payload import Letter, Sheet

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

FONT: Final = Path(__file__).parent / "fonts" / "DejaVuSans.ttf"
#: In millimetres, on A4.
MARGIN: Final = 25
LINE: Final = 7
PARAGRAPH: Final = 4
#: In points.
TITLE_SIZE: Final = 18
TEXT_SIZE: Final = 12

#: What a spreadsheet takes for the beginning of a formula, in narrow and in wide letters.
_FORMULA: Final = tuple("=+-@\t\r＝＋－＠")
#: Stands for a letter that the font does not have.
_NO_LETTER: Final = "?"


class DocumentError(Exception):
    """A document cannot be made; says nothing of what stands in it."""


async def rendered(document: Letter | Sheet, now: datetime) -> File:
    """Return a document as a file to be sent; `now` stands in it as its date of making.

    Raises DocumentError.
    """
    return await asyncio.to_thread(_rendered, document, now)


def _rendered(document: Letter | Sheet, now: datetime) -> File:
    try:
        if isinstance(document, Letter):
            return File("document", f"{document.name}.pdf", _pdf(document, now))
        return File("document", f"{document.name}.csv", _csv(document))
    except Exception as error:  # noqa: BLE001 - whatever a library says of it may quote the letter
        kind = type(error).__name__
    raise DocumentError(kind)


def _csv(sheet: Sheet) -> bytes:
    """Return a table as spreadsheets read it: UTF-8 with a mark that says so."""
    written = io.StringIO(newline="")
    lines = csv.writer(written)
    for row in (sheet.heading, *sheet.rows):
        lines.writerow([_harmless(cell) for cell in row])
    return written.getvalue().encode("utf-8-sig", errors="replace")


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = cell.replace("\x00", "")
    return f"'{text}" if text.lstrip(" \n\N{NO-BREAK SPACE}").startswith(_FORMULA) else text


def _pdf(letter: Letter, now: datetime) -> bytes:
    page = _empty_page(letter, now)
    printable = frozenset(cast("TTFFont", page.fonts["dejavu"]).cmap)
    page.set_font_size(TITLE_SIZE)
    page.multi_cell(0, LINE * 1.5, _shown(letter.title, printable), align="L", new_x="LMARGIN")
    page.ln(PARAGRAPH)
    page.set_font_size(TEXT_SIZE)
    for paragraph in letter.paragraphs:
        page.multi_cell(0, LINE, _shown(paragraph, printable), align="L", new_x="LMARGIN")
        page.ln(PARAGRAPH)
    return bytes(page.output())


def _empty_page(letter: Letter, now: datetime) -> "FPDF":
    from fpdf import FPDF  # noqa: PLC0415 - see the top of the file

    # Both write what they cannot print into the log.
    for library in ("fpdf", "fontTools"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    page = FPDF(format="A4")
    page.set_creation_date(now)
    page.set_lang(letter.language)
    page.set_title(letter.title)
    page.set_margin(MARGIN)
    page.add_page()
    page.add_font("DejaVu", fname=FONT)
    page.set_font("DejaVu")
    # Letters that join, and writing from right to left.
    page.set_text_shaping(True)
    return page


def _shown(text: str, printable: frozenset[int]) -> str:
    """Return a text without what cannot be printed; marks above a letter are joined to it."""
    return "".join(
        letter if letter == "\n" or ord(letter) in printable else _instead(letter)
        for letter in unicodedata.normalize("NFC", text)
    )


def _instead(letter: str) -> str:
    # Marks and signs for joining are missed by nobody who misses the letters.
    return "" if unicodedata.category(letter)[0] in "MC" else _NO_LETTER
