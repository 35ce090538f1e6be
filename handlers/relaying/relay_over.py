"""What somebody hears who writes about a task when nobody is there any more to read it."""

from handlers.house import PersonalTurn
from handlers.texts import PublicName, T
from storage.model import Status, Task


def over(turn: PersonalTurn, task: Task) -> tuple[T, ...]:
    """Return why somebody can no longer write about a task, and what they can do now."""
    reference = PublicName(task.reference)
    is_resident = task.resident_id == turn.person.id
    if task.is_finished:
        next_step = T("relay-over-next-resident" if is_resident else "relay-over-next-helper")
        return T(f"relay-over-{task.status.value}", reference=reference), next_step
    if not is_resident:
        return T("relay-over-not-yours", reference=reference), T("relay-over-next-helper")
    if task.status in (Status.CLAIMED, Status.ON_THE_WAY):
        return (T("relay-over-somebody-else", reference=reference),)
    return (T("relay-over-nobody", reference=reference),)
