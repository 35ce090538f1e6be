"""Where is my request? An honest answer to residents, and to volunteers what they have taken."""

from typing import Final

from handlers import current, posting
from handlers.actors import actor_of
from handlers.cards import window_of
from handlers.deadlines import plan_for_closed_task
from handlers.helping import closed_for_helper, details
from handlers.house import PersonalTurn
from handlers.messages import Message, Press, Say
from handlers.outcomes import Refused, Went
from handlers.permissions import Action, allowed
from handlers.private_parts import is_incomplete
from handlers.start import menu
from handlers.tapping import TaskTaps
from handlers.task_buttons import resident_buttons
from handlers.texts import Line, Paragraph, Personal, PublicName, T
from storage import people, tasks
from storage.model import Level, Status, Task
from storage.private import PrivateText


async def mine(turn: PersonalTurn) -> list[Message]:
    """Return how each of a person's requests stands, and what they themselves have taken."""
    messages: list[Message] = [
        await _request(turn, task)
        for task in await tasks.unfinished_of(turn.transaction, turn.person.id)
    ]
    for task in await tasks.held_by(turn.transaction, turn.person.id):
        messages += await details(turn, task, turn.person)
    return messages or [Say(turn.person, (T("mine-nothing"),), menu())]


async def _request(turn: PersonalTurn, task: Task) -> Message:
    lines: list[Line] = [
        Paragraph(
            (
                T(f"kind-{task.kind.value}"),
                T("card-window", window=window_of(task, await posting.home_of(turn, task))),
                T("card-reference", reference=PublicName(task.reference)),
            )
        ),
        await _standing(turn, task),
    ]
    secrets = await tasks.secrets_of(turn.transaction, task)
    buttons = resident_buttons(task, is_incomplete=is_incomplete(task.kind, secrets))
    return Say(turn.person, lines, buttons)


async def _standing(turn: PersonalTurn, task: Task) -> Line:
    if task.helper_id is not None:
        helper = await people.get(turn.transaction, task.helper_id)
        name = helper.first_name or PrivateText("…")
        return Personal(f"standing-{task.status.value}", name=name)
    if task.status is Status.OPEN and not await posting.is_shown(turn, task):
        return T("standing-with-coordinator")
    if task.status is Status.OPEN and task.level is Level.ASSIGNED:
        return T("standing-assigned")
    return T(f"standing-{task.status.value}")


async def asked_to_withdraw(turn: PersonalTurn, task: Task, _detail: str = "") -> Went | Refused:
    """Ask whether a request shall really be closed."""
    if not allowed(await actor_of(turn), Action.WITHDRAW, task):
        return Refused(_cannot_withdraw(turn, task))
    reference = PublicName(task.reference)
    buttons = (
        (
            Press(T("button-withdraw-yes"), f"dropped:{task.token}"),
            Press(T("button-withdraw-no"), "menu:mine"),
        ),
    )
    return Went(None, [Say(turn.person, (T("withdraw-sure", reference=reference),), buttons)])


async def withdraw(turn: PersonalTurn, task: Task, _detail: str = "") -> Went | Refused:
    """Close a request that is not needed any more, and tell its helper."""
    if not allowed(await actor_of(turn), Action.WITHDRAW, task) or not await tasks.withdraw(
        turn.transaction, task, turn.now
    ):
        return Refused(_cannot_withdraw(turn, task))
    was, task = task, await tasks.get(turn.transaction, task.id)
    await plan_for_closed_task(turn, task)
    reference = PublicName(task.reference)
    return Went(
        T("withdraw-noted"),
        [
            Say(turn.person, (T("withdrawn", reference=reference),)),
            *await closed_for_helper(turn, was, T("details-closed-withdrawn", reference=reference)),
            *await posting.cards_to_change(turn, task),
        ],
    )


def _cannot_withdraw(turn: PersonalTurn, task: Task) -> T:
    if task.resident_id == turn.person.id:
        return T("already-closed", reference=PublicName(task.reference))
    return T("not-your-request")


async def _give_address(turn: PersonalTurn, task: Task, _detail: str) -> Went:
    return Went(None, await current.begin(turn, "address", task.token))


TASK_TAPS: Final[TaskTaps] = {
    "where": _give_address,
    "drop": asked_to_withdraw,
    "dropped": withdraw,
}
