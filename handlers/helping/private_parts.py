"""The private parts of a request as lines for the one person who may read them."""

from collections.abc import Mapping

from handlers.kinds import KINDS
from handlers.texts import Line, Listed, Personal, T
from storage.model import Kind, Person, Secrets, Task
from storage.private import PrivateText

Parts = Mapping[str, PrivateText | None]


def name_of(person: Person) -> PrivateText:
    """Return how somebody wants to be called."""
    return person.first_name or PrivateText("…")


def details_label(task: Task) -> str:
    """Return what the messages with a request's private parts are found by."""
    return f"details:{task.id}:{task.claim_number}"


def read_label(task: Task, reader: Person) -> str:
    """Return what the messages are found by with which somebody was shown a request.

    They look after it, and do not hold it.
    """
    return f"details:{task.id}:read:{reader.id}"


def request_lines(secrets: Secrets) -> list[Line]:
    """Return what a helper sees from the moment they have claimed."""
    return _lines(_at_first(secrets))


def door_lines(secrets: Secrets) -> list[Line]:
    """Return what a helper sees only when they are on their way."""
    return _lines(_at_last(secrets))


def where_lines(secrets: Secrets) -> list[Line]:
    """Return where somebody is and how to ring them, for whoever looks after their safety."""
    return _lines({"street": secrets.street, "door": secrets.door, "phone": secrets.phone})


def seen_at_first(secrets: Secrets) -> Listed:
    """Return what there is to see from the moment of a claim, by its names, for its owner."""
    return _names(_at_first(secrets))


def seen_at_last(secrets: Secrets) -> Listed:
    """Return what there is to see only when the helper is on their way, by its names."""
    return _names(_at_last(secrets))


def _at_first(secrets: Secrets) -> Parts:
    return {"name": secrets.first_name, "street": secrets.street, "words": secrets.words}


def _at_last(secrets: Secrets) -> Parts:
    return {"door": secrets.door, "entry-notes": secrets.entry_notes, "phone": secrets.phone}


def _names(given: Parts) -> Listed:
    return Listed(tuple(T(f"part-{key}") for key, value in given.items() if value is not None))


def is_incomplete(kind: Kind, secrets: Secrets) -> bool:
    """Say whether a helper could not yet find the resident, or ring them."""
    if not KINDS[kind].at_the_door:
        return secrets.phone is None
    return secrets.street is None or secrets.door is None


def _lines(given: Parts) -> list[Line]:
    return [
        Personal(f"private-{key}", value=value) for key, value in given.items() if value is not None
    ]
