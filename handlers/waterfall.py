"""What happens while nobody takes a request: those who could help on are told, step by step."""

from typing import Final

from handlers import posting
from handlers.announcing import group_to_link, request_to_complete
from handlers.cards import window_of
from handlers.deadlines import EVERY_DAY, UNCLAIMED, is_still_news
from handlers.helping import could_do
from handlers.house import Turn
from handlers.messages import Message, Say
from handlers.texts import PublicName, T
from handlers.timed_work import TimedWork
from storage import due_work, people, tasks
from storage.model import Level, Status, Task
from storage.outbox import Purpose


async def _unclaimed(turn: Turn, task_id: int) -> list[Message]:
    """Nobody has taken a request: those who look after the scheme and the resident hear of it."""
    task = await tasks.get(turn.transaction, task_id)
    if task.status not in (Status.OPEN, Status.WITH_COORDINATOR):
        return []
    await due_work.plan(turn.transaction, UNCLAIMED, task.id, turn.now + EVERY_DAY)
    to_owners = await _what_owners_can_do(turn, task)
    if not is_still_news(turn, task):
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


TIMED: Final[TimedWork] = {UNCLAIMED: _unclaimed}
