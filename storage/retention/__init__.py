"""The one register of what is kept: what, why, from when, for how long, and what is done then.

A table or a private column without an entry fails a test. docs/kept.md is written from it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from storage.database import Transaction
from storage.retention import everybody, passing, requests
from storage.retention.periods import Period
from storage.retention.rules import BATCH, Entry, Keys, Rule, sweep

#: Timed work: dropping what is not kept any longer.
TIDY: Final = "tidy"
#: Things go at most so long after they are due, and what one sweep leaves over is gone at once.
TIDY_EVERY: Final = timedelta(minutes=30)

ENTRIES: Final[tuple[Entry, ...]] = (*requests.ENTRIES, *everybody.ENTRIES, *passing.ENTRIES)
RULES: Final = tuple(each for each in ENTRIES if isinstance(each, Rule))

#: How long things are kept, by the name of their period, where a scheme has set it.
Kept = Mapping[str, timedelta]


def length(kept: Kept, period: Period) -> timedelta:
    """Return how long something is kept, as a scheme has set it or by default."""
    return period.within(kept.get(period.name, period.default))


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep dropped, by its rule, and whether there may be more."""

    keys: Mapping[str, Keys]
    is_more: bool

    def of(self, rule: Rule) -> Keys:
        """Return the keys of what was dropped by one rule."""
        return self.keys.get(rule.what, [])


async def sweep_all(
    transaction: Transaction, now: datetime, kept: Kept, held: Collection[int] = ()
) -> Swept:
    """Drop what is not kept any longer, a batch of each kind."""
    dropped: dict[str, Keys] = {}
    for rule in RULES:
        before = now - length(kept, rule.period)
        dropped[rule.what] = await sweep(transaction, rule, now, before, held)
    return Swept(dropped, any(len(keys) == BATCH for keys in dropped.values()))
