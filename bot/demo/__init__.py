"""`doorstep demo`: the real service in the sandbox plays a story, and lets people go on by hand."""

import asyncio
import errno
import logging
import signal
import sys
import tempfile
from pathlib import Path
from typing import Final

from bot import log
from bot.clock import SystemClock
from bot.demo.bubbles import Terminal
from bot.demo.story import Story
from bot.demo.street import AREA, NotSeenError, Street, open_street
from bot.sandbox.groups import NotPossibleError
from bot.terminal import OK, TO_MEND, CannotGoOnError, say

HIGHEST_PORT: Final = 65535

WELCOME: Final = """\
Doorstep, the chat front door of a neighbourhood help scheme.
This is the real service with a Telegram in a box. The people are invented, and
nothing leaves this computer."""
GO_ON: Final = """\
Now you: open {address} in a browser.
There are the phones of {names}, and their group.
{newcomer} is new here: press Start on {newcomer}'s phone, and ask for something in {area}.
{first} and {second} are helpers: open the group on their phones and tap the card.
{owner} owns the scheme: write /neighbourhood in private.
Ctrl-C ends the demo and takes everything away again."""
THE_END: Final = "That was the story. Without --once it can be gone on with by hand, in a browser."


def main(*, once: bool, port: int) -> int:
    """Play the story and, unless only once, stay until Ctrl-C; returns the exit status.

    Raises CannotGoOnError where the port cannot be used.
    """
    if not 0 <= port <= HIGHEST_PORT:
        raise CannotGoOnError(f"--port is a number from 0 to {HIGHEST_PORT}")
    for name in log.OURS:
        logging.getLogger(name).setLevel(logging.WARNING)
    try:
        return asyncio.run(_demo(once=once, port=port))
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
            raise
        raise CannotGoOnError(
            f"--port {port} cannot be used; try another, or leave it out"
        ) from None


async def _demo(*, once: bool, port: int) -> int:
    playing = asyncio.create_task(_play(once=once, port=port))
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, playing.cancel)
    try:
        return await playing
    except asyncio.CancelledError:
        # Behind the ^C that the terminal shows.
        say("")
        return OK
    except (NotSeenError, NotPossibleError) as error:
        sys.stderr.write(f"doorstep: the story did not come out; missing: {error}\n")
        return TO_MEND


async def _play(*, once: bool, port: int) -> int:
    terminal = Terminal(sys.stdout)
    is_hurried = not sys.stdout.isatty()
    with tempfile.TemporaryDirectory(prefix="doorstep-demo-") as folder:
        async with open_street(Path(folder), port=port, is_hurried=is_hurried) as street:
            terminal.tell(WELCOME)
            await Story(street, terminal, SystemClock(), is_hurried=is_hurried).play()
            terminal.tell(THE_END if once else _go_on(street))
            if not once:
                await asyncio.Event().wait()
    return OK


def _go_on(street: Street) -> str:
    *most, last = (person.name for person in street.sandbox.people)
    return GO_ON.format(
        address=street.sandbox.address,
        names=f"{', '.join(most)} and {last}",
        newcomer=street.newcomer.name,
        first=street.first.name,
        second=street.second.name,
        owner=street.owner.name,
        area=AREA,
    )
