"""What a report counts, and how each of its numbers is told: the same in words, picture and table.

What it tells is put together so that the numbers of one part say nothing about those of another
that is withheld there. So how much was taken within a day is told of everything together only: by
kind and by place it would cross what is told of how things stand there.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import accumulate
from typing import Final

from handlers.numbers.withholding import (
    ENOUGH,
    Stream,
    Told,
    Withheld,
    alone_told,
    part_told,
    parts_told,
    told,
)
from storage.model import ClosedAs, Kind, Neighbourhood, Status
from storage.numbers import Asked, Called, Volunteering, Waited

_HOURS_A_DAY: Final = timedelta(days=1) // timedelta(hours=1)


class Stands(StrEnum):
    """How something that was asked for stands, as a report tells it."""

    WAITING = "waiting"
    TAKEN = "taken"
    DONE = "done"
    CLOSED = "closed"


_STANDS: Final = {
    Status.WITH_COORDINATOR: Stands.WAITING,
    Status.OPEN: Stands.WAITING,
    Status.CLAIMED: Stands.TAKEN,
    Status.ON_THE_WAY: Stands.TAKEN,
    Status.DONE: Stands.DONE,
    Status.WITHDRAWN: Stands.CLOSED,
}
#: Why what has ended ended: None is by its resident or its helper, or because its time was over.
WHY: Final[Mapping[Stands, tuple[ClosedAs | None, ...]]] = {
    Stands.DONE: (None, ClosedAs.FULFILLED),
    Stands.CLOSED: (None, *(each for each in ClosedAs if each is not ClosedAs.FULFILLED)),
}


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose something is; `number` None is the scheme's own."""

    number: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """A neighbourhood and whose it is; `number` is None where none is known yet."""

    number: int | None
    owner: Owner


@dataclass(frozen=True, slots=True)
class Row:
    """How what was asked for stands: all of it, or that of one kind, place or owner.

    Half or more of what somebody took was first taken within `half` hours. That is None where less
    than 5 were taken, or where it is not told how much was asked for.
    """

    all: Told
    stands: Mapping[Stands, Told]
    half: int | None


@dataclass(frozen=True, slots=True)
class Requests:
    """What was asked for; `owners` is empty where it is all of one.

    `in_a_day` is how much of it somebody took within a day, and `why` is why it ended.
    """

    whole: Row
    kinds: Mapping[Kind, Row]
    places: Mapping[Place, Row]
    owners: Mapping[Owner, Row]
    in_a_day: Told
    why: Mapping[Stands, Mapping[ClosedAs | None, Told]]


@dataclass(frozen=True, slots=True)
class Helpers:
    """The volunteers: all who help there, and those of them who are new or checked.

    `active` are those who took something, also where they help elsewhere or no more.
    """

    there: Told
    new: Told
    checked: Told
    active: Told


@dataclass(frozen=True, slots=True)
class Calls:
    """What came of call-outs; how many there were and how many were wanted tells of nobody."""

    number: int
    wanted: int
    called: Told
    yes: Told
    with_place: Told


@dataclass(frozen=True, slots=True)
class Report:
    """The numbers of some days, each as it is told; `calls` is None where nobody was called."""

    requests: Requests
    helpers: Helpers
    calls: Calls | None


#: All that was asked for, beside its parts.
_WHOLE: Final = "whole"
_Group = str | Kind | Place | Owner
#: A group, and those of it that stand in some way; None is all of it.
_Key = tuple[_Group, Stands | None]


def requests_told(
    everywhere: Iterable[Neighbourhood], asked: Sequence[Asked], waited: Sequence[Waited]
) -> Requests:
    """Return how what was asked for is told."""
    owners = {each.id: Owner(each.organisation_id) for each in everywhere}
    numbers = told(_streams(_counted(owners, asked)))
    hours = _hours(owners, waited)
    rows = {
        group: Row(
            all=number,
            stands={each: numbers[group, each] for each in Stands},
            half=_half(hours[group], number),
        )
        for (group, stands), number in numbers.items()
        if stands is None
    }
    whole = rows[_WHOLE]
    return Requests(
        whole=whole,
        kinds={group: row for group, row in rows.items() if isinstance(group, Kind)},
        places={group: row for group, row in rows.items() if isinstance(group, Place)},
        owners={group: row for group, row in rows.items() if isinstance(group, Owner)},
        in_a_day=part_told(whole.all, _in_a_day(hours[_WHOLE])),
        why={each: _why(asked, each, whole.stands[each]) for each in WHY},
    )


def _groups(owners: Mapping[int, Owner], each: Asked | Waited) -> tuple[_Group, ...]:
    """Return all groups that something belongs to."""
    here = each.neighbourhood_id
    owner = Owner(each.organisation_id) if here is None else owners[here]
    return _WHOLE, each.kind, owner, Place(here, owner)


def _counted(owners: Mapping[int, Owner], asked: Sequence[Asked]) -> Counter[_Key]:
    """Return how many there are of each group, and how many of them stand in each way."""
    counts: Counter[_Key] = Counter({(_WHOLE, None): 0})
    for each in asked:
        for group in _groups(owners, each):
            counts[group, None] += each.number
            counts[group, _STANDS[each.status]] += each.number
    return counts


def _streams(counts: Counter[_Key]) -> dict[_Key, Stream]:
    """Return all numbers as streams: from the kinds through how they stand to the places.

    This is so because no number is told of a kind in a place: each stands in two sums, and in one
    of them it runs in, in the other out.
    """
    groups = [group for group, stands in counts if stands is None]
    has_owners = sum(isinstance(group, Owner) for group in groups) > 1
    ends: dict[_Key, tuple[object, object]] = {}
    for stands in Stands:
        ends[_WHOLE, stands] = (("kinds", stands), ("places", stands))
    ends[_WHOLE, None] = ("places", "kinds")
    for group in sorted(groups, key=_order):
        match group:
            case Kind():
                ends[group, None] = ("kinds", group)
                ends |= {(group, stands): (group, ("kinds", stands)) for stands in Stands}
            case Owner() if has_owners:
                ends[group, None] = (group, "places")
                ends |= {
                    (group, stands): (("places", stands), (group, stands)) for stands in Stands
                }
            case Place(owner=owner):
                above = owner if has_owners else "places"
                ends[group, None] = (group, above)
                ends |= {(group, stands): ((above, stands), group) for stands in Stands}
            case _:
                pass
    return {key: Stream(counts[key], *between) for key, between in ends.items()}


def _order(group: _Group) -> tuple[int, ...]:
    """Return what puts groups in an order that has nothing to do with their numbers."""
    match group:
        case Kind():
            return (1, list(Kind).index(group))
        case Owner(number=number):
            return (2, number or 0)
        case Place(number=number, owner=owner):
            return (3, owner.number or 0, number is None, number or 0)
        case _:
            return (0,)


def _why(asked: Sequence[Asked], stands: Stands, whole: Told) -> Mapping[ClosedAs | None, Told]:
    counts: Counter[ClosedAs | None] = Counter(dict.fromkeys(WHY[stands], 0))
    for each in asked:
        if _STANDS[each.status] is stands:
            counts[each.closed_as] += each.number
    return parts_told(whole, counts)


# --- How long it took ----------------------------------------------------------------------------


def _hours(
    owners: Mapping[int, Owner], waited: Sequence[Waited]
) -> defaultdict[_Group, Counter[int]]:
    """Return how many things of each group were taken within how many hours."""
    hours: defaultdict[_Group, Counter[int]] = defaultdict(Counter)
    for each in waited:
        for group in _groups(owners, each):
            hours[group][each.hours] += each.number
    return hours


def _in_a_day(hours: Counter[int]) -> int:
    return sum(number for hour, number in hours.items() if hour <= _HOURS_A_DAY)


def _half(hours: Counter[int], asked: Told) -> int | None:
    """Return within how many hours half of it was taken; None where it cannot be told."""
    taken = hours.total()
    # Where it is told how much was asked for, that enough of it was taken gives nothing away.
    if taken < ENOUGH or isinstance(asked, Withheld):
        return None
    in_order = sorted(hours)
    so_far = accumulate(hours[each] for each in in_order)
    return next(each for each, number in zip(in_order, so_far, strict=True) if 2 * number >= taken)


# --- Volunteers and call-outs --------------------------------------------------------------------


def helpers_told(counted: Volunteering) -> Helpers:
    """Return how the numbers of volunteers are told."""
    there = alone_told(counted.there)
    return Helpers(
        there=there,
        new=part_told(there, counted.new),
        checked=part_told(there, counted.checked),
        active=alone_told(counted.active),
    )


def calls_told(counted: Called) -> Calls | None:
    """Return how what came of call-outs is told; None where there was none."""
    if not counted.call_outs:
        return None
    yes = counted.with_place + counted.on_reserve
    numbers = told(
        {
            "called": Stream(yes + counted.others, "end", "called"),
            "others": Stream(counted.others, "called", "end"),
            "yes": Stream(yes, "called", "yes"),
            "with-place": Stream(counted.with_place, "yes", "end"),
            "on-reserve": Stream(counted.on_reserve, "yes", "end"),
        }
    )
    return Calls(
        number=counted.call_outs,
        wanted=counted.wanted,
        called=numbers["called"],
        yes=numbers["yes"],
        with_place=numbers["with-place"],
    )
