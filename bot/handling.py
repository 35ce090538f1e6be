"""The handlers as the service calls them: the one seam between what runs and what is said."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.events import Event, FileSent, PhotoSent
from handlers.house import House
from storage.database import Transaction
from storage.departures import Due
from storage.due_work import DueWork
from storage.private import PrivateText

HearsEvent = Callable[[Transaction, Event, datetime, House], Awaitable[None]]


def always(event: Event) -> bool:
    """Say so of every event."""
    return True


def never(event: Event) -> bool:
    """Say so of no event."""
    return False


async def nothing_said(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    """Tell nobody anything."""


@dataclass(frozen=True, slots=True)
class Handlers:
    """What the service hands over, each inside a transaction that is already open.

    `receive` hears an event, and `apologise` answers one that failed repeatedly. `wants_picture`
    and `wants_file` say beforehand whether a photo or a file is worth fetching. `do_timed` does a
    piece of timed work. The rest hears what became of a message: a card was `posted` under a
    number, the message to change is `gone`, a chat is `unreachable` by a bot, a chat has `moved` to
    another address. `with_word_of_repeat` returns a message's text with a word that it may come
    twice. `kinds` are the kinds of timed work, each a word of the source.

    Of an event that nothing was done about yet, `concerns_us` says whether anything will be, and
    `is_urgent` whether it goes ahead of others of the same person. `too_much` tells whoever sends
    more than can be heard.
    """

    receive: HearsEvent
    wants_picture: Callable[[Transaction, PhotoSent, datetime, House], Awaitable[bool]]
    wants_file: Callable[[Transaction, FileSent, datetime, House], Awaitable[bool]]
    apologise: HearsEvent
    do_timed: Callable[[Transaction, DueWork, datetime, House], Awaitable[None]]
    posted: Callable[[Transaction, Due, int, datetime, House], Awaitable[None]]
    gone: Callable[[Transaction, Due, datetime, House], Awaitable[None]]
    unreachable: Callable[[Transaction, int, str, datetime, House], Awaitable[None]]
    moved: Callable[[Transaction, str, str], Awaitable[None]]
    with_word_of_repeat: Callable[[Transaction, Due, House], Awaitable[PrivateText]]
    kinds: frozenset[str] = frozenset()
    concerns_us: Callable[[Event], bool] = always
    is_urgent: Callable[[Event], bool] = never
    too_much: HearsEvent = nothing_said


def real_handlers() -> Handlers:
    """Return the handlers of the service, imported only now because they take a while."""
    from handlers import delivery, reception, timed  # noqa: PLC0415 - tests bring their own
    from handlers.limits import flood  # noqa: PLC0415 - see above

    return Handlers(
        receive=reception.receive,
        wants_picture=reception.wants_picture,
        wants_file=reception.wants_file,
        apologise=reception.apologise,
        do_timed=timed.do,
        posted=delivery.posted,
        gone=delivery.gone,
        unreachable=delivery.unreachable,
        moved=delivery.moved,
        with_word_of_repeat=delivery.with_word_of_repeat,
        kinds=timed.KINDS,
        concerns_us=flood.concerns_us,
        is_urgent=flood.is_urgent,
        too_much=flood.too_much,
    )


#: Told the name of each step that a crash may come after; tests end the process there.
AtStep = Callable[[str], None]


def nothing(step: str) -> None:
    """Go on at every step."""
