"""The first words: who the service is and what can be done here."""

from typing import Final

from handlers.actions import Action, Actor
from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.messages import Buttons, Message, Press, Say
from handlers.permissions import allowed
from handlers.safety.emergency_lines import numbers_for, written
from handlers.texts import Line, Paragraph, PublicName, T

#: What a button that only opens the private chat hands over.
HELLO: Final = "hello"


#: The buttons of the menu, and what pressing them hands back.
MENU: Final = (
    (T("button-ask"), "menu:ask"),
    (T("button-offer"), "menu:offer"),
    (T("button-mine"), "menu:mine"),
    (T("button-language"), "menu:language"),
)
#: What those may write who look after something, by what they have to be allowed.
_CARING: Final = (
    (Action.READ_QUEUE, T("help-queue")),
    # Whoever looks after a neighbourhood may set it up, and make posters for it.
    (Action.MAKE_POSTER, T("help-places")),
    (Action.INVITE, T("help-invite")),
    (Action.READ_HOLDS, T("help-holds")),
    (Action.TAKE_BY_PHONE, T("help-requests")),
    (Action.READ_NUMBERS, T("help-numbers")),
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
    caring = _caring(await actor_of(turn))
    if caring:
        lines += [T("help-caring"), Paragraph(caring)]
    return [Say(turn.person, lines, menu())]


def _caring(actor: Actor) -> list[Line]:
    """Return the commands of those who look after the scheme that somebody may use."""
    lines: list[Line] = [said for action, said in _CARING if allowed(actor, action)]
    if lines or (actor.roles and not actor.is_blocked):
        lines.append(T("help-roles"))
    return lines


def menu() -> Buttons:
    """Return a button for everything one can begin with."""
    buttons = [Press(label, data) for label, data in MENU]
    return [buttons[start : start + COLUMNS] for start in range(0, len(buttons), COLUMNS)]
