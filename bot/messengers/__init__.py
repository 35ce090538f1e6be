"""Messengers: one adapter for each messaging app, all behind one small Protocol.

A messenger translates and decides nothing: raw updates in, events out of them, messages out.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Literal, Protocol

from handlers.events import Event
from handlers.payload import Payload, TapAnswer

#: A file of more bytes than this is not fetched.
LARGEST_FILE: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as the app sent it: its number, rising with time, and its JSON text."""

    number: int
    body: str


@dataclass(frozen=True, slots=True)
class Abilities:
    """How fast an app may be written to; rates are messages a second, bursts are messages.

    Over all chats that is at most `overall_limit` messages in any `overall_seconds`. A message can
    be deleted for `deletes_for` after it was sent.
    """

    overall_limit: int
    overall_seconds: float
    private_rate: float
    private_burst: float
    group_rate: float
    group_burst: float
    deletes_for: timedelta


@dataclass(frozen=True, slots=True)
class File:
    """A file that goes with a message; `name`, with its ending, is seen by whoever gets it."""

    kind: Literal["photo", "document"]
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where an app is to send updates, at most `connections` at a time.

    It says the `secret` with each of them: 1 to 256 letters, digits, `_` and `-`.
    """

    url: str
    secret: str = field(repr=False)
    connections: int = 40


class WebhookFailure(StrEnum):
    """Why an app could not hand over an update; a word of ours in the place of the app's own."""

    #: The name of the address leads to no computer.
    NAME = "no such name"
    #: Nobody listens there, or a firewall is in the way.
    CONNECTION = "no connection"
    #: The certificate is missing, over, or of somebody else.
    CERTIFICATE = "certificate"
    #: The connection was made, and no answer came.
    NO_ANSWER = "no answer"
    #: The answer was that the secret is wrong.
    REFUSED = "refused"
    #: The answer was that there is nothing at that address.
    NOT_FOUND = "not found"
    #: The web server in front reached nobody behind it.
    NOBODY_BEHIND = "nobody behind"
    #: The answer was to come again later: no room, or no database.
    LATER = "later"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How an app hands over updates: to the address `url`, or to whoever asks where that is None.

    `waiting` is how many it still has, `failed_at` and `failure` when it last could not hand one
    over, and why. `has_all_kinds` is False where it was asked for other kinds of updates than those
    that are understood here. `at` is when it said so, by its own clock.
    """

    url: str | None
    waiting: int
    failed_at: datetime | None = None
    failure: WebhookFailure | None = None
    has_all_kinds: bool = True
    at: datetime | None = field(default=None, compare=False)


class MessengerError(Exception):
    """A call to the messaging app did not do what it should; never carries personal content."""


class UpdateNotUnderstoodError(MessengerError):
    """The update cannot be read; it is put aside and its neighbours go on."""


class NotDeliveredError(MessengerError):
    """The call certainly was not carried out (no connection, or a failure of the app's server)."""


class FateUnknownError(MessengerError):
    """The call left, and no answer came: it may or may not have been carried out."""


class RetryAfterError(MessengerError):
    """The app asks to wait; `seconds` as it said."""

    def __init__(self, seconds: float) -> None:
        super().__init__("the app asks to wait")
        self.seconds = seconds


class ChatUnreachableError(MessengerError):
    """The person blocked the bot or never opened the chat, or the bot is no longer in the group."""


class ChatMovedError(MessengerError):
    """The group has another address now."""

    def __init__(self, new: str) -> None:
        super().__init__("the group has another address now")
        self.new = new


class MessageGoneError(MessengerError):
    """The message to edit or delete is no longer there, or can no longer be changed."""


class TapTooOldError(MessengerError):
    """The button was pressed too long ago to be answered."""


class RefusedError(MessengerError):
    """The app will never carry out this call; `reason` is one of its fixed sentences."""

    def __init__(self, reason: str) -> None:
        super().__init__("the app refuses this call")
        self.reason = reason


class FileTooLargeError(RefusedError):
    """The file holds more than is fetched."""


class ContestedError(NotDeliveredError):
    """Another program asks for the updates of this bot, or has them sent elsewhere."""


class TokenRefusedError(MessengerError):
    """The app does not know the token of this bot."""


class Messenger(Protocol):
    """One messaging app. Every method may raise the errors above, and no others."""

    @property
    def name(self) -> str:
        """What the bot is called here: a word that stands beside all that goes by it."""
        ...

    @property
    def abilities(self) -> Abilities: ...

    async def start(self) -> None:
        """Connect, learn who the bot is, and publish its commands."""
        ...

    async def stop(self) -> None:
        """Close every connection."""
        ...

    @property
    def secret_header(self) -> str:
        """The HTTP header in which the app says the secret of a webhook."""
        ...

    async def set_webhook(self, webhook: Webhook | None) -> None:
        """Have updates sent to an address from now on, or kept until they are asked for.

        What waits at the app is kept either way. Raises RefusedError for an address that the app
        will not send to.
        """
        ...

    async def delivery(self) -> Delivery:
        """Ask the app how it hands over updates."""
        ...

    def unpack(self, body: bytes) -> RawUpdate:
        """Return the update that was sent to a webhook.

        Raises UpdateNotUnderstoodError where it has no number; with one, it may be anything.
        """
        ...

    async def receive(self, after: int | None) -> list[RawUpdate]:
        """Wait for updates later than `after`; asking with `after` tells the app they are safe."""
        ...

    def understand(self, update: RawUpdate) -> Event:
        """Return what an update says; raises UpdateNotUnderstoodError."""
        ...

    async def fetch(self, file: str, most: int = LARGEST_FILE) -> bytes:
        """Return what a file holds, by the app's name of it.

        Raises FileTooLargeError too, where that is more than `most` bytes.
        """
        ...

    async def send(
        self, chat: str, payload: Payload, thread: int | None, file: File | None = None
    ) -> int:
        """Send a message to a chat's address and return its number there.

        With a file, the text stands below it and must not be longer than `payload.CAPTION_LIMIT`.
        """
        ...

    async def pin(self, chat: str, message: int) -> None:
        """Keep a message in sight at the top of its chat, without a sound."""
        ...

    async def edit(
        self, chat: str, message: int, payload: Payload, instead: File | None = None
    ) -> None:
        """Replace a message; one that already reads so counts as done.

        Of a message with a picture or a file, `instead` takes the place of that.
        """
        ...

    async def delete(self, chat: str, message: int) -> None:
        """Take a message back; one that is gone counts as done."""
        ...

    async def answer_tap(self, answer: TapAnswer) -> None:
        """Answer a press of a button."""
        ...

    async def is_member(self, chat: str, account: str) -> bool:
        """Say whether a person is in a group at this moment."""
        ...

    def private_chat_link(self, start: str) -> str:
        """Return a link that opens the private chat with the bot and hands over `start`."""
        ...
