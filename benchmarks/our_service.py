"""Doorstep itself, whole, with its pace lifted: what Telegram allows would be all one measures."""

import asyncio
import os
import signal
from dataclasses import replace
from datetime import datetime
from random import SystemRandom
from typing import Final

from benchmarks.journey import CLOCK_AT
from bot import log
from bot.clock import SystemClock
from bot.configuration import Configuration, load
from bot.messengers.telegram.libraries import telegram_messenger
from bot.messengers.telegram.messenger import ABILITIES
from bot.running import spare_the_collector
from bot.service import Service
from storage.database import Database
from storage.engines import open_engine
from storage.keys import Keys

#: Messages a second, and at once: more than any machine sends.
_NO_LIMIT: Final = 1_000_000
UNPACED: Final = replace(
    ABILITIES,
    overall_limit=_NO_LIMIT,
    private_rate=_NO_LIMIT,
    private_burst=_NO_LIMIT,
    group_rate=_NO_LIMIT,
    group_burst=_NO_LIMIT,
)


class _OtherClock(SystemClock):
    """The machine's clock, as if it had been set to another moment at the start."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self._ahead = moment - super().now()

    def now(self) -> datetime:
        return super().now() + self._ahead


def _clock() -> SystemClock:
    moment = os.environ.get(CLOCK_AT)
    return SystemClock() if moment is None else _OtherClock(datetime.fromisoformat(moment))


async def main() -> None:
    """Run as `doorstep run` does, on a database that is up to date, until SIGTERM."""
    configuration = load(Configuration)
    log.set_up()
    messenger = telegram_messenger(
        token=configuration.telegram_token.get_secret_value(),
        api=configuration.telegram_api,
        library=configuration.telegram_library,
        abilities=UNPACED,
    )
    database = Database(open_engine(configuration.database), Keys(configuration.keys))
    service = Service(configuration, messenger, database, _clock(), SystemRandom())
    spare_the_collector()
    running = asyncio.create_task(service.run())
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, running.cancel)
    await asyncio.gather(running, return_exceptions=True)
    if not running.cancelled():
        running.result()


if __name__ == "__main__":
    asyncio.run(main())
