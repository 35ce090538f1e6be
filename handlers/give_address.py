"""A resident gives the address of their request, or what is still missing of it."""

from typing import Final

from handlers import posting
from handlers.actors import actor_of
from handlers.asking_details import door_answers
from handlers.dialogue import Conversation
from handlers.help_request import PHONE_LIMIT, STREET_LIMIT
from handlers.helping import details
from handlers.house import PersonalTurn
from handlers.kinds import KINDS
from handlers.messages import Message, Say
from handlers.permissions import Action, allowed
from handlers.private_parts import door_lines, request_lines
from handlers.questions import WriteOrSkip
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from handlers.understanding.sensitive_words import mentions_keys_or_money
from storage import people, tasks
from storage.model import Secrets, Task
from storage.private import PrivateText


async def give_address(task: Task | T) -> Secrets | None:
    """Ask for where to come, each part of which may be left as it is."""
    if isinstance(task, T):
        return None
    if not KINDS[task.kind].at_the_door:
        return Secrets(phone=await WriteOrSkip("phone-to-ring", limit=PHONE_LIMIT, one_line=True))
    street = await WriteOrSkip("street", limit=STREET_LIMIT, one_line=True)
    return Secrets(street=street, **await door_answers())


async def know(turn: PersonalTurn, subject: str) -> Task | T:
    """Return the task with the token, or why this person can give no address for it."""
    task = await tasks.with_token(turn.transaction, subject)
    if task is None:
        return T("request-unknown")
    if allowed(await actor_of(turn), Action.GIVE_ADDRESS, task):
        return task
    is_theirs = task.resident_id == turn.person.id
    reference = PublicName(task.reference)
    return T("address-too-late", reference=reference) if is_theirs else T("address-not-yours")


async def act(turn: PersonalTurn, task: Task | T, given: Secrets | None) -> list[Message]:
    """Keep what was given, and let the helper see as much of it as they may by now."""
    if isinstance(task, T):
        return [Say(turn.person, (task,))]
    assert given is not None  # noqa: S101 - asked for wherever there is a task
    parts = (*request_lines(given), *door_lines(given))
    if not parts:
        return [Say(turn.person, (T("address-nothing-given"),))]
    await tasks.add_secrets(turn.transaction, task, turn.person, given)
    saved: list[Line] = [
        T("address-saved", reference=PublicName(task.reference)),
        Paragraph(parts),
    ]
    is_raised = await _is_raised(turn, task, given)
    if task.helper_id is not None:
        return await _shown(turn, task, saved)
    if not is_raised:
        return [Say(turn.person, saved)]
    task = await tasks.get(turn.transaction, task.id)
    saved.append(T("address-raised"))
    return [Say(turn.person, saved), *await posting.cards_to_change(turn, task)]


async def _shown(turn: PersonalTurn, task: Task, saved: list[Line]) -> list[Message]:
    assert task.helper_id is not None  # noqa: S101 - asked for held tasks only
    helper = await people.get(turn.transaction, task.helper_id)
    seen = Personal(
        f"address-shown-{task.status.value}", name=helper.first_name or PrivateText("…")
    )
    return [
        Say(turn.person, (*saved, seen)),
        Say(helper, (T("address-arrived", reference=PublicName(task.reference)),)),
        *await details(turn, task, helper),
    ]


async def _is_raised(turn: PersonalTurn, task: Task, given: Secrets) -> bool:
    """Leave the choice of a helper to a coordinator where keys or money are spoken of."""
    typed = (given.street, given.door, given.entry_notes)
    words = " \n ".join(each.reveal() for each in typed if each)
    return mentions_keys_or_money(words) and await tasks.raise_level(turn.transaction, task)


ADDRESS: Final = Conversation("address", know, give_address, act)
