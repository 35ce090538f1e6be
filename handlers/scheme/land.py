"""What is said of how a neighbourhood lies among the others, once its outline is known."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Final

from handlers.house import Turn
from handlers.texts import Listed, PublicName, T
from handlers.understanding.geography import (
    FAR_FROM_OTHERS,
    Gap,
    Overlap,
    gaps,
    hectares,
    km_between,
    middle,
    overlaps,
)
from storage import neighbourhoods

#: Of overlaps, and of gaps; the largest come first.
MOST_NAMED: Final = 5


async def beside_others(turn: Turn, number: int) -> list[T]:
    """Name the overlaps and gaps between a neighbourhood and the others."""
    everywhere = await neighbourhoods.all_of_them(turn.transaction)
    names = {each.id: PublicName(each.name) for each in everywhere}
    outlines = {each.id: each.outline for each in everywhere if each.outline is not None}
    mine = outlines.get(number)
    if mine is None or len(outlines) < 2:
        return []
    others = {each: outline for each, outline in outlines.items() if each != number}
    # A map of many neighbourhoods, each drawn finely, takes a while.
    shared, between = await asyncio.to_thread(
        lambda: (overlaps(mine, others), gaps(number, outlines))
    )
    return [
        *_overlaps_named(shared, names, outlines, number),
        *_gaps_named(between, names),
        *_alone(number, names, outlines),
    ]


def _overlaps_named(
    shared: Sequence[Overlap],
    names: Mapping[int, PublicName],
    outlines: Mapping[int, str],
    number: int,
) -> list[T]:
    return [
        T(
            "outline-overlaps",
            areas=Listed(tuple(names[one] for one in sorted((number, each.other)))),
            hectares=round(each.hectares),
            smaller=names[min((number, each.other), key=lambda one: hectares(outlines[one]))],
        )
        for each in shared[:MOST_NAMED]
    ]


def _gaps_named(between: Sequence[Gap], names: Mapping[int, PublicName]) -> list[T]:
    return [
        T(
            "outline-gap",
            areas=Listed(tuple(names[each] for each in sorted(gap.between))),
            hectares=max(1, round(gap.hectares)),
        )
        for gap in between[:MOST_NAMED]
    ]


def _alone(number: int, names: Mapping[int, PublicName], outlines: Mapping[int, str]) -> list[T]:
    """Say that a neighbourhood lies far from all the others, which may be a mistake."""
    here = middle(outlines[number])
    away, nearest = min(
        (km_between(here, middle(outline)), each)
        for each, outline in outlines.items()
        if each != number
    )
    if away <= FAR_FROM_OTHERS:
        return []
    return [T("outline-alone", area=names[number], kilometres=round(away), other=names[nearest])]
