"""Names that owners give, which everybody may read: of neighbourhoods and organisations."""

import unicodedata
from typing import Final

SIGNS_IN_NAMES: Final = " '’-."


def tidy_name(text: str) -> str:
    """Return a name without spaces that nobody sees, its letters put together in one way."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def has_plain_signs(name: str, also: str = "") -> bool:
    """Say whether a name is made of letters, digits and a few signs; `also` are allowed too."""
    signs = SIGNS_IN_NAMES + also
    return any(sign.isalnum() for sign in name) and all(
        sign.isalnum() or sign in signs for sign in name
    )
