"""A reader who tries to reckon back numbers that a report withholds.

They know every number that is told, which of them add up to which, and why one can be withheld.
They look for numbers that fit all that, without a thought of how the report was made.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final, Generic, TypeVar

from handlers.numbers.withholding import ENOUGH, Told, Withheld

K = TypeVar("K", bound=Hashable)

#: After so many tries a reader gives up; what is given away is found by the first one.
PATIENCE: Final = 3000

#: From and to which value a number may be.
_Range = tuple[int, int]
#: A number, and those that add up to it.
Sum = tuple[K, Sequence[K]]


class NothingFitsError(AssertionError):
    """No numbers fit what was told: the report contradicts itself."""


@dataclass(frozen=True)
class Reckoning(Generic[K]):
    """What a reader knows: numbers as they are told, and which add up to which.

    `truth` is what they do not know; it only says where to begin looking for numbers that fit.
    """

    told: Mapping[K, Told]
    sums: Sequence[Sum[K]]
    truth: Mapping[K, int]

    def given_away(self) -> list[K]:
        """Return the withheld numbers for which no other value was found that fits all else."""
        most = max(self.truth.values()) + ENOUGH
        ranges = {key: self._range(number, most) for key, number in self.told.items()}
        if self._fitting(ranges) is None:
            raise NothingFitsError
        left = {key for key, number in self.told.items() if isinstance(number, Withheld)}
        given_away = []
        while left:
            key = left.pop()
            other = self._other(key, ranges)
            if other is None:
                given_away.append(key)
            else:
                left = {each for each in left if other[each] == self.truth[each]}
        return given_away

    def _range(self, number: Told, most: int) -> _Range:
        """Return between what a number lies, as far as its reader knows from itself."""
        match number:
            case Withheld.FEW:
                return 1, ENOUGH - 1
            case Withheld.BESIDE:
                # Where small numbers are named as such, no other one is small.
                return ENOUGH if Withheld.FEW in self.told.values() else 0, most
            case told:
                return told, told

    def _other(self, key: K, ranges: Mapping[K, _Range]) -> dict[K, int] | None:
        """Return numbers that fit and among which one is not what it is, or None."""
        low, high = ranges[key]
        for value in (self.truth[key] - 1, self.truth[key] + 1):
            if low <= value <= high:
                found = self._fitting({**ranges, key: (value, value)})
                if found is not None:
                    return found
        return None

    def _fitting(self, ranges: Mapping[K, _Range]) -> dict[K, int] | None:
        """Return numbers within their ranges for which all sums come out; None if none is found."""
        tries = count()

        def search(ranges: Mapping[K, _Range]) -> dict[K, int] | None:
            narrow = dict(ranges)
            if next(tries) > PATIENCE or not _narrowed(narrow, self.sums):
                return None
            left = [key for key, (low, high) in narrow.items() if low < high]
            if not left:
                return {key: low for key, (low, _) in narrow.items()}
            key = min(left, key=lambda each: narrow[each][1] - narrow[each][0])
            low, high = narrow[key]
            for value in sorted(range(low, high + 1), key=lambda each: abs(each - self.truth[key])):
                found = search({**narrow, key: (value, value)})
                if found is not None:
                    return found
            return None

        return search(ranges)


def _narrowed(ranges: dict[K, _Range], sums: Sequence[Sum[K]]) -> bool:
    """Narrow ranges to what the sums leave of them; False where one is empty."""
    has_changed = True
    while has_changed:
        has_changed = False
        for whole, parts in sums:
            low = sum(ranges[part][0] for part in parts)
            high = sum(ranges[part][1] for part in parts)
            if ranges[whole] == (low, high) == (low, low):
                continue
            left = {whole: (low, high)}
            for part in parts:
                others_low, others_high = low - ranges[part][0], high - ranges[part][1]
                left[part] = (ranges[whole][0] - others_high, ranges[whole][1] - others_low)
            for key, (least, most) in left.items():
                narrow = max(ranges[key][0], least), min(ranges[key][1], most)
                has_changed |= narrow != ranges[key]
                ranges[key] = narrow
                if narrow[0] > narrow[1]:
                    return False
    return True
