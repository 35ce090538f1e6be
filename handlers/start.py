"""The first words: who the service is and what can be done here."""

from typing import Final

from handlers.house import PersonalTurn
from handlers.messages import Buttons, Message, Press, Say
from handlers.texts import Line, T

#: What a button that only opens the private chat hands over.
HELLO: Final = "hello"


def welcome(turn: PersonalTurn) -> list[Message]:
    """Return the greeting, with everything one can begin with."""
    return [Say(turn.person, (T("welcome"),), menu())]


def help_text(turn: PersonalTurn) -> list[Message]:
    """Return what every command does."""
    lines: list[Line] = [T("help")]
    if turn.person.account in turn.house.owners:
        lines.append(T("help-owner"))
    return [Say(turn.person, lines, menu())]


def menu() -> Buttons:
    """Return a button for everything one can begin with."""
    return (
        (Press(T("button-ask"), "menu:ask"), Press(T("button-offer"), "menu:offer")),
        (Press(T("button-mine"), "menu:mine"), Press(T("button-language"), "menu:language")),
    )
