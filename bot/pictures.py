"""Pictures made anew from what people send: nothing is left of a file but its points.

Pillow is imported with the first picture: a service that is sent none never pays for it.
"""

import asyncio
import io
import warnings
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Final

from handlers.events import Picture, PictureProblem

if TYPE_CHECKING:
    from PIL.Image import Image

#: What Telegram and people's phones make, and how many points of it are decoded at most, so that
#: none takes more than 300 MB; every other decoder stays shut.
FORMATS: Final = {"JPEG": 40_000_000, "PNG": 16_000_000, "WEBP": 16_000_000}
#: The longer side of what is kept, in points: a receipt can be read at that.
LONGEST_SIDE: Final = 1600
#: Telegram takes no picture that is longer than so many times its breadth.
LONGEST_SHAPE: Final = 20
QUALITY: Final = 85
#: What is put in the place of a picture that is taken back: its size in points, and its colour.
BLANK_SIZE: Final = (320, 180)
BLANK_COLOUR: Final = (200, 200, 200)


async def clean(content: bytes) -> Picture | PictureProblem:
    """Return the picture in a file as a JPEG that says nothing of where, when or how it was taken.

    It stands upright, is at most LONGEST_SIDE points long, and of an animation it is the first
    picture. For the memory that it takes, whoever asks cleans one at a time.
    """
    return await asyncio.to_thread(_clean, content)


async def blank() -> bytes:
    """Return a picture as a JPEG on which nothing is to be seen."""
    return await asyncio.to_thread(_blank)


@cache
def _blank() -> bytes:
    written = io.BytesIO()
    _pillow().Image.new("RGB", BLANK_SIZE, BLANK_COLOUR).save(written, "JPEG", quality=QUALITY)
    return written.getvalue()


def _clean(content: bytes) -> Picture | PictureProblem:
    pillow = _pillow()
    try:
        with pillow.Image.open(io.BytesIO(content), formats=tuple(FORMATS)) as image:
            # Known from the head of the file, before anything is decoded. Two pictures in one JPEG
            # are of a format by another name.
            most = FORMATS.get(image.format or "", FORMATS["JPEG"])
            if image.width * image.height > most:
                return PictureProblem.TOO_LARGE
            if max(image.size) > LONGEST_SHAPE * min(image.size):
                return PictureProblem.NOT_A_PICTURE
            return Picture(_jpeg(_small_and_upright(image)))
    except Exception:  # noqa: BLE001 - decoders fail in many ways, and all of them mean the same
        return PictureProblem.NOT_A_PICTURE


def _small_and_upright(image: "Image") -> "Image":
    if image.mode in ("1", "P", "PA"):
        # Of colours by number no mean can be taken.
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    # Of a large JPEG, a smaller one is decoded in the first place.
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright: Image = _pillow().ImageOps.exif_transpose(image)
    return upright


def _jpeg(image: "Image") -> bytes:
    # Drawn on new paper, for all that a file says besides its points stays with the old.
    paper: Image = _pillow().Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        drawn = image.convert("RGBA")
        paper.paste(drawn, mask=drawn)
    else:
        paper.paste(image.convert("RGB"))
    written = io.BytesIO()
    paper.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()


@cache
def _pillow() -> ModuleType:
    """Import Pillow, once."""
    import PIL.Image  # noqa: PLC0415 - see the top of the file
    import PIL.ImageOps  # noqa: PLC0415

    # A file about which Pillow has doubts is left alone.
    warnings.filterwarnings("error", module=r"PIL\.")
    # Its own limit would warn at a size of its own; ours is asked above.
    PIL.Image.MAX_IMAGE_PIXELS = None
    return PIL
