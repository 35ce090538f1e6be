"""What is made of the files that people send: clean pictures, or a reason why there is none."""

import io
import struct
import subprocess
import sys
import zlib
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from bot.pictures import LONGEST_SIDE, clean
from handlers.events import Picture, PictureProblem

SECRET = b"12 Elm Street"
ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def _file(kind: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **more: Any) -> bytes:
    """Return a picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    image = image.convert(mode)
    written = io.BytesIO()
    image.save(written, kind, **more)
    return written.getvalue()


def _exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = SECRET.decode()
    exif.get_ifd(GPS)[29] = SECRET.decode()
    return exif


async def _cleaned(content: bytes) -> Image.Image:
    picture = await clean(content)
    assert isinstance(picture, Picture)
    return Image.open(io.BytesIO(picture.content))


def _looks(image: Image.Image, place: tuple[int, int]) -> str:
    red, _, blue = image.convert("RGB").getpixel(place)  # type: ignore[misc]  # three in RGB
    return "red" if red > blue else "blue"


def _segments(jpeg: bytes) -> set[int]:
    """Return the markers that stand before the points of a JPEG."""
    found, place = set(), 2
    while jpeg[place + 1] != 0xDA:
        found.add(jpeg[place + 1])
        place += 2 + struct.unpack(">H", jpeg[place + 2 : place + 4])[0]
    return found


#: JFIF, quantisation, the frame, and Huffman tables: what a JPEG cannot do without.
BARE = {0xE0, 0xDB, 0xC0, 0xC4}


def _png_text() -> PngImagePlugin.PngInfo:
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", SECRET.decode(), zip=True)
    return text


FILES = {
    "JPEG": _file("JPEG", exif=_exif(), icc_profile=SECRET, comment=SECRET),
    "PNG": _file("PNG", exif=_exif(), icc_profile=SECRET, pnginfo=_png_text()),
    "WEBP": _file("WEBP", exif=_exif(), icc_profile=SECRET, xmp=SECRET, lossless=True),
    "something after its end": _file("JPEG") + b"PK\x03\x04" + SECRET,
    "several colours by number": _file("PNG", mode="P"),
    "grey": _file("PNG", mode="L") + SECRET,
    "print": _file("JPEG", mode="CMYK", comment=SECRET),
    "see-through": _file("PNG", mode="RGBA"),
}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
async def test_of_a_file_nothing_is_left_but_its_points(content: bytes) -> None:
    picture = await clean(content)
    assert isinstance(picture, Picture)
    assert SECRET not in picture.content
    assert _segments(picture.content) == BARE
    assert picture.content.endswith(b"\xff\xd9")
    image = Image.open(io.BytesIO(picture.content))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (60, 40))
    assert not image.getexif()
    assert image.info.keys() == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


async def test_the_place_where_it_was_taken_is_gone() -> None:
    taken = FILES["JPEG"]
    assert SECRET in taken
    assert Image.open(io.BytesIO(taken)).getexif().get_ifd(GPS)
    assert not (await _cleaned(taken)).getexif().get_ifd(GPS)


async def test_a_picture_stands_upright() -> None:
    image = await _cleaned(_file("JPEG", exif=_exif(orientation=6)))
    assert image.size == (40, 60)
    assert _looks(image, (20, 5)) == "red"
    assert _looks(image, (20, 55)) == "blue"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_large_picture_becomes_smaller_in_its_own_shape(kind: str) -> None:
    image = await _cleaned(_file(kind, (3200, 2400)))
    assert image.size == (LONGEST_SIDE, 1200)
    assert _looks(image, (100, 600)) == "red"


async def test_a_small_picture_keeps_its_size() -> None:
    assert (await _cleaned(_file("PNG", (1, 1)))).size == (1, 1)


async def test_what_can_be_seen_through_becomes_white() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(written, "PNG")
    assert (await _cleaned(written.getvalue())).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
async def test_of_a_moving_picture_the_first_is_left(kind: str) -> None:
    red, blue = (Image.new("RGB", (20, 20), colour) for colour in ("red", "blue"))
    written = io.BytesIO()
    red.save(written, kind, save_all=True, append_images=[blue], duration=100)
    image = await _cleaned(written.getvalue())
    assert getattr(image, "n_frames", 1) == 1
    assert _looks(image, (10, 10)) == "red"


NONE = {
    "nothing": b"",
    "words": b"not a picture at all",
    "a picture of a kind that is not read": _file("GIF"),
    "another such kind": _file("TIFF"),
    "one that is drawn by commands": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "half of a picture": _file("JPEG", (400, 300))[:1000],
    "half of another": _file("PNG", (400, 300))[:200],
    "the head of a picture": _file("PNG")[:33],
    "a hair": _file("PNG", (1000, 2)),
}


@pytest.mark.parametrize("content", NONE.values(), ids=NONE.keys())
async def test_what_is_no_picture_is_told_as_such(content: bytes) -> None:
    assert await clean(content) is PictureProblem.NOT_A_PICTURE


def _resized_png(width: int, height: int) -> bytes:
    """Return a small PNG that says that it is this large."""
    content = _file("PNG")
    head = b"IHDR" + struct.pack(">II", width, height) + content[24:29]
    return content[:12] + head + struct.pack(">I", zlib.crc32(head)) + content[33:]


def _resized_jpeg(width: int, height: int) -> bytes:
    """Return a small JPEG that says that it is this large."""
    content = _file("JPEG")
    frame = content.index(b"\xff\xc0") + 5
    return content[:frame] + struct.pack(">HH", height, width) + content[frame + 4 :]


def _resized_webp(width: int, height: int) -> bytes:
    """Return a small moving WEBP that says that it is this large."""
    content = _file("WEBP", save_all=True, append_images=[Image.new("RGB", (60, 40))])
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return content[:24] + canvas + content[30:]


BOMBS = {
    "a PNG that is a little too large": _resized_png(4001, 4000),
    "a JPEG that is a little too large": _resized_jpeg(8001, 5000),
    "a square of PNG": _resized_png(30_000, 30_000),
    "the largest PNG there can be": _resized_png(2**31 - 1, 2**31 - 1),
    "the largest JPEG": _resized_jpeg(65_000, 65_000),
    "the largest WEBP": _resized_webp(16_000, 16_000),
}


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS.keys())
async def test_a_bomb_is_refused(content: bytes) -> None:
    assert len(content) < 2000
    assert await clean(content) is PictureProblem.TOO_LARGE


MEASURE = """
import asyncio, resource, sys
from bot import pictures
content = sys.stdin.buffer.read()
pictures._pillow()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(asyncio.run(pictures.clean(content)))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.parametrize("content", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_takes_next_to_no_memory(content: bytes) -> None:
    # In a process of its own, whose memory nobody else has raised before.
    said = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", MEASURE], input=content, capture_output=True, check=True
    )
    outcome, kilobytes = said.stdout.decode().split()
    assert outcome == PictureProblem.TOO_LARGE
    assert int(kilobytes) < 16_000


def test_a_service_that_is_sent_no_picture_never_loads_what_reads_them() -> None:
    program = "import sys, bot.service, bot.pictures; print('PIL' in sys.modules)"
    command = [sys.executable, "-c", program]
    said = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own
    assert said.stdout.strip() == b"False"


async def test_what_the_library_has_doubts_about_is_left_alone() -> None:
    torn = _file("JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x05\0\x12\x01")
    with pytest.warns(UserWarning, match="EXIF"):
        Image.open(io.BytesIO(torn)).getexif()
    assert await clean(torn) is PictureProblem.NOT_A_PICTURE
