"""Every source of the queue, in the order of their sorts. A new one is one line here."""

from typing import Final

from handlers.call_outs import unknown_sends
from handlers.queue import (
    calls_to_make,
    done_requests,
    requests,
    volunteers,
    weekly_and_consent,
    worries,
)
from handlers.queue.item import Sort, Source

_ALL: Final[tuple[Source, ...]] = (
    *worries.SOURCES,
    *calls_to_make.SOURCES,
    *requests.SOURCES,
    *done_requests.SOURCES,
    *volunteers.SOURCES,
    *weekly_and_consent.SOURCES,
    *unknown_sends.SOURCES,
)

_ORDER: Final = tuple(Sort)
SOURCES: Final = tuple(sorted(_ALL, key=lambda source: _ORDER.index(source.sort)))
