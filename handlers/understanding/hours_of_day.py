"""Two hours of the clock as people type them, such as "21-8" or "from 9pm until 7:30"."""

import re
from datetime import time, timedelta
from typing import Final

_HOUR: Final = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:[:.h](\d{2}))?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?(?![\d:.])", re.IGNORECASE
)
_NOON: Final = 12


def read_hours(text: str) -> tuple[time, time] | None:
    """Return the two hours that are named in a text, or None where there are not just two."""
    found = [_time(*each.groups()) for each in _HOUR.finditer(text)]
    if len(found) != 2 or found[0] is None or found[1] is None:
        return None
    return found[0], found[1]


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    number, minutes = int(hour), int(minute or 0)
    if half is not None:
        if not 1 <= number <= _NOON:
            return None
        number = number % _NOON + (_NOON if half[0] in "pP" else 0)
    if number == 24 and minutes == 0:
        number = 0
    return time(number, minutes) if number < 24 and minutes < 60 else None


def length(start: time, end: time) -> timedelta:
    """Return how long it is from one hour to the other, which may be of the next day."""
    minutes = (end.hour * 60 + end.minute) - (start.hour * 60 + start.minute)
    return timedelta(minutes=minutes % (24 * 60))
