"""Receiving: the updates of one bot come in, are kept, and are dealt with."""

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.inbox import Inbox
from bot.messengers import Messenger, Webhook
from bot.parts import Means
from bot.polling import Polling
from storage.database import Transaction

if TYPE_CHECKING:
    from bot.webhook import WebhookServer


class Receiving:
    """The part of a service that hears people, with one messenger that has been started."""

    def __init__(self, messenger: Messenger, means: Means) -> None:
        self.inbox = Inbox(
            messenger,
            means.transact,
            means.clock,
            means.random,
            means.handlers,
            means.house,
            means.crew,
            means.onlookers,
        )
        self.arrivals = _way_in(messenger, self.inbox, means)

    @property
    def at_work(self) -> int:
        """How many updates are on their way in, or in memory and not waiting for the clock."""
        return self.inbox.waiting + self.arrivals.at_work

    async def open(self) -> None:
        """Have the app hand over updates; raises CannotGoOnError and MessengerError."""
        await self.arrivals.open()

    async def run(self) -> None:
        """Receive until cancelled; raises TokenRefusedError."""
        await self.arrivals.run()

    async def close(self) -> None:
        """Take no more updates; the app keeps what it could not hand over."""
        await self.arrivals.close()

    async def set_back(self, by: timedelta) -> None:
        """Go on as before with a clock that was set back."""
        self.inbox.set_back(by)

    async def has_due(self, transaction: Transaction) -> bool:
        """Say no: all that waits here is in memory."""
        return False


def _way_in(messenger: Messenger, inbox: Inbox, means: Means) -> "Polling | WebhookServer":
    """Return how updates come in: sent to an address where one is set, else asked for."""
    configuration, onlookers = means.configuration, means.onlookers
    if configuration.webhook_url is None:
        return Polling(messenger, inbox, means.clock, means.random, onlookers.observer)
    # A web server is loaded only by whoever is one.
    from bot.webhook import WebhookServer, secret_for  # noqa: PLC0415 - see above

    return WebhookServer(
        messenger,
        inbox,
        means.database.transact,
        means.clock,
        onlookers,
        Webhook(
            configuration.webhook_url,
            secret_for(configuration.telegram_token.get_secret_value()),
        ),
        configuration.webhook_listen,
    )
