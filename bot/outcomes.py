"""What becomes of a message that was tried: noted in one transaction with all that follows."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random
from typing import Final, get_args

from bot.backoff import PatientDatabase, growing
from bot.clock import Clock
from bot.handling import Handlers
from bot.log import failure, word
from bot.messengers import (
    ChatMovedError,
    ChatUnreachableError,
    FateUnknownError,
    MessageGoneError,
    MessengerError,
    NotDeliveredError,
    RetryAfterError,
    TapTooOldError,
    TokenRefusedError,
)
from bot.observing import Observer, Outcome
from bot.pacing import Pacing
from handlers.house import House
from handlers.payload import CHANGES, Action
from storage import outbox_states, people
from storage.database import DatabaseClosedError, Transaction
from storage.departures import Due
from storage.outbox import Purpose

_LOG = logging.getLogger(__name__)

#: A person waits for the answer to a tap for seconds only.
MOST_TAP_ATTEMPTS: Final = 3
#: After so many errors that no messenger should raise, a message is given up.
MOST_SURPRISES: Final = 3

#: What can be done with a message.
ACTIONS: Final = frozenset(get_args(Action))

Work = Callable[[Transaction], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Course:
    """What becomes of a message, and how that is noted."""

    outcome: Outcome
    work: Work


class Outcomes:
    """Notes what became of messages; every method returns once that is committed."""

    def __init__(
        self,
        transact: PatientDatabase,
        clock: Clock,
        random: Random,
        pacing: Pacing,
        handlers: Handlers,
        house: House,
        observer: Observer,
    ) -> None:
        self._transact = transact
        self._clock = clock
        self._random = random
        self._pacing = pacing
        self._handlers = handlers
        self._house = house
        self._observer = observer

    async def sent(self, due: Due, message: int | None) -> None:
        """Note a message that was sent, and its number in the chat where it has one."""
        now = self._clock.now()

        async def note(transaction: Transaction) -> None:
            outbox_states.mark_sent(transaction, due.id, message, now, due.recipient_id)

        async def note_in_group(transaction: Transaction) -> None:
            await note(transaction)
            if message is not None:
                await self._handlers.posted(transaction, due, message, now, self._house)

        hangs_in_group = due.purpose is Purpose.CARD and due.action == "send"
        work = note_in_group if hangs_in_group else note
        await self._note(due, _Course(Outcome.SENT, work), otherwise=_Course(Outcome.SENT, note))

    async def failed(self, due: Due, error: Exception) -> None:
        """Note a message that was not sent, or of which nobody knows; raises TokenRefusedError."""
        now = self._clock.now()
        bury = _Course(Outcome.DEAD, partial(self._bury, due, now))
        match error:
            case RetryAfterError():
                await self._wait_as_asked(due, error.seconds)
            case NotDeliveredError():
                gives_up = due.chat_id is None and due.attempts >= MOST_TAP_ATTEMPTS
                await self._note(due, bury if gives_up else self._later(due))
            case FateUnknownError():
                await self._note(due, self._of_unknown_fate(due, now), otherwise=self._later(due))
            case ChatUnreachableError() if due.chat_id is not None:
                unreachable = partial(self._unreachable, due.chat_id, due.bot, now)
                waiting = _Course(Outcome.WAITING, unreachable)
                await self._note(due, waiting, otherwise=self._later(due))
            case ChatMovedError() if due.address is not None:
                follow = partial(self._moved, due, due.address, error.new)
                moved = _Course(Outcome.RETRY, follow)
                await self._note(due, moved, otherwise=self._later(due))
            case MessageGoneError():
                gone = _Course(Outcome.DEAD, partial(self._gone, due, now))
                await self._note(due, gone, otherwise=bury)
            case TapTooOldError():
                await self._note(due, bury)
            case TokenRefusedError():
                await self._note(due, self._later(due))
                raise error
            case MessengerError():
                failure(_LOG, "a message is refused for good", error, **_about(due))
                await self._note(due, bury)
            case _:
                failure(_LOG, "a message could not be handed over", error, **_about(due))
                gives_up = due.attempts >= MOST_SURPRISES
                again = self._of_unknown_fate(due, now)
                await self._note(due, bury if gives_up else again, otherwise=bury)

    async def _note(self, due: Due, course: _Course, *, otherwise: _Course | None = None) -> None:
        """Commit an outcome; where a handler fails in it, the outcome without what it adds."""
        try:
            await self._transact(course.work)
        except DatabaseClosedError:
            raise
        except Exception as error:
            if otherwise is None:
                raise
            failure(_LOG, "what follows from a message is lost", error, **_about(due))
            await self._transact(otherwise.work)
            course = otherwise
        self._observer.tried(due.purpose, course.outcome)

    async def _bury(self, due: Due, now: datetime, transaction: Transaction) -> None:
        await outbox_states.mark_dead(transaction, due.id, now)

    def _later(self, due: Due) -> _Course:
        return _Course(Outcome.RETRY, partial(self._retry, due, self._after_a_pause(due)))

    def _after_a_pause(self, due: Due) -> datetime:
        return self._clock.now() + timedelta(seconds=growing(max(due.attempts, 1), self._random))

    async def _retry(self, due: Due, moment: datetime, transaction: Transaction) -> None:
        await outbox_states.mark_for_retry(transaction, due.id, moment)

    async def _wait_as_asked(self, due: Due, seconds: float) -> None:
        until = self._pacing.hold(due.chat_id, seconds)
        self._observer.asked_to_wait(seconds)

        async def wait(transaction: Transaction) -> None:
            await outbox_states.mark_for_retry(transaction, due.id, until)
            if due.chat_id is not None:
                await outbox_states.postpone(transaction, due.chat_id, due.bot, until)

        await self._note(due, _Course(Outcome.RETRY, wait))

    def _of_unknown_fate(self, due: Due, now: datetime) -> _Course:
        """Return what to do about a message that may or may not have been sent."""
        bury = _Course(Outcome.DEAD, partial(self._bury, due, now))
        if due.action == "answer_tap":
            return bury
        if due.action in CHANGES or due.purpose is Purpose.CARD:
            # To change a message twice is to change it once, and every copy of a card leads to the
            # same claim.
            return self._later(due)
        if due.purpose is Purpose.BULK:
            return _Course(Outcome.UNKNOWN, partial(_mark_unknown, due.id, now))
        if due.payload is None:
            return bury
        repeat = partial(self._repeat_with_word, due, self._after_a_pause(due))
        return _Course(Outcome.RETRY, repeat)

    async def _repeat_with_word(self, due: Due, moment: datetime, transaction: Transaction) -> None:
        payload = await self._handlers.with_word_of_repeat(transaction, due, self._house)
        key = await people.key_of_chat(transaction, due.chat_id)
        await outbox_states.mark_for_retry(transaction, due.id, moment, payload, key)

    async def _unreachable(
        self, chat: int, bot: str, now: datetime, transaction: Transaction
    ) -> None:
        await self._handlers.unreachable(transaction, chat, bot, now, self._house)

    async def _moved(self, due: Due, old: str, new: str, transaction: Transaction) -> None:
        await self._handlers.moved(transaction, old, new)
        # At once, unless the app sends us in circles.
        moment = self._clock.now() if due.attempts < 3 else self._after_a_pause(due)
        await outbox_states.mark_for_retry(transaction, due.id, moment)

    async def _gone(self, due: Due, now: datetime, transaction: Transaction) -> None:
        await outbox_states.mark_dead(transaction, due.id, now)
        await self._handlers.gone(transaction, due, now, self._house)


async def _mark_unknown(row_id: int, now: datetime, transaction: Transaction) -> None:
    await outbox_states.mark_unknown(transaction, row_id, now)


def _about(due: Due) -> dict[str, object]:
    return {
        "row": due.id,
        "action": word(due.action, ACTIONS),
        "purpose": due.purpose,
        "attempts": due.attempts,
    }
