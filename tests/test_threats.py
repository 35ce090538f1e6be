"""What docs/threats.md and docs/faults.md promise is shown by tests that are there."""

import re
from pathlib import Path
from typing import Final

import pytest

TOP: Final = Path(__file__).parents[1]
#: The documents, and how many tests each names at least.
DOCUMENTS: Final = {"threats.md": 30, "faults.md": 10}


def _text(name: str) -> str:
    return (TOP / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_test_that_is_named_is_there(name: str) -> None:
    named = set(re.findall(r"`(tests/[^`]+)`", _text(name)))
    assert len(named) > DOCUMENTS[name]
    assert not {each for each in named if not (TOP / each).exists()}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_that_is_tried_is_without_a_test(name: str) -> None:
    rows = re.findall(r"^\| (?!---|attempt|what happens)(.+) \|$", _text(name), re.M)
    assert rows
    assert not [row for row in rows if "`tests/" not in row.split("|")[-1]]
