"""A chart from its title to its note."""

import gc
from typing import Final

from bot.charts.bars import laid_out
from bot.charts.paper import INSIDE, MARGIN, Paper, Picture
from bot.charts.words import NOTE, PALE_INK, TITLE, line_height, wrapped
from handlers.payload import Chart

#: In inches.
_GAP: Final = 0.36
_MOST_LINES: Final = 4


def draw(chart: Chart) -> Picture:
    """Return a chart as a picture, its panels one below the other."""
    picture = _drawn(chart)
    # The parts of a figure hold one another: left to themselves, those of a few charts would stay
    # in memory for long, 90 MB of them.
    gc.collect()
    return picture


def _drawn(chart: Chart) -> Picture:
    title = wrapped(chart.title, TITLE, INSIDE, _MOST_LINES)
    note = wrapped(chart.note, NOTE, INSIDE, _MOST_LINES) if chart.note else []
    parts = [laid_out(chart, panel) for panel in chart.panels]
    height = MARGIN + len(title) * line_height(TITLE) + MARGIN
    height += sum(_GAP + part.height for part in parts)
    if note:
        height += _GAP + len(note) * line_height(NOTE)
    paper = Paper(height)
    top = paper.write(MARGIN, title, TITLE)
    for part in parts:
        part.draw(paper, top + _GAP)
        top += _GAP + part.height
    paper.write(top + _GAP, note, NOTE, PALE_INK)
    return paper.picture()
