"""Charts: pictures that a phone shows, whatever is to be counted."""

import io
import logging
import math
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Final

import pytest
from PIL import Image, ImageColor
from pydantic import ValidationError

from bot.charts.bars import COLOURS, look_of
from bot.charts.paper import LONGEST, LONGEST_PHOTO
from bot.documents import DocumentError, rendered
from bot.messengers import File
from handlers.payload import Chart, Panel, Payload, Series
from tests.clock import BEGINNING

KINDS: Final = ("Shopping", "Hot meal", "Lift")
DONE: Final = Series(name="Done", values=(42, 7, None))
OPEN: Final = Series(name="Nobody yet", values=(5, None, 0))
WEEKS: Final = Panel(
    title="Asked for, by week",
    labels=("2 Mar", "9 Mar", "16 Mar"),
    series=(Series(name="Asked for", values=(31, 38.5, None)), DONE),
    direction="upright",
)
ACROSS: Final = Panel(title="Requests by kind", labels=KINDS, series=(DONE, OPEN))
CHART: Final = Chart(
    name="report",
    language="en",
    title="Doorstep, March 2026",
    panels=(ACROSS, WEEKS),
    not_told="fewer than 5",
    nothing="Nothing in this time.",
    note="Small numbers are not told.",
)
WHITE: Final = (255, 255, 255)


def _of(*panels: Panel, **more: object) -> Chart:
    return CHART.model_copy(update={"panels": panels, **more})


def _panel(**more: object) -> Panel:
    return Panel.model_validate(ACROSS.model_dump() | more)


async def _made(chart: Chart) -> File:
    # As it comes out of the outbox.
    kept = Payload(text="", document=chart).model_dump_json(exclude_defaults=True)
    document = Payload.model_validate_json(kept).document
    assert isinstance(document, Chart)
    return await rendered(document, BEGINNING)


async def _drawn(chart: Chart) -> Image.Image:
    made = await _made(chart)
    assert made.name == "report.png"
    with Image.open(io.BytesIO(made.content)) as picture:
        assert picture.format == "PNG"
        assert picture.info.keys() <= {"dpi"}
        return picture.convert("RGB")


def _colours(picture: Image.Image) -> dict[tuple[int, int, int], int]:
    """Return how many points there are of each colour."""
    counted = picture.getcolors(1 << 24) or []
    return {(c[0], c[1], c[2]): count for count, c in counted if isinstance(c, tuple)}


def _points(picture: Image.Image, series: int) -> int:
    """Return how many points the bars of a series and its square in the legend have."""
    colour = ImageColor.getrgb(look_of(series).colour)
    return _colours(picture).get(colour[:3], 0)


async def test_a_chart_is_seen_in_the_chat() -> None:
    made = await _made(CHART)
    assert made.kind == "photo"
    assert len(made.content) < 1_000_000
    picture = await _drawn(CHART)
    assert max(picture.size) <= LONGEST_PHOTO
    assert picture.getpixel((0, 0)) == WHITE
    assert _points(picture, 0) > _points(picture, 1) > 1000


async def test_the_same_chart_is_the_same_picture() -> None:
    assert await _made(CHART) == await _made(CHART)


async def test_bars_are_as_long_as_their_numbers() -> None:
    one = Series(name="", values=(10, 20, 40))
    picture = await _drawn(_of(_panel(series=(one,), title="")))
    whole = _points(picture, 0)
    half = Series(name="", values=(5, 10, 40))
    assert 0.7 < _points(await _drawn(_of(_panel(series=(half,), title=""))), 0) / whole < 0.85


async def test_what_is_not_told_has_no_bar() -> None:
    hidden = Series(name="", values=(None, None, None))
    for direction in ("across", "upright"):
        picture = await _drawn(_of(_panel(series=(hidden,), direction=direction)))
        assert _points(picture, 0) == 0


async def test_colours_are_told_apart_in_grey_and_by_everybody() -> None:
    shades = [_lightness(colour) for colour, _ in COLOURS]
    assert min(abs(one - other) for one, other in combinations(shades, 2)) > 15
    looks = [look_of(number) for number in range(16)]
    assert len(set(looks)) == len(looks)


def _lightness(colour: str) -> float:
    """Return how light a colour is, from 0 to 100, as the eye sees it (CIE 1976)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in ImageColor.getrgb(colour)[:3])
    ]
    shares = zip((0.2126, 0.7152, 0.0722), linear, strict=True)
    return 116 * math.cbrt(sum(share * part for share, part in shares)) - 16


def _many(labels: int, series: int, *, direction: str = "across", stacked: bool = False) -> Panel:
    return _panel(
        labels=[f"Neighbourhood {number}" for number in range(labels)],
        series=[
            {"name": f"Series {each}", "values": [number * each for number in range(labels)]}
            for each in range(series)
        ],
        direction=direction,
        is_stacked=stacked,
    )


LONG: Final = "Neighbourhoods " * 300
WORST: Final = {
    "no panel": _of(),
    "no words": _of(ACROSS, title="", note="", not_told="", nothing=""),
    "a panel without labels": _of(_panel(labels=[], series=[{"name": "a", "values": []}])),
    "a panel without series": _of(_panel(series=[], direction="upright")),
    "nothing but noughts": _of(
        _panel(series=[{"name": "a", "values": [0, 0, 0]}]),
        _panel(series=[{"name": "a", "values": [0, 0, 0]}], direction="upright"),
    ),
    "nothing told": _of(
        *(
            _panel(
                series=[{"name": each, "values": [None] * 3} for each in "ab"],
                direction=direction,
                is_stacked=stacked,
            )
            for direction in ("across", "upright")
            for stacked in (False, True)
        )
    ),
    "200 bars": _of(_many(200, 1), note=LONG),
    "200 bars upright": _of(_many(200, 1, direction="upright")),
    "200 labels of six series": _of(_many(200, 6)),
    "twelve series upon one another": _of(_many(5, 12, stacked=True, direction="upright")),
    "words without end": _of(
        _panel(title=LONG, labels=[LONG, "a" * 4000, ""], unit=LONG),
        title="a" * 4000,
        note=LONG,
        not_told=LONG,
        nothing=LONG,
    ),
    "one of all": _of(_panel(labels=["a"], series=[{"name": "", "values": [1]}])),
    "from right to left": _of(
        _panel(title="الأحياء", labels=["محمد في البيت", "שלום", "José"]), title="تقرير"
    ),
    "what looks like a formula or a hidden name": _of(
        _panel(
            labels=["$x^2$", "\\frac{1}{2}", "_under"],
            series=[{"name": "_hidden", "values": [1, 2, 3]}, DONE.model_dump()],
        ),
        title="$\\alpha",
    ),
    "letters that the font lacks": _of(_panel(labels=["王明", "👍🏽", "\x00\u202e"])),
    "huge and tiny numbers": _of(
        _panel(series=[{"name": "a", "values": [1e12, 1e-9, -5]}], unit="h"),
    ),
    "numbers that are none": _of(
        _panel(series=[{"name": "a", "values": [float("nan"), float("inf"), 1]}]),
    ),
}


@pytest.mark.parametrize("chart", WORST.values(), ids=WORST.keys())
async def test_whatever_it_shows_there_is_a_picture_and_no_word_of_it_anywhere(
    chart: Chart, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    picture = await _drawn(chart)
    assert max(picture.size) <= LONGEST + 1
    # Nothing runs over an edge.
    edges = (
        picture.crop((0, 0, picture.width, 4)),
        picture.crop((0, picture.height - 4, *picture.size)),
        picture.crop((0, 0, 4, picture.height)),
        picture.crop((picture.width - 4, 0, *picture.size)),
    )
    assert [_colours(edge).keys() == {WHITE} for edge in edges] == [True] * 4
    # Libraries tell in detail how they draw, and nothing of what.
    assert [each for each in caplog.records if each.levelno > logging.DEBUG] == []
    assert not [word for word in ("Neighbourhood", "Shopping", "aaaa") if word in caplog.text]


async def test_a_long_chart_is_a_file_so_that_no_app_makes_it_smaller() -> None:
    assert (await _made(_of(_many(200, 1)))).kind == "document"


async def test_bars_without_room_to_stand_lie() -> None:
    lying = [_many(60, 2), _many(60, 2, direction="upright")]
    first, second = [await _made(_of(each)) for each in lying]
    assert first == second


async def test_numbers_are_written_as_in_the_language_of_the_chart() -> None:
    assert (await _made(CHART)).content != (
        await _made(CHART.model_copy(update={"language": "es"}))
    ).content


def test_a_series_has_a_value_for_each_label() -> None:
    with pytest.raises(ValidationError):
        Panel(title="", labels=("a", "b"), series=(Series(name="", values=(1,)),))


async def test_a_chart_that_cannot_be_drawn_is_said_without_a_word_of_it() -> None:
    with pytest.raises(DocumentError) as failure:
        await rendered(CHART.model_copy(update={"language": "Elm Street"}), BEGINNING)
    assert "Elm" not in str(failure.value)
    assert failure.value.__context__ is None


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    home.mkdir()
    yield home
    assert list(home.rglob("*")) == []


def test_the_first_chart_leaves_nothing_behind(home: Path, tmp_path: Path) -> None:
    program = """
import os, sys, bot.charts
assert not {"matplotlib", "fpdf", "segno"} & set(sys.modules)
before = dict(os.environ)
bot.charts.drawer()
assert dict(os.environ) == before
assert "matplotlib.pyplot" not in sys.modules
assert os.listdir(sys.argv[1]) == []
"""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "MPLCONFIGDIR"},
        "HOME": str(home),
        "TMPDIR": str(temporary),
    }
    command = [sys.executable, "-W", "error", "-c", program, str(temporary)]
    said = subprocess.run(  # noqa: S603 - our own words
        command, env=environment, capture_output=True, text=True, check=False
    )
    assert (said.returncode, said.stdout, said.stderr) == (0, "", "")
