"""Run the sandbox as a process of its own: `python -m bot.sandbox --port 8123 --token 1:a`."""

import argparse
import asyncio
import contextlib
import random
import re
import signal
import sys

from bot.sandbox.server import TEST_TOKEN, Sandbox


def main() -> None:
    """Serve until SIGINT or SIGTERM; the first line on standard output is the address."""
    parser = argparse.ArgumentParser(prog="python -m bot.sandbox", description=__doc__)
    parser.add_argument(
        "--port", type=int, default=0, help="port to listen on, default any free one"
    )
    parser.add_argument("--token", default=TEST_TOKEN, help="token of the bot")
    parser.add_argument("--seed", type=int, default=0, help="seed of the mischief")
    parser.add_argument(
        "--fast",
        action="store_true",
        help="for benchmarks: no checks of calls, no pace, no history",
    )
    options = parser.parse_args()
    if not re.fullmatch(r"\d{1,16}:[\w-]+", options.token):
        parser.error("--token looks like 12345:letters")
    if not 0 <= options.port <= 65535:
        parser.error("--port is between 0 and 65535")
    try:
        asyncio.run(_serve(options))
    except OSError as error:
        parser.error(f"cannot listen on port {options.port}: {error.strerror}")


async def _serve(options: argparse.Namespace) -> None:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, ended.set)
    sandbox = Sandbox(
        token=options.token,
        # Mischief has to be repeatable and keeps no secret.
        rng=random.Random(options.seed),  # noqa: S311 - of a toy
        port=options.port,
        check_calls=not options.fast,
        enforce_pace=not options.fast,
        keep_history=not options.fast,
    )
    async with sandbox:
        with contextlib.suppress(BrokenPipeError):
            sys.stdout.write(f"{sandbox.address}\n")
            sys.stdout.flush()
        await ended.wait()


if __name__ == "__main__":
    main()
