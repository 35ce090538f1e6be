"""Who is there, which chats they have, and what was said in them; without any network."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Literal

from bot.clock import Clock
from bot.sandbox.files import FileStore, Media
from bot.sandbox.schema import Json
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook

ChatKind = Literal["private", "group", "supergroup", "channel"]
Standing = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]

#: Stands for whoever writes in the name of their group (Bot API: the bot @GroupAnonymousBot).
ANONYMOUS_ADMIN = 1087968824
#: How many messages of a chat are kept where history is not.
RECENT = 30


@dataclass(slots=True, eq=False)
class Toast:
    """What a phone shows for a moment after a press, or the link that it opens."""

    number: int
    text: str
    is_alert: bool
    url: str | None
    date: int


@dataclass(slots=True, eq=False)
class Account:
    """A person or a bot; the flags tell how a person stands to the bot of one world."""

    id: int
    name: str
    is_bot: bool = False
    username: str | None = None
    language: str | None = None
    is_known: bool = False
    has_started: bool = False
    has_blocked: bool = False
    is_deactivated: bool = False
    toasts: list[Toast] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Member:
    """How an account stands in a chat."""

    account: Account
    standing: Standing = "member"
    #: Of an admin, whether they may pin.
    can_pin: bool = True

    @property
    def is_inside(self) -> bool:
        return self.standing not in {"left", "kicked"}

    @property
    def is_admin(self) -> bool:
        return self.standing in {"creator", "administrator"}


@dataclass(slots=True, frozen=True)
class Button:
    """A button as a person sees it; `data` or `url` where it has one."""

    label: str
    data: str | None = None
    url: str | None = None
    requests_location: bool = False
    requests_contact: bool = False

    @staticmethod
    def read(button: Json) -> "Button":
        """Return a button of an inline or a reply keyboard."""
        return Button(
            label=button["text"],
            data=button.get("callback_data"),
            url=button.get("url"),
            requests_location=bool(button.get("request_location")),
            requests_contact=bool(button.get("request_contact")),
        )


@dataclass(slots=True, eq=False)
class Message:
    """A message; `text` is the caption where there is `media`; moments in Unix seconds."""

    chat: "Chat"
    sender: Account | None
    text: str | None = None
    number: int = 0
    date: int = 0
    entities: list[Json] = field(default_factory=list)
    media: Media | None = None
    sender_chat: "Chat | None" = None
    thread: int | None = None
    reply_to: "Message | None" = None
    markup: Json | None = None
    is_protected: bool = False
    link_preview: Json | None = None
    origin: Json | None = None
    album: str | None = None
    service: Json | None = None
    edited_at: int | None = None
    is_deleted: bool = False

    @property
    def is_edited(self) -> bool:
        return self.edited_at is not None

    @property
    def buttons(self) -> list[list[Button]]:
        """The buttons under the message, by row."""
        rows = (self.markup or {}).get("inline_keyboard") or []
        return [[Button.read(button) for button in row] for row in rows]

    @property
    def reply_keyboard(self) -> list[list[Button]] | None:
        """The keyboard that the message puts in place of the usual one, by row."""
        rows = (self.markup or {}).get("keyboard")
        if rows is None:
            return None
        return [
            [Button.read({"text": one} if isinstance(one, str) else one) for one in row]
            for row in rows
        ]

    @property
    def labels(self) -> list[str]:
        """The words on every button that comes with the message."""
        rows = self.buttons + (self.reply_keyboard or [])
        return [button.label for row in rows for button in row]


@dataclass(slots=True, eq=False)
class Chat:
    """A chat; `moved_to` is the supergroup that took its place, if one did."""

    id: int
    kind: ChatKind
    title: str
    numbers: Iterator[int]
    person: Account | None = None
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    is_forum: bool = False
    allows_posting: bool = True
    moved_to: "Chat | None" = None
    moved_from: "Chat | None" = None

    @property
    def is_private(self) -> bool:
        return self.kind == "private"

    def member(self, account: Account) -> Member | None:
        """Return how an account stands in the chat, if it was ever in it."""
        return self.members.get(account.id)

    def visible(self) -> list[Message]:
        """Return the messages that a phone shows, oldest first."""
        earlier = self.moved_from.visible() if self.moved_from else []
        return earlier + [one for one in self.messages.values() if not one.is_deleted]


@dataclass(slots=True, eq=False)
class Press:
    """A press of a button with callback data, at a moment in Unix seconds."""

    id: str
    person: Account
    chat: Chat
    message: int
    data: str
    date: float
    answer: Toast | None = None


class _Numbers:
    """What is counted over all bots."""

    def __init__(self) -> None:
        self.accounts = count(7001)
        self.groups = count(4_200_001)
        self.supergroups = count(1_000_000_000_001)
        self.toasts = count(1)
        self.presses = count(440_000_000_001)


class World:
    """One bot, the people around it, their chats, and the updates that wait for the bot.

    `beside` is the world of an earlier bot among the same people: groups and channels are shared by
    both, private chats are each bot's own.
    """

    def __init__(
        self,
        clock: Clock,
        bot: Account,
        queue: UpdateQueue,
        webhook: Webhook,
        *,
        keep: bool,
        beside: "World | None" = None,
    ) -> None:
        self.clock = clock
        self._keep = keep
        self.counts: _Numbers = _Numbers() if beside is None else beside.counts
        # Private chats and small groups of one account share one row of message numbers.
        self._shared_numbers = count(1)
        self.bot = bot
        self.queue = queue
        self.webhook = webhook
        self.files = FileStore(bot.id, keep=keep)
        self.commands: dict[str, list[Json]] = {}
        self.accounts: dict[int, Account] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.shown: dict[int, list[str]] = {} if beside is None else beside.shown
        self.version = 0
        #: Every world among the same people, this one included.
        self.worlds: list[World] = [] if beside is None else beside.worlds
        if beside is not None:
            self._know_everybody(beside)
        self.worlds.append(self)

    def _know_everybody(self, beside: "World") -> None:
        for other in beside.accounts.values():
            if other.is_bot:
                self.accounts[other.id] = other
            else:
                self._add_person(other.id, other.name, other.language)
        self.chats.update((one.id, one) for one in beside.chats.values() if not one.is_private)
        for world in self.worlds:
            world.accounts[self.bot.id] = self.bot

    def of(self, bot: Account) -> "World":
        """Return the world of a bot among the same people."""
        return next(world for world in self.worlds if world.bot is bot)

    def concerned(self, chat: Chat) -> "list[World]":
        """Return the worlds in which a chat is: all, or that of one bot where it is private."""
        return [self] if chat.is_private else self.worlds

    def now(self) -> datetime:
        """Return the present moment, in UTC."""
        return self.clock.now()

    def seconds(self) -> float:
        """Return the present moment in Unix seconds."""
        return self.clock.now().timestamp()

    def add_account(self, name: str, language: str | None, account: int | None) -> Account:
        """Add a person, with the next free number unless one is given."""
        number = account or next(n for n in self.counts.accounts if n not in self.accounts)
        if number in self.accounts:
            raise ValueError(f"there is already an account {number}")
        for world in self.worlds:
            world._add_person(number, name, language)  # noqa: SLF001 - another of the same kind
        return self.accounts[number]

    def _add_person(self, number: int, name: str, language: str | None) -> Account:
        person = Account(id=number, name=name, language=language)
        self.accounts[number] = person
        self.chats[number] = Chat(number, "private", name, self._shared_numbers, person=person)
        self.version += 1
        return person

    def add_chat(self, kind: ChatKind, title: str) -> Chat:
        """Add a group, supergroup or channel, without anybody in it."""
        if kind == "group":
            chat = Chat(-next(self.counts.groups), kind, title, self._shared_numbers)
        else:
            chat = Chat(-next(self.counts.supergroups), kind, title, count(1))
        for world in self.worlds:
            world.chats[chat.id] = chat
        self.version += 1
        return chat

    def post(self, message: Message) -> Message:
        """Put a message into its chat, with the next number and the present moment."""
        chat = message.chat
        message.number = next(chat.numbers)
        message.date = int(self.seconds())
        chat.messages[message.number] = message
        if not self._keep:
            self._forget_before(message)
        self.version += 1
        return message

    def _forget_before(self, message: Message) -> None:
        if len(message.chat.messages) > RECENT:
            del message.chat.messages[next(iter(message.chat.messages))]
        if message.reply_to is not None:
            # Answers to answers would keep a whole conversation alive.
            message.reply_to.reply_to = None

    def show(self, place: int, words: list[str]) -> None:
        """Remember what the bot has shown to a person or in a group, by its id."""
        self.version += 1
        if self._keep:
            self.shown.setdefault(place, []).extend(words)

    def add_toast(self, account: Account, text: str, url: str | None, *, is_alert: bool) -> Toast:
        """Show a toast, an alert or an opened link on a person's phone."""
        toast = Toast(next(self.counts.toasts), text, is_alert, url, int(self.seconds()))
        if text or url:
            account.toasts.append(toast)
        if not self._keep:
            del account.toasts[:-RECENT]
        self.show(account.id, [words for words in (text, url) if words])
        return toast

    def new_press_id(self) -> str:
        """Return an id for a press that no other press has."""
        return str(next(self.counts.presses))

    def add_press(self, press: Press) -> None:
        """Remember a press until it can no longer be answered."""
        self.presses[press.id] = press
        if not self._keep:
            while len(self.presses) > 5_000:
                del self.presses[next(iter(self.presses))]
