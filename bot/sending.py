"""Sending: the messages of one bot leave, at its pace, and what becomes of them is noted."""

import logging
from datetime import timedelta
from functools import partial

from bot.mandate import Mandate, Tenure
from bot.messengers import Messenger
from bot.outbox import Outbox
from bot.outcomes import Outcomes
from bot.pacing import Pacing
from bot.parts import Means
from storage import departures, resting, seats
from storage.company import Company
from storage.database import Transaction
from storage.outbox import Purpose

_LOG = logging.getLogger(__name__)


class Sending:
    """The part of a service that writes to people, with one messenger that has been started."""

    def __init__(self, messenger: Messenger, means: Means) -> None:
        self._messenger = messenger
        self._means = means
        self._bot = messenger.name
        self._clock = means.clock
        self._transact = means.transact
        self._seat = f"send:{messenger.name}"
        self._begin()

    def _begin(self, mandate: Mandate | None = None) -> None:
        """Begin to send: with nothing in memory of what was sent before."""
        means = self._means
        self._pacing = Pacing(self._messenger.abilities, means.clock)
        outcomes = Outcomes(
            means.transact,
            means.clock,
            means.random,
            self._pacing,
            means.handlers,
            means.house,
            means.onlookers.observer,
        )
        self._outbox = Outbox(self._messenger, means, self._pacing, outcomes, mandate or Mandate())

    @property
    def at_work(self) -> int:
        """How many messages are under way; at least 1 while it looks for some."""
        return self._outbox.at_work

    @property
    def leaving(self) -> int:
        """How many messages are leaving now."""
        return self._outbox.under_way

    async def open(self) -> None:
        """Get ready: nothing is to be done for it."""

    async def run(self) -> None:
        """Send until cancelled; raises TokenRefusedError.

        Of several processes one does, and the others stand by.
        """
        company = self._means.company
        if company is None:
            await self._outbox.run()
            return
        while True:
            await company.while_holding(self._seat, partial(self._send_for_a_while, company))

    async def _send_for_a_while(self, company: Company) -> None:
        """Send until somebody else does; what they know of what was sent stands in the database."""
        seat = self._seat
        tenure = await self._transact(lambda each: seats.begin_tenure(each, seat))
        _LOG.info("this process sends from now on")
        self._begin(Tenure(company, seat, tenure))
        try:
            await self._outbox.run()
        finally:
            _LOG.info("this process sends nothing any more")

    async def close(self) -> None:
        """Leave nothing open: what is under way runs in the crew."""

    async def set_back(self, by: timedelta) -> None:
        """Go on as before with a clock that was set back, or ahead where `by` is negative."""
        self._pacing.set_back(by)
        now = self._clock.now()
        await self._transact(lambda transaction: resting.until_earlier(transaction, by, now))

    async def has_due(self, transaction: Transaction) -> bool:
        """Say whether a message may leave now."""
        if self._outbox.rests:
            return False
        now = self._clock.now()
        # Answers to taps come first and need no room; either may have to wait for the clock.
        for first in await departures.due(transaction, self._bot, now, (), 1):
            if first.chat_id is None:
                return self._pacing.tap_answers_held_until() <= now
            is_bulk = first.purpose is Purpose.BULK
            return (self._pacing.bulk_room(1) if is_bulk else self._pacing.room(1)) > 0
        return False
