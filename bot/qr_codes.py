"""QR codes of links: their squares, and a picture of them."""

import io
from typing import Final

import segno

#: In squares, on each side: what the standard asks for.
BORDER: Final = 4
#: In points, about as wide as an app shows a picture.
_WIDTH: Final = 1000


def qr_code(link: str) -> segno.QRCode:
    """Return the code of a link, readable with a quarter of it worn off or dirty.

    Raises segno.DataOverflowError where the link is too long for any.
    """
    return segno.make_qr(link, error="q")


def qr_png(link: str) -> bytes:
    """Return the code of a link as PNG, black on white, each square a whole number of points."""
    code = qr_code(link)
    squares, _ = code.symbol_size(scale=1, border=BORDER)
    written = io.BytesIO()
    code.save(written, kind="png", scale=max(1, _WIDTH // int(squares)), border=BORDER)
    return written.getvalue()
