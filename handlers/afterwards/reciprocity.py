"""Somebody who was helped is asked once, gently, whether they would like to offer something too."""

from datetime import timedelta
from typing import Final

from handlers.deadlines import quiet_hours_of
from handlers.house import PersonalTurn, Turn
from handlers.messages import Message, Press, Say
from handlers.tapping import Taps
from handlers.texts import T
from handlers.timed_work import TimedWork
from storage import due_work, experiences, people, tasks
from storage.model import Kind, Status, Task
from storage.outbox import Purpose

#: Timed work: a request that was confirmed, whose resident may be asked to offer something too.
ASK_TO_OFFER: Final = "ask-to-offer"
ASKED_AFTER: Final = timedelta(days=1)


async def plan(turn: Turn, task: Task) -> None:
    """Have the resident of a confirmed request asked a day later, where it is right to ask."""
    # Whoever asks for somebody else helps already, and whoever grieves is left in peace.
    if task.helped_id is None and task.kind is not Kind.LISTENING:
        await due_work.plan(turn.transaction, ASK_TO_OFFER, task.id, turn.now + ASKED_AFTER)


async def _ask(turn: Turn, task_id: int) -> list[Message]:
    task = await tasks.get(turn.transaction, task_id)
    resident = await people.get(turn.transaction, task.resident_id)
    is_asked = resident.account not in turn.house.owners and not resident.rung
    if task.status is not Status.DONE or not is_asked:
        return []
    quiet = await quiet_hours_of(turn, task)
    if quiet.holds(turn.now):
        awake = quiet.after(turn.now, timedelta(0))
        await due_work.plan(turn.transaction, ASK_TO_OFFER, task.id, awake)
        return []
    if not await experiences.ask_to_offer(turn.transaction, resident.id, turn.now):
        return []
    buttons = (
        (Press(T("button-offer-too"), "menu:offer"),),
        (Press(T("button-offer-nothing"), "offer-nothing:"),),
    )
    return [Say(resident, (T("ask-to-offer"),), buttons, purpose=Purpose.NEWS)]


async def _declined(turn: PersonalTurn, _detail: str) -> list[Message]:
    return [Say(turn.person, (T("offer-declined"),))]


TAPS: Final[Taps] = {"offer-nothing": _declined}
TIMED: Final[TimedWork] = {ASK_TO_OFFER: _ask}
