"""What a card tells of somebody always fits several people, or it is not told."""

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.hiding import sharing, telling, to_leave_out
from storage.model import Detail, Need
from storage.rarity import Crowd

DOG, STEPS, SPANISH, AMOUNT = Detail.DOG, Detail.STEP_FREE, Detail.LANGUAGE, Detail.CEILING
EVERYTHING: Final = frozenset(Detail)
_REQUESTS = st.frozensets(st.sampled_from(list(Detail)), min_size=1)
_CROWDS = st.lists(st.frozensets(_REQUESTS, min_size=1, max_size=4), max_size=12)
_DETAILS = st.frozensets(st.sampled_from(list(Detail)))
_LIMITS = st.integers(1, 14)


def _people(*each: tuple[int, set[Detail]]) -> Crowd:
    """Return so many people of each sort, every one with one request."""
    return [frozenset({frozenset(asked)}) for number, asked in each for _ in range(number)]


@given(details=_DETAILS, crowd=_CROWDS, rare_below=_LIMITS)
def test_what_is_shown_is_shared_by_enough_people(
    details: frozenset[Detail], crowd: Crowd, rare_below: int
) -> None:
    shown = details - to_leave_out(details, crowd, rare_below)
    assert not shown or 1 + sharing(shown, crowd) >= rare_below


@given(details=_DETAILS, crowd=_CROWDS, rare_below=_LIMITS, more=st.integers(0, 12))
def test_a_higher_number_never_shows_more(
    details: frozenset[Detail], crowd: Crowd, rare_below: int, more: int
) -> None:
    hidden = to_leave_out(details, crowd, rare_below)
    assert hidden <= to_leave_out(details, crowd, rare_below + more)


@given(details=_DETAILS, crowd=_CROWDS, rare_below=_LIMITS)
def test_nothing_is_left_out_without_need(
    details: frozenset[Detail], crowd: Crowd, rare_below: int
) -> None:
    hidden = to_leave_out(details, crowd, rare_below)
    assert hidden <= details
    if 1 + sharing(details, crowd) >= rare_below:
        assert not hidden
    if hidden:
        # Right before the last one went, too few shared what was left.
        ranked = sorted(hidden, key=lambda each: (sharing({each}, crowd), list(Detail).index(each)))
        assert 1 + sharing(details - set(ranked[:-1]), crowd) < rare_below


@given(details=_DETAILS, crowd=_CROWDS, rare_below=_LIMITS, others=_CROWDS)
def test_those_who_share_nothing_change_nothing(
    details: frozenset[Detail], crowd: Crowd, rare_below: int, others: Crowd
) -> None:
    strangers = [frozenset(asked - details for asked in person) for person in others]
    hidden = to_leave_out(details, crowd, rare_below)
    assert to_leave_out(details, [*crowd, *strangers], rare_below) == hidden


@pytest.mark.parametrize(
    ("details", "crowd", "left_out"),
    [
        pytest.param({STEPS}, [], {STEPS}, id="the only one who cannot climb stairs"),
        pytest.param({STEPS}, _people((1, {STEPS})), {STEPS}, id="one of two"),
        pytest.param({STEPS}, _people((2, {STEPS})), (), id="one of three"),
        pytest.param(
            {STEPS, DOG},
            _people((5, {STEPS}), (2, {DOG})),
            {DOG},
            id="both are common, and nobody else has both",
        ),
        pytest.param(
            {STEPS, DOG}, _people((2, {STEPS, DOG})), (), id="both together are shared by three"
        ),
        pytest.param(
            {SPANISH, STEPS, DOG},
            _people((1, {SPANISH}), (2, {STEPS, DOG})),
            {SPANISH},
            id="the rarest goes, and the rest is shared",
        ),
        pytest.param({SPANISH, AMOUNT}, [], {SPANISH, AMOUNT}, id="a new scheme knows nobody yet"),
    ],
)
def test_the_rarest_goes_first(details: set[Detail], crowd: Crowd, left_out: set[Detail]) -> None:
    assert to_leave_out(frozenset(details), crowd, rare_below=3) == set(left_out)


def test_several_requests_of_one_person_count_once() -> None:
    often = [frozenset({frozenset({STEPS}), frozenset({STEPS, DOG})})]
    assert to_leave_out({STEPS}, often, rare_below=3) == {STEPS}


def test_what_somebody_wanted_at_different_times_is_not_one_combination() -> None:
    apart = [frozenset({frozenset({STEPS}), frozenset({DOG})}) for _ in range(9)]
    assert to_leave_out({STEPS, DOG}, apart, rare_below=3) != frozenset()


def test_only_what_neighbours_may_know_of_somebody_is_looked_at() -> None:
    assert telling({Need.CAR}, None, 20) == frozenset()
    assert telling(set(Need), "es", 37) == EVERYTHING
    assert telling((), "es", None, spoken={"es"}) == frozenset()
    assert telling((), "en", None, spoken={"es"}) == {SPANISH}
