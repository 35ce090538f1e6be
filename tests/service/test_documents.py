"""Letters as PDF, in any writing, tables that no spreadsheet takes for a program, and QR codes."""

import asyncio
import io
import json
import logging
import re
import subprocess
import sys
import threading

import pytest
import segno
from _pytest.logging import LogCaptureFixture
from PIL import Image

from bot.documents import DocumentError, rendered
from handlers.payload import Chart, Document, Json, Letter, Page, Payload, Poster, QrCode, Sheet
from tests.clock import BEGINNING


def _letter(*paragraphs: str, language: str = "es") -> Letter:
    return Letter(
        name="thank-you", language=language, title="Carta de gracias", paragraphs=paragraphs
    )


async def _letters_in(*paragraphs: str) -> str:
    """Return every letter that the PDF says that it prints, once each."""
    pdf = (await rendered(_letter(*paragraphs), BEGINNING)).content
    pairs = re.findall(rb"<[0-9A-Fa-f]{4}> <((?:[0-9A-Fa-f]{4})+)>\n", pdf)
    return "".join(bytes.fromhex(pair.decode()).decode("utf-16-be") for pair in pairs)


@pytest.mark.parametrize(
    "name",
    [
        *("José Ñandú", "María Güell", "¡Quién!", "Łukasz Żółć", "Nguyễn Thị Hà", "Ðoković"),
        *("Ελένη", "Дмитрий", "Հասմիկ", "ნინო", "שלום", "محمد", "Zoe\u0308", "O’Brien – 3 €"),
    ],
)
async def test_a_name_is_printed_in_its_own_letters(name: str) -> None:
    printed = await _letters_in(name)
    composed = name.replace("e\u0308", "ë")
    # Letters that join, such as Arabic ones, are printed in a form of their own.
    if name != "محمد":
        assert set(composed) - {" "} <= set(printed)
    assert "?" not in printed


async def test_what_the_font_lacks_is_marked_and_nothing_fails(caplog: LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    printed = await _letters_in("王明 अमित 👍🏽", "a\x00b\u200d\ufe0f", "", "x" * 5000, "\ud83d")
    assert "?" in printed
    assert "王" not in caplog.text
    assert caplog.text == ""


async def test_a_letter_says_what_language_it_is_in_and_nothing_of_who_made_it() -> None:
    pdf = (await rendered(_letter("Hola", language="es"), BEGINNING)).content
    assert b"/Lang (es)" in pdf
    assert b"D:20260413090000" in pdf
    for entry in (b"/Author", b"/Creator ", b"/Producer", b"/Subject"):
        assert entry not in pdf


async def test_the_same_letter_is_the_same_file() -> None:
    first, second = [await rendered(_letter("Hola"), BEGINNING) for _ in range(2)]
    assert first == second
    assert (first.kind, first.name) == ("document", "thank-you.pdf")
    assert len(first.content) < 50_000


async def test_a_table_is_read_by_spreadsheets_as_it_was_written() -> None:
    sheet = Sheet(
        name="costs",
        heading=("Tarea", "Importe"),
        rows=(("KMT-42", "3,20 €"), ('He said "no"', "a\nb"), ("ñ", "")),
    )
    made = await rendered(sheet, BEGINNING)
    assert (made.kind, made.name) == ("document", "costs.csv")
    assert made.content.decode("utf-8-sig") == (
        'Tarea,Importe\r\nKMT-42,"3,20 €"\r\n"He said ""no""","a\nb"\r\nñ,\r\n'
    )
    assert made.content.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+44 20", "-5", "@SUM(A1)", "\tx", "\rx", " =1+1", "\n=1+1", "＝1+1"),
        *('=HYPERLINK("http://example.org")', "\xa0=1", "\x00=1"),
    ],
)
async def test_no_cell_is_a_formula(cell: str) -> None:
    made = await rendered(Sheet(name="x", heading=("a",), rows=((cell,),)), BEGINNING)
    assert made.content.decode("utf-8-sig").split("\r\n", 1)[1].lstrip('"').startswith("'")


async def test_half_of_a_character_spoils_no_table() -> None:
    made = await rendered(Sheet(name="x", heading=("a",), rows=(("\ud83d",),)), BEGINNING)
    assert made.content.endswith(b"?\r\n")


LINK = "https://t.me/DoorstepBot?start=ask-12"


async def test_a_qr_code_is_a_picture_of_its_squares() -> None:
    made = await rendered(QrCode(name="elm-grove", link=LINK), BEGINNING)
    assert (made.kind, made.name) == ("photo", "elm-grove.png")
    with Image.open(io.BytesIO(made.content)) as picture:
        assert picture.size[0] == picture.size[1] >= 800
        shown = picture.convert("L")
    rows = segno.make_qr(LINK, error="q").matrix
    # Four squares of white are around them.
    scale = shown.width // (len(rows) + 8)
    assert scale * (len(rows) + 8) == shown.width
    assert [
        [shown.getpixel(((4 + x) * scale, (4 + y) * scale)) for x in range(len(rows))]
        for y in range(len(rows))
    ] == [[0 if is_dark else 255 for is_dark in row] for row in rows]


async def test_of_a_link_too_long_for_a_code_no_word_is_said() -> None:
    with pytest.raises(DocumentError) as failure:
        await rendered(QrCode(name="x", link=LINK * 100), BEGINNING)
    assert str(failure.value) == "DataOverflowError"
    assert failure.value.__context__ is None


async def test_one_document_is_drawn_at_a_time() -> None:
    letters = [_letter(f"Letter {number}") for number in range(20)]
    made = await asyncio.gather(*(rendered(each, BEGINNING) for each in letters))
    assert len({each.content for each in made}) == 20
    drawing = [each for each in threading.enumerate() if each.name.startswith("drawing")]
    assert len(drawing) == 1


@pytest.mark.parametrize(
    "document",
    [
        _letter("Dear Ada"),
        Sheet(name="costs", heading=("Task",), rows=(("KMT-42",),)),
        Poster(name="p", language="en", title="Help", paragraphs=("Near you",), link=LINK),
        QrCode(name="q", link=LINK),
        Page(name="p", text="Dear Ada"),
        Json(name="j", written="{}"),
        Chart(name="c", language="en", title="Help", panels=(), not_told="few", nothing="none"),
    ],
    ids=lambda document: type(document).__name__,
)
def test_each_document_is_kept_as_what_it_is(document: Document) -> None:
    kept = Payload(text="", document=document).model_dump_json(exclude_defaults=True)
    assert Payload.model_validate_json(kept).document == document


def test_a_service_that_sends_no_document_never_loads_what_makes_them() -> None:
    libraries = "{'fpdf', 'fontTools', 'matplotlib', 'segno'}"
    program = f"import sys, bot.service; print({libraries} & set(sys.modules))"
    command = [sys.executable, "-c", program]
    said = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own
    assert said.stdout.strip() == b"set()"


async def test_words_are_sent_as_plain_text_and_json_as_it_is() -> None:
    page = await rendered(Page(name="kept", text="Señora Núñez, 12 €\n"), BEGINNING)
    assert (page.kind, page.name) == ("document", "kept.txt")
    assert page.content.decode("utf-8-sig") == "Señora Núñez, 12 €\n"
    written = await rendered(Json(name="kept", written='{"name": "Núñez"}'), BEGINNING)
    assert (written.kind, written.name) == ("document", "kept.json")
    assert json.loads(written.content) == {"name": "Núñez"}
