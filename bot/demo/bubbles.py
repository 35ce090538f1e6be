"""Chat bubbles in a terminal: what others say on the left, what somebody does on the right."""

import os
import shutil
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, TextIO

WIDEST: Final = 80
NARROWEST: Final = 32
#: What of a line is left free on the other side of a bubble, in columns.
MARGIN: Final = 12
BUTTON_SIGNS: Final = 2

PLAIN: Final = ""
BOLD: Final = "1"
DIM: Final = "2"
GREEN: Final = "32"
CYAN: Final = "36"
YELLOW: Final = "33"


class Side(Enum):
    """Where a bubble stands: on the left what a phone shows, on the right what its owner does."""

    PHONE = CYAN
    OWNER = GREEN
    NOTICE = YELLOW


@dataclass(frozen=True, slots=True)
class Bubble:
    """What is said and by whom; `buttons` are the labels under it, by row."""

    who: str
    text: str
    side: Side
    buttons: Sequence[Sequence[str]] = ()

    @property
    def length(self) -> int:
        """How much there is to read, in characters."""
        return len(self.text) + sum(len(label) for row in self.buttons for label in row)


@dataclass(frozen=True, slots=True)
class _Frame:
    corners: tuple[str, str, str, str]
    across: str
    down: str


_DRAWN: Final = _Frame(("╭", "╮", "╰", "╯"), "─", "│")
_TYPED: Final = _Frame(("+", "+", "+", "+"), "-", "|")


def has_colours(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Say whether a stream takes colours: a terminal does, unless NO_COLOR is set."""
    is_plain = bool(environment.get("NO_COLOR")) or environment.get("TERM") == "dumb"
    return stream.isatty() and not is_plain


class Terminal:
    """Writes bubbles to a stream, 80 columns wide at most."""

    def __init__(self, stream: TextIO, columns: int | None = None) -> None:
        wide = columns or shutil.get_terminal_size((WIDEST, 24)).columns
        self.columns = max(NARROWEST, min(WIDEST, wide))
        self._stream = stream
        self._has_colours = has_colours(stream)
        self._frame = _DRAWN if _can_write(stream, "╭─│") else _TYPED
        self._place = ""

    def chapter(self, title: str) -> None:
        """Begin a part of the story."""
        self._place = ""
        self._write("")
        self._write(title, BOLD)

    def tell(self, words: str) -> None:
        """Write something outside of any chat; line breaks are kept."""
        self._write("")
        for line in words.splitlines():
            for part in textwrap.wrap(line, self.columns, break_on_hyphens=False) or [""]:
                self._write(part)

    def show(self, place: str, bubble: Bubble) -> None:
        """Write a bubble under the name of its place, which is not repeated."""
        if place != self._place:
            self._place = place
            self._write("")
            rule = self._frame.across
            self._write(f"{rule * 2} {place} ".ljust(self.columns, rule), DIM)
        for line in self._drawn(bubble):
            self._write(line, bubble.side.value)

    def _drawn(self, bubble: Bubble) -> list[str]:
        frame = self._frame
        lines = _lines(bubble, self.columns - MARGIN - 4)
        wide = max(len(bubble.who) + 2, *map(len, lines))
        left_above, right_above, left_below, right_below = frame.corners
        head = f"{frame.across} {bubble.who} ".ljust(wide + 2, frame.across)
        drawn = [
            f"{left_above}{head}{right_above}",
            *(f"{frame.down} {line.ljust(wide)} {frame.down}" for line in lines),
            f"{left_below}{frame.across * (wide + 2)}{right_below}",
        ]
        if bubble.side is Side.OWNER:
            return [line.rjust(self.columns) for line in drawn]
        return drawn

    def _write(self, line: str, colour: str = PLAIN) -> None:
        if self._has_colours and colour:
            line = f"\x1b[{colour}m{line}\x1b[0m"
        encoding = self._stream.encoding or "utf-8"
        # A stream that cannot write a sign gets a question mark in its place.
        self._stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
        self._stream.flush()


def _can_write(stream: TextIO, signs: str) -> bool:
    try:
        signs.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _lines(bubble: Bubble, wide: int) -> list[str]:
    lines: list[str] = []
    for line in bubble.text.splitlines():
        lines += textwrap.wrap(line, wide, break_on_hyphens=False) or [""]
    for row in bubble.buttons:
        lines += _button_lines(row, wide)
    return lines or [""]


def _button_lines(row: Sequence[str], wide: int) -> list[str]:
    lines = [""]
    for label in row:
        button = f"[{textwrap.shorten(label, wide - BUTTON_SIGNS, placeholder='…')}]"
        if lines[-1] and len(lines[-1]) + 1 + len(button) > wide:
            lines.append("")
        lines[-1] = f"{lines[-1]} {button}".lstrip()
    return lines
