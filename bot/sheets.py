"""Tables as CSV, in which no spreadsheet finds a formula."""

import csv
import io
from typing import Final

from handlers.payload import Sheet

#: What a spreadsheet takes for the beginning of a formula, in narrow and in wide letters.
_FORMULA: Final = tuple("=+-@\t\r＝＋－＠")


def sheet_csv(sheet: Sheet) -> bytes:
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
