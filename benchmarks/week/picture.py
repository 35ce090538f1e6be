"""The picture of a week: how soon requests were taken, how many were helped, and what it cost."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.week.running import Week

#: Told apart by their lightness too, for whoever sees no colours.
COLOURS: Final = ("#1b6e5a", "#c9a66b")
HOURS_SHOWN: Final = 24


def draw(weeks: Mapping[str, Week], path: Path) -> None:
    """Draw weeks beside one another, by the names that stand in the legend."""
    figure = Figure(figsize=(11, 4.2), layout="constrained")
    soon, helped, messages = figure.subplots(1, 3, width_ratios=(2.2, 1, 1))
    _how_soon(soon, weeks)
    share = {name: 100 * week.in_window for name, week in weeks.items()}
    _bars(helped, "Helped in their time", share, "%")
    a_day = {name: week.messages_a_day for name, week in weeks.items()}
    _bars(messages, "Messages to a volunteer, a day", a_day, "")
    figure.savefig(path, dpi=110)


def _how_soon(axes: Axes, weeks: Mapping[str, Week]) -> None:
    for (name, week), colour in zip(weeks.items(), COLOURS, strict=True):
        hours = [0.0, *sorted(week.waits)]
        share = [100 * number / week.requests for number in range(len(hours))]
        # What was taken stays taken.
        hours.append(max(HOURS_SHOWN, hours[-1]))
        share.append(share[-1])
        axes.step(hours, share, where="post", label=name, color=colour, linewidth=2)
    axes.set(
        title="Taken so soon after asking",
        xlabel="hours since the request was sent",
        ylabel="of all requests, %",
        xlim=(0, HOURS_SHOWN),
        ylim=(0, 100),
    )
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right", frameon=False)


def _bars(axes: Axes, title: str, heights: Mapping[str, float], unit: str) -> None:
    bars = axes.bar(range(len(heights)), list(heights.values()), color=COLOURS, width=0.6)
    axes.bar_label(bars, [f"{height:.3g} {unit}".strip() for height in heights.values()])
    axes.set_title(title, fontsize=10)
    names = [name.replace(" ", "\n", 1) for name in heights]
    axes.set_xticks(range(len(heights)), names, fontsize=8)
    axes.set_ylim(0, max(heights.values()) * 1.15)
    axes.spines[["top", "right"]].set_visible(False)
