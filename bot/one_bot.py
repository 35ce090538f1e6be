"""One bot of a service: it connects, receives and sends, whatever becomes of the others."""

import asyncio
import logging
from collections.abc import Collection
from dataclasses import replace
from enum import Enum, auto

from bot.backoff import Backoff
from bot.crew import Crew
from bot.log import kind_of, name_of
from bot.messengers import Messenger, MessengerError, RetryAfterError, TokenRefusedError
from bot.parts import Means, Part, Role
from bot.receiving import Receiving
from bot.sending import Sending
from storage import bots

_LOG = logging.getLogger(__name__)


class _State(Enum):
    CONNECTING = auto()
    AT_WORK = auto()
    REFUSED = auto()


class OneBot:
    """Connects as long as it takes, then works until its token is refused.

    What runs for it is a crew of its own, so that whatever it fails with ends nothing else.
    """

    def __init__(self, messenger: Messenger, means: Means, roles: Collection[Role]) -> None:
        self.name = messenger.name
        self._messenger = messenger
        house = replace(means.house, bot=self.name)
        observer = means.onlookers.observer.of(self.name)
        self._means = replace(
            means,
            house=house,
            crew=Crew(),
            onlookers=replace(means.onlookers, observer=observer),
        )
        self.receiving = Receiving(messenger, self._means) if Role.RECEIVE in roles else None
        self.sending = Sending(messenger, self._means) if Role.SEND in roles else None
        self._state = _State.CONNECTING
        #: Set once it is known whether it can be reached, whatever came of that.
        self.was_tried = asyncio.Event()

    @property
    def is_at_work(self) -> bool:
        """Whether it is connected and its token is good."""
        return self._state is _State.AT_WORK

    @property
    def is_refused(self) -> bool:
        """Whether its token is not known to the app any more."""
        return self._state is _State.REFUSED

    @property
    def parts(self) -> list[Part]:
        """What works for it while it is connected."""
        made: tuple[Part | None, ...] = (self.receiving, self.sending)
        return [each for each in made if each is not None]

    async def connect(self) -> None:
        """Connect, trying for ever; raises TokenRefusedError and CannotGoOnError."""
        backoff = Backoff(self._means.clock, self._means.random)
        try:
            while not await self._is_connected(backoff):
                self.was_tried.set()
        finally:
            self.was_tried.set()
        self._state = _State.AT_WORK

    async def _is_connected(self, backoff: Backoff) -> bool:
        try:
            await self._messenger.start()
            for part in self.parts:
                await part.open()
        except TokenRefusedError:
            self._state = _State.REFUSED
            raise
        except MessengerError as error:
            if not backoff.failures:
                about = {**kind_of(error), **name_of(self.name)}
                _LOG.warning("the messaging app cannot be reached; trying again", extra=about)
            self.was_tried.set()
            wait = error.seconds if isinstance(error, RetryAfterError) else 0
            await backoff.pause(at_least=wait)
            return False
        return True

    async def run(self) -> None:
        """Work until cancelled; raises TokenRefusedError, or whatever a loop failed with."""
        if self.sending is not None:
            now = self._means.clock.now()
            await self._means.transact(lambda transaction: bots.wake(transaction, self.name, now))
        try:
            async with asyncio.TaskGroup() as loops:
                for part in self.parts:
                    loops.create_task(part.run(), name=f"{type(part).__name__} {self.name}")
                loops.create_task(self._means.crew.watch(), name=f"crew {self.name}")
        except ExceptionGroup as group:
            raise why(group) from None

    def private_chat_link(self, start: str) -> str:
        """Return a link that opens the private chat with it and hands over `start`."""
        return self._messenger.private_chat_link(start)

    async def leave(self) -> None:
        """Stay out, since the token is refused; what it has to be done waits for another one."""
        self._state = _State.REFUSED
        await self.close()

    async def close(self) -> None:
        """Let nothing more come in."""
        for part in self.parts:
            await part.close()

    async def end(self, seconds: float) -> None:
        """Let what is under way end within seconds of the machine's own time."""
        await self._means.crew.end(seconds)

    async def disconnect(self) -> None:
        """Close every connection."""
        await self._messenger.stop()


def why(group: ExceptionGroup[Exception]) -> Exception:
    """Return one of what failed, which is enough: the others were ended because of it."""
    refused, _ = group.split(TokenRefusedError)
    first = (refused or group).exceptions[0]
    return why(first) if isinstance(first, ExceptionGroup) else first
