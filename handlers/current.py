"""The conversation that somebody is in at the moment: begun, asked again, stopped."""

from handlers import conversations as rooms
from handlers import dialogue
from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.start import menu
from handlers.texts import Line, T
from storage import conversations


async def cancel(turn: PersonalTurn) -> list[Message]:
    """Stop whatever a person is being asked."""
    if await conversations.forget(turn.transaction, turn.person):
        return [Say(turn.person, (T("stopped"),))]
    return [Say(turn.person, (T("nothing-to-stop"),), menu())]


async def begin(turn: PersonalTurn, name: str, subject: str = "") -> list[Message]:
    """Begin a conversation, unless another one waits: that one is asked on, and nothing is lost."""
    conversation = rooms.CONVERSATIONS[name]
    if name in rooms.FOR_OWNERS and not allowed(await actor_of(turn), rooms.FOR_OWNERS[name]):
        return [Say(turn.person, (T("not-allowed"),))]
    stored = await conversations.load(turn.transaction, turn.person)
    if stored is None:
        return await dialogue.begin(turn, conversation, subject)
    going_on = rooms.CONVERSATIONS[stored.name]
    same = stored.name == name and dialogue.state_of(stored).subject == subject
    before: tuple[Line, ...] = () if same else (T("in-the-middle"),)
    return await dialogue.ask_again(turn, going_on, stored, before)


async def asked_again(turn: PersonalTurn) -> list[Message]:
    """Ask again what waits for an answer, after something else was said."""
    stored = await conversations.load(turn.transaction, turn.person)
    if stored is None:
        return []
    return await dialogue.ask_again(turn, rooms.CONVERSATIONS[stored.name], stored)
