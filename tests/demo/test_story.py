"""The story of the demo, where it does not come out, and its bubbles."""

import io
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.demo.bubbles import Bubble, Side, Terminal, has_colours
from bot.demo.story import Story
from bot.demo.street import NotSeenError, open_street


class Screen(io.StringIO):
    """A terminal that keeps what was written."""

    def isatty(self) -> bool:
        return True


async def test_a_card_that_never_comes_is_missed(tmp_path: Path) -> None:
    async with open_street(tmp_path, is_hurried=True) as street:
        street.group.remove_bot()
        terminal = Terminal(io.StringIO())
        story = Story(street, terminal, SystemClock(), is_hurried=True, seconds_to_appear=1)
        with pytest.raises(NotSeenError, match="Elm Grove neighbours"):
            await story.play()


def test_a_phone_speaks_on_the_left_and_its_owner_on_the_right() -> None:
    stream = io.StringIO()
    terminal = Terminal(stream, columns=40)
    terminal.show("Ana's phone", Bubble("Doorstep", "Yes?\n\nOr no?", Side.PHONE, [["Yes", "No"]]))
    terminal.show("Ana's phone", Bubble("Ana", "[No]", Side.OWNER))

    assert stream.getvalue() == (
        "\n"
        "── Ana's phone ─────────────────────────\n"
        "╭─ Doorstep ─╮\n"
        "│ Yes?       │\n"
        "│            │\n"
        "│ Or no?     │\n"
        "│ [Yes] [No] │\n"
        "╰────────────╯\n"
        "                               ╭─ Ana ─╮\n"
        "                               │ [No]  │\n"
        "                               ╰───────╯\n"
    )


def test_long_words_and_many_buttons_stay_within_the_terminal() -> None:
    stream = io.StringIO()
    terminal = Terminal(stream, columns=48)
    labels = [f"Choice {number}" for number in range(9)]
    terminal.show("here", Bubble("A", "word " * 40 + "w" * 120, Side.PHONE, [labels, ["l" * 90]]))
    terminal.tell("words " * 30)

    assert max(map(len, stream.getvalue().splitlines())) <= 48
    assert all(f"[{label}]" in stream.getvalue() for label in labels)


def test_a_terminal_without_line_drawing_gets_plain_signs() -> None:
    raw = io.BytesIO()
    terminal = Terminal(io.TextIOWrapper(raw, encoding="latin-1"), columns=40)
    terminal.show("here", Bubble("A", "Up to £20 – “now”", Side.PHONE))

    assert "| Up to £20 ? ?now? |" in raw.getvalue().decode("latin-1")


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colours_only_where_they_are_wanted(environment: dict[str, str], expected: bool) -> None:
    assert has_colours(Screen(), environment) is expected
    assert has_colours(io.StringIO(), environment) is False
