"""What handlers return: messages to be kept in the outbox, by what they are and whom they reach.

What reaches a group is made of a `PublicCard` or of wordings that anybody may read; private text
does not fit its type.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from handlers.cards import PublicCard
from handlers.payload import Document
from handlers.texts import (
    Line,
    Personal,
    PublicLine,
    PublicName,
    T,
)
from storage.model import CardPost, Group, Person, Task
from storage.outbox import Purpose
from storage.relay import Quote

#: What stands in the place of a card below which the same one hangs anew.
CARD_MOVED: Final = T("card-moved")
#: The largest number that a row can have, on any database.
LARGEST_NUMBER: Final = 2**31 - 1
#: Numbers of so many digits all fit into 64 bits.
_DIGITS_OF_MOMENTS: Final = 18


@dataclass(frozen=True, slots=True)
class Press:
    """A button that hands `data` back; at most 64 bytes."""

    label: T | PublicName
    data: str


def number_carried(text: str) -> int | None:
    """Return the number of a row that a button carries, or None where a forged one holds none."""
    number = moment_carried(text)
    return None if number is None or number > LARGEST_NUMBER else number


def moment_carried(text: str) -> int | None:
    """Return the seconds or microseconds that a button carries, or None where it holds none."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _DIGITS_OF_MOMENTS
    return int(text) if is_number else None


@dataclass(frozen=True, slots=True)
class Start:
    """A button that opens the private chat with the service and hands over a word."""

    label: T | PublicName
    word: str


@dataclass(frozen=True, slots=True)
class PrivatePress:
    """A button of a private message whose label may hold what somebody typed, such as a name."""

    label: Personal
    data: str


Buttons = Sequence[Sequence[Press | Start]]
PrivateButtons = Sequence[Sequence[Press | PrivatePress | Start]]


@dataclass(frozen=True, slots=True)
class Say:
    """A private message. A `label` lets it be changed later; `protect` hinders passing it on.

    `picture` is the number of a kept picture, `document` is made into a file, and `reply_to` is the
    message of the same person's that this one answers. `owners` are the keys of others
    whose words stand in the document. `recipient` is whom of a call-out it is to. `is_passed_on`
    says that it is what the other side of a request wrote.
    """

    to: Person
    lines: Sequence[Line]
    buttons: PrivateButtons = ()
    purpose: Purpose = Purpose.ANSWER
    protect: bool = False
    label: str | None = None
    picture: int | None = None
    document: Document | None = None
    reply_to: Quote | None = None
    recipient: int | None = None
    about: Task | None = None
    is_passed_on: bool = False
    owners: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ChangeSaid:
    """Another text for every private message with a label."""

    to: Person
    label: str
    lines: Sequence[Line]
    buttons: PrivateButtons = ()
    purpose: Purpose = Purpose.ANSWER


@dataclass(frozen=True, slots=True)
class TakeSaidBack:
    """Every private message with a label is deleted; one too old for that reads `lines` instead.

    Those that have not left never do.
    """

    to: Person
    label: str
    lines: Sequence[Line]
    purpose: Purpose = Purpose.ANSWER


@dataclass(frozen=True, slots=True)
class PostCard:
    """A new card for a group."""

    group: Group
    task_id: int
    card: PublicCard


@dataclass(frozen=True, slots=True)
class ChangeCard:
    """The card where it hangs, as it reads now."""

    post: CardPost
    language: str
    card: PublicCard


@dataclass(frozen=True, slots=True)
class TakeCardBack:
    """A card below which the same card hangs anew: taken back, or where `is_old` emptied.

    `words` stand in its place where it is emptied.
    """

    post: CardPost
    language: str
    is_old: bool
    words: T = CARD_MOVED


@dataclass(frozen=True, slots=True)
class ShowOverview:
    """What is open in a group: a new message, or in place of the one with the number `message`."""

    group: Group
    message: int | None
    lines: Sequence[PublicLine]


@dataclass(frozen=True, slots=True)
class SayInGroup:
    """A few words to a group, of the kind that anybody may read."""

    chat_id: int
    thread: int | None
    language: str
    lines: Sequence[PublicLine]
    buttons: Buttons = ()


@dataclass(frozen=True, slots=True)
class SayToStranger:
    """A few words of that kind to somebody of whom nothing is known but their chat."""

    chat_id: int
    language: str
    lines: Sequence[PublicLine]


@dataclass(frozen=True, slots=True)
class AnswerTap:
    """A notice to whoever pressed a button; `start` opens the private chat instead."""

    tap: str
    language: str
    text: T | None = None
    alert: bool = False
    start: str | None = None


Message = (
    Say
    | ChangeSaid
    | TakeSaidBack
    | PostCard
    | ChangeCard
    | TakeCardBack
    | ShowOverview
    | SayInGroup
    | SayToStranger
    | AnswerTap
)
