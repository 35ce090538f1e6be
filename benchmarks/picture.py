"""The picture of the comparison: steps a second, waits at 100 a second, and idle memory."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

#: Ours and others, told apart by their lightness too, for whoever sees no colours.
OURS, OTHERS = "#1b6e5a", "#c9a66b"
_PANELS: Final = (
    ("Steps a second", "steps_per_second"),
    ("99 of 100 answered within, ms,\nat 100 steps a second", "even_p99_ms"),
    ("Idle, resident MB", "resident_mb"),
)


def draw(bots: Sequence[dict[str, Any]], path: Path) -> None:
    """Draw bots beside one another, each library in a group of its own."""
    figure = Figure(figsize=(12, 4.6), layout="constrained")
    axes = figure.subplots(1, len(_PANELS), sharey=True)
    for panel, (title, name) in zip(axes, _PANELS, strict=True):
        _bars(panel, title, bots, name)
    labels = [f"{bot['title']}\n{bot['library']}" for bot in bots]
    axes[0].set_yticks(range(len(bots)), labels, fontsize=8)
    axes[0].invert_yaxis()
    figure.savefig(path, dpi=110)


def _bars(axes: Axes, title: str, bots: Sequence[dict[str, Any]], name: str) -> None:
    lengths = [float(bot[name]) for bot in bots]
    colours = [OURS if bot["is_ours"] else OTHERS for bot in bots]
    bars = axes.barh(range(len(bots)), lengths, color=colours, height=0.7)
    axes.bar_label(bars, [f"{length:,.0f}" for length in lengths], padding=3, fontsize=8)
    axes.set_title(title, fontsize=10)
    axes.margins(x=0.15)
    axes.spines[["top", "right"]].set_visible(False)
