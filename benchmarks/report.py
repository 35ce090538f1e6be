"""The figures as tables, for a terminal and for docs/benchmarks.md alike."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

Figures = dict[str, Any]
#: The heading of a column, the name of its figure, and how it is written.
Column = tuple[str, str, str]

_STEPS: Final[tuple[Column, ...]] = (
    ("steps/s", "steps_per_second", ",.0f"),
    ("× the memory-only bot", "times_the_plain_bot", ".2f"),
    ("CPU ms a step", "processor_ms_a_step", ".2f"),
)
_WAITS: Final[tuple[Column, ...]] = (
    ("half load: median ms", "half_median_ms", ",.0f"),
    ("p99 ms", "half_p99_ms", ",.0f"),
    ("100 a second: median ms", "even_median_ms", ",.0f"),
    ("p99 ms", "even_p99_ms", ",.0f"),
)
_STARTED: Final[tuple[Column, ...]] = (
    ("first poll s", "first_poll_seconds", ".2f"),
    ("CPU s", "start_processor_seconds", ".2f"),
    ("idle RSS MB", "resident_mb", ".0f"),
    ("idle PSS MB", "proportional_mb", ".0f"),
    ("RSS MB after the load", "busy_mb", ".0f"),
    ("idle CPU %", "idle_processor_per_cent", ".1f"),
)
_GROWN: Final[tuple[Column, ...]] = (
    ("steps/s", "steps_per_second", ",.0f"),
    ("CPU ms a step", "processor_ms_a_step", ".2f"),
    ("half load: median ms", "half_median_ms", ",.0f"),
    ("p99 ms", "half_p99_ms", ",.0f"),
    ("longest ms", "longest_ms", ",.0f"),
    ("first poll s", "first_poll_seconds", ".2f"),
    ("RSS MB", "resident_mb", ".0f"),
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


def of_comparison(figures: Figures) -> str:
    """Return the tables of Doorstep beside plain bots."""
    parts = []
    for title, columns in (
        ("Steps a second", _STEPS),
        ("Time until the answer", _WAITS),
        ("Start and size", _STARTED),
    ):
        rows = [(f"{one['library']}: {one['title']}", one) for one in figures["bots"]]
        parts.append(table(title, rows, columns))
    return "\n\n".join(parts)


def of_growth(figures: Figures) -> str:
    """Return the tables of what it costs that much is stored."""
    holding, parts = figures["holding"], []
    for database in ("SQLite", "PostgreSQL"):
        if database not in figures:
            continue
        found = figures[database]
        rows = [("100 people", found["few"]), (f"{holding['people']:,} people", found["many"])]
        heavier, going = found["heavier_per_cent"], found["while_much_goes"]
        said = (
            f"With the most stored a step takes {heavier['time']:+.1f} % time and"
            f" {heavier['processor']:+.1f} % CPU; +{figures['allowed_per_cent']} % is the aim."
            f" While millions of rows go because their time is over: median"
            f" {going['median_ms']:,.0f} ms, p99 {going['p99_ms']:,.0f} ms, longest"
            f" {going['longest_ms']:,.0f} ms."
        )
        parts.append(f"{table(f'Stored on {database}', rows, _GROWN)}\n\n{said}")
    return "\n\n".join(parts)


def of_call_out(figures: Figures) -> str:
    """Return the table of a call-out."""
    rows = [(f"{figures['heard']:,} called", figures)]
    said = (
        f"{figures['share_of_what_is_allowed']:.1%} of what is allowed; heard twice:"
        f" {figures['heard_twice']}; asked to wait: {figures['asked_to_wait']}; "
        f"{figures['answers']:,} answers to others meanwhile."
    )
    return f"{table('Call-out', rows, _CALLED)}\n\n{said}"


def of_receivers(figures: Figures) -> str:
    """Return the table of what a second receiver adds."""
    cost = figures["processor_ms_a_step"]
    rows = [
        (
            "one receives" if number == "1" else "two receive",
            {"steps": rate, "processor": cost[number]},
        )
        for number, rate in figures["steps_per_second"].items()
    ]
    columns: tuple[Column, ...] = (
        ("steps/s", "steps", ",.0f"),
        ("CPU ms a step", "processor", ".2f"),
    )
    said = (
        f"Two deal with {figures['times_as_many']:.2f} times the steps of one;"
        f" {figures['wanted']} is wanted. By the processor time of a step it would be"
        f" {2 * cost['1'] / cost['2']:.2f}, where each has a processor to itself."
    )
    return f"{table('On one PostgreSQL', rows, columns)}\n\n{said}"


OF: Final[dict[str, Callable[[Figures], str]]] = {
    "compare": of_comparison,
    "growth": of_growth,
    "call-out": of_call_out,
    "receivers": of_receivers,
}


def said_of(figures: Figures) -> str:
    """Return when and where something was measured, and how far that is to be trusted."""
    said = (
        f"Measured on {figures['measured_on']}: {figures['machine']}, Python {figures['python']};"
        f" load before: {figures['load_before']}."
    )
    preliminary = " One short round: preliminary." if figures["is_quick"] else ""
    return f"{said}{preliminary}"


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


def put_in(page: str, name: str, words: str) -> str:
    """Return a page with words in the place that it keeps for a part."""
    place = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    if place.search(page) is None:
        raise LookupError(f"docs/benchmarks.md has no place for {name}")
    return place.sub(lambda found: f"{found[1]}\n{words}\n\n{found[2]}", page)
