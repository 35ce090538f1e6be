"""A check that somebody lacks: they are told, and those who look after them hear of it."""

from handlers.house import PersonalTurn
from handlers.messages import Message, Say
from handlers.texts import T
from handlers.volunteering.offer_news import of_offer
from storage import volunteers
from storage.model import Task


async def needs_check(turn: PersonalTurn, task: Task) -> list[Message]:
    """Return what is said to somebody who may not take a task before they were checked."""
    lines = (T("needs-check", kind=T(f"kind-{task.kind.value}")),)
    return [Say(turn.person, lines), *await ask_for_check(turn)]


async def ask_for_check(turn: PersonalTurn) -> list[Message]:
    """Let somebody look at an offer once more, for its check."""
    offer = await volunteers.find(turn.transaction, turn.person.id)
    if offer is None:
        return []
    if offer.reviewed_at is not None:
        await volunteers.have_reviewed(turn.transaction, turn.person.id, turn.now)
    return await of_offer(turn)
