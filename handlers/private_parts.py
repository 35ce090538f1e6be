"""The private parts of a request as lines for the one person who may read them."""

from collections.abc import Mapping

from handlers.kinds import KINDS
from handlers.texts import Line, Personal
from storage.model import Kind, Secrets
from storage.private import PrivateText


def request_lines(secrets: Secrets) -> list[Line]:
    """Return what a helper sees from the moment they have claimed."""
    return _lines({"name": secrets.first_name, "street": secrets.street, "words": secrets.words})


def door_lines(secrets: Secrets) -> list[Line]:
    """Return what a helper sees only when they are on their way."""
    return _lines(
        {"door": secrets.door, "entry-notes": secrets.entry_notes, "phone": secrets.phone}
    )


def is_incomplete(kind: Kind, secrets: Secrets) -> bool:
    """Say whether a helper could not yet find the resident, or ring them."""
    if not KINDS[kind].at_the_door:
        return secrets.phone is None
    return secrets.street is None or secrets.door is None


def _lines(given: Mapping[str, PrivateText | None]) -> list[Line]:
    return [
        Personal(f"private-{key}", value=value) for key, value in given.items() if value is not None
    ]
