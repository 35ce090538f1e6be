"""Receiving: the updates of one bot come in, are kept, and are dealt with."""

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bot.inbox import Inbox
from bot.messengers import Messenger, Webhook
from bot.parts import Means
from bot.polling import Polling
from storage.database import Transaction
from storage.lines import seat_of

#: How often it is looked for updates of processes that are gone, in seconds.
ADOPTS_EVERY: Final = 2.0

if TYPE_CHECKING:
    from bot.webhook import WebhookServer


class Receiving:
    """The part of a service that hears people, with one messenger that has been started."""

    def __init__(self, messenger: Messenger, means: Means) -> None:
        self._company = means.company
        self._clock = means.clock
        self._is_asking = means.configuration.webhook_url is None
        self._seat_to_ask = f"ask:{messenger.name}"
        self._receiver = None if means.company is None else means.random.randrange(1, 2**31)
        self.inbox = Inbox(messenger, means, self._receiver)
        self.arrivals = _way_in(messenger, self.inbox, means)

    @property
    def at_work(self) -> int:
        """How many updates are on their way in, or in memory and not waiting for the clock."""
        return self.inbox.waiting + self.arrivals.at_work

    async def open(self) -> None:
        """Have the app hand over updates; raises CannotGoOnError and MessengerError."""
        if self._company is not None and self._receiver is not None:
            await self._company.take(seat_of(self._receiver))
        await self.arrivals.open()

    async def run(self) -> None:
        """Receive until cancelled; raises TokenRefusedError, or an ExceptionGroup with it."""
        try:
            await self._run()
        finally:
            self.inbox.end()

    async def _run(self) -> None:
        if self._company is None or self._receiver is None:
            await self.arrivals.run()
            return
        async with asyncio.TaskGroup() as loops:
            loops.create_task(self._company.keep_holding(seat_of(self._receiver)))
            loops.create_task(self._adopt())
            if self._is_asking:
                # Whoever asks for updates does so by themself; the others stand by.
                asking = self._company.while_holding(self._seat_to_ask, self.arrivals.run)
                loops.create_task(asking)
            else:
                loops.create_task(self.arrivals.run())

    async def _adopt(self) -> None:
        """Take over what other processes left that are gone."""
        while True:
            await self._clock.sleep(ADOPTS_EVERY)
            await self.inbox.resume()

    async def close(self) -> None:
        """Take no more updates; the app keeps what it could not hand over."""
        await self.arrivals.close()

    async def set_back(self, by: timedelta) -> None:
        """Go on as before with a clock that was set back, or ahead where `by` is negative."""
        self.inbox.set_back(by)

    async def has_due(self, transaction: Transaction) -> bool:
        """Say no: all that waits here is in memory."""
        return False


def _way_in(messenger: Messenger, inbox: Inbox, means: Means) -> "Polling | WebhookServer":
    """Return how updates come in: sent to an address where one is set, else asked for."""
    configuration, onlookers = means.configuration, means.onlookers
    bot = next(each for each in configuration.bots if each.name == messenger.name)
    address = configuration.webhook_of(bot)
    if address is None or means.door is None:
        return Polling(
            messenger,
            inbox,
            means.clock,
            means.random,
            onlookers.observer,
            configuration.contested_file(bot.name),
        )
    # A web server is loaded only by whoever is one.
    from bot.webhook import WebhookServer, secret_for  # noqa: PLC0415 - see above

    return WebhookServer(
        messenger,
        inbox,
        means.database.transact,
        means.clock,
        onlookers,
        Webhook(address, secret_for(bot.token.get_secret_value())),
        means.door,
    )
