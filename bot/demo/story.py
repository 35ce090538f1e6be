"""The story of the demo: one request from the asking to the end, played by people with phones."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from bot.clock import Clock
from bot.demo.bubbles import Bubble, Side, Terminal
from bot.demo.street import AREA, SECONDS_TO_APPEAR, NotSeenError, Street, seen
from bot.sandbox.groups import Room
from bot.sandbox.people import Person
from bot.sandbox.world import Button, Message
from handlers.texts import Money, PublicLine, PublicName, T, Texts

LANGUAGE: Final = "en"
NAME: Final = "Rosa"
WORDS: Final = "Milk, brown bread and cat food, please. My hip is bad this week."
WHEN: Final = "tomorrow between 10 and 12"
STREET: Final = "Garden Walk"
DOOR: Final = "12b"
QUESTION: Final = "Could you bring oat milk too, if they have it?"
ENTRY: Final = "Ring twice, I am slow to the door."

#: How long a bubble stands before the next: seconds for its own sake and for each character.
SECONDS_A_BUBBLE: Final = 0.5
SECONDS_A_SIGN: Final = 0.005
MOST_SECONDS: Final = 2.0


@dataclass
class Story:
    """Plays the story once; everything that is shown is read from the phones in the sandbox.

    `play` raises NotSeenError where the story does not come out, NotPossibleError where somebody
    does not find a button that they look for.
    """

    street: Street
    terminal: Terminal
    clock: Clock
    is_hurried: bool = False
    seconds_to_appear: float = SECONDS_TO_APPEAR
    _texts: Texts = field(default_factory=Texts)
    _read: dict[int, int] = field(default_factory=dict)
    _popped_up: dict[int, int] = field(default_factory=dict)

    async def play(self) -> None:
        """Play the story from the linking of the group to the end of the visit."""
        card = await self.play_to_the_door()
        await self._helper_is_done(card)
        await self._resident_confirms()
        self._nothing_private_in_the_group()

    async def play_to_the_door(self) -> Message:
        """Play the story until the helper is on the way, and return the card in the group."""
        for person in (self.street.first, self.street.second):
            self._read[person.id] = person.messages[-1].number
        await self._group_is_linked()
        await self._resident_asks()
        card = await self._card_is_tapped()
        details = await self._details_arrive()
        await self._they_write()
        await self._helper_sets_off(details)
        return card

    async def _group_is_linked(self) -> None:
        group = self.street.group
        self.terminal.chapter(f"Olive, who looks after the scheme, has linked a group to {AREA}")
        for message in group.messages:
            if message.text:
                await self._show_message(group, message)

    async def _resident_asks(self) -> None:
        rosa = self.street.resident
        self.terminal.chapter("Rosa asks for help, in private")
        await self._says(rosa, "/start")
        await self._taps(rosa, T("button-ask"))
        await self._taps(rosa, T("button-agree"))
        await self._taps(rosa, T("button-yes"))
        await self._taps(rosa, T("whom-me"))
        await self._says(rosa, NAME)
        await self._taps(rosa, T("kind-shopping"))
        await self._says(rosa, WORDS)
        await self._says(rosa, WHEN)
        await self._taps(rosa, PublicName(AREA))
        for words in (STREET, DOOR, ENTRY):
            await self._says(rosa, words)
        await self._taps(rosa, T("button-skip"))
        await self._taps(rosa, T("size-bags"))
        await self._taps(rosa, T("pays-choice-back", ceiling=Money(2000, "GBP")))
        await self._taps(rosa, T("button-send"))

    async def _card_is_tapped(self) -> Message:
        ben, priya, group = self.street.first, self.street.second, self.street.group
        self.terminal.chapter(
            "The group sees a card, and nothing private. Ben taps it, and so does Priya"
        )
        card = await self._reads(group)
        before = card.text
        if not card.buttons:
            raise NotSeenError("a card with a button")
        button = card.buttons[0][0]
        await self._presses(ben, card, button)
        await self._seen("a notice for Ben", lambda: len(ben.toasts) > 0)
        # Her phone has not shown the change yet.
        await self._presses(priya, card, button)
        await self._pops_up(ben)
        await self._pops_up(priya)
        await self._changes(group, card, before)
        if card.buttons:
            raise NotSeenError("a card that can no longer be taken")
        return card

    async def _details_arrive(self) -> Message:
        self.terminal.chapter("What Ben needs to know arrives in stages")
        details = await self._reads(self.street.first)
        _expect(details, WORDS, STREET)
        _expect_hidden(details, DOOR, ENTRY)
        await self._reads(self.street.resident)
        return details

    async def _they_write(self) -> None:
        rosa, ben = self.street.resident, self.street.first
        self.terminal.chapter("They write to each other, and neither sees the other's account")
        await self._taps(rosa, T("button-write-helper"))
        await self._says(rosa, QUESTION)
        _expect(await self._reads(ben), NAME, QUESTION)

    async def _resident_confirms(self) -> None:
        self.terminal.chapter("Rosa says that it is done, and may say thank you")
        await self._taps(self.street.resident, T("button-confirm"))

    async def _helper_sets_off(self, details: Message) -> None:
        ben = self.street.first
        self.terminal.chapter("Ben sets off")
        await self._presses(ben, details, self._button(details, T("button-set-off")))
        await self._pops_up(ben)
        _expect(await self._reads(ben), STREET, DOOR, ENTRY)
        await self._reads(self.street.resident)

    async def _helper_is_done(self, card: Message) -> None:
        ben = self.street.first
        self.terminal.chapter("It is done, and the details go from Ben's phone again")
        held, before = ben.from_bot[-1], card.text
        await self._presses(ben, held, self._button(held, T("button-done")))
        await self._pops_up(ben)
        await self._disappears(ben, held)
        await self._reads(ben)
        for message in ben.from_bot:
            if not message.is_deleted:
                _expect_hidden(message, WORDS, STREET, DOOR, ENTRY)
        await self._reads(self.street.resident)
        await self._changes(self.street.group, card, before)

    def _nothing_private_in_the_group(self) -> None:
        group = self.street.group
        shown = "\n".join(self.street.sandbox.recorder.everything_shown_in(*group.ids))
        if any(words in shown for words in (NAME, WORDS, STREET, DOOR, ENTRY, QUESTION)):
            raise NotSeenError("a group that was shown nothing private")

    # What people do

    async def _says(self, person: Person, words: str) -> None:
        await self._show_message(person, person.says(words))
        await self._reads(person)

    async def _taps(self, person: Person, button: PublicLine) -> None:
        label = self._texts.say(button, LANGUAGE)
        person.taps(label)
        await self._show(person, Bubble(person.name, f"[{label}]", Side.OWNER))
        await self._reads(person)

    async def _presses(self, person: Person, message: Message, button: Button) -> None:
        room = self.street.group if message.chat is self.street.group.chat else person
        person.presses(message, button)
        await self._show(room, Bubble(person.name, f"[{button.label}]", Side.OWNER))

    def _button(self, message: Message, label: T) -> Button:
        words = self._texts.say(label, LANGUAGE)
        for row in message.buttons:
            for button in row:
                if button.label == words:
                    return button
        raise NotSeenError(f"the button {words!r}")

    # What people see

    async def _reads(self, room: Room) -> Message:
        """Wait for the bot's next message in a chat and show it."""

        def unread() -> list[Message]:
            return [one for one in room.from_bot if one.number > self._read.get(room.id, 0)]

        await self._seen(f"a message on {self._place(room)}", lambda: bool(unread()))
        message = unread()[0]
        await self._show_message(room, message)
        return message

    async def _changes(self, room: Room, message: Message, before: str | None) -> None:
        """Wait until a message reads otherwise than before and show it."""
        await self._seen(
            f"a changed message on {self._place(room)}", lambda: message.text != before
        )
        await self._show_message(room, message, "changed")

    async def _disappears(self, room: Room, message: Message) -> None:
        """Wait until a message is gone from a chat and show that it is."""
        await self._seen(f"a message gone from {self._place(room)}", lambda: message.is_deleted)
        await self._show(room, Bubble("gone", "The message with the details", Side.NOTICE))

    async def _pops_up(self, person: Person) -> None:
        """Wait for the next notice over a person's phone and show it."""
        known = self._popped_up.get(person.id, 0)
        await self._seen(f"a notice on {person.name}'s phone", lambda: len(person.toasts) > known)
        self._popped_up[person.id] = known + 1
        notice = Bubble("pops up", person.toasts[known].text, Side.NOTICE)
        await self._show(person, notice)

    async def _seen(self, what: str, look: Callable[[], bool]) -> None:
        await seen(what, look, self.seconds_to_appear)

    async def _show_message(self, room: Room, message: Message, note: str = "") -> None:
        self._read[room.id] = max(self._read.get(room.id, 0), message.number)
        sender = message.sender
        who = sender.name if sender else room.title
        side = Side.PHONE if sender is self.street.sandbox.bot else Side.OWNER
        buttons = [[button.label for button in row] for row in message.buttons]
        head = f"{who}, {note}" if note else who
        await self._show(room, Bubble(head, message.text or "", side, buttons))

    async def _show(self, room: Room, bubble: Bubble) -> None:
        self.terminal.show(self._place(room), bubble)
        if not self.is_hurried:
            seconds = SECONDS_A_BUBBLE + SECONDS_A_SIGN * bubble.length
            await self.clock.sleep(min(seconds, MOST_SECONDS))

    def _place(self, room: Room) -> str:
        is_group = room is self.street.group
        return f"the group “{room.title}”" if is_group else f"{room.title}'s phone"


def _expect(message: Message, *words: str) -> None:
    for expected in words:
        if expected not in (message.text or ""):
            raise NotSeenError(f"{expected!r} in the details")


def _expect_hidden(message: Message, *words: str) -> None:
    for hidden in words:
        if hidden in (message.text or ""):
            raise NotSeenError(f"details that keep {hidden!r} back")
