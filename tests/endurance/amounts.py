"""How much the long tests do: a share of it every time, all of it with `ENDURE=1`."""

import os
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from bot.messengers import Abilities

ENDURE: Final = os.environ.get("ENDURE", "") not in ("", "0")

#: For tests that are not about pace: as good as no limit at all.
LIFTED: Final = Abilities(
    overall_limit=100_000,
    overall_seconds=1,
    private_rate=100_000,
    private_burst=100_000,
    group_rate=100_000,
    group_burst=100_000,
    deletes_for=timedelta(hours=48),
)

#: Notes a figure that is worth to be read after the tests, by its name.
Notes = Callable[[str, object], None]


def amount(share: int, full: int) -> int:
    """Return how often to do something: the share in every run, the full number to endure."""
    return full if ENDURE else share
