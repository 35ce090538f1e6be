"""The conversation that somebody is in at the moment: begun, asked again, stopped."""

from collections.abc import Mapping, Sequence

from pydantic import JsonValue

from handlers import conversations as rooms
from handlers import dialogue
from handlers.actors import actor_of
from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.permissions import allowed
from handlers.question import Heard
from handlers.start import menu
from handlers.texts import Line, T
from storage import conversations, due_work, people, relay
from storage.conversations import Stored


async def cancel(turn: PersonalTurn) -> list[Message]:
    """Stop whatever a person is being asked."""
    stored = await conversations.load(turn.transaction, turn.person)
    if stored is not None:
        await conversations.forget(turn.transaction, turn.person)
        stopped = Say(turn.person, (rooms.CONVERSATIONS[stored.name].stopped,))
        return [stopped, *await _gone_on_with(turn, turn.asked)]
    if await relay.stop(turn.transaction, turn.person.id, turn.now):
        return [Say(turn.person, (T("relay-stopped"),))]
    return [Say(turn.person, (T("nothing-to-stop"),), menu())]


async def begin(
    turn: PersonalTurn,
    name: str,
    subject: str = "",
    answers: Mapping[str, JsonValue] | None = None,
    before: Sequence[Line] = (),
) -> list[Message]:
    """Begin a conversation, unless another one waits: that one is asked on, and nothing is lost.

    One that nobody asked for waits for nothing: it gives way.

    `answers` are known already, by the keys of their questions; `before` is said first.
    """
    conversation = rooms.CONVERSATIONS[name]
    if name in rooms.FOR_OWNERS and not allowed(await actor_of(turn), rooms.FOR_OWNERS[name]):
        return [Say(turn.person, (T("not-allowed"),))]
    stored = await conversations.load(turn.transaction, turn.person)
    if stored is None or (stored.name in rooms.GIVING_WAY and stored.name != name):
        return await dialogue.begin(turn, conversation, subject, before, answers=answers)
    if _steps_in_front(name, stored.name):
        return await dialogue.begin(
            turn, conversation, subject, answers=answers, interrupting=stored
        )
    same = stored.name == name and dialogue.state_of(stored).subject == subject
    return await ask_again(turn, stored, () if same else (T("in-the-middle"),))


def _steps_in_front(name: str, waiting: str) -> bool:
    order = rooms.NEVER_WAITING
    if name not in order:
        return False
    return waiting not in order or order.index(name) < order.index(waiting)


async def hear(turn: PersonalTurn, stored: Stored, heard: Heard) -> list[Message]:
    """Take something as the answer to what was asked last; go on with what that interrupted."""
    if await _may_go_on(turn, stored):
        messages = await dialogue.hear(turn, rooms.CONVERSATIONS[stored.name], stored, heard)
    else:
        messages = await _dropped(turn)
    return [*messages, *await _gone_on_with(turn, stored)]


async def ask_again(
    turn: PersonalTurn, stored: Stored, before: Sequence[Line] = (), *, is_recall: bool = False
) -> list[Message]:
    """Ask again what was asked last; `before` is said first.

    What somebody may not do any more is asked no further.
    """
    if not await _may_go_on(turn, stored):
        return await _dropped(turn)
    conversation = rooms.CONVERSATIONS[stored.name]
    return await dialogue.ask_again(turn, conversation, stored, before, is_recall=is_recall)


async def _may_go_on(turn: PersonalTurn, stored: Stored) -> bool:
    """Say whether somebody still holds the role that what they are being asked takes."""
    action = rooms.FOR_OWNERS.get(stored.name)
    return action is None or allowed(await actor_of(turn), action)


async def _dropped(turn: PersonalTurn) -> list[Message]:
    await conversations.forget(turn.transaction, turn.person)
    return [Say(turn.person, (T("role-ended-meanwhile"),), menu())]


async def _gone_on_with(turn: PersonalTurn, ended: Stored | None) -> list[Message]:
    """Ask on what a conversation stepped in front of, once that one has come to its end."""
    before = None if ended is None else dialogue.interrupted_by(ended, turn.now)
    if before is None or await people.with_number(turn.transaction, turn.person.id) is None:
        # Nobody is asked anything who has just been forgotten.
        return []
    if await conversations.load(turn.transaction, turn.person) is not None:
        return []
    await due_work.plan(
        turn.transaction, dialogue.DRAFT, turn.person.id, turn.now + dialogue.RECALLED_AFTER
    )
    return await ask_again(turn, before, (T("back-to-before"),))


async def asked_again(turn: PersonalTurn) -> list[Message]:
    """Ask again what waits for an answer, after something else was said."""
    stored = await conversations.load(turn.transaction, turn.person)
    if stored is None:
        return []
    return await ask_again(turn, stored)
