"""Permissions: what the page says of them is so, and what nobody listed is denied."""

from enum import StrEnum
from typing import Final, cast

import pytest

from handlers.actions import Action
from handlers.permissions import allowed
from tests.actions_in_words import GROUPS, HANDED_OVER, REQUEST, SAID, UNPLACED
from tests.permissions_table import (
    ABOUTS,
    BLOCKED,
    COLUMNS,
    PAGE,
    ROLES,
    SORTS,
    cells_of,
    everybody_called,
    page,
    rows_of,
)

#: What is done by looking after a request.
CARING: Final = [
    action for action, said in GROUPS["Looking after requests"].items() if REQUEST in said.abouts
]


class Unlisted(StrEnum):
    """Something that nobody has listed a permission for."""

    READ_EVERYTHING = "read-everything"


def test_the_page_says_what_is_so() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "please run: make permissions"


def test_the_page_speaks_of_every_action() -> None:
    assert set(SAID) == set(Action)
    assert len(SAID) == sum(len(group) for group in GROUPS.values())


@pytest.mark.parametrize("column", COLUMNS)
def test_what_is_not_listed_is_denied(column: str) -> None:
    unlisted = cast("Action", Unlisted.READ_EVERYTHING)
    for actor in everybody_called(column):
        for states in ABOUTS.values():
            assert not any(allowed(actor, unlisted, about) for about in states.values())


@pytest.mark.parametrize("action", Action)
def test_every_action_is_allowed_to_somebody(action: Action) -> None:
    assert any(set(row.cells) != {"·"} for row in rows_of(action))


@pytest.mark.parametrize("action", Action)
def test_whoever_has_no_name_may_do_nothing(action: Action) -> None:
    for row in rows_of(action):
        assert row.cells[-1] == "·"


@pytest.mark.parametrize("action", Action)
def test_other_organisations_may_do_to_a_thing_what_anybody_may(action: Action) -> None:
    for about in set(SAID[action].abouts) - {"", HANDED_OVER}:
        cells = dict(zip(COLUMNS, cells_of(action, about), strict=True))
        assert cells["other organisation"] == cells["anybody"]


@pytest.mark.parametrize("action", CARING)
def test_every_request_is_in_the_same_hands_whatever_is_done_with_it(action: Action) -> None:
    for about in (REQUEST, UNPLACED, HANDED_OVER, *SORTS):
        assert cells_of(action, about) == cells_of(Action.READ_REQUEST, about)


def test_whoever_is_blocked_keeps_what_is_theirs_and_what_keeps_people_safe() -> None:
    kept = {
        action
        for action in Action
        for row in rows_of(action)
        if dict(zip(COLUMNS, row.cells, strict=True))[BLOCKED] != "·"
    }
    assert kept == {
        Action.REPORT_WORRY,
        Action.READ_OWN_RECORD,
        Action.READ_OWN_DATA,
        Action.CHANGE_OWN_DATA,
        Action.SEE_WHO_SAW,
        Action.WITHDRAW,
    }


def test_whoever_is_blocked_looks_after_nothing() -> None:
    by_phone = ABOUTS["a request by phone"]
    (coordinator,) = ROLES["coordinator"]
    assert allowed(coordinator, Action.WITHDRAW, by_phone["O"])
    blocked = [each for each in everybody_called(BLOCKED) if each.area == coordinator.area]
    assert not any(allowed(each, Action.WITHDRAW, by_phone["O"]) for each in blocked)
