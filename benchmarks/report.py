"""The figures as tables that fit a terminal, or a page in Markdown."""

from collections.abc import Callable, Sequence
from typing import Any, Final

Figures = dict[str, Any]
#: The heading of a column, the name of its figure, and how it is written.
Column = tuple[str, str, str]

_WALKED: Final[tuple[Column, ...]] = (
    ("steps/s", "steps_per_second", ",.0f"),
    ("median ms", "median_ms", ",.0f"),
    ("p99 ms", "p99_ms", ",.0f"),
    ("CPU ms a step", "processor_ms_a_step", ".2f"),
)
_RATIO: Final[Column] = ("Doorstep is × as fast", "ours_is_so_many_times", ".2f")
_STARTED: Final[tuple[Column, ...]] = (
    ("first poll s", "first_poll_seconds", ".2f"),
    ("first answer s", "first_answer_seconds", ".2f"),
    ("CPU s", "start_processor_seconds", ".2f"),
    ("idle RSS MB", "resident_mb", ".0f"),
    ("idle PSS MB", "proportional_mb", ".0f"),
    ("idle CPU %", "idle_processor_per_cent", ".1f"),
)
_CALLED: Final[tuple[Column, ...]] = (
    ("messages/s", "messages_per_second", ".2f"),
    ("seconds", "seconds", ",.0f"),
    ("answers: median ms", "median_ms", ",.0f"),
    ("p95 ms", "p95_ms", ",.0f"),
    ("CPU %", "processor_per_cent", ".0f"),
    ("MB at first", "first_mb", ".0f"),
    ("half-way", "middle_mb", ".0f"),
    ("at last", "last_mb", ".0f"),
)


def of_speed(figures: Figures) -> str:
    """Return the table of steps a second."""
    rows = [(title, one) for title, one in figures.items()]
    return table("Steps a second, over HTTP", rows, (*_WALKED, _RATIO))


def of_start(figures: Figures) -> str:
    """Return the table of starts and sizes."""
    rows = [(title, one) for title, one in figures.items()]
    return table("Start and size", rows, _STARTED)


def of_weight(figures: Figures) -> str:
    """Return the table of what stored people cost."""
    heavier = figures["heavier_by_per_cent"]
    rows = [
        (f"Doorstep, {int(number):,} stored", one)
        for number, one in figures.items()
        if one is not heavier
    ]
    said = (
        f"With the most stored a step takes {heavier['time']:+.1f} % time and "
        f"{heavier['processor']:+.1f} % CPU; +{heavier['allowed']} % is allowed."
    )
    return f"{table('Weight of what is stored', rows, _WALKED)}\n\n{said}"


def of_call_out(figures: Figures) -> str:
    """Return the table of a call-out."""
    rows = [(f"{figures['heard']:,} called", figures)]
    said = (
        f"{figures['share_of_what_is_allowed']:.1%} of what is allowed; heard twice:"
        f" {figures['heard_twice']}; asked to wait: {figures['asked_to_wait']}; "
        f"{figures['answers']:,} answers to others meanwhile."
    )
    return f"{table('Call-out', rows, _CALLED)}\n\n{said}"


OF: Final[dict[str, Callable[[Figures], str]]] = {
    "speed": of_speed,
    "start": of_start,
    "weight": of_weight,
    "call-out": of_call_out,
}


def table(title: str, rows: Sequence[tuple[str, Figures]], columns: Sequence[Column]) -> str:
    """Return a table in Markdown whose columns line up in a terminal, too."""
    head = [title, *(heading for heading, _, _ in columns)]
    body = [[name, *(format(one[key], how) for _, key, how in columns)] for name, one in rows]
    widths = [max(map(len, column)) for column in zip(head, *body, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = [_padded(head, widths), rule, *(_padded(row, widths) for row in body)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _padded(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    first, *rest = (
        (cell.ljust if place == 0 else cell.rjust)(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return [first, *rest]
