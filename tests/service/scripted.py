"""A messaging app in memory that does what a test tells it, and handlers that echo."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.handling import Handlers
from bot.messengers import (
    LARGEST_FILE,
    Abilities,
    Delivery,
    File,
    FileTooLargeError,
    MessengerError,
    RawUpdate,
    UpdateNotUnderstoodError,
    Webhook,
)
from bot.messengers.telegram.messenger import ABILITIES
from handlers import delivery
from handlers.events import Event, FileSent, PhotoSent, Place, Said, Sender, person_of
from handlers.house import House
from handlers.payload import Payload, TapAnswer
from storage import chats, due_work, outbox
from storage.database import Transaction
from storage.departures import Due
from storage.due_work import DueWork
from storage.outbox import Outgoing, Purpose
from storage.private import PrivateText
from storage.retention import TIDY, TIDY_EVERY, sweep_all

UNHURRIED = ABILITIES
UNLIMITED = Abilities(1_000_000, 1, 1e6, 1e6, 1e6, 1e6, timedelta(hours=48))


@dataclass(frozen=True)
class Delivered:
    """Something the app carried out."""

    at: datetime
    action: str
    chat: str
    text: str
    file: File | None = None


#: Decides about a call for a chat: returns an error to raise, or None.
Judge = Callable[[str], MessengerError | None]


@dataclass
class ScriptedMessenger:
    """Keeps what is to be received, and what was sent to whom and when."""

    clock: Clock
    abilities: Abilities = UNLIMITED
    name: str = "telegram"
    delivered: list[Delivered] = field(default_factory=list)
    confirmed: int | None = None
    receive_failures: list[MessengerError] = field(default_factory=list)
    start_failures: list[MessengerError] = field(default_factory=list)
    webhook_failures: list[MessengerError] = field(default_factory=list)
    webhook: Webhook | None = None
    #: Asked before each call is carried out, and after it.
    judge: Judge | None = None
    judge_after: Judge | None = None
    judge_pin: Judge | None = None
    #: While it is not set, calls are under way and no answer comes.
    answers: asyncio.Event = field(default_factory=asyncio.Event)
    under_way: list[str] = field(default_factory=list)

    #: What is to be fetched, by name; while `fetches` is not set, no answer comes.
    files: dict[str, bytes] = field(default_factory=dict)
    fetches: asyncio.Event = field(default_factory=asyncio.Event)
    fetch_failures: list[MessengerError] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.answers.set()
        self.fetches.set()
        self._updates: list[RawUpdate] = []
        self._arrived = asyncio.Event()

    def hears(self, account: str, text: str, number: int | None = None) -> int:
        """Have somebody write to the bot; returns the number of the update."""
        body = json.dumps({"from": account, "text": text})
        return self.hears_raw(body, number)

    def hears_raw(self, body: str, number: int | None = None) -> int:
        """Have any update arrive."""
        number = number or 1 + max((update.number for update in self._updates), default=0)
        self._updates.append(RawUpdate(number, body))
        self._arrived.set()
        return number

    def texts_to(self, chat: str) -> list[str]:
        """What was sent to a chat, in order."""
        here = [each for each in self.delivered if each.chat == chat]
        return [each.text for each in here if each.action != "pin"]

    async def start(self) -> None:
        if self.start_failures:
            raise self.start_failures.pop(0)

    async def stop(self) -> None:
        self.answers.set()

    @property
    def secret_header(self) -> str:
        return "X-Secret"

    async def set_webhook(self, webhook: Webhook | None) -> None:
        if self.webhook_failures:
            raise self.webhook_failures.pop(0)
        self.webhook = webhook

    async def delivery(self) -> Delivery:
        return Delivery(self.webhook.url if self.webhook else None, 0)

    def unpack(self, body: bytes) -> RawUpdate:
        try:
            return RawUpdate(json.loads(body)["number"], body.decode())
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise UpdateNotUnderstoodError from error

    async def receive(self, after: int | None) -> list[RawUpdate]:
        if self.receive_failures:
            raise self.receive_failures.pop(0)
        if after is not None:
            self.confirmed = after
            self._updates = [update for update in self._updates if update.number > after]
        while not self._updates:
            self._arrived.clear()
            await self._arrived.wait()
        return self._updates[:100]

    def understand(self, update: RawUpdate) -> Event:
        try:
            read = json.loads(update.body)
            sender = Sender(read["from"])
            return Said(sender, Place(read["from"], True), 1, PrivateText(read["text"]))
        except (ValueError, KeyError) as error:
            raise UpdateNotUnderstoodError from error

    async def fetch(self, file: str, most: int = LARGEST_FILE) -> bytes:
        self.fetched.append(file)
        await self.fetches.wait()
        if self.fetch_failures:
            raise self.fetch_failures.pop(0)
        if len(self.files[file]) > most:
            raise FileTooLargeError("the file is too large")
        return self.files[file]

    async def send(
        self, chat: str, payload: Payload, thread: int | None, file: File | None = None
    ) -> int:
        await self._carry_out("send", chat, payload.text, file)
        return len(self.delivered)

    async def pin(self, chat: str, message: int) -> None:
        if self.judge_pin is not None and (error := self.judge_pin(chat)):
            raise error
        await self._carry_out("pin", chat, str(message))

    async def edit(
        self, chat: str, message: int, payload: Payload, instead: File | None = None
    ) -> None:
        await self._carry_out("edit", chat, payload.text, instead)

    async def delete(self, chat: str, message: int) -> None:
        await self._carry_out("delete", chat, str(message))

    async def answer_tap(self, answer: TapAnswer) -> None:
        await self._carry_out("answer_tap", "", answer.text)

    async def is_member(self, chat: str, account: str) -> bool:
        return True

    def private_chat_link(self, start: str) -> str:
        return f"https://example.org/{start}"

    async def _carry_out(self, action: str, chat: str, text: str, file: File | None = None) -> None:
        self.under_way.append(chat)
        try:
            await self.answers.wait()
            if self.judge is not None and (error := self.judge(chat)):
                raise error
            self.delivered.append(Delivered(self.clock.now(), action, chat, text, file))
            if self.judge_after is not None and (error := self.judge_after(chat)):
                raise error
        finally:
            self.under_way.remove(chat)


def message(
    chat_id: int | None,
    text: str,
    purpose: Purpose = Purpose.ANSWER,
    *,
    action: str = "send",
    changes: int | None = None,
    number: int | None = None,
    expires_at: datetime | None = None,
    label: str | None = None,
    with_file: bool = False,
) -> Outgoing:
    """Return a message as handlers keep it."""
    payload = TapAnswer(tap="1", text=text) if action == "answer_tap" else Payload(text=text)
    return Outgoing(
        chat_id=chat_id,
        action=action,
        purpose=purpose,
        payload=PrivateText(payload.model_dump_json()),
        changes=changes,
        message=number,
        expires_at=expires_at,
        label=label,
        with_file=with_file,
    )


class DeliberatelyBrokenError(Exception):
    """A handler failed because the test wanted it to; quotes what somebody typed, as some do."""


async def receive(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    """Answer every word with itself; «break» fails."""
    if not isinstance(event, Said):
        return
    words = event.text.reveal()
    chat_id = await chats.remember(transaction, event.place.chat, is_private=True)
    await outbox.add(transaction, [message(chat_id, words)], now)
    if words.startswith("break"):
        raise DeliberatelyBrokenError(words)


async def apologise(transaction: Transaction, event: Event, now: datetime, house: House) -> None:
    """Say sorry to whoever it was."""
    account = person_of(event)
    assert account is not None
    chat_id = await chats.remember(transaction, account, is_private=True)
    await outbox.add(transaction, [message(chat_id, "Sorry, our fault")], now)


async def do_timed(transaction: Transaction, work: DueWork, now: datetime, house: House) -> None:
    """Write to the first chat; «again» plans itself anew, «broken» fails after writing."""
    if work.kind == TIDY:
        await sweep_all(transaction, now, {})
        await due_work.plan(transaction, TIDY, 0, now + TIDY_EVERY)
        return
    await outbox.add(transaction, [message(1, f"{work.kind} {work.subject}")], now)
    if work.kind == "again" and work.subject > 1:
        await due_work.plan(transaction, "again", work.subject - 1, now + timedelta(hours=1))
    if work.kind == "broken":
        raise DeliberatelyBrokenError(work.kind)


async def nothing_follows(
    transaction: Transaction, due: Due, message: int, now: datetime, house: House
) -> None:
    """Keep no record of a card."""


async def with_word(transaction: Transaction, due: Due, house: House) -> PrivateText:
    """Put a word before the text, once."""
    assert due.payload is not None
    payload = Payload.model_validate_json(due.payload.reveal())
    words = payload.text if payload.text.startswith("Again: ") else f"Again: {payload.text}"
    return PrivateText(Payload(text=words).model_dump_json())


async def wants_none(
    transaction: Transaction, event: PhotoSent | FileSent, now: datetime, house: House
) -> bool:
    """Want no picture and no file."""
    return False


ECHO = Handlers(
    receive=receive,
    wants_picture=wants_none,
    wants_file=wants_none,
    apologise=apologise,
    do_timed=do_timed,
    posted=nothing_follows,
    gone=delivery.gone,
    unreachable=delivery.unreachable,
    moved=delivery.moved,
    with_word_of_repeat=with_word,
)
