"""Chats as the people in them see them, and what their admins do with them."""

from typing import Protocol

from bot.sandbox.hearing import change_standing, joined, left, tell_edit, tell_message
from bot.sandbox.world import Account, Chat, Message, World


class NotPossibleError(Exception):
    """Somebody tries what their app would not let them do; the message says why."""


class Someone(Protocol):
    """Whoever has an account."""

    @property
    def account(self) -> Account: ...


class Room:
    """A chat as people see it."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self.chat = chat

    @property
    def id(self) -> int:
        """The chat's present id."""
        return self.chat.id

    @property
    def ids(self) -> list[int]:
        """Every id that the chat has had, the present one last."""
        earlier = [self.chat.moved_from.id] if self.chat.moved_from else []
        return [*earlier, self.chat.id]

    @property
    def title(self) -> str:
        return self.chat.title

    @property
    def messages(self) -> list[Message]:
        """What can be read there now, oldest first."""
        return self.chat.visible()

    @property
    def texts(self) -> list[str]:
        """The texts and captions that can be read there now, oldest first."""
        return [message.text for message in self.messages if message.text is not None]

    @property
    def from_bot(self) -> list[Message]:
        """What bots wrote there and can still be read, oldest first."""
        bots = [world.bot for world in self._world.concerned(self.chat)]
        return [each for each in self.messages if each.sender in bots and each.service is None]

    @property
    def pinned(self) -> list[Message]:
        """What is pinned there, the newest last, which is the one in sight."""
        messages = self.chat.messages
        return [messages[number] for number in self.chat.pinned if number in messages]

    def sees(self, words: str) -> bool:
        """Say whether these words can be read there now, in a text or on a button."""
        return any(
            words in shown
            for message in self.messages
            for shown in (message.text or "", *message.labels)
        )


class Group(Room):
    """A group, supergroup or forum; `owner` is who does what admins do unless told otherwise."""

    def __init__(self, world: World, chat: Chat, owner: Account) -> None:
        super().__init__(world, chat)
        self.owner = owner

    def add_bot(self, by: Someone | None = None, bot: Account | None = None) -> None:
        """Let a bot in; it gets `my_chat_member` and the service message."""
        adder, bot = by.account if by else self.owner, bot or self._world.bot
        change_standing(self._world, self.chat, adder, bot, "member")
        joined(self._world, self.chat, adder, bot)

    def remove_bot(self, by: Someone | None = None, bot: Account | None = None) -> None:
        """Put a bot out; what it sends there is refused from now on."""
        remover, bot = by.account if by else self.owner, bot or self._world.bot
        if self.chat.kind == "group":
            left(self._world, self.chat, remover, bot)
        change_standing(self._world, self.chat, remover, bot, "kicked")

    def make_bot_admin(self, *, can_pin: bool = True, bot: Account | None = None) -> None:
        """Make a bot an admin, who hears everything, and as a rule may pin."""
        bot = bot or self._world.bot
        change_standing(self._world, self.chat, self.owner, bot, "administrator", can_pin=can_pin)

    def make_bot_member(self) -> None:
        """Make the bot an ordinary member again, who may post."""
        change_standing(self._world, self.chat, self.owner, self._world.bot, "member")

    def add_member(self, person: Someone) -> Message:
        """Let a person in."""
        change_standing(self._world, self.chat, self.owner, person.account, "member")
        return joined(self._world, self.chat, self.owner, person.account)

    def remove_member(self, person: Someone) -> Message:
        """Let a person go."""
        change_standing(self._world, self.chat, self.owner, person.account, "left")
        return left(self._world, self.chat, person.account, person.account)

    def make_admin(self, person: Someone) -> None:
        """Make a person an admin of the group."""
        change_standing(self._world, self.chat, self.owner, person.account, "administrator")

    def forbid_posting(self) -> None:
        """Take from the bot the right to write.

        In a supergroup the bot alone is restricted and hears of it; a small group knows only rules
        for everybody, and the bot does not hear of those.
        """
        if self.chat.kind == "supergroup":
            change_standing(self._world, self.chat, self.owner, self._world.bot, "restricted")
        else:
            self.chat.allows_posting = False

    def allow_posting(self) -> None:
        """Give the bot back the right to write."""
        self.chat.allows_posting = True
        member = self.chat.member(self._world.bot)
        if member is not None and member.standing == "restricted":
            change_standing(self._world, self.chat, self.owner, self._world.bot, "member")

    def rename(self, title: str) -> Message:
        """Give the group another title."""
        self.chat.title = title
        return self._serve({"new_chat_title": title})

    def make_forum(self) -> None:
        """Turn topics on, for which a small group becomes a supergroup."""
        if self.chat.kind == "group":
            self.upgrade_to_supergroup()
        self.chat.is_forum = True
        self._world.version += 1

    def add_topic(self, name: str) -> int:
        """Add a topic and return its thread id."""
        if not self.chat.is_forum:
            raise NotPossibleError("only a forum has topics")
        created = {"name": name, "icon_color": 0x6FB9F0}
        message = Message(
            chat=self.chat, sender=self.owner, service={"forum_topic_created": created}
        )
        self._world.post(message)
        message.thread = message.number
        self.chat.topics[message.number] = name
        tell_message(self._world, message)
        return message.number

    def upgrade_to_supergroup(self, *, new_group_first: bool = False) -> None:
        """Turn a small group into a supergroup with a new id.

        Both sides get a service message; the bot hears of them in either order.
        """
        old = self.chat
        if old.kind != "group":
            raise NotPossibleError("only a small group can become a supergroup")
        new = self._world.add_chat("supergroup", old.title)
        new.members = dict(old.members)
        new.allows_posting = old.allows_posting
        new.moved_from, old.moved_to = old, new
        self.chat = new
        last = self._world.post(
            Message(chat=old, sender=self.owner, service={"migrate_to_chat_id": new.id})
        )
        first = self._world.post(
            Message(
                chat=new,
                sender=None,
                sender_chat=new,
                service={"migrate_from_chat_id": old.id},
            )
        )
        for message in (first, last) if new_group_first else (last, first):
            tell_message(self._world, message)

    def _serve(self, service: dict[str, object]) -> Message:
        message = self._world.post(Message(chat=self.chat, sender=self.owner, service=service))
        tell_message(self._world, message)
        return message


class Channel(Room):
    """A channel in which the bot is an admin, as it has to be."""

    def posts(self, text: str) -> Message:
        """Publish a post in the name of the channel."""
        post = Message(chat=self.chat, sender=None, sender_chat=self.chat, text=text)
        self._world.post(post)
        tell_message(self._world, post)
        return post

    def edits(self, post: Message, text: str) -> Message:
        """Change a post."""
        post.text = text
        post.edited_at = int(self._world.seconds())
        tell_edit(self._world, post)
        return post
