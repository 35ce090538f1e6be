"""Transcripts: stories in plain text that a coordinator can read, and that are played as tests.

A line without indentation is what somebody does; the indented lines below it are all that anybody
sees because of it. A story is right when playing it again gives the same text to the letter: so a
message that nobody expected fails it too. `WRITE_TRANSCRIPTS=1` writes what was seen.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

STORIES: Final = Path(__file__).parent / "transcripts"
INDENT: Final = "  "
NOTHING: Final = f"{INDENT}(Nobody sees anything.)"


@dataclass(frozen=True, slots=True)
class Given:
    """Something that holds when the story begins."""

    line: str


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody does, or that happens."""

    line: str


@dataclass(frozen=True, slots=True)
class Prose:
    """A heading, an empty line or a word to the reader."""

    line: str


Part = Given | Act | Prose

_GIVEN: Final = re.compile(r"Given .+\.")
#: How the word of a poster ends; it comes from keys that are new on each stage.
_POSTER_CODE: Final = re.compile(r"(?<==)((?:ask|offer)-\d+-)[0-9a-f]{16}\b")


def read(text: str) -> list[Part]:
    """Return the parts of a story; what was seen is left out, since playing it finds it again."""
    parts: list[Part] = []
    lines = text.splitlines()
    is_aside = False
    for number, line in enumerate(lines):
        if line.startswith(INDENT) or (not line and _is_inside(lines[number:])):
            continue
        if not line or is_aside or line.startswith(("#", "(")):
            is_aside = (is_aside or line.startswith("(")) and not line.endswith(")")
            parts.append(Prose(line))
        elif _GIVEN.fullmatch(line):
            parts.append(Given(line))
        else:
            parts.append(Act(line))
    return parts


def _is_inside(lines: Sequence[str]) -> bool:
    """Say whether empty lines at the front are followed by more of the same message."""
    following = next((line for line in lines if line), "")
    return following.startswith(INDENT * 2)


def seen(title: str, text: str, rows: Sequence[Sequence[str]]) -> list[str]:
    """Return one thing that somebody sees, as the indented lines of a story."""
    text = _POSTER_CODE.sub(r"\1…", text)
    lines = [f"{INDENT}{title}:"]
    lines += [f"{INDENT * 2}{line}".rstrip() for line in text.splitlines()]
    lines += [INDENT * 2 + " ".join(f"[{label}]" for label in row) for row in rows]
    return lines
