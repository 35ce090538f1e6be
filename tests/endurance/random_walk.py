"""People who do anything that they can do, in any order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.sandbox.people import Person, Tap
from bot.sandbox.world import Button, Message
from handlers.conversation import CONTROLS, SKIP
from storage import due_work
from tests.endurance.neighbours import CLAIM, stamp_of
from tests.scene import Scene

#: What anybody may come to write, besides the answers to what they are asked.
GARBAGE: Final = (
    *("/start", "/ask", "/offer", "/mine", "/language", "/cancel", "/help", "/neighbourhood"),
    *("1", "2", "0", "99", "Yes", "Send", "Back", "Skip", "tomorrow at 3", "yesterday", "E1 6AN"),
    *("ZZ9 9ZZ", "hola", "I am setting off", "👍", "x" * 1500, "the key is under the mat"),
    *("/start t_nonsense", "/link Elm", "/nonsense", "12.5", "-3", "/forget", "Yes, forget me"),
)
BEGINNINGS: Final = ("/ask", "/offer")
#: What words begin with that nobody but their writer and a helper may see.
MARK: Final = "zq"
#: Steps in time: a moment, past a recall, past a day.
TIMES: Final = (timedelta(minutes=1), timedelta(hours=2), timedelta(hours=26))
#: No conversation has more questions, even for somebody who always takes the first button.
MOST_QUESTIONS: Final = 60


@dataclass(frozen=True)
class Act:
    """Something that somebody does: what, who, and which of all that they could choose."""

    what: str
    who: int
    which: int


class Walk:
    """Does one act after the other and sees that each is answered."""

    def __init__(self, scene: Scene, people: Sequence[Person] | None = None) -> None:
        """Prepare it for everybody on the scene, or for those named: their phones, bot by bot."""
        self._scene = scene
        self._people = list(scene.people.values() if people is None else people)
        self._written = 0

    async def does(self, act: Act) -> None:
        """Do something, and wait until all is quiet again."""
        person = self._people[act.who % len(self._people)]
        match act.what:
            case "tap":
                await self._taps(person, act.which, newest=False)
            case "tap the newest":
                await self._taps(person, act.which, newest=True)
            case "write" | "write garbage" | "begin":
                await self._is_answered(person, self._words(act))
            case "send":
                await self._sends(person, act.which)
            case "time":
                await self._passes(TIMES[act.which % len(TIMES)])
            case "go on":
                await self._goes_on(person, act.which)
            case "claim":
                await self._claims(person)
            case "restart":
                await self._scene.restart()
                await self._scene.settles()

    def _words(self, act: Act) -> str:
        if act.what == "begin":
            return BEGINNINGS[act.which % len(BEGINNINGS)]
        if act.what == "write garbage":
            return GARBAGE[act.which % len(GARBAGE)]
        self._written += 1
        return f"{MARK}{self._written:06d}"

    async def _passes(self, time: timedelta) -> None:
        """Let time pass from one deadline to the next, whatever polls between them."""
        clock = self._scene.clock
        end = clock.now() + time
        while True:
            due_at = await self._scene.transact(due_work.next_at)
            if due_at is None or due_at > end:
                break
            clock.move_to(due_at)
            await self._scene.settles()
        clock.move_to(end)
        await self._scene.settles()

    async def _goes_on(self, person: Person, which: int) -> None:
        if person.from_bot and stamp_of(person.from_bot[-1]) is not None:
            await self._answers(person, person.from_bot[-1], which)

    async def _claims(self, person: Person) -> None:
        for group in person.rooms[1:]:
            cards = [one for one in group.from_bot if CLAIM in one.labels]
            if cards:
                person.taps(CLAIM, cards[-1])
                await self._scene.settles()

    async def _is_answered(self, person: Person, words: str) -> None:
        shown = self._shown(person)
        person.says(words)
        await self._scene.settles()
        assert self._shown(person) > shown, f"no answer to {words!r}"

    async def _sends(self, person: Person, which: int) -> None:
        shown = self._shown(person)
        match which % 4:
            case 0:
                person.sends_sticker()
            case 1:
                person.shares_location(51.5, -0.1)
            case 2:
                person.sends_voice()
            case _:
                person.edits(person.says("/help"), "/mine")
        await self._scene.settles()
        assert self._shown(person) > shown

    def _shown(self, person: Person) -> int:
        return len(self._scene.sandbox.recorder.everything_shown_to(person.id))

    async def _taps(self, person: Person, which: int, *, newest: bool) -> None:
        buttons = list(self._buttons(person))
        if not buttons:
            return
        if newest:
            message = buttons[-1][0]
            buttons = [one for one in buttons if one[0] is message]
        message, button = buttons[which % len(buttons)]
        shown = self._shown(person)
        tap: Tap = person.taps_button(message, button)
        await self._scene.settles()
        is_answered = tap.press is None or tap.press.answer is not None
        assert is_answered or self._shown(person) > shown, f"no answer to {button.label!r}"

    def _buttons(self, person: Person) -> Iterator[tuple[Message, Button]]:
        """Yield every button in sight, those in groups first."""
        for room in (*person.rooms[1:], person):
            for message in room.from_bot:
                for row in message.buttons:
                    for button in row:
                        yield message, button

    async def all_come_to_an_end(self) -> None:
        """Let everybody answer what they are asked, until they are asked nothing more."""
        for person in self._people:
            person.says("/mine")
        await self._scene.settles()
        for person in self._people:
            await self._comes_to_an_end(person)

    async def _comes_to_an_end(self, person: Person) -> None:
        for number in range(MOST_QUESTIONS):
            last = person.from_bot[-1]
            if stamp_of(last) is None:
                return
            await self._answers(person, last, number)
        raise AssertionError(f"{person.name} is asked without end: {person.from_bot[-1].text}")

    async def _answers(self, person: Person, question: Message, number: int) -> None:
        """Take a button that goes on, or else write something."""
        buttons = {
            (button.data or "").rpartition(":")[2]: button
            for row in question.buttons
            for button in row
        }
        # Where at least one has to be chosen, one more is chosen every second time.
        ends = "send" if "send" in buttons else "done" if number % 2 else ""
        own = [option for option in buttons if option not in CONTROLS or option == SKIP]
        if ends in buttons:
            person.presses(question, buttons[ends])
        elif own:
            person.presses(question, buttons[own[0]])
        else:
            person.says("15")
        await self._scene.settles()
