"""Photos as phones send them, with words where nobody sees them, and files that are no photos."""

import io
import struct
import zlib
from typing import Final

from PIL import Image
from PIL.TiffImagePlugin import IFDRational

#: What stands in the hidden parts of a photo.
HIDDEN: Final = "Taken at 12 Elm Road by Rosa Miller, 020 7946 0000"

_GPS: Final = 0x8825
_LATITUDE: Final = {1: "N", 2: (IFDRational(51), IFDRational(33), IFDRational(21))}


def photo(hidden: str = HIDDEN) -> bytes:
    """Return a JPEG with words in every hidden part that a phone fills, and where it was taken."""
    exif = Image.Exif()
    for tag in (0x010E, 0x013B, 0x8298, 0x9C9B):
        exif[tag] = hidden
    exif.get_ifd(_GPS).update(_LATITUDE)
    written = io.BytesIO()
    picture = Image.new("RGB", (64, 48), "seagreen")
    picture.save(written, "JPEG", exif=exif, comment=hidden.encode())
    return written.getvalue() + hidden.encode()


def no_photo() -> bytes:
    """Return a file that begins like a picture and is none."""
    return b"\xff\xd8\xff" + HIDDEN.encode()


def bomb(side: int = 60_000) -> bytes:
    """Return a small PNG that would take gigabytes of memory to open."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    points = zlib.compress(bytes(1_000_000), 9)
    parts = (_part(b"IHDR", head), _part(b"IDAT", points), _part(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _part(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))
