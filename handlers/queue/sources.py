"""Every source of the queue, in the order of their sorts. A new one is one line here."""

from typing import Final

from handlers.queue.item import Sort, Source

_ALL: Final[tuple[Source, ...]] = ()

_ORDER: Final = tuple(Sort)
SOURCES: Final = tuple(sorted(_ALL, key=lambda source: _ORDER.index(source.sort)))
