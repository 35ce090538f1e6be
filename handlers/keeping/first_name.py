"""Somebody corrects their first name; what is shown from then on has the new one."""

from dataclasses import dataclass
from typing import Final

from handlers.actions import Action
from handlers.actors import actor_of
from handlers.asking.help_request import NAME_LIMIT
from handlers.dialogue import Conversation
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.permissions import allowed
from handlers.questions import Write
from handlers.texts import Personal, T
from storage import people, repeats, tasks
from storage.model import Secrets
from storage.private import PrivateText


@dataclass(frozen=True, slots=True)
class Known:
    """What the conversation may use: whether they have a name to be corrected."""

    has_name: bool


def name_button() -> Press:
    """Return the button with which somebody corrects their first name."""
    return Press(T("button-new-name"), f"menu:{NEW_NAME.name}")


async def correct_name(known: Known) -> PrivateText | None:
    """Ask for a first name; None where there is none yet, which is asked for once it is needed."""
    if not known.has_name:
        return None
    return await Write("new-name", limit=NAME_LIMIT, one_line=True)


async def know(turn: PersonalTurn, subject: str) -> Known:
    """Return whether somebody has a name."""
    return Known(turn.person.first_name is not None)


async def act(turn: PersonalTurn, known: Known, name: PrivateText | None) -> list[Message]:
    """Note the name, also in what they ask for and is not finished."""
    if name is None:
        return [Say(turn.person, (T("new-name-none"),))]
    if not allowed(await actor_of(turn), Action.CHANGE_OWN_DATA):
        return [Say(turn.person, (T("not-allowed"),))]
    transaction, person, new = turn.transaction, turn.person, Secrets(first_name=name)
    await people.set_name(transaction, person, name)
    for task in await tasks.unfinished_of(transaction, person.id):
        if task.helped_id is None:
            await tasks.add_secrets(transaction, task, person, new)
    for repeat in await repeats.of_resident(transaction, person.id):
        if repeat.helped_id is None:
            await repeats.add_secrets(transaction, repeat, person, new, repeat.level)
    return [Say(person, (Personal("new-name-noted", name=name),))]


NEW_NAME: Final = Conversation("name", know, correct_name, act)
