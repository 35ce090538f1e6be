"""Takes the picture in the README: `python -m tests.browser.picture docs/page.png`."""

import asyncio
import io
import sys
import tempfile
from pathlib import Path

from bot.clock import SystemClock
from bot.demo.bubbles import Terminal
from bot.demo.story import Story
from bot.demo.street import open_street
from tests.browser.chromium import open_browser
from tests.browser.screen import SandboxPage


async def take(path: Path) -> None:
    """Play the story to the door before the page, and write what is seen as a PNG file."""
    with tempfile.TemporaryDirectory() as folder:
        async with open_street(Path(folder), is_hurried=True) as street, open_browser() as tab:
            page = SandboxPage(tab)
            await tab.resize(1400, 900)
            await page.open(street.sandbox.address)
            story = Story(street, Terminal(io.StringIO()), SystemClock(), is_hurried=True)
            await story.play_to_the_door()
            await page.group.sees_buttons()
            ben, priya = page.phone(street.first.id), page.phone(street.second.id)
            await tab.click(f"{ben.place} [data-toast=alert] [data-label=OK]")
            await priya.opens(street.group.title)
            # Notices and the glow of what has just changed are gone by then.
            await asyncio.sleep(7)
            await tab.screenshot(path)


if __name__ == "__main__":
    asyncio.run(take(Path(sys.argv[1])))
