"""Whoever is blocked is answered kindly, whatever they do; what keeps people safe goes on."""

from typing import Final

from handlers.commands import command_of
from handlers.events import Edited, Said, Tapped, ToChat
from handlers.house import PersonalTurn
from handlers.messages import AnswerTap, Message, Say
from handlers.scheme.blocking import told
from handlers.texts import T
from storage import blocks

#: What somebody can do while they are blocked: commands, buttons, and what they may be asked.
_COMMANDS: Final = frozenset(
    {
        *("start", "help", "worry", "report", "mine", "me", "language", "cancel"),
        # Their rights stay theirs.
        *("mydata", "privacy", "forget"),
    }
)
_TAPS: Final = frozenset(
    {"worry", "drop", "dropped", "language", "forget-stay", "forget-me", "health"}
)
_MENU: Final = frozenset({"mine", "language", "name"})
_CONVERSATIONS: Final = frozenset({"worry", "language", "forget", "name"})


async def kept_out(turn: PersonalTurn, event: Tapped | ToChat) -> list[Message] | None:
    """Return what somebody hears who is blocked; None where they are not, or may do just that."""
    if turn.person.account in turn.house.owners:
        return None
    if not await blocks.is_blocked(turn.transaction, turn.person.id) or _may(turn, event):
        return None
    block = await blocks.of_person(turn.transaction, turn.person.id)
    assert block is not None  # noqa: S101 - it stands in the same transaction
    said = Say(turn.person, told(block.reason))
    if isinstance(event, Tapped):
        notice = AnswerTap(event.tap, turn.person.language, T("blocked-notice"), alert=True)
        return [notice, said] if event.place.is_private else [notice]
    return [said]


def _may(turn: PersonalTurn, event: Tapped | ToChat) -> bool:
    is_asked = turn.asked is not None and turn.asked.name in _CONVERSATIONS
    match event:
        case Tapped(data=data):
            name, _, rest = data.partition(":")
            if name == "q":
                return is_asked
            return name in _TAPS or (name == "menu" and rest in _MENU)
        case Edited():
            return True
        case Said(text=text) if (command := command_of(text.reveal())) is not None:
            # A word behind /start leads to a request or a role.
            return command.name in _COMMANDS and not (command.name == "start" and command.rest)
        case _:
            return is_asked
