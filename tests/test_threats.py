"""What docs/threats.md promises is shown by tests that are there."""

import re
from pathlib import Path

TOP = Path(__file__).parents[1]
THREATS = TOP / "docs" / "threats.md"


def test_every_test_that_is_named_is_there() -> None:
    named = set(re.findall(r"`(tests/[^`]+)`", THREATS.read_text(encoding="utf-8")))
    assert len(named) > 30
    assert not {name for name in named if not (TOP / name).exists()}


def test_nothing_that_is_tried_is_without_a_test() -> None:
    rows = re.findall(r"^\| (?!---|attempt|what happens)(.+) \|$", THREATS.read_text("utf-8"), re.M)
    assert rows
    assert not [row for row in rows if "`tests/" not in row.split("|")[-1]]
