"""What happens when its time has come: drafts, requests that nobody took, claims left open."""

from datetime import datetime

from handlers import dialogue, posting
from handlers.announcing import group_to_link, request_to_complete
from handlers.cards import window_of
from handlers.conversations import CONVERSATIONS
from handlers.deadlines import EVERY_DAY, FORGET, REMINDED_FOR, UNCLAIMED, UNFINISHED
from handlers.dialogue import DRAFT, FORGOTTEN_AFTER, RECALLED_AFTER
from handlers.helping import could_do, held_buttons
from handlers.house import House, PersonalTurn, Turn
from handlers.messages import Message, Say, keep
from handlers.texts import Personal, PublicName, T
from storage import conversations, due_work, people, tasks
from storage.database import Transaction
from storage.due_work import DueWork
from storage.model import Level, Status, Task
from storage.outbox import Purpose
from storage.private import PrivateText


async def do(transaction: Transaction, work: DueWork, now: datetime, house: House) -> None:
    """Do one piece of timed work, and plan what comes after it."""
    turn = Turn(transaction, now, house)
    if work.kind == DRAFT:
        await keep(turn, await _draft(turn, work.subject))
    elif work.kind == UNCLAIMED:
        await keep(turn, await _unclaimed(turn, await tasks.get(transaction, work.subject)))
    elif work.kind == UNFINISHED:
        await keep(turn, await _unfinished(turn, await tasks.get(transaction, work.subject)))
    elif work.kind == FORGET:
        await tasks.forget_secrets(transaction, work.subject)
    else:
        raise UnknownWorkError(work.kind)


class UnknownWorkError(Exception):
    """Timed work of a kind that this version does not know; names the kind."""


async def _draft(turn: Turn, person_id: int) -> list[Message]:
    person = await people.get(turn.transaction, person_id)
    stored = await conversations.load(turn.transaction, person)
    if stored is None:
        return []
    idle = turn.now - stored.updated_at
    if idle >= FORGOTTEN_AFTER:
        await conversations.forget(turn.transaction, person)
        return [Say(person, (T("draft-forgotten"),), purpose=Purpose.NEWS)]
    if idle < RECALLED_AFTER:
        await due_work.plan(turn.transaction, DRAFT, person_id, stored.updated_at + RECALLED_AFTER)
        return []
    await due_work.plan(turn.transaction, DRAFT, person_id, stored.updated_at + FORGOTTEN_AFTER)
    personal = PersonalTurn(turn.transaction, turn.now, turn.house, person)
    return await dialogue.ask_again(
        personal, CONVERSATIONS[stored.name], stored, (T("draft-recalled"),), is_recall=True
    )


async def _unclaimed(turn: Turn, task: Task) -> list[Message]:
    """Nobody has taken a request: those who look after the scheme and the resident hear of it."""
    if task.status not in (Status.OPEN, Status.WITH_COORDINATOR):
        return []
    await due_work.plan(turn.transaction, UNCLAIMED, task.id, turn.now + EVERY_DAY)
    to_owners = await _what_owners_can_do(turn, task)
    if not _is_still_news(turn, task):
        return to_owners
    resident = await people.get(turn.transaction, task.resident_id)
    # Whoever has not written to the service yet cannot be written to.
    told = "unclaimed-to-resident" if to_owners else "unclaimed-and-nobody-told"
    if to_owners and task.status is Status.WITH_COORDINATOR:
        told = "uncompleted-to-resident"
    said = T(told, reference=PublicName(task.reference))
    return [*to_owners, Say(resident, (said,), purpose=Purpose.NEWS)]


async def _what_owners_can_do(turn: Turn, task: Task) -> list[Message]:
    """Return word to the owners of a request that waits, with every button that helps it on."""
    if task.status is Status.WITH_COORDINATOR:
        return await request_to_complete(turn, task)
    if not await posting.is_shown(turn, task):
        return await group_to_link(turn, task)
    reference, kind = PublicName(task.reference), T(f"kind-{task.kind.value}")
    window = window_of(task, await posting.home_of(turn, task))
    line = T("unclaimed-to-owners", reference=reference, kind=kind, window=window)
    messages = await posting.to_owners(turn, (line,))
    if task.level is Level.ASSIGNED:
        for number in await tasks.interested_in(turn.transaction, task):
            volunteer = await people.get(turn.transaction, number)
            messages += await could_do(turn, task, volunteer)
    return messages


def _is_still_news(turn: Turn, task: Task) -> bool:
    """Say whether a resident or helper may be written to again; later the owners alone are."""
    return turn.now <= task.window_end + REMINDED_FOR


async def _unfinished(turn: Turn, task: Task) -> list[Message]:
    """The time is over and the helper has not said that it is done: ask, and tell the owners."""
    if task.status not in (Status.CLAIMED, Status.ON_THE_WAY) or task.helper_id is None:
        return []
    await due_work.plan(turn.transaction, UNFINISHED, task.id, turn.now + EVERY_DAY)
    helper = await people.get(turn.transaction, task.helper_id)
    reference = PublicName(task.reference)
    name = helper.first_name or PrivateText("…")
    to_owners = await posting.to_owners(
        turn, (Personal("unfinished-to-owners", reference=reference, name=name),)
    )
    if not _is_still_news(turn, task):
        return to_owners
    asked = T("unfinished-to-helper", reference=reference)
    return [Say(helper, (asked,), held_buttons(task), purpose=Purpose.NEWS), *to_owners]
