"""Whatever arrives is read or refused; nothing else happens."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.messengers import UpdateNotUnderstoodError
from bot.messengers.telegram.updates import read_update
from tests.messengers.example_updates import Json
from tests.messengers.updates_and_events import ALL

#: As text: whatever is read from it is a copy of its own, with no part in two places.
EXAMPLES = [json.dumps(update) for update, _ in ALL.values()]

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
HOSTILE = ANYTHING | st.sampled_from(
    [2**63, -(2**70), 1e308, "\ud800", "\x00", "private", "kicked", {}, [], [[[]]], {"id": {}}]
).map(deepcopy)


def places_in(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the path of every field in a JSON value, outer ones first."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    found = []
    for key, part in inner:
        found += [(*path, key), *places_in(part, (*path, key))]
    return found


@st.composite
def spoilt_updates(draw: st.DrawFn) -> Json:
    """Return a good update in which some fields were dropped, replaced or given another type."""
    update: Json = json.loads(draw(st.sampled_from(EXAMPLES)))
    for _ in range(draw(st.integers(1, 4))):
        paths = places_in(update)
        if not paths:
            break
        *way, last = draw(st.sampled_from(paths))
        target: Any = update
        for step in way:
            target = target[step]
        match draw(st.sampled_from(["drop", "replace", "as text", "in a list", "add"])):
            case "drop":
                del target[last]
            case "replace":
                target[last] = draw(HOSTILE)
            case "as text":
                target[last] = json.dumps(target[last])
            case "in a list":
                target[last] = [target[last]]
            case _:
                if isinstance(target, dict):
                    target[draw(st.sampled_from(FIELD_NAMES) | st.text())] = draw(HOSTILE)
    return update


FIELD_NAMES = sorted(
    {str(step) for update in EXAMPLES for path in places_in(json.loads(update)) for step in path}
)


def is_read_or_refused(body: str) -> bool:
    try:
        read_update(body)
    except UpdateNotUnderstoodError as refusal:
        return refusal.__cause__ is None
    return True


@given(spoilt_updates())
def test_a_spoilt_update_is_read_or_refused(update: Json) -> None:
    assert is_read_or_refused(json.dumps(update))


@given(ANYTHING)
def test_any_json_is_read_or_refused(value: object) -> None:
    assert is_read_or_refused(json.dumps(value))


@given(st.text())
def test_any_text_is_read_or_refused(body: str) -> None:
    assert is_read_or_refused(body)
