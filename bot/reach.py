"""Whether the messaging app answers at all, as far as sending shows.

While it does not, nothing is sent: the app is asked every few seconds for something that nobody
sees. So an hour of silence costs no message a hundred tries, none of which may have arrived after
all. Once the app answers, one message at a time shows whether it also carries out what it is asked.
"""

import logging
from datetime import timedelta
from enum import Enum, auto
from typing import Final

from bot.clock import Clock
from bot.messengers import (
    FateUnknownError,
    Messenger,
    MessengerError,
    NotDeliveredError,
    RetryAfterError,
)

_LOG = logging.getLogger(__name__)

#: So many calls in a row without an answer mean that the app is away.
FAILURES: Final = 3
#: The pauses between two questions, in seconds.
SHORTEST: Final = 0.5
LONGEST: Final = 4.0
#: No question waits longer than this, in seconds, whatever the app asked for.
PATIENCE: Final = 60.0
_WITHOUT_ANSWER: Final = (NotDeliveredError, FateUnknownError)


class _State(Enum):
    THERE = auto()
    AWAY = auto()
    #: It answers again, and one message at a time shows whether all is well.
    ON_TRIAL = auto()


class Reach:
    """Notes what came of each call, and asks whether the app is back."""

    def __init__(self, messenger: Messenger, clock: Clock) -> None:
        self._messenger = messenger
        self._clock = clock
        self._state = _State.THERE
        self._failures = 0
        self._pause = SHORTEST
        self._held_until = clock.now()

    @property
    def is_away(self) -> bool:
        """Whether nothing is to be sent."""
        return self._state is _State.AWAY

    @property
    def most(self) -> int | None:
        """How many messages may be under way, where that is bounded now."""
        return {_State.THERE: None, _State.ON_TRIAL: 1, _State.AWAY: 0}[self._state]

    def failed(self, error: Exception) -> bool:
        """Note how a call failed; says whether an outage ended, since refusals are answers too."""
        if not isinstance(error, _WITHOUT_ANSWER):
            return isinstance(error, MessengerError) and self.answered()
        self._failures += 1
        if self._state is _State.ON_TRIAL:
            self._state = _State.AWAY
        elif self._state is _State.THERE and self._failures >= FAILURES:
            _LOG.warning("the messaging app does not answer; nothing is sent until it does")
            self._state = _State.AWAY
        return False

    def answered(self) -> bool:
        """Note that the app answered to a message; says whether that ended an outage."""
        was_on_trial = self._state is _State.ON_TRIAL
        if was_on_trial:
            _LOG.info("messages are sent again", extra={"count": self._failures})
        if self._state is not _State.AWAY:
            # What had left before may still be answered; whether all is well, the trial shows.
            self._state, self._failures, self._pause = _State.THERE, 0, SHORTEST
        return was_on_trial

    async def rest(self) -> None:
        """Wait before the next question, each time a little longer, and as long as it asked for."""
        held = (self._held_until - self._clock.now()).total_seconds()
        # The clock may have been set back meanwhile.
        await self._clock.sleep(max(self._pause, min(held, PATIENCE)))
        self._pause = min(2 * self._pause, LONGEST)

    async def ask(self) -> None:
        """Ask the app for something that nobody sees; where it answers, messages may be tried."""
        try:
            await self._messenger.delivery()
        except _WITHOUT_ANSWER:
            self._failures += 1
            return
        except RetryAfterError as error:
            self._held_until = self._clock.now() + timedelta(seconds=min(error.seconds, PATIENCE))
        except MessengerError:
            # It refuses: that will show with a message.
            pass
        self._state = _State.ON_TRIAL
