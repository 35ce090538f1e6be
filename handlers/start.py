"""The first words: who the service is and what can be done here."""

from typing import Final

from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.messages import Buttons, Message, Press, Say
from handlers.permissions import looks_after
from handlers.safety.emergency_lines import numbers_for, written
from handlers.texts import Line, PublicName, T

#: What a button that only opens the private chat hands over.
HELLO: Final = "hello"


#: The buttons of the menu, and what pressing them hands back.
MENU: Final = (
    (T("button-ask"), "menu:ask"),
    (T("button-offer"), "menu:offer"),
    (T("button-mine"), "menu:mine"),
    (T("button-language"), "menu:language"),
)
#: How many buttons of the menu stand side by side.
COLUMNS: Final = 2


async def welcome(turn: PersonalTurn) -> list[Message]:
    """Return the greeting, with everything one can begin with."""
    numbers, scheme = written(await numbers_for(turn)), turn.house.scheme
    hello = T("welcome", numbers=numbers)
    if scheme is not None:
        hello = T("welcome-scheme", scheme=PublicName(scheme), numbers=numbers)
    lines: list[Line] = [hello]
    if scheme is None and turn.person.account in turn.house.owners:
        lines.append(T("welcome-owner"))
    return [Say(turn.person, lines, menu())]


async def help_text(turn: PersonalTurn) -> list[Message]:
    """Return what every command does."""
    lines: list[Line] = [T("help", numbers=written(await numbers_for(turn)))]
    if looks_after(await actor_of(turn), None):
        lines.append(T("help-owner"))
    return [Say(turn.person, lines, menu())]


def menu() -> Buttons:
    """Return a button for everything one can begin with."""
    buttons = [Press(label, data) for label, data in MENU]
    return [buttons[start : start + COLUMNS] for start in range(0, len(buttons), COLUMNS)]
