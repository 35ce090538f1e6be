"""People who answer every question that they are asked, in whatever language, and press buttons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.sandbox.people import Person
from bot.sandbox.world import Button, Message
from handlers import dialogue
from handlers.conversation import CHANGE, CONTROLS, SKIP
from handlers.conversations import CONVERSATIONS
from handlers.house import House, PersonalTurn
from handlers.questions import DONE
from handlers.settled import settled
from handlers.texts import Texts
from storage import conversations, people
from storage.database import Transaction
from tests import photos
from tests.scene import OWNER, Scene

#: Asked at most so often in a row, lest somebody is asked one thing for ever.
PATIENCE: Final = 40
_HOUSE: Final = House(Texts(), frozenset({f"telegram:{OWNER}"}), private_chat_link=str)


class NotPressedError(AssertionError):
    """A button that a story needs is not there."""


@dataclass(slots=True)
class Talker:
    """Somebody who answers what they are asked.

    `types` is what they write, `picks` which option they choose, by the key of the question; where
    neither is set they take the first option that leads on, or skip.
    """

    person: Person
    types: Mapping[str, str] = field(default_factory=dict, repr=False)
    picks: Mapping[str, str] = field(default_factory=dict)
    _picked: set[str] = field(default_factory=set)

    def answer(self, key: str) -> None:
        """Answer the question of a key, which stands last in the chat."""
        if key == "receipt":
            self.person.sends_photo(photos.photo(self.types["caption"]), self.types["caption"])
            return
        options = self._options()
        own = [each for each in options if each not in (*CONTROLS, CHANGE)]
        wanted = self.picks.get(key)
        if wanted in options and key not in self._picked:
            self._picked.add(key)
            self.person.taps_button(*options[wanted])
        elif key in self.types:
            self.person.says(self.types[key])
        elif DONE in options and key in self._picked:
            self.person.taps_button(*options[DONE])
        elif own:
            self._picked.add(key)
            self.person.taps_button(*options[own[0]])
        else:
            self.person.taps_button(*options[SKIP])

    def _options(self) -> dict[str, tuple[Message, Button]]:
        for message in reversed(self.person.from_bot):
            buttons = [button for row in message.buttons for button in row]
            found = {
                (each.data or "").split(":", 2)[2]: (message, each)
                for each in buttons
                if (each.data or "").startswith("q:")
            }
            if found:
                return found
        return {}


async def asked(scene: Scene, everybody: Iterable[Person]) -> dict[int, str]:
    """Return the keys of the questions that wait for somebody, by the number of the person."""

    async def look(transaction: Transaction) -> dict[int, str]:
        found: dict[int, str] = {}
        house = await settled(transaction, _HOUSE)
        for each in everybody:
            person = await people.find(transaction, f"telegram:{each.id}")
            stored = None if person is None else await conversations.load(transaction, person)
            if person is None or stored is None:
                continue
            turn = PersonalTurn(transaction, scene.clock.now(), house, person)
            question = await dialogue.question_of(turn, CONVERSATIONS[stored.name], stored)
            if question is not None:
                found[each.id] = question.key
        return found

    return await scene.transact(look)


def pressed(person: Person, begins: str) -> bool:
    """Press the newest button whose data begins so; False where there is none to be seen."""
    for message in reversed(person.from_bot):
        for row in message.buttons:
            for button in row:
                if (button.data or "").startswith(begins):
                    person.taps_button(message, button)
                    return True
    return False


def must_press(person: Person, begins: str) -> None:
    """Press the newest button whose data begins so; raises NotPressedError where there is none."""
    if not pressed(person, begins):
        seen = [
            button.data for each in person.from_bot[-3:] for row in each.buttons for button in row
        ]
        raise NotPressedError(f"{begins} is not among {seen}")
