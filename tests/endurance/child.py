"""The real service as a process that is killed: by itself at a labelled step, or from outside."""

import asyncio
import os
import signal
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import SystemRandom
from typing import Final

from pydantic import SecretStr

from bot import log
from bot.clock import SystemClock
from bot.configuration import Configuration
from bot.handling import real_handlers
from bot.messengers import Abilities
from bot.messengers.telegram.libraries import telegram_messenger
from bot.observing import Onlookers
from bot.service import Service
from storage.database import Database
from storage.engines import open_engine
from storage.keys import Keys
from tests.endurance.amounts import LIFTED
from tests.ports import webhook_here

OWNER: Final = "telegram:9001"


@dataclass(frozen=True)
class Orders:
    """Where the service runs, and at which occurrence of which step it dies (0: at none).

    `url` is that of its database; `ahead` is how many seconds its clock is ahead of the machine's.
    `abilities` is its pace. Updates come to a webhook at the port `listens`, unless that is 0.
    """

    folder: Path
    url: str
    address: str
    token: str
    ahead: float = 0
    abilities: Abilities = LIFTED
    owners: tuple[str, ...] = (OWNER,)
    dies_at: str = ""
    occurrence: int = 0
    listens: int = 0

    @property
    def steps_file(self) -> Path:
        """Where every step that was passed is written, one to a line."""
        return self.folder / "steps"

    @property
    def log_file(self) -> Path:
        """Where the process writes what it has to complain about."""
        return self.folder / "log"


class AheadClock(SystemClock):
    """The machine's clock, set ahead."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._ahead = timedelta(seconds=seconds)

    def now(self) -> datetime:
        return super().now() + self._ahead


def run(orders: Orders) -> None:
    """Run the service until it is killed."""
    with orders.log_file.open("a") as file:
        os.dup2(file.fileno(), sys.stderr.fileno())
    log.set_up()
    asyncio.run(_serve(orders))


async def _serve(orders: Orders) -> None:
    passed = 0
    steps = orders.steps_file.open("a", buffering=1)

    def at_step(step: str) -> None:
        nonlocal passed
        steps.write(f"{step}\n")
        if step == orders.dies_at:
            passed += 1
            if passed == orders.occurrence:
                os.kill(os.getpid(), signal.SIGKILL)

    configuration = Configuration(
        database=orders.url,
        keys=orders.folder / "doorstep.keys",
        telegram_token=SecretStr(orders.token),
        telegram_api=orders.address,
        owners=frozenset(orders.owners),
        **(webhook_here(orders.listens) if orders.listens else {}),
    )
    messenger = telegram_messenger(orders.token, orders.address, abilities=orders.abilities)
    database = Database(open_engine(orders.url, alone=True), Keys(configuration.keys))
    await Service(
        configuration,
        messenger,
        database,
        AheadClock(orders.ahead),
        SystemRandom(),
        onlookers=Onlookers(at_step),
    ).run()


# Imported by the process that all of these are forked from, so that each starts at once.
real_handlers()
