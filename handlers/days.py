"""Calendar days: typed in a few forms, asked for between two bounds, and written out."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from handlers.entering import Enter
from handlers.question import Option
from handlers.texts import Day, PublicName, T
from handlers.understanding.words import fold, languages, tokens, words_of


def full_day(day: date) -> T:
    """Return a day as a wording, with its year."""
    # Not as a number, which would be grouped: 2,027.
    return T("full-day", day=Day(day), year=PublicName(str(day.year)))


class PickDay(Enter[date]):
    """Pick a day from `earliest` on and up to `latest`, with buttons or typed ("31 May 2027").

    `too_far` is said of a later one, and `too_early` of an earlier one.
    """

    def __init__(
        self,
        key: str,
        earliest: date,
        latest: date,
        too_far: T,
        offers: Sequence[tuple[date, T]] = (),
        *,
        too_early: T | None = None,
    ) -> None:
        def read(text: str) -> date | T:
            day = understand_day(text)
            if day is None:
                return T("problem-day-not-understood")
            if day < earliest:
                return too_early or T("problem-day-past")
            return too_far if day > latest else day

        super().__init__(key, read, [Option(day.isoformat(), label) for day, label in offers])


def understand_day(text: str) -> date | None:
    """Return the day that was typed as `2027-05-31`, `31/05/2027` or `31 May 2027`, or None."""
    found = [token.group() for token in tokens(fold(text)) if token.group().isalnum()]
    parts = [part for part in found if part.isdigit() or part in _months()]
    if len(parts) != 3 or any(len(part) > 4 for part in parts if part.isdigit()):
        return None
    if len(parts[0]) == 4 and parts[0].isdigit():
        parts.reverse()
    first, second, year = parts
    if first in _months():
        first, second = second, first
    if not (first.isdigit() and len(year) == 4 and year.isdigit()):
        return None
    try:
        return date(int(year), _months().get(second) or int(second), int(first))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its names in every language that has a list."""
    return {
        fold(name): number
        for language in languages()
        for number, names in enumerate(words_of(language, "when")["lists"]["months"], start=1)
        for name in names
    }
