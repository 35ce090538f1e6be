"""One panel of a chart: its heading, what its colours mean, and its bars. Lengths are in inches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final, Protocol

from babel.numbers import format_decimal
from matplotlib.axes import Axes

from bot.charts.paper import INSIDE, MARGIN, SWATCH, Look, Paper, draw_bar, write_in, write_up
from bot.charts.words import HEADING, INK, PALE_INK, WORDS, line_height, width_of, wrapped
from bot.lettering import printable
from handlers.payload import Chart, Panel

#: Told apart by their lightness alone too: in grey print, and by whoever sees fewer colours.
#: Each with the ink that can be read on it.
COLOURS: Final = (("#123a5e", "white"), ("#f0983a", INK), ("#d3ebe4", INK), ("#a84c7b", "white"))
#: From the second round of colours on, bars are hatched.
HATCHES: Final = ("", "////", "....", "xxxx")

_GAP: Final = 0.12
_BESIDE: Final = 0.07
#: How thick bars across are where there are up to so many of them, and where there are more.
_THICKNESS: Final = ((40, 0.27), (100, 0.21))
_THINNEST: Final = 0.17
#: What is free between the bars of one label and those of the next, in bars.
_BETWEEN: Final = 0.55
#: The share of the width that words beside bars take at most, on either side.
_MOST_FOR_WORDS: Final = 0.4
_UPRIGHT_HEIGHT: Final = 2.4
_WIDEST_UPRIGHT: Final = 0.7
_UPRIGHT_SHARE: Final = 0.8
#: How large letters are in a bar of a thickness, in points to the inch.
_LETTERS_OF_BAR: Final = 45


class Part(Protocol):
    """A panel that knows how high it is."""

    @property
    def height(self) -> float: ...

    def draw(self, paper: Paper, top: float) -> None: ...


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a bar, and its number."""

    value: float
    look: Look
    told: str


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar: the pieces of it that are known, and what is written at its end."""

    pieces: tuple[_Piece, ...]
    told: str

    @property
    def length(self) -> float:
        return sum(piece.value for piece in self.pieces)


#: The bars of one label.
_Group = tuple[_Bar, ...]


def laid_out(chart: Chart, panel: Panel) -> Part:
    """Return a panel ready to be drawn: upright where that is wanted and has room, else across."""
    head = _Head(panel)
    if not panel.labels or not panel.series:
        return _Empty(head, chart.nothing)
    groups = list(_groups(chart, panel))
    labels = [printable(label) for label in panel.labels]
    if panel.direction == "upright" and _has_room_upright(labels, groups):
        return _Upright(head, labels, groups)
    return _Across(head, labels, groups)


def look_of(number: int) -> Look:
    """Return how the bars of a series look, by its number from 0."""
    turn, place = divmod(number, len(COLOURS))
    colour, ink = COLOURS[place]
    return Look(colour, HATCHES[turn % len(HATCHES)], ink)


def _groups(chart: Chart, panel: Panel) -> Iterator[_Group]:
    for place, _ in enumerate(panel.labels):
        values = [(series.values[place], look_of(n)) for n, series in enumerate(panel.series)]
        together = [values] if panel.is_stacked else [[value] for value in values]
        yield tuple(_bar(chart, panel, each) for each in together)


def _bar(chart: Chart, panel: Panel, values: Sequence[tuple[float | None, Look]]) -> _Bar:
    pieces = tuple(
        _Piece(max(0.0, value), look, _number(chart, panel, value))
        for value, look in values
        if value is not None
    )
    total = sum(piece.value for piece in pieces)
    is_whole = len(pieces) == len(values)
    told = [_number(chart, panel, total)] if total or is_whole else []
    if not is_whole:
        told.append(chart.not_told)
    return _Bar(pieces, printable(" + ".join(told)))


def _number(chart: Chart, panel: Panel, value: float) -> str:
    number = format_decimal(value, "#,##0.#", locale=chart.language)
    return f"{number}\N{NO-BREAK SPACE}{panel.unit}" if panel.unit else number


class _Head:
    """The heading of a panel, and what its colours mean where there is more than one."""

    def __init__(self, panel: Panel) -> None:
        self._heading = wrapped(panel.title, HEADING, INSIDE, 3)
        names = [series.name for series in panel.series] if len(panel.series) > 1 else []
        self._rows = list(_legend(names))
        self.height = len(self._heading) * line_height(HEADING) + _GAP
        self.height += len(self._rows) * line_height(WORDS) + (_GAP if self._rows else 0)

    def draw(self, paper: Paper, top: float) -> None:
        top = paper.write(top, self._heading, HEADING) + _GAP
        if not self._rows:
            return
        line = line_height(WORDS)
        room = paper.room(MARGIN, top, INSIDE, len(self._rows) * line)
        numbers = count()
        for row, entries in enumerate(self._rows):
            middle = (row + 0.5) * line
            for x, name in entries:
                look = look_of(next(numbers))
                draw_bar(room, x, middle - SWATCH / 2, SWATCH, SWATCH, look)
                write_in(room, x + SWATCH + _BESIDE, middle, name, WORDS)


def _legend(names: Sequence[str]) -> Iterator[list[tuple[float, str]]]:
    """Yield rows of names, each with the place where it begins."""
    row: list[tuple[float, str]] = []
    end = 0.0
    for name in names:
        (shown,) = wrapped(name, WORDS, INSIDE - SWATCH - _BESIDE, 1)
        width = SWATCH + _BESIDE + width_of(shown, WORDS)
        if row and end + width > INSIDE:
            yield row
            row, end = [], 0.0
        row.append((end, shown))
        end += width + 3 * _BESIDE
    if row:
        yield row


@dataclass(frozen=True, slots=True)
class _Empty:
    """A panel without bars, and the words that stand there."""

    head: _Head
    words: str

    @property
    def height(self) -> float:
        return self.head.height + line_height(WORDS)

    def draw(self, paper: Paper, top: float) -> None:
        self.head.draw(paper, top)
        words = wrapped(self.words, WORDS, INSIDE, 1)
        paper.write(top + self.head.height, words, WORDS, PALE_INK)


class _Across:
    """Bars from left to right, one below the other, labels on their left."""

    def __init__(self, head: _Head, labels: Sequence[str], groups: Sequence[_Group]) -> None:
        self._head, self._groups = head, groups
        self._bar = _thickness(sum(len(group) for group in groups))
        self._step = self._bar * (max(len(group) for group in groups) + _BETWEEN)
        self._size = min(WORDS, self._bar * _LETTERS_OF_BAR)
        most = INSIDE * _MOST_FOR_WORDS
        lines = max(1, int(self._step / line_height(self._size)))
        self._labels = [wrapped(label, self._size, most, min(2, lines)) for label in labels]
        words = [line for lines_ in self._labels for line in lines_]
        self._left = max(width_of(line, self._size) for line in words) + _GAP
        self._width = INSIDE - self._left
        self.height = head.height + self._step * len(groups)

    def draw(self, paper: Paper, top: float) -> None:
        self._head.draw(paper, top)
        height = self.height - self._head.height
        room = paper.room(MARGIN + self._left, top + self._head.height, self._width, height)
        scale = min(
            (
                (self._width - width_of(self._told(bar), self._size) - _BESIDE) / bar.length
                for group in self._groups
                for bar in group
                if bar.length
            ),
            default=0.0,
        )
        for place, (group, label) in enumerate(zip(self._groups, self._labels, strict=True)):
            y = place * self._step + self._bar * _BETWEEN / 2
            self._write_label(room, label, y + len(group) * self._bar / 2)
            for number, bar in enumerate(group):
                self._draw_bar(room, bar, y + number * self._bar, scale)
        room.vlines(0, 0, height, colors=INK, linewidth=1)

    def _told(self, bar: _Bar) -> str:
        return wrapped(bar.told, self._size, self._width * _MOST_FOR_WORDS, 1)[0]

    def _write_label(self, room: Axes, lines: Sequence[str], middle: float) -> None:
        line = line_height(self._size)
        for number, words in enumerate(lines):
            y = middle + (number - (len(lines) - 1) / 2) * line
            write_in(room, -_GAP, y, words, self._size, side="right")

    def _draw_bar(self, room: Axes, bar: _Bar, top: float, scale: float) -> None:
        x, middle = 0.0, top + self._bar / 2
        for piece in bar.pieces:
            length = piece.value * scale
            draw_bar(room, x, top, length, self._bar, piece.look)
            if len(bar.pieces) > 1 and width_of(piece.told, self._size) + _BESIDE < length:
                _write_on(room, x + length / 2, middle, piece, self._size)
            x += length
        colour = INK if bar.pieces else PALE_INK
        write_in(room, x + _BESIDE, middle, self._told(bar), self._size, colour=colour)


def _thickness(bars: int) -> float:
    return next((thickness for most, thickness in _THICKNESS if bars <= most), _THINNEST)


def _has_room_upright(labels: Sequence[str], groups: Sequence[_Group]) -> bool:
    """Say whether every number has room above its bar, and every label below without a break."""
    slot, bar = _slot_and_bar(groups)
    if any(width_of(each.told, WORDS) > bar for group in groups for each in group if each.pieces):
        return False
    return all(" ".join(wrapped(each, WORDS, slot, 2)) == " ".join(each.split()) for each in labels)


def _slot_and_bar(groups: Sequence[_Group]) -> tuple[float, float]:
    """Return how much width the bars of a label have, and each of them."""
    slot = INSIDE / len(groups)
    most = max(len(group) for group in groups)
    return slot, min(_WIDEST_UPRIGHT, slot * _UPRIGHT_SHARE / most)


class _Upright:
    """Bars that stand side by side, labels below them."""

    def __init__(self, head: _Head, labels: Sequence[str], groups: Sequence[_Group]) -> None:
        self._head, self._groups = head, groups
        self._slot, self._bar = _slot_and_bar(groups)
        self._labels = [wrapped(label, WORDS, self._slot, 2) for label in labels]
        lines = max(len(label) for label in self._labels)
        self._below = _GAP + lines * line_height(WORDS)
        self.height = head.height + _UPRIGHT_HEIGHT + self._below

    def draw(self, paper: Paper, top: float) -> None:
        self._head.draw(paper, top)
        room = paper.room(MARGIN, top + self._head.height, INSIDE, _UPRIGHT_HEIGHT)
        longest = max(bar.length for group in self._groups for bar in group)
        scale = (_UPRIGHT_HEIGHT - line_height(WORDS)) / longest if longest else 0.0
        for place, (group, label) in enumerate(zip(self._groups, self._labels, strict=True)):
            middle = (place + 0.5) * self._slot
            for number, bar in enumerate(group):
                self._draw_bar(room, bar, middle + (number - len(group) / 2) * self._bar, scale)
            for number, line in enumerate(label):
                y = _UPRIGHT_HEIGHT + _GAP + (number + 0.5) * line_height(WORDS)
                write_in(room, middle, y, line, WORDS, side="center")
        room.hlines(_UPRIGHT_HEIGHT, 0, INSIDE, colors=INK, linewidth=1)

    def _draw_bar(self, room: Axes, bar: _Bar, x: float, scale: float) -> None:
        y, middle, line = _UPRIGHT_HEIGHT, x + self._bar / 2, line_height(WORDS)
        for piece in bar.pieces:
            height = piece.value * scale
            y -= height
            draw_bar(room, x, y, self._bar, height, piece.look)
            if len(bar.pieces) > 1 and line < height and width_of(piece.told, WORDS) < self._bar:
                _write_on(room, middle, y + height / 2, piece, WORDS)
        if bar.pieces or width_of(bar.told, WORDS) <= self._bar:
            colour = INK if bar.pieces else PALE_INK
            write_in(room, middle, y - line / 2, bar.told, WORDS, colour=colour, side="center")
        else:
            (told,) = wrapped(bar.told, WORDS, _UPRIGHT_HEIGHT, 1)
            write_up(room, middle, y - _BESIDE, told, WORDS, colour=PALE_INK)


def _write_on(room: Axes, x: float, y: float, piece: _Piece, size: float) -> None:
    """Write the number of a piece onto it, where nothing of its hatching would be crossed."""
    if not piece.look.hatch:
        write_in(room, x, y, piece.told, size, colour=piece.look.ink, side="center")
