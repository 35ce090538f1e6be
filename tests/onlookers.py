"""What everybody sees in the sandbox: one look at every phone, and what is new since the last."""

from dataclasses import dataclass, field

from bot.sandbox.groups import Group, Room
from bot.sandbox.people import Person
from bot.sandbox.world import Button, Message, Toast
from tests.scene import Scene
from tests.transcript import seen


@dataclass(frozen=True, slots=True)
class Shown:
    """A button that somebody could tap at some time, whether or not it is still there."""

    message: Message
    button: Button


@dataclass(slots=True)
class Onlookers:
    """Everybody with a phone; remembers what they saw already."""

    scene: Scene
    buttons: list[Shown] = field(default_factory=list)
    _read: dict[Message, tuple[str, list[list[str]], bool]] = field(default_factory=dict)
    _toasts: dict[tuple[str, str], int] = field(default_factory=dict)

    def look(self, first: Person | None, *, repeats: bool = True) -> list[str]:
        """Return what is new for anybody: whoever acted, the other people, then the groups.

        Without `repeats`, what one chat reads several times word by word is told once: how often an
        answer to many messages at once is given depends on how fast the machine is.
        """
        people = sorted(self.scene.people.values(), key=lambda person: person is not first)
        lines: list[str] = []
        for person in people:
            for toast in self._new_toasts(person):
                lines += _moment(person.name, toast)
            lines += self._new_messages(person, f"To {person.name}", repeats)
            for name, bot in self.scene.bots.items():
                other = person.at(bot.account)
                for toast in self._new_toasts(other, name):
                    lines += _moment(person.name, toast)
                lines += self._new_messages(other, f"To {person.name}, from {name}", repeats)
        for group in self.scene.groups.values():
            lines += self._new_messages(group, f"In {group.title}", repeats)
        return lines

    def _new_toasts(self, person: Person, bot: str = "") -> list[Toast]:
        known = self._toasts.get((person.name, bot), 0)
        self._toasts[person.name, bot] = len(person.toasts)
        return person.toasts[known:]

    def _new_messages(self, room: Room, where: str, repeats: bool) -> list[str]:
        lines = self._taken_back(room, where)
        told: list[list[str]] = []
        for message in room.from_bot:
            now = (message.text or "", _labels(message), message.is_deleted)
            before = self._read.get(message)
            if now == before:
                continue
            self._read[message] = now
            self._remember_buttons(message)
            title = where if before is None else f"{where}, in place of an earlier message"
            if isinstance(room, Group) and message.thread is not None:
                title += f", topic {message.chat.topics[message.thread]}"
            if before is None:
                title += _manner(message)
            if before is None and message.number in message.chat.pinned:
                title += ", kept in sight at the top"
            one = seen(title, now[0], now[1])
            if repeats or one not in told:
                lines += one
            told.append(one)
        return lines

    def _taken_back(self, room: Room, where: str) -> list[str]:
        """Return what could be read in a room and now cannot: its first line and its last but one,

        by which a card is known.
        """
        gone = [each for each in self._read if each.chat is room.chat and each.is_deleted]
        lines: list[str] = []
        for message in gone:
            words = self._read.pop(message)[0].splitlines()
            told = "\n".join(words[:1] + words[-2:-1])
            lines += seen(f"{where}, an earlier message is taken back", told, [])
        return lines

    def _remember_buttons(self, message: Message) -> None:
        self.buttons += [Shown(message, button) for row in message.buttons for button in row]


def _manner(message: Message) -> str:
    """Return how a message comes: what goes with it, and which earlier one it quotes."""
    manner = f", with a {message.media.kind}" if message.media else ""
    if message.reply_to is not None:
        quoted = (message.reply_to.text or "").splitlines() or ["a photo"]
        manner += f", below “{quoted[-1]}”"
    return manner + (", not to be passed on" if message.is_protected else "")


def _labels(message: Message) -> list[list[str]]:
    return [[button.label for button in row] for row in message.buttons]


def _moment(name: str, toast: Toast) -> list[str]:
    if toast.url:
        bot = toast.url.rpartition("/")[2].partition("Bot?")[0]
        return seen(f"To {name}, for a moment", f"(The private chat with {bot} opens.)", [])
    return seen(f"To {name}, for a moment", toast.text, [])
