"""Files made of what is to be sent as one: letters, posters, tables, charts and QR codes.

Whatever draws them is imported with the first of its kind: a service that sends none never pays
for it.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Final

from bot.messengers import File
from handlers.payload import Chart, Document, Json, Letter, Page, Poster, QrCode, Sheet

#: Draws one at a time, for the memory that it takes and since not every library bears more.
_DRAWING: Final = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drawing")


class DocumentError(Exception):
    """A document cannot be made; says nothing of what stands in it."""


async def rendered(document: Document, now: datetime) -> File:
    """Return a document as a file to be sent; `now` stands in a PDF as its date of making.

    Raises DocumentError.
    """
    return await asyncio.get_running_loop().run_in_executor(_DRAWING, _rendered, document, now)


def _rendered(document: Document, now: datetime) -> File:
    try:
        return _drawn(document, now)
    except Exception as error:  # noqa: BLE001 - whatever a library says of it may quote the letter
        kind = type(error).__name__
    raise DocumentError(kind)


def _drawn(document: Document, now: datetime) -> File:
    # Imported here: see the top of the file.
    match document:
        case Letter():
            from bot.letters import letter_pdf  # noqa: PLC0415

            return File("document", f"{document.name}.pdf", letter_pdf(document, now))
        case Poster():
            from bot.posters import poster_pdf  # noqa: PLC0415

            return File("document", f"{document.name}.pdf", poster_pdf(document, now))
        case Sheet():
            from bot.sheets import sheet_csv  # noqa: PLC0415

            return File("document", f"{document.name}.csv", sheet_csv(document))
        case Page():
            # With the mark by which every program knows what the letters are written in.
            content = document.text.encode("utf-8-sig", errors="replace")
            return File("document", f"{document.name}.txt", content)
        case Json():
            content = document.written.encode(errors="replace")
            return File("document", f"{document.name}.json", content)
        case QrCode():
            from bot.qr_codes import qr_png  # noqa: PLC0415

            return File("photo", f"{document.name}.png", qr_png(document.link))
        case Chart():
            from bot.charts import drawer  # noqa: PLC0415

            picture = drawer()(document)
            kind: Final = "photo" if picture.is_shown_whole else "document"
            return File(kind, f"{document.name}.png", picture.content)
