"""What waits for a human: its sorts, where each comes from, and one thing of it.

A source reads the state of the tables; nothing of the queue is kept beside them. A new source is a
`Sort`, its wording `queue-sort-...`, and one line in `handlers/queue/sources.py`.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from handlers.actions import About
from handlers.house import PersonalTurn
from handlers.messages import Say, moment_carried, number_carried
from storage.queue import Mark, Sight

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)


class Sort(StrEnum):
    """What may wait, most urgent first: this order is that of the queue."""

    #: A worry that is not settled; leads alone hear of it.
    WORRY = "worry"
    #: Somebody without an app, or out of reach, who is to be rung.
    RING = "ring"
    #: A request that nobody has taken and whose time is near or over.
    UNCLAIMED = "unclaimed"
    #: A request that lacks its kind or its neighbourhood.
    COMPLETE = "complete"
    #: A request whose helper a coordinator picks from those who could do it.
    CHOOSE = "choose"
    #: A request that is not done in the eyes of its resident.
    DISPUTE = "dispute"
    #: A helper who has not been in touch, or has not said that it is done.
    LATE = "late"
    #: Somebody out of reach, on whom others count.
    UNREACHED = "unreached"
    HAND_OVER = "hand-over"
    COST = "cost"
    #: Thanks and thoughts to be read before they are passed on.
    WORDS = "words"
    #: Volunteers who offer what takes a check that they do not have.
    CHECK_WANTED = "check-wanted"
    #: What other volunteers offer that nobody has looked at.
    OFFER = "offer"
    #: A check that is about to run out.
    CHECK = "check"
    #: Weekly help that nobody does.
    WEEKLY = "weekly"
    #: Somebody who is asked for, and of whom nobody says whether they still agree.
    CONSENT = "consent"
    #: Messages of a call-out of which nobody knows whether they arrived.
    UNKNOWN_SEND = "unknown-send"
    #: What a resident has not confirmed; it is taken as confirmed if nobody does anything.
    UNCONFIRMED = "unconfirmed"


#: What the word of the day leaves out: worries, checks and consents have their own reminders, and
#: what is not confirmed goes on by itself.
TOLD_OTHERWISE: Final = frozenset({Sort.WORRY, Sort.CHECK, Sort.CONSENT, Sort.UNCONFIRMED})
#: What owners hear of where those who look after it do nothing: somebody waits for help.
URGENT: Final = frozenset(
    {
        *(Sort.RING, Sort.UNCLAIMED, Sort.COMPLETE, Sort.CHOOSE),
        *(Sort.DISPUTE, Sort.LATE, Sort.UNREACHED, Sort.HAND_OVER),
    }
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that waits: where it stands, what it is about, and how it is shown and settled.

    `about` is asked of the permissions once more before it is shown.
    """

    mark: Mark
    about: About | None
    shown: Sequence[Say]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the things of one sort come from.

    `count` says how many wait that somebody sees; `some` returns so many of them at most, the most
    urgent first, after a mark or from the beginning; `oldest` is the moment of the most urgent,
    without that it is shown to anybody.
    """

    sort: Sort
    count: Callable[[PersonalTurn, Sight], Awaitable[int]]
    some: Callable[[PersonalTurn, Sight, int, Mark | None], Awaitable[list[Item]]]
    oldest: Callable[[PersonalTurn, Sight], Awaitable[datetime | None]]


@dataclass(frozen=True, slots=True)
class Cursor:
    """Up to where somebody has been shown the queue."""

    sort: Sort
    mark: Mark

    def carried(self) -> str:
        """Return it as a button carries it; it proves nothing and opens nothing."""
        microseconds = (self.mark.at - _EPOCH) // _MICROSECOND
        return f"{self.sort.value}:{microseconds}:{self.mark.number}"


def cursor_of(carried: str) -> Cursor | None:
    """Return what a button carries, or None where a forged one holds none."""
    name, _, rest = carried.partition(":")
    moment, row = (*rest.split(":"), "", "")[:2]
    microseconds, number = moment_carried(moment), number_carried(row)
    if name not in set(Sort) or microseconds is None or number is None:
        return None
    try:
        at = _EPOCH + microseconds * _MICROSECOND
    except OverflowError:
        return None
    return Cursor(Sort(name), Mark(at, number))
