"""The sheet that a chart is drawn on. Lengths are in inches, from the upper left corner."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from bot.charts.words import INK, font, line_height
from bot.lettering import is_from_right

WIDTH: Final = 7.0
MARGIN: Final = 0.35
INSIDE: Final = WIDTH - 2 * MARGIN
SWATCH: Final = 0.15
#: Points to an inch: as many as a phone shows.
_DPI: Final = 180
#: In points; a longer picture is made smaller by the app where it is sent as a photo.
LONGEST_PHOTO: Final = 2560
#: In points; no picture is longer.
LONGEST: Final = 9000


@dataclass(frozen=True, slots=True)
class Look:
    """How bars look: their colour, what they are hatched with, and the ink for words on them."""

    colour: str
    hatch: str
    ink: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG; `is_shown_whole` says that an app shows it as a photo without making it smaller."""

    content: bytes
    is_shown_whole: bool


class Paper:
    """A white sheet of a height."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._dpi = min(_DPI, LONGEST / height)
        self._figure = Figure(figsize=(WIDTH, height), dpi=self._dpi, facecolor="white")
        FigureCanvasAgg(self._figure)

    def write(self, top: float, lines: Sequence[str], size: float, colour: str = INK) -> float:
        """Write lines from margin to margin and return where they end."""
        for line in lines:
            is_right = is_from_right(line)
            self._figure.text(
                (WIDTH - MARGIN if is_right else MARGIN) / WIDTH,
                1 - top / self._height,
                line,
                fontproperties=font(size),
                color=colour,
                horizontalalignment="right" if is_right else "left",
                verticalalignment="top",
                parse_math=False,
            )
            top += line_height(size)
        return top

    def room(self, x: float, top: float, width: float, height: float) -> Axes:
        """Return axes without a frame, whose own measure is inches from their upper left corner."""
        axes = self._figure.add_axes(
            (
                x / WIDTH,
                1 - (top + height) / self._height,
                width / WIDTH,
                height / self._height,
            )
        )
        axes.set_axis_off()
        axes.set(xlim=(0, width), ylim=(height, 0))
        return axes

    def picture(self) -> Picture:
        """Return what was drawn."""
        written = io.BytesIO()
        self._figure.savefig(written, format="png", metadata={"Software": None})
        return Picture(written.getvalue(), self._height * self._dpi <= LONGEST_PHOTO)


def write_in(
    axes: Axes, x: float, y: float, text: str, size: float, *, colour: str = INK, side: str = "left"
) -> None:
    """Write one line from a point, up to it, or around it; its middle is at the height of `y`."""
    axes.text(
        x,
        y,
        text,
        fontproperties=font(size),
        color=colour,
        horizontalalignment=side,
        verticalalignment="center_baseline",
        parse_math=False,
    )


def write_up(axes: Axes, x: float, y: float, text: str, size: float, *, colour: str = INK) -> None:
    """Write one line upwards from a point in the middle of its foot."""
    axes.text(
        x,
        y,
        text,
        fontproperties=font(size),
        color=colour,
        rotation=90,
        horizontalalignment="center",
        verticalalignment="bottom",
        parse_math=False,
    )


def draw_bar(axes: Axes, x: float, top: float, width: float, height: float, look: Look) -> None:
    """Draw one bar, or a part of one."""
    bar = Rectangle(
        (x, top),
        width,
        height,
        facecolor=look.colour,
        edgecolor=INK,
        linewidth=0.6,
        hatch=look.hatch,
        hatchcolor=look.ink,
        hatch_linewidth=0.9,
    )
    axes.add_patch(bar)
