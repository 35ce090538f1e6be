"""From what a report tells, no number that it withholds can be reckoned back."""

from collections import Counter
from collections.abc import Hashable
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.numbers.counting import (
    Owner,
    Place,
    Requests,
    Row,
    Stands,
    calls_told,
    helpers_told,
    requests_told,
)
from handlers.numbers.withholding import (
    ENOUGH,
    Stream,
    Told,
    Withheld,
    part_told,
    parts_told,
    told,
)
from storage.model import ClosedAs, Kind, Neighbourhood, Status
from storage.numbers import Asked, Called, Volunteering, Waited
from tests.handlers.reckoning import NothingFitsError, Reckoning, Sum

FEW, BESIDE = Withheld.FEW, Withheld.BESIDE
#: Two neighbourhoods of the scheme and two of a partner organisation.
PLACES: Final = tuple(
    Neighbourhood(number, f"Place {number}", "Europe/London", organisation_id=organisation)
    for number, organisation in ((1, None), (2, None), (3, 7), (4, 7))
)
OWNERS: Final = {place.id: Owner(place.organisation_id) for place in PLACES}


def _table(rows: dict[str, dict[str, int]]) -> dict[tuple[str, str], Stream]:
    """Return a table with a sum below each column and beside each row, and one of everything."""
    columns = list(next(iter(rows.values())))
    streams = {}
    for row, numbers in rows.items():
        for column, number in numbers.items():
            streams[row, column] = Stream(number, f"row {row}", f"column {column}")
        streams[row, ""] = Stream(sum(numbers.values()), "all", f"row {row}")
    for column in columns:
        number = sum(numbers[column] for numbers in rows.values())
        streams["", column] = Stream(number, f"column {column}", "sums")
    streams["", ""] = Stream(sum(sum(numbers.values()) for numbers in rows.values()), "sums", "all")
    return streams


def test_small_numbers_are_withheld_and_the_next_smallest_where_a_sum_would_tell() -> None:
    shown = told(_table({"shopping": {"done": 12, "open": 3}, "lift": {"done": 9, "open": 20}}))
    assert shown == {
        ("shopping", "done"): BESIDE,
        ("shopping", "open"): FEW,
        ("shopping", ""): 15,
        ("lift", "done"): BESIDE,
        ("lift", "open"): BESIDE,
        ("lift", ""): 29,
        ("", "done"): 21,
        ("", "open"): 23,
        ("", ""): 44,
    }


def test_nothing_is_withheld_without_need() -> None:
    shown = told(_table({"shopping": {"done": 12, "open": 0}, "lift": {"done": 9, "open": 20}}))
    assert not [number for number in shown.values() if isinstance(number, Withheld)]


def test_two_small_numbers_hide_each_other() -> None:
    assert parts_told(12, {"a": 2, "b": 3, "c": 7}) == {"a": FEW, "b": FEW, "c": 7}


@pytest.mark.parametrize(
    "parts",
    [
        # Only four and four make eight, and only ones make five of five.
        {"a": 4, "b": 4},
        dict.fromkeys("abcde", 1),
    ],
)
def test_small_numbers_that_their_sum_alone_gives_away_are_not_even_called_small(
    parts: dict[str, int],
) -> None:
    assert set(parts_told(sum(parts.values()), parts).values()) == {BESIDE}


def test_parts_of_what_is_withheld_do_not_tell_how_many_they_are() -> None:
    assert set(parts_told(FEW, {"a": 1, "b": 1, "c": 1, "d": 1, "e": 0}).values()) == {BESIDE}


@settings(max_examples=120, deadline=None)
@given(parts=st.lists(st.integers(0, 9), min_size=2, max_size=5))
def test_no_part_of_a_number_is_given_away(parts: list[int]) -> None:
    truth: dict[int, int] = dict(enumerate(parts))
    shown = parts_told(sum(parts), truth)
    whole = len(parts)
    sums: list[Sum[int]] = [(whole, list(truth))]
    known: dict[int, Told] = {**shown, whole: sum(parts)}
    truth[whole] = sum(parts)
    assert Reckoning(known, sums, truth).given_away() == []


def test_a_part_is_never_given_away_by_how_it_is_withheld() -> None:
    for whole in range(ENOUGH, 40):
        said = Counter(part_told(whole, part) for part in range(whole + 1))
        assert said[FEW] != 1
        assert said[BESIDE] != 1
        for part in range(whole + 1):
            if part_told(whole, part) == part:
                assert not 0 < part < ENOUGH
                assert not 0 < whole - part < ENOUGH


# --- What was asked for --------------------------------------------------------------------------

_ASKED: Final = st.builds(
    Asked,
    kind=st.sampled_from((Kind.SHOPPING, Kind.LIFT, Kind.POST)),
    neighbourhood_id=st.sampled_from((1, 2, 3, 4, None)),
    organisation_id=st.sampled_from((None, 7)),
    status=st.sampled_from(list(Status)),
    closed_as=st.none(),
    number=st.integers(1, 8),
)
_OF_ONE_OWNER: Final = _ASKED.filter(lambda each: each.neighbourhood_id in (1, 2))
_STANDS: Final = {
    Status.WITH_COORDINATOR: Stands.WAITING,
    Status.OPEN: Stands.WAITING,
    Status.CLAIMED: Stands.TAKEN,
    Status.ON_THE_WAY: Stands.TAKEN,
    Status.DONE: Stands.DONE,
    Status.WITHDRAWN: Stands.CLOSED,
}
_Key = tuple[Hashable, Stands | None]


def _all_told(requests: Requests) -> dict[_Key, Told]:
    rows: dict[Hashable, Row] = {"whole": requests.whole}
    for part in (requests.kinds, requests.places, requests.owners):
        rows.update(part.items())
    return {
        (group, stands): number
        for group, row in rows.items()
        for stands, number in ((None, row.all), *row.stands.items())
    }


def _truth(asked: list[Asked]) -> Counter[_Key]:
    counts: Counter[_Key] = Counter()
    for each in asked:
        here = each.neighbourhood_id
        owner = Owner(each.organisation_id) if here is None else OWNERS[here]
        for group in ("whole", each.kind, owner, Place(here, owner)):
            counts[group, None] += each.number
            counts[group, _STANDS[each.status]] += each.number
    return counts


def _sums(groups: list[Hashable]) -> list[Sum[_Key]]:
    """Return everything that a reader can add up."""
    sums: list[Sum[_Key]] = [
        ((group, None), [(group, stands) for stands in Stands]) for group in groups
    ]
    for stands in (None, *Stands):
        for sort in (Kind, Place, Owner):
            parts = [(group, stands) for group in groups if isinstance(group, sort)]
            if parts:
                sums.append((("whole", stands), parts))
        for owner in groups:
            if isinstance(owner, Owner):
                theirs = [each for each in groups if isinstance(each, Place)]
                parts = [(each, stands) for each in theirs if each.owner == owner]
                sums.append(((owner, stands), parts))
    return sums


@settings(max_examples=150, deadline=None)
@given(asked=st.lists(_ASKED, max_size=14) | st.lists(_OF_ONE_OWNER, max_size=10))
def test_no_withheld_number_can_be_reckoned_back(asked: list[Asked]) -> None:
    shown = _all_told(requests_told(PLACES, asked, ()))
    counts = _truth(asked)
    for key, number in shown.items():
        if isinstance(number, int):
            assert number == counts[key]
            assert not 0 < number < ENOUGH
        elif number is FEW:
            assert 0 < counts[key] < ENOUGH
    sums = _sums([group for group, stands in shown if stands is None])
    truth = {key: counts[key] for key in shown}
    assert Reckoning(shown, sums, truth).given_away() == []


def test_a_reader_finds_what_a_careless_report_gives_away() -> None:
    sums: list[Sum[str]] = [("whole", ["a", "b"])]
    truth = {"whole": 10, "a": 3, "b": 7}
    assert Reckoning({"whole": 10, "a": FEW, "b": 7}, sums, truth).given_away() == ["a"]
    fours = {"whole": 8, "a": 4, "b": 4}
    found = Reckoning({"whole": 8, "a": FEW, "b": FEW}, sums, fours).given_away()
    assert sorted(found) == ["a", "b"]
    with pytest.raises(NothingFitsError):
        Reckoning({"whole": 10, "a": 3, "b": 8}, sums, truth).given_away()


@given(
    whole=st.sampled_from((3, 5, 12)),
    whys=st.lists(st.sampled_from((None, *ClosedAs)), min_size=12, max_size=12),
)
def test_why_things_ended_gives_nothing_away_either(
    whole: int, whys: list[ClosedAs | None]
) -> None:
    asked = [
        Asked(Kind.POST, 1, None, Status.WITHDRAWN, why, 1)
        for why in whys[:whole]
        if why is not ClosedAs.FULFILLED
    ]
    requests = requests_told(PLACES, asked, ())
    ended = requests.whole.stands[Stands.CLOSED]
    shown: dict[ClosedAs | str | None, Told] = dict(requests.why[Stands.CLOSED].items())
    if not isinstance(ended, int):
        assert set(shown.values()) == {BESIDE}
        return
    truth: Counter[ClosedAs | str | None] = Counter(each.closed_as for each in asked)
    sums: list[Sum[ClosedAs | str | None]] = [("whole", list(shown))]
    truth["whole"] = shown["whole"] = ended
    known = {key: truth[key] for key in shown}
    assert Reckoning(shown, sums, known).given_away() == []


# --- How long it took ----------------------------------------------------------------------------


def _asked(number: int, kind: Kind = Kind.SHOPPING) -> Asked:
    return Asked(kind, 1, None, Status.DONE, None, number)


def _taken(*hours: int, kind: Kind = Kind.SHOPPING) -> list[Waited]:
    return [Waited(kind, 1, None, each, 1) for each in hours]


def test_half_of_what_was_taken_is_told_in_hours_begun() -> None:
    requests = requests_told(PLACES, [_asked(15)], _taken(1, 3, 2, 90, 25, 24))
    assert requests.whole.half == requests.kinds[Kind.SHOPPING].half == 3
    assert requests.in_a_day is FEW


@pytest.mark.parametrize("number", [0, 1, 4])
def test_how_long_a_few_took_is_not_told(number: int) -> None:
    requests = requests_told(PLACES, [_asked(9)], _taken(*[2] * number))
    assert requests.whole.half is None
    assert requests.kinds[Kind.SHOPPING].half is None


def test_how_long_it_took_is_not_told_where_it_is_not_told_how_much_it_was() -> None:
    asked = [_asked(9), _asked(5, Kind.POST), _asked(2, Kind.LIFT)]
    requests = requests_told(PLACES, asked, _taken(*[2] * 5, kind=Kind.POST))
    assert requests.kinds[Kind.POST].all is BESIDE
    assert requests.kinds[Kind.POST].half is None


def test_neither_how_much_nor_how_soon_tells_how_little_was_taken_within_a_day() -> None:
    """Whoever is told both still has at least two numbers to choose from."""
    for asked in range(ENOUGH, 30):
        seen = Counter(_seen(asked, in_a_day) for in_a_day in range(asked + 1))
        for (in_a_day, _), number in seen.items():
            assert number > 1 or isinstance(in_a_day, int)


def _seen(asked: int, in_a_day: int) -> tuple[Told, int | None]:
    taken = _taken(*[1] * in_a_day, *[99] * (asked - in_a_day))
    requests = requests_told(PLACES, [_asked(asked)], taken)
    return requests.in_a_day, requests.whole.half


# --- Volunteers and call-outs --------------------------------------------------------------------


@given(there=st.integers(0, 12), data=st.data())
def test_neither_those_who_are_checked_nor_the_others_are_told_where_they_are_few(
    there: int, data: st.DataObject
) -> None:
    new, checked = (data.draw(st.integers(0, there)) for _ in range(2))
    shown = helpers_told(Volunteering(there, new, checked, active=new))
    for number, truth in ((shown.new, new), (shown.checked, checked)):
        if isinstance(number, int):
            assert number == truth
            assert not 0 < there - truth < ENOUGH
    for number in (shown.there, shown.new, shown.checked, shown.active):
        assert isinstance(number, Withheld) or not 0 < number < ENOUGH


@settings(max_examples=120, deadline=None)
@given(place=st.integers(0, 9), reserve=st.integers(0, 9), others=st.integers(0, 9))
def test_what_came_of_call_outs_gives_nothing_away(place: int, reserve: int, others: int) -> None:
    calls = calls_told(Called(2, 20, place, reserve, others))
    assert calls is not None
    shown = {"called": calls.called, "yes": calls.yes, "place": calls.with_place}
    truth = {"called": place + reserve + others, "yes": place + reserve, "place": place}
    for key, number in shown.items():
        assert isinstance(number, Withheld) or (number == truth[key] and not 0 < number < ENOUGH)
    if isinstance(calls.called, int) and isinstance(calls.yes, int):
        assert not 0 < others < ENOUGH
    if isinstance(calls.yes, int) and isinstance(calls.with_place, int):
        assert not 0 < reserve < ENOUGH


def test_without_call_outs_nothing_is_said_of_them() -> None:
    assert calls_told(Called(0, 0, 0, 0, 0)) is None
