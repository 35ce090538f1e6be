"""Many volunteers who are called at once, and what became of the word to each of them."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Final

from benchmarks.caller import WORDS, Caller
from benchmarks.journey import NEIGHBOURHOODS
from benchmarks.load import FIRST_ACCOUNT
from benchmarks.store import Holding, fill
from bot.clock import SystemClock
from bot.messengers import Abilities
from bot.messengers.telegram.addresses import APP
from bot.sandbox.server import Sandbox
from storage.due_work import LEASE
from storage.fates import Fate
from tests.databases import rows_of
from tests.endurance.killed_service import KilledService, NothingComesError, store_in
from tests.fresh_scheme import database_in

#: The accounts of who calls, and of who agrees to it.
COORDINATORS: Final = (6001, 6002)
#: How long nothing may happen, in seconds: what was leased at a kill is free again by then.
PATIENCE: Final = 1.5 * LEASE.total_seconds()
#: How often it is looked how far the call-out has come, in seconds.
LOOK: Final = 0.2


class Called:
    """A call-out to everybody who was stored, by a coordinator in their chat."""

    def __init__(self, service: KilledService, caller: Caller, number: int) -> None:
        self.service = service
        self.caller = caller
        self.number = number

    @property
    def arrived(self) -> Counter[int]:
        """How often the word came to each of those who are called, by their account."""
        return Counter(
            int(call.params["chat_id"])
            for call in self.service.sandbox.recorder.carried_out
            if call.method == "sendMessage"
            and int(call.params["chat_id"]) >= FIRST_ACCOUNT
            and WORDS in call.params["text"]
        )

    def fates(self) -> dict[int, Fate]:
        """Return what is noted of each of those who are called, by their account."""
        # They were stored in the order of their accounts, the first of them as number 1.
        return {
            FIRST_ACCOUNT + row["person_id"] - 1: Fate(row["fate"])
            for row in rows_of(database_in(self.service.folder), "call_out_recipients")
        }

    @property
    def is_over(self) -> bool:
        """Whether nobody is left to be written to."""
        fates = Counter(self.fates().values())
        return fates.total() == self.number and not (fates[Fate.DUE] or fates[Fate.QUEUED])

    async def until_over(self) -> None:
        """Have everybody called, and wait until nobody is left to be written to.

        Where the service died it is started again.
        """
        time = asyncio.get_running_loop().time
        counted, latest = -1, time() + PATIENCE
        while not self.is_over:
            if not self.service.is_alive:
                await self.service.starts_again()
            self.caller.acts()
            calls = self.service.sandbox.recorder.calls_counted
            if calls != counted:
                counted, latest = calls, time() + PATIENCE
            elif time() > latest:
                raise NothingComesError(
                    f"{Counter(self.fates().values())}\n{self.service.complaints}"
                )
            await asyncio.sleep(LOOK)


@asynccontextmanager
async def many_in(folder: Path, number: int, abilities: Abilities) -> AsyncIterator[Called]:
    """Store so many volunteers and a coordinator; the service is not yet running."""
    async with Sandbox(clock=SystemClock(), check_calls=False) as sandbox:
        author, second = (
            sandbox.add_person(f"Coordinator {account}", account=account)
            for account in COORDINATORS
        )
        for account in range(FIRST_ACCOUNT, FIRST_ACCOUNT + number):
            sandbox.add_person(f"Person {account}", account=account).account.has_started = True
        groups = [sandbox.add_group(name, [author]) for name in NEIGHBOURHOODS]
        holding = Holding(number, volunteers=number)
        await fill(store_in(folder), holding, [group.id for group in groups])
        owners = tuple(f"{APP}:{account}" for account in COORDINATORS)
        service = KilledService(
            folder, sandbox, abilities=abilities, owners=owners, ahead=timedelta(0)
        )
        try:
            yield Called(service, Caller(author, second), number)
        finally:
            service.kill()
