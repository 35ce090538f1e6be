"""A scheme is set up in an evening: the story is short, and what the papers say can be done."""

import re
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from bot.configuration import Configuration
from handlers.commands import Command, obey
from handlers.events import Place
from tests.handlers.talks import OWNER, talks_in
from tests.transcript import STORIES, Act, read

TOP: Final = Path(__file__).parents[1]
PAPERS: Final = ("README.md", "docs/first_evening.md")
#: What is written to the one who makes bots, and folders.
NO_COMMANDS: Final = {"newbot", "data", "backups"}
#: What an owner is to write and tap at most.
MOST_ACTS: Final = 40


def test_an_evening_takes_forty_messages_at_most() -> None:
    story = (STORIES / "an_evenings_setup.txt").read_text(encoding="utf-8")
    acts = [part.line for part in read(story) if isinstance(part, Act)]
    assert 0 < len([each for each in acts if each.startswith("Olive ")]) <= MOST_ACTS


@pytest.mark.parametrize("paper", PAPERS)
async def test_every_command_that_the_papers_name_is_known(paper: str, tmp_path: Path) -> None:
    named = set(re.findall(r"`/([a-z]+)", (TOP / paper).read_text(encoding="utf-8")))
    assert "setup" in named
    async with talks_in(tmp_path) as talks:
        await talks.arrives(OWNER, "Olive")
        place = Place(OWNER, is_private=True)
        for name in sorted(named - NO_COMMANDS):
            await talks.act(OWNER, partial(obey, place=place, command=Command(name, "")))
            assert "do not know that command" not in talks.seen_by(OWNER), name
            await talks.act(OWNER, partial(obey, place=place, command=Command("cancel", "")))


@pytest.mark.parametrize("paper", PAPERS)
def test_every_setting_that_the_papers_name_is_one(paper: str) -> None:
    named = set(re.findall(r"DOORSTEP_([A-Z_]+)", (TOP / paper).read_text(encoding="utf-8")))
    assert {each.lower() for each in named} <= set(Configuration.model_fields)
