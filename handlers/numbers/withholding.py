"""Which numbers of a report are told, so that no small one can be reckoned back from the others.

The numbers of a report and their sums are seen as streams: what runs into a node runs out of it
again. Then a withheld number can be reckoned back from what is told just where no more and no less
could run through it without changing anything told, that is, where it lies on no ring of numbers
that are withheld. So for each small number the ring is looked for that withholds the least.
"""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from heapq import heappop, heappush
from itertools import count
from typing import Final, TypeVar

K = TypeVar("K", bound=Hashable)
#: Where one more can go from a node, and by changing which number.
_Ways = dict[Hashable, list[tuple[K, Hashable]]]

#: Numbers from 1 to one less than this could tell something about one person.
ENOUGH: Final = 5


class Withheld(StrEnum):
    """Why a number is not told."""

    #: It is from 1 to 4.
    FEW = "few"
    #: Without it, or with what else is told, one that is could be reckoned back.
    BESIDE = "beside"


#: A number of a report as its readers see it.
Told = int | Withheld


@dataclass(frozen=True, slots=True)
class Stream:
    """A number, and the nodes that it runs from and to; at every node as much arrives as leaves."""

    number: int
    source: Hashable
    target: Hashable

    @property
    def is_small(self) -> bool:
        """Whether it could tell something about one person."""
        return 0 < self.number < ENOUGH

    def may_change_by(self, step: int) -> bool:
        """Say whether readers who know why it is withheld could take it for one more or less."""
        if self.number == 0:
            return False
        changed = self.number + step
        return 0 < changed < ENOUGH if self.is_small else changed >= ENOUGH


def told(streams: Mapping[K, Stream]) -> dict[K, Told]:
    """Return each number as it is told; where nothing else helps, none of them is."""
    small = [key for key, stream in streams.items() if stream.is_small]
    withheld, safe = set(small), set[K]()
    for key in small:
        if key in safe:
            continue
        ring = _cheapest_ring(streams, key, withheld)
        if ring is None:
            return dict.fromkeys(streams, Withheld.BESIDE)
        withheld |= ring
        safe |= ring
    numbers: dict[K, Told] = {key: stream.number for key, stream in streams.items()}
    return numbers | dict.fromkeys(withheld, Withheld.BESIDE) | dict.fromkeys(small, Withheld.FEW)


def parts_told(whole: Told, parts: Mapping[K, int]) -> dict[K, Told]:
    """Return the parts of a number as they are told, `whole` being told elsewhere.

    They add up to it. Where it is withheld so are they, since how many of them there are would tell
    how large it is at least.
    """
    if isinstance(whole, Withheld):
        return dict.fromkeys(parts, Withheld.BESIDE)
    return told({key: Stream(number, "whole", "parts") for key, number in parts.items()})


def alone_told(number: int) -> Told:
    """Return a number as it is told that is a part of none and has no parts that are told."""
    return Withheld.FEW if 0 < number < ENOUGH else number


def part_told(whole: Told, part: int) -> Told:
    """Return one part of a number as it is told, where the rest of it is not spoken of.

    A small rest is withheld with it. Of a number that is not much more than small itself it is not
    said which of both is.
    """
    if isinstance(whole, Withheld):
        return Withheld.BESIDE
    if 0 < part < ENOUGH:
        return Withheld.FEW if whole >= 2 * ENOUGH else Withheld.BESIDE
    return Withheld.BESIDE if 0 < whole - part < ENOUGH else part


def _cheapest_ring(
    streams: Mapping[K, Stream], key: K, withheld: Collection[K]
) -> frozenset[K] | None:
    """Return the numbers on the ring through one that withholds the least besides, or None."""
    ways = _ways(streams, key)
    here = streams[key]
    rings = []
    if here.may_change_by(1):
        rings.append(_cheapest_path(streams, ways, here.target, here.source, withheld))
    if here.may_change_by(-1):
        rings.append(_cheapest_path(streams, ways, here.source, here.target, withheld))
    found = [ring for ring in rings if ring is not None]
    return min(found, key=lambda ring: ring[:2])[-1] | {key} if found else None


def _cheapest_path(
    streams: Mapping[K, Stream],
    ways: _Ways[K],
    start: Hashable,
    end: Hashable,
    withheld: Collection[K],
) -> tuple[int, int, frozenset[K]] | None:
    """Return what a path withholds besides, its length, and the numbers on it (Dijkstra's way)."""
    turns = count()
    waiting: list[tuple[int, int, int, Hashable, frozenset[K]]] = [
        (0, 0, next(turns), start, frozenset())
    ]
    seen: set[Hashable] = set()
    while waiting:
        cost, length, _, node, path = heappop(waiting)
        if node == end:
            return cost, length, path
        if node in seen:
            continue
        seen.add(node)
        for key, following in ways.get(node, ()):
            if following in seen:
                continue
            more = 0 if key in withheld else streams[key].number
            step = (cost + more, length + 1, next(turns), following, path | {key})
            heappush(waiting, step)
    return None


def _ways(streams: Mapping[K, Stream], besides: K) -> _Ways[K]:
    """Return where one more can go from each node: with a stream, or against it as one less."""
    ways: _Ways[K] = {}
    for key, stream in streams.items():
        if key == besides:
            continue
        if stream.may_change_by(1):
            ways.setdefault(stream.source, []).append((key, stream.target))
        if stream.may_change_by(-1):
            ways.setdefault(stream.target, []).append((key, stream.source))
    return ways
