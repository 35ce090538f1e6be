"""Waiting for a moment or for news, whichever comes first."""

import asyncio
from datetime import datetime
from typing import Any

from bot.clock import Clock


async def wait(news: asyncio.Event, until: datetime | None, clock: Clock) -> None:
    """Return once there is news or the moment has come; None is a moment that never comes."""
    waiting: list[asyncio.Task[Any]] = [asyncio.create_task(news.wait())]
    if until is not None:
        waiting.append(asyncio.create_task(clock.sleep_until(until)))
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
