"""People with phones: what they write, tap and share, and what their phones show."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.formatting import TEXT_LIMIT, found_in, length
from bot.sandbox.groups import Group, NotPossibleError, Room
from bot.sandbox.hearing import tell_edit, tell_press, tell_private_door
from bot.sandbox.mischief import Mischief
from bot.sandbox.sharing import Sender
from bot.sandbox.world import Account, Button, Message, Press, Toast, World

#: After two days the app no longer tells a bot what stood in a message whose button was pressed.
FORGOTTEN_AFTER = 48 * 3600
_START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


@dataclass(frozen=True, slots=True)
class Tap:
    """What came of a tap: a press that the bot hears, a message in the person's name, or a link."""

    press: Press | None = None
    message: Message | None = None
    opened: str | None = None


class Person(Sender):
    """A person and their phone. As a room it is their private chat with one bot."""

    def __init__(
        self, world: World, account: Account, groups: list[Group], mischief: Mischief
    ) -> None:
        super().__init__(world, account)
        self.opened_links: list[str] = []
        self._groups = groups
        self._mischief = mischief

    def at(self, bot: Account) -> "Person":
        """Return the same person and phone, in the private chat with another bot."""
        world = self._world.of(bot)
        return Person(world, world.accounts[self.account.id], self._groups, self._mischief)

    @property
    def toasts(self) -> list[Toast]:
        """The toasts, alerts and links that presses brought, oldest first."""
        return self.account.toasts

    @property
    def rooms(self) -> list[Room]:
        """Every chat on the phone: the private one first, then the groups they are in."""
        inside = [group for group in self._groups if self._is_inside(group)]
        return [self, *inside]

    # Writing

    def says(
        self,
        text: str,
        chat: Room | None = None,
        *,
        reply_to: Message | None = None,
        thread: int | None = None,
    ) -> Message:
        """Write text, in private unless a chat is named."""
        if not text.strip():
            raise NotPossibleError("the app does not send an empty message")
        if length(text) > TEXT_LIMIT:
            raise NotPossibleError(f"the app sends at most {TEXT_LIMIT} characters at once")
        message = self._draft(chat, text, reply_to, thread)
        return self._send(message)

    def says_anonymously(
        self, text: str, group: Group, *, reply_to: Message | None = None
    ) -> Message:
        """Write as an admin who is anonymous: in the name of the group."""
        member = group.chat.member(self.account)
        if member is None or not member.is_admin:
            raise NotPossibleError(f"{self.name} is not an admin of {group.title}")
        message = self._draft(group, text, reply_to, None)
        message.sender, message.sender_chat = None, group.chat
        return self._send(message)

    def starts(self, payload: str = "") -> Message:
        """Press *Start*, with what the link carried."""
        if not _START_PAYLOAD.fullmatch(payload):
            raise NotPossibleError("a start payload has at most 64 of A-Z a-z 0-9 _ -")
        return self.says(f"/start {payload}".rstrip())

    def opens_link(self, url: str) -> Message | None:
        """Open a link; one that leads to the bot presses *Start* with what it carries."""
        self.opened_links.append(url)
        parts = urlsplit(url if "://" in url else f"https://{url}")
        name = parts.path.strip("/").lower()
        worlds = self._world.worlds
        bots = [one.bot for one in worlds if name == (one.bot.username or "").lower()]
        if parts.netloc != "t.me" or not bots:
            return None
        payload = parse_qs(parts.query).get("start", [""])[0]
        return self.at(bots[0]).starts(payload)

    def edits(self, message: Message, text: str) -> Message:
        """Change a message of one's own."""
        if message.sender is not self.account:
            raise NotPossibleError(f"{self.name} can change only their own messages")
        message.text, message.entities = text, found_in(text)
        message.edited_at = int(self._world.seconds())
        self._world.version += 1
        tell_edit(self._world, message)
        return message

    # Tapping

    def taps(self, label: str, message: Message | None = None, chat: Room | None = None) -> Tap:
        """Tap the newest button with these words, in private unless a chat is named.

        Raises NotPossibleError, with all labels in sight, where there is no such button.
        """
        room = chat or self
        candidates = [message] if message is not None else list(reversed(room.messages))
        for one in candidates:
            for row in one.buttons:
                for button in row:
                    if button.label == label:
                        return self.taps_button(one, button)
        for one in candidates:
            if one.reply_keyboard is not None:
                for row in one.reply_keyboard:
                    for button in row:
                        if button.label == label:
                            return self._taps_key(button, room)
        in_sight = [words for one in candidates for words in one.labels]
        raise NotPossibleError(f"{self.name} sees no button {label!r}, only {in_sight}")

    def taps_button(self, message: Message, button: Button) -> Tap:
        """Tap a button under a message."""
        if button.url is not None:
            return Tap(message=self.opens_link(button.url), opened=button.url)
        return Tap(press=self.presses(message, button))

    def presses(
        self, message: Message, button: Button, *, message_is_forgotten: bool = False
    ) -> Press:
        """Press a button with data; the bot is not told of a message that is two days old."""
        if button.data is None:
            raise NotPossibleError(f"the button {button.label!r} carries no data")
        is_old = self._world.seconds() - message.date > FORGOTTEN_AFTER
        accessible = not (message_is_forgotten or is_old)
        return self._press(message, button.data, accessible=accessible)

    def sends_raw(self, callback_data: str, message: Message | None = None) -> Press:
        """Press a button that nobody offered, as a forged app could."""
        pressed = message or (self.from_bot[-1] if self.from_bot else None)
        if pressed is None:
            raise NotPossibleError("even a forged press needs a message of the bot")
        return self._press(pressed, callback_data, accessible=True)

    def _press(self, message: Message, data: str, *, accessible: bool) -> Press:
        member = message.chat.member(self.account)
        if not message.chat.is_private and (member is None or not member.is_inside):
            raise NotPossibleError(f"{self.name} is not in {message.chat.title}")
        heard_by = self._world
        if message.sender is not None and message.sender.is_bot:
            heard_by = heard_by.of(message.sender)
        press = self._new_press(message, data)
        tell_press(heard_by, press, accessible=accessible)
        if self._mischief.presses_again():
            tell_press(heard_by, self._new_press(message, data), accessible=accessible)
        return press

    def _new_press(self, message: Message, data: str) -> Press:
        return Press(
            id=self._world.new_press_id(),
            person=self.account,
            chat=message.chat,
            message=message.number,
            data=data,
            date=self._world.seconds(),
        )

    def _taps_key(self, button: Button, room: Room) -> Tap:
        if button.requests_contact:
            return Tap(message=self.shares_contact(chat=room))
        if button.requests_location:
            raise NotPossibleError("say where: shares_location(latitude, longitude)")
        return Tap(message=self.says(button.label, room))

    # Opening and closing the door

    def blocks_bot(self) -> None:
        """Block the bot; it hears of it, and reaches this person no more."""
        self._set_blocked(is_blocked=True)

    def unblocks_bot(self) -> None:
        """Let the bot in again."""
        self._set_blocked(is_blocked=False)

    def deletes_account(self) -> None:
        """Leave the app for good; the bot does not hear of it."""
        for world in self._world.worlds:
            world.accounts[self.account.id].is_deactivated = True
        self._world.version += 1

    def _set_blocked(self, *, is_blocked: bool) -> None:
        if self.account.has_blocked == is_blocked:
            return
        self.account.has_blocked = is_blocked
        self._world.version += 1
        tell_private_door(self._world, self.account, is_open=not is_blocked)
