"""Words that tell of somebody's health."""

import re
from collections.abc import Iterator
from functools import cache

from handlers.understanding.identifiers.kinds import Found, Identifier
from handlers.understanding.identifiers.listed import any_of
from handlers.understanding.identifiers.reading import Reading


@cache
def _health() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('health')}(?!\w)")


def health(reading: Reading) -> Iterator[Found]:
    """Find words of illness and treatment."""
    for each in _health().finditer(reading.plain):
        yield reading.found(Identifier.HEALTH, *each.span())
