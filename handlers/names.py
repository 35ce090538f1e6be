"""Names that owners give, which everybody may read: of neighbourhoods and organisations."""

import unicodedata
from typing import Final

from handlers.texts import T

SIGNS_IN_NAMES: Final = " '’-."
#: In characters.
ORGANISATION_LIMIT: Final = 64
SIGNS_IN_ORGANISATIONS: Final = "&,/()"


def tidy_name(text: str) -> str:
    """Return a name without spaces that nobody sees, its letters put together in one way."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def has_plain_signs(name: str, also: str = "") -> bool:
    """Say whether a name is made of letters, digits and a few signs; `also` are allowed too."""
    signs = SIGNS_IN_NAMES + also
    return any(sign.isalnum() for sign in name) and all(
        sign.isalnum() or sign in signs for sign in name
    )


def read_organisation(text: str) -> str | T:
    """Return a name for a partner organisation, or what is wrong with it."""
    name = tidy_name(text)
    if len(name) > ORGANISATION_LIMIT:
        return T("problem-too-long", limit=ORGANISATION_LIMIT, length=len(name))
    if not has_plain_signs(name, SIGNS_IN_ORGANISATIONS):
        return T("problem-organisation-signs")
    return name
