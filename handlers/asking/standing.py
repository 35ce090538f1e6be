"""What somebody hears whose button does not fit how its task stands by now."""

from handlers.house import PersonalTurn
from handlers.outcomes import Refused
from handlers.texts import PublicName, T
from storage import tasks
from storage.model import Status, Task


async def not_yours(turn: PersonalTurn, task: Task) -> Refused:
    """Return why somebody cannot do with a task what only its helper can."""
    task = await tasks.get(turn.transaction, task.id)
    reference = PublicName(task.reference)
    if task.helper_id == turn.person.id:
        return Refused(T(f"yours-{task.status.value}", reference=reference))
    if task.status is Status.WITHDRAWN:
        return Refused(T("yours-withdrawn", reference=reference))
    if task.status is Status.OPEN and task.resident_id != turn.person.id:
        return Refused(T("yours-open", reference=reference))
    return Refused(T("not-yours", reference=reference))


async def of_earlier_claim(turn: PersonalTurn, task: Task) -> Refused:
    """Return why a button does nothing that belongs to an earlier claim of a task."""
    if task.resident_id == turn.person.id:
        return Refused(T("button-old"))
    if task.helper_id == turn.person.id:
        return Refused(T("button-of-earlier-claim", reference=PublicName(task.reference)))
    return await not_yours(turn, task)


async def task_of_claim(turn: PersonalTurn, subject: str) -> Task | None:
    """Return the task that a conversation is about, or None where its claim is another by now.

    The subject is the task's token and the number of its claim.
    """
    token, _, claim_number = subject.partition(":")
    task = await tasks.with_token(turn.transaction, token)
    return task if task is not None and claim_number == str(task.claim_number) else None
